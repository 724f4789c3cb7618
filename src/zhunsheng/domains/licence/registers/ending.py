"""The end of a licence: revoked (撤销), withdrawn (撤回), and cancelled in the books (注销)."""

from zhunsheng.domains.licence.registers import bans
from zhunsheng.domains.licence.registers.fields import article
from zhunsheng.domains.licence.registers.vocabulary import PARTIES
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Gate, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register

_OCCASIONS = (
    Choice(key="supervision", label="依据职权（监督检查发现）"),
    Choice(key="request", label="利害关系人请求"),
    Choice(key="holder", label="被许可人申请或者许可自然终了"),
)


def _in_order(ending: Values) -> bool:
    keys = ("found", "revoked", "taken_back", "cancelled")
    days = [ending[key] for key in keys if ending.get(key)]
    return days == sorted(days)


FIELDS = (
    Field(
        key="matter",
        label="许可事项",
        required=True,
        examples=("食品经营许可", "公共场所卫生许可", "临时占用道路许可"),
    ),
    Field(
        key="licence_case",
        label="许可办件编号",
        kind="reference",
        refers_to="licence.case",
        help="原许可不在本台账的，可以不填。",
    ),
    Field(key="licence_number", label="许可编号", required=True, examples=("XK2026001（虚构）",)),
    Field(key="party", label="被许可人", kind="party", required=True, personal=True),
    Field(key="party_kind", label="被许可人类别", kind="choice", required=True, choices=PARTIES),
    Field(
        key="occasion",
        label="发起",
        kind="choice",
        required=True,
        choices=_OCCASIONS,
        source=article("第六十九条"),
    ),
    Field(key="found", label="发现情形或者收到请求日期", kind="date", required=True),
    Field(
        key="fraud",
        label="以欺骗、贿赂手段取得许可",
        kind="boolean",
        examples=("否", "否", "是"),
        source=article("第六十九条"),
    ),
    Field(
        key="public_safety",
        label="直接关系公共安全、人身健康、生命财产安全",
        kind="boolean",
        source=article("第七十九条"),
    ),
    Field(
        key="statutory",
        label="属于法定的情形",
        kind="boolean",
        examples=("是",),
        help="撤销五类情形见第六十九条，注销六类情形见第七十条。",
    ),
    Field(key="grounds", label="情形和依据", kind="long_text"),
    Field(key="decision_number", label="决定文书号", kind="instrument"),
    Field(key="revoked", label="撤销决定日期", kind="date", source=article("第六十九条")),
    Field(key="taken_back", label="撤回决定日期", kind="date"),
    Field(key="cancelled", label="办理注销手续日期", kind="date", source=article("第七十条")),
    Field(key="kept", label="决定不予撤销、撤回、注销日期", kind="date"),
    Field(key="kept_reasons", label="不予撤销、撤回、注销的理由", kind="long_text"),
    Field(
        key="banned_until",
        label="不得再次申请的最后一日",
        kind="date",
        computed=bans.banned_for_fraud,
        help="以欺骗、贿赂取得、直接关系公共安全等的，自撤销起算。",
        source=article("第七十九条"),
    ),
)
_REVOCABLE = Gate(
    key="revocable",
    needs="属于第六十九条所列五类情形之一，或者以欺骗、贿赂手段取得的，才可以撤销。",
    open_when=lambda ending: bool(ending.get("statutory") or ending.get("fraud")),
    source=article("第六十九条"),
)
_CANCELLABLE = Gate(
    key="cancellable",
    needs="属于第七十条所列六类情形之一的，才办理注销手续。",
    open_when=lambda ending: bool(
        ending.get("statutory") or ending.get("revoked") or ending.get("taken_back")
    ),
    source=article("第七十条"),
)
_FRAUD_IS_REVOKED = Gate(
    key="fraud_is_revoked",
    needs="以欺骗、贿赂手段取得的许可，应当予以撤销。",
    open_when=lambda ending: not ending.get("fraud") or bool(ending.get("revoked")),
    source=article("第六十九条"),
)
STEPS = (
    Step(
        key="revoke",
        label="撤销",
        comes_from=("found",),
        leads_to="decided",
        by=("approver",),
        requires=("revoked", "decision_number", "grounds"),
        asks=("statutory",),
        document="撤销行政许可决定书",
        source=article("第六十九条"),
        gates=(_REVOCABLE,),
        approves=True,
    ),
    Step(
        key="take_back",
        label="撤回",
        comes_from=("found",),
        leads_to="decided",
        by=("approver",),
        requires=("taken_back", "decision_number", "grounds"),
        document="撤回行政许可决定书",
        gates=(_FRAUD_IS_REVOKED,),
        approves=True,
    ),
    Step(
        key="keep",
        label="不予撤销、撤回、注销",
        comes_from=("found",),
        leads_to="kept",
        by=("approver",),
        requires=("kept", "kept_reasons"),
        source=article("第六十九条"),
        gates=(_FRAUD_IS_REVOKED,),
        approves=True,
    ),
    Step(
        key="cancel",
        label="办理注销手续",
        comes_from=("found", "decided"),
        leads_to="cancelled",
        by=("approver",),
        requires=("cancelled",),
        asks=("statutory", "grounds"),
        document="注销行政许可决定书",
        source=article("第七十条"),
        gates=(_FRAUD_IS_REVOKED, _CANCELLABLE),
    ),
)

ENDING = Register(
    key="ending",
    label="行政许可撤销、撤回和注销",
    shape="case",
    basis="中华人民共和国行政许可法（2019修正）第六十九条、第七十条",
    says="许可的退出：撤销、撤回的决定和注销手续；骗取许可的，算出不得再次申请到哪一日。",
    title="matter",
    happened="found",
    face=("occasion", "revoked", "cancelled"),
    fields=FIELDS,
    procedure=Procedure(
        states=(
            State(key="found", label="待处理"),
            State(key="kept", label="不予退出", final=True),
            State(key="decided", label="已撤销、撤回"),
            State(key="cancelled", label="已注销", final=True),
        ),
        steps=STEPS,
    ),
    checks=(
        Check(
            field="cancelled",
            says="发现、决定、注销的日期先后不符。",
            holds=_in_order,
            source=article("第七十条"),
        ),
    ),
)

"""The items of all lists: code, basis, organ, version; none is altered or removed without a decided change."""

from zhunsheng.domains.powers.instruments import BUSINESS_ENVIRONMENT, PLAN_OF_HAIDONG
from zhunsheng.domains.powers.registers.kinds import ACTS, LEVELS, LISTS
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.hints import Hint
from zhunsheng.engine.registers.procedures import Check, Values
from zhunsheng.engine.registers.register import Register

DECIDED = frozenset({"decided", "published"})
_LISTS = PLAN_OF_HAIDONG.article("第5项")


def _in_force(item: Values) -> bool:
    return not item.get("retired")


def _changed_by_decision(item: Values) -> bool:
    """Whether an item that was altered, or that names a change, rests on one that was decided."""
    if not item.get("changed") and not item.get("change"):
        return True
    return item.get("change_state") in DECIDED


def _removed_by_decision(item: Values) -> bool:
    if not item.get("retired"):
        return True
    return item.get("change_kind") == "cancel" and item.get("change_state") in DECIDED


def _cooperating(item: Values) -> int:
    return len({row.get("body") for row in item.get("cooperating") or ()})


_FOUND = (
    Field(key="code", label="事项编码", required=True, public=True, examples=("990106001",)),
    Field(
        key="name",
        label="事项名称",
        required=True,
        public=True,
        examples=("户外广告设置许可", "社会救助给付", "对占道经营的处罚"),
    ),
    Field(
        key="list_kind",
        label="所属清单",
        kind="choice",
        required=True,
        public=True,
        choices=LISTS,
    ),
    Field(key="level", label="层级", kind="choice", required=True, public=True, choices=LEVELS),
    Field(key="act", label="事项类型", kind="choice", required=True, public=True, choices=ACTS),
    Field(
        key="basis",
        label="依据",
        kind="long_text",
        required=True,
        public=True,
        help="写明法律、法规、规章的名称和条款。",
        source=_LISTS,
    ),
    Field(key="organ", label="实施机关", kind="unit", required=True, public=True),
    Field(
        key="edition",
        label="清单版本",
        kind="reference",
        refers_to="powers.edition",
        public=True,
    ),
)
_SUPERVISED = (
    Field(
        key="lead",
        label="牵头监管单位",
        kind="unit",
        public=True,
        help="重点监管事项填写；没有落实的留空，统计时列为未落实。",
        source=_LISTS,
    ),
    Field(
        key="cooperating",
        label="配合监管单位",
        kind="rows",
        public=True,
        columns=(
            Field(key="body", label="单位", kind="unit", required=True),
            Field(key="duty", label="配合事项", examples=("信息推送", "联合检查")),
        ),
    ),
    Field(
        key="cooperating_units",
        label="配合单位数",
        kind="integer",
        measure="个",
        public=True,
        computed=_cooperating,
    ),
    Field(
        key="method",
        label="监管方式",
        kind="choice",
        several=True,
        public=True,
        choices=(
            Choice(key="random", label="双随机检查"),
            Choice(key="key", label="重点检查"),
            Choice(key="credit", label="信用监管"),
            Choice(key="online", label="非现场监管"),
        ),
    ),
)
_KEPT = (
    Field(key="effective", label="列入日期", kind="date", required=True, public=True),
    Field(
        key="publish_until",
        label="应公布日期",
        kind="date",
        help="列入或者调整后应在哪天以前公布。",
    ),
    Field(
        key="published",
        label="公布日期",
        kind="date",
        public=True,
        source=BUSINESS_ENVIRONMENT.article("第四十条"),
    ),
    Field(key="changed", label="最近调整日期", kind="date", public=True),
    Field(
        key="change",
        label="调整记录",
        kind="reference",
        refers_to="powers.change",
        brings=("state", "change", "version_number"),
        help="调整、移出都凭已经决定的调整记录。",
        source=_LISTS,
    ),
    Field(
        key="change_state",
        label="调整记录办到",
        computed=lambda item: item.get("change.state"),
    ),
    Field(
        key="change_kind",
        label="调整方式代码",
        computed=lambda item: item.get("change.change"),
    ),
    Field(
        key="version_number",
        label="第几版",
        kind="integer",
        public=True,
        computed=lambda item: item.get("change.version_number") or 1,
    ),
    Field(key="retired", label="移出日期", kind="date", public=True),
)

ITEM = Register(
    key="item",
    label="权责、许可和服务事项",
    shape="list",
    basis=str(BUSINESS_ENVIRONMENT.article("第四十条")),
    says="县、镇权责清单，许可、公共服务和重点监管事项清单的每一项；许可案件引用清单里的事项。",
    title="name",
    happened="effective",
    face=("code", "list_kind", "organ"),
    public=True,
    grants="organ",
    granted_until="retired",
    fields=(*_FOUND, *_SUPERVISED, *_KEPT),
    due_dates=(
        DueDate(
            key="publication",
            label="事项公布",
            until="publish_until",
            ends="published",
            when=_in_force,
            source=BUSINESS_ENVIRONMENT.article("第四十条"),
        ),
    ),
    checks=(
        Check(
            field="change",
            says="清单的调整要有依据：先把调整记录办到“已决定”，再在这里选上。",
            holds=_changed_by_decision,
            source=_LISTS,
        ),
        Check(
            field="retired",
            says="移出清单要凭一条已经决定的“取消”记录。",
            holds=_removed_by_decision,
            source=_LISTS,
        ),
    ),
    hints=(
        Hint(
            key="same_code",
            compares="code",
            alike=lambda one, other: one == other,
            says="另有{count}项用同一编码，请核对是不是重复列入。",
            when=_in_force,
            counts=_in_force,
        ),
    ),
)

"""What is delegated to towns and zones, whether they can carry it, and what they do under it."""

from zhunsheng.domains.powers.instruments import PENALTY_LAW
from zhunsheng.domains.powers.registers.kinds import ACTS
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Values
from zhunsheng.engine.registers.register import Register

SUPPORTS = {
    "staff": "人才保障到位",
    "technology": "技术保障到位",
    "money": "资金保障到位",
    "network": "网络端口保障到位",
}
"""The four supports of a delegated item, by field."""
KINDS = (
    Choice(key="town", label="乡镇（街道）赋权"),
    Choice(key="developed_town", label="经济发达镇行权"),
    Choice(key="zone", label="园区集成授权"),
)
_DELEGATED = PENALTY_LAW.article("第二十四条")


def _is_penalty(delegation: Values) -> bool:
    return delegation.get("act") == "penalty"


def _published_before_start(delegation: Values) -> bool:
    published = delegation.get("published")
    if not published:
        return not _is_penalty(delegation)
    return bool(published <= delegation["started"])


def _borne(delegation: Values) -> bool:
    """Whether an item that its organ cannot carry was taken back, or something is done about it."""
    unable = delegation.get("capacity") == "unable"
    return not unable or bool(delegation.get("ended") or delegation.get("remedy"))


DELEGATION = Register(
    key="delegation",
    label="赋权事项",
    shape="list",
    basis=str(_DELEGATED),
    says="下放给镇（街道）、经济发达镇和园区的每一项：依据、起始日期、承接能力、四项保障。",
    title="name",
    happened="started",
    face=("kind", "receiver", "missing_supports"),
    public=True,
    grants="receiver",
    granted_until="ended",
    fields=(
        Field(
            key="name",
            label="事项名称",
            required=True,
            public=True,
            examples=("对占道经营的处罚", "临时救助审批", "建设项目备案"),
        ),
        Field(
            key="item",
            label="清单事项",
            kind="reference",
            refers_to="powers.item",
            public=True,
        ),
        Field(
            key="kind", label="赋权种类", kind="choice", required=True, public=True, choices=KINDS
        ),
        Field(key="act", label="事项类型", kind="choice", required=True, public=True, choices=ACTS),
        Field(key="giver", label="下放单位", kind="unit", public=True),
        Field(key="receiver", label="承接单位", kind="unit", required=True, public=True),
        Field(
            key="basis",
            label="依据",
            kind="long_text",
            required=True,
            public=True,
            help="写明作出决定的文件和条款。",
            source=_DELEGATED,
        ),
        Field(
            key="authority",
            label="谁决定的",
            kind="choice",
            required=True,
            public=True,
            choices=(
                Choice(key="province", label="省、自治区、直辖市"),
                Choice(key="city", label="市级"),
                Choice(key="county", label="县级"),
            ),
            source=_DELEGATED,
        ),
        Field(key="published", label="公布日期", kind="date", public=True, source=_DELEGATED),
        Field(key="started", label="行使起始日期", kind="date", required=True, public=True),
        Field(key="ended", label="收回日期", kind="date", public=True),
        Field(
            key="capacity",
            label="承接能力",
            kind="choice",
            choices=(
                Choice(key="able", label="能够有效承接"),
                Choice(key="partly", label="部分能承接"),
                Choice(key="unable", label="不能承接"),
            ),
            source=_DELEGATED,
        ),
        Field(key="assessed", label="最近评估日期", kind="date", source=_DELEGATED),
        Field(
            key="assess_every",
            label="评估间隔",
            kind="integer",
            measure="日",
            expected=(30, 1100),
            help="法律要求定期评估，没有写明多久；按本地规定填写。",
            examples=("365", "730"),
        ),
        Field(key="remedy", label="能力不足的处理", kind="long_text"),
        *(Field(key=key, label=label, kind="boolean") for key, label in SUPPORTS.items()),
        Field(
            key="missing_supports",
            label="缺少的保障",
            kind="integer",
            measure="项",
            computed=lambda delegation: sum(not delegation.get(key) for key in SUPPORTS),
        ),
    ),
    due_dates=(
        DueDate(
            key="assessment",
            label="承接情况定期评估",
            after=("assessed", "started"),
            every="assess_every",
            when=lambda delegation: not delegation.get("ended"),
            source=_DELEGATED,
        ),
    ),
    checks=(
        Check(
            field="authority",
            says="行政处罚权交给镇（街道），由省、自治区、直辖市决定。",
            holds=lambda delegation: (
                not _is_penalty(delegation) or delegation["authority"] == "province"
            ),
            source=_DELEGATED,
        ),
        Check(
            field="published",
            says="下放的决定应当公布，公布以后才行使。",
            holds=_published_before_start,
            source=_DELEGATED,
        ),
        Check(
            field="remedy",
            says="评估为不能承接的，应当收回，或者写明怎样补足能力。",
            holds=_borne,
            source=_DELEGATED,
        ),
    ),
)


def _covered(exercise: Values) -> bool | None:
    """Whether the organ held the power on the day; None where the list item is not at hand."""
    started, acted = exercise.get("delegation.started"), exercise.get("acted")
    if not started or not acted:
        return None
    over = exercise.get("delegation.ended")
    in_time = started <= acted and not (over and over <= acted)
    return in_time and exercise.get("organ") == exercise.get("delegation.receiver")


EXERCISE = Register(
    key="exercise",
    label="赋权事项行使情况",
    shape="event",
    basis=str(_DELEGATED),
    says="承接单位按赋权清单办了什么、办了多少、在哪里办的；清单以外的、不在期限内的，不予登记。",
    title="matter",
    happened="acted",
    face=("organ", "acted", "handled"),
    fields=(
        Field(
            key="matter",
            label="办理内容",
            required=True,
            examples=("占道经营处罚", "临时救助审批", "项目备案"),
        ),
        Field(
            key="delegation",
            label="赋权事项",
            kind="reference",
            refers_to="powers.delegation",
            required=True,
            brings=("receiver", "started", "ended", "kind", "missing_supports"),
            source=_DELEGATED,
        ),
        Field(
            key="kind",
            label="赋权种类",
            kind="choice",
            choices=KINDS,
            computed=lambda exercise: exercise.get("delegation.kind"),
        ),
        Field(key="organ", label="办理单位", kind="unit", required=True),
        Field(key="acted", label="办理日期", kind="date", required=True),
        Field(
            key="handled",
            label="办理件数",
            kind="integer",
            measure="件",
            required=True,
            expected=(0, 2000),
        ),
        Field(
            key="place",
            label="在哪里办的",
            kind="choice",
            required=True,
            choices=(
                Choice(key="receiver", label="镇（街道）窗口"),
                Choice(key="zone", label="园区政务服务中心"),
                Choice(key="county", label="县级窗口"),
            ),
        ),
        Field(
            key="covered",
            label="清单以内",
            kind="boolean",
            computed=_covered,
        ),
    ),
    checks=(
        Check(
            field="delegation",
            says="办理单位那天没有这项权力：不是清单写明的承接单位，或者不在行使期间。请核对，或者移送有权的机关。",
            holds=lambda exercise: exercise.get("covered") is not False,
            source=_DELEGATED,
        ),
    ),
)

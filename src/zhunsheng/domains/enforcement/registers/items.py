"""The catalogue of enforcement items: what may be enforced, on which basis, by which one team."""

from zhunsheng.domains.enforcement.instruments import THREE_SYSTEMS
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.hints import Hint
from zhunsheng.engine.registers.procedures import Check, Values
from zhunsheng.engine.registers.register import Register

ACTS = (
    Choice(key="licence", label="行政许可"),
    Choice(key="penalty", label="行政处罚"),
    Choice(key="compulsion", label="行政强制"),
    Choice(key="confirmation", label="行政确认"),
    Choice(key="benefit", label="行政给付"),
    Choice(key="inspection", label="行政检查"),
)
"""The six kinds of act that the yearly statistics count."""


def _published_after_adoption(item: Values) -> bool:
    published = item.get("published")
    return not published or published >= item["adopted"]


def _in_use(item: Values) -> bool:
    return not item.get("retired")


ITEM = Register(
    key="item",
    label="行政执法事项目录",
    shape="list",
    basis=str(THREE_SYSTEMS.article("二（四）")),
    says="每个执法事项的依据、机关和唯一的承办队伍；办案引用目录里的事项（照单执法）。",
    title="name",
    happened="adopted",
    face=("code", "act", "team"),
    public=True,
    grants="organ",
    granted_until="retired",
    fields=(
        Field(key="code", label="事项编码", required=True, public=True, examples=("990101001",)),
        Field(
            key="name",
            label="事项名称",
            required=True,
            public=True,
            examples=("对占道经营的处罚", "对餐饮单位的检查", "户外广告设置许可"),
        ),
        Field(key="act", label="行为类别", kind="choice", required=True, public=True, choices=ACTS),
        Field(
            key="basis",
            label="依据",
            kind="long_text",
            required=True,
            public=True,
            help="写明法律、法规、规章的名称和条款。",
            source=THREE_SYSTEMS.article("二（四）"),
        ),
        Field(key="organ", label="执法机关", kind="unit", required=True, public=True),
        Field(
            key="team",
            label="承办队伍",
            kind="unit",
            public=True,
            help="一个事项只由一支队伍承办；没有队伍的，留空后可以按“未填”筛选。",
        ),
        Field(
            key="lists",
            label="所在清单",
            kind="choice",
            several=True,
            public=True,
            help="“一目录、五清单”由本级确定，这里列常见的几种。",
            choices=(
                Choice(key="random_check", label="随机抽查事项清单"),
                Choice(key="legal_review", label="重大执法决定法制审核目录"),
                Choice(key="firm_inspection", label="涉企检查事项清单"),
                Choice(key="leniency", label="“两轻一免”清单"),
                Choice(key="delegated", label="赋权乡镇（街道）清单"),
            ),
        ),
        Field(key="adopted", label="列入日期", kind="date", required=True, public=True),
        Field(
            key="publish_until",
            label="应公布日期",
            kind="date",
            help="目录应在哪天以前向社会公布。",
        ),
        Field(
            key="published",
            label="公布日期",
            kind="date",
            public=True,
            source=THREE_SYSTEMS.article("二（四）"),
        ),
        Field(key="version_note", label="调整情况", kind="long_text", public=True),
        Field(key="retired", label="移出日期", kind="date", public=True),
    ),
    due_dates=(
        DueDate(
            key="publication",
            label="目录公布",
            until="publish_until",
            ends="published",
            when=_in_use,
            source=THREE_SYSTEMS.article("二（四）"),
        ),
    ),
    checks=(
        Check(
            field="published",
            says="公布日期早于列入日期。",
            holds=_published_after_adoption,
        ),
    ),
    hints=(
        Hint(
            key="same_code",
            compares="code",
            alike=lambda one, other: one == other,
            says="另有{count}条同一编码的事项，一个事项只能有一支承办队伍。",
            when=_in_use,
            counts=_in_use,
        ),
    ),
)

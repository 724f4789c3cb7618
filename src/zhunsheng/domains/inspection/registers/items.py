"""The list of what may be inspected: basis, organ, content and way; only what is published is carried out."""

from zhunsheng.domains.inspection.instruments import DOUBLE_RANDOM_OPINIONS
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check
from zhunsheng.engine.registers.register import Register

article = DOUBLE_RANDOM_OPINIONS.article

CHECK_ITEM = Register(
    key="check_item",
    label="检查事项清单",
    shape="list",
    basis=str(article("三（二）")),
    says="可以检查的事项：依据、主体、内容、方式；一般事项有抽查比例上限，没有公布的不得实施。",
    title="name",
    happened="adopted",
    face=("importance", "organ", "published"),
    public=True,
    fields=(
        Field(
            key="name",
            label="检查事项",
            required=True,
            public=True,
            examples=("食品经营检查", "特种设备检查", "消防安全检查"),
        ),
        Field(key="basis", label="检查依据", kind="long_text", required=True, public=True),
        Field(key="organ", label="检查主体", kind="unit", required=True, public=True),
        Field(key="content", label="检查内容", kind="long_text", required=True, public=True),
        Field(
            key="way",
            label="检查方式",
            kind="choice",
            required=True,
            public=True,
            choices=(
                Choice(key="on_site", label="现场检查"),
                Choice(key="papers", label="书面检查"),
                Choice(key="remote", label="网络监测等非现场方式"),
            ),
        ),
        Field(
            key="importance",
            label="事项类别",
            kind="choice",
            required=True,
            public=True,
            choices=(
                Choice(key="general", label="一般检查事项"),
                Choice(key="key", label="重点检查事项"),
            ),
        ),
        Field(
            key="ratio_cap",
            label="年度抽查比例上限",
            kind="decimal",
            places=1,
            measure="%",
            public=True,
            help="一般检查事项须有上限，重点检查事项没有上限。",
            examples=("5", "10"),
            source=article("三（二）"),
        ),
        Field(key="adopted", label="列入日期", kind="date", required=True, public=True),
        Field(key="publish_until", label="应公布日期", kind="date"),
        Field(
            key="published", label="公布日期", kind="date", public=True, source=article("三（二）")
        ),
        Field(key="retired", label="移出日期", kind="date", public=True),
    ),
    due_dates=(
        DueDate(
            key="publication",
            label="检查事项公布",
            until="publish_until",
            ends="published",
            source=article("三（二）"),
        ),
    ),
    checks=(
        Check(
            field="ratio_cap",
            says="一般检查事项的抽查比例应当设上限。",
            holds=lambda item: item.get("importance") != "general" or bool(item.get("ratio_cap")),
            source=article("三（二）"),
        ),
    ),
)

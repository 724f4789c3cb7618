"""Projects through their stages into the store, and the highlights they come from."""

from typing import Any

from zhunsheng.domains.demonstration.registers.applications import LEVELS
from zhunsheng.domains.demonstration.shared import filled, in_order, where
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Procedure, State, Step, Values
from zhunsheng.engine.registers.register import Register


def _rows_total(one: Values) -> Any:
    rows = one.get("review_scores") or ()
    return sum(row["score"] for row in rows) if rows else None


PROJECT = Register(
    key="project",
    label="示范项目与“一池一库”",
    shape="case",
    basis="法治政府建设“一池一库”",
    says="潜力项目（地区）选拔进孵化池，培育达标后选树进示范库；每次进位都要评审，够分数线才能进。",
    title="name",
    happened="selected",
    face=("kind", "score", "pooled", "stored"),
    fields=(
        Field(
            key="name",
            label="项目名称",
            required=True,
            examples=("“一站式”矛盾化解", "综合查一次改革", "合法性审查全覆盖"),
        ),
        Field(
            key="kind",
            label="类型",
            kind="choice",
            required=True,
            choices=(Choice(key="project", label="单项项目"), Choice(key="region", label="地区")),
        ),
        Field(key="selected", label="选拔日期", kind="date", required=True),
        Field(
            key="highlight",
            label="所来自的创新做法",
            kind="reference",
            refers_to="demonstration.highlight",
        ),
        Field(
            key="pool_mark", label="入池分数线", kind="integer", required=True, expected=(50, 100)
        ),
        Field(
            key="store_mark", label="入库分数线", kind="integer", required=True, expected=(50, 100)
        ),
        Field(key="reviewed", label="最近评审日期", kind="date"),
        Field(
            key="review_scores",
            label="评审得分",
            kind="rows",
            columns=(
                Field(key="item", label="评审项目", required=True),
                Field(key="score", label="得分", kind="integer", required=True, expected=(0, 100)),
            ),
        ),
        Field(key="review", label="评审意见", kind="long_text"),
        Field(key="pooled", label="入孵化池日期", kind="date"),
        Field(key="growing", label="培育措施", kind="long_text"),
        Field(key="stored", label="入示范库日期", kind="date"),
        Field(key="left", label="退出日期", kind="date"),
        Field(key="left_because", label="退出理由", kind="long_text"),
        Field(key="score", label="评审总分", kind="integer", computed=_rows_total),
    ),
    procedure=Procedure(
        states=(
            State(key="selected", label="选拔"),
            State(key="pooled", label="培育（孵化池）"),
            State(key="stored", label="选树（示范库）"),
            State(key="left", label="已退出", final=True),
        ),
        steps=(
            Step(
                key="pool",
                label="评审入孵化池",
                comes_from=("selected",),
                leads_to="pooled",
                by=("coordinator",),
                requires=("reviewed", "review_scores", "review", "pooled"),
                document="评审表",
            ),
            Step(
                key="grow",
                label="登记培育措施",
                comes_from=("pooled",),
                leads_to="pooled",
                requires=("growing",),
            ),
            Step(
                key="store",
                label="评审入示范库",
                comes_from=("pooled",),
                leads_to="stored",
                by=("coordinator",),
                requires=("reviewed", "review_scores", "review", "stored"),
                document="评审表",
            ),
            Step(
                key="leave",
                label="退出",
                comes_from=("selected", "pooled", "stored"),
                leads_to="left",
                by=("coordinator",),
                requires=("left", "left_because"),
            ),
        ),
    ),
    checks=(
        Check(
            field="pooled",
            says="评审总分达到入池分数线的才能入孵化池。",
            holds=lambda one: (
                not one.get("pooled")
                or bool(one.get("stored"))
                or (one.get("score") or 0) >= one["pool_mark"]
            ),
        ),
        Check(
            field="stored",
            says="评审总分达到入库分数线的才能入示范库，评审不早于入池。",
            holds=where(
                filled("stored"),
                lambda one: (
                    (one.get("score") or 0) >= one["store_mark"]
                    and in_order("pooled", "reviewed", "stored")(one)
                ),
            ),
        ),
        Check(field="left", says="退出不能早于选拔。", holds=in_order("selected", "left")),
    ),
)

HIGHLIGHT = Register(
    key="highlight",
    label="创新做法和特色亮点",
    shape="case",
    basis="总结提炼法治政府建设创新做法和特色亮点的要求",
    says="各单位报送的创新做法：内容、佐证、得到的表扬；选中的作为示范项目和年度报告的候选。",
    title="name",
    happened="reported",
    face=("reported", "praise", "chosen"),
    fields=(
        Field(
            key="name",
            label="做法名称",
            required=True,
            examples=("重大项目合法性审查前置", "涉企检查扫码备案"),
        ),
        Field(key="reported", label="报送日期", kind="date", required=True),
        Field(key="described", label="做法和成效", kind="long_text", required=True),
        Field(key="evidence", label="佐证材料", kind="attachments"),
        Field(
            key="praise",
            label="表扬、推广",
            kind="choice",
            choices=(*LEVELS, Choice(key="county", label="县级"), Choice(key="none", label="没有")),
        ),
        Field(key="praised_by", label="表扬的机关、会议和文件"),
        Field(
            key="chosen_for",
            label="作为候选",
            kind="choice",
            several=True,
            choices=(Choice(key="pool", label="示范项目"), Choice(key="report", label="年度报告")),
        ),
        Field(key="chosen", label="选为候选日期", kind="date"),
        Field(key="refused_because", label="不选的理由", kind="long_text"),
    ),
    procedure=Procedure(
        states=(
            State(key="reported", label="已报送"),
            State(key="chosen", label="候选", final=True),
            State(key="refused", label="不选", final=True),
        ),
        steps=(
            Step(
                key="choose",
                label="选为候选",
                comes_from=("reported",),
                leads_to="chosen",
                by=("coordinator",),
                requires=("chosen_for", "chosen"),
            ),
            Step(
                key="refuse",
                label="不选",
                comes_from=("reported",),
                leads_to="refused",
                by=("coordinator",),
                requires=("refused_because",),
            ),
        ),
    ),
    named_across=True,
    checks=(
        Check(
            field="praised_by",
            says="得到表扬、推广的，写明机关、会议或者文件。",
            holds=lambda one: one.get("praise") in (None, "none") or bool(one.get("praised_by")),
        ),
        Check(field="chosen", says="选为候选不能早于报送。", holds=in_order("reported", "chosen")),
    ),
)

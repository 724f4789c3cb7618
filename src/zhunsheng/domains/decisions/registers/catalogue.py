"""What decides how and whether a matter is decided: the rules of procedure and the yearly catalogue."""

from zhunsheng.domains.decisions.registers.shared import (
    EXCLUSIONS,
    article,
    in_order,
    is_filled,
    only_if,
)
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Check, Values
from zhunsheng.engine.registers.register import Register

_LENGTHS = {"province": 2, "city": 4, "county": 6}


def nearness(rule_set: Values, region: str, on: str) -> int | None:
    """
    Get how near the general rules of procedure lie to a region; None where they do not apply that day.

    The rules of a province and of a city apply in what lies in them. A county comes before its city,
    the city before the province, the province before the state.
    """
    place = str(rule_set.get("region") or "")[: _LENGTHS.get(rule_set.get("level") or "", 0)]
    since, until = rule_set.get("effective") or "9", rule_set.get("repealed")
    applies = rule_set.get("covers") == "general" and region.startswith(place)
    in_force = since <= on and (not until or on < until)
    return len(place) if applies and in_force else None


RULE_SET = Register(
    key="rule_set",
    label="决策程序规定",
    shape="list",
    basis="各级重大行政决策程序规定",
    says="国家、省、市、县的决策程序规定及其版本；某地某日适用哪些，由此查出。",
    title="name",
    happened="effective",
    face=("level", "region", "effective", "repealed"),
    public=True,
    fields=(
        Field(
            key="name",
            label="规定名称",
            kind="instrument",
            required=True,
            public=True,
            examples=("某县重大行政决策程序实施细则", "某市重大行政决策程序规定"),
        ),
        Field(key="document_number", label="文号", kind="instrument", public=True),
        Field(
            key="level",
            label="制定层级",
            kind="choice",
            required=True,
            public=True,
            choices=(
                Choice(key="national", label="国家"),
                Choice(key="province", label="省"),
                Choice(key="city", label="市"),
                Choice(key="county", label="县"),
            ),
        ),
        Field(
            key="region",
            label="适用地区",
            kind="region",
            public=True,
            help="行政区划代码；国家的规定不填，省的填省的前六位。",
        ),
        Field(
            key="covers",
            label="规范内容",
            kind="choice",
            required=True,
            public=True,
            choices=(
                Choice(key="general", label="重大行政决策一般程序"),
                Choice(key="economic", label="重大经济事项决策"),
                Choice(key="major_matters", label="“三重一大”事项决策"),
            ),
        ),
        Field(key="edition", label="版本", public=True, examples=("2024年版", "2021年版")),
        Field(key="effective", label="施行日期", kind="date", required=True, public=True),
        Field(key="repealed", label="废止日期", kind="date", public=True, examples=("",)),
        Field(
            key="economic_types",
            label="所列重大经济事项类型",
            kind="long_text",
            public=True,
            help="只有重大经济事项决策规定才填。",
        ),
        Field(key="text", label="规定文本", kind="attachments"),
    ),
    checks=(
        Check(
            field="region",
            says="地方的规定须写明适用地区。",
            holds=lambda rules: rules.get("level") == "national" or bool(rules.get("region")),
        ),
        Check(
            field="repealed",
            says="废止日期不能早于施行日期。",
            holds=in_order("effective", "repealed"),
        ),
    ),
)

CATALOGUE = Register(
    key="catalogue",
    label="年度决策事项目录",
    shape="list",
    basis="重大行政决策程序暂行条例（国务院令第713号）第三条",
    says="各政府和部门每年的决策事项目录：经同级党委同意后公布，按实际调整，各版都留着。",
    title="name",
    happened="adopted",
    face=("year", "organ", "published", "edition"),
    public=True,
    fields=(
        Field(
            key="name",
            label="目录名称",
            required=True,
            public=True,
            examples=("某县人民政府2026年度重大行政决策事项目录",),
        ),
        Field(
            key="year",
            label="年度",
            kind="integer",
            required=True,
            public=True,
            expected=(2015, 2099),
        ),
        Field(
            key="organ", label="决策机关", required=True, public=True, examples=("某县人民政府",)
        ),
        Field(
            key="organ_kind",
            label="机关类别",
            kind="choice",
            required=True,
            public=True,
            choices=(
                Choice(key="government", label="县级以上政府"),
                Choice(key="department", label="政府部门"),
                Choice(key="town", label="乡镇、街道"),
            ),
        ),
        Field(key="edition", label="第几版", kind="integer", required=True, public=True),
        Field(
            key="replaces",
            label="所替代的目录",
            kind="reference",
            refers_to="decisions.catalogue",
        ),
        Field(key="adopted", label="决策机关确定日期", kind="date", required=True, public=True),
        Field(
            key="agreed",
            label="同级党委同意日期",
            kind="date",
            source=article("第三条"),
        ),
        Field(key="publish_until", label="应公布日期", kind="date", public=True),
        Field(
            key="published",
            label="公布日期",
            kind="date",
            public=True,
            source=article("第三条"),
        ),
        Field(key="address", label="公布网址", public=True),
        Field(
            key="adjustments",
            label="与前一版相比的调整",
            kind="rows",
            source=article("第三条"),
            columns=(
                Field(
                    key="change",
                    label="调整方式",
                    kind="choice",
                    required=True,
                    choices=(
                        Choice(key="added", label="增加"),
                        Choice(key="removed", label="减少"),
                        Choice(key="altered", label="变更"),
                    ),
                ),
                Field(key="item", label="事项", required=True),
                Field(key="reason", label="理由", required=True),
            ),
        ),
        Field(key="superseded", label="停用日期", kind="date", public=True, examples=("",)),
    ),
    due_dates=(
        DueDate(
            key="publication",
            label="公布决策事项目录",
            until="publish_until",
            ends="published",
            source=article("第三条"),
        ),
    ),
    checks=(
        Check(
            field="agreed",
            says="目录须经同级党委同意后才能公布。",
            holds=lambda one: (
                not one.get("published")
                or (bool(one.get("agreed")) and one["agreed"] <= one["published"])
            ),
            source=article("第三条"),
        ),
        Check(
            field="adjustments",
            says="第二版起，须写明所替代的目录和调整的事项、理由。",
            holds=lambda one: (
                (one.get("edition") or 1) < 2
                or (bool(one.get("adjustments")) and bool(one.get("replaces")))
            ),
            source=article("第三条"),
        ),
        Check(
            field="superseded",
            says="停用日期不能早于公布日期。",
            holds=in_order("published", "superseded"),
        ),
    ),
)

CATALOGUE_ITEM = Register(
    key="catalogue_item",
    label="目录事项",
    shape="list",
    basis="重大行政决策程序暂行条例（国务院令第713号）第三条",
    says="目录里的每一事项：由谁承办、计划何时决策；列入的都走完整程序，到期没有决策的会提醒。",
    title="name",
    happened="listed",
    face=("catalogue", "responsible", "planned", "decided"),
    public=True,
    fields=(
        Field(
            key="name",
            label="决策事项",
            required=True,
            public=True,
            examples=("城东老旧小区改造方案", "城区公交线网调整方案"),
        ),
        Field(
            key="catalogue",
            label="所属目录",
            kind="reference",
            refers_to="decisions.catalogue",
            required=True,
        ),
        Field(
            key="scope",
            label="是否适用决策程序",
            kind="choice",
            choices=EXCLUSIONS,
            required=True,
            source=article("第三条"),
            examples=("适用重大行政决策程序",),
        ),
        Field(key="responsible", label="承办单位", kind="unit", required=True, public=True),
        Field(key="listed", label="列入日期", kind="date", required=True, public=True),
        Field(key="planned", label="计划决策日期", kind="date", required=True, public=True),
        Field(key="decided", label="决策日期", kind="date", public=True),
        Field(key="removed", label="移出目录日期", kind="date", public=True, examples=("",)),
        Field(key="removed_reason", label="移出的理由", public=True, examples=("",)),
    ),
    due_dates=(
        DueDate(
            key="decision",
            label="目录事项决策",
            until="planned",
            ends="decided",
            when=lambda item: not item.get("removed"),
        ),
    ),
    checks=(
        Check(
            field="scope",
            says="宏观调控、政府立法和突发事件应急处置决策不列入目录。",
            holds=lambda item: item.get("scope") == "none",
            source=article("第三条"),
        ),
        Check(
            field="removed_reason",
            says="移出目录的，须写明理由。",
            holds=only_if(is_filled("removed"), is_filled("removed_reason")),
            source=article("第三条"),
        ),
    ),
)

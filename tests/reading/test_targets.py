"""What is a target, and how its number is to be compared."""

from decimal import Decimal

import pytest

from tests.texts import flow
from zhunsheng.engine.reading.model import DocumentKind, Target
from zhunsheng.engine.reading.targets import read_targets


def _targets(text: str, kind: DocumentKind = "plan") -> list[Target]:
    return list(read_targets(flow(text), (), 2024, kind))


def _read(text: str, kind: DocumentKind = "plan") -> list[tuple[str, str, str]]:
    return [
        (t.comparator, f"{t.value:f}" if t.value is not None else "", t.unit)
        for t in _targets(text, kind)
    ]


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"),
    [
        ("县政府常务会议学法不少于8次。", ">=", "8", "次"),
        ("参考率不低于85%。", ">=", "85", "%"),
        ("每年至少举办3场法治讲座。", ">=", "3", "场"),
        ("回访率达到80%以上。", ">=", "80", "%"),
        ("政策解读率达100%。", ">=", "100", "%"),
        ("再诉率控制在12%以内。", "<=", "12", "%"),
        ("审批时限压缩至5个工作日。", "<=", "5", "个工作日"),
        ("抽查比例不得超过3%。", "<=", "3", "%"),
        ("败诉率低于9%。", "<", "9", "%"),
        ("机械化率超过60%。", ">", "60", "%"),
        ("固定资产投资增长5%左右。", "~", "5", "%"),
        ("新建农贸市场2个。", "=", "2", "个"),
        ("城镇新增就业1.5万人。", "=", "15000", "人"),
        ("力争减轻企业负担30亿元。", "=", "30", "亿元"),
        ("决定作出后7个工作日内公开。", "<=", "7", "个工作日"),
        ("每年报告两次。", "=", "2", "次"),
        ("法制审核人员不少于本单位执法人员总数的5%。", ">=", "5", "%"),
        ("办理时限由9个工作日缩短至4个工作日以内。", "<=", "4", "个工作日"),
        ("开办企业0.5个工作日办结。", "<=", "0.5", "个工作日"),
        ("开办企业实现1个环节。", "=", "1", "个"),
        ("协助2家企业成功上市。", "=", "2", "家"),
        ("首批6个示范社区全面建成。", "=", "6", "个"),
        ("确保甲区40%的社区建成服务综合体。", "=", "40", "%"),
        ("年底前70%以上事项网上办理。", ">=", "70", "%"),
        ("居民消费价格指数控制在103以内。", "<=", "103", ""),
        ("“最多跑一次”事项占比96%。", "=", "96", "%"),
        ("满意率较上年度提高两个百分点。", "=", "2", "个百分点"),
        ("改造老旧小区4.5万m2。", "=", "45000", "m2"),
        ("注册志愿者占常住人口比例≥12%。", ">=", "12", "%"),
    ],
)
def test_a_number_is_compared_as_its_words_say(
    text: str, comparator: str, value: str, unit: str
) -> None:
    ((found, number, measure),) = _read(text)
    assert (found, Decimal(number), measure) == (comparator, Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "全县16个乡镇按要求执行。",
        "对投资额5000万元以上的项目提前介入。",
        "2023年，全县办理案件156件，调解率达36%。",
        "目前全县已建成法治公园12个。",
        "处1000元以上5000元以下罚款。",
        "对首次落户的企业给予最高50万元奖励。",
        "学习《云山县营商环境50条措施》，推进“一网通办”。",
        "拨打12345热线，落实“7×24”值守。",
        "组织9个县（市、区）、30个市直部门负责人述法。",
        "落实省委11次全会精神。",
        "逾期不改的，责令停业3个月以上6个月以下。",
        "对达标的企业给予补助，最高不超过300万元。",
        "道路加宽，约3.5米宽。",
        "对照《关于推进公开工作的意见》（云府办发〔2024〕5号）26个试点领域，调整目录。",
    ],
)
def test_conditions_past_work_and_names_are_no_targets(text: str) -> None:
    assert _read(text) == []


def test_one_number_for_several_rates_gives_a_target_for_each() -> None:
    found = _targets("负责人出庭率、听证参加率均达到100%。")
    assert [t.indicator for t in found] == ["负责人出庭率", "听证参加率"]
    assert {t.value for t in found} == {Decimal(100)}


def test_respective_numbers_go_to_their_subjects_in_order() -> None:
    found = _targets("到2025年，茶叶采摘、运输机械化率分别达到40%和35%。")
    assert [(t.indicator, t.value) for t in found] == [
        ("茶叶采摘机械化率", Decimal(40)),
        ("茶叶运输机械化率", Decimal(35)),
    ]
    assert {t.period for t in found} == {"by 2025-12-31"}


def test_a_share_of_percentage_points_is_told_from_a_count() -> None:
    found = _read("参与率、达标率比上年分别提高5个和3个百分点。")
    assert found == [("=", "5", "个百分点"), ("=", "3", "个百分点")]


def test_a_number_that_describes_its_count_further_does_not_hide_it() -> None:
    found = _targets("培育20家以上产值超1亿元的龙头企业，建设3个左右产业基地、8个加工中心。")
    assert [(t.comparator, t.value, t.indicator) for t in found] == [
        (">=", Decimal(20), "培育产值超1亿元的龙头企业"),
        ("~", Decimal(3), "建设产业基地"),
        ("=", Decimal(8), "加工中心"),
    ]


def test_an_indicator_that_says_too_little_takes_up_the_one_before() -> None:
    found = _targets("法治培训不少于2期，每期不少于8学时；清扫率达到80%，较上年提升6个百分点。")
    assert [t.indicator for t in found][1] == "法治培训每期"
    assert [t.indicator for t in found][3].startswith("清扫率")


def test_who_is_to_do_it_is_told_from_what_is_to_be_done() -> None:
    scopes = [t.scope for t in _targets("全市行政机关学法不少于4次。全市新改扩建学校5所。")]
    assert scopes == ["全市行政机关", "全市"]


def test_a_rate_is_not_taken_by_the_week_or_month_of_the_count_beside_it() -> None:
    found = _targets("纠纷排查每周1次，调处成功率达97%以上。")
    assert [t.period for t in found] == ["week", "year"]


def test_targets_by_size_carry_their_condition() -> None:
    text = "编制70人及以下的镇，年内至少3人取得资格；编制70人以上的镇，年内至少5人取得资格。"
    found = _targets(text)
    assert [t.value for t in found] == [Decimal(3), Decimal(5)]
    assert [
        (t.condition.field, t.condition.comparator, t.condition.value) for t in found if t.condition
    ] == [
        ("编制", "<=", Decimal(70)),
        ("编制", ">=", Decimal(70)),
    ]
    assert {t.period for t in found} == {"by 2024-12-31"}


@pytest.mark.parametrize(
    ("text", "period", "stated"),
    [
        ("每季度开展宣讲不少于1次。", "quarter", True),
        ("每年集中学法不少于4次。", "year", True),
        ("集中学法不少于4次。", "year", False),
        ("6月底前培训不少于4期。", "by 2024-06-30", True),
    ],
)
def test_a_target_knows_its_period(text: str, period: str, stated: bool) -> None:
    (target,) = _targets(text)
    assert (target.period, target.stated_period) == (period, stated)


def test_what_gives_no_number_is_marked_as_implied_or_compared() -> None:
    covered, compared = _targets("实现网上学法全覆盖，纠错率高于上年同期。")
    assert (covered.explicit, covered.value, covered.unit) == (False, Decimal(100), "%")
    assert (compared.comparator, compared.value, compared.reference) == (">", None, "上年同期")


def test_levels_that_are_to_be_covered_are_counted_whether_told_or_listed() -> None:
    told, listed = _targets("建成市、县两级覆盖的监督体系。建成覆盖县、镇（街道）的监督体系。")
    assert [(one.value, one.unit, one.explicit) for one in (told, listed)] == [(2, "级", False)] * 2
    assert _targets("做好覆盖县城的供水工程。") == []


def test_whom_a_target_binds_may_be_towns_and_departments() -> None:
    (target,) = _targets("各镇（街道）、县政府各部门年度会前学法不少于6次。")
    assert target.scope == "各镇（街道）、县政府各部门"


def test_a_work_report_has_targets_only_where_it_looks_ahead() -> None:
    text = "一、2023年工作回顾\n新建公园9个。\n二、2024年重点工作\n新建公园12个。"
    assert _read(text, "other") == [("=", "12", "个")]


def test_a_quote_reproduces_the_words_of_the_text() -> None:
    text = flow("1.学法。干部职工集中学法 不少于\u3000 4 次。")
    (target,) = read_targets(text, (), 2024, "plan")
    assert target.place.quote == text.quote(target.place) == "干部职工集中学法不少于4次"

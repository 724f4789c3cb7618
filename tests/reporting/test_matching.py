"""Figures of reports matched to indicators: by their own words, never past what narrows them."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.engine.documents.opening import read_bytes
from zhunsheng.engine.indicators.declarations import Complete, Coverage, Distinct, Share
from zhunsheng.engine.reading.indicator_words import IndicatorWords
from zhunsheng.engine.reading.read import read
from zhunsheng.engine.reporting.matching import matched
from zhunsheng.engine.reporting.matching_lexicon import is_generic

REPORT = """溪口县人民政府关于2023年度法治政府建设情况的报告

2023年，县政府推进法治政府建设，现报告如下。

一、主要举措和成效

{}

溪口县人民政府
2024年2月1日
"""


@cache
def words() -> tuple[IndicatorWords, ...]:
    """Get the words of all indicators, as whoever reads reports has them."""
    return tuple(
        IndicatorWords(
            key=named.name,
            label=named.indicator.label,
            said_as=named.indicator.said_as,
            is_share=isinstance(named.indicator, Share | Coverage | Complete)
            and not isinstance(named.indicator, Distinct),
            measure=named.indicator.measure,
        )
        for named in catalogue().indicators()
        if named.indicator.said_as
    )


def found(sentence: str, indicators: tuple[IndicatorWords, ...] | None = None) -> list[str]:
    """Get what the figures of a sentence in a report of 2023 are: an indicator, a domain's number, or ?."""
    reading = read(read_bytes(REPORT.format(sentence).encode(), "report.txt"))
    return [
        one.indicator or (one.awaits.number if one.awaits else "?")
        for one in matched(reading, words() if indicators is None else indicators)
    ]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("全县受理行政复议案件52件。", ["reconsideration.accepted"]),
        ("2023年，溪口县行政复议案件数为52件。", ["reconsideration.accepted"]),
        ("全年累计出台重大行政决策9项。", ["decisions.made"]),
        ("依法及时公开，主动公开政府信息5000余条。", ["openness.items_published"]),
        ("全县行政机关负责人出庭应诉率达95%。", ["litigation.appearance"]),
        ("受理涉企行政复议案件12件。", ["reconsideration.business_cases"]),
        (
            "全县行政处罚案件1.2万件、行政强制案件35件、行政检查8900次。",
            [
                "enforcement.penalty_acts",
                "enforcement.compulsion_acts",
                "enforcement.inspection_acts",
            ],
        ),
        (
            "办理人大代表建议45件、政协提案60件。",
            ["supervision.deputies_suggestions", "supervision.cppcc_proposals"],
        ),
        (
            "公职律师35名，聘请法律顾问40人。",
            ["legality_review.public_lawyers", "legality_review.counsel_in_office"],
        ),
        ("实现120个村（社区）法律顾问全覆盖。", ["legality_review.villages_with_counsel"]),
    ],
)
def test_a_figure_is_that_of_the_indicator_whose_words_it_has(sentence, names):
    assert found(sentence) == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "一年来，受理行政复议案件52件，办结48件，其中确认违法2件、责令履行1件。",
            [
                "reconsideration.accepted",
                "reconsideration.concluded",
                "reconsideration.confirmed_illegal",
                "reconsideration.ordered_to_perform",
            ],
        ),
        (
            "开展合法性审查30件（其中重大决策5件、规范性文件20件、其他5件），提出意见66条。",
            [
                "legality_review.reviews",
                "legality_review.reviews_major_decision",
                "legality_review.reviews_normative_document",
                "legality_review.reviews_besides",
                "legality_review.opinions_raised",
            ],
        ),
        (
            "开展联合检查30次，检查企业25家，发现问题隐患60条。",
            ["inspection.joint_visits", "inspection.joint_subjects", "inspection.joint_problems"],
        ),
        (
            "收到政府信息公开申请30件，予以公开20件，部分公开3件。",
            [
                "openness.request_new_all",
                "openness.request_granted_all",
                "openness.request_partly_all",
            ],
        ),
        (
            "印发行政规范性文件10件，报备率100%。",
            ["normative_documents.made", "normative_documents.filed"],
        ),
    ],
)
def test_general_words_are_read_with_those_of_the_figure_before(sentence, names):
    assert found(sentence) == names


@pytest.mark.parametrize(
    "sentence",
    [
        "办结48件。",
        "确认违法2件。",
        "回复率100%。",
        "其中责令履行1件。",
        "加强城市建设，予以公开20件。",
        "今年受理56件。",
    ],
)
def test_general_words_alone_match_nothing(sentence):
    assert found(sentence) == ["?"]


@pytest.mark.parametrize(
    "sentence",
    [
        "县市场监管局行政处罚案件300件。",
        "县司法局受理行政复议案件56件。",
        "青石镇行政处罚案件12件。",
        "涉企行政处罚案件12件。",
        "在食品安全领域，实施行政检查300次。",
        "强化食品药品监管。开展行政检查300次。",
        "对建设项目开展联合检查5次。",
        "围绕春耕生产，开展联合检查5次。",
        "2022年受理行政复议案件30件。",
        "去年受理行政复议案件50件。",
        "上年同期受理行政复议案件50件。",
        "第三季度实施行政检查90次。",
        "截至9月底，受理行政复议案件40件。",
        "五年来累计受理行政复议案件120件。",
        "近三年受理行政复议案件120件。",
        "三年来，法治工作不断加强。发出司法建议11条。",
        "2023年5月至当年底，全县受理行政复议案件40件。",
        "“八五”普法规划实施以来，受理行政复议案件40件。",
        "县公安局持续发力，行政处罚案件500件。",
    ],
)
def test_words_that_narrow_a_figure_leave_it_unmatched(sentence):
    assert found(sentence) == ["?"]


def test_the_whole_county_is_meant_where_a_clause_says_so_whatever_stands_before():
    said = "加大市场监管领域执法力度。全县行政处罚案件800件，行政检查900次。"
    assert found(said) == ["enforcement.penalty_acts", "enforcement.inspection_acts"]


@pytest.mark.parametrize(
    "sentence",
    [
        "行政检查35项。",
        "行政处罚事项647项。",
        "受理行政复议案件52人。",
        "受理行政复议案件达52%。",
        "行政机关负责人出庭应诉率95件。",
        "公职律师35件。",
    ],
)
def test_another_kind_of_unit_is_another_thing(sentence):
    assert found(sentence) == ["?"]


@pytest.mark.parametrize(
    "sentence",
    [
        "受理行政复议案件同比增长12%。",
        "行政复议案件比上年增加12件。",
        "行政机关负责人出庭应诉率提高5个百分点。",
    ],
)
def test_a_change_is_not_the_figure_itself(sentence):
    assert set(found(sentence)) == {"?"}


def test_a_table_is_read_where_its_rows_and_columns_are_known():
    head = "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |"
    table = f"{head}\n| 行政规范性文件 | 5 | 12 | 8 |\n| 规章 | 1 | 2 | 3 |"
    names = found(table)
    assert names[1] == "openness.proactive_repealed_normative_documents"
    assert names[2] == "openness.proactive_in_force_normative_documents"
    assert set(found(table.replace("|", "\n"))) == {"?"}


def test_a_part_is_never_of_another_domain_than_its_whole():
    assert found("受理行政复议案件100件，其中行政处罚60件。") == ["reconsideration.accepted", "?"]
    assert found("编制权责目录90项，其中行政许可30项。")[1] == "?"


def test_a_part_of_what_is_not_known_is_not_known():
    assert found("受理各类申诉100件，其中行政处罚案件60件。") == ["?", "?"]


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("组织法治讲座6场，培训1200人次。", ["D02", "D02"]),
        ("政务服务事项网办率达92%。", ["D08"]),
        ("抽取卷宗开展行政执法案卷评查80件。", ["D10"]),
        ("开展消防应急演练30场，4000人次参加。", ["D11", "D11"]),
        ("排查安全隐患700处，下发限期整改文书60份。", ["D12", "D12"]),
        ("调解组织受理矛盾纠纷820件，调解成功812件，成功率99%。", ["D13", "D13", "D13"]),
        ("开展普法宣传90场次，发放宣传资料2万份。", ["D16", "D16"]),
        ("清偿拖欠账款3500万元。", ["D17"]),
        ("启用电子印章88枚。", ["D19"]),
    ],
)
def test_figures_of_subjects_without_a_register_wait_for_their_domain(sentence, numbers):
    assert found(sentence) == numbers


def test_nothing_waits_for_a_domain_that_has_indicators():
    mediation = IndicatorWords(
        key="mediation.disputes",
        label="受理矛盾纠纷",
        said_as=("受理矛盾纠纷",),
        is_share=False,
        measure="件",
    )
    said = "受理矛盾纠纷820件，人民调解室调处90件。"
    assert found(said) == ["D13", "D13"]
    assert found(said, (*words(), mediation)) == ["mediation.disputes", "?"]


def test_a_subject_that_belongs_to_a_domain_with_indicators_waits_for_none():
    assert found("对60名法制审核人员开展业务培训。") == ["?"]


@pytest.mark.parametrize(
    "sentence",
    ["硬化村道12公里。", "栽种树木3000株。", "12345政务服务热线受理诉求700件。", "引进项目9个。"],
)
def test_what_is_no_business_of_any_domain_is_unknown(sentence):
    assert set(found(sentence)) == {"?"}


def test_two_indicators_said_with_the_same_words_are_told_and_neither_is_taken():
    twins = tuple(
        IndicatorWords(key=key, label="来信", said_as=("群众来信",), is_share=False, measure="件")
        for key in ("post.letters", "mail.letters")
    )
    reading = read(read_bytes(REPORT.format("收到群众来信9件。群众来信8件。").encode(), "a.txt"))
    last = matched(reading, twins)[-1]
    assert last.state == "unknown"
    assert last.why.zh == "像几个指标：mail.letters、post.letters"


def test_each_figure_says_why():
    reading = read(read_bytes(REPORT.format("受理行政复议案件52件。").encode(), "a.txt"))
    (one,) = matched(reading, words())
    assert (one.words, one.why.zh) == ("受理行政复议案件", "文中说的是“受理行政复议案件”")
    assert one.figure.value == 52


@pytest.mark.parametrize(
    ("core", "expected"),
    [
        ("按期答复率", True),
        ("确认违法", True),
        ("撤销或者部分撤销行政行为", True),
        ("行政复议案件", False),
        ("联合检查", False),
        ("典型案例", False),
        ("", True),
    ],
)
def test_general_words_are_told_from_those_that_name_a_subject(core, expected):
    assert is_generic(core) == expected


@given(
    st.lists(
        st.sampled_from(
            "全县 受理 行政复议案件 其中 行政处罚 确认违法 52件 3.5% 100万元 12次 ， ； 。 、 （ ） 涉企 今年 共 20人 演练 \n".split(
                " "
            )
        ),
        max_size=30,
    )
)
def test_any_text_is_matched_without_failing_and_each_figure_once(pieces):
    reading = read(read_bytes(REPORT.format("".join(pieces)).encode(), "report.txt"))
    assert [one.figure for one in matched(reading, words())] == list(reading.figures)


def test_every_domain_that_figures_wait_for_is_told_by_number_and_label():
    reading = read(read_bytes(REPORT.format("开展应急演练30场。").encode(), "a.txt"))
    (one,) = matched(reading, words())
    assert one.awaits is not None
    assert (one.awaits.number, one.awaits.label) == ("D11", "突发事件应对")
    assert one.why.zh == "属于“突发事件应对”（D11），还没有台账"

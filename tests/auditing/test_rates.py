"""Rates, shares and growth."""

from decimal import Decimal

import pytest

from tests.texts import audited
from zhunsheng.engine.auditing.agreement import rate_match
from zhunsheng.engine.auditing.model import Rate


def _rates(text: str) -> list[tuple[str, bool | None, str]]:
    return [
        (r.rate.printed, r.holds, r.match) for r in audited(text).relations if isinstance(r, Rate)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新收案件1120件，审结962件，结案率为85.9%。", ("85.9", True, "rounded")),
        ("受理纠纷3902件，调处成功3894件，调解成功率达99%。", ("99", True, "truncated")),
        ("应出庭案件13件，实际出庭13件，出庭应诉率100%。", ("100", True, "exact")),
        ("共受理申请6200件，其中行政处罚2100件，占受理总数的33.9%。", ("33.9", True, "rounded")),
        ("共受理申请6200件，其中行政处罚2100件，占受理总数的39.3%。", ("39.3", False, "broken")),
        ("共受理案件52件，办结40件，办结率86.9%。", ("86.9", False, "broken")),
    ],
)
def test_a_rate_is_judged_by_the_amounts_beside_it(
    text: str, expected: tuple[str, bool, str]
) -> None:
    assert _rates(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "一次办结事项占比100%，材料减免率42.33%。",
        "为317名人员开展培训77次、实训58次，参训率达100%。",
        "383件案件负责人出庭，出庭率为38%。",
    ],
)
def test_a_rate_without_a_base_is_not_judged(text: str) -> None:
    assert all(holds is not False for _, holds, _ in _rates(text))


def test_a_rate_in_a_sentence_of_its_own_finds_its_amounts() -> None:
    text = "全年办结947件（直接纠错63件；驳回189件；维持344件；终止351件）。直接纠错率{}%。"
    assert _rates(text.format("6.7")) == [("6.7", True, "rounded")]
    assert _rates(text.format("7.6")) == [("7.6", False, "broken")]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("受理案件268件，上年为214件，同比增长25.2%。", True),
        ("受理案件268件，上年为214件，同比增长31.2%。", False),
        ("受理案件3326件（2023年为867件），同比增长283.6%。", True),
        ("检查次数由500次下降至400次，下降20%。", True),
        ("检查次数由500次下降至400次，下降25%。", False),
    ],
)
def test_growth_is_judged_by_the_earlier_value(text: str, holds: bool) -> None:
    assert [h for _, h, _ in _rates(text)] == [holds]


def test_growth_of_something_else_is_left_alone() -> None:
    assert _rates("高新企业从112家增至241家，技术合同成交额增长1.4倍。") == []


def test_shares_that_claim_to_be_all_must_reach_a_hundred() -> None:
    text = "咨询类占52.6%，求助类占24.8%，投诉类占15.1%，其他类占{}%。"
    assert audited(text.format("7.5")).findings == ()
    assert [(f.severity, f.kind) for f in audited(text.format("5.7")).findings] == [
        ("warning", "sum")
    ]


@pytest.mark.parametrize(
    ("printed", "exact", "match"),
    [
        ("97.3", Decimal(3600) / 37, "rounded"),
        ("97.30", Decimal(3600) / 37, "rounded"),
        ("97.4", Decimal(3600) / 37, "broken"),
        ("97.2", Decimal(3600) / 37, "truncated"),
        ("25.6", Decimal("25.548"), "within"),
        ("50", Decimal(50), "exact"),
        ("12.89", Decimal("12.8955"), "truncated"),
    ],
)
def test_a_printed_rate_is_an_interval(printed: str, exact: Decimal, match: str) -> None:
    assert rate_match(printed, exact, exact) == match

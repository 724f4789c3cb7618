"""How figures are printed: exactly, and as the verifier finds it out again on its own."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reporting.samples import CATALOGUE
from zhunsheng.engine.indicators.figures import Figure
from zhunsheng.engine.reporting.identity import _figure
from zhunsheng.engine.reporting.printing import is_nothing, printed
from zhunsheng.engine.reporting.templates import Slot
from zhunsheng.engine.reporting.verifier_record import printed as follows
from zhunsheng.engine.reporting.writing import Known, bound_figure


def of(key, counted, base=0, total=None):
    """Get an indicator of the letters with a figure."""
    named = CATALOGUE.indicator(f"post.{key}")
    return named, Figure(named.indicator, counted, base, total)


@pytest.mark.parametrize(
    ("figure", "says"),
    [
        (of("letters", 52, 60), "52件"),
        (of("letters", 0, 60), "0件"),
        (of("answered", 15, 16), "93.75%"),
        (of("answered", 1, 3), "33.33%"),
        (of("answered", 2, 3), "66.67%"),
        (of("answered", 16, 16), "100%"),
        (of("answered", 0, 16), "0%"),
        (of("answered", 99_999, 100_000), "99.99%"),  # not whole, so never 100%
        (of("answered", 1, 100_000), "0.01%"),  # not nothing, so never 0%
        (of("answered", 0, 0), None),
        (of("fees", 1, 1, 12_345), "123.45元"),
        (of("fees", 1, 1, 999_999), "9999.99元"),
        (of("fees", 1, 1, 1_000_000), "1万元"),
        (of("fees", 1, 1, 552_220_000), "552.22万元"),
        (of("fees", 1, 1, 1_005_000), "1.01万元"),  # 1.005 is rounded half up
        (of("fees", 0, 0, None), None),
        (of("days", 4, 60, 30), "3.75日"),
        (of("days", 3, 60, Decimal("0.03")), "0.01日"),  # 0.005
        (of("days", 0, 60, None), None),
    ],
)
def test_a_figure_is_printed_in_its_own_unit(figure, says):
    assert printed(*figure) == says


@pytest.mark.parametrize(
    ("key", "now", "last", "says"),
    [
        ("letters", (52, 60), (49, 50), "增加3件"),
        ("letters", (49, 60), (52, 50), "减少3件"),
        ("letters", (52, 60), (52, 50), "持平"),
        ("answered", (15, 16), (14, 16), "提高6.25个百分点"),
        ("answered", (2, 3), (1, 1), "下降33.33个百分点"),
        ("answered", (15, 16), (0, 0), None),
        ("fees", (1, 1, 2_000_000), (1, 1, 500_000), "增加1.5万元"),
        ("fees", (1, 1, 500_000), (1, 1, 500_001), "减少0.01元"),
    ],
)
def test_a_change_is_told_with_its_direction(key, now, last, says):
    named, figure = of(key, *now)
    assert printed(named, figure, of(key, *last)[1], "change") == says


def test_without_the_year_before_there_is_no_change_and_no_last():
    for part in ("last", "change"):
        assert printed(*of("letters", 52, 60), None, part) is None


def test_the_two_sides_of_a_share_are_counts():
    assert printed(*of("answered", 15, 16), None, "counted") == "15件"
    assert printed(*of("answered", 15, 16), None, "base") == "16件"
    assert printed(*of("answered", 0, 0), None, "base") is None


def test_nothing_is_told_from_a_change_of_nothing():
    assert is_nothing(of("letters", 0, 60)[1])
    assert is_nothing(of("fees", 1, 1, 0)[1])
    assert is_nothing(of("answered", 0, 0)[1], "base")
    assert not is_nothing(of("letters", 0, 60)[1], "change")
    assert not is_nothing(of("letters", 1, 60)[1])


COUNTS = st.integers(0, 10**12)
TOTALS = st.none() | st.integers(-(10**18), 10**18)
DECIMALS = st.none() | st.decimals(-(10**12), 10**12, places=4)


@st.composite
def figures(draw):
    """Get a figure of this year and one of last year of any of the indicators."""
    key = draw(st.sampled_from(["letters", "answered", "fees", "days"]))
    made = []
    for _ in range(2):
        counted = draw(COUNTS)
        base = counted + draw(COUNTS) if counted else draw(COUNTS)
        totals = {"fees": TOTALS, "days": DECIMALS}.get(key, st.none()) if counted else st.none()
        made.append(of(key, counted, base, draw(totals))[1])
    return CATALOGUE.indicator(f"post.{key}"), made[0], draw(st.sampled_from([made[1], None]))


@given(figures(), st.sampled_from(["value", "counted", "base", "last", "change"]))
def test_the_verifier_prints_every_figure_as_the_report_does(found, part):
    named, now, last = found
    said = printed(named, now, last, part)
    figure = bound_figure("f1", Slot(named.name, part), Known(named, now, last), said or "", "", "")
    assert follows(_figure(figure)) == said


@given(st.integers(0, 10**18), st.integers(1, 10**18))
def test_a_share_is_printed_no_further_from_it_than_rounding_explains(counted, more):
    says = printed(*of("answered", counted, counted + more))
    exact = Fraction(counted * 100, counted + more)
    gap = abs(Fraction(says.removesuffix("%")) - exact)
    # At most half a hundredth, but for what must not become 0 or 100.
    assert gap <= Fraction(1, 200) or says in {"0.01%", "99.99%"}
    assert (says == "100%") == (more == 0)
    assert (says == "0%") == (counted == 0)


@given(st.integers(0, 10**40))
def test_money_of_any_size_is_rounded_half_up_and_no_further(fen):
    says = printed(*of("fees", 1, 1, fen))
    unit = 1_000_000 if says.endswith("万元") else 100
    told = Fraction(says.rstrip("万元"))
    assert -Fraction(1, 200) < told - Fraction(fen, unit) <= Fraction(1, 200)

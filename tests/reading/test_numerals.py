"""Numbers in running text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.engine.reading.numerals import Number, chinese_value, fold, numbers


def _only(text: str) -> Number:
    found = list(numbers(fold(text)))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.7万件", "27000"),
        ("1,234,567元", "1234567"),
        ("１２．５％", "12.5"),
        ("3.68万亿元", "3680000000000"),
        ("二千零五件", "2005"),
        ("一万二千三百四十五人", "12345"),
        ("二○二四", "2024"),
        ("百分之九十五", "95"),
        ("两万份", "20000"),
        ("增长-3.2%", "-3.2"),
    ],
)
def test_a_number_has_the_value_it_says(text: str, value: str) -> None:
    assert _only(text).value == Decimal(value)


@pytest.mark.parametrize("text", ["20余份", "5000多人", "近90万件", "约30家", "十余次", "万余名"])
def test_about_and_more_than_make_a_number_approximate(text: str) -> None:
    assert _only(text).approx


def test_a_range_keeps_both_ends() -> None:
    found = _only("3至5个")
    assert (found.low, found.value) == (3, 5)


def test_a_unit_that_begins_with_a_thousand_is_no_multiplier() -> None:
    assert _only("3千瓦").value == 3


@pytest.mark.parametrize(
    "text", ["1" + "0" * 16 + "亿元", "9" * 400 + "件", "3.14159265", "192.168.0.1"]
)
def test_a_run_of_digits_that_is_no_count_is_not_read_in_part(text: str) -> None:
    assert list(numbers(fold(text))) == []


def test_the_scale_is_what_the_last_digit_is_worth() -> None:
    assert _only("2.71万件").scale == 100


@pytest.mark.parametrize("numeral", ["十十", "百三千", "三五", "万万亿点", "点五"])
def test_a_malformed_chinese_numeral_has_no_value(numeral: str) -> None:
    value = chinese_value(numeral)
    assert value is None or (numeral == "三五" and value == 35)


@given(st.integers(min_value=1, max_value=99_999_999))
def test_any_whole_number_written_in_chinese_is_read_back(value: int) -> None:
    assert chinese_value(_written(value)) == value


def _written(value: int) -> str:
    """Write a whole number in Chinese, the plain way."""
    if value >= 10_000:
        rest = value % 10_000
        gap = "零" if 0 < rest < 1000 else ""
        return _written(value // 10_000) + "万" + gap + (_written(rest) if rest else "")
    text, pending = "", False
    for worth, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, worth)
        if digit:
            text += ("零" if pending and text else "") + "零一二三四五六七八九"[digit] + name
            pending = False
        else:
            pending = True
    return text


@given(st.text())
def test_no_text_makes_the_reading_of_numbers_fail(text: str) -> None:
    end = 0
    for number in numbers(fold(text)):
        assert end <= number.start < number.end <= len(text)
        end = number.end

"""Phrases that name a time, read against the year of a plan."""

from datetime import date

import pytest

from zhunsheng.engine.reading.dates import DatePhrase, date_phrases


def _phrases(text: str, year: int | None = 2024) -> list[DatePhrase]:
    return list(date_phrases(text, 0, len(text), year))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("年底前", date(2024, 12, 31)),
        ("2024年底前", date(2024, 12, 31)),
        ("2024年年底前", date(2024, 12, 31)),
        ("6月底前", date(2024, 6, 30)),
        ("6月前", date(2024, 5, 31)),
        ("九月底前", date(2024, 9, 30)),
        ("9月30日前", date(2024, 9, 30)),
        ("2024年2月", date(2024, 2, 29)),
        ("上半年", date(2024, 6, 30)),
        ("一季度末", date(2024, 3, 31)),
        ("到2025年", date(2025, 12, 31)),
        ("5月12日", date(2024, 5, 12)),
        ("“5·12”", date(2024, 5, 12)),
        ("年内", date(2024, 12, 31)),
        ("当年年底", date(2024, 12, 31)),
        ("明年6月底", date(2025, 6, 30)),
        ("每年1月31日前", date(2024, 1, 31)),
        ("（2023—2025年）", date(2025, 12, 31)),
    ],
)
def test_a_phrase_stands_for_the_last_day_it_allows(text: str, day: date) -> None:
    (phrase,) = _phrases(text)
    assert (phrase.date, text[phrase.start : phrase.end]) == (day, text.removeprefix("到"))


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("每季度", "quarter"),
        ("每个季度", "quarter"),
        ("每月5日前", "month"),
        ("每半年", "half-year"),
    ],
)
def test_what_recurs_says_how_often_and_has_no_day(text: str, every: str) -> None:
    (phrase,) = _phrases(text)
    assert (phrase.every, phrase.date) == (every, None)


def test_the_number_of_an_item_is_no_part_of_the_month_behind_it() -> None:
    assert [p.date for p in _phrases("\n3.6月底前完成", 2024)] == [date(2024, 6, 30)]
    assert [p.date for p in _phrases("增长3.6月", 2024)] == []


def test_the_end_of_a_span_takes_its_year_from_the_beginning() -> None:
    assert [p.date for p in _phrases("2023年11月1日至12月底")] == [
        date(2023, 11, 1),
        date(2023, 12, 31),
    ]


@pytest.mark.parametrize("text", ["2月30日前", "3年内", "2024年", "2022年以来", "12345"])
def test_days_that_do_not_exist_and_lengths_of_time_are_no_dates(text: str) -> None:
    assert _phrases(text) == []


def test_without_a_year_only_phrases_with_their_own_year_have_a_date() -> None:
    assert [p.date for p in _phrases("6月底前、2025年6月底前", None)] == [None, date(2025, 6, 30)]

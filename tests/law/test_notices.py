"""Notice files: what is read, what is refused and in which words, and what a new one moves."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.law.clocks_of_many_kinds import clock
from zhunsheng.engine.law.calendar import Calendar, Kind
from zhunsheng.engine.law.changes import moved_days, moved_deadlines, with_notice
from zhunsheng.engine.law.errors import LawError, NoticeError
from zhunsheng.engine.law.notices import MAX_BYTES, published_notices, read_notice
from zhunsheng.engine.law.states import Run

NEXT_YEAR = """\
title = "某年放假通知"
number = "某办发明电〔2026〕1号"
issued = 2026-11-05
year = 2027
work = [2027-01-03, 2027-02-20]

[[off]]
festival = "元旦"
first = 2027-01-01
last = 2027-01-02

[[off]]
festival = "春节"
first = 2027-02-05
last = 2027-02-12
"""
REGIONAL = """\
title = "某州民族节日放假通知"
number = "某州政发〔2025〕3号"
issued = 2025-12-01
year = 2026
region = "某州"

[[off]]
festival = "民族节"
first = 2026-04-17
last = 2026-04-20
"""


def read(text: str):
    return read_notice(text.encode(), "notice.toml")


def test_every_year_from_2004_to_2026_has_a_notice_with_number_and_date():
    notices = published_notices()
    assert {notice.year for notice in notices} == set(range(2004, 2027))
    assert len({notice.number for notice in notices}) == len(notices) == 26
    for notice in notices:
        assert date(notice.year - 1, 10, 1) <= notice.issued <= date(notice.year, 5, 31)


def test_a_day_off_keeps_the_number_of_its_notice():
    calendar = Calendar()
    assert calendar.day(date(2025, 10, 8)).source == "国办发明电〔2024〕12号"
    assert calendar.day(date(2025, 10, 11)).kind is Kind.MAKE_UP


def test_a_later_notice_of_the_same_year_holds():
    extended = Calendar().day(date(2020, 2, 1))
    assert not extended.is_working
    assert extended.source == "国办发明电〔2020〕1号"


def test_a_make_up_day_in_december_belongs_to_the_next_years_notice():
    assert Calendar().day(date(2005, 12, 31)).source == "国办发明电〔2005〕35号"


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("year = 2027", "", "缺少year"),
        ("year = 2027", 'year = "2027"', "year"),
        ("year = 2027", "year = 99999", "1949到2099"),
        ("year = 2027", "year = 2027\nweather = 1", "weather"),
        ("〔2026〕1号", "[2026]1号", "发文字号"),
        ("issued = 2026-11-05", 'issued = "2026-11-05"', "日期"),
        ("issued = 2026-11-05", "issued = 2026-11-05T00:00:00", "日期"),
        ("last = 2027-02-12", "last = 2027-02-01", "先后相接"),
        ("last = 2027-02-12", "last = 2027-12-12", "1至31天"),
        ("last = 2027-02-12", "", "festival、first、last"),
        ("2027-02-20]", "2027-02-05]", "写了两次"),
        ("2027-02-20]", "2027-02-22]", "不是周六、周日"),
        ("2027-02-20]", "2029-02-24]", "不属于2027年"),
        ("work = [", "work = 1 # ", "列表"),
        ('festival = "元旦"', 'festival = ""', "festival"),
        ('festival = "元旦"', "festival = [", "不是TOML"),
    ],
)
def test_a_notice_that_contradicts_itself_is_refused_in_words(old, new, complaint):
    with pytest.raises(NoticeError) as refused:
        read(NEXT_YEAR.replace(old, new, 1))
    assert complaint in refused.value.message.zh
    assert refused.value.message.zh.startswith("notice.toml：")
    assert "Nothing was taken" in refused.value.message.en


@pytest.mark.parametrize("region", ["../../某州", "某", "a" * 20])
def test_a_region_is_the_name_of_a_place(region):
    with pytest.raises(NoticeError, match="地名"):
        read(REGIONAL.replace('"某州"', f'"{region}"', 1))


def test_a_notice_without_any_day_is_refused():
    with pytest.raises(NoticeError, match="没有写任何一天"):
        read(NEXT_YEAR.partition("work")[0])


def test_a_file_that_is_too_large_is_not_parsed():
    with pytest.raises(NoticeError, match="64KB"):
        read_notice(b"#" * (MAX_BYTES + 1), "notice.toml")


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_a_notice_or_are_refused(content):
    with suppress(NoticeError):
        assert read_notice(content, "notice.toml").number


@given(
    st.recursive(
        st.integers()
        | st.booleans()
        | st.dates().map(str)
        | st.text("年节[]{}=,\"'\n", max_size=9),
        lambda inner: st.lists(inner, max_size=3),
        max_leaves=6,
    )
)
def test_any_value_of_an_entry_is_taken_or_refused(value):
    with suppress(NoticeError):
        read(NEXT_YEAR.replace("year = 2027", f"year = {value!r}", 1))
    with suppress(NoticeError):
        read(NEXT_YEAR.replace("work = [", f"work = {value!r} # ", 1))


def test_adding_a_notice_lists_every_day_that_moves_old_and_new():
    before = Calendar()
    after = with_notice(before, read(NEXT_YEAR))
    moved = {day.before.date: day for day in moved_days(before, after, (2026, 2027))}
    assert moved[date(2027, 2, 20)].after.kind is Kind.MAKE_UP
    assert moved[date(2027, 2, 11)].before.is_working
    assert not moved[date(2027, 2, 11)].after.is_working
    for day in after.days(date(2027, 1, 1), date(2027, 12, 31)):
        differs = day.is_working != before.is_working(day.date)
        assert (day.date in moved) == differs
    assert not after.day(date(2026, 12, 30)).provisional


def test_adding_a_notice_lists_every_deadline_that_moves_or_becomes_certain():
    before = Calendar()
    after = with_notice(before, read(NEXT_YEAR))
    twenty = clock("working_day", 20)
    runs = [
        Run(clock=twenty, started=date(2027, 1, 20)),
        Run(clock=twenty, started=date(2025, 1, 20)),
        Run(clock=twenty),
    ]
    (moved,) = moved_deadlines(runs, before, after, date(2027, 1, 20))
    assert moved.run is runs[0]
    assert (moved.was_provisional, moved.is_provisional) == (True, False)
    assert moved.before == date(2027, 2, 23)
    assert moved.after == date(2027, 2, 24)


def test_a_notice_is_not_taken_twice():
    with pytest.raises(NoticeError, match="没有重复采用"):
        with_notice(Calendar(), published_notices()[-1])


def test_a_regions_holiday_is_off_in_the_region_alone():
    regional = Calendar([*published_notices(), read(REGIONAL)], region="某州")
    assert not regional.is_working(date(2026, 4, 17))
    assert Calendar([*published_notices(), read(REGIONAL)]).is_working(date(2026, 4, 17))
    assert regional.day(date(2026, 4, 17)).source == "某州政发〔2025〕3号"


def test_a_year_for_which_the_region_has_no_notice_is_provisional_there():
    regional = Calendar([*published_notices(), read(REGIONAL)], region="某州")
    assert regional.day(date(2025, 6, 3)).provisional
    assert not regional.day(date(2026, 6, 3)).provisional


def test_a_region_nobody_knows_is_refused():
    with pytest.raises(LawError, match="某州"):
        Calendar(region="某州")


def test_a_year_left_out_before_2027_is_refused():
    with pytest.raises(LawError, match="2010"):
        Calendar(notice for notice in published_notices() if notice.year != 2010)


def test_a_region_may_make_a_weekday_ordinary_again():
    national = published_notices()
    working = replace(read(REGIONAL), holidays=(), work=(date(2026, 5, 5),))
    day = Calendar([*national, working], region="某州").day(date(2026, 5, 5))
    assert day.is_working

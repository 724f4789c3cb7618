"""Charts: gaps where there is no figure, six series at most, everything reached by keyboard, on paper too."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from zhunsheng.web.indicators.charts import as_svg, fonts
from zhunsheng.web.indicators.charts.as_png import png
from zhunsheng.web.indicators.charts.bars import Average, Bar, bars
from zhunsheng.web.indicators.charts.fonts import NoFontError
from zhunsheng.web.indicators.charts.lettering import lines_of, width_of
from zhunsheng.web.indicators.charts.scales import ticks
from zhunsheng.web.indicators.charts.shapes import Curve, Mark, Picture, Words
from zhunsheng.web.indicators.charts.sparks import spark
from zhunsheng.web.indicators.charts.trend import Point, Series, trend

SVG = "{http://www.w3.org/2000/svg}"
LONG = "溪口县农业农村和交通运输局综合行政执法大队驻五通桥区青石镇联合执法工作站办公室"
MONTHS = [f"{month}月" for month in range(1, 13)]
EXACT = st.fractions(-(10**6), 10**9, max_denominator=1000).map(float)
VALUES = st.one_of(st.none(), EXACT.map(abs))


def points(*values: float | None) -> tuple[Point, ...]:
    return tuple(
        Point(value, f"{month}月 {value}", f"/behind/{month}/")
        for month, value in enumerate(values, start=1)
    )


def percent(value: float) -> str:
    return f"{value:.0%}"


def drawn(picture: Picture) -> etree._Element:
    svg = as_svg.chart(picture, "c").replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return etree.fromstring(svg)


def curves(picture: Picture) -> list[Curve]:
    return [part for part in picture.parts if isinstance(part, Curve)]


def marks(picture: Picture) -> list[Mark]:
    return [part for part in picture.parts if isinstance(part, Mark)]


def test_a_month_without_a_figure_is_a_gap_and_no_nought():
    given_ = points(0.5, 0.6, None, 0.8, 0.7, None, 0.9)
    picture = trend("率", MONTHS[:7], [Series("2026年", given_)], percent, of_one=True)
    assert [len(curve.points) for curve in curves(picture)] == [2, 2]
    assert [mark.says for mark in marks(picture)] == [
        one.says for one in given_ if one.value is not None
    ]


def test_a_figure_of_nought_is_drawn_at_the_bottom():
    picture = trend("件", MONTHS[:2], [Series("2026年", points(0, 10))], str)
    (curve,) = curves(picture)
    assert curve.points[0][1] > curve.points[1][1]


def test_more_than_six_series_are_refused():
    series = [Series(str(number), points(1)) for number in range(7)]
    with pytest.raises(ValueError, match="at most 6"):
        trend("件", MONTHS[:1], series, str)


def test_series_differ_by_dash_and_form_and_not_by_colour_alone():
    looks = {
        (look.dash, look.form)
        for look in (
            one.look
            for one in curves(
                trend("件", MONTHS[:2], [Series(str(n), points(1, 2)) for n in range(6)], str)
            )
        )
    }
    assert len(looks) == 6


def test_every_point_is_a_link_with_a_name():
    svg = drawn(trend("率", MONTHS[:3], [Series("2026年", points(1, None, 3))], str))
    links = svg.findall(f".//{SVG}a")
    assert [link.get("aria-label") for link in links] == ["1月 1", "3月 3"]
    assert [link.get("href") for link in links] == ["/behind/1/", "/behind/3/"]
    assert svg.get("aria-label") == "率"


def test_a_mark_that_leads_nowhere_takes_the_focus_all_the_same():
    svg = drawn(bars("各单位", [Bar("司法局", 0.5, "1/2 50.00%")]))
    (group,) = [one for one in svg.iter(f"{SVG}g") if one.get("tabindex") == "0"]
    assert group.get("aria-label") == "司法局 1/2 50.00%"


def test_a_bar_shows_its_base_and_one_without_a_figure_a_dash():
    picture = bars(
        "各单位", [Bar("司法局", 0.8, "12/15 80.00%"), Bar("教育局", None, "—")], of_one=True
    )
    said = [[one.text for one in mark.shapes if isinstance(one, Words)] for mark in marks(picture)]
    assert said == [["司法局", "12/15 80.00%"], ["教育局", "—"]]


@pytest.mark.parametrize("narrow", [False, True])
def test_a_long_name_stands_in_two_lines_inside_the_picture(narrow: bool):
    picture = bars("各单位", [Bar(LONG, 0.8, "12/15 80.00%")], of_one=True, narrow=narrow)
    (mark,) = marks(picture)
    names = [one for one in mark.shapes if isinstance(one, Words)][:-1]
    assert len(names) == 2
    assert mark.says.startswith(LONG)
    assert all(one.whole == LONG for one in names if "…" in names[-1].text)
    for one in names:
        left = one.x if one.anchor == "start" else one.x - width_of(one.text, one.size)
        assert left >= 0
        assert left + width_of(one.text, one.size) <= picture.width


def test_nothing_of_a_chart_needs_a_style_or_a_script():
    picture = bars(
        "<b>各单位</b>",
        [Bar('"><script>', 0.8, "12/15", "/x/?a=1&b=2", marked=True)],
        average=Average(0.5, "平均"),
    )
    svg = as_svg.chart(picture, "c")
    drawn(picture)
    assert "<script" not in svg
    assert "style" not in svg
    assert "<b>" not in svg


@given(st.lists(VALUES, min_size=1, max_size=12), st.booleans())
def test_any_figures_are_drawn_inside_the_picture(values: list[float | None], narrow: bool):
    picture = trend(
        "件", MONTHS[: len(values)], [Series("2026年", points(*values))], str, narrow=narrow
    )
    for curve in curves(picture):
        assert all(0 <= x <= picture.width and 0 <= y <= picture.height for x, y in curve.points)
    small = spark("件", values)
    for curve in curves(small):
        assert all(0 <= x <= small.width and 0 <= y <= small.height for x, y in curve.points)
    drawn(picture)


@given(st.lists(EXACT, max_size=20))
def test_an_axis_holds_all_its_figures_and_the_nought(values: list[float]):
    shown = ticks(values)
    assert shown[0] <= min([0, *values])
    assert shown[-1] >= max([0, *values]) * (1 - 1e-9)
    assert 0 in shown
    assert 2 <= len(shown) <= 9


@given(st.text(max_size=60), st.integers(20, 300))
def test_lines_hold_the_text_in_order(text: str, width: int):
    found = lines_of(text, width, 13)
    joined = "".join(found).removesuffix("…").replace(" ", "")
    assert len(found) <= 2
    assert "".join(text.split()).startswith("".join(joined.split()))


def test_a_png_holds_what_the_page_shows_and_more():
    picture = bars("各单位", [Bar(LONG, 0.8, "12/15 80.00%", marked=True)], of_one=True)
    image = Image.open(io.BytesIO(png(picture, "按期答复率", ["账目12"])))
    assert image.format == "PNG"
    assert image.width == (picture.width + 32) * 2
    assert image.height > picture.height * 2
    assert len(set(image.convert("L").tobytes())) > 10


def test_without_a_chinese_font_it_is_said_what_to_do(monkeypatch, tmp_path: Path):
    monkeypatch.delenv(fonts.VARIABLE, raising=False)
    monkeypatch.setattr(fonts, "_folders", lambda: (tmp_path,))
    with pytest.raises(NoFontError) as refused:
        png(bars("各单位", []), "按期答复率", [])
    assert "fonts-noto-cjk" in refused.value.message.zh
    assert "CSV" in refused.value.message.zh


def test_a_file_that_is_no_chinese_font_is_not_drawn_with(monkeypatch, tmp_path: Path):
    wrong = tmp_path / "NotoSansSC.ttf"
    wrong.write_bytes(b"no font")
    monkeypatch.setenv(fonts.VARIABLE, str(wrong))
    with pytest.raises(NoFontError, match="NotoSansSC"):
        fonts.font(12)

"""Titles in 《》 and document numbers, as they stand and as they go wrong."""

import pytest

from tests.texts import flow
from zhunsheng.engine.reading.instruments import read_document_numbers, read_instruments


def _titles(text: str) -> list[str]:
    return [instrument.title for instrument in read_instruments(flow(text))]


def _numbers(text: str) -> list[tuple[str, bool]]:
    found = read_document_numbers(flow(text))
    return [(f"{n.agency} {n.year} {n.serial}", n.regular) for n in found]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("落实《云山县执法办法》和《云山县听证规则》。", ["云山县执法办法", "云山县听证规则"]),
        ("印发《关于修改〈云山县办法〉的决定》。", ["关于修改〈云山县办法〉的决定"]),
        ("《关于转发《云山县方案》的通知》要求。", ["关于转发《云山县方案》的通知"]),
        ("依据〈云山县条例〉办理。", ["云山县条例"]),
        ("《云山县方案（试行）》《云山县方案（试行）》", ["云山县方案（试行）"] * 2),
    ],
)
def test_titles_are_read_without_their_outermost_marks(text: str, titles: list[str]) -> None:
    assert _titles(text) == titles


def test_a_title_runs_on_over_a_line_break() -> None:
    text = "　　各单位要认真学习并贯彻执行《云山县人民政府关于规范行\n政执法工作的若干规定》，按要求报送材料。"
    assert _titles(text) == ["云山县人民政府关于规范行政执法工作的若干规定"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("按照《云山县条例，结合《云山县细则》执行。", ["云山县条例", "云山县细则"]),
        ("《云山县关于印发《工作要点》的通知，各镇", ["云山县关于印发《工作要点》的通知"]),
        ("贯彻《云山县优化环境条例等规定", ["云山县优化环境条例"]),
        ("学习《云山县", []),
        ("《》", []),
    ],
)
def test_a_title_that_is_not_closed_is_read_as_far_as_it_can_be_told(
    text: str, titles: list[str]
) -> None:
    assert _titles(text) == titles


def test_the_place_of_a_title_reproduces_it() -> None:
    text = flow("一、学习《云山县\n　　办法》。")
    (instrument,) = read_instruments(text)
    assert text.quote(instrument.place) == "云山县办法"


@pytest.mark.parametrize(
    ("text", "number", "regular"),
    [
        ("云府办发〔2024〕29号", "云府办发 2024 29", True),
        ("云府办发 〔2024〕 29 号", "云府办发 2024 29", True),
        ("根据云府办发[2024]29号文件", "云府办发 2024 29", False),
        ("云府办发【2024】29号", "云府办发 2024 29", False),
        ("对云府办发（2024）29号进行清理", "云府办发 2024 29", False),
        ("云府规﹝2024﹞3号", "云府规 2024 3", False),
        ("云府规〔2024〕第3号", "云府规 2024 3", False),
        ("雲府規〔2024〕3號", "雲府規 2024 3", True),
        ("云府规〔2024〕012号", "云府规 2024 12", False),
    ],
)
def test_document_numbers_are_read_in_every_bracket(text: str, number: str, regular: bool) -> None:
    assert _numbers(text) == [(number, regular)]


@pytest.mark.parametrize("text", ["按〔2024〕12号办理", "2024年第12号公告", "（2024）云01行初5号"])
def test_what_names_no_issuer_or_serial_is_no_document_number(text: str) -> None:
    assert _numbers(text) == []

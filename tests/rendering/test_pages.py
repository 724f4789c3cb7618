"""The page that stands alone, and the workbook."""

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.texts import document_of
from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.documents.document import Cell, Document, Table
from zhunsheng.engine.reading.read import read
from zhunsheng.rendering.as_html import page_of
from zhunsheng.rendering.as_xlsx import Entry, workbook_of
from zhunsheng.rendering.highlighting import Highlight, blocks_of

BROKEN = "关于2024年度工作情况的报告\n共接待来访887人次，其中信访306人次，投诉90人次，咨询430人次，其他77人次。\n"


def _page(document: Document) -> str:
    reading = read(document)
    return page_of(document.name, reading, audit(reading))


def test_words_of_a_document_never_become_markup() -> None:
    page = _page(
        document_of("报告\n<script>alert(1)</script>受理案件12件<img src=x onerror=alert(1)>。")
    )
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "<script>alert(1)</script>" in html.fromstring(page).xpath("string(//article)")


def test_the_page_loads_nothing_and_allows_only_its_own_script_and_style() -> None:
    page = _page(document_of(BROKEN))
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page)
    assert "unsafe" not in page
    assert re.search(r"default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-", page)
    assert " style=" not in page
    assert not re.search(r"<[a-z]+ [^>]*\bon[a-z]+=", page)


def test_every_finding_leads_to_a_place_in_the_text() -> None:
    tree = html.fromstring(_page(document_of(BROKEN)))
    targets = {link.get("href")[1:] for link in tree.xpath("//*[@id='findings']//a")}
    ids = set(tree.xpath("//article//@id"))
    assert targets
    assert targets <= ids


def test_the_text_on_the_page_is_the_text_as_it_was_opened() -> None:
    tree = html.fromstring(_page(document_of(BROKEN)))
    assert "".join(tree.xpath("//article//p//text()")) == BROKEN.replace("\n", "")


def test_a_page_without_findings_says_so() -> None:
    assert "没有发现疑点" in _page(document_of("关于2024年度工作情况的报告\n受理案件12件。"))


def test_an_empty_document_gives_a_page_that_says_so() -> None:
    assert "文件里没有文字" in _page(document_of(""))


def test_cells_of_a_table_stand_as_a_table() -> None:
    cells = (Cell(row=0, column=0, start=0, end=2), Cell(row=0, column=1, start=3, end=5))
    (block,) = blocks_of(document_of("县政\n12", tables=(Table(cells=cells),)), [])
    assert [[piece.text for piece in cell.pieces] for cell in block.rows[0]] == [["县政"], ["12"]]


@given(
    st.text(alphabet="甲乙丙\n ", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=12),
)
def test_overlapping_highlights_lose_no_character(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Highlight(start=a, end=a + n, kinds=(f"k{i}",)) for i, (a, n) in enumerate(spans)]
    blocks = list(blocks_of(document_of(text), marks))
    shown = ["".join(piece.text for piece in block.pieces) for block in blocks]
    assert shown == [line for line in text.split("\n") if line.strip()]
    position = 0
    for block in blocks:
        position = text.index("".join(piece.text for piece in block.pieces), position)
        for piece in block.pieces:
            covering = {
                f"k{i}"
                for i, (a, n) in enumerate(spans)
                if a < position + len(piece.text) and position < a + n
            }
            assert set(piece.kinds) == covering
            position += len(piece.text)


@pytest.mark.parametrize("words", ["=1+1", "+cmd", "-2+3", "@SUM(A1)"])
def test_a_cell_of_the_workbook_never_runs(words: str) -> None:
    reading = read(document_of(f"关于2024年度工作情况的报告\n{words}受理案件12件。"))
    book = workbook_of([Entry(name=f"{words}.txt", reading=reading, audit=audit(reading))], "zh")
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        sheets = [
            archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name
        ]
    assert len(sheets) == 5
    assert not any("<f>" in sheet for sheet in sheets)

"""Text of users stays text in a report, whatever signs it holds, and comes back out of each file."""

import io
import re

import docx
import pypdfium2
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import html

from tests.rendering import report_samples as samples
from zhunsheng.engine.reporting.model import Block, BoundFigure, Report, Span
from zhunsheng.rendering.report import as_docx, as_html, as_pdf
from zhunsheng.rendering.report.printable import printable

_SPECIAL = "#$*_<>@\\&'\"`~=-+/[]{}()|%^!?;:,. \n\t\r\x00\x0b\x1b\x7f\x85\u2028\ufffe"
_ANY = st.text(st.one_of(st.sampled_from(_SPECIAL), st.characters()), min_size=1, max_size=60)
# What the fonts have, and what a PDF keeps in the order of the text.
_SET = st.text(
    st.one_of(
        st.sampled_from("#$*_<>@\\&'\"`~=-+/[]{}()|%^!?;:,.\n\t"),
        st.sampled_from(
            "县政府关于法治建设情况的报告受理案件。，、；：《》（）“”〔〕！？0123456789abcXYZ"
        ),
    ),
    min_size=1,
    max_size=80,
)
_QUIET = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
_MARKUP = "#let x = 1; $a^2$ *粗* _斜_ <标签> @引用 \\ `码` // 注 /* */ [内] https://a.invalid \x07"


def _report(text: str) -> Report:
    """Put a text wherever users' words stand."""
    figure = BoundFigure(
        id="f1",
        indicator="a.b",
        label=text,
        part="value",
        printed=text,
        measure=text,
        period=text,
        place=text,
        counted=1,
        base=2,
        says=text,
        source=text,
    )
    words = (Span(text),)
    blocks = (
        Block("title", words),
        Block("addressee", words),
        Block("heading", words, level=1, number="一、"),
        Block("paragraph", words),
        Block("paragraph", (Span("其中"), Span(text, "f1"))),
        Block("signature", words),
        Block("date", words),
        Block("table_title", words),
        Block("table", rows=((words, words), (words, (Span(text, "f1"),)))),
    )
    return Report(
        title=text, issuer=text, year=2025, number=text, blocks=blocks, figures={"f1": figure}
    )


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@_QUIET
@given(_ANY)
@example(_MARKUP)
@example("a" * 300)
def test_every_text_comes_back_out_of_docx_as_it_was(text: str) -> None:
    found = docx.Document(io.BytesIO(as_docx(_report(text), red_head=True)))
    by_style: dict[str, list[str]] = {}
    for paragraph in found.paragraphs:
        by_style.setdefault(paragraph.style.name, []).append(paragraph.text)
    assert by_style["Body Text"] == [printable(text), "其中" + printable(text)]
    assert by_style["Heading 1"] == ["一、" + printable(text)]
    assert found.tables[0].cell(1, 1).text == printable(text)
    assert found.tables[1].cell(1, 5).text == printable(text)


@_QUIET
@given(_ANY)
@example(_MARKUP)
@example("</style><script>alert(1)</script>")
def test_every_text_comes_back_out_of_the_page_as_it_was(text: str) -> None:
    page = html.fromstring(as_html(_report(text), red_head=True).encode())
    first, second = page.xpath("//p[@class='paragraph']")
    assert first.text_content() == printable(text)
    assert second.text_content() == "其中" + printable(text)
    assert page.xpath("//h2")[0].text_content() == "一、" + printable(text)
    assert page.xpath("//section[1]//td")[1].text_content() == printable(text)
    assert not page.xpath("//script")


@_QUIET
@given(_SET)
@example(_MARKUP.replace("\x07", ""))
@example("a" * 300)
@example("-")
def test_every_text_comes_back_out_of_pdf_up_to_white_space(text: str) -> None:
    pages = pypdfium2.PdfDocument(as_pdf(_report(text), red_head=True, system_fonts=False))
    said = "".join(_squeezed(page.get_textpage().get_text_range()) for page in pages)
    # A hyphen at the end of a line is told as one that may be left out.
    said = re.sub(r"—\d+—", "", said).replace("\ufffe", "-")
    assert f"其中{_squeezed(text)}" in said


@_QUIET
@given(_ANY)
@example("\U0001f600 العربية ไทย \ue000 \U00020000")
@example("\n")
def test_no_text_keeps_a_pdf_from_being_made(text: str) -> None:
    assert as_pdf(_report(text), red_head=True, system_fonts=False).startswith(b"%PDF-")


def test_a_sign_of_private_use_makes_a_plain_pdf_and_a_rare_name_does_not() -> None:
    assert b"pdfaid" in as_pdf(samples.short(title="縣長喆堃—…·"), system_fonts=False)
    private = as_pdf(samples.short(title="\ue000私用"), system_fonts=False)
    assert private.startswith(b"%PDF-")
    assert b"pdfaid" not in private


@pytest.mark.parametrize("render", [as_docx, as_pdf, as_html])
def test_a_report_in_which_nothing_is_said_is_rendered(render) -> None:  # type: ignore[no-untyped-def]
    empty = Report(title="", issuer="", year=2025)
    assert render(empty)
    assert render(empty, red_head=True, with_sources=False)


@pytest.mark.parametrize("render", [as_docx, as_pdf, as_html])
def test_a_table_without_rows_is_rendered(render) -> None:  # type: ignore[no-untyped-def]
    titled = Block("table_title", (Span("空表"),))
    assert render(samples.short(titled))
    assert render(samples.short(titled, Block("table")))
    assert render(samples.short(titled, Block("table", rows=((),))))

"""OFD files are read page by page, from top to bottom and left to right."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.samples import damaged, ofd, ofd_text, opens_or_is_refused, refused, zipped
from zhunsheng.engine.documents import ofd as ofd_module
from zhunsheng.engine.documents.opening import read_bytes

_PAGE = ofd_text("青石县工作要点", 60, 30) + ofd_text("全年办结128件。", 20, 50)


def test_text_is_read_from_top_to_bottom_whatever_its_order_in_the_file() -> None:
    content = ofd_text("第三行", 20, 60) + ofd_text("第一行", 20, 40) + ofd_text("第二行", 20, 50)
    document = read_bytes(ofd([content]), "a.ofd")
    assert document.text == "第一行\n第二行\n第三行"
    assert (document.format, document.wrapped) == ("ofd", True)


def test_pieces_on_one_baseline_are_one_line() -> None:
    content = ofd_text("石县", 25, 40.3) + ofd_text("青", 20, 40) + ofd_text("府", 35, 40)
    assert read_bytes(ofd([content]), "a.ofd").text == "青石县府"


def test_numbers_in_columns_keep_apart() -> None:
    content = ofd_text("12", 20, 40) + ofd_text("34", 60, 40)
    assert read_bytes(ofd([content]), "a.ofd").text == "12 34"


def test_a_line_drawn_twice_for_bold_is_read_once() -> None:
    content = ofd_text("重点工作", 20, 40) + ofd_text("重点工作", 20.1, 40)
    assert read_bytes(ofd([content]), "a.ofd").text == "重点工作"


def test_a_code_that_steps_down_is_several_lines() -> None:
    code = '<ofd:TextCode X="0" Y="4" DeltaX="5 -5 5" DeltaY="0 8 0">甲乙丙丁</ofd:TextCode>'
    content = f'<ofd:TextObject ID="1" Boundary="20 20 50 50" Size="5">{code}</ofd:TextObject>'
    assert read_bytes(ofd([content]), "a.ofd").text == "甲乙\n丙丁"


def test_all_pages_are_read_in_order() -> None:
    text = read_bytes(ofd([_PAGE, ofd_text("第二页", 20, 20)]), "a.ofd").text
    assert text == "青石县工作要点\n全年办结128件。\n第二页"


def test_a_missing_page_is_named_in_a_warning() -> None:
    document = read_bytes(ofd([_PAGE, None]), "a.ofd")
    assert "第 2 页" in document.warnings[0].zh


def test_pictures_without_text_are_named_as_such() -> None:
    assert "没有文字层" in refused(ofd(['<ofd:ImageObject ID="1" Boundary="0 0 9 9"/>']))


def test_hidden_text_is_left_out() -> None:
    hidden = ofd_text("密文", 20, 60).replace("<ofd:TextObject", '<ofd:TextObject Visible="false"')
    assert read_bytes(ofd([_PAGE + hidden]), "a.ofd").text.endswith("128件。")


def test_a_watermark_across_the_page_is_left_out() -> None:
    mark = ofd_text("内部资料", 20, 31).replace("Font=", 'CTM="0.8 0.6 -0.6 0.8 0 0" Font=')
    assert read_bytes(ofd([_PAGE + mark]), "a.ofd").text == "青石县工作要点\n全年办结128件。"


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><OFD>&c;</OFD>'
    assert "实体声明" in refused(zipped({"OFD.xml": bomb}))


def test_drawings_that_use_each_other_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ofd_module, "MAX_OBJECTS", 10_000)
    use = '<CompositeObject ID="{0}" ResourceID="{1}" Boundary="0 0 9 9"/>'
    units = "".join(
        f'<CompositeGraphicUnit ID="{number}"><Content>{use.format(1, number + 1) * 2}</Content>'
        "</CompositeGraphicUnit>"
        for number in range(30)
    )
    parts = {
        "OFD.xml": "<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>",
        "D/Document.xml": "<Document><CommonData><DocumentRes>Res.xml</DocumentRes></CommonData>"
        '<Pages><Page ID="1" BaseLoc="Page.xml"/></Pages></Document>',
        "D/Res.xml": f"<Res><CompositeGraphicUnits>{units}</CompositeGraphicUnits></Res>",
        "D/Page.xml": f"<Page><Content><Layer>{use.format(1, 0)}</Layer></Content></Page>",
    }
    started = time.perf_counter()
    assert "内容过多" in refused(zipped(parts))
    assert time.perf_counter() - started < 5


@given(st.integers(0, 10**6), st.integers(0, 255), st.booleans())
@settings(max_examples=120, deadline=None)
def test_a_damaged_file_gives_a_document_or_a_message(place: int, value: int, cut: bool) -> None:
    opens_or_is_refused(damaged(ofd([_PAGE]), place, value, cut=cut))


@given(st.text(alphabet="<>/=\"' 0123456789.-gaTextCodeXYDelta甲&;", max_size=120))
@settings(max_examples=80, deadline=None)
def test_any_page_gives_a_document_or_a_message(content: str) -> None:
    opens_or_is_refused(ofd([content]))

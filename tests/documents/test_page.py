"""The document is found in a page; menus, counters and footers are not."""

import time
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.documents.samples import SENTENCE, damaged, opens_or_is_refused, refused
from zhunsheng.engine.documents import page as page_module
from zhunsheng.engine.documents.document import Document
from zhunsheng.engine.documents.opening import read_bytes

_TITLE = "青石县2024年法治政府建设年度报告"
_PARAGRAPHS = [f"　　第{number}项工作，{SENTENCE}" for number in range(1, 7)]
_TEXT = "".join(f"<p>{paragraph}</p>" for paragraph in _PARAGRAPHS)
_MENU = (
    '<div class="menu"><ul><li><a href="#">网站首页</a></li><li><a href="#">走进青石</a></li>'
    '<li><a href="#">政务公开</a></li></ul></div>'
)
_BAR = (
    '<div class="info">发布时间：2025-01-08　来源：县司法局　浏览次数：<span>32</span> 次 '
    '【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】 <a href="#">打印</a></div>'
)
_FOOT = (
    '<div class="foot"><p>版权所有：青石县人民政府　石ICP备00000000号</p>'
    '<p><a href="#">网站地图</a> <a href="#">联系我们</a></p></div>'
)
_FURNITURE = (
    "首页",
    "走进青石",
    "字体",
    "浏览次数",
    "打印",
    "版权所有",
    "ICP",
    "网站地图",
    "上一篇",
)


def _page(body: str, head: str = "") -> Document:
    return read_bytes(
        f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html"
    )


def _lines(body: str, head: str = "") -> list[str]:
    return _page(body, head).text.split("\n")


def test_the_example_report_comes_out_with_title_metadata_text_and_table() -> None:
    content = files("zhunsheng.examples").joinpath("report.html").read_bytes()
    document = read_bytes(content, "report.html")
    lines = document.text.split("\n")
    assert lines[0] == "澄溪区人民政府关于2025年度法治政府建设情况的报告"
    assert lines[1] == "区委、区人大常委会，市人民政府："
    assert lines[-1] == "　　（此件公开发布）"
    assert document.metadata["索引号"] == "cxq000001/2026-00017"
    assert document.metadata["文号"] == "澄溪府〔2026〕3号"
    assert document.metadata["有效性"] == "有效"
    assert document.metadata["来源"] == "澄溪区人民政府办公室"
    table = document.tables[0]
    assert document.text[table.cells[0].start : table.cells[0].end] == "执法单位"
    assert {cell.column for cell in table.cells} == {0, 1, 2, 3, 4}
    furniture = (
        "首页",
        "无障碍",
        "字号",
        "浏览次数",
        "分享到",
        "打印本页",
        "上一篇",
        "ICP",
        "主办",
        "索 引 号",
    )
    assert not [word for word in furniture if word in document.text]


@pytest.mark.parametrize(
    "body",
    [
        f'{_MENU}<h1>{_TITLE}</h1>{_BAR}<div class="TRS_Editor">{_TEXT}</div><p>上一篇：<a>无</a></p>{_FOOT}',
        f'{_MENU}<div class="main"><div class="arc_tit">{_TITLE}</div>{_BAR}<div>{_TEXT}</div></div>{_FOOT}',
        (
            f"<table><tr><td>{_MENU}</td></tr><tr><td><table><tr><td><h1>{_TITLE}</h1>{_BAR}</td></tr>"
            f'<tr><td id="zoom">{_TEXT}</td></tr></table></td></tr><tr><td>{_FOOT}</td></tr></table>'
        ),
        f"{_MENU}<article><h1>{_TITLE}</h1>{_BAR}<section>{_TEXT}</section></article>{_FOOT}",
        (
            f'<form id="form1">{_MENU}<div class="header-wrap"><div><h2>{_TITLE}</h2>{_BAR}'
            f'<div class="pages_content"><span>{_TEXT}</span></div></div></div>{_FOOT}</form>'
        ),
        f"<header>{_MENU}</header><center>{_TITLE}</center>{_BAR}<div>"
        + "<br><br>".join(_PARAGRAPHS)
        + f"</div><footer>{_FOOT}</footer>",
    ],
    ids=["named", "unnamed", "layout tables", "article", "form", "line breaks"],
)
def test_the_document_is_found_in_pages_of_every_make(body: str) -> None:
    document = _page(body)
    assert document.text.split("\n") == [_TITLE, *_PARAGRAPHS]
    assert document.metadata["发布时间"] == "2025-01-08"
    assert document.metadata["来源"] == "县司法局"
    assert not [word for word in _FURNITURE if word in document.text]


def test_the_title_element_is_cleaned_of_the_sites_name() -> None:
    head = f"<title>{_TITLE}_年度报告_青石县人民政府门户网站</title>"
    assert _lines(f"{_MENU}<div id='zoom'>{_TEXT}</div>", head)[0] == _TITLE
    by_hyphens = f"<title>{_TITLE}-政策文件-青石县人民政府</title>"
    assert _lines(f"{_MENU}<div id='zoom'>{_TEXT}</div>", by_hyphens)[0] == _TITLE
    only_site = "<title>青石县人民政府门户网站</title>"
    assert _lines(f"{_MENU}<div id='zoom'>{_TEXT}</div>", only_site)[0] == _PARAGRAPHS[0]


def test_a_title_that_the_text_holds_is_not_said_twice() -> None:
    head = f'<meta name="ArticleTitle" content="{_TITLE}">'
    body = f"<div id='zoom'><p>青石县</p><p>2024年法治政府建设年度报告</p>{_TEXT}</div>"
    assert _lines(body, head)[:2] == ["青石县", "2024年法治政府建设年度报告"]


def test_a_signature_and_an_annex_beside_the_paragraphs_stay() -> None:
    body = f"{_MENU}<div class='x'><p>{_TITLE}</p><div>{_TEXT}</div><p>青石县人民政府</p><p>附件：<a>任务清单</a></p></div>{_FOOT}"
    assert _lines(body) == [_TITLE, *_PARAGRAPHS, "青石县人民政府", "附件：任务清单"]


@pytest.mark.parametrize(
    "labels",
    [
        (
            "<table><tr><td>索 引 号：</td><td>A1/2024-3</td><td>发布机构：</td><td>县政府办</td></tr>"
            "<tr><td>成文日期：</td><td>2024年1月2日</td><td>文&nbsp;&nbsp;号：</td><td>青政发〔2024〕2号</td></tr></table>"
        ),
        (
            "<table><tr><th>索引号</th><td>A1/2024-3</td><th>发布机构</th><td>县政府办</td></tr>"
            "<tr><th>成文日期</th><td>2024年1月2日</td><th>文号</th><td>青政发〔2024〕2号</td></tr></table>"
        ),
        (
            "<ul><li><b>索引号：</b><span>A1/2024-3</span></li><li><b>发布机构：</b>县政府办</li>"
            "<li><b>成文日期：</b>2024年1月2日</li><li><b>文　　号：</b>青政发〔2024〕2号</li></ul>"
        ),
        (
            "<dl><dt>索引号</dt><dd>A1/2024-3</dd><dt>发布机构</dt><dd>县政府办</dd>"
            "<dt>成文日期</dt><dd>2024年1月2日</dd><dt>文号</dt><dd>青政发〔2024〕2号</dd></dl>"
        ),
        (
            "<table><tr><td>索引号：A1/2024-3</td><td>发布机构：县政府办</td></tr>"
            "<tr><td>成文日期：2024年1月2日</td><td>文号：青政发〔2024〕2号</td></tr></table>"
        ),
        (
            "<div><div>索引号：</div><div>A1/2024-3</div></div><div><div>发布机构：</div><div>县政府办</div></div>"
            "<div><div>成文日期：</div><div>2024年1月2日</div></div><div><div>文号：</div><div>青政发〔2024〕2号</div></div>"
        ),
    ],
    ids=["table", "heads", "list", "terms", "one cell", "blocks"],
)
def test_labels_of_government_sites_become_metadata(labels: str) -> None:
    document = _page(
        f"{_MENU}{labels}<h1>{_TITLE}</h1><div class='TRS_Editor'>{_TEXT}</div>{_FOOT}"
    )
    assert document.metadata == {
        "索引号": "A1/2024-3",
        "发布机构": "县政府办",
        "成文日期": "2024年1月2日",
        "文号": "青政发〔2024〕2号",
    }
    assert document.text.split("\n") == [_TITLE, *_PARAGRAPHS]


def test_meta_elements_fill_in_what_the_page_does_not_say() -> None:
    head = (
        f'<meta name="ArticleTitle" content="{_TITLE}"><meta name="PubDate" content="2025-01-09">'
        '<meta name="ContentSource" content="县政府办">'
    )
    document = _page(f"{_BAR}<div id='zoom'>{_TEXT}</div>", head)
    assert document.metadata["标题"] == _TITLE
    assert document.metadata["发布日期"] == "2025-01-09"
    assert document.metadata["来源"] == "县司法局"


def test_items_that_open_with_a_label_become_metadata() -> None:
    items = (
        "<ul class='head'><li><strong>索 引 号</strong>A1/2024-3</li><li><b><span>文&nbsp;号</span></b>青政发〔2024〕2号</li></ul>"
        "<div><div><div>发布机构</div><div>县政府办</div></div><div><div>有 效 性</div><div></div></div></div>"
    )
    document = _page(f"{_MENU}{items}<h1>{_TITLE}</h1><div>{_TEXT}</div>{_FOOT}")
    assert document.metadata == {
        "索引号": "A1/2024-3",
        "文号": "青政发〔2024〕2号",
        "发布机构": "县政府办",
    }
    assert document.text.split("\n") == [_TITLE, *_PARAGRAPHS]


@pytest.mark.parametrize(
    "line", ["2025-01-08 10:20", "2025-01-08 10:20:33 来源：县司法局 字号：大 中"]
)
def test_a_bare_time_of_publishing_is_metadata(line: str) -> None:
    for body in (f"<div id='zoom'>{_TEXT}</div>", _TEXT):
        document = _page(f"<h1>{_TITLE}</h1><div>{line}</div>{body}")
        assert document.metadata["发布时间"] == "2025-01-08"
        assert document.text.split("\n") == [_TITLE, *_PARAGRAPHS]


def test_a_document_parted_into_several_blocks_is_read_whole() -> None:
    blocks = "".join(
        f"<div class='TRS_Editor'>{''.join(f'<p>{line}</p>' for line in part)}</div>"
        for part in (_PARAGRAPHS[:1], _PARAGRAPHS[1:])
    )
    assert _lines(f"{_MENU}<div><h2>{_TITLE}</h2>{_BAR}{blocks}</div>{_FOOT}") == [
        _TITLE,
        *_PARAGRAPHS,
    ]


def test_text_beside_the_named_block_is_not_lost() -> None:
    named = f"<div class='TRS_Editor'>{_TEXT}</div>"
    rest = "".join(f"<p>　　附则第{number}条，{SENTENCE}</p>" for number in range(1, 4))
    lines = _lines(
        f"{_MENU}<div class='x'><h1>{_TITLE}</h1>{_BAR}{named}<div>{rest}</div></div>{_FOOT}"
    )
    assert lines[0] == _TITLE
    assert len(lines) == 1 + len(_PARAGRAPHS) + 3


def test_news_beside_the_document_is_left_out() -> None:
    news = "".join(
        f"<li><a href='#'>青石县推进法治建设工作简报第{number}期，请各单位学习。</a><span>2025-01-{number}</span></li>"
        for number in range(10, 30)
    )
    body = f"<div class='l'><ul>{news}</ul></div><div class='r'><h1>{_TITLE}</h1><div>{_TEXT}</div></div>"
    assert _lines(body) == [_TITLE, *_PARAGRAPHS]


def test_a_page_of_too_many_tags_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "MAX_TAGS", 20)
    assert "过于庞大" in refused(f"<html>{'<p>甲' * 50}".encode())


def test_labels_side_by_side_without_a_blank_are_told_apart() -> None:
    bar = "<div><span>来源：县政府办</span><span>时间：2024-03-01</span><span>点击：12</span></div>"
    document = _page(f"{_MENU}{bar}<div id='zoom'>{_TEXT}</div>")
    assert document.metadata == {"来源": "县政府办", "时间": "2024-03-01"}


def test_inline_elements_join_and_blocks_part() -> None:
    body = "<div>办结<b>128</b>件，<span>其中</span>\n复议<a href=#>3</a>件。<div>第二行</div>第三行<br>第四行</div>"
    assert _lines(body) == ["办结128件，其中 复议3件。", "第二行", "第三行", "第四行"]


def test_indents_are_kept_as_they_come() -> None:
    assert _lines("<p>\n  &nbsp;&nbsp;　　办结128件。</p><p>&nbsp;</p>") == [
        "\u00a0\u00a0　　办结128件。"
    ]


def test_lines_of_preformatted_text_are_kept() -> None:
    assert _lines("<pre>一、总体要求\n二、重点任务</pre>") == ["一、总体要求", "二、重点任务"]


def test_what_is_hidden_is_left_out() -> None:
    body = f'{_TEXT}<p style="display: none">隐藏的字</p><p hidden>也隐藏</p><script>var x</script>'
    assert _lines(body) == _PARAGRAPHS


def test_cells_keep_their_rows_columns_and_spans() -> None:
    document = _page(
        f"{_TEXT}<table><tr><th rowspan=2>单位</th><th colspan=2>件数</th></tr><tr><td>许可</td><td>处罚</td></tr>"
        "<tr><td><p>县司法局</p><p>（本级）</p></td><td></td><td>5</td></tr></table><p>完。</p>"
    )
    placed = [
        (document.text[c.start : c.end], c.row, c.column, c.row_span, c.column_span)
        for c in document.tables[0].cells
    ]
    assert placed == [
        ("单位", 0, 0, 2, 1),
        ("件数", 0, 1, 1, 2),
        ("许可", 1, 1, 1, 1),
        ("处罚", 1, 2, 1, 1),
        ("县司法局（本级）", 2, 0, 1, 1),
        ("", 2, 1, 1, 1),
        ("5", 2, 2, 1, 1),
    ]
    assert document.text.endswith("县司法局（本级）\n\n5\n完。")


def test_the_caption_of_a_table_stands_before_its_cells() -> None:
    table = "<table><caption>表1 执法情况<br>单位：件</caption><tr><td>单位</td><td>许可</td></tr><tr><td>县局</td><td>5</td></tr></table>"
    lines = _lines(f"<div id='zoom'>{_TEXT}{table}</div>")
    assert lines[len(_PARAGRAPHS) :] == ["表1 执法情况", "单位：件", "单位", "许可", "县局", "5"]


def test_the_name_of_the_site_is_no_title_though_it_is_a_heading() -> None:
    body = f"<div class='logo'><h1>青石县政府</h1></div><div class='bt'>{_TITLE}</div><div>{_TEXT}</div>"
    assert _lines(body)[0] == _TITLE


def test_a_table_that_wraps_the_text_is_no_table_of_figures() -> None:
    body = (
        f"<table><tr><td>标题栏</td><td>&nbsp;</td></tr><tr><td>{_TEXT}</td><td></td></tr></table>"
    )
    long = body.replace(SENTENCE, SENTENCE * 4)
    assert _page(long).tables == ()


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("utf-8", "utf-8"),
        ("gb2312", "utf-8"),
        ("", "gb18030"),
        ("", "utf-16"),
    ],
)
def test_the_encoding_is_found_even_where_the_page_is_wrong_about_it(
    declared: str, encoding: str
) -> None:
    page = f'<html><head><meta charset="{declared}"></head><body>{_TEXT}</body></html>'
    document = read_bytes(page.encode(encoding), "a.html")
    assert document.text.split("\n") == _PARAGRAPHS


def test_an_xhtml_page_with_its_own_declaration_is_read() -> None:
    page = f'<?xml version="1.0" encoding="gb2312"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html><body>{_TEXT}</body></html>'
    assert read_bytes(page.encode("gb18030"), "a").text.split("\n") == _PARAGRAPHS


def test_a_page_without_text_is_refused() -> None:
    assert "没有正文" in refused(
        f"<html><head><title>{_TITLE}</title></head><body></body></html>".encode()
    )
    assert "没有内容" in refused(b"<html><body><script>x</script></body></html>")


def test_declared_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "haha"><!ENTITY b "&a;&a;">]><html><body><p>正文&b;</p></body></html>'
    document = opens_or_is_refused(bomb.encode())
    assert document is None or "haha" not in document.text.partition("正文")[2]


def test_text_between_many_things_that_are_not_shown_is_read_in_linear_time() -> None:
    started = time.perf_counter()
    assert _lines("<input>甲" * 60_000) == ["甲" * 60_000]
    assert time.perf_counter() - started < 10


def test_control_characters_do_no_harm() -> None:
    body = f"<div class='nav'>\x01首页</div>\x02{_TEXT}<script>x</script>\x03&#1;尾"
    assert _lines(body)[-1].endswith("尾")


def test_a_large_page_is_read_in_time_linear_in_its_length() -> None:
    started = time.perf_counter()
    document = _page(f"{_MENU}<div class='x'>{_TEXT * 1500}</div>{_FOOT}")
    assert len(document.text) > 300_000
    assert time.perf_counter() - started < 10


def test_deep_nesting_ends_in_a_document_or_a_message() -> None:
    for tag in ("div", "table", "table><tr><td", "ul><li", "span", "a"):
        opens_or_is_refused((f"<{tag}>" * 3000 + "深" * 30).encode())


@given(
    st.lists(
        st.sampled_from(
            [
                *"<div> </div> <table> </table> <tr> <td colspan=3 rowspan=2> <td> <p> <br> <h1> <a> </a> <pre> "
                "<ul><li> 索引号： 发布机构： 2024年 字号： <!-- --> <title> </title> <nav> &nbsp; &#0; <dl><dt> <dd>".split(),
                SENTENCE,
                "\n",
                "<body class='nav'>",
                "<div id='zoom'>",
            ]
        ),
        max_size=40,
    )
)
@settings(max_examples=200, deadline=None)
def test_any_markup_gives_a_document_or_a_message(pieces: list[str]) -> None:
    document = opens_or_is_refused(("<html>" + "".join(pieces)).encode())
    for table in document.tables if document else ():
        for cell in table.cells:
            assert "\n" not in document.text[cell.start : cell.end] if document else True


_GOOD = (
    f"<html><meta charset=utf-8>{_MENU}<h1>{_TITLE}</h1>{_BAR}<div>{_TEXT}</div></html>".encode()
)


@given(st.integers(0, 10**6), st.integers(0, 255), st.booleans())
@settings(max_examples=100, deadline=None)
def test_a_damaged_page_gives_a_document_or_a_message(place: int, value: int, cut: bool) -> None:
    opens_or_is_refused(damaged(_GOOD, place, value, cut=cut))

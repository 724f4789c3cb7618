"""Files that are broken or traps: the verifier refuses them in plain words, and never fails otherwise."""

from __future__ import annotations

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reporting.samples import docx, page, zipped
from tests.reporting.test_verifier import FILES, RECORD, REPORT, check, wrong
from zhunsheng.engine.reporting.verifier_record import ReportError, opened


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "不是JSON"),
        (b"\xff\xfe", "不是JSON"),
        (b"[" * 100_000, "不是JSON"),
        (b'{"a":' * 50 + b"1" + b"}" * 50, "嵌套"),
        (b'{"format":"zhunsheng-report/1","a":' + b"9" * 10_000 + b"}", "不是JSON"),
        (b'{"format":"zhunsheng-report/1","a":99999999999999999999}', "太大"),
        (b'{"format":"zhunsheng-report/1","a":1.5}', "小数"),
        (b'{"format":"zhunsheng-report/1","a":NaN}', "小数"),
        (b'{"a":1,"a":2}', "写了两次"),
        (b"[]", "不是准绳的报告数据文件"),
        (b'{"format":"zhunsheng-draw/1"}', "不是准绳的报告数据文件"),
        (b'{"format":"zhunsheng-report/1"}', "的键应为"),
        (b" " * (32 * 1024 * 1024 + 1), "太大"),
    ],
    ids=range(13),
)
def test_a_json_that_is_none_or_a_trap_is_refused(content, says):
    with pytest.raises(ReportError, match=says):
        opened(content)


def paths(value, way=()):
    """Get the ways to all values within a value."""
    yield way
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*way, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from paths(inner, (*way, at))


@settings(max_examples=300)
@given(
    st.sampled_from([way for way in paths(RECORD) if way]),
    st.none()
    | st.integers(-3, 2**60)
    | st.text(max_size=4)
    | st.booleans()
    | st.just([])
    | st.just({}),
)
def test_whatever_stands_in_the_json_it_is_judged_without_failing(way, value):
    record = copy.deepcopy(RECORD)
    holder = record
    for part in way[:-1]:
        holder = holder[part]
    before, holder[way[-1]] = holder[way[-1]], value
    try:
        found = wrong(record=json.dumps(record).encode())
    except ReportError:
        return
    assert found or (type(before), before) == (type(value), value)


# --- hostile files -----------------------------------------------------------------------------------

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = f"<w:document {W}><w:body>{{}}</w:body></w:document>"
MOVED = docx(REPORT, relations='<R><Relationship Type="x/officeDocument" Target="word/b.xml"/></R>')
OTHER_RELATIONS = '<R><Relationship Type="x/officeDocument" Target="word/document.xml"/></R>'


def of_xml(text):
    return zipped({"_rels/.rels": OTHER_RELATIONS, "word/document.xml": text})


BOMB = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>' + BODY.format("&c;")
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + BODY.format("&b;")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "打不开"),
        (b"PK\x03\x04", "打不开"),
        (FILES["a.docx"][:-100], "打不开"),
        (zipped({"word/document.xml": "<a/>"}), "缺少_rels/.rels"),
        (zipped({"_rels/.rels": OTHER_RELATIONS}), "缺少word/document.xml"),
        (MOVED, "不在通常的位置"),
        (of_xml(BOMB), "实体"),
        (of_xml(OUTSIDE), "实体"),
        (of_xml("<!DOCTYPE a>" + BODY.format("")), "文档类型声明"),
        (of_xml("<a>" * 1_000), "嵌套太深"),
        (of_xml("<a>" + "<b/>" * 2_000_001 + "</a>"), "太大"),
        (of_xml("<a>"), "不是完整的XML"),
        (of_xml("a" * (64 * 1024 * 1024 + 1)), "压缩炸弹"),
        (of_xml(BODY.format("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 50_001)), "太长"),
        (of_xml(BODY.format("<w:p><w:r><w:footnoteReference/></w:r></w:p>")), "脚注"),
        (of_xml(BODY.format("<w:altChunk/>")), "嵌入的文件"),
        (zipped({f"a{at}": b"" for at in range(5_001)}), "文件太多"),
        (zipped({"word/document.xml": "<a/>", "WORD/document.xml": "<a/>"}), "重名"),
    ],
    ids=range(18),
)
def test_a_docx_that_is_broken_or_a_trap_is_refused(content, says):
    (found,) = wrong({"a.docx": content})
    assert says in found


@pytest.mark.parametrize(
    ("article", "says"),
    [
        ("<script>1</script>", "<script>，无法核对"),
        ("<template><p>a</p></template>", "<template>，无法核对"),
        ("<svg><text>a</text></svg>", "<svg>，无法核对"),
        ('<p hidden="">a</p>', "藏起来的文字"),
        ('<p style="display: none">a</p>', "藏起来的文字"),
        ('<article class="report"></article>', "套着"),
        ('</article><article class="x report">', "应有一处报告正文"),
    ],
)
def test_a_page_that_may_show_what_is_not_read_is_refused(article, says):
    (found,) = wrong({"a.html": page(REPORT, article)})
    assert says in found


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.html", b"<p>52</p>", "应有一处报告正文"),
        ("a.html", FILES["a.html"][:600], "应有一处报告正文"),
        ("a.html", b"\xff", "UTF-8"),
        ("a.txt", b"\xff", "UTF-8"),
        ("a.txt", b"a" * (16 * 1024 * 1024 + 1), "太大"),
        ("a.txt", b"a\n" * 50_001, "太长"),
        ("a.txt", b"a" * 2_000_001, "太长"),
        ("a.doc", b"", "只能核对docx、html、txt和pdf文件"),
    ],
)
def test_other_files_that_cannot_be_read_are_refused(name, content, says):
    (found,) = wrong({name: content})
    assert says in found


@settings(max_examples=200)
@given(st.data())
def test_a_docx_with_any_byte_changed_is_judged_without_failing(data):
    content = bytearray(FILES["a.docx"])
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    check({"a.docx": bytes(content)})


@settings(max_examples=200)
@given(st.text(alphabet='<>/="!-[]&;#x52件 apreotcdlivsbh?', max_size=80))
def test_any_page_is_judged_without_failing(text):
    assert wrong({"a.html": page(REPORT, text)})


def test_text_that_was_deleted_with_marks_or_hidden_is_no_text():
    for gone in (
        "<w:del><w:r><w:delText>53件</w:delText></w:r></w:del>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>53件</w:t></w:r>",
    ):
        text = of_xml(BODY.format(f"<w:p><w:r><w:t>{REPORT.title}</w:t></w:r>{gone}</w:p>"))
        assert not any("53件" in one for one in wrong({"a.docx": text}))
    shown = "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>53件</w:t></w:r>"
    text = of_xml(BODY.format(f"<w:p><w:r><w:t>{REPORT.title}</w:t></w:r>{shown}</w:p>"))
    assert any("53件" in one for one in wrong({"a.docx": text}))

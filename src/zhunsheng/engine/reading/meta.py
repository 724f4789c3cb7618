"""What a document says about itself: titles, issuer, number, dates, year, place, addressees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from zhunsheng.engine.documents.flow import Flow
from zhunsheng.engine.reading.headings import DATE_LINE
from zhunsheng.engine.reading.markers import mark_at
from zhunsheng.engine.reading.model import Meta
from zhunsheng.engine.reading.numerals import chinese_value, fold
from zhunsheng.engine.reading.places import (
    commonest_place,
    is_issuer,
    issuer_in_title,
    place_in,
    short_place_in,
)
from zhunsheng.engine.reading.titles import Titles, read_titles

_LABELLED = re.compile(
    r"(?P<label>制定机关|颁布单位|发布部门|发布文号|发文机关|发文机构|发文单位|制发机关|发布机构|发布单位|发布机关|公开主体|文章来源|信息来源|稿件来源|来源"
    r"|成文日期|成文时间|生成日期|生成时间|发文日期|印发日期|发布日期|发布时间|发布时期|公开日期|公开时间|公布日期|上传时间|时间|日期"
    r"|标题|信息名称|文件名称|名称|发文字号|公文文号|文件编号|文号)[:：】]\[?(?P<value>[^:：]{0,90})"
)
_CUT = re.compile(
    r"(?:浏览|阅读|点击|访问|发布|来源|作者|字号|字体|打印|责任编辑|编辑|信息|文章|公开|成文|索引|主题|发文|文号|有效|时间|选择|分享|扫一扫|上传|生成|文档|格式|\]|【|〖|\[).*$",
    re.DOTALL,
)
_ISSUED = ("成文日期", "成文时间", "生成日期", "生成时间", "发文日期", "印发日期")
_PUBLISHED = (
    "发布日期",
    "发布时间",
    "发布时期",
    "公开日期",
    "公开时间",
    "公布日期",
    "时间",
    "日期",
)
_ISSUERS = ("制定机关", "颁布单位", "发布部门", "发文机关", "发文机构", "发文单位", "制发机关")
_SOURCES = (
    "文章来源",
    "信息来源",
    "稿件来源",
    "来源",
    "发布机构",
    "发布单位",
    "发布机关",
    "公开主体",
)
_TITLES = ("标题", "信息名称", "文件名称", "名称")
_NUMBERS = ("发布文号", "发文字号", "文号", "公文文号", "文件编号")
_DATE = re.compile(r"(?P<year>(?:19|20)\d{2})[-年./](?P<month>\d{1,2})[-月./](?P<day>\d{1,2})日?")
_NUMBER = re.compile(
    r"(?P<number>[一-鿿]{2,16}[〔\[［（(【]\s?(?:19|20)\d{2}[〕\]］）)】]第?\d{1,4}号)"
)
_YEAR = re.compile(
    r"(?P<before>.{0,2})(?P<year>(?:19|20)\d{2}|[一二][九〇○零][〇○零一二三四五六七八九]{2})(?P<after>年度?|[—\-－–~～]\d{4}年)(?P<behind>.{0,3})"
)
_SINCE = re.compile(r"以来|至今|起")
# 与字号、责任编辑同处一行的发布日期，已随网页杂项略去，须回原文找。
_PUBLISHED_AT = re.compile(
    r"发布(?:日期|时间|时期)\s{0,3}[:：]\s{0,3}\[?(?P<date>\d{4}[-年./]\d{1,2}[-月./]\d{1,2})"
)
_RAW_HEAD = 3000
_ENDING_BODY = re.compile(r"[（(](?P<body>[一-鿿]{4,30})[）)]$")
_SITE_OF = re.compile(r"(?:欢迎访问)?(?P<body>.{4,30}?)(?:官网|门户网站|网站)?$")
_HEAD_LINES = 40
_PERSON = re.compile(r"(?P<body>.{2,20}人民政府)(?:代?[省市县区州]长|主席)")
_ADDRESSED = re.compile(r"各|人民政府|委员会|单位|部门|办公室|局|中心|办事处|常委会")


def read_meta(flow: Flow) -> Meta:
    """Get what a document says about itself; None where it does not say."""
    labels = _labels(flow)
    titles = read_titles(flow, _first(labels, _TITLES), _first_heading(flow))
    number = _document_number(flow, labels)
    signature = _signature(flow)
    issued = _date_of(_first(labels, _ISSUED)) or (signature[1] if signature else None)
    issuer = _issuer(flow, labels, titles, signature[0] if signature else None)
    return Meta(
        title=titles.title,
        body_title=titles.body_title,
        issuer=issuer,
        doc_number=number,
        issue_date=issued,
        publish_date=_publish_date(flow, labels),
        year=_year(flow, titles, number, issued),
        jurisdiction=_jurisdiction(flow, titles, issuer),
        addressees=_addressees(flow, titles),
    )


def _labels(flow: Flow) -> dict[str, str]:
    """Get the values that stand behind labels in the document's metadata and the head of its text."""
    found: dict[str, str] = dict(flow.document.metadata)
    head = [p for p in flow.paragraphs[:_HEAD_LINES] if p.kind != "cell"]
    for index, paragraph in enumerate(head):
        words = flow.words(paragraph)
        if len(words) > 200 or (paragraph.kind == "text" and "。" in words):
            continue
        for match in _LABELLED.finditer(words):
            value = _CUT.sub("", match["value"]).strip(" -—|\\")
            if not value and match.end() >= len(words) and index + 1 < len(head):
                following = flow.words(head[index + 1])
                value = (
                    following
                    if paragraph.kind == "metadata" == head[index + 1].kind
                    and "：" not in following
                    else ""
                )
            if value:
                found.setdefault(match["label"], value)
    return found


def _first(labels: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((labels[key].strip() for key in keys if labels.get(key, "").strip()), None)


def _first_heading(flow: Flow) -> int:
    """Get where the first numbered heading stands, or the text's end."""
    for paragraph in flow.paragraphs:
        mark = mark_at(flow.text, paragraph.start, paragraph.end)
        if mark is not None and mark.number == 1 and mark.style in {"chinese", "part", "chapter"}:
            return paragraph.start
    return len(flow.text)


def _date_of(words: str | None) -> date | None:
    """Get the date that a text begins with or holds, in figures or Chinese numerals."""
    if not words:
        return None
    found = _DATE.search(words) or DATE_LINE.match(words)
    if found is None:
        return None
    year, month, day = (_whole(found[name]) for name in ("year", "month", "day"))
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _whole(numeral: str) -> int:
    value = (
        chinese_value(numeral.replace("○", "〇").replace("Ｏ", "〇").replace("O", "〇"))
        if not numeral.isdecimal()
        else int(numeral)
    )
    return int(value or 0)


def _publish_date(flow: Flow, labels: dict[str, str]) -> date | None:
    stated = _date_of(_first(labels, _PUBLISHED))
    if stated is not None:
        return stated
    raw = _PUBLISHED_AT.search(flow.document.text[:_RAW_HEAD])
    if raw:
        return _date_of(raw["date"])
    for paragraph in flow.paragraphs[:6]:
        words = flow.words(paragraph)
        plain = (
            len(words) <= 100
            and "-" in words
            and "。" not in words
            and not re.search(r"上传|文档", words)
        )
        found = _DATE.search(words) if plain else None
        if found and found.start() >= 2:
            return _date_of(found[0])
    return None


def _document_number(flow: Flow, labels: dict[str, str]) -> str | None:
    stated = _first(labels, _NUMBERS)
    if stated and (found := _NUMBER.search(stated)):
        return found["number"]
    for paragraph in flow.paragraphs[:_HEAD_LINES]:
        words = flow.text[paragraph.start : min(paragraph.end, paragraph.start + 60)]
        found = _NUMBER.match(words)
        if found and (
            found.end() == paragraph.end - paragraph.start or words[found.end()] in "《签"
        ):
            return found["number"]
    return None


def _signature(flow: Flow) -> tuple[str | None, date] | None:
    """Get the body and the date of the first signature: an issuer's line, then a date's line."""
    lines = [p for p in flow.paragraphs if p.end - p.start <= 60]
    dated: tuple[str | None, date] | None = None
    for index, paragraph in enumerate(lines):
        words = flow.words(paragraph)
        if not DATE_LINE.match(words) or words.endswith("印发"):
            continue
        day = _date_of(words.strip("（()）"))
        if day is None:
            continue
        before = flow.words(lines[index - 1]) if index else ""
        if is_issuer(before):
            return before, day
        dated = dated or (None, day)
    return dated


def _issuer(flow: Flow, labels: dict[str, str], titles: Titles, signed: str | None) -> str | None:
    stated = _first(labels, _ISSUERS)
    if stated:
        return stated
    title = titles.title or ""
    named = issuer_in_title(title)
    source = _source(labels)
    if named and source and source.endswith(named):
        return source
    if signed or named:
        return signed or named
    return _issuer_at_end(flow) or _issuer_in_head(flow, titles) or source


def _source(labels: dict[str, str]) -> str | None:
    source = _first(labels, _SOURCES)
    return source if source and re.fullmatch(r"[一-鿿（）()、]{2,40}", source) else None


def _issuer_in_head(flow: Flow, titles: Titles) -> str | None:
    for paragraph in flow.paragraphs[:_HEAD_LINES]:
        if paragraph.start > titles.head_end:
            break
        words = flow.words(paragraph).removesuffix("文件")
        if paragraph.kind != "text":
            continue
        if is_issuer(words) or re.fullmatch(r"(?:中华人民共和国)[一-鿿]{2,10}[部署局委]", words):
            return words
        person = _PERSON.match(words)
        if person:
            return person["body"]
        press = re.match(
            r"(?P<body>[一-鿿]{2,8}(?:日报|晚报|新闻网|时报|晨报|都市报|发布))\d{4}-", words
        )
        if press:
            return press["body"]
    return None


def _issuer_at_end(flow: Flow) -> str | None:
    for paragraph in flow.paragraphs[-60:]:
        words = flow.words(paragraph)
        found = _ENDING_BODY.match(words)
        if found and is_issuer(found["body"]):
            return found["body"]
    return None


def _year(flow: Flow, titles: Titles, number: str | None, issued: date | None) -> int | None:
    """Get the year a document is about: of its titles, its number or date, or its opening."""
    for title in (titles.title, titles.body_title):
        year = next(_years(fold(title or "")), None)
        if year:
            return year
    if number:
        stated = re.search(r"\d{4}", number)
        return int(stated[0]) if stated else None
    if issued:
        return issued.year
    return next(_years(flow.text[titles.head_end : titles.head_end + 1500]), None)


def _years(words: str) -> Iterator[int]:
    """Go through the years a text speaks of, those leaving out that only tell since when."""
    for found in _YEAR.finditer(words):
        if "自" in found["before"] or "继" in found["before"] or _SINCE.match(found["behind"]):
            continue
        year = _whole(found["year"])
        if 1949 <= year <= 2100:
            yield year


def _jurisdiction(flow: Flow, titles: Titles, issuer: str | None) -> str | None:
    for words in (titles.body_title, titles.title, issuer):
        if words and words.startswith("国务院"):
            return None
        place = place_in(words) if words else None
        if place:
            return place
    if titles.title and (place := short_place_in(titles.title)):
        return place
    opening = flow.text[titles.head_end : titles.head_end + 3000]
    if "全国各" in opening[:200]:
        return "全国"
    return commonest_place(opening)


def _addressees(flow: Flow, titles: Titles) -> tuple[str, ...]:
    for paragraph in flow.paragraphs[:_HEAD_LINES]:
        words = flow.words(paragraph)
        if paragraph.start < titles.head_end or paragraph.kind != "text":
            continue
        if (
            words[-1] in "：:"
            and 4 <= len(words) <= 200
            and _ADDRESSED.search(words)
            and not re.search(r"如下|各位|来源|www|时间", words)
        ):
            return tuple(name for group in _parts(words[:-1], "，,；;") for name in _named(group))
        if "。" in words:
            break
    return ()


def _named(group: str) -> list[str]:
    """Get the addressees of a group; 各省、自治区、直辖市人民政府 is one."""
    parts = _parts(group, "、")
    if all(
        len(part) >= 3
        and re.search(r"(?:府|处|区|会|门|位|局|院|镇|街|办|机构|企业|公司|[）)])$", part)
        for part in parts
    ):
        return parts
    return [group]


def _parts(words: str, separators: str) -> list[str]:
    parts, depth, first = [], 0, 0
    for position, character in enumerate(words):
        depth += (character in "（(") - (character in "）)")
        if depth <= 0 and character in separators:
            parts.append(words[first:position])
            first = position + 1
    parts.append(words[first:])
    return [part for part in parts if part]

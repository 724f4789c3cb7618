"""Names of places and of the bodies that issue documents, found in titles and running text."""

from __future__ import annotations

import re
from collections import Counter

_HAN = "一-鿿"
_LEVELS = r"(?:省|自治区|特别行政区|市|自治州|州(?![市县区])|地区|盟|自治县|县|区|旗|林区|特区|新区|开发区|高新区|管理区|示范区|街道|镇(?!市)|乡(?!市)|街)"
_NOT_PLACE = re.compile(
    r"全|我|本|各|该|两|市直|省市|省级|县级|市级|区级|县区|市区|城市|地区|社区|园区|城区|小区|辖区|地市|乡镇|镇街|村镇|为|在|对|和|与|关于|推进|加快|建设|服务|年|依法|第|建成|入选|获|被|作|新增|等|个|省委|市委|区委|县委"
)
_PLACE = re.compile(rf"(?:[{_HAN}]{{1,7}}?{_LEVELS}(?!场|面|域|容|情|际)){{1,4}}")
_BODY = (
    r"(?:人民政府(?:办公厅|办公室)?|人民代表大会(?:常务委员会)?|办公厅|办公室|委员会(?:办公室)?|领导小组(?:办公室)?|办事处|(?:管理)?委员会|管委会"
    r"|[局厅委署院办]|司法部|中心|党组|总队|支队|大队|指挥部|普法办|联席会议|税务局|法院|检察院)"
)
ISSUER = re.compile(
    rf"(?:中共|中华人民共和国)?[{_HAN}]{{0,30}}?{_BODY}(?:[、，和]?[{_HAN}]{{2,24}}?{_BODY}){{0,3}}$"
)
_ISSUER_BEFORE = re.compile(
    rf"(?P<issuer>(?:中共|中华人民共和国)?(?:国务院|[{_HAN}]{{2,30}}?)(?:人民政府(?:办公厅|办公室)?(?:[{_HAN}]{{2,12}}办事处)?|委员会(?:办公室)?|领导小组(?:办公室)?|办公厅|办公室|办事处|管委会|[局厅委署院]|中心|普法办))"
    r"(?=关于|\d{4}年|[二〇○一九]{4}年|印发|转发|《)"
)
_BUREAU_BEHIND_YEAR = re.compile(
    rf"(?:关于)?\d{{4}}年度?(?P<issuer>[{_HAN}]{{2,14}}(?:[局委厅]|办事处|办公室))(?=政府信息公开|工作|法治|依法|行政)"
)
_COUNTRY = re.compile(r"^全国|(?:年|度|的)全国|^国务院")
_SHORT_PLACE = re.compile(rf"(?P<place>[{_HAN}]{{2,3}})(?=关于|市?\d{{4}}年)")
_PRESS = re.compile(r"(?:日报|晚报|时报|晨报|新闻网|融媒体中心|电视台|发布)$")
_QUOTES = re.compile(r"[《〈“”》〉]")
_LEAD = re.compile(r"(?:关于(?:印发|转发)?)?(?:(?:[12]\d{3}|[二〇○零一九]{4})年度?)?")
_SEGMENT = re.compile(
    rf"(?:^|[，。；：、“（\n,;:(]|年，|年,|《)(?P<place>[{_HAN}]{{1,4}}?(?:省|自治区|市|自治州|县|自治县|区|旗|街道|镇|乡|街))(?=[{_HAN}])"
)


def issuer_in_title(title: str) -> str | None:
    """
    Get the body that a title names before 关于, a year or 印发.

    >>> issuer_in_title("云山县人民政府关于2023年法治政府建设情况的报告")
    '云山县人民政府'
    """
    found = _ISSUER_BEFORE.match(title)
    if not found:
        bureau = _BUREAU_BEHIND_YEAR.match(title)
        return bureau["issuer"] if bureau else None
    issuer = found["issuer"]
    return None if issuer.startswith(("关于", "印发")) else issuer


def is_issuer(words: str) -> bool:
    """Whether a line is the name of a body that issues documents, and nothing else."""
    if words == "国务院":
        return True
    return (
        3 <= len(words) <= 60
        and bool(ISSUER.match(words))
        and not re.search(r"关于|的|年|加强|推进|提高|持续", words)
    )


def place_in(words: str) -> str | None:
    """
    Get the place that a title or an issuer's name begins with or plainly names.

    >>> place_in("青石市云山区人民政府办公室"), place_in("2023年云山县政务公开要点"), place_in("关于全市工作的通知")
    ('青石市云山区', '云山县', None)
    """
    if _PRESS.search(words):
        return None
    if _COUNTRY.search(words):
        return "全国" if "全国" in words else None
    rest = _QUOTES.sub("", words).removeprefix("中共")
    rest = _LEAD.sub("", rest, count=1)
    seat = re.search(r"人民政府(?=[一-鿿]{2,8}(?:街道|镇|乡)办?)", rest)
    if seat:
        inner = place_in(rest[seat.end() :])
        if inner:
            return inner
    found = _PLACE.match(rest)
    if not found:
        return None
    place = found[0]
    return None if _NOT_PLACE.search(place) else place


def short_place_in(title: str) -> str | None:
    """Get a place named without its level before 关于 (云山关于印发…), or None."""
    found = _SHORT_PLACE.match(title)
    if not found or re.search(
        r"政府|通知|进一步|省|委|国务院|办|局|关于|印发|全|工作", found["place"]
    ):
        return None
    return found["place"]


def commonest_place(text: str) -> str | None:
    """Get the place that a text names most often at the beginning of its clauses, or None."""
    named: Counter[str] = Counter()
    for found in _SEGMENT.finditer(text):
        place = found["place"]
        if not _NOT_PLACE.search(place) and len(place) >= 3:
            # 书名号里的地名常是上级的，只作旁证。
            named[place] += 1 if found[0].startswith("《") else 3
    return named.most_common(1)[0][0] if named else None

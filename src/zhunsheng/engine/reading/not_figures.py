"""Numbers that are no figures: dates, ordinals, document numbers, names and slogans with digits."""

from __future__ import annotations

import re

_LATIN_UNITS = r"(?!km|kg|MW|kW|GW|KW|m²|m³|TEU)"

_PATTERNS = (
    # Titles, whatever stands in them.
    r"《(?:[^《》\n]|《[^《》\n]{0,90}》){0,200}》",
    r"〈[^〈〉\n]{0,120}〉",
    # Dates, times, years and spans of years.
    r"(?<!\d)(?:19|20)\d{2}(?:年度?)?[-—–~～至/]{1,2}(?:(?:19|20)?\d{2})(?:年度?|学年)?(?![\d件个人次份项家])",
    r"(?<!\d)(?:19|20)\d{2}(?:年度?|学年)(?:[1-4一二三四]季度)?(?:\d{1,2}月份?(?:\d{1,2}日)?)?",
    r"\d{1,2}月份?(?:\d{1,2}日)?(?:[-—–~至到]{1,2}(?:\d{1,2}月)?\d{1,2}日)?",
    r"\d{1,2}日(?!均)",
    r"(?<![\d.])\d{4}[-./]\d{1,2}[-./]\d{1,2}(?!\d)(?:\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?",
    r"(?<![\d.：:])\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?![\d.：:])",
    r"\d{1,3}(?:多|余|来)?(?:周年|个月|年|季度|世纪|年代|周(?!岁)|岁)",
    # Ordinals, document numbers, addresses, telephone numbers.
    r"第\d{1,6}(?:[-—至、]第?\d{1,6})?",
    r"[〔\[［（(【﹝〖]\d{4}[〕\]］）)】﹞〗](?:第?\d{1,6}号)?",
    r"\d{1,8}(?:-\d{1,4})?号",
    r"(?:排名?|位列|位居|居|名列|列)?(?:全国|全省|全市|全县|全区)?前\d{1,3}(?:[位名强列]|(?=[，。；、,;]))?",
    r"\d{1,4}强",
    r"(?:(?:(?<![一-鿿])|(?<=[附见如]))[表图]|附件|专栏|附录)\d{1,3}(?:-\d{1,3})?",
    r"(?:电话|传真|邮编|邮政编码|手机|热线|QQ|微信)[号码]{0,2}[:：]?(?:[\d\-—()（）]{3,20})",
    r"(?<!\d)(?:0\d{2,3}[-—]?\d{7,8}|1[3-9]\d{9})(?!\d)",
    r"(?:https?:|www\.)[\w./?=&%\-:]{1,200}",
    r"ICP备\d{1,12}号(?:-\d{1,3})?",
    # Names and slogans: 7×24, 1+2+N, 5·12, 5G, PM2.5, 12345热线, 2.0版, “一老一小”之类.
    r"\d{1,3}[×xX*＊]\d{1,3}(?:小时)?",
    r"\d{1,3}(?:\+[\dA-Za-zNXn一-十]{1,4}){1,6}",
    r"\d{1,2}[·•．]\d{1,2}(?![\d%])",
    r"[A-Z]{1,6}(?:/[A-Z]{1,4})? ?\d{2,6}(?:[.\-—]\d{1,6}){0,3}",
    r"[A-Za-z]{1,20}[-_.]?\d{1,12}(?:\.\d{1,3})?[A-Za-z]{0,10}",
    rf"\d{{1,6}}(?:\.\d{{1,3}})?{_LATIN_UNITS}[A-Za-z]{{1,20}}\d{{0,6}}",
    r"(?<!\d)(?:12[345]\d{2}|96\d{3,4}|8890|1310)(?![\d万亿,.])(?![件个次人份项家元起条名位宗场户])",
    r"(?<!\d)\d{3,6}(?=[^\d，。；、,;]{0,3}(?:热线|平台|报警|指挥中心|接警|客服))",
    r"\d{1,2}\.\d(?:版|时代|升级版)",
    r"24小时(?!内|办结|之内)",
    r"\d{1,3}(?:后|级|°|℃|度(?!电))",
    r"\d{1,5}室|\d{1,4}分(?:及)?以上",
    r"“[^“”\n]{0,15}”|\"[^\"\n]{0,15}\"",
    # 1. 1、 (1) at the head of a paragraph or of an item within it.
    r"(?:(?<=[\n。；;：:！])|\A)[（(]?\d{1,3}(?:[）)、．]|\.(?!\d))",
    r"[（(]\d{1,2}[）)](?=[一-鿿])",
    r"\d{1,4}(?:[:：]\d{1,4}){1,3}(?![\d.])",
)
# No pattern can begin with any other character: most positions are passed over at once.
_FIRST = r"(?=[\dA-Za-z《〈（(〔\[【﹝〖“\"第排位居名列全前表图附专电传邮手热微])"
_NOT = re.compile(_FIRST + "(?:" + "|".join(_PATTERNS) + ")")


def masked_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Get the spans of a text (folded) whose numbers are no figures, in order."""
    return [found.span() for found in _NOT.finditer(text, start, end)]

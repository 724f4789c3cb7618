"""Numbers in running text: Arabic and Chinese numerals, 万 and 亿, ranges, about and more than."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_FOLDED = str.maketrans("０１２３４５６７８９．％－＋，", "0123456789.%-+,", "")
_MULTIPLIERS = {
    "": Decimal(1),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10_000),
    "百万": Decimal(1_000_000),
    "千万": Decimal(10_000_000),
    "亿": Decimal(100_000_000),
    "百亿": Decimal(10_000_000_000),
    "千亿": Decimal(100_000_000_000),
    "万亿": Decimal(1_000_000_000_000),
}
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_LONGEST = 24

# A run of digits longer than any count is no number, and no part of it is one either.
_ARABIC = (
    r"(?<!\d)(?<!\d\.)(?:\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?(?!,\d{3}(?!\d))|\d{1,15}(?:\.\d{1,6})?)"
    r"(?!\d|\.\d)"
)
_CHINESE = r"百分之[零〇一二三四五六七八九十百点]{1,8}|[零〇○一二三四五六七八九十百千两](?:[零〇○一二三四五六七八九十百千万亿两]|点(?=[一二三四五六七八九])){0,12}"
_ROUND = r"(?<![\d十百千几数两一二三四五六七八九多余])[百千万](?=[余多][名个人件份次场户家])"
_MULTIPLIER = r"(?:万亿|[百千]?亿|[百千]?万|千(?![瓦米克升伏赫])|百(?!分))"
_ABOUT = r"大约|约|将近|接近|近|超过|超出|超|逾|突破|高于|不到|不足|上"
_MORE = r"[余多来]|几(?=[个件次名人份条项家起户])"
# What a number or the word before it can begin with: most positions are passed over at once.
_FIRST = r"(?=[\d大约将接近超逾突高不上\-−+百千万零〇○一二三四五六七八九十两])"
_NUMBER = re.compile(
    rf"{_FIRST}(?P<about>{_ABOUT})?(?P<sign>(?:(?<![\d\w一-鿿）)”》、])|(?<=[长速为幅降率]))[-−+])?"
    rf"(?:(?P<low>{_ARABIC})(?P<lowunit>{_MULTIPLIER}|%|‰)?[-—–~～至到]{{1,2}}(?={_ARABIC}))?"
    rf"(?:(?P<arabic>{_ARABIC})(?P<more>{_MORE})?(?P<multiplier>{_MULTIPLIER})?(?P<more2>{_MORE})?"
    rf"|(?P<chinese>{_ROUND}|{_CHINESE})(?P<more3>{_MORE})?(?P<multiplier2>万亿|亿|万)?(?P<more4>{_MORE})?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """
    A number in a text.

    `start` and `end` span the digits with their 余/多 and 万/亿, not the words before them (约) nor
    the unit. `value` has 万 and 亿 multiplied out; `mantissa` is the value without them and
    `multiplier` their text. `scale` is what a unit of the last printed digit is worth in `value`.
    `approx` tells that the text says about, more than, nearly. A range gives `low`; `value` is then
    its upper end.
    """

    start: int
    end: int
    value: Decimal
    mantissa: Decimal
    multiplier: str
    printed: str
    scale: Decimal
    approx: bool
    chinese: bool
    about: str = ""
    low: Decimal | None = None
    percent: bool = False


def fold(text: str) -> str:
    """Get a text of the same length with full-width digits, points and percent signs as ASCII."""
    return text.translate(_FOLDED)


def numbers(text: str) -> Iterator[Number]:
    """
    Go through the numbers of a text (already folded by `fold`), in order and without overlap.

    >>> [(f"{n.value:f}", n.approx) for n in numbers("受理2.7万件，发放20余份，近三百人次")]
    [('27000.0', False), ('20', True), ('300', True)]
    """
    for found in _NUMBER.finditer(text):
        number = _arabic(found) if found["arabic"] else _chinese(found)
        if number is not None:
            yield number


def chinese_value(numeral: str) -> Decimal | None:
    """
    Get the value of a Chinese numeral, or None where it is not a well-formed one.

    >>> chinese_value("一万二千三百四十五"), chinese_value("三点五"), chinese_value("二〇二四")
    (Decimal('12345'), Decimal('3.5'), Decimal('2024'))
    """
    if numeral == "万":
        return Decimal(10_000)
    whole, _, fraction = numeral.partition("点")
    value = _chinese_whole(whole)
    if value is None:
        return None
    if not fraction:
        return Decimal(value)
    if not all(c in _DIGITS for c in fraction):
        return None
    return Decimal(f"{value}." + "".join(str(_DIGITS[c]) for c in fraction))


def _chinese_whole(numeral: str) -> int | None:
    if not numeral or len(numeral) > _LONGEST:
        return None
    if all(c in _DIGITS for c in numeral):
        if len(numeral) > 1 and "两" in numeral:
            return None
        return int("".join(str(_DIGITS[c]) for c in numeral))
    for name, worth in (("亿", 10**8), ("万", 10**4)):
        if name in numeral:
            high, _, low = numeral.partition(name)
            upper, lower = _chinese_whole(high), _chinese_whole(low.lstrip("零〇")) if low else 0
            if upper is None or lower is None or lower >= worth:
                return None
            return upper * worth + lower
    return _below_ten_thousand(numeral)


def _below_ten_thousand(numeral: str) -> int | None:
    total, digit, last = 0, None, 10_000
    for character in numeral:
        if character in _TENS:
            worth = _TENS[character]
            if worth >= last or (digit is None and (total or worth != 10)):
                return None
            total, digit, last = total + (1 if digit is None else digit) * worth, None, worth
        else:
            value = _DIGITS[character]
            if digit is not None:
                return None
            digit = value or None
    return total + (digit or 0)


def _arabic(found: re.Match[str]) -> Number | None:
    printed = found["arabic"]
    mantissa = Decimal(printed.replace(",", ""))
    if found["sign"] in {"-", "−"}:
        mantissa = -mantissa
    multiplier = found["multiplier"] or ""
    worth = _MULTIPLIERS[multiplier]
    low = None
    if found["low"]:
        low = Decimal(found["low"].replace(",", "")) * _MULTIPLIERS.get(
            found["lowunit"] or multiplier, worth
        )
    return Number(
        start=found.start("low") if found["low"] else _start(found, "arabic"),
        end=max(found.end(name) for name in ("arabic", "more", "multiplier", "more2")),
        value=mantissa * worth,
        mantissa=mantissa,
        multiplier=multiplier,
        printed=printed,
        scale=Decimal(1).scaleb(-len(printed.partition(".")[2])) * worth,
        approx=bool(found["about"] or found["more"] or found["more2"]),
        chinese=False,
        about=found["about"] or "",
        low=low,
    )


def _chinese(found: re.Match[str]) -> Number | None:
    printed = found["chinese"]
    percent = printed.startswith("百分之")
    mantissa = chinese_value(printed.removeprefix("百分之"))
    if mantissa is None:
        return None
    multiplier = found["multiplier2"] or ""
    worth = _MULTIPLIERS[multiplier]
    return Number(
        start=found.start("chinese"),
        end=max(found.end(name) for name in ("chinese", "more3", "multiplier2", "more4")),
        value=mantissa * worth,
        mantissa=mantissa,
        multiplier=multiplier,
        printed=printed,
        scale=worth,
        approx=bool(found["about"] or found["more3"] or found["more4"]),
        chinese=True,
        about=found["about"] or "",
        percent=percent,
    )


def _start(found: re.Match[str], group: str) -> int:
    return found.start("sign") if found["sign"] else found.start(group)

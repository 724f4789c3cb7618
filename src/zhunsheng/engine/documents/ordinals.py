"""Ordinal numbers as word processors print them before paragraphs: 一、 （二） ③ iv."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "十", "百", "千")
_FORMAL_UNITS = ("", "拾", "佰", "仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LARGEST = 9999


def ordinal(number: int, kind: str) -> str:
    """
    Get a number in one of the formats of word processing files; unknown formats are decimal.

    >>> ordinal(12, "chineseCountingThousand"), ordinal(3, "decimalEnclosedCircleChinese")
    ('十二', '③')
    """
    if not 0 <= number <= _LARGEST:
        return str(number)
    return _FORMATS.get(kind, str)(number)


def _counted(number: int, digits: str, units: tuple[str, ...]) -> str:
    if number == 0:
        return digits[0]
    written = ""
    for position, digit in enumerate(reversed(str(number))):
        if digit != "0":
            written = digits[int(digit)] + units[position] + written
        elif written and written[0] != digits[0]:
            written = digits[0] + written
    return written


def _chinese(number: int) -> str:
    written = _counted(number, _DIGITS, _UNITS)
    return written[1:] if 10 <= number < 20 else written


def _formal(number: int) -> str:
    return _counted(number, _FORMAL_DIGITS, _FORMAL_UNITS)


def _digit_by_digit(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def _letters(number: int) -> str:
    if number == 0:
        return "0"
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 30)


def _from(first: str, last: int) -> Callable[[int], str]:
    """Get a format that prints characters in a row from `first`, up to the number `last`."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= last else str(number)


def _circled(number: int) -> str:
    if number == 0:
        return "⓪"
    for first, low, high in (("①", 1, 20), ("㉑", 21, 35), ("㊱", 36, 50)):
        if low <= number <= high:
            return chr(ord(first) + number - low)
    return str(number)


def _stems(number: int) -> str:
    return _STEMS[(number - 1) % len(_STEMS)] if number else "0"


def _branches(number: int) -> str:
    return _BRANCHES[(number - 1) % len(_BRANCHES)] if number else "0"


def _full_width(number: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "ideographEnclosedCircle": _from("㊀", 10),
    "ideographTraditional": _stems,
    "ideographZodiac": _branches,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "taiwaneseDigital": _digit_by_digit,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal,
    "japaneseLegal": _formal,
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
}

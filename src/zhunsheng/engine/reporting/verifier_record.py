"""
The JSON that goes with a report: its form, its digests, and whether its figures follow from their counts.

Standard library only, with the ledger's verifier beside it: it is part of the report's verifier.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from zhunsheng.engine.ledger.verifier import LedgerError, canonical, digest

FORMAT = "zhunsheng-report/1"
MOST_BYTES = 32 * 1024 * 1024
_TEXT, _FIGURES = (f"{FORMAT} {name}\n".encode() for name in ("text", "figures"))
_FEN, _WAN = 100, 1_000_000
_DECIMAL = re.compile(r"-?[0-9]{1,40}(?:\.[0-9]{1,20})?")
_ID = re.compile(r"f[1-9][0-9]{0,8}")
_PARTS = ("value", "counted", "base", "last", "change")
_KINDS = ("count", "share", "total", "mean")
_MOST = 2**53


class ReportError(ValueError):
    """Something that is not as a report or its JSON must be; the text says what."""


# --- digests -------------------------------------------------------------------------------------


def text_of(record: Mapping[str, Any]) -> str:
    """Get all that the report prints: a line for each paragraph and each row of a table."""
    lines: list[str] = []
    tables = list(record["tables"])
    for number, paragraph in enumerate((*record["paragraphs"], None)):
        while tables and tables[0]["after"] == number:
            rows = tables.pop(0)["rows"]
            lines.append("\n".join("\t".join(cell["text"] for cell in row) for row in rows))
        if paragraph is not None:
            lines.append(paragraph["text"])
    return "\n".join(lines)


def digests_of(record: Mapping[str, Any], algorithm: str) -> dict[str, str]:
    """
    Get the digests of a record: of its text, and of everything in it but the digests themselves.

    Raises LedgerError for an algorithm that is not to be had.
    """
    rest = {key: value for key, value in record.items() if key != "digests"}
    return {
        "algorithm": algorithm,
        "text": digest(algorithm, _TEXT, text_of(record).encode()).hex(),
        "figures": digest(algorithm, _FIGURES, canonical(rest)).hex(),
    }


# --- reading -------------------------------------------------------------------------------------

_WHOLE = {"type": int, "least": 0}
_WORDS = {"type": str}
_MARK = {"id": _WORDS, "start": _WHOLE, "end": _WHOLE}
_CELL = {"text": _WORDS, "figures": [_MARK]}
_MAYBE_WHOLE, _MAYBE_DECIMAL = {"type": int, "least": 0, "none": True}, {"decimal": True}
_SHAPE = {
    **dict.fromkeys(("format", "title", "issuer", "number", "issued", "as_of", "genre"), _WORDS),
    "pdf_digest": _WORDS,
    "year": _WHOLE,
    "engine": {"name": _WORDS, "version": _WORDS},
    "ledger": {"algorithm": _WORDS, "position": _WHOLE, "head": _WORDS},
    "digests": {"algorithm": _WORDS, "text": _WORDS, "figures": _WORDS},
    "paragraphs": [{"kind": _WORDS, "level": _WHOLE, "source": _WORDS, **_CELL}],
    "tables": [{"after": _WHOLE, "rows": [[_CELL]]}],
    "figures": [
        {
            **dict.fromkeys(("id", "indicator", "label", "printed", "measure"), _WORDS),
            **dict.fromkeys(("period", "place", "says", "source"), _WORDS),
            "part": {"one_of": _PARTS},
            "kind": {"one_of": _KINDS},
            "is_money": {"type": bool},
            "per": {"type": int, "least": 1},
            "counted": _WHOLE,
            "base": _WHOLE,
            "total": _MAYBE_DECIMAL,
            "last_counted": _MAYBE_WHOLE,
            "last_base": _MAYBE_WHOLE,
            "last_total": _MAYBE_DECIMAL,
        }
    ],
}


def opened(content: bytes) -> dict[str, Any]:
    """
    Get a record from the bytes of its file.

    Raises ReportError for what is no such file: too large, no JSON, a key twice, numbers with a fraction
    or beyond 2**53 - 1, keys that are missing or unknown, nested too deep.
    """
    if len(content) > MOST_BYTES:
        raise ReportError(f"数据文件超过{MOST_BYTES // 1024 // 1024}MB，太大")
    try:
        found = json.loads(
            content.decode("utf-8"),
            parse_float=_no_float,
            parse_constant=_no_float,
            object_pairs_hook=_said_once,
        )
        canonical(found)
    except ReportError:
        raise
    except LedgerError as error:
        raise ReportError(f"数据文件写法不对：{error}") from error
    except (ValueError, RecursionError) as error:
        raise ReportError(f"数据文件不是JSON：{str(error)[:80]}") from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ReportError(f"不是准绳的报告数据文件（应写明{FORMAT}）")
    for problem in _misshapen(found, _SHAPE, "数据文件"):
        raise ReportError(problem)
    return found


def _said_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ReportError("数据文件里同一个键写了两次")
    return found


def _no_float(text: str) -> object:
    raise ReportError(f"数据文件里不应有小数{text[:40]}")


def _misshapen(value: object, shape: Any, where: str) -> Iterator[str]:
    """Get what in a value does not have the form that it must have."""
    if isinstance(shape, list):
        if not isinstance(value, list):
            yield f"{where}应为一列"
            return
        for number, item in enumerate(value, 1):
            yield from _misshapen(item, shape[0], f"{where}第{number}项")
    elif "type" in shape and not isinstance(shape["type"], dict):
        yield from _wrong_kind(value, shape, where)
    elif "decimal" in shape:
        if value is not None and not (isinstance(value, str) and _DECIMAL.fullmatch(value)):
            yield f"{where}应为写成文字的数，或者为空"
    elif "one_of" in shape:
        if value not in shape["one_of"]:
            yield f"{where}应为{'、'.join(shape['one_of'])}"
    elif not isinstance(value, dict) or value.keys() != shape.keys():
        yield f"{where}的键应为{'、'.join(sorted(shape))}"
    else:
        for key, inner in shape.items():
            yield from _misshapen(value[key], inner, f"{where}.{key}")


def _wrong_kind(value: object, shape: Mapping[str, Any], where: str) -> Iterator[str]:
    if value is None and shape.get("none"):
        return
    if type(value) is not shape["type"]:
        yield f"{where}的类型不对"
    elif shape["type"] is int and not shape["least"] <= value < _MOST:  # type: ignore[operator]  # an int
        yield f"{where}太小或者太大"


# --- whether it agrees with itself ---------------------------------------------------------------


def disagreements(record: Mapping[str, Any]) -> Iterator[str]:
    """Get what in a record does not agree with the rest of it, in words."""
    try:
        found = digests_of(record, record["digests"]["algorithm"])
    except (LedgerError, UnicodeEncodeError) as error:
        yield f"数据文件的摘要算不出来：{error}"
        return
    for key, said in (("text", "正文"), ("figures", "数字")):
        if found[key] != record["digests"][key]:
            yield f"数据文件里{said}的摘要不符：写的是{record['digests'][key][:64]}，按内容应为{found[key]}"
    after = [table["after"] for table in record["tables"]]
    if after != sorted(after) or max(after, default=0) > len(record["paragraphs"]):
        yield "数据文件里的表没有按先后排好，或者写在不存在的段后面"
    yield from _figures_wrong(record)
    yield from _marks_wrong(record)


def _figures_wrong(record: Mapping[str, Any]) -> Iterator[str]:
    seen: set[str] = set()
    for figure in record["figures"]:
        name = f"数字{figure['id']}（{figure['label']}）"
        if figure["id"] in seen or not _ID.fullmatch(figure["id"]):
            yield f"数据文件里{name}的编号不对，或者写了两次"
        seen.add(figure["id"])
        if figure["kind"] == "share" and figure["counted"] > figure["base"]:
            yield f"数据文件里{name}的分子{figure['counted']}大于分母{figure['base']}"
        follows = printed(figure)
        if follows is None:
            yield f"数据文件里{name}写成{figure['printed']}，但没有能算出它的数"
        elif follows != figure["printed"]:
            yield f"数据文件里{name}写成{figure['printed']}，按它的原始数应为{follows}"


def _marks_wrong(record: Mapping[str, Any]) -> Iterator[str]:
    known = {figure["id"]: figure for figure in record["figures"]}
    used: set[str] = set()
    cells = (cell for table in record["tables"] for row in table["rows"] for cell in row)
    for cell in (*record["paragraphs"], *cells):
        position = 0
        for mark in cell["figures"]:
            key, start, end = mark["id"], mark["start"], mark["end"]
            if key not in known or key in used or start < position:
                yield f"数据文件里数字{key[:12]}的位置不对：没有这个数字，或者用了两次"
            elif cell["text"][start:end] != known[key]["printed"]:
                yield f"数据文件里数字{key}应为{known[key]['printed']}，正文那一处是“{cell['text'][start:end][:40]}”"
            used.add(key)
            position = end
    for key in known.keys() - used:
        yield f"数据文件里数字{key}在正文里没有位置"


# --- what a figure must print --------------------------------------------------------------------


def printed(figure: Mapping[str, Any]) -> str | None:
    """
    Get what a figure must print by its exact counts; None where there is nothing to print.

    >>> share = {"part": "value", "kind": "share", "counted": 15, "base": 16}
    >>> printed(share)
    '93.75%'
    """
    part = figure["part"]
    if part == "counted":
        return f"{figure['counted']}{figure['measure']}"
    if part == "base":
        return f"{figure['base']}{figure['measure']}" if figure["base"] else None
    now = _value(figure, "")
    if part == "value":
        return _said(figure, now)
    last = _value(figure, "last_")
    if part == "last":
        return _said(figure, last)
    return None if now is None or last is None else _change(figure, now, last)


def _value(figure: Mapping[str, Any], which: str) -> Fraction | None:
    """Get the exact value, of a share in percent as it is rounded."""
    counted, base = figure[f"{which}counted"], figure[f"{which}base"]
    if counted is None:
        return None
    if figure["kind"] == "share":
        return _percent(counted, base) if base else None
    if figure["kind"] == "count":
        return Fraction(counted)
    total = figure[f"{which}total"]
    if total is None or (figure["kind"] == "mean" and not counted):
        return None
    return Fraction(total) / (counted * figure["per"] if figure["kind"] == "mean" else 1)


def _percent(counted: int, base: int) -> Fraction:
    """Round half up to two decimals; what is not whole is never 100, what is not nothing never 0."""
    hundredths = (counted * 20_000 + base) // (base * 2)
    if hundredths == 10_000 and counted != base:
        hundredths = 9_999
    if hundredths == 0 and counted:
        hundredths = 1
    return Fraction(hundredths, 100)


def _said(figure: Mapping[str, Any], value: Fraction | None) -> str | None:
    if value is None:
        return None
    return f"{_written(value)}%" if figure["kind"] == "share" else _amount(figure, value)


def _amount(figure: Mapping[str, Any], value: Fraction) -> str:
    if figure["is_money"]:
        in_wan = value >= _WAN
        return f"{_written(value / (_WAN if in_wan else _FEN))}{'万元' if in_wan else '元'}"
    return f"{_written(value)}{figure['measure']}"


def _change(figure: Mapping[str, Any], now: Fraction, last: Fraction) -> str:
    more = now - last
    if not more:
        return "持平"
    if figure["kind"] == "share":
        return f"{'提高' if more > 0 else '下降'}{_written(abs(more))}个百分点"
    return f"{'增加' if more > 0 else '减少'}{_amount(figure, abs(more))}"


def _written(value: Fraction) -> str:
    """Write a number with at most two decimals, rounded half up (away from 0)."""
    size = abs(value)
    hundredths = (size.numerator * 200 + size.denominator) // (size.denominator * 2)
    text = f"{hundredths // 100}.{hundredths % 100:02}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 and hundredths else text

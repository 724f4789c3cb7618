"""
Bodies of requests: JSON that can be stored and chained, or a refusal.

What a database, the ledger or a log cannot hold is refused here, before anything looks at it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

from zhunsheng.engine.refusals import RefusedError

MAX_BODY = 2 * 1024 * 1024
MAX_DEPTH = 20
MAX_DIGITS = 40
# PostgreSQL keeps no NUL in text or JSON; half a surrogate pair has no UTF-8.
_NEVER_STORED = re.compile("[\x00\ud800-\udfff]")


class MalformedError(RefusedError):
    """A request that is not of the form the interface reads."""


class TooLargeError(RefusedError):
    """A body larger than what is read."""


class StrictParser(Parser):
    """Reads the bodies and the addresses of requests."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Get the body of a request. Raises MalformedError."""
        found: dict[str, Any] = strict_json(request.body)
        return found

    def parse_querydict(
        self, data: Mapping[str, Any], list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        """Get what stands in the address. Raises MalformedError."""
        found: dict[str, Any] = super().parse_querydict(data, list_fields, request)  # type: ignore[arg-type]
        for value in found.values():
            if isinstance(value, str) and _NEVER_STORED.search(value):
                raise _holds_what_is_never_stored()
        return found


def strict_json(content: bytes) -> Any:
    """
    Get the value of a JSON text.

    Raises MalformedError for what is no JSON or not UTF-8, nests deeper than 20, holds a number of
    more than 40 digits, NaN, NUL or half a surrogate pair, or a key twice.
    """
    try:
        value = json.loads(
            content.decode("utf-8"),
            parse_int=_whole,
            parse_float=_fraction,
            parse_constant=_no_number,
            object_pairs_hook=_once,
        )
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise MalformedError(
            "请求体不是UTF-8编码的JSON。", "The body is no JSON in UTF-8."
        ) from error
    _check(value)
    return value


def _check(value: Any) -> None:
    """Go through a value level by level: deep ones must not use up the stack."""
    level = [value]
    for _ in range(MAX_DEPTH):
        following: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                following += item.keys()
                following += item.values()
            elif isinstance(item, list):
                following += item
            elif isinstance(item, str) and _NEVER_STORED.search(item):
                raise _holds_what_is_never_stored()
        level = following
        if not level:
            return
    raise MalformedError(
        f"请求体嵌套超过{MAX_DEPTH}层。", f"The body nests deeper than {MAX_DEPTH} levels."
    )


def _whole(text: str) -> int:
    if len(text) > MAX_DIGITS:
        raise _too_long(text)
    return int(text)


def _fraction(text: str) -> float:
    number = float(text) if len(text) <= MAX_DIGITS else float("inf")
    if number in {float("inf"), float("-inf")}:
        raise _too_long(text)
    return number


def _no_number(text: str) -> float:
    raise MalformedError(f"请求体里有不是数字的{text}。", f"The body holds {text}.")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise MalformedError("请求体里同一个键写了两次。", "The body holds a key twice.")
    return found


def _too_long(text: str) -> MalformedError:
    return MalformedError(f"数字{text[:20]}…太长。", f"The number {text[:20]}… is too long.")


def _holds_what_is_never_stored() -> MalformedError:
    return MalformedError(
        "请求里有不能保存的字符（空字符或者不成对的代理字符）。",
        "The request holds characters that cannot be kept (NUL, half a surrogate pair).",
    )

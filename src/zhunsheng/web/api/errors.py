"""
What is refused as JSON: one form, one table from refusals to statuses.

It knows refusals and their words; it decides nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.messages import Message
from zhunsheng.engine.refusals import RefusedError
from zhunsheng.web import language
from zhunsheng.web.api.parsing import MalformedError, TooLargeError
from zhunsheng.web.api.wording import problem_of
from zhunsheng.web.registers.errors import (
    ChangedMeanwhileError,
    ClosedError,
    ForbiddenError,
    InvalidError,
    NotThereError,
)
from zhunsheng.web.registers.files import FileError

_LOG = logging.getLogger("django.request")
# The nearest class of a refusal decides; what is not listed was asked wrongly.
_STATUSES: Mapping[type[RefusedError], tuple[int, str]] = {
    RefusedError: (400, "refused"),
    MalformedError: (400, "malformed"),
    ForbiddenError: (403, "forbidden"),
    NotThereError: (404, "not_found"),
    UnknownNameError: (404, "unknown_name"),
    ChangedMeanwhileError: (409, "changed_meanwhile"),
    TooLargeError: (413, "too_large"),
    InvalidError: (422, "invalid"),
    ClosedError: (422, "gate_closed"),
    FileError: (422, "file_refused"),
}
_TOO_LARGE = Message("请求体太大。", "The body is too large.")
_MALFORMED = Message("请求的格式不能读取。", "The request cannot be read.")
_NO_TOKEN = Message(
    "请在Authorization头里出示有效的令牌：Bearer 令牌。令牌可能已过期或者作废。",
    "Show a valid token: Authorization: Bearer TOKEN. It may have expired or been revoked.",
)
_TOO_MANY = Message("请求太多，请稍后再试。", "Too many requests. Try again later.")
_NOTHING_HERE = Message("没有这个地址。", "There is nothing at this address.")
_WRONG_METHOD = Message("这个地址不接受这种请求。", "This address does not take this method.")
_FAULT = Message(
    "系统出了故障，内容没有保存，已记入日志。", "A fault; nothing was saved. It is in the log."
)
_BUSY = Message("数据库暂时不能使用，请稍后再试。", "The database is not available. Try again.")


def answer(status: int, code: str, message: Message, **more: Any) -> JsonResponse:
    """Get a refusal in the one form, in the language of the request."""
    said = {"code": code, "message": language.said(message), **more}
    return JsonResponse(said, status=status, json_dumps_params={"ensure_ascii": False})


def nothing_here(_request: HttpRequest) -> JsonResponse:
    """Answer for an address that is not."""
    return answer(404, "not_found", _NOTHING_HERE)


def wrong_method(allowed: str) -> JsonResponse:
    """Answer for a method that an address does not take."""
    response = answer(405, "method_not_allowed", _WRONG_METHOD)
    response["Allow"] = allowed
    return response


def too_large(most: int) -> JsonResponse:
    """Answer for a body larger than what is read."""
    most //= 1024 * 1024
    return answer(
        413, "too_large", Message(f"请求体超过{most}MB。", f"The body exceeds {most} MB.")
    )


def handle_errors(api: NinjaAPI) -> None:
    """Make an interface answer everything that goes wrong in the one form."""
    # Ninja's type has every handler take the class of an error too, which it never hands over.
    handlers: dict[type[Exception], Any] = {
        RefusedError: _refused,
        ValidationError: _not_of_the_form,
        HttpError: _http_error,
        AuthenticationError: _no_token,
        Throttled: _throttled,
        Http404: lambda request, _: nothing_here(request),
        RequestDataTooBig: _too_big,
        SuspiciousOperation: _malformed,
        MultiPartParserError: _malformed,
        UnreadablePostError: _malformed,
        OperationalError: _out_of_reach,
        Exception: _fault,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def _refused(_request: HttpRequest, error: RefusedError) -> HttpResponse:
    nearest = next(kind for kind in type(error).__mro__ if kind in _STATUSES)
    status, code = _STATUSES[nearest]
    more: dict[str, Any] = {}
    if isinstance(error, InvalidError):
        more["problems"] = {key: language.said(why) for key, why in error.problems.items()}
    if isinstance(error, ClosedError):
        more["reasons"] = [language.said(reason) for reason in error.reasons]
    if isinstance(error, ChangedMeanwhileError):
        more["changes"] = [
            {"field": label, "yours": yours, "theirs": theirs}
            for label, (yours, theirs) in error.changes.items()
        ]
    return answer(status, code, error.message, **more)


def _not_of_the_form(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return _refused(request, InvalidError(_problems(error.errors)))


def _problems(errors: Iterable[Mapping[str, Any]]) -> dict[str, Message]:
    """Get what is wrong by the name under which it was sent: without where ninja looked for it."""
    problems = {}
    for error in errors:
        source, *place = error["loc"]
        if source == "body" and len(place) > 1:
            place = place[1:]
        problems[".".join(map(str, place)) or source] = problem_of(error)
    return problems


def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    if isinstance(error.__cause__, RefusedError):
        return _refused(request, error.__cause__)
    return answer(error.status_code, "malformed", _MALFORMED)


def _too_big(_request: HttpRequest, _error: Exception) -> HttpResponse:
    return answer(413, "too_large", _TOO_LARGE)


def _malformed(_request: HttpRequest, _error: Exception) -> HttpResponse:
    return answer(400, "malformed", _MALFORMED)


def _no_token(_request: HttpRequest, _error: Exception) -> HttpResponse:
    response = answer(401, "no_token", _NO_TOKEN)
    response["WWW-Authenticate"] = "Bearer"
    return response


def _throttled(_request: HttpRequest, error: Throttled) -> HttpResponse:
    response = answer(429, "too_many_requests", _TOO_MANY)
    response["Retry-After"] = str(max(int(error.wait or 0), 1))
    return response


def _out_of_reach(request: HttpRequest, error: OperationalError) -> HttpResponse:
    _LOG.error("database out of reach: %s", request.path, exc_info=error)
    return answer(503, "unavailable", _BUSY)


def _fault(request: HttpRequest, error: Exception) -> HttpResponse:
    _LOG.error("fault at %s", request.path, exc_info=error)
    return answer(500, "fault", _FAULT)

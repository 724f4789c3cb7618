"""
Faults of the machine, told in plain words: a lost database, a full disk, a lock that does not open.

The page needs neither the database nor the session. What was typed comes back in it as a form that can
be sent again; an action is one transaction, so nothing was kept by halves.
"""

from __future__ import annotations

import errno
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.views.defaults import server_error

from zhunsheng.engine.messages import Message
from zhunsheng.web.language import said

RETRY_SECONDS = 30
_MOST_FIELDS = 500
_MOST_CHARACTERS = 1_000_000
_SECRET = ("password", "token", "otp")


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """What happened to the machine, and what whoever sees it does about it."""

    key: str
    happened: Message
    do: Message


FULL = Fault(
    key="full",
    happened=Message("服务器的磁盘满了，存不下新的内容。", "The disk of the server is full."),
    do=Message(
        "请告诉系统管理员清理磁盘；清理以后再重新提交。",
        "Tell the system administrator to make room, then send it again.",
    ),
)
READ_ONLY = Fault(
    key="read_only",
    happened=Message("服务器的磁盘现在只能读，不能写。", "The disk of the server is read-only."),
    do=Message(
        "请告诉系统管理员；恢复以后再重新提交。",
        "Tell the system administrator; send it again when it is put right.",
    ),
)
BUSY = Fault(
    key="busy",
    happened=Message("正在写入的人很多，等了很久还没有轮到。", "Too many are writing just now."),
    do=Message("请过一会儿重新提交。", "Send it again in a moment."),
)
BROKEN = Fault(
    key="broken",
    happened=Message("服务器的磁盘读写出错。", "The disk of the server does not read or write."),
    do=READ_ONLY.do,
)
LOST = Fault(
    key="lost",
    happened=Message("与数据库的连接断了。", "The connection to the database was lost."),
    do=Message(
        "请过一会儿，先到台账里看看这次提交是否已经保存；没有保存的，再重新提交。",
        "In a moment, look whether it was saved; if it was not, send it again.",
    ),
)

_OF_SQLITE = {
    "SQLITE_FULL": FULL,
    "SQLITE_IOERR": BROKEN,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_CANTOPEN": LOST,
}
_OF_SYSTEM = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: READ_ONLY,
    errno.EIO: BROKEN,
}
# Codes of PostgreSQL, or the classes they begin with.
_OF_POSTGRESQL = {
    "53100": FULL,
    "53300": BUSY,
    "25006": READ_ONLY,
    "55P03": BUSY,
    "40": BUSY,
    "57014": BUSY,
    "57P": LOST,
    "58": BROKEN,
    "08": LOST,
}


def fault_of(error: BaseException) -> Fault | None:
    """Get the fault behind an error; None where it is a mistake of the program."""
    for one in _causes(error):
        found: Fault | None = None
        if isinstance(one, sqlite3.Error):
            found = _known(_OF_SQLITE, getattr(one, "sqlite_errorname", None) or "")
        elif isinstance(one, psycopg.Error):
            found = _of_postgresql(one)
        elif isinstance(one, OSError) and not isinstance(one, ConnectionError):
            found = _OF_SYSTEM.get(one.errno or 0)
        if found is not None:
            return found
    return None


def respond(request: HttpRequest) -> HttpResponse:
    """Get the page for an error that nothing else handled: of a fault, or of a mistake."""
    error = sys.exc_info()[1]
    fault = fault_of(error) if error is not None else None
    if fault is None:
        return server_error(request)
    response: HttpResponse
    if _wants_json(request):
        says = said(fault.happened) + said(fault.do)
        response = JsonResponse(
            {"code": fault.key, "message": says},
            status=503,
            json_dumps_params={"ensure_ascii": False},
        )
    else:
        response = HttpResponse(_page(request, fault), status=503)
    response["Retry-After"] = str(RETRY_SECONDS)
    response["Cache-Control"] = "no-store"
    return response


def _page(request: HttpRequest, fault: Fault) -> str:
    posted = _posted(request) if request.method == "POST" else None
    context = {
        "fault": fault,
        "wrote": request.method not in {"GET", "HEAD"},
        "posted": posted,
        "files": bool(posted is not None and request.FILES),
        "token": get_token(request) if posted is not None else "",
        "path": request.get_full_path(),
    }
    return render_to_string("fault.html", context)


def _posted(request: HttpRequest) -> list[tuple[str, str]] | None:
    """
    Get what a form sent, to be sent again; None where that cannot or must not be offered.

    Only what came with a valid token is offered, and never a password.
    """
    if not getattr(request, "csrf_processing_done", False):
        return None
    try:
        fields = [(name, value) for name in request.POST for value in request.POST.getlist(name)]
    except (OSError, ValueError):
        return None  # the form itself could not be read
    kept = [(name, value) for name, value in fields if name != "csrfmiddlewaretoken"]
    if any(word in name.lower() for name, _ in kept for word in _SECRET):
        return None
    if len(kept) > _MOST_FIELDS or sum(len(value) for _, value in kept) > _MOST_CHARACTERS:
        return None
    return kept


def _wants_json(request: HttpRequest) -> bool:
    accepts = request.headers.get("Accept", "")
    return request.path.startswith("/api/") or accepts.startswith("application/json")


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


def _of_postgresql(error: psycopg.Error) -> Fault | None:
    if error.sqlstate:
        return _known(_OF_POSTGRESQL, error.sqlstate)
    # Without a code the server said nothing any more: the connection is gone.
    return LOST if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) else None


def _known(faults: dict[str, Fault], name: str) -> Fault | None:
    return next((fault for start, fault in faults.items() if name.startswith(start)), None)

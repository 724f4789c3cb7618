"""One file opened, read and audited."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.auditing.coverage import compare
from zhunsheng.engine.auditing.model import Audit, Coverage
from zhunsheng.engine.documents.document import DocumentError
from zhunsheng.engine.documents.opening import open_document
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reading.read import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A document that was read: what it says, what the audit finds, and how a plan is covered."""

    path: Path
    reading: Reading
    audit: Audit
    coverage: tuple[Coverage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A file that could not be read, and why."""

    path: Path
    why: Message


def examine(path: Path, plan: Reading | None = None) -> Examined | Unreadable:
    """Open, read and audit one file, and set the targets of a plan against it; it never raises."""
    try:
        reading = read(open_document(path))
        coverage = compare(plan, reading) if plan is not None else ()
        return Examined(path=path, reading=reading, audit=audit(reading), coverage=coverage)
    except DocumentError as error:
        return Unreadable(path=path, why=error.message)
    except Exception as error:  # noqa: BLE001 - one file must not stop the others
        return Unreadable(path=path, why=_failed(path, type(error).__name__, str(error)))


def broken_off(path: Path) -> Unreadable:
    """Get what is said of a file whose process was ended from outside, mostly for want of memory."""
    return Unreadable(path=path, why=_failed(path, "BrokenProcessPool", ""))


def _failed(path: Path, kind: str, detail: str) -> Message:
    reason = f"{kind}: {detail[:200]}" if detail else kind
    return Message(
        f"审读“{path.name}”时程序中断（{reason}），此文件没有结果。请另存为 DOCX 或 TXT 再试；仍不行的，请把文件交给维护人员。",
        f"Reading “{path.name}” broke off ({reason}); there is no result for it. Save it as DOCX or TXT and try "
        "again; if that does not help, pass it to the maintainers.",
    )

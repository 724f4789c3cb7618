"""Results into files: whole or not at all, and never over an input."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from zhunsheng.cli.language import CANNOT_WRITE, OVERWRITES
from zhunsheng.engine.messages import Message


class WritingError(Exception):
    """A result that could not be written; `message` says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.zh)
        self.message = message


def refuse_inputs(outs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Raise WritingError where one of the results would be written over one of the inputs."""
    known = {_identity(path): path for path in inputs}
    for out in outs:
        if _identity(out) in known:
            raise WritingError(_filled(OVERWRITES, out))


def write(content: bytes, out: Path) -> None:
    """
    Write a result beside its name first and put it there when it is complete.

    Folders are made as needed. Raises WritingError where the place cannot be written to.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        if out.exists() and not out.is_file() and not out.is_dir():
            out.write_bytes(content)  # a device or a pipe is written to, never replaced
            return
        _replace(content, out)
    except OSError as error:
        raise WritingError(_filled(CANNOT_WRITE, out, error.strerror or error)) from error


def _replace(content: bytes, out: Path) -> None:
    mode = out.stat().st_mode & 0o777 if out.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=out.parent, prefix=".zhunsheng-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(mode)
        Path(name).replace(out)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _identity(path: Path) -> tuple[int, int] | Path:
    """Get what two names of one file share, links and case-insensitive systems included."""
    try:
        status = path.stat()
    except OSError:
        return path.absolute()
    return (status.st_dev, status.st_ino)


def _filled(message: Message, *values: object) -> Message:
    return Message(message.zh.format(*values), message.en.format(*values))

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
        """Keep the message in both languages."""
        super().__init__(message.zh)
        self.message = message


def write(content: bytes, out: Path, inputs: Iterable[Path]) -> None:
    """
    Write a result beside its name first and put it there when it is complete.

    Raises WritingError where the name is that of an input, or the place cannot be written to.
    """
    if any(_same(out, path) for path in inputs):
        raise WritingError(_filled(OVERWRITES, out))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(out)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise WritingError(_filled(CANNOT_WRITE, out, error.strerror or error)) from error


def _same(out: Path, path: Path) -> bool:
    return out.exists() and path.exists() and out.samefile(path)


def _filled(message: Message, *values: object) -> Message:
    return Message(message.zh.format(*values), message.en.format(*values))

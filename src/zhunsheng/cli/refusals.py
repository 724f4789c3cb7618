"""Saying why a command was not carried out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from zhunsheng.cli.language import say
from zhunsheng.cli.places import UsageError
from zhunsheng.cli.writing import WritingError
from zhunsheng.engine.refusals import RefusedError


@contextmanager
def refusals() -> Iterator[None]:
    """Tell why a command was not carried out, and end it with exit code 2."""
    try:
        yield
    except (UsageError, WritingError, RefusedError) as error:
        typer.echo(say(error.message), err=True)
        raise typer.Exit(2) from error

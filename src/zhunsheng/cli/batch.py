"""Many files at once: found in folders, read in several processes, one bad file never stopping the rest."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from zhunsheng.cli.language import READING, say
from zhunsheng.engine.auditing.audit import audit
from zhunsheng.engine.auditing.coverage import compare
from zhunsheng.engine.auditing.model import Audit, Coverage
from zhunsheng.engine.documents.document import DocumentError
from zhunsheng.engine.documents.opening import open_document
from zhunsheng.engine.messages import Message
from zhunsheng.engine.reading.model import Reading
from zhunsheng.engine.reading.read import read

READABLE = frozenset(".txt .md .htm .html .xhtml .docx .pdf .ofd .doc .wps .rtf .odt".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one file: what was read and found, or why it could not be opened."""

    path: Path
    reading: Reading | None = None
    audit: Audit | None = None
    coverage: tuple[Coverage, ...] = ()
    error: Message | None = None


def files_in(paths: list[Path]) -> list[Path]:
    """Get the files named, and the readable ones in folders and below them, in order and once each."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = (
                p for p in sorted(path.rglob("*")) if p.suffix.lower() in READABLE and p.is_file()
            )
            # Word's lock files (~$…) are no documents.
            found.update(dict.fromkeys(p for p in inside if not p.name.startswith(("~$", "."))))
        else:
            found[path] = None
    return list(found)


def examine(path: Path, plan: Reading | None = None) -> Result:
    """Open, read and audit one file; a file that cannot be opened gives a result with the reason."""
    try:
        reading = read(open_document(path))
    except DocumentError as error:
        return Result(path=path, error=error.message)
    coverage = compare(plan, reading) if plan is not None else ()
    return Result(path=path, reading=reading, audit=audit(reading), coverage=coverage)


def each_file(
    paths: list[Path], work: Callable[[Path], Result], jobs: int | None = None
) -> Iterator[Result]:
    """
    Get the result of each file, in order, with a progress bar on a terminal.

    One file is worked on right here, several in as many processes as there are cores (or `jobs`).
    """
    if len(paths) == 1:
        yield work(paths[0])
        return
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(say(READING), total=len(paths))
        for result in _results(paths, work, jobs or os.cpu_count() or 1):
            bar.advance(task)
            yield result


def _results(paths: list[Path], work: Callable[[Path], Result], jobs: int) -> Iterator[Result]:
    if jobs == 1:
        yield from map(work, paths)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(paths)), mp_context=context) as pool:
        yield from pool.map(work, paths, chunksize=max(1, min(16, len(paths) // (jobs * 4))))

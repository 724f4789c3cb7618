"""Many files at once: found in folders, worked on in several processes, one never stopping the rest."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from zhunsheng.cli.language import READING, say

READABLE = frozenset(".txt .md .htm .html .xhtml .docx .pdf .ofd .doc .wps .rtf .odt".split())

Outcome = TypeVar("Outcome")


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


def each_file(
    paths: list[Path],
    work: Callable[[Path], Outcome],
    broken_off: Callable[[Path], Outcome],
    jobs: int | None = None,
) -> Iterator[Outcome]:
    """
    Get what comes of each file, in order, with a progress bar on a terminal.

    One file is worked on right here, several in as many processes as there are cores (or `jobs`).
    A file whose process dies gives what `broken_off` says of it.
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
        for outcome in _outcomes(paths, work, broken_off, jobs or os.cpu_count() or 1):
            bar.advance(task)
            yield outcome


def _outcomes(
    paths: list[Path],
    work: Callable[[Path], Outcome],
    broken_off: Callable[[Path], Outcome],
    jobs: int,
) -> Iterator[Outcome]:
    if jobs == 1:
        yield from map(work, paths)
        return
    waiting = list(reversed(paths))
    while waiting:
        with _processes(min(jobs, len(waiting))) as pool:
            try:
                for outcome in pool.map(work, reversed(waiting)):
                    yield outcome
                    waiting.pop()
            except BrokenProcessPool:
                # The pool drops every file when one process dies; the rest goes on in a new one.
                yield _alone(waiting.pop(), work, broken_off)


def _alone(
    path: Path, work: Callable[[Path], Outcome], broken_off: Callable[[Path], Outcome]
) -> Outcome:
    """Work on one file in a process of its own: when a process dies, its pool drops the others too."""
    with _processes(1) as pool:
        try:
            return pool.submit(work, path).result()
        except BrokenProcessPool:
            return broken_off(path)


def _processes(number: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(number, mp_context=multiprocessing.get_context("spawn"))

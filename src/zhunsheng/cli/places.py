"""Where results go: one file, a folder with a file for each input, or the terminal."""

from __future__ import annotations

from pathlib import Path

from zhunsheng.cli import language as said
from zhunsheng.cli.results import Form, Output
from zhunsheng.cli.writing import refuse_inputs
from zhunsheng.engine.messages import Message

_PAGES = frozenset({".html", ".htm"})


class UsageError(Exception):
    """Options that do not go together; `message` says which to choose."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.zh)
        self.message = message


def output_of(
    paths: list[Path],
    *,
    as_json: bool = False,
    as_table: bool = False,
    html: Path | None = None,
    xlsx: Path | None = None,
    out_dir: Path | None = None,
    audited: bool = True,
    besides: tuple[Path, ...] = (),
) -> Output:
    """
    Get where the results of some files go, before any of them is read.

    `besides` are further inputs that must not be written over. Raises UsageError for options that
    do not go together, WritingError where a result would be written over an input.
    """
    if sum((as_json, as_table, html is not None, xlsx is not None)) > 1:
        raise UsageError(said.TWO_FORMS)
    if out_dir is not None and (as_table or html is not None or xlsx is not None):
        raise UsageError(said.OUT_DIR_WITH)
    output = _output(paths, Form.JSON if as_json else Form.TABLE, html, xlsx, out_dir, audited)
    outs = list((output.file_of or {}).values())
    refuse_inputs(outs if output.file is None else [output.file], (*paths, *besides))
    return output


def _output(
    paths: list[Path],
    form: Form,
    html: Path | None,
    xlsx: Path | None,
    out_dir: Path | None,
    audited: bool,
) -> Output:
    if xlsx is not None:
        return Output(form=Form.XLSX, file=xlsx, audited=audited)
    if html is not None and len(paths) == 1 and not html.is_dir():
        return Output(form=Form.HTML, file=html, audited=audited)
    if html is not None and not html.is_dir() and (html.exists() or html.suffix.lower() in _PAGES):
        raise UsageError(said.ONE_PAGE)
    if html is None and (out_dir is None or form is Form.JSON):
        return Output(form=form, file_of=_files(paths, out_dir, "json"), audited=audited)
    return Output(form=Form.HTML, file_of=_files(paths, html or out_dir, "html"), audited=audited)


def _files(paths: list[Path], folder: Path | None, ending: str) -> dict[Path, Path] | None:
    """Get a file for each input: its own name without the ending, told apart by its folder."""
    if folder is None:
        return None
    taken: set[str] = set()
    files: dict[Path, Path] = {}
    for path in paths:
        name = path.stem
        if name.casefold() in taken:
            name = "_".join((*path.absolute().parts[-3:-1], path.name))
        while name.casefold() in taken:
            name += "_"
        taken.add(name.casefold())
        files[path] = folder / f"{name}.{ending}"
    return files

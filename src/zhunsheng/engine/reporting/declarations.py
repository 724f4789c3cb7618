"""
What a domain declares of reports: sentences with figures, and how a kind of report is built.

It knows the form of the declarations; which chapters and indicators there are is told by the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter
from typing import Literal, get_args

from zhunsheng.engine.indicators.declarations import NAME
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.reporting.templates import Template, TemplateError, parsed

Fed = Literal["duties", "measures", "shortcomings", "arrangements"]
"""
What a chapter is written from: duties of the first responsible person, measures and results by theme,
shortcomings and their causes, arrangements for the next year.
"""

_PLACES = ("year", "next", "issuer", "region")


@dataclass(frozen=True, kw_only=True)
class Statement:
    """
    A sentence of a report with figures in it.

    `chapter` is the key of the chapter or the theme it belongs to; `text` a template whose places name
    indicators, those of other domains by their full names. Where none of its figures outside brackets
    has a value, or all are nothing, the sentence is not proposed.

    Raises DeclarationError where it contradicts itself.
    """

    key: str
    chapter: str
    text: str

    def __post_init__(self) -> None:
        problem = self._problem()
        if problem is not None:
            raise DeclarationError(
                f"报告语句{self.key}：{problem[0]}", f"Statement {self.key}: {problem[1]}"
            )

    @property
    def template(self) -> Template:
        """The text with its places."""
        return parsed(self.text)

    def _problem(self) -> tuple[str, str] | None:
        if not NAME.fullmatch(self.key):
            return "名称应为小写英文。", "its key must be lower-case English."
        try:
            template = parsed(self.text)
        except TemplateError as error:
            return error.message.zh, error.message.en
        if not any(segment.slots for segment in template.segments if not segment.optional):
            return "方括号外没有数字。", "it has no figure outside brackets."
        return None


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme:
    """A part of the chapter on measures, under a heading of its own."""

    key: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """
    A chapter of a report: its title, and what it is written from.

    In the title `{year}` is the year reported on and `{next}` the one after.
    """

    key: str
    title: str
    fed: Fed
    themes: tuple[Theme, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Genre:
    """
    A kind of report: its title, how it begins, its chapters in order, and the law that asks for them.

    In `title` and `opening`, `{year}` is the year reported on, `{issuer}` who reports and `{region}`
    whose work it is. `register` is the register of its domain that keeps such reports.

    Raises DeclarationError where it contradicts itself.
    """

    key: str
    label: str
    register: str
    title: str
    opening: str
    chapters: tuple[Chapter, ...]
    basis: str = ""

    def __post_init__(self) -> None:
        for wrong, zh, en in self._contradictions():
            if wrong:
                raise DeclarationError(f"报告体例{self.key}：{zh}。", f"Genre {self.key}: {en}.")

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of chapters and themes that sentences can belong to, in the order of the report."""
        return tuple(
            key
            for chapter in self.chapters
            for key in (tuple(theme.key for theme in chapter.themes) or (chapter.key,))
        )

    def _contradictions(self) -> Iterator[tuple[bool, str, str]]:
        yield not NAME.fullmatch(self.key), "名称应为小写英文", "its key must be lower-case English"
        yield not self.chapters, "没有章", "it has no chapters"
        yield (
            len(set(self.keys)) != len(self.keys),
            "章或者主题重名",
            "chapters or themes have the same key",
        )
        yield (
            any(chapter.fed not in get_args(Fed) for chapter in self.chapters),
            f"fed应为{'、'.join(get_args(Fed))}",
            f"fed must be one of {', '.join(get_args(Fed))}",
        )
        yield (
            any(chapter.themes and chapter.fed != "measures" for chapter in self.chapters),
            "只有写举措成效的章可以分主题",
            "only the chapter on measures has themes",
        )
        titles = (self.title, self.opening, *(chapter.title for chapter in self.chapters))
        yield (
            any(_unknown_places(title) for title in titles),
            f"题目和开头里只能写{{{'}、{'.join(_PLACES)}}}",
            f"titles and the opening can hold {{{'}, {'.join(_PLACES)}}} only",
        )


def _unknown_places(title: str) -> bool:
    """Whether a title has a place that is none, or a brace without its other half."""
    try:
        names = [name for _, name, *_ in Formatter().parse(title) if name is not None]
    except ValueError:
        return True
    return not {*_PLACES}.issuperset(names)

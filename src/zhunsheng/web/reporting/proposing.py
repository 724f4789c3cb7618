"""
What can be proposed for a report: statements that have something to say, shortcomings, arrangements.

Shortcomings come from figures that should be smaller and are not nothing: what is overdue, what was not
closed, what was lost. Arrangements come from the tasks of the plan of the year that are not done.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from zhunsheng.engine.catalogue import NamedGenre, NamedIndicator, NamedStatement, catalogue
from zhunsheng.engine.indicators.declarations import Count
from zhunsheng.engine.planning.lights import Light
from zhunsheng.engine.reporting.printing import is_nothing
from zhunsheng.engine.reporting.templates import parsed
from zhunsheng.engine.reporting.writing import Known, written
from zhunsheng.web.actors import Actor
from zhunsheng.web.language import listed
from zhunsheng.web.planning.on_day import plan_on, plans_in_force
from zhunsheng.web.reporting import figures
from zhunsheng.web.reporting.figures import Basis

SHORTCOMINGS, ARRANGEMENTS = "shortcomings", "arrangements"
_FIGURES_EACH, _TASKS = 4, 12
_OPEN = frozenset({Light.NOT_BEGUN, Light.RUNNING, Light.SOON, Light.LATE})
_SIGNS = str.maketrans("[]{}", "（）（）")


@dataclass(frozen=True, slots=True)
class Proposed:
    """
    A paragraph that is proposed: where it belongs, its template, and what it comes from.

    With `plain` it is a shortcoming, which is kept beside it under these words.
    """

    chapter: str
    kind: str
    text: str
    statement: str = ""
    evidence: str = ""
    plain: str = ""

    @property
    def names(self) -> list[str]:
        """The indicators that it prints."""
        return figures.names_in([self.text])


@dataclass(frozen=True, slots=True)
class NotProposed:
    """A statement that is not proposed, and why."""

    statement: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed, in the order of the report, and what is not."""

    paragraphs: tuple[Proposed, ...]
    left: tuple[NotProposed, ...]


def proposal(
    actor: Actor,
    genre: NamedGenre,
    basis: Basis,
    *,
    held: Iterable[str] = (),
    held_kinds: Iterable[str] = (),
) -> Proposal:
    """
    Get what can be proposed for a government and a year.

    `held` are the statements that a report has already, `held_kinds` the kinds of paragraphs that are
    proposed only once.
    """
    has, kinds = set(held), set(held_kinds)
    statements = [
        one
        for one in catalogue().statements()
        if one.statement.chapter in genre.genre.keys and one.name not in has
    ]
    bad = _to_be_fewer() if "shortcoming" not in kinds else []
    names = figures.names_in(one.text for one in statements)
    known = figures.known([*names, *(one.name for one in bad)], basis)
    found, left = _of_statements(statements, known, basis)
    told = {name for one in found if one.chapter == SHORTCOMINGS for name in one.names}
    found += _shortcomings([one for one in bad if one.name not in told], known)
    if "arrangement" not in kinds:
        found += _arrangements(actor, basis)
    order = {key: at for at, key in enumerate(genre.genre.keys)}
    fitting = [one for one in found if one.chapter in order]
    return Proposal(tuple(sorted(fitting, key=lambda one: order[one.chapter])), tuple(left))


def _of_statements(
    statements: Sequence[NamedStatement], known: dict[str, Known], basis: Basis
) -> tuple[list[Proposed], list[NotProposed]]:
    found, left = [], []
    for one in statements:
        said = written(
            parsed(one.text), known.get, period=basis.period.key, place=basis.place.government.name
        )
        if said.missing:
            lacks = listed(_label(slot.name, known) for slot in said.missing)
            why = _("没有数据：%(labels)s。") % {"labels": lacks}
        elif said.nothing:
            why = _("本年的数都是零。")
        else:
            found.append(_of_statement(one, known))
            continue
        left.append(NotProposed(one.name, said.text, why))
    return found, left


def _of_statement(one: NamedStatement, known: dict[str, Known]) -> Proposed:
    chapter = one.statement.chapter
    if chapter != SHORTCOMINGS:
        return Proposed(chapter, "statement", one.text, one.name)
    slots = [
        slot
        for segment in parsed(one.text).segments
        if not segment.optional
        for slot in segment.slots
    ]
    labels = list(dict.fromkeys(_label(slot.name, known) for slot in slots))
    plain = f"{one.domain.label}：{'、'.join(labels)}"
    return Proposed(chapter, "statement", one.text, one.name, "；".join(labels), plain)


def _label(name: str, known: dict[str, Known]) -> str:
    return known[name].named.indicator.label if name in known else name


def _to_be_fewer() -> list[NamedIndicator]:
    """Get the indicators that count what should be fewer, cells of tables apart: they break others down."""
    cells = {name for table in catalogue().statistics() for name in table.indicators.values()}
    return [
        one
        for one in catalogue().indicators()
        if isinstance(one.indicator, Count)
        and one.indicator.better == "fewer"
        and one.name not in cells
    ]


def _shortcomings(indicators: Sequence[NamedIndicator], known: dict[str, Known]) -> list[Proposed]:
    """Get a sentence for each domain in which something went wrong, the largest figures first."""
    wrong: dict[str, list[Known]] = defaultdict(list)
    for one in indicators:
        if one.name in known and not is_nothing(known[one.name].now):
            wrong[one.domain.label].append(known[one.name])
    found = []
    for domain, several in wrong.items():
        chosen = sorted(several, key=lambda one: -one.now.counted)[:_FIGURES_EACH]
        first, *rest = (f"{one.named.indicator.label}{{{one.named.name}}}" for one in chosen)
        text = f"{domain}方面还有差距：{first}{''.join(f'[，{one}]' for one in rest)}。"
        labels = [one.named.indicator.label for one in chosen]
        found.append(
            Proposed(
                SHORTCOMINGS,
                "shortcoming",
                text,
                evidence="；".join(labels),
                plain=f"{domain}：{'、'.join(labels)}",
            )
        )
    return found


def _arrangements(actor: Actor, basis: Basis) -> list[Proposed]:
    """Get a sentence that names the tasks of the plan of the year that are not done."""
    plan = (
        plans_in_force(actor, [basis.place.government.pk]).filter(values__year=basis.year).first()
    )
    if plan is None:
        return []
    held = plan_on(actor, plan, basis.today)
    names = [one.name.translate(_SIGNS).rstrip("。；") for one in held.tasks if one.light in _OPEN]
    if not names:
        return []
    shown = "；".join(names[:_TASKS])
    more = "等任务" if len(names) > _TASKS else ""
    text = f"把{basis.year}年度计划中尚未完成的任务列入下一年度继续推进：{shown}{more}。"
    return [Proposed(ARRANGEMENTS, "arrangement", text, evidence=plan.number)]

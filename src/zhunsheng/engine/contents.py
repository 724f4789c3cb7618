"""
What the folder of a domain declares, and each declaration under its full name.

It alone knows that folders exist; it checks nothing across them.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module, metadata
from importlib.util import find_spec
from types import ModuleType
from typing import TypeVar

from zhunsheng.engine.draws.declarations import Draw
from zhunsheng.engine.indicators.declarations import Indicator
from zhunsheng.engine.indicators.statistics import StatisticsTable
from zhunsheng.engine.indicators.validation import ValidationRule
from zhunsheng.engine.law.clocks import Clock
from zhunsheng.engine.law.rules import Rule
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.register import Register
from zhunsheng.engine.registers.returns import Return
from zhunsheng.engine.reporting.declarations import Genre, Statement
from zhunsheng.engine.reporting.templates import renamed

OWN_DOMAINS = "zhunsheng.domains"
"""The package whose folders are domains; third parties name theirs as entry points of this group."""

Declaration = TypeVar("Declaration")


@dataclass(frozen=True, kw_only=True)
class Domain:
    """A subject of the work, as its folder introduces it; the folder's name is its key."""

    label: str


@dataclass(frozen=True, kw_only=True)
class DomainContents:
    """Everything a domain declares."""

    key: str
    label: str
    clocks: tuple[Clock, ...]
    rules: tuple[Rule, ...]
    registers: tuple[Register, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    validation: tuple[ValidationRule, ...] = ()
    statistics: tuple[StatisticsTable, ...] = ()
    returns: tuple[Return, ...] = ()
    draws: tuple[Draw, ...] = ()
    statements: tuple[Statement, ...] = ()
    genres: tuple[Genre, ...] = ()

    def clocks_by_key(self) -> dict[str, Clock]:
        """Get the clocks by their keys, as registers name them."""
        return {clock.key: clock for clock in self.clocks}

    def full_name(self, key: str) -> str:
        """Get a declaration's full name from its key: `key` is of this domain, `domain.key` of any."""
        return key if "." in key else f"{self.key}.{key}"


@dataclass(frozen=True, slots=True)
class NamedClock:
    """A clock under its full name, `domain.clock`."""

    name: str
    domain: DomainContents
    clock: Clock


@dataclass(frozen=True, slots=True)
class NamedRegister:
    """A register under its full name, `domain.register`."""

    name: str
    domain: DomainContents
    register: Register


@dataclass(frozen=True, slots=True)
class NamedIndicator:
    """An indicator under its full name, `domain.indicator`, with the register it looks at."""

    name: str
    domain: DomainContents
    register: NamedRegister
    indicator: Indicator

    @property
    def is_money(self) -> bool:
        """Whether it adds up money: its totals are 分, which people read as 元."""
        of = self.indicator.definitions[-1].of
        kinds = {field.key: field.kind for field in self.register.register.fields}
        return isinstance(of, str) and kinds.get(of) == "money"


@dataclass(frozen=True, slots=True)
class NamedRule:
    """A rule between figures under its full name, `domain.rule`."""

    name: str
    domain: DomainContents
    rule: ValidationRule

    @property
    def indicators(self) -> Mapping[str, str]:
        """The full names of the indicators it compares, by the keys under which it names them."""
        return {key: self.domain.full_name(key) for key in sorted(self.rule.keys)}


@dataclass(frozen=True, slots=True)
class NamedReturn:
    """A return under its full name, `domain.return`, with the register it is filled from."""

    name: str
    domain: DomainContents
    register: NamedRegister
    prescribed: Return


@dataclass(frozen=True, slots=True)
class NamedDraw:
    """A draw under its full name, `domain.draw`, with the register of its plans and that of its results."""

    name: str
    domain: DomainContents
    plan: NamedRegister
    result: NamedRegister
    draw: Draw


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table of statistics under its full name, `domain.table`."""

    name: str
    domain: DomainContents
    table: StatisticsTable

    @property
    def indicators(self) -> Mapping[str, str]:
        """The full names of the indicators in its cells, by the keys under which it names them."""
        return {key: self.domain.full_name(key) for key in self.table.keys}

    def cell(self, row: str, column: str) -> str | None:
        """Get the full name of the indicator of a cell; None for a blank one."""
        key = self.table.cell(row, column)
        return None if key is None else self.domain.full_name(key)


@dataclass(frozen=True, slots=True)
class NamedStatement:
    """A sentence of reports under its full name, `domain.statement`."""

    name: str
    domain: DomainContents
    statement: Statement

    @property
    def indicators(self) -> Mapping[str, str]:
        """The full names of the indicators it prints, by the keys under which it names them."""
        keys = (slot.name for slot in self.statement.template.slots)
        return {key: self.domain.full_name(key) for key in keys}

    @property
    def text(self) -> str:
        """Its text with full names in the places for figures, as it stands in a report."""
        return renamed(self.statement.text, self.domain.full_name)


@dataclass(frozen=True, slots=True)
class NamedGenre:
    """A kind of report under its full name, `domain.genre`, with the register that keeps such reports."""

    name: str
    domain: DomainContents
    register: NamedRegister
    genre: Genre


def installed() -> Iterator[DomainContents]:
    """Get what the domains that are installed declare, ours first. Raises DeclarationError."""
    for name in _folders(OWN_DOMAINS):
        yield contents_of(import_module(f"{OWN_DOMAINS}.{name}"))
    for entry in metadata.entry_points(group=OWN_DOMAINS):
        yield contents_of(entry.load())


def contents_of(package: ModuleType) -> DomainContents:
    """
    Get what a domain's package declares: `DOMAIN`, and the declarations in its modules.

    Raises DeclarationError where it does not introduce itself.
    """
    domain = getattr(package, "DOMAIN", None)
    key = package.__name__.rpartition(".")[2]
    if not isinstance(domain, Domain):
        raise DeclarationError(
            f"领域{key}没有在__init__.py里写DOMAIN = Domain(label=…)。",
            f"Domain {key} does not say DOMAIN = Domain(label=…) in its __init__.py.",
        )
    return DomainContents(
        key=key,
        label=domain.label,
        clocks=tuple(_declared(package, "clocks", Clock)),
        rules=tuple(_declared(package, "rules", Rule)),
        registers=_once(package, ("registers",), Register),
        indicators=_once(package, ("indicators",), Indicator),
        validation=_once(package, ("indicators",), ValidationRule),
        statistics=_once(package, ("indicators", "statistics"), StatisticsTable),
        returns=_once(package, ("returns",), Return),
        draws=_once(package, ("draws",), Draw),
        statements=_once(package, ("statements",), Statement),
        genres=_once(package, ("genre",), Genre),
    )


def _folders(package: str) -> list[str]:
    found = import_module(package)
    return sorted(module.name for module in pkgutil.iter_modules(found.__path__) if module.ispkg)


def _once(
    package: ModuleType, modules: tuple[str, ...], kind: type[Declaration]
) -> tuple[Declaration, ...]:
    """Get the declarations of a kind, each once, though it stands alone and in a tuple."""
    found = (one for module in modules for one in _declared(package, module, kind))
    return tuple(dict.fromkeys(found))


def _declared(package: ModuleType, module: str, kind: type[Declaration]) -> Iterator[Declaration]:
    """
    Get the declarations of a kind in one of a domain's modules, alone or in tuples.

    The tuples come first: their order is the one people are to read.
    """
    name = f"{package.__name__}.{module}"
    if find_spec(name) is None:
        return
    found = vars(import_module(name)).values()
    for value in sorted(found, key=lambda value: not isinstance(value, tuple)):
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, kind):
                yield one

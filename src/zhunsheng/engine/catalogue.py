"""
Discovers the domains and what they declare, checks it across folders, and answers by name.

It alone knows that folders exist; it knows no domain in particular.
"""

from __future__ import annotations

import difflib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module, metadata
from importlib.util import find_spec
from types import MappingProxyType, ModuleType
from typing import TypeVar

from zhunsheng.engine.law.clocks import Clock
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.law.rules import Rule
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.register import Register

OWN_DOMAINS = "zhunsheng.domains"
"""The package whose folders are domains; third parties name theirs as entry points of this group."""

_NEAR = 5

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

    def clocks_by_key(self) -> dict[str, Clock]:
        """Get the clocks by their keys, as registers name them."""
        return {clock.key: clock for clock in self.clocks}


@dataclass(frozen=True, slots=True)
class NamedRegister:
    """A register under its full name, `domain.register`."""

    name: str
    domain: DomainContents
    register: Register


@dataclass(frozen=True, slots=True)
class NamedClock:
    """A clock under its full name, `domain.clock`."""

    name: str
    domain: DomainContents
    clock: Clock


class Catalogue:
    """
    What all domains declare, by name; it does not change once it is made.

    Raises DeclarationError where two declarations claim one name, or one names what there is not.
    """

    def __init__(self, domains: Iterable[DomainContents]) -> None:
        self.domains: Mapping[str, DomainContents] = MappingProxyType(
            {domain.key: domain for domain in self._once(domains)}
        )
        self._clocks = {named.name: named for named in self._named()}
        self._registers = {named.name: named for named in self._named_registers()}
        self._check_registers()
        self._clock_of_rule: dict[str, NamedClock] = {}
        self._rules: dict[str, tuple[DomainContents, Rule]] = {}
        for domain in self.domains.values():
            for rule in domain.rules:
                self._check_free(rule.key, domain)
                self._rules[rule.key] = (domain, rule)
        for named in self._clocks.values():
            if named.clock.rule:
                self._check_free(named.clock.rule, named.domain)
                self._clock_of_rule[named.clock.rule] = named
        for named in self._clocks.values():
            for key in _further_rules(named.clock):
                if key not in self._rules:
                    self._clock_of_rule.setdefault(key, named)

    def clocks(self, domain: str = "") -> list[NamedClock]:
        """Get the clocks of a domain, or all of them. Raises UnknownNameError for an unknown domain."""
        if domain:
            self._check_domain(domain)
        return [named for named in self._clocks.values() if domain in {"", named.domain.key}]

    def clock(self, name: str) -> NamedClock:
        """Get a clock by its name `domain.clock`. Raises UnknownNameError, which lists near names."""
        if name in self._clocks:
            return self._clocks[name]
        near = self._near(name)
        zh = f"相近的有：{'、'.join(near)}。" if near else ""
        en = f" Near ones: {', '.join(near)}." if near else ""
        raise UnknownNameError(
            f"没有“{name}”这个时限。{zh}全部时限见 zhunsheng law list。",
            f'There is no clock "{name}".{en} All clocks: zhunsheng law list.',
        )

    def registers(self, domain: str = "") -> list[NamedRegister]:
        """Get the registers of a domain, or all. Raises UnknownNameError for an unknown domain."""
        if domain:
            self._check_domain(domain)
        return [named for named in self._registers.values() if domain in {"", named.domain.key}]

    def register(self, name: str) -> NamedRegister:
        """Get a register by its name `domain.register`. Raises UnknownNameError."""
        if name in self._registers:
            return self._registers[name]
        near = difflib.get_close_matches(name, self._registers, n=_NEAR, cutoff=0.4)
        raise UnknownNameError(
            f"没有“{name}”这个台账。相近的有：{'、'.join(near) or '无'}。",
            f'There is no register "{name}". Near ones: {", ".join(near) or "none"}.',
        )

    def rules(self, domain: str = "") -> list[tuple[DomainContents, Rule]]:
        """Get the rules of a domain, or all, clocks apart. Raises UnknownNameError: unknown domain."""
        if domain:
            self._check_domain(domain)
        return [(of, rule) for of, rule in self._rules.values() if domain in {"", of.key}]

    def rule_keys(self) -> set[str]:
        """Get the keys of all rules, those that are clocks, extensions or suspensions included."""
        return self._rules.keys() | self._clock_of_rule.keys()

    def find(self, key: str) -> NamedClock | tuple[DomainContents, Rule]:
        """
        Get what a clock's name or a rule's key stands for.

        The key of an extension or a suspension leads to its clock. Raises UnknownNameError.
        """
        if key in self._clocks or key in self._clock_of_rule:
            return self._clocks.get(key) or self._clock_of_rule[key]
        if key in self._rules:
            return self._rules[key]
        return self.clock(key)

    @staticmethod
    def _once(domains: Iterable[DomainContents]) -> Iterator[DomainContents]:
        """Get domains, each key once: a domain of a third party does not take the place of ours."""
        taken = set()
        for domain in domains:
            if domain.key in taken:
                raise DeclarationError(
                    f"有两个领域都叫{domain.key}。", f"Two domains are called {domain.key}."
                )
            taken.add(domain.key)
            yield domain

    def _named(self) -> Iterator[NamedClock]:
        for domain in self.domains.values():
            taken = set()
            for clock in domain.clocks:
                if clock.key in taken:
                    raise DeclarationError(
                        f"{domain.key}里有两个时限都叫{clock.key}。",
                        f"Two clocks of {domain.key} are called {clock.key}.",
                    )
                taken.add(clock.key)
                yield NamedClock(f"{domain.key}.{clock.key}", domain, clock)

    def _named_registers(self) -> Iterator[NamedRegister]:
        for domain in self.domains.values():
            taken = set()
            for register in domain.registers:
                if register.key in taken:
                    raise DeclarationError(
                        f"{domain.key}里有两个台账都叫{register.key}。",
                        f"Two registers of {domain.key} are called {register.key}.",
                    )
                taken.add(register.key)
                yield NamedRegister(f"{domain.key}.{register.key}", domain, register)

    def _check_registers(self) -> None:
        """Refuse registers that name clocks, dates or registers there are not."""
        for named in self._registers.values():
            for wrong, zh, en in (
                *contradictions(named, frozenset(self._registers)),
                self._brings_nothing(named.register),
            ):
                if wrong:
                    raise DeclarationError(
                        f"台账{named.name}：{zh}：{'、'.join(wrong)}。",
                        f"Register {named.name}: {en}: {', '.join(wrong)}.",
                    )

    def _brings_nothing(self, register: Register) -> tuple[list[str], str, str]:
        """Get what references are to bring that the register they refer to does not have, or hides."""
        return (
            [
                f"{field.key}（{key}）"
                for whole in register.fields
                for field in (whole, *whole.columns)
                if field.refers_to in self._registers
                for key in field.brings
                if key not in _open_values(self._registers[field.refers_to].register)
            ],
            "所指台账没有这些字段，或者是个人信息",
            "the register referred to has no such fields, or they are personal",
        )

    def _check_free(self, key: str, domain: DomainContents) -> None:
        if key in self._rules or key in self._clock_of_rule:
            raise DeclarationError(
                f"{domain.key}里的规则{key}已经有了。",
                f"Rule {key} of {domain.key} exists already.",
            )

    def _check_domain(self, key: str) -> None:
        if key not in self.domains:
            listed = "、".join(
                f"{domain.key}（{domain.label}）" for domain in self.domains.values()
            )
            raise UnknownNameError(
                f"没有“{key}”这个领域。可以写：{listed}。",
                f'There is no domain "{key}". There are: {", ".join(self.domains)}.',
            )

    def _near(self, name: str) -> list[str]:
        """Get the clocks whose name, or whose Chinese label, resembles a name most."""
        names = [*self._clocks, *self._rules, *self._clock_of_rule]
        near = difflib.get_close_matches(name, names, n=_NEAR, cutoff=0.5)
        last = name.rpartition(".")[2]
        near += [
            known
            for known, named in self._clocks.items()
            if last and (last in known or last in named.clock.label)
        ]
        return list(dict.fromkeys(near))[:_NEAR]


@cache
def catalogue() -> Catalogue:
    """Get the catalogue of the domains that are installed. Raises DeclarationError."""
    packages = [import_module(f"{OWN_DOMAINS}.{name}") for name in _folders(OWN_DOMAINS)]
    packages += [entry.load() for entry in metadata.entry_points(group=OWN_DOMAINS)]
    return Catalogue(contents_of(package) for package in packages)


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
        registers=tuple(dict.fromkeys(_declared(package, "registers", Register))),
    )


def _folders(package: str) -> list[str]:
    found = import_module(package)
    return sorted(module.name for module in pkgutil.iter_modules(found.__path__) if module.ispkg)


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


def contradictions(
    named: NamedRegister, registers: frozenset[str]
) -> Iterator[tuple[list[str], str, str]]:
    """Get what a register may name that there is not: what it names, with the words for it."""
    register, clocks = named.register, named.domain.clocks_by_key()
    kinds = {field.key: field.kind for field in register.fields}
    known = [(one, clocks[one.clock]) for one in register.clocks if one.clock in clocks]
    within = [stop.within for one in register.clocks for stop in one.stops if stop.within]
    yield (
        [key for key in (*(one.clock for one in register.clocks), *within) if key not in clocks],
        "本领域没有这些时限",
        "its domain has no such clocks",
    )
    yield (
        [
            f"{one.clock}（{key}）"
            for one, clock in known
            for key in (one.starts or clock.starts_on, one.ends or clock.ends_on)
            if key and kinds.get(key) not in {"date", "datetime"}
        ],
        "时限的起止应为日期字段",
        "a clock starts and ends with a date",
    )
    yield (
        [
            stop.ground
            for one, clock in known
            for stop in one.stops
            if stop.ground not in {ground.label for ground in clock.suspended_by}
        ],
        "时限不因这些情形中止",
        "nothing of this kind stops the clock",
    )
    yield (
        [
            one.clock
            for one, clock in known
            if one.extended and not any(version.extension for version in clock.versions)
        ],
        "时限不能延长",
        "the law gives no extension of these clocks",
    )
    yield (
        [
            f"{field.key}（{field.refers_to}）"
            for field in register.fields
            if field.refers_to and field.refers_to not in registers
        ],
        "字段所指的台账没有",
        "fields refer to no register",
    )


def _open_values(register: Register) -> set[str]:
    """Get what an entry brings to those that refer to it: nothing personal."""
    return {"state", "fellows"} | {field.key for field in register.fields} - register.personal


def _further_rules(clock: Clock) -> Iterator[str]:
    """Get the keys of the extensions and suspensions of a clock."""
    for version in clock.versions:
        if version.extension is not None and version.extension.rule:
            yield version.extension.rule
    yield from (ground.rule for ground in clock.suspended_by if ground.rule)

"""
Checks what the domains declare across folders, and answers by name.

It knows no domain in particular.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from zhunsheng.engine import cross_checks
from zhunsheng.engine.contents import (
    OWN_DOMAINS,
    Domain,
    DomainContents,
    NamedClock,
    NamedDraw,
    NamedGenre,
    NamedIndicator,
    NamedRegister,
    NamedReturn,
    NamedRule,
    NamedStatement,
    NamedTable,
    contents_of,
    installed,
)
from zhunsheng.engine.law.clocks import Clock
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.law.rules import Rule
from zhunsheng.engine.messages import Message
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.counting import Counted, counts_by_register
from zhunsheng.engine.registers.register import Register
from zhunsheng.engine.shelves import NEAR, Named, Shelf

__all__ = [
    "OWN_DOMAINS",
    "Catalogue",
    "Domain",
    "DomainContents",
    "NamedClock",
    "NamedDraw",
    "NamedGenre",
    "NamedIndicator",
    "NamedRegister",
    "NamedReturn",
    "NamedRule",
    "NamedStatement",
    "NamedTable",
    "catalogue",
    "contents_of",
]


class Catalogue:
    """
    What all domains declare, by name; it does not change once it is made.

    Raises DeclarationError where two declarations claim one name, or one names what there is not. Whether
    the predicates of indicators fit is told where they are computed: that needs an engine, which the
    commands and the start of the site should not wait for.
    """

    def __init__(self, domains: Iterable[DomainContents]) -> None:
        self.domains: Mapping[str, DomainContents] = MappingProxyType(
            {domain.key: domain for domain in _once(domains)}
        )
        everything = self.domains.values()
        self._clocks = Shelf(Message("时限", "clock"), _clocks(everything))
        self._registers = Shelf(Message("台账", "register"), _registers(everything))
        known = {named.name: named.register for named in self._registers}
        for register in self._registers:
            refuse(register, "台账", "Register", cross_checks.of_register(register, known))
        self._counts = counts_by_register(known.items())
        self._indicators = Shelf(Message("指标", "indicator"), self._named_indicators())
        self._validation = Shelf(Message("核对规则", "rule"), _validation(everything))
        self._statistics = Shelf(Message("统计表", "table"), _statistics(everything))
        self._returns = Shelf(Message("报送表", "return"), self._named_returns())
        self._draws = Shelf(Message("抽取", "draw"), self._named_draws(known))
        self._genres = Shelf(Message("报告体例", "genre"), self._named_genres())
        self._statements = Shelf(Message("报告语句", "statement"), _statements(everything))
        self._check_figures()
        self._clock_of_rule: dict[str, NamedClock] = {}
        self._rules: dict[str, tuple[DomainContents, Rule]] = {}
        self._take_rules()

    def clocks(self, domain: str = "") -> list[NamedClock]:
        """Get the clocks of a domain, or all of them. Raises UnknownNameError for an unknown domain."""
        return self._clocks.of(self._checked(domain))

    def clock(self, name: str) -> NamedClock:
        """Get a clock by its name `domain.clock`. Raises UnknownNameError, which lists near names."""
        if name in self._clocks:
            return self._clocks.get(name)
        near = self._near(name)
        zh = f"相近的有：{'、'.join(near)}。" if near else ""
        en = f" Near ones: {', '.join(near)}." if near else ""
        raise UnknownNameError(
            f"没有“{name}”这个时限。{zh}全部时限见 zhunsheng law list。",
            f'There is no clock "{name}".{en} All clocks: zhunsheng law list.',
        )

    def registers(self, domain: str = "") -> list[NamedRegister]:
        """Get the registers of a domain, or all. Raises UnknownNameError for an unknown domain."""
        return self._registers.of(self._checked(domain))

    def register(self, name: str) -> NamedRegister:
        """Get a register by its name `domain.register`. Raises UnknownNameError."""
        return self._registers.get(name)

    def counts_of(self, register: str) -> tuple[tuple[str, str, Counted], ...]:
        """Get who counts the entries of a register: which register, by which field, and which of them."""
        return self._counts.get(register, ())

    def indicators(self, domain: str = "") -> list[NamedIndicator]:
        """Get the indicators of a domain, or all. Raises UnknownNameError for an unknown domain."""
        return self._indicators.of(self._checked(domain))

    def indicator(self, name: str) -> NamedIndicator:
        """Get an indicator by its name `domain.indicator`. Raises UnknownNameError."""
        return self._indicators.get(name)

    def validation(self, domain: str = "") -> list[NamedRule]:
        """Get the rules between figures of a domain, or all. Raises UnknownNameError."""
        return self._validation.of(self._checked(domain))

    def statistics(self, domain: str = "") -> list[NamedTable]:
        """Get the tables of statistics of a domain, or all. Raises UnknownNameError."""
        return self._statistics.of(self._checked(domain))

    def statistics_table(self, name: str) -> NamedTable:
        """Get a table of statistics by its name `domain.table`. Raises UnknownNameError."""
        return self._statistics.get(name)

    def returns(self, domain: str = "") -> list[NamedReturn]:
        """Get the returns of a domain, or all. Raises UnknownNameError."""
        return self._returns.of(self._checked(domain))

    def prescribed(self, name: str) -> NamedReturn:
        """Get a return by its name `domain.return`. Raises UnknownNameError."""
        return self._returns.get(name)

    def draws(self, domain: str = "") -> list[NamedDraw]:
        """Get the draws of a domain, or all. Raises UnknownNameError."""
        return self._draws.of(self._checked(domain))

    def draw(self, name: str) -> NamedDraw:
        """Get a draw by its name `domain.draw`. Raises UnknownNameError."""
        return self._draws.get(name)

    def genres(self, domain: str = "") -> list[NamedGenre]:
        """Get the kinds of reports of a domain, or all. Raises UnknownNameError."""
        return self._genres.of(self._checked(domain))

    def genre(self, name: str) -> NamedGenre:
        """Get a kind of report by its name `domain.genre`. Raises UnknownNameError."""
        return self._genres.get(name)

    def statements(self, domain: str = "") -> list[NamedStatement]:
        """Get the sentences that a domain brings to reports, or all. Raises UnknownNameError."""
        return self._statements.of(self._checked(domain))

    def statement(self, name: str) -> NamedStatement:
        """Get a sentence of reports by its name `domain.statement`. Raises UnknownNameError."""
        return self._statements.get(name)

    def rules(self, domain: str = "") -> list[tuple[DomainContents, Rule]]:
        """Get the rules of a domain, or all, clocks apart. Raises UnknownNameError: unknown domain."""
        self._checked(domain)
        return [(of, rule) for of, rule in self._rules.values() if domain in {"", of.key}]

    def rule_keys(self) -> set[str]:
        """Get the keys of all rules, those that are clocks, extensions or suspensions included."""
        return self._rules.keys() | self._clock_of_rule.keys()

    def find(self, key: str) -> NamedClock | tuple[DomainContents, Rule]:
        """
        Get what a clock's name or a rule's key stands for.

        The key of an extension or a suspension leads to its clock. Raises UnknownNameError.
        """
        if key in self._clock_of_rule and key not in self._clocks:
            return self._clock_of_rule[key]
        if key in self._rules and key not in self._clocks:
            return self._rules[key]
        return self.clock(key)

    def _named_indicators(self) -> Iterator[NamedIndicator]:
        """Get the indicators with their registers. Raises DeclarationError for an unknown register."""
        for domain in self.domains.values():
            for indicator in domain.indicators:
                name = f"{domain.key}.{indicator.key}"
                register = self._register_of(
                    domain, indicator.register, "指标", f"Indicator {name}"
                )
                yield NamedIndicator(name, domain, register, indicator)

    def _named_returns(self) -> Iterator[NamedReturn]:
        """Get the returns with their registers. Raises DeclarationError for an unknown register."""
        for domain in self.domains.values():
            for prescribed in domain.returns:
                name = f"{domain.key}.{prescribed.key}"
                register = self._register_of(
                    domain, prescribed.register, "报送表", f"Return {name}"
                )
                named = NamedReturn(name, domain, register, prescribed)
                refuse(named, "报送表", "Return", cross_checks.of_return(named))
                yield named

    def _named_draws(self, known: Mapping[str, Register]) -> Iterator[NamedDraw]:
        """Get the draws with their registers. Raises DeclarationError for what there is not."""
        for domain in self.domains.values():
            for draw in domain.draws:
                name = f"{domain.key}.{draw.key}"
                plan, result = (
                    self._register_of(domain, key, "抽取", f"Draw {name}")
                    for key in (draw.plan, draw.result)
                )
                named = NamedDraw(name, domain, plan, result, draw)
                refuse(named, "抽取", "Draw", cross_checks.of_draw(named, known))
                yield named

    def _named_genres(self) -> Iterator[NamedGenre]:
        """Get the genres with their registers. Raises DeclarationError for an unknown register."""
        for domain in self.domains.values():
            for genre in domain.genres:
                name = f"{domain.key}.{genre.key}"
                register = self._register_of(domain, genre.register, "报告体例", f"Genre {name}")
                yield NamedGenre(name, domain, register, genre)

    def _register_of(self, domain: DomainContents, key: str, zh: str, en: str) -> NamedRegister:
        """Get the register of a domain that one of its declarations names. Raises DeclarationError."""
        name = f"{domain.key}.{key}"
        if name in self._registers:
            return self._registers.get(name)
        known = [named.register.key for named in self._registers.of(domain.key)]
        raise DeclarationError(
            f"{zh}{en.rpartition(' ')[2]}：本领域没有台账{key}。有：{'、'.join(known) or '无'}。",
            f"{en}: its domain has no register {key}. There are: {', '.join(known) or 'none'}.",
        )

    def _check_figures(self) -> None:
        """Refuse indicators, rules between figures and tables that name what there is not."""
        known = self._indicators.names
        for register in self._registers:
            refuse(register, "台账", "Register", cross_checks.of_filled(register, known))
        for indicator in self._indicators:
            refuse(indicator, "指标", "Indicator", cross_checks.of_indicator(indicator))
        for rule in self._validation:
            refuse(rule, "核对规则", "Rule", cross_checks.of_rule(rule, known))
        for table in self._statistics:
            refuse(table, "统计表", "Table", cross_checks.of_table(table, known))
        chapters = frozenset(key for one in self._genres for key in one.genre.keys)
        for statement in self._statements:
            wrong = cross_checks.of_statement(statement, known, chapters)
            refuse(statement, "报告语句", "Statement", wrong)

    def _take_rules(self) -> None:
        """Take in the rules of law, those first that are no clocks. Raises DeclarationError."""
        for domain in self.domains.values():
            for rule in domain.rules:
                self._check_free(rule.key, domain)
                self._rules[rule.key] = (domain, rule)
        for named in self._clocks:
            if named.clock.rule:
                self._check_free(named.clock.rule, named.domain)
                self._clock_of_rule[named.clock.rule] = named
        for named in self._clocks:
            for key in _further_rules(named.clock):
                if key not in self._rules:
                    self._clock_of_rule.setdefault(key, named)

    def _check_free(self, key: str, domain: DomainContents) -> None:
        if key in self._rules or key in self._clock_of_rule:
            raise DeclarationError(
                f"{domain.key}里的规则{key}已经有了。",
                f"Rule {key} of {domain.key} exists already.",
            )

    def _checked(self, domain: str) -> str:
        """Get the key of a domain, or nothing for all. Raises UnknownNameError for an unknown one."""
        if domain and domain not in self.domains:
            listed = "、".join(f"{one.key}（{one.label}）" for one in self.domains.values())
            raise UnknownNameError(
                f"没有“{domain}”这个领域。可以写：{listed}。",
                f'There is no domain "{domain}". There are: {", ".join(self.domains)}.',
            )
        return domain

    def _near(self, name: str) -> list[str]:
        """Get the clocks whose name, or whose Chinese label, resembles a name most."""
        names = [*self._clocks.names, *self._rules, *self._clock_of_rule]
        near = difflib.get_close_matches(name, names, n=NEAR, cutoff=0.5)
        last = name.rpartition(".")[2]
        near += [
            named.name
            for named in self._clocks
            if last and (last in named.name or last in named.clock.label)
        ]
        return list(dict.fromkeys(near))[:NEAR]


@cache
def catalogue() -> Catalogue:
    """Get the catalogue of the domains that are installed. Raises DeclarationError."""
    return Catalogue(installed())


def refuse(named: Named, zh: str, en: str, wrong: cross_checks.Contradictions) -> None:
    """Raise DeclarationError for the first contradiction of a declaration; `zh`, `en` say its kind."""
    for found, says_zh, says_en in wrong:
        if found:
            raise DeclarationError(
                f"{zh}{named.name}：{says_zh}：{'、'.join(found)}。",
                f"{en} {named.name}: {says_en}: {', '.join(found)}.",
            )


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


def _clocks(domains: Iterable[DomainContents]) -> Iterator[NamedClock]:
    for domain in domains:
        for clock in domain.clocks:
            yield NamedClock(domain.full_name(clock.key), domain, clock)


def _registers(domains: Iterable[DomainContents]) -> Iterator[NamedRegister]:
    for domain in domains:
        for register in domain.registers:
            yield NamedRegister(domain.full_name(register.key), domain, register)


def _validation(domains: Iterable[DomainContents]) -> Iterator[NamedRule]:
    for domain in domains:
        for rule in domain.validation:
            yield NamedRule(domain.full_name(rule.key), domain, rule)


def _statistics(domains: Iterable[DomainContents]) -> Iterator[NamedTable]:
    for domain in domains:
        for table in domain.statistics:
            yield NamedTable(domain.full_name(table.key), domain, table)


def _statements(domains: Iterable[DomainContents]) -> Iterator[NamedStatement]:
    for domain in domains:
        for statement in domain.statements:
            yield NamedStatement(f"{domain.key}.{statement.key}", domain, statement)


def _further_rules(clock: Clock) -> Iterator[str]:
    """Get the keys of the extensions and suspensions of a clock."""
    for version in clock.versions:
        if version.extension is not None and version.extension.rule:
            yield version.extension.rule
    yield from (ground.rule for ground in clock.suspended_by if ground.rule)

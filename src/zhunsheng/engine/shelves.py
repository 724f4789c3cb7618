"""Declarations of one kind under their full names, and what to say where a name is not among them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from zhunsheng.engine.contents import DomainContents
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.messages import Message
from zhunsheng.engine.refusals import DeclarationError

NEAR = 5
"""So many near names are listed for one that is not there."""


class Named(Protocol):
    """A declaration under its full name."""

    @property
    def name(self) -> str:
        """The full name, `domain.key`."""

    @property
    def domain(self) -> DomainContents:
        """The domain that declares it."""


SomeNamed = TypeVar("SomeNamed", bound=Named)


class Shelf(Generic[SomeNamed]):
    """
    The declarations of one kind by their full names, in the order they are declared.

    Raises DeclarationError where two claim one name.
    """

    def __init__(self, kind: Message, declared: Iterable[SomeNamed]) -> None:
        self._kind = kind
        self._held: dict[str, SomeNamed] = {}
        for named in declared:
            if named.name in self._held:
                domain, _, key = named.name.partition(".")
                raise DeclarationError(
                    f"{domain}里有两个{kind.zh}都叫{key}。",
                    f"Two {kind.en}s of {domain} are called {key}.",
                )
            self._held[named.name] = named

    def __iter__(self) -> Iterator[SomeNamed]:
        return iter(self._held.values())

    def __contains__(self, name: str) -> bool:
        return name in self._held

    @property
    def names(self) -> frozenset[str]:
        """All full names."""
        return frozenset(self._held)

    def of(self, domain: str) -> list[SomeNamed]:
        """Get the declarations of a domain; of all where none is named."""
        return [named for named in self if domain in {"", named.domain.key}]

    def get(self, name: str) -> SomeNamed:
        """Get a declaration by its full name. Raises UnknownNameError, which lists near names."""
        if name in self._held:
            return self._held[name]
        near = difflib.get_close_matches(name, self._held, n=NEAR, cutoff=0.4)
        raise UnknownNameError(
            f"没有“{name}”这个{self._kind.zh}。相近的有：{'、'.join(near) or '无'}。",
            f'There is no {self._kind.en} "{name}". Near ones: {", ".join(near) or "none"}.',
        )

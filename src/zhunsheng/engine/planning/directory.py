"""The units and groups of a government as a reader of plans must know them, and the words of indicators."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownUnit:
    """A unit by a key of the caller's own; `past_names` are also those of units that were merged into it."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    past_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownGroup:
    """Units that documents name together; `members` are their keys."""

    key: str
    name: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """
    The units of one government.

    `place` is the government's name (溪口县), `above` are the names of the governments over it, the
    nearest first: plans leave both out.
    """

    place: str = ""
    above: tuple[str, ...] = ()
    units: tuple[KnownUnit, ...] = ()
    groups: tuple[KnownGroup, ...] = ()

"""Processes for tests of figures: they read, write, or write until they are killed."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from itertools import count

REGISTER = "casework.penalty"
INDICATOR = "casework.penalties"
RAW = {"matter": "某案", "made": "2026-03-02"}


def main(what: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.web.settings")
    import django  # noqa: PLC0415

    _with_casework()
    django.setup()
    {"read": read, "write": write, "kill": write_on}[what]()


def _with_casework() -> None:
    """Install the domain of the tests beside the real ones, as the fixture does."""
    from zhunsheng.engine import contents  # noqa: PLC0415
    from zhunsheng.engine.catalogue import OWN_DOMAINS  # noqa: PLC0415

    class Point:
        def load(self) -> object:
            return import_module("tests.web.casework")

    others = contents.metadata.entry_points
    contents.metadata.entry_points = lambda **asked: (
        [Point()] if asked == {"group": OWN_DOMAINS} else others(**asked)
    )


def say(*words: object) -> None:
    print(*words, flush=True)  # noqa: T201


def read() -> None:
    """For each line, say the figure, and how many entries there are."""
    from zhunsheng.engine.indicators.periods import year  # noqa: PLC0415
    from zhunsheng.web.indicators import results  # noqa: PLC0415
    from zhunsheng.web.organizations.models import Government  # noqa: PLC0415
    from zhunsheng.web.registers.models import Entry  # noqa: PLC0415

    place, period = results.Place(Government.objects.get()), year(2026)
    say("ready")
    for _line in sys.stdin:
        found = results.figures([INDICATOR], [period], place)
        say(found[INDICATOR, "2026"].value, Entry.unscoped.filter(register=REGISTER).count())


def write() -> None:
    """For each line, make an entry."""
    make = _maker()
    say("ready")
    for _line in sys.stdin:
        say(make())


def write_on() -> None:
    """Make entries without end."""
    make = _maker()
    for turn in count():
        make()
        if turn == 1:
            say("ready")


def _maker():
    from tests.web.writer import actor_named  # noqa: PLC0415
    from zhunsheng.web import clock  # noqa: PLC0415
    from zhunsheng.web.organizations.models import Unit  # noqa: PLC0415
    from zhunsheng.web.registers import actions  # noqa: PLC0415

    actor, unit = actor_named("clerk"), Unit.objects.get()
    return lambda: actions.create(actor, REGISTER, unit, RAW, clock.now()).pk


if __name__ == "__main__":
    main(*sys.argv[1:])

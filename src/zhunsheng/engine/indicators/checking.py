"""
Whether the predicates of an indicator fit its register: a look at an empty typed table.

It loads an engine, so it is asked where somebody asks about an indicator, and never at start.
"""

from __future__ import annotations

import ibis

from zhunsheng.engine.indicators.computing import check
from zhunsheng.engine.indicators.declarations import Indicator
from zhunsheng.engine.indicators.tables import table_of
from zhunsheng.engine.registers.register import Register


def check_fits(indicator: Indicator, register: Register) -> None:
    """Refuse an indicator whose predicates do not fit its register. Raises DeclarationError."""
    check(ibis.memtable(table_of(register, [])), "happened", indicator)

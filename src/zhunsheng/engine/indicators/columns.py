"""
The columns of a register's typed table by name and type, as indicators may name them.

It knows names and types and no engine, so that declarations can be checked without loading one.
"""

from __future__ import annotations

from zhunsheng.engine.registers.register import Register
from zhunsheng.engine.registers.schema import Column, columns

OWN_COLUMNS = (
    Column("entry", "记录", "integer"),
    Column("path", "政府层级", "text"),
    Column("done", "办结", "boolean"),
)
"""What a typed table has besides the columns of a register's view."""


def typed_columns(register: Register) -> tuple[Column, ...]:
    """Get the columns of a register's typed table; personal fields are not among them."""
    return (
        *OWN_COLUMNS,
        *(column for column in columns(register) if not column.personal),
        *(
            Column(last_day_column(running.clock), "时限最后一日", "date")
            for running in register.clocks
        ),
    )


def last_day_column(clock: str) -> str:
    """Get the name of the column that holds the last day of a clock."""
    return f"{clock}_due"

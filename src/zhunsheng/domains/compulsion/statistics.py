"""The yearly tables of administrative compulsion: measures and executions, each by kind."""

from zhunsheng.domains.compulsion.indicators import EXECUTIONS, MEASURES

TABLES = (MEASURES.table, EXECUTIONS.table)
"""Measures first."""

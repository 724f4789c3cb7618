"""Sets up the lists: views and indexes follow the declarations whenever the database is migrated."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate, pre_migrate


class ListsConfig(AppConfig):
    """The application of lists."""

    name = "zhunsheng.web.lists"

    def ready(self) -> None:
        """Have views and indexes brought up to date by every migration."""
        pre_migrate.connect(_make_way, sender=self)
        post_migrate.connect(_follow_declarations, sender=self)


def _make_way(**_said: Any) -> None:
    # A table that a view reads can neither be remade on SQLite nor changed on PostgreSQL.
    from zhunsheng.web.registers import sql_views  # noqa: PLC0415

    sql_views.drop()


def _follow_declarations(**_said: Any) -> None:
    # The models are not there yet when this module is read.
    from zhunsheng.engine.catalogue import catalogue  # noqa: PLC0415
    from zhunsheng.web.lists import declared_indexes  # noqa: PLC0415
    from zhunsheng.web.registers import sql_views  # noqa: PLC0415

    if {"registers_entry", "search_document"} - set(connection.introspection.table_names()):
        return  # only a part was migrated
    registers = catalogue().registers()
    sql_views.refresh(registers)
    declared_indexes.refresh(registers)

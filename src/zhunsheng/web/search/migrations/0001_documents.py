"""The searchable texts, and the index of the database in use."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

_MAKE = {
    # Contentless: the text is in search_document already, the index keeps only where characters are.
    "sqlite": (
        "CREATE VIRTUAL TABLE search_index USING fts5"
        "(register, characters, content='', columnsize=0, tokenize='ascii')",
    ),
    "postgresql": (
        "ALTER TABLE search_document ADD COLUMN grams text[]",
        "CREATE INDEX search_grams ON search_document USING gin (grams)",
    ),
}
_UNMAKE = {"sqlite": ("DROP TABLE search_index",), "postgresql": ("DROP INDEX search_grams",)}


def make(apps: Any, schema_editor: Any) -> None:
    """Make the index."""
    for statement in _MAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def unmake(apps: Any, schema_editor: Any) -> None:
    """Drop the index."""
    for statement in _UNMAKE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Makes the table of texts and what finds them."""

    initial = True

    dependencies = [("registers", "0002_guarded")]

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        serialize=False,
                        to="registers.entry",
                    ),
                ),
                ("text", models.TextField()),
            ],
        ),
        migrations.RunPython(make, unmake),
    ]

"""What of an entry can be searched, as one text."""

from __future__ import annotations

from django.db import models

from zhunsheng.web.registers.models import Entry


class Document(models.Model):
    """
    The searchable text of an entry: number, title and the values that are not personal, a line each.

    The index beside it differs by database: on SQLite the table `search_index`, on PostgreSQL the
    column `grams`. The migration makes them, `index` fills them; Django knows of neither.
    """

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, primary_key=True)
    text = models.TextField()

    def __str__(self) -> str:
        return self.text.partition("\n")[0]

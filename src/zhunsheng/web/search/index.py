"""
Finds entries by words, and keeps the index that finds them.

SQLite: full-text search over single characters, asked for phrases. PostgreSQL: an inverted index of
characters and pairs. Either way what was found is compared with the text itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from django.db import connection, transaction
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from zhunsheng.engine.catalogue import catalogue
from zhunsheng.web.in_bulk import for_each
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.search.models import Document
from zhunsheng.web.search.texts import grams, text_of, words_of

# So many hits are looked up one by one; more are met soon enough by going through the entries.
FEW = 3000
_CHUNK = 1000


def search(entries: QuerySet[Entry], asked: str, register: str = "") -> QuerySet[Entry]:
    """
    Get those of some entries whose text has all the words that were asked for; all without words.

    `register` says that the entries are of one register, which makes common words quick.
    """
    words = words_of(asked)
    if not words:
        return entries
    for word in words:
        entries = entries.filter(document__text__contains=word)
    query, match = _matching(words, register)
    with connection.cursor() as cursor:
        cursor.execute(f"{query} LIMIT {FEW + 1}", [match])
        few = len(cursor.fetchall()) <= FEW
    return entries.filter(pk__in=RawSQL(query, [match])) if few else entries  # noqa: S611


def keep(entries: Sequence[Entry], *, new: bool = False) -> None:
    """
    Bring the index up to date with some entries; called in the transaction that changes them.

    `new` says that nothing is held of them: then nothing need be looked up.
    """
    for start in range(0, len(entries), _CHUNK):
        _keep(entries[start : start + _CHUNK], new=new)


def rebuild() -> int:
    """Index all entries anew, as the declarations are now; get how many there are."""
    count = 0
    with transaction.atomic():
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO search_index(search_index) VALUES ('delete-all')")
        Document.objects.all().delete()
        waiting = Entry.unscoped.defer("private").order_by("pk").iterator(chunk_size=_CHUNK)
        while chunk := list(islice(waiting, _CHUNK)):
            keep(chunk)
            count += len(chunk)
    return count


def _keep(entries: Sequence[Entry], *, new: bool) -> None:
    texts = {}
    for entry in entries:
        register = catalogue().register(entry.register).register
        texts[entry.pk] = text_of(entry, register)
    if connection.vendor == "sqlite":
        _keep_on_sqlite(entries, texts, new=new)
        return
    for_each(
        "INSERT INTO search_document (entry_id, text, grams) VALUES (%s, %s, %s) "
        "ON CONFLICT (entry_id) DO UPDATE SET text = EXCLUDED.text, grams = EXCLUDED.grams",
        [
            (
                entry.pk,
                texts[entry.pk],
                [_mark(entry.register), *sorted(grams(texts[entry.pk]))],
            )
            for entry in entries
        ],
    )


def _keep_on_sqlite(entries: Sequence[Entry], texts: dict[int, str], *, new: bool) -> None:
    """Keep texts on SQLite, whose contentless index must be told an old text to forget it."""
    found = Document.objects.none() if new else Document.objects.filter(pk__in=list(texts))
    old = dict(found.values_list("pk", "text"))
    changed = [entry for entry in entries if old.get(entry.pk) != texts[entry.pk]]
    row = "(rowid, register, characters) VALUES (%s, %s, %s)"
    for_each(
        "INSERT INTO search_index(search_index, rowid, register, characters) "
        "VALUES ('delete', %s, %s, %s)",
        [
            (entry.pk, _hex(entry.register), _spaced(old[entry.pk]))
            for entry in changed
            if entry.pk in old
        ],
    )
    for_each(
        f"INSERT INTO search_index{row}",
        [(one.pk, _hex(one.register), _spaced(texts[one.pk])) for one in changed],
    )
    for_each(
        "INSERT OR REPLACE INTO search_document (entry_id, text) VALUES (%s, %s)",
        [(entry.pk, texts[entry.pk]) for entry in changed],
    )


def _matching(words: Iterable[str], register: str) -> tuple[str, str | list[str]]:
    """Get the query for the keys of matching entries, and what it is asked with."""
    if connection.vendor == "sqlite":
        parts = [f'characters : "{_spaced(word)}"' for word in words]
        if register:
            parts.append(f'register : "{_hex(register)}"')
        query = "SELECT rowid FROM search_index WHERE search_index MATCH %s"
        return query, " AND ".join(parts)
    # A pair says all that its single characters say.
    wanted = sorted(
        {gram for word in words for gram in grams(word) if len(gram) == 2}
        | {word for word in words if len(word) == 1}
    )
    if register:
        wanted.append(_mark(register))
    return "SELECT entry_id FROM search_document WHERE grams @> %s::text[]", wanted


def _mark(register: str) -> str:
    """Get a gram that no text has: a register's name is longer than two characters."""
    return f"@{register}"


def _spaced(text: str) -> str:
    """
    Get a text as one token for each character, spaces and signs included.

    The code points as words: so no tokenizer folds a rare character or drops a sign.
    """
    return " ".join(f"{ord(character):x}" for character in text)


def _hex(register: str) -> str:
    return register.encode().hex()

"""
The English of the site: collects what templates and code say, and compiles the translations.

`make messages` brings the catalogue up to date and says what still has no English. Running it twice
changes nothing: the catalogue holds no dates, no names and no line numbers.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

WEB = Path(__file__).parents[1] / "src" / "zhunsheng" / "web"
PO = WEB / "locale" / "en" / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")
_COMMENT = "# What the site says, in English. `make messages` keeps it up to date."
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


_HEADER = (
    ("Language", "en"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
)


class English(Catalog):
    """A catalogue whose header says what programs need, and nothing of who wrote it when."""

    mime_headers = property(lambda _self: list(_HEADER))

    def __init__(self) -> None:
        super().__init__(locale="en", fuzzy=False, header_comment=_COMMENT)


def said() -> English:
    """Get everything that the site says and that can be translated, without its English."""
    found = English()
    for path, source in _sources():
        lines = io.BytesIO(source.encode())
        for _line, message, _comments, context in extract("python", lines, _KEYWORDS):
            found.add(message, locations=[(path.relative_to(WEB).as_posix(), 0)], context=context)
    return found


def translated() -> English:
    """Get everything that the site says, with the English there is for it."""
    found = said()
    if not PO.exists():
        return found
    with PO.open("rb") as lines:
        kept = read_po(lines, locale="en")
    for message in found:
        known = kept.get(message.id, message.context) if message.id else None
        if known is not None:
            message.string = known.string
    return found


def written(catalog: English) -> bytes:
    """Get translations as people edit them."""
    out = io.BytesIO()
    write_po(out, catalog, width=110, sort_output=True, no_location=True)
    return out.getvalue()


def compiled(catalog: English) -> bytes:
    """Get translations as programs read them."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def missing(catalog: English) -> list[str]:
    """Get what has no English yet, in Chinese."""
    found = []
    for message in catalog:
        forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id and not all(forms):
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


def main() -> None:
    """Bring the catalogue and its compiled form up to date, and print what has no English yet."""
    catalog = translated()
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(written(catalog))
    MO.write_bytes(compiled(catalog))
    for text in missing(catalog):
        sys.stdout.write(f"{text}\n")


def _sources() -> Iterator[tuple[Path, str]]:
    """Get code and templates, the latter as code that says the same."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
    for path in sorted(WEB.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path, path.read_text("utf-8")
    for path in sorted(WEB.rglob("*.html")):
        yield path, templatize(path.read_text("utf-8"), origin=str(path))


if __name__ == "__main__":
    main()

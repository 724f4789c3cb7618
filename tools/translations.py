"""
The English of the site: collects what templates and code say, and compiles the translations.

`make messages` brings the catalogue up to date; a test says what still has no English.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

WEB = Path(__file__).parents[1] / "src" / "zhunsheng" / "web"
FOLDER = WEB / "locale" / "en" / "LC_MESSAGES"
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


def said() -> Catalog:
    """Get everything that the site says and that can be translated."""
    found = Catalog(locale="en", project="zhunsheng", fuzzy=False)
    for path, source in _sources():
        lines = io.BytesIO(source.encode())
        for line, message, _, context in extract("python", lines, _KEYWORDS):
            place = (path.relative_to(WEB.parent).as_posix(), line)
            found.add(message, locations=[(place[0], 0)], context=context)
    return found


def kept() -> Catalog:
    """Get the translations there are."""
    place = FOLDER / "django.po"
    if not place.exists():
        return Catalog(locale="en", project="zhunsheng", fuzzy=False)
    with place.open("rb") as lines:
        return read_po(lines, locale="en")


def compiled(catalog: Catalog) -> bytes:
    """Get translations as programs read them."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def main() -> None:
    """Bring the catalogue and its compiled form up to date."""
    catalog = kept()
    catalog.update(said(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "django.po").open("wb") as out:
        write_po(out, catalog, width=110, omit_header=False, sort_output=True, no_location=True)
    (FOLDER / "django.mo").write_bytes(compiled(kept()))


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

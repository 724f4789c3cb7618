"""Pages that stand alone: templates, and the style and script that go into the page itself."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape


def environment() -> Environment:
    """Get a new environment of our templates, in which every word is escaped."""
    return Environment(
        loader=PackageLoader("zhunsheng.rendering"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def resource(name: str) -> str:
    """Get a style or a script that goes into a page."""
    return files("zhunsheng.rendering").joinpath(name).read_text("utf-8")


def hash_of(text: str) -> str:
    """Get the hash by which a page's policy allows a style or a script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

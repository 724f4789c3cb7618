"""The derivation of a last day, as a page that stands alone and prints on paper."""

from __future__ import annotations

from zhunsheng import __version__
from zhunsheng.engine.law.explanation import Explanation
from zhunsheng.engine.law.wording import in_words
from zhunsheng.rendering.standalone import environment, hash_of, resource


def deadline_page(explanation: Explanation) -> str:
    """Get the page of a derivation as HTML that needs no network and holds no script."""
    style = resource("deadline.css")
    return (
        environment()
        .get_template("deadline.html")
        .render(
            deadline=explanation.deadline,
            clock=explanation.deadline.clock,
            version=explanation.deadline.version,
            words=in_words(explanation),
            style=style,
            style_hash=hash_of(style),
            product=__version__,
        )
    )

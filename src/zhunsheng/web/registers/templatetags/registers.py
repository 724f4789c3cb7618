"""How templates show stored values, states and days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers.fields import Field
from zhunsheng.web import language
from zhunsheng.web.registers import words

register = template.Library()

STATES = {
    "not_started": gettext_lazy("未开始"),
    "running": gettext_lazy("办理中"),
    "soon": gettext_lazy("临期"),
    "overdue": gettext_lazy("逾期"),
    "met": gettext_lazy("按期办结"),
    "met_late": gettext_lazy("逾期办结"),
    "suspended": gettext_lazy("中止"),
    "provisional": gettext_lazy("暂定"),
}


@register.simple_tag
def state(key: str, word: object = "") -> SafeString:
    """Get a state as all pages show it: its colour and sign, and its word or the one that is given."""
    return format_html('<span class="state {}">{}</span>', key, word or STATES[key])


@register.filter
def shown(value: Any, field: Field) -> str:
    """Get a stored value as people read it."""
    return words.shown(field, value)


@register.filter
def of(key: str, mapping: dict[str, Any]) -> Any:
    """Get what a mapping has for a key."""
    return mapping.get(key)


@register.filter
def listed(things: Iterable[object], comma: str = "、") -> str:
    """Get things one after another, with the commas of the language of the page."""
    return language.listed(things, comma)


@register.filter
def said(message: Message) -> str:
    """Get a message in the language of the page."""
    return language.said(message)

"""How templates show stored values, states and days."""

from __future__ import annotations

from typing import Any

from django import template

from zhunsheng.engine.messages import Message
from zhunsheng.engine.registers import values
from zhunsheng.engine.registers.fields import Field
from zhunsheng.web import language

register = template.Library()


@register.filter
def shown(value: Any, field: Field) -> str:
    """Get a stored value as people read it."""
    return values.shown(field, value)


@register.filter
def of(key: str, mapping: dict[str, Any]) -> Any:
    """Get what a mapping has for a key."""
    return mapping.get(key)


@register.filter
def said(message: Message) -> str:
    """Get a message in the language of the page."""
    return language.said(message)

"""The words for what does not fit a schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zhunsheng.engine.messages import Message

# By pydantic's names of what can be wrong; what is filled in comes with the error.
_SAYS = {
    "missing": Message("请填写。", "This is missing."),
    "extra_forbidden": Message("没有这个字段。", "There is no such field."),
    "string_type": Message("应为文字。", "This should be text."),
    "string_too_long": Message("最多{max_length}字。", "At most {max_length} characters."),
    "string_too_short": Message("至少{min_length}字。", "At least {min_length} characters."),
    "string_pattern_mismatch": Message("格式不对。", "This is not of the right form."),
    "int_type": Message("应为整数。", "This should be a whole number."),
    "int_parsing": Message("应为整数。", "This should be a whole number."),
    "int_parsing_size": Message("整数太大。", "The number is too large."),
    "int_from_float": Message("应为整数。", "This should be a whole number."),
    "greater_than_equal": Message("不小于{ge}。", "At least {ge}."),
    "less_than_equal": Message("不大于{le}。", "At most {le}."),
    "bool_type": Message("应为true或者false。", "This should be true or false."),
    "bool_parsing": Message("应为true或者false。", "This should be true or false."),
    "literal_error": Message("可以填：{expected}。", "One of {expected}."),
    "list_type": Message("应为列表。", "This should be a list."),
    "too_long": Message("最多{max_length}项。", "At most {max_length} items."),
    "too_short": Message("至少{min_length}项。", "At least {min_length} items."),
    "dict_type": Message("应为对象。", "This should be an object."),
    "model_attributes_type": Message("应为对象。", "This should be an object."),
    "model_type": Message("应为对象。", "This should be an object."),
    "no_day": Message("不是日期，请写成2026-03-01。", "This is no date. Write 2026-03-01."),
}
_OTHERWISE = Message("格式不正确。", "This is not of the right form.")


def problem_of(error: Mapping[str, Any], label: str = "") -> Message:
    """Get an error of pydantic's in the words of the site, after the label of a field."""
    says = _SAYS.get(error["type"], _OTHERWISE)
    context = error.get("ctx") or {}
    zh, en = says.zh.format_map(context), says.en.format_map(context)
    return Message(f"{label}{zh}", f"{label}: {en}" if label else en)

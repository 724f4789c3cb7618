"""Fills the forms of any register in a browser, as somebody would by hand, from the values of a golden case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from playwright.sync_api import Page

from zhunsheng.engine.registers.fields import Field

PAPER = {"name": "材料.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}


def fill(page: Page, fields: Iterable[Field], values: Mapping[str, Any]) -> None:
    """Fill in the values of fields that the form asks for; those of others must be empty."""
    for field in fields:
        if values.get(field.key) is not None:
            _fill(page, field, field.key, values[field.key])


def _fill(page: Page, field: Field, name: str, value: Any) -> None:
    if field.kind == "rows":
        page.wait_for_selector(f"button[name='add_row'][value='{name}']", state="attached")
        for row, cells in enumerate(value):
            if not page.locator(f"[name^='{name}.{row}.']").count():
                page.click(f"button[name='add_row'][value='{name}']")
            for column in field.columns:
                if cells.get(column.key) is not None:
                    _fill(page, column, f"{name}.{row}.{column.key}", cells[column.key])
    elif field.kind == "party":
        page.select_option(f"[id='{name}.kind']", value["kind"])
        page.fill(f"[id='{name}.name']", value["name"])
    elif field.kind == "attachments":
        page.set_input_files(f"[id='{name}.file']", [PAPER])
    else:
        _choose_or_type(page, field, name, value)


def _choose_or_type(page: Page, field: Field, name: str, value: Any) -> None:
    """Tick what is to be ticked, pick what is to be picked, type the rest."""
    # Counting waits for nothing, and the form may still be on its way.
    page.wait_for_selector(f"[name='{name}']", state="attached")
    if field.several:
        for key in value:
            page.check(f"input[name='{name}'][value='{key}']")
        return
    chosen = ("是" if value else "否") if field.kind == "boolean" else str(value)
    if page.locator(f"input[type='radio'][name='{name}']").count():
        page.check(f"input[name='{name}'][value='{chosen}']")
    elif page.locator(f"select[name='{name}']").count():
        page.select_option(f"select[name='{name}']", chosen)
    else:
        page.fill(f"[name='{name}']", f"{value / 100:.2f}" if field.kind == "money" else chosen)

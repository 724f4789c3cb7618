"""
Finds what each app compares with the ledger.

An app that chains its rows has a module `verifying` with `changed_aside()`, which gives a fault for each
row that is not as its last line says; nothing else has to be changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from zhunsheng.web.ledger.faults import Fault

Check = Callable[[], Iterator[Fault]]


def checks() -> list[Check]:
    """Get the checks of all installed apps, in their order."""
    found = []
    for app in apps.get_app_configs():
        if app.module is not None and module_has_submodule(app.module, "verifying"):
            module = import_module(f"{app.name}.verifying")
            if (check := getattr(module, "changed_aside", None)) is not None:
                found.append(check)
    return found

"""What the documentation shows is what happens."""

from __future__ import annotations

import doctest
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import zhunsheng

ROOT = Path(__file__).parents[1]
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(zhunsheng.__path__, "zhunsheng.")
    if not module.name.endswith("__main__")
)


def test_the_examples_of_every_docstring_hold():
    tried = [doctest.testmod(import_module(name), verbose=False) for name in MODULES]
    assert sum(result.failed for result in tried) == 0
    assert sum(result.attempted for result in tried) > 10


@pytest.mark.parametrize(
    "page", ["src/zhunsheng/engine/law/README.md", "src/zhunsheng/domains/openness/README.md"]
)
def test_the_examples_of_a_page_hold(page):
    result = doctest.testfile(str(ROOT / page), module_relative=False)
    assert (result.failed, result.attempted > 0) == (0, True)

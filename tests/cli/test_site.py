"""How the site is served: with as many processes as the machine has cores, or as one says."""

from __future__ import annotations

import os

import pytest

from zhunsheng.cli import site
from zhunsheng.cli.places import UsageError


@pytest.mark.parametrize(
    ("cores", "asked", "served"),
    [(1, "", 1), (2, "", 2), (32, "", 4), (32, "12", 12), (None, "", 1)],
)
def test_a_process_serves_for_each_core_or_as_many_as_are_asked_for(
    monkeypatch, cores, asked, served
):
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    monkeypatch.setenv("ZHUNSHENG_PROCESSES", asked)
    assert site._processes() == served


@pytest.mark.parametrize("asked", ["0", "65", "两个", "-1", "9" * 40])
def test_a_number_of_processes_that_is_none_is_refused(monkeypatch, asked):
    monkeypatch.setenv("ZHUNSHENG_PROCESSES", asked)
    with pytest.raises(UsageError, match="1至64"):
        site._processes()

"""The ledger from the command line: sign, verify, change the key."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from django.conf import settings
from typer.testing import CliRunner

from tests.web.conftest import AT, REQUEST
from zhunsheng.cli import ledger
from zhunsheng.engine.ledger.verifier import verify
from zhunsheng.web import clock
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry


@pytest.fixture
def site(world, reporter, monkeypatch, tmp_path):
    """Get what runs a command on a site with one entry."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    monkeypatch.setattr(settings, "HOME", tmp_path)
    actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)
    app = typer.Typer()
    ledger.add_to(app, lambda: None)

    def ran(*words: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, list(words))
        return result.exit_code, result.output

    return ran


def test_a_checkpoint_is_signed_and_written_to_a_file(site, tmp_path: Path):
    code, said = site("checkpoint", "--out", str(tmp_path / "kept.jsonl"))
    assert code == 0
    assert "前1行" in said
    assert verify((tmp_path / "kept.jsonl").read_text("utf-8").splitlines()).checkpoints == 1


def test_a_file_that_cannot_be_written_is_said(site, tmp_path: Path):
    code, said = site("checkpoint", "--out", str(tmp_path / "none" / "kept.jsonl"))
    assert code == 2
    assert "无法写入" in said


def test_verifying_ends_with_1_where_something_was_changed(site):
    assert site("verify")[0] == 0
    assert site("verify", "--new")[0] == 0
    Entry.unscoped.update(title="改过")
    code, said = site("verify")
    assert code == 1
    assert "记录2026-00001“改过”与账目0不符（名称）" in said


def test_a_key_is_changed_and_a_lost_one_replaced_on_purpose_only(site):
    site("checkpoint")
    assert "新密钥2" in site("rotate-key")[1]
    for file in (settings.HOME / "ledger_keys").iterdir():
        file.unlink()
    code, said = site("rotate-key")
    assert code == 2
    assert "--lost" in said
    assert "新密钥3" in site("rotate-key", "--lost")[1]
    assert site("verify")[0] == 0

"""A report becomes final at the end of a day: what it says then is what it says ever after, and can be proved."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

import pytest

from tests.web.planning.plans import at
from tests.web.reporting.conftest import DAY, Desk
from zhunsheng.engine.reporting import verifier
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers.errors import InvalidError
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.reporting import changing, finalising, keys
from zhunsheng.web.reporting.composing import composed_report

pytestmark = pytest.mark.django_db
WRITTEN_ON, FINAL_ON = "2027-01-18", DAY


@pytest.fixture
def final(desk: Desk, settings, tmp_path) -> Entry:
    """A report that was written on one day and made final two days later, with figures of the day between."""
    settings.HOME = tmp_path
    desk.asked_for(3)
    report = desk.started(WRITTEN_ON)
    desk.paragraph(
        report,
        "全年收到申请{openness.request_new_all}，比上年{openness.request_new_all:change}。",
        day=WRITTEN_ON,
    )
    desk.accepted(report, WRITTEN_ON)
    desk.arranged(report, WRITTEN_ON)
    ready = desk.walked(report, keys.FINALISE, FINAL_ON)
    held = desk.held(ready, FINAL_ON)
    return finalising.finalise(
        desk.coordinator(FINAL_ON), held, ready.version, date(2027, 1, 19), at(FINAL_ON)
    )


def test_the_digests_and_the_day_stand_in_the_ledger(desk: Desk, final: Entry):
    line = StoredLine.objects.filter(about=final.about).order_by("number").last()
    assert line is not None
    changed = line.says["changed"]
    assert (line.says["step"], changed["as_of"]) == (keys.FINALISE, "2027-01-19")
    assert 0 < changed["ledger_position"] < line.number
    finished = finalising.finished(desk.held(final, FINAL_ON))
    digests = json.loads(finished.papers[finalising.FIGURES])["digests"]
    assert changed["figures_digest"] == digests["figures"]
    assert changed["text_digest"] == digests["text"]
    assert finished.agrees


def test_a_final_report_says_the_same_whatever_is_entered_later(desk: Desk, final: Entry):
    before = composed_report(desk.held(final, FINAL_ON))
    desk.asked_for(4, "2026-12-30")
    later = desk.held(final, "2027-03-01")
    assert composed_report(later).text == before.text
    assert "收到申请3件" in before.text
    assert finalising.finished(later).agrees


def test_nothing_of_a_final_report_can_be_changed(desk: Desk, final: Entry):
    held = desk.held(final, "2027-01-21")
    actor, one = desk.coordinator("2027-01-21"), held.paragraphs[0]
    with pytest.raises(InvalidError, match="定稿"):
        changing.write(actor, held, one, one.version, "改一改。", at("2027-01-21"))
    with pytest.raises(InvalidError, match="定稿"):
        changing.add(actor, held, "oversight", "加一段。", at("2027-01-21"))


def test_a_day_that_is_not_over_has_no_final_figures(desk: Desk):
    report = desk.started(WRITTEN_ON)
    held = desk.held(report, WRITTEN_ON)
    with pytest.raises(InvalidError, match="还没有过完"):
        finalising.finalise(
            desk.coordinator(WRITTEN_ON), held, report.version, date(2027, 1, 18), at(WRITTEN_ON)
        )


def test_the_files_of_a_final_report_pass_the_verifier_that_goes_with_them(
    desk: Desk, final: Entry, on
):
    client = on(desk.person("coordinator"), "2027-01-21")
    lines = StoredLine.objects.filter(did="list.export").count()
    answer = client.get(f"/reports/{final.pk}/files/report.zip")
    assert answer.status_code == 200
    assert StoredLine.objects.filter(did="list.export").count() == lines + 1
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    read = {name: archive.read(name) for name in archive.namelist()}
    proof = [line for line in read["proof.jsonl"].decode().split("\n") if line]
    papers = {name: read[name] for name in ("report.docx", "report.html", "report.pdf")}
    outcome = verifier.verify(read["figures.json"], papers, proof)
    assert outcome.wrong == []
    assert outcome.code == 0, outcome.text
    assert json.loads(read["figures.json"])["as_of"] == "2027-01-19"
    assert "report_verifier.pyz" in read


def test_files_are_those_of_the_day_whatever_makes_them_later(
    desk: Desk, final: Entry, monkeypatch
):
    before = finalising.finished(desk.held(final, FINAL_ON))
    monkeypatch.setattr(finalising, "__version__", "99.0")
    assert finalising.finished(desk.held(final, "2027-03-01")).papers == before.papers


def test_there_are_no_files_before_a_report_is_final(desk: Desk, on):
    report = desk.started(WRITTEN_ON)
    client = on(desk.person("coordinator"), WRITTEN_ON)
    assert client.get(f"/reports/{report.pk}/files/report.docx").status_code == 400
    assert client.get(f"/reports/{report.pk}/files/other.exe").status_code == 404

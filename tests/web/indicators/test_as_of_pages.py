"""Pages of a past day: plainly marked, with the entries of then, for whoever sees those of now."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from lxml import html

from tests.web.conftest import AT, REQUEST, World
from zhunsheng.web import clock
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.organizations import actions as organizing
from zhunsheng.web.organizations.taking_stock import take_stock
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Entry

DAY = timedelta(days=1)
THEN, LATER = "2026-03-02", AT + 3 * DAY
PAGE = "/indicators/casework.value/"


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


@pytest.fixture
def changed(world: World, clerk, inspect, browse, monkeypatch) -> Entry:
    """Get an inspection that was changed three days after it was entered; it is the day of the change."""
    entry = inspect(value="1", firm={"kind": "person", "name": "某甲", "number": "X1"})
    raw = {"value": "2.50", "place": "某大超市"}
    entry = actions.change(world.actor(clerk), entry.pk, entry.version, raw, LATER)
    later(monkeypatch, LATER)
    return entry


def later(monkeypatch, at: datetime) -> None:
    monkeypatch.setattr(clock, "now", lambda: at)


def test_an_indicator_is_shown_as_of_a_day_and_says_so(changed, clerk, browse):
    client = browse(clerk)
    page = text(client.get(PAGE, {"period": "2026", "as_of": THEN}))
    assert "以往情况：截至 2026-03-02 终了" in page
    assert "取自账本，至账目 0 为止" in page
    assert "1.00 元" in page
    assert "2.50 元" not in page
    now = text(client.get(PAGE, {"period": "2026"}))
    assert "2.50 元" in now
    assert "以往情况：" not in now


def test_links_of_a_past_page_lead_to_the_past(changed, clerk, browse):
    client = browse(clerk)
    page = html.fromstring(client.get(PAGE, {"period": "2026", "as_of": "20260302"}).content)
    behind = [href for href in page.xpath("//main//a/@href") if "/entries/" in href]
    assert behind
    assert all("as_of=2026-03-02" in href for href in behind)
    listed = client.get(behind[0])
    assert "某超市" in text(listed)
    assert "某大超市" not in text(listed)
    (record,) = html.fromstring(listed.content).xpath("//table//a/@href")
    assert record == f"/entries/{changed.pk}/then/?as_of=2026-03-02"
    assert "某超市" in text(client.get(record))


@pytest.mark.parametrize(
    ("typed", "says"), [("2026-03-09", "2026-03-09还没有到"), ("某日", "某日")]
)
def test_a_day_that_is_none_is_said_beside_its_field(changed, clerk, browse, typed, says):
    client = browse(clerk)
    for address in (PAGE, f"/entries/{changed.pk}/then/"):
        response = client.get(address, {"as_of": typed})
        assert response.status_code == 400
        (problem,) = html.fromstring(response.content).xpath("//*[@id='as-of-note']")
        assert says in problem.text_content()
        assert html.fromstring(response.content).xpath("//input[@name='as_of']/@value") == [typed]


def test_a_record_is_shown_as_it_was_with_its_line(changed, clerk, browse):
    page = text(browse(clerk).get(f"/entries/{changed.pk}/then/", {"as_of": THEN}))
    assert "以往情况：截至 2026-03-02 终了" in page
    assert "取自账目 0，不取自现在的记录" in page
    assert StoredLine.objects.get(number=0).digest in page
    assert "某超市" in page
    assert "某大超市" not in page
    assert "某甲" not in page
    assert "修改" not in page.partition("办理经过")[2]


def test_a_record_that_was_not_there_yet_says_so(changed, clerk, browse):
    page = text(browse(clerk).get(f"/entries/{changed.pk}/then/", {"as_of": "2026-03-01"}))
    assert "截至 2026-03-01 终了，还没有这条记录" in page


def test_a_row_changed_aside_is_said_and_not_shown(changed, clerk, browse):
    Entry.unscoped.filter(pk=changed.pk).update(title="改")
    page = text(browse(clerk).get(f"/entries/{changed.pk}/then/", {"as_of": THEN}))
    assert "现在的记录与账本不符" in page
    assert "某超市" in page


def test_a_line_changed_aside_is_said(changed, clerk, browse):
    line = StoredLine.objects.get(number=0)
    line.says["entry"]["values"]["place"] = "别处"
    line.save()
    page = text(browse(clerk).get(f"/entries/{changed.pk}/then/", {"as_of": THEN}))
    assert "这行账目的内容与它的摘要值不符" in page


def test_lateness_of_a_past_day_is_that_of_the_day(world: World, reporter, browse, monkeypatch):
    entry = actions.create(
        world.actor(reporter), "openness.request", world.bureau, REQUEST | {"content": "甲"}, AT
    )
    client = browse(reporter)
    later(monkeypatch, AT + 60 * DAY)
    address = f"/entries/{entry.pk}/then/"
    assert "逾期（" not in text(client.get(address, {"as_of": "2026-03-26"}))
    assert "逾期（超1个工作日）" in text(client.get(address, {"as_of": "2026-03-27"}))


def test_a_unit_is_called_as_it_was(world: World, clerk, inspect, browse, monkeypatch):
    take_stock(AT - DAY)
    entry = inspect(value="1")
    organizing.rename_unit(None, world.bureau, "溪口县法治局", LATER.date(), LATER)
    client = browse(clerk)
    later(monkeypatch, LATER)
    page = text(client.get(PAGE, {"period": "2026", "as_of": THEN}))
    assert "溪口县司法局" in page
    assert "溪口县法治局" in text(client.get(PAGE, {"period": "2026"}))
    record = text(client.get(f"/entries/{entry.pk}/then/", {"as_of": THEN}))
    assert "溪口县 溪口县司法局" in record


def test_the_past_is_for_who_sees_the_present(world: World, changed, browse):
    stranger = world.person("外县填报员", world.other_bureau, "reporter")
    client = browse(stranger)
    place = f"g{world.county.pk}"
    assert client.get(f"/entries/{changed.pk}/then/", {"as_of": THEN}).status_code == 404
    asked = {"place": place, "as_of": THEN}
    assert client.get(PAGE, asked).status_code == 403
    colleague = browse(world.person("同事", world.office, "reporter"))
    page = text(colleague.get(f"{PAGE}entries/", {**asked, "period": "2026"}))
    assert "另有 1 条计入这个数" in page
    assert "某超市" not in page


def test_an_entry_that_was_counted_then_and_not_now_is_listed_then(
    world: World, clerk, inspect, browse, monkeypatch
):
    entry = inspect(serious="是")
    actions.change(world.actor(clerk), entry.pk, entry.version, {"serious": "否"}, LATER)
    client = browse(clerk)
    later(monkeypatch, LATER)
    address, asked = "/indicators/casework.serious/entries/", {"period": "2026"}
    assert "没有计入的记录" in text(client.get(address, asked))
    assert "某超市" in text(client.get(address, asked | {"as_of": THEN}))


def test_governments_beside_one_are_compared_as_of_then(
    world: World, inspect, browse, clerk, monkeypatch
):
    inspect()
    inspect(world.other_bureau)
    leader = world.person("市领导", unit_of(world), "inspector")
    client = browse(leader)
    inspect(world.other_bureau)
    asked = {"period": "2026", "place": f"g{world.county.pk}", "as_of": THEN}
    page = text(client.get("/indicators/casework.inspected/", asked))
    assert "同级政府（含下级）中位数" in page


def unit_of(world: World):
    from zhunsheng.web.organizations.models import Unit  # noqa: PLC0415

    return Unit.objects.create(government=world.prefecture, code="fzb", name="云溪市法治办")


def test_a_file_of_the_past_says_which_line_it_is_of(changed, clerk, browse):
    asked = {"period": "2026", "as_of": THEN}
    content = browse(clerk).get(f"{PAGE}download/csv/", asked).content.decode()
    assert ",1," in content
    assert ",2.5," not in content

"""The story of an entry: what went before and what came of it, for those who may see it."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from tests.domains.golden_cases import golden
from tests.web.conftest import AT, World
from tests.web.desk import Desk
from tests.web.test_language import english
from zhunsheng.web.organizations.models import Unit, User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.following import MOST
from zhunsheng.web.registers.models import Entry, Link

RECONSIDERATION = "reconsideration.case"


def tree(response) -> html.HtmlElement:
    return html.fromstring(response.content)


def text(response) -> str:
    return " ".join(tree(response).text_content().split())


def chapters(response) -> list[str]:
    found = tree(response).xpath("//ol[@class='plain chapters']/li")
    return [" ".join(one.text_content().split()) for one in found]


def registers_in(response) -> list[str]:
    return tree(response).xpath("//ol[@class='plain chapters']/li//span[@class='kind']/text()")


def made(world: World, user: User, register: str, unit: Unit | None = None, **raw: Any) -> Entry:
    return actions.create(world.actor(user), register, unit or world.bureau, raw, AT)


def lawful(register: str, **more: Any) -> dict[str, Any]:
    """Get what the lawful entry of a register says, references apart."""
    domain, _, key = register.partition(".")
    return golden(domain, "entries")["entries"][key] | more


@pytest.fixture
def contested(world: World, reporter: User, desk: Desk) -> dict[str, Entry]:
    """An inspection, the penalty, the reconsideration of it, the lawsuit, and a recommendation."""
    found = {"step": "visit", "values": {"result": "penalty", "penalty_case": "2026-00001"}}
    inspected = {"domain": "inspection", "register": "visit", "name": "发现违法的检查"}
    visit = desk.follow(inspected | {"way": ["approve", found]})
    penalty = Entry.unscoped.get(register="penalty.case")
    responsible = {"respondent": world.bureau.name, "penalty_case": penalty.number}
    case = made(world, reporter, RECONSIDERATION, **lawful(RECONSIDERATION, **responsible))
    sued = {
        "defendant": world.bureau.name,
        "penalty_case": penalty.number,
        "reconsidered": "upheld",
        "joint": True,
        "reconsideration": case.number,
    }
    lawsuit = made(world, reporter, "litigation.lawsuit", **lawful("litigation.lawsuit", **sued))
    advice = {"lawsuit": lawsuit.number, "reconsideration": "", "penalty_case": ""}
    document = made(
        world,
        reporter,
        "recommendations.document",
        **lawful("recommendations.document", **advice),
    )
    return {
        "visit": visit,
        "penalty": penalty,
        "case": case,
        "lawsuit": lawsuit,
        "document": document,
    }


def test_from_an_inspection_one_reaches_penalty_reconsideration_lawsuit_and_back(
    contested, reporter, browse
):
    client = browse(reporter)
    for entry in contested.values():
        found = tree(client.get(f"/entries/{entry.pk}/story/"))
        addresses = set(found.xpath("//ol[@class='plain chapters']//a/@href"))
        assert {f"/entries/{one.pk}/" for one in contested.values()} <= addresses
    record = tree(client.get(f"/entries/{contested['penalty'].pk}/"))
    assert record.xpath(f"//a[@href='/entries/{contested['penalty'].pk}/story/']")


def test_each_chapter_says_its_register_state_days_and_what_it_names(contested, reporter, browse):
    page = browse(reporter).get(f"/entries/{contested['case'].pk}/story/")
    (told,) = [one for one in chapters(page) if "本件" in one]
    assert "行政复议案件" in told
    assert "受理审查" in told
    assert "2026-03-02 收到申请" in told
    assert f"处罚案件 {contested['penalty'].number} 占道经营案" in told
    assert "溪口县司法局" in told


def test_what_is_personal_is_in_no_story(world, contested, browse):
    leader = world.person("领导", world.office, "leader")
    page = text(browse(leader).get(f"/entries/{contested['penalty'].pk}/story/"))
    assert "不服占道经营行政处罚决定" in page
    assert "某甲" not in page
    assert "某乙" not in page


def test_chapters_stand_in_the_order_of_their_days(world, casework, reporter, browse):
    first = made(
        world, reporter, "casework.inspection", place="某店", planned="2026-02-20",
        responsible=world.bureau.name,
    )  # fmt: skip
    penalty = made(
        world, reporter, "casework.penalty", matter="处罚", made="2026-02-27", before=first.number
    )
    earlier = made(
        world, reporter, "casework.penalty", matter="另一处罚", made="2026-02-24",
        before=first.number,
    )  # fmt: skip
    page = browse(reporter).get(f"/entries/{penalty.pk}/story/")
    assert registers_in(page) == ["行政检查", "行政处罚", "行政处罚"]
    assert [earlier.number in chapters(page)[1], penalty.number in chapters(page)[2]] == [True] * 2


def test_what_one_may_not_see_is_counted_and_leads_nowhere(world, casework, reporter, browse):
    city = Unit.objects.create(government=world.prefecture, code="fzb", name="云溪市司法局")
    head = world.person("市统筹", city, "coordinator", "reporter")
    first = made(
        world, reporter, "casework.inspection", place="某店", planned="2026-02-20",
        responsible=world.bureau.name,
    )  # fmt: skip
    above = made(
        world, head, "casework.penalty", city, matter="市案", made="2026-02-28",
        before=f"990121:{first.number}",
    )  # fmt: skip
    beyond = made(
        world, head, "casework.reconsideration", city, matter="市复议", made="2026-03-01",
        before=above.number,
    )  # fmt: skip
    page = browse(reporter).get(f"/entries/{first.pk}/story/")
    assert len(chapters(page)) == 1
    assert "另有1件，您没有查看的权限。" in text(page)
    assert "市案" not in text(page)
    assert len(chapters(browse(head).get(f"/entries/{first.pk}/story/"))) == 3
    assert browse(reporter).get(f"/entries/{beyond.pk}/story/").status_code == 404


def test_an_officer_is_named_and_leads_to_no_other_case(world, reporter, browse):
    officer = made(world, reporter, "reconsideration.officer", **lawful("reconsideration.officer"))
    cases = []
    for matter in ("不服处罚甲", "不服处罚乙"):
        raw = lawful(RECONSIDERATION, respondent=world.bureau.name, matter=matter)
        case = made(world, reporter, RECONSIDERATION, **raw)
        taken = {"accepted": "2026-03-02", "track": "ordinary", "handler": officer.number}
        actor = world.actor(reporter)
        cases.append(actions.take_step(actor, case.pk, case.version, "accept", taken, AT))
    assert [case.values["handler_open"] for case in cases] == [0, 1]
    client = browse(reporter)
    (told,) = chapters(client.get(f"/entries/{cases[0].pk}/story/"))
    assert f"承办人 {officer.number} 某复议员" in told
    assert "不服处罚乙" not in told
    page = client.get(f"/entries/{officer.pk}/story/")
    assert len(chapters(page)) == 3
    assert "行政复议案件 2 其中未办结2件" in text(page)


def test_one_of_many_in_rows_leads_to_none_of_the_others(world, reporter, browse, desk):
    batch = made(
        world, reporter, "reconsideration.file_review", **lawful("reconsideration.file_review")
    )
    cases = [
        made(
            world, reporter, RECONSIDERATION,
            **lawful(RECONSIDERATION, respondent=world.bureau.name, matter=matter),
        )
        for matter in ("不服处罚甲", "不服处罚乙")
    ]  # fmt: skip
    files = [{"case": case.number, "score": "90.0"} for case in cases]
    taken = {"files": files, "closed_files": "4", "scored": "2026-03-02", "has_problems": "否"}
    scored = actions.take_step(world.actor(reporter), batch.pk, batch.version, "score", taken, AT)
    assert scored.values["file_share"] == "50.0"
    client = browse(reporter)
    told = chapters(client.get(f"/entries/{cases[0].pk}/story/"))
    assert len(told) == 2
    assert "不服处罚乙" not in told[0]
    assert len(chapters(client.get(f"/entries/{batch.pk}/story/"))) == 3


def test_a_long_story_stays_within_a_page_and_a_few_queries(
    *, world, casework, reporter, browse, django_assert_max_num_queries
):
    first = made(
        world, reporter, "casework.inspection", place="某店", planned="2026-02-20",
        responsible=world.bureau.name,
    )  # fmt: skip
    one = made(
        world, reporter, "casework.penalty", matter="处罚", made="2026-02-27", before=first.number
    )
    many = []
    for number in range(400):
        one.pk, one.number = None, f"2026-9{number:04}"
        many.append(
            Entry(**{f.attname: getattr(one, f.attname) for f in Entry._meta.concrete_fields})
        )
    Entry.unscoped.bulk_create(many)
    Link.objects.bulk_create(Link(source=made, target=first, field="before") for made in many)
    client = browse(reporter)
    client.get("/")
    with django_assert_max_num_queries(16):
        page = client.get(f"/entries/{first.pk}/story/")
    assert len(chapters(page)) == MOST
    assert "只列出其中一部分" in text(page)
    assert "行政处罚 401" in text(page)


def test_an_entry_that_nothing_belongs_to_tells_of_itself(world, casework, reporter, browse):
    alone = made(
        world, reporter, "casework.inspection", place="某店", planned="2026-02-20",
        responsible=world.bureau.name,
    )  # fmt: skip
    client = browse(reporter)
    assert len(chapters(client.get(f"/entries/{alone.pk}/story/"))) == 1
    assert "前后经过" not in text(client.get(f"/entries/{alone.pk}/"))


def test_the_story_is_told_in_english_too(contested, reporter, browse):
    client = english(browse(reporter))
    page = client.get(f"/entries/{contested['penalty'].pk}/story/")
    assert "5 entries belong to it, in order of time." in text(page)

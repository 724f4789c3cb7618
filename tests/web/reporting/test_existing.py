"""A report that exists already is read in: its figures understood, put right, kept, set side by side."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.web.conftest import AT, World
from zhunsheng.web.organizations.models import User
from zhunsheng.web.registers import actions
from zhunsheng.web.registers.models import Draft, Entry
from zhunsheng.web.reporting import existing, existing_documents, keys

CONCLUDED, CORRECTED = "reconsideration.concluded", "reconsideration.corrected"
APPEARANCE = "litigation.appearance"
OWN = """溪口县人民政府关于2025年度法治政府建设工作情况的报告
市人民政府：
2025年度，溪口县推进法治政府建设，现将有关情况报告如下。
一、主要举措和成效
全年办结行政复议案件48件，行政复议纠错率25%，负责人出庭应诉率96.3%。
开展送法下乡活动60场次。
二、存在的不足和原因
个别单位执法案卷制作不规范。
溪口县人民政府
2026年2月20日
"""
OTHER = OWN.replace("溪口县", "石岭县").replace("48件", "51件").replace("，行政复议纠错率25%", "")


@pytest.fixture
def coordinator(world: World) -> User:
    return world.person("统筹员", world.bureau, "coordinator")


@pytest.fixture
def client(browse: Any, coordinator: User) -> Client:
    return browse(coordinator)


def upload(client: Client, text: str = OWN) -> Any:
    return client.post(reverse("existing_reports"), {"text": text})


def numbers(client: Client, address: str) -> dict[str, int]:
    """Get the numbers of the figures on a page of review by their printed words."""
    held = client.get(address).context["held"]
    return {row.said: row.number for row in held.rows}


def sent(client: Client, address: str, **changed: str) -> dict[str, str]:
    """Get the form of a page of review as a browser would send it, with changes."""
    held = client.get(address).context["held"]
    form = {"region": held.region, "year": held.year, "title": held.title}
    form |= {f"pick.{row.number}": held.indicator_of(row) for row in held.rows}
    return form | changed


def read_in(client: Client, text: str = OWN) -> str:
    """Read a report in whose figures are put right by hand, and get its page of review."""
    address = upload(client, text).url
    number = numbers(client, address)
    picks = {"48件": CONCLUDED, "51件": CONCLUDED, "25%": CORRECTED, "96.3%": APPEARANCE}
    chosen = {f"pick.{at}": picks.get(said, "") for said, at in number.items()}
    assert client.post(address, sent(client, address, **chosen)).status_code == 302
    return address


def confirmed(client: Client, text: str = OWN) -> list[Entry]:
    address = read_in(client, text)
    answer = client.post(address, sent(client, address, confirm="1"))
    assert answer.status_code == 302, answer.content.decode()
    return kept()


def kept() -> list[Entry]:
    return list(Entry.unscoped.filter(register=keys.PAST_FIGURE).order_by("pk"))


def test_a_report_says_whose_it_is_and_of_which_year(client: Client) -> None:
    held = client.get(upload(client).url).context["held"]
    assert (held.region, held.year, held.is_own) == ("溪口县", "2025", True)
    assert held.title == "溪口县人民政府关于2025年度法治政府建设工作情况的报告"


def test_every_figure_stands_in_its_words_whether_or_not_it_was_understood(client: Client) -> None:
    page = client.get(upload(client).url)
    words = page.content.decode()
    assert [row.said for row in page.context["held"].rows] == ["48件", "25%", "96.3%", "60场次"]
    assert "全年办结行政复议案件<mark>48件</mark>" in words


def test_a_figure_is_another_indicator_if_somebody_says_so(client: Client) -> None:
    address = upload(client).url
    number = numbers(client, address)["48件"]
    label = "办结行政复议案件"
    client.post(address, sent(client, address, **{f"other.{number}": label}))
    held = client.get(address).context["held"]
    assert held.indicator_of(held.rows[number]) == CONCLUDED


def test_what_was_put_right_is_still_there_after_leaving_the_page(client: Client) -> None:
    address = upload(client).url
    number = numbers(client, address)["60场次"]
    form = sent(client, address, keep_draft="1", **{f"pick.{number}": APPEARANCE})
    assert client.post(address, form).json()["says"]
    held = client.get(upload(client).url).context["held"]
    assert held.indicator_of(held.rows[number]) == APPEARANCE
    assert reverse("existing_report", args=[held.digest]) in (
        client.get(reverse("existing_reports")).content.decode()
    )


def test_a_figure_that_is_refused_is_not_kept(client: Client) -> None:
    address = read_in(client)
    number = numbers(client, address)["96.3%"]
    client.post(address, sent(client, address, confirm="1", **{f"pick.{number}": ""}))
    assert {one.values["indicator"] for one in kept()} == {CONCLUDED, CORRECTED}


def test_confirming_keeps_each_figure_with_its_words(client: Client) -> None:
    found = {one.values["indicator"]: one.values for one in confirmed(client)}
    assert set(found) == {CONCLUDED, CORRECTED, APPEARANCE}
    values = found[CONCLUDED]
    assert values["printed"] == "48件"
    assert (values["region"], values["year"], values["measure"]) == ("溪口县", 2025, "件")
    assert float(values["value"]) == 48
    assert values["quote"].startswith("全年办结行政复议案件48件")
    assert values["source_title"] == "溪口县人民政府关于2025年度法治政府建设工作情况的报告"
    assert not Draft.objects.exists()


def test_a_rate_whose_parts_the_text_gives_is_kept_with_them(client: Client) -> None:
    text = OWN.replace("负责人出庭应诉率96.3%", "应出庭27件，负责人出庭26件，负责人出庭应诉率96.3%")
    found = {one.values["indicator"]: one.values for one in confirmed(client, text)}
    values = found[APPEARANCE]
    assert (float(values["numerator"]), float(values["denominator"])) == (26, 27)


def test_a_document_that_was_read_in_is_told_when_it_comes_again(client: Client) -> None:
    confirmed(client)
    answer = upload(client)
    assert answer.status_code == 422
    assert "已经在2026-03-02读入过" in answer.content.decode()
    assert not Draft.objects.exists()


def test_pressing_the_button_twice_keeps_the_figures_once(
    client: Client, world: World, coordinator: User
) -> None:
    address = read_in(client)
    form = sent(client, address, confirm="1")
    assert client.post(address, form).status_code == 302
    assert client.post(address, form).status_code == 404
    assert len(kept()) == 3


def test_another_report_of_the_same_year_is_told_beforehand(client: Client) -> None:
    confirmed(client)
    page = client.get(upload(client, OWN.replace("送法下乡", "普法宣传")).url)
    assert page.context["others"] == ["溪口县人民政府关于2025年度法治政府建设工作情况的报告"]


def test_an_indicator_cannot_have_two_figures(client: Client) -> None:
    address = upload(client).url
    number = numbers(client, address)
    picks = {f"pick.{number[said]}": CORRECTED for said in ("25%", "96.3%")}
    answer = client.post(address, sent(client, address, confirm="1", **picks))
    assert answer.status_code == 422
    assert "同一个指标有不同的数" in answer.content.decode()
    assert not kept()


@pytest.mark.parametrize("year", ["", "二〇二五", "202", "9999", "-1"])
def test_a_year_that_is_none_is_asked_for_and_what_was_typed_stays(
    client: Client, year: str
) -> None:
    address = read_in(client)
    answer = client.post(address, sent(client, address, confirm="1", year=year))
    assert answer.status_code == 422
    assert answer.context["held"].year == year
    assert not kept()


def test_an_indicator_that_there_is_not_is_said_beside_the_figure(client: Client) -> None:
    address = upload(client).url
    number = numbers(client, address)["48件"]
    answer = client.post(address, sent(client, address, **{f"other.{number}": "从来没有的指标"}))
    assert answer.status_code == 422
    assert "没有“从来没有的指标”这个指标" in answer.content.decode()
    answer = client.post(address, sent(client, address, **{f"pick.{number}": "no.such"}))
    assert answer.status_code == 302


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (SimpleUploadedFile("图片.png", b"\x89PNG\r\n\x1a\n0"), "只收"),
        (SimpleUploadedFile("报告.docx", b"no such thing"), "不是docx文件"),
        (SimpleUploadedFile("报告.txt", b""), "应在1字节至20MB之间"),
        (None, "请选择文件，或者粘贴报告的全文"),
    ],
)
def test_what_is_no_report_is_refused_with_words(
    client: Client, file: SimpleUploadedFile | None, says: str
) -> None:
    answer = client.post(reverse("existing_reports"), {"file": file} if file else {"text": " "})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Draft.objects.exists()


def test_giving_up_keeps_nothing(client: Client) -> None:
    address = read_in(client)
    client.post(f"{address}discard/")
    assert client.get(address).status_code == 404
    assert not kept()


def test_figures_of_ones_own_report_stand_beside_the_registers(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    _registers_say(monkeypatch, 50)
    page = client.get(read_in(client))
    assert page.context["differs"] == 1
    assert "50件 ≠ 48件" in page.content.decode()


def test_what_the_registers_say_too_is_not_marked(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    _registers_say(monkeypatch, 48)
    page = client.get(read_in(client))
    assert page.context["differs"] == 0
    assert [row["beside"].said for row in page.context["matched"] if row["beside"]] == ["48件"]


def test_anothers_report_is_not_set_beside_ones_own_registers(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    _registers_say(monkeypatch, 50)
    page = client.get(read_in(client, OTHER))
    assert [row["beside"] for row in page.context["matched"]] == [None, None]


def _registers_say(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Let the registers say of concluded cases how many there are, and of all else nothing."""
    from zhunsheng.engine.catalogue import catalogue  # noqa: PLC0415
    from zhunsheng.engine.indicators.figures import Figure  # noqa: PLC0415
    from zhunsheng.engine.reporting.writing import Known  # noqa: PLC0415
    from zhunsheng.web.reporting import figures  # noqa: PLC0415

    named = catalogue().indicator(CONCLUDED)
    monkeypatch.setattr(
        figures,
        "known",
        lambda _names, _basis: {CONCLUDED: Known(named, Figure(named.indicator, count, count))},
    )


@pytest.mark.parametrize("role", ["reporter", "approver", "leader", "inspector"])
def test_only_a_coordinator_reads_reports_in(browse: Any, world: World, role: str) -> None:
    other = browse(world.person("某人", world.bureau, role))
    page = other.get(reverse("existing_reports"))
    assert page.status_code == 200
    assert "只有统筹员可以读入已有的报告" in page.content.decode()
    assert upload(other).status_code == 200
    assert not Draft.objects.exists()


def test_what_somebody_looks_over_is_theirs_alone(
    browse: Any, client: Client, world: World
) -> None:
    address = read_in(client)
    other = browse(world.person("另一统筹员", world.office, "coordinator"))
    assert other.get(address).status_code == 404
    assert other.post(address, {"confirm": "1"}).status_code == 404
    assert not kept()


def test_another_government_does_not_see_what_was_read_in(
    browse: Any, client: Client, world: World
) -> None:
    confirmed(client)
    other = browse(world.person("石岭统筹员", world.other_bureau, "coordinator"))
    assert other.get(reverse("existing_beside")).context["reports"] == []
    assert upload(other).status_code == 302


def questions(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_a_longer_report_asks_the_database_no_more(client: Client) -> None:
    few = questions(client, read_in(client))
    more = "".join(f"开展第{chr(0x4E00 + at)}项活动{at + 3}场次。\n" for at in range(60))
    many = questions(client, read_in(client, OWN.replace("开展送法下乡", f"{more}开展送法下乡")))
    assert many <= few <= 20


def test_figures_are_entered_through_the_registers_one_door(
    client: Client, world: World, coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = read_in(client)

    def refused(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(actions, "create_many", refused)
    with pytest.raises(RuntimeError):
        client.post(address, sent(client, address, confirm="1"))
    assert not kept()
    assert Draft.objects.filter(user=coordinator).exists()


def test_a_file_that_is_gone_is_said(client: Client, world: World, coordinator: User) -> None:
    address = read_in(client)
    digest = address.rstrip("/").rpartition("/")[2]
    from zhunsheng.web.registers import files, readings  # noqa: PLC0415

    readings.reading_of.cache_clear()

    files.path_of(digest).unlink()
    answer = client.get(address)
    assert answer.status_code == 400
    assert "请重新上传" in answer.content.decode()


def test_reading_the_same_document_again_goes_on_where_one_was(
    world: World, coordinator: User
) -> None:
    actor = world.actor(coordinator)
    file = existing_documents.keep_text(OWN)
    digest = existing.begin(actor, world.bureau, file, AT)
    held = existing.reviewed(actor, digest, AT)
    existing.keep(actor, held, {"region": "溪口县", "year": "2024", "title": "旧报告"}, {}, AT)
    assert existing.begin(actor, world.bureau, file, AT) == digest
    assert existing.reviewed(actor, digest, AT).year == "2024"

"""Files of entries: kept by their content, fetched by those who see the entry, harmless."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.web.conftest import AT, REQUEST, World
from zhunsheng.web.ledger.models import StoredLine
from zhunsheng.web.registers import actions, files
from zhunsheng.web.registers.models import Entry
from zhunsheng.web.registers.verifying import verify_all

PDF = b"%PDF-1.7 answer"


@pytest.fixture
def entry(world: World, reporter) -> Entry:
    return actions.create(world.actor(reporter), "openness.request", world.bureau, REQUEST, AT)


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def add(client, entry: Entry, name: str = "答复书.pdf", content: bytes = PDF):
    file = SimpleUploadedFile(name, content)
    return client.post(f"/entries/{entry.pk}/files/reply/add/", {"file": file})


def test_a_file_is_added_listed_and_fetched_as_a_download(world, reporter, browse, entry):
    client = browse(reporter)
    assert add(client, entry).status_code == 302
    assert "答复书.pdf" in text(client.get(f"/entries/{entry.pk}/"))
    entry.refresh_from_db()
    (held,) = entry.values["reply"]
    fetched = client.get(f"/entries/{entry.pk}/files/{held['digest']}/")
    assert b"".join(fetched.streaming_content) == PDF
    assert fetched["Content-Disposition"].startswith("attachment")
    assert fetched["X-Content-Type-Options"] == "nosniff"
    assert StoredLine.objects.filter(about=entry.about, did="entry.attach").count() == 1
    assert verify_all().faults == ()


def test_the_same_file_is_there_once(world, reporter, browse, entry):
    client = browse(reporter)
    add(client, entry)
    add(client, entry)
    entry.refresh_from_db()
    assert len(entry.values["reply"]) == 1


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("病毒.exe", b"MZ", "只收"),
        ("页面.html", b"<script>", "只收"),
        ("假.pdf", b"<script>alert(1)</script>", "内容不是pdf"),
        ("空.pdf", b"", "请选择文件|1字节"),
        ("大.pdf", b"%PDF-" + b"0" * files.MAX_BYTES, "20MB"),
        ("坏.docx", b"PK\x03\x04 broken", "坏.docx"),
    ],
)
def test_what_is_not_what_it_says_is_not_kept(
    *, world, reporter, browse, entry, name, content, complaint
):
    response = add(browse(reporter), entry, name, content)
    assert response.status_code == 400
    assert any(part in text(response) for part in complaint.split("|"))
    entry.refresh_from_db()
    assert "reply" not in entry.values


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\\\temp\\\\答复.PDF", "答复.PDF"),
        ("a\x00b\r\nSet-Cookie: x.pdf", "abSet-Cookie: x.pdf"),
        ('张"三"\'s.pdf', '张"三"\'s.pdf'),
        ("<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>.pdf"),
        ("名" * 400 + ".pdf", "名" * 150 + ".pdf"),
        ("\u202efdp.附件.pdf", "fdp.附件.pdf"),
    ],
)
def test_any_name_is_plain_and_harmless_on_the_page_and_in_the_download(
    *, world, reporter, browse, entry, name, kept
):
    file = files.keep(name, PDF)
    assert file["name"] == kept
    actions.attach(world.actor(reporter), entry.pk, "reply", file, AT)
    client = browse(reporter)
    page = client.get(f"/entries/{entry.pk}/")
    assert page.status_code == 200
    assert not html.fromstring(page.content).xpath("//img")
    fetched = client.get(f"/entries/{entry.pk}/files/{file['digest']}/")
    assert fetched["Content-Disposition"].startswith("attachment")
    assert "Set-Cookie" not in fetched


@pytest.mark.parametrize(
    "name", ["答复.pdf.exe", "答复", ".pdf", "答复.pdf ", "答复.svg", "答复.zip"]
)
def test_an_ending_that_is_not_kept_is_not_kept_however_it_is_written(name):
    try:
        held = files.keep(name, PDF)
    except files.FileError:
        return
    assert held["name"].lower().endswith(".pdf")


def test_an_archive_whose_parts_lead_out_of_it_is_not_kept():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../outside.txt", "x")
    with pytest.raises(files.FileError, match="压缩包以外的路径"):
        files.keep("外.docx", out.getvalue())


def test_a_bomb_is_not_kept(world, reporter, browse, entry):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (80 * 1024 * 1024))
    assert add(browse(reporter), entry, "大.docx", out.getvalue()).status_code == 400


def test_a_name_leads_nowhere(world, reporter, browse, entry):
    assert add(browse(reporter), entry, "..\\..\\etc\\答复.pdf").status_code == 302
    entry.refresh_from_db()
    assert entry.values["reply"][0]["name"] == "答复.pdf"


def test_who_does_not_see_the_entry_does_not_get_its_files(world, reporter, browse, entry):
    add(browse(reporter), entry)
    entry.refresh_from_db()
    digest = entry.values["reply"][0]["digest"]
    stranger = browse(world.person("外县", world.other_bureau, "reporter"))
    assert stranger.get(f"/entries/{entry.pk}/files/{digest}/").status_code == 404
    assert add(stranger, entry).status_code == 404
    leader = browse(world.person("领导", world.office, "leader"))
    assert leader.get(f"/entries/{entry.pk}/files/{digest}/").status_code == 200
    assert add(leader, entry).status_code == 403
    assert browse(reporter).get(f"/entries/{entry.pk}/files/{'0' * 64}/").status_code == 404
    assert browse(reporter).get(f"/entries/{entry.pk}/files/xyz/").status_code == 404


@given(st.text(max_size=60), st.binary(max_size=60))
def test_any_name_and_bytes_are_kept_under_a_plain_name_or_refused(name, content):
    try:
        held = files.keep(name, content)
    except files.FileError:
        return
    assert "/" not in held["name"]
    assert files.path_of(held["digest"]).read_bytes() == content

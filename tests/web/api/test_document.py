"""The OpenAPI document and the pages people read: from the declarations alone."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.web import golden
from tests.web.api.conftest import API, Program
from tests.web.test_guide import dogs  # noqa: F401  # a fixture
from zhunsheng.engine.catalogue import Catalogue, DomainContents, catalogue
from zhunsheng.engine.registers.cases import checked
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.register import Register
from zhunsheng.engine.registers.values import WrongValueError, parsed
from zhunsheng.web.api.document import document_of, told_of
from zhunsheng.web.api.examples import example_of
from zhunsheng.web.api.shapes import fitting, shape
from zhunsheng.web.registers.errors import InvalidError

REQUEST = f"{API}/registers/openness.request/entries"


def text(response) -> str:
    return " ".join(html.fromstring(response.content).text_content().split())


def schema(name: str) -> dict:
    return document_of(catalogue())["components"]["schemas"][name]


def test_the_document_is_for_who_has_a_token_or_is_logged_in(reporter, program, browse, db):
    said = program(reporter).get(f"{API}/openapi.json")
    assert said.json()["openapi"] == "3.1.0"
    assert browse(reporter).get(f"{API}/openapi.json").json() == said.json()
    assert Program().get(f"{API}/openapi.json").status_code == 401


def test_fields_are_told_with_type_choices_article_and_what_must_be_there():
    values = schema("openness.request.new.values")
    assert set(values["required"]) == {
        "received",
        "channel",
        "applicant",
        "applicant_kind",
        "subject",
        "content",
    }
    received = values["properties"]["received"]
    assert (received["type"], received["format"], received["title"]) == (
        "string",
        "date",
        "收到申请日期",
    )
    assert "第三十一条" in received["description"]
    assert values["properties"]["channel"]["enum"] == [
        "in_person",
        "mail",
        "plain_mail",
        "online",
        "fax",
    ]
    assert "replied" not in values["properties"]
    assert values["additionalProperties"] is False


def test_each_step_is_told_with_its_own_fields_and_article():
    paths = document_of(catalogue())["paths"]
    step = paths[f"{REQUEST}/{{entry}}/steps/extend"]["post"]
    assert "第三十三条" in step["description"]
    values = schema("openness.request.step.extend.values")
    assert set(values["properties"]) == {
        "extended_by",
        "extension_approved_by",
        "extension_notified",
    }
    assert f"{REQUEST}/{{entry}}/steps" in paths
    assert f"{API}/registers/openness.proactive_item/entries/{{entry}}/steps" not in paths


def test_every_reference_leads_somewhere_and_every_operation_has_its_own_name():
    document = document_of(catalogue())
    schemas = document["components"]["schemas"]
    content = json.dumps(document)
    for part in content.split('"#/components/schemas/')[1:]:
        assert part.partition('"')[0] in schemas
    names = [
        operation["operationId"]
        for operations in document["paths"].values()
        for operation in operations.values()
    ]
    assert len(names) == len(set(names))
    assert "{name}" not in content


def test_declarations_are_told_with_fields_steps_gates_and_clocks(reporter, program):
    said = program(reporter).get(f"{API}/registers/openness.request").json()
    assert (said["label"], said["shape"]) == ("依申请公开", "case")
    fields = {field["key"]: field for field in said["fields"]}
    assert (fields["applicant"]["personal"], fields["outcome"]["at_entry"]) == (True, False)
    (draft,) = [step for step in said["steps"] if step["key"] == "draft_reply"]
    assert {gate["key"] for gate in draft["gates"]} >= {"reviewed_for_secrecy"}
    assert all(gate["source"] for gate in draft["gates"])
    assert said["clocks"][0]["key"] == "reply"
    within = program(reporter).get(f"{API}/registers", {"domain": "openness"}).json()
    assert len(within) == len(catalogue().registers("openness"))


def test_a_register_of_a_third_party_appears_by_itself(dogs, world, reporter, program, browse):  # noqa: F811
    clerk = program(reporter)
    paths = clerk.get(f"{API}/openapi.json").json()["paths"]
    address = f"{API}/registers/dogs.dog/entries"
    assert f"{address}/{{entry}}/steps/register" in paths
    values = {
        "name": "阿黄",
        "owner": {"kind": "person", "name": "某甲"},
        "applied": "2026-02-27",
    }
    made = clerk.post(address, {"unit": world.bureau.pk, "values": values})
    assert made.status_code == 201
    step = f"{address}/{made.json()['id']}/steps/register"
    refused = clerk.post(step, {"version": 1, "values": {"registered": "2026-03-02"}})
    assert refused.json()["reasons"] == ["没有免疫的犬不予登记。（某县养犬管理办法（2020）第七条）"]
    fine = {"version": 1, "values": {"registered": "2026-03-02", "vaccinated": True}}
    assert clerk.post(step, fine).status_code == 200
    assert "养犬登记" in text(browse(reporter).get(f"{API}/docs/dogs.dog"))


def test_pages_of_the_document_are_for_who_is_logged_in(reporter, browse, client):
    for address in (f"{API}/docs", f"{API}/docs/openness.request", "/tokens/"):
        assert client.get(address).status_code == 302
        assert browse(reporter).get(address).status_code == 200
    assert browse(reporter).get(f"{API}/docs/nowhere.nothing").status_code in {400, 404}


@pytest.mark.parametrize("name", golden.register_names())
def test_every_register_has_its_page_without_script_and_style_of_others(reporter, browse, name):
    page = browse(reporter).get(f"{API}/docs/{name}")
    register = catalogue().register(name).register
    assert register.label in text(page)
    assert all(field.label in text(page) for field in register.entry_fields)
    assert "curl -X POST" in text(page)
    scripts = html.fromstring(page.content).xpath("//script")
    assert [one.get("src") for one in scripts] == ["/static/site.js"]
    assert b"style=" not in page.content


@pytest.mark.parametrize("name", golden.register_names())
def test_the_example_of_a_new_entry_has_the_form_it_shows(name):
    known = catalogue()
    schemas = document_of(known)["components"]["schemas"]
    values = example_of(schemas[f"{name}.new.values"], schemas)
    assert fitting(known, known.register(name), "new", values) == values


EVERYTHING = Register(
    key="everything",
    label="各种字段",
    shape="event",
    basis="某办法",
    title="copy",
    happened="schema",
    fields=(
        # Called like methods of a model on purpose.
        Field(key="copy", label="名称", required=True),
        Field(key="schema", label="日期", kind="date", required=True),
        Field(key="json", label="时间", kind="datetime", required=True),
        Field(key="model_fields", label="小数", kind="decimal", places=3, required=True),
        Field(key="whole", label="比例", kind="decimal", places=0, required=True),
        Field(key="fee", label="金额", kind="money", required=True),
        Field(key="count", label="件数", kind="integer", measure="件", required=True),
        Field(key="region", label="地区", kind="region", required=True),
        Field(key="other", label="相关", kind="reference", refers_to="test.everything"),
        Field(key="finished", label="完成", kind="boolean", required=True),
        Field(
            key="topics",
            label="领域",
            kind="choice",
            several=True,
            required=True,
            choices=(Choice(key="a", label="甲"), Choice(key="b", label="乙")),
        ),
        Field(
            key="members",
            label="成员",
            kind="rows",
            required=True,
            columns=(
                Field(key="who", label="谁", kind="party", required=True),
                Field(key="copy", label="份数", kind="integer"),
            ),
        ),
        Field(key="papers", label="材料", kind="attachments"),
    ),
)


def test_fields_of_every_kind_are_told_and_their_example_fits():
    domain = DomainContents(key="test", label="测试", clocks=(), rules=(), registers=(EVERYTHING,))
    known = Catalogue([domain])
    named = known.register("test.everything")
    schemas = told_of(known, named.name).schemas
    values = example_of(schemas["test.everything.new.values"], schemas)
    assert set(values) == {field.key for field in EVERYTHING.fields} - {"papers"}
    fitted = fitting(known, named, "new", values)
    found = checked(EVERYTHING, fitted)
    assert set(found.problems) <= {"other"}  # an invented number refers to nothing
    assert found.values["members"] == [
        {"who": {"kind": "person", "name": "文字", "number": "文字"}, "copy": 1}
    ]
    with pytest.raises(InvalidError) as refused:
        fitting(known, named, "new", values | {"members": [{"copy": "x"}], "topics": ["c"]})
    assert set(refused.value.problems) == {"members.0.who", "members.0.copy", "topics.0"}


KINDS = {
    "integer": Field(key="a", label="甲", kind="integer"),
    "money": Field(key="a", label="甲", kind="money"),
    "decimal": Field(key="a", label="甲", kind="decimal", places=3),
    "date": Field(key="a", label="甲", kind="date"),
    "datetime": Field(key="a", label="甲", kind="datetime"),
    "boolean": Field(key="a", label="甲", kind="boolean"),
    "region": Field(key="a", label="甲", kind="region"),
    "party": Field(key="a", label="甲", kind="party"),
    "long_text": Field(key="a", label="甲", kind="long_text"),
    "reference": Field(key="a", label="甲", kind="reference", refers_to="openness.request"),
}
ANYTHING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(st.characters()),
        st.text("0123456789-:T.年月日 eE+,", max_size=30),
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["kind", "name", "number"]) | st.text(), inner, max_size=3
        )
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_sent_for_a_field_is_kept_in_its_form_or_refused(kind):
    @given(ANYTHING)
    def sent(raw: object) -> None:
        try:
            value = parsed(KINDS[kind], raw)
        except WrongValueError:
            return
        # What is stored stays itself when it is read and sent back.
        assert parsed(KINDS[kind], value) == value

    sent()


@given(st.dictionaries(st.text(st.characters()) | st.just("received"), ANYTHING, max_size=4))
def test_whatever_is_sent_as_values_fits_or_is_refused(values):
    known = catalogue()
    try:
        found = fitting(known, known.register("openness.request"), "change", values)
    except InvalidError:
        return
    assert found == shape(known, "openness.request", "change").dump_python(found)

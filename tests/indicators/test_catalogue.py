"""Indicators, rules and tables in the catalogue: found by name, and refused where they name what is not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import ModuleType
from typing import Any

import pyarrow as pa
import pytest

from tests.indicators.test_computing import LETTER
from zhunsheng.engine.catalogue import Catalogue, DomainContents, catalogue, contents_of
from zhunsheng.engine.contents import Domain
from zhunsheng.engine.indicators.checking import check_fits
from zhunsheng.engine.indicators.columns import typed_columns
from zhunsheng.engine.indicators.declarations import Complete, Count, Total
from zhunsheng.engine.indicators.statistics import Heading, StatisticsTable
from zhunsheng.engine.indicators.tables import schema_of, table_of
from zhunsheng.engine.indicators.validation import Side, ValidationRule
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.refusals import DeclarationError

LETTERS = Count(key="letters", label="来信", register="letter", says="收到的来信。")
FEES = Total(key="fees", label="费用", register="letter", of="fee", says="收取的费用。")
TOWNS = Complete(
    key="towns",
    label="乡镇",
    register="letter",
    each="village",
    counts=lambda letter, _: letter.replied.notnull(),
)
RULE = ValidationRule(
    key="no_more_fees",
    label="费用不多于来信",
    left=Side(adds=("fees",)),
    operator="<=",
    right=Side(adds=("post.letters",)),
)
TABLE = StatisticsTable(
    key="yearly",
    label="来信年报",
    basis="某县来信办理办法",
    rows=(Heading(key="all", label="合计"),),
    columns=(Heading(key="number", label="件数"), Heading(key="fees", label="费用")),
    cells={("all", "number"): "letters", ("all", "fees"): "post.fees"},
)


def post(**said: Any) -> DomainContents:
    plain: dict[str, Any] = {
        "registers": (LETTER,),
        "indicators": (LETTERS, FEES),
        "validation": (RULE,),
        "statistics": (TABLE,),
    }
    return DomainContents(key="post", label="邮件", clocks=(), rules=(), **(plain | said))


def test_an_indicator_is_found_by_domain_and_key_with_its_register() -> None:
    known = Catalogue([post()])
    found = known.indicator("post.fees")
    assert (found.indicator, found.register.name) == (FEES, "post.letter")
    assert [named.name for named in known.indicators()] == ["post.letters", "post.fees"]
    assert known.indicators("post") == known.indicators()


def test_a_rule_and_a_table_lead_to_indicators_by_their_full_names() -> None:
    known = Catalogue([post()])
    (rule,) = known.validation("post")
    assert rule.indicators == {"fees": "post.fees", "post.letters": "post.letters"}
    (table,) = known.statistics()
    assert table is known.statistics_table("post.yearly")
    assert table.cell("all", "number") == "post.letters"
    assert table.indicators == {"letters": "post.letters", "post.fees": "post.fees"}


@pytest.mark.parametrize(
    ("ask", "near"),
    [
        (lambda known: known.indicator("post.fee"), "post.fees"),
        (lambda known: known.statistics_table("post.yearl"), "post.yearly"),
        (lambda known: known.indicators("postal"), "post（邮件）"),
        (lambda known: known.validation("postal"), "post（邮件）"),
        (lambda known: known.statistics("postal"), "post（邮件）"),
    ],
)
def test_an_unknown_name_lists_near_ones(ask: Callable[[Catalogue], object], near: str) -> None:
    with pytest.raises(UnknownNameError, match=near):
        ask(Catalogue([post()]))


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ({"indicators": (LETTERS, LETTERS)}, "两个指标都叫letters"),
        ({"validation": (RULE, RULE)}, "两个核对规则都叫no_more_fees"),
        ({"statistics": (TABLE, TABLE)}, "两个统计表都叫yearly"),
        ({"registers": ()}, "没有台账letter。有：无"),
        ({"indicators": (replace(LETTERS, register="leter"), FEES)}, "没有台账leter。有：letter"),
        ({"indicators": (replace(LETTERS, on="kind"), FEES)}, "应为台账的日期字段：kind"),
        ({"indicators": (replace(LETTERS, on="sent"), FEES)}, "应为台账的日期字段：sent"),
        ({"indicators": (LETTERS, replace(FEES, of="kind"))}, "应为台账的数字字段：kind"),
        ({"indicators": (LETTERS, replace(FEES, of="author"))}, "应为台账的数字字段：author"),
        ({"indicators": (LETTERS, FEES, TOWNS)}, "应为台账的字段：village"),
        ({"indicators": (LETTERS,)}, "核对规则post.no_more_fees：没有这些指标：post.fees"),
        (
            {"indicators": (LETTERS,), "validation": ()},
            "统计表post.yearly：格子里没有这些指标：post.fees",
        ),
    ],
)
def test_what_names_what_is_not_there_is_refused(broken: dict[str, Any], complaint: str) -> None:
    with pytest.raises(DeclarationError, match=complaint):
        Catalogue([post(**broken)])


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ({"key": "年报"}, "小写英文"),
        ({"label": ""}, "缺少中文名或者依据"),
        ({"basis": ""}, "缺少中文名或者依据"),
        ({"cells": {}}, "没有格子"),
        ({"rows": TABLE.rows * 2}, "行重复：all"),
        ({"columns": (*TABLE.columns, TABLE.columns[0])}, "列重复：number"),
        ({"cells": {("none", "number"): "letters"}}, "不在行和列里：none/number"),
        ({"cells": {("all", "weight"): "letters"}}, "不在行和列里：all/weight"),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(broken: dict[str, Any], complaint: str) -> None:
    with pytest.raises(DeclarationError, match=complaint):
        replace(TABLE, **broken)


def test_a_cell_that_is_not_declared_is_blank() -> None:
    table = replace(TABLE, cells={("all", "fees"): "fees"})
    assert table.cell("all", "number") is None
    assert table.keys == ("fees",)


def test_a_domain_declares_alone_and_in_tuples_and_each_once(monkeypatch) -> None:
    package = ModuleType("tests.indicators")
    package.DOMAIN = Domain(label="邮件")  # type: ignore[attr-defined]
    modules = {"indicators": ModuleType("indicators"), "statistics": ModuleType("statistics")}
    vars(modules["indicators"]).update(A=FEES, ALL=(LETTERS, FEES), RULE=RULE)
    vars(modules["statistics"]).update(TABLES=(TABLE,), AGAIN=TABLE)
    monkeypatch.setattr(
        "zhunsheng.engine.contents.find_spec",
        lambda name: name.rpartition(".")[2] in modules or None,
    )
    monkeypatch.setattr(
        "zhunsheng.engine.contents.import_module",
        lambda name: modules.get(name.rpartition(".")[2], ModuleType(name)),
    )
    found = contents_of(package)
    assert found.indicators == (LETTERS, FEES)
    assert (found.validation, found.statistics) == ((RULE,), (TABLE,))


def test_typed_tables_have_the_columns_that_declarations_are_checked_against() -> None:
    for named in catalogue().registers():
        names = [column.key for column in typed_columns(named.register)]
        assert schema_of(named.register).names == names


def test_every_predicate_of_the_catalogue_fits_its_register() -> None:
    for named in catalogue().indicators():
        check_fits(named.indicator, named.register.register)


def test_an_empty_typed_table_has_its_types() -> None:
    assert table_of(LETTER, []).schema.field("fee").type == pa.int64()

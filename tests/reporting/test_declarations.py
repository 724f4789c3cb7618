"""Sentences and kinds of reports as domains declare them: what contradicts itself is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reporting.samples import GENRE, POST
from zhunsheng.engine.catalogue import Catalogue
from zhunsheng.engine.law.errors import UnknownNameError
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.reporting.declarations import Chapter, Statement, Theme

GOT = Statement(
    key="got", chapter="receiving", text="收到来信{letters}，比上年{post.letters:change}。"
)


def test_a_sentence_is_found_by_its_full_name_with_the_indicators_it_prints():
    known = Catalogue([replace(POST, statements=(GOT,))])
    found = known.statement("post.got")
    assert found.indicators == {"letters": "post.letters", "post.letters": "post.letters"}
    assert known.statements("post") == known.statements() == [found]


def test_a_kind_of_report_is_found_with_the_register_that_keeps_it():
    known = Catalogue([POST])
    assert known.genre("post.yearly").register.name == "post.letter"
    assert known.genre("post.yearly").genre.keys == (
        "duties",
        "receiving",
        "answering",
        "shortcomings",
        "arrangements",
    )
    with pytest.raises(UnknownNameError, match=r"post\.yearly"):
        known.genre("post.yearl")


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ({"key": "Got"}, "名称应为小写英文"),
        ({"text": "收到来信{letters"}, "不成对"),
        ({"text": "收到来信{letters:best}"}, "冒号后面只能写"),
        ({"text": "收到来信[，逾期{late}]"}, "方括号外没有数字"),
        ({"text": "收到一些来信"}, "方括号外没有数字"),
    ],
)
def test_a_sentence_that_contradicts_itself_is_refused(said, complaint):
    plain = {"key": "got", "chapter": "receiving", "text": "收到来信{letters}"}
    with pytest.raises(DeclarationError, match=complaint) as refused:
        Statement(**plain | said)
    assert refused.value.message.en


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        (Statement(key="a", chapter="receiving", text="{lost}"), "没有这些指标：post.lost"),
        (Statement(key="a", chapter="receiving", text="{other.letters}"), "没有这些指标：other"),
        (Statement(key="a", chapter="measures", text="{letters}"), "没有报告有这一章：measures"),
    ],
)
def test_a_sentence_that_names_what_there_is_not_is_refused(statement, complaint):
    with pytest.raises(DeclarationError, match=complaint):
        Catalogue([replace(POST, statements=(statement,))])


def test_two_sentences_of_one_name_are_refused():
    with pytest.raises(DeclarationError):
        Catalogue([replace(POST, statements=(GOT, GOT))])


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ({"key": "Yearly"}, "名称应为小写英文"),
        ({"chapters": ()}, "没有章"),
        ({"chapters": (*GENRE.chapters, GENRE.chapters[0])}, "重名"),
        ({"chapters": (Chapter(key="a", title="甲", fed="else"),)}, "fed应为"),
        (
            {
                "chapters": (
                    Chapter(
                        key="a", title="甲", fed="duties", themes=(Theme(key="b", title="乙"),)
                    ),
                )
            },
            "只有写举措成效的章可以分主题",
        ),
        ({"title": "{issuer}关于{month}的报告"}, "只能写{year}、{next}、{issuer}、{region}"),
        ({"opening": "现将{year年情况报告如下"}, "只能写"),
    ],
)
def test_a_kind_of_report_that_contradicts_itself_is_refused(said, complaint):
    with pytest.raises(DeclarationError, match=complaint) as refused:
        replace(GENRE, **said)
    assert refused.value.message.en


def test_a_kind_of_report_needs_a_register_of_its_domain():
    with pytest.raises(DeclarationError, match="parcel"):
        Catalogue([replace(POST, genres=(replace(GENRE, register="parcel"),))])

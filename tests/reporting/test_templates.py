"""Templates: sentences with places for figures, read or refused with what is wrong."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zhunsheng.engine.reporting.templates import Segment, Slot, TemplateError, parsed


def test_text_and_places_follow_one_another_as_they_were_written():
    assert parsed("受理{received}，{penalty.made:change}。").segments == (
        Segment(("受理", Slot("received"), "，", Slot("penalty.made", "change"), "。")),
    )


def test_what_stands_in_brackets_is_optional():
    plain, optional, rest = parsed("受理{received}[，逾期{late}]。").segments
    assert (plain.optional, optional.optional, rest.optional) == (False, True, False)
    assert optional.slots == (Slot("late"),)
    assert [slot.name for slot in parsed("受理{received}[，逾期{late}]。").slots] == [
        "received",
        "late",
    ]


@pytest.mark.parametrize("part", ["value", "counted", "base", "last", "change"])
def test_each_side_of_a_figure_can_be_asked_for(part):
    assert parsed(f"{{letters:{part}}}").slots == (Slot("letters", part),)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("受理{letters", "不成对"),
        ("受理letters}", "不成对"),
        ("受理{来信}", "不是数字的名称"),
        ("受理{Letters}", "不是数字的名称"),
        ("受理{a.b.c}", "不是数字的名称"),
        ("受理{letters:}", "不是数字的名称"),
        ("受理{letters:lost}", "冒号后面只能写：value、counted、base、last、change"),
        ("受理[{letters}", "不成对"),
        ("受理{letters}]", "不成对"),
        ("受理[a[{letters}]]", "不成对"),
        ("字" * 5_001, "最多5000字"),
    ],
)
def test_what_is_no_template_is_refused_with_what_is_wrong(text, complaint):
    with pytest.raises(TemplateError, match=complaint) as refused:
        parsed(text)
    assert refused.value.message.en


@example("前[]后")
@given(st.text(alphabet="件a.:{}[]，\n1", max_size=40) | st.text(max_size=40))
def test_any_text_is_read_or_refused_and_nothing_of_it_is_lost(text):
    try:
        template = parsed(text)
    except TemplateError:
        return
    written = "".join(
        ("[{}]" if segment.optional else "{}").format(
            "".join(
                piece if isinstance(piece, str) else f"{{{piece.name}:{piece.part}}}"
                for piece in segment.pieces
            )
        )
        for segment in template.segments
    )
    assert parsed(written) == template
    assert written.replace(":value}", "}").replace("[]", "") == text.replace(
        ":value}", "}"
    ).replace("[]", "")

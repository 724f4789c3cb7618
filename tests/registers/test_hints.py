"""Entries that look alike are named, and nothing that may not be looked at is compared."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from zhunsheng.engine.registers.hints import Hint, Other, hinted, reads_alike, shares_an_item

HINT = Hint(key="alike", compares="subject", alike=reads_alike, says="另有{count}件相近。")
OTHERS = (
    Other(1, "2026-00001", "城东老旧小区改造方案", {"subject": "城东老旧小区改造方案"}),
    Other(2, "2026-00002", "学校划片范围", {"subject": "学校划片范围"}),
    Other(3, "2026-00003", "", {}),
)


def test_entries_that_read_alike_are_named_with_their_number():
    (found,) = hinted((HINT,), {"subject": "老旧小区改造方案"}, OTHERS)
    assert found.says == "另有1件相近。"
    assert [other.key for other in found.others] == [1]


def test_without_anything_to_compare_nothing_is_said():
    assert hinted((HINT,), {}, OTHERS) == ()
    assert hinted((HINT,), {"subject": "公交线路"}, OTHERS) == ()


def test_a_hint_says_nothing_where_it_does_not_apply_or_the_others_do_not_count():
    own = {"subject": "老旧小区改造方案"}
    never = Hint(
        key="a", compares="subject", alike=reads_alike, says="{count}", when=lambda _: False
    )
    nobody = Hint(
        key="b", compares="subject", alike=reads_alike, says="{count}", counts=lambda _: False
    )
    assert hinted((never, nobody), own, OTHERS) == ()


@settings(deadline=None)  # the machine may be busy
@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_mutual_and_every_text_that_says_something_is_like_itself(one, other):
    assert reads_alike(one, other) == reads_alike(other, one)
    assert shares_an_item(one, other) == shares_an_item(other, one)
    if any(character.isalnum() for character in one):
        assert reads_alike(one, one)

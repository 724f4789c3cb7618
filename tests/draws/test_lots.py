"""Lots: the same from the same, each subject and each team equally likely, nobody towards whom one is barred."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.draws.samples import NUMBERS, SECRET, SMALL, ids, terms
from zhunsheng.engine.draws.verifier import DrawError, Stream, drawn, seed_of

# A statistic above these happens by chance once in a thousand; the seeds are fixed, so that it never does.
CHI_SQUARE_999 = {5: 20.52, 9: 27.88, 11: 31.26, 23: 49.73}
MANY = 6000


def seeds(many: int) -> Iterable[bytes]:
    return (n.to_bytes(32, "big") for n in range(many))


def chi_square(counted: Counter, kinds: int) -> float:
    expected = counted.total() / kinds
    found = sum((many - expected) ** 2 / expected for many in counted.values())
    return found + (kinds - len(counted)) * expected


@st.composite
def any_terms(draw):
    """Get terms with as many officers as are needed, some pairs barred."""
    sizes = {key: draw(st.integers(1, 12)) for key in draw(st.sampled_from(["a", "ab", "abc"]))}
    subjects = {f"{key}{n}": key for key, size in sizes.items() for n in range(size)}
    each = draw(st.integers(0, 3))
    officers = ids("p", each + draw(st.integers(0, 4)))
    take = {key: draw(st.integers(0, size)) for key, size in sizes.items()}
    barred = []
    for subject in subjects:
        some = st.lists(st.sampled_from(officers), unique=True, max_size=len(officers) - each)
        barred += [(one, subject) for one in (draw(some) if officers else [])]
    return terms(subjects, officers, take=take, each=each, barred=barred)


@given(any_terms(), st.binary(min_size=32, max_size=32))
def test_a_draw_takes_what_its_terms_say_and_can_be_repeated(of, seed):
    found = drawn(of, seed)
    assert found == drawn(of, seed)
    strata = {one["id"]: one["stratum"] for one in of["subjects"]}
    assert len({one["subject"] for one in found}) == len(found)
    assert all(strata[one["subject"]] == one["stratum"] for one in found)
    taken = Counter(one["stratum"] for one in found)
    assert taken == {one["key"]: one["take"] for one in of["strata"] if one["take"]}


@given(any_terms(), st.binary(min_size=32, max_size=32))
def test_nobody_is_sent_where_they_are_barred_and_every_team_is_whole(of, seed):
    barred = {tuple(pair) for pair in of["barred"]}
    for one in drawn(of, seed):
        assert len(set(one["officers"])) == of["each"] == len(one["officers"])
        assert not barred & {(officer, one["subject"]) for officer in one["officers"]}


@given(st.integers(1, 2**64 - 1), st.binary(min_size=32, max_size=32))
def test_a_number_is_below_its_bound(bound, seed):
    assert 0 <= Stream("sha256", seed, "any").below(bound) < bound


def test_words_of_the_last_incomplete_round_are_passed_over():
    stream = Stream("sha256", bytes(32), "any")
    high, low = 2**64 - 1, 7
    stream._words = iter([high, high - 1, low])
    # 2**64 is 1 more than a multiple of 3 and of 5: the last word would make 0 likelier than the others.
    assert stream.below(3) == (high - 1) % 3
    stream._words = iter([2**64 - 2**62, low])
    assert stream.below(2**62 * 3) == low


def test_every_subject_is_drawn_equally_often():
    of = terms(dict.fromkeys(ids("s", 12), "low"), take={"low": 1})
    counted = Counter(drawn(of, seed)[0]["subject"] for seed in seeds(MANY))
    assert chi_square(counted, 12) < CHI_SQUARE_999[11]


def test_every_order_is_equally_likely():
    of = terms(dict.fromkeys(ids("s", 4), "low"), take={"low": 4})
    counted = Counter(tuple(one["subject"] for one in drawn(of, seed)) for seed in seeds(MANY))
    assert set(counted) == set(permutations(ids("s", 4)))
    assert chi_square(counted, 24) < CHI_SQUARE_999[23]


def test_every_pair_of_officers_is_equally_likely_for_a_subject():
    of = terms({"s": "low", "t": "low"}, ids("p", 5), take={"low": 2}, each=2)
    found = [drawn(of, seed) for seed in seeds(MANY)]
    for place in range(2):
        counted = Counter(frozenset(one[place]["officers"]) for one in found)
        assert set(counted) == set(map(frozenset, combinations(ids("p", 5), 2)))
        assert chi_square(counted, 10) < CHI_SQUARE_999[9]


def test_the_officers_of_a_subject_say_nothing_of_the_subject():
    of = terms(dict.fromkeys(ids("s", 3), "low"), ids("p", 2), take={"low": 1}, each=1)
    counted = Counter(
        (one["subject"], one["officers"][0]) for seed in seeds(MANY) for one in drawn(of, seed)
    )
    assert chi_square(counted, 6) < CHI_SQUARE_999[5]


def test_a_draw_that_leans_would_be_found():
    leaning = random.Random(1)  # noqa: S311  # a sample that is wrong on purpose
    counted = Counter(min(leaning.randrange(13), 11) for _ in range(MANY))
    assert chi_square(counted, 12) > CHI_SQUARE_999[11]


@pytest.mark.parametrize("subjects", [7, 20])
def test_work_is_spread_evenly(subjects):
    of = terms(dict.fromkeys(ids("s", 20), "low"), ids("p", 6), take={"low": subjects}, each=2)
    for seed in seeds(50):
        times = Counter(officer for one in drawn(of, seed) for officer in one["officers"])
        assert max(times.values()) - min(times[one] for one in ids("p", 6)) <= 1


def test_reserves_follow_in_the_order_drawn_with_officers_of_their_own():
    found = drawn(SMALL, bytes(32))
    assert [(one["stratum"], one["place"], one["reserve"]) for one in found] == [
        ("low", 1, False),
        ("low", 2, False),
        ("low", 3, False),
        ("high", 1, False),
        ("high", 2, False),
        ("low", 1, True),
        ("high", 1, True),
    ]
    assert all(len(one["officers"]) == 2 for one in found)


@settings(max_examples=30)
@given(st.integers(0, 11), st.sampled_from("0123456789"))
def test_any_digit_changes_the_seed(place, digit):
    changed = NUMBERS["first"][:place] + digit + NUMBERS["first"][place + 1 :]
    before, after = (
        seed_of(SMALL, SECRET, NUMBERS | {"first": one}) for one in (NUMBERS["first"], changed)
    )
    assert (before == after) == (changed == NUMBERS["first"])


@pytest.mark.parametrize("number", ["", "12a", "１２", "1 2", "9" * 65])
def test_a_number_is_made_of_digits(number):
    with pytest.raises(DrawError, match="位数字"):
        seed_of(SMALL, SECRET, NUMBERS | {"second": number})


def test_no_number_may_be_missing():
    with pytest.raises(DrawError, match="应有这些数：first、second"):
        seed_of(SMALL, SECRET, {"first": "1"})


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"format": "x"}, "格式不是"),
        ({"each": 5}, "t002除去应回避的，不足5名人员"),
        ({"each": -1}, "每组人数应为整数"),
        ({"subjects": SMALL["subjects"][::-1]}, "对象应当按编号排好"),
        ({"officers": SMALL["officers"] * 2}, "人员应当按编号排好"),
        ({"barred": [["p009", "s003"]]}, "不在名单里"),
        ({"barred": SMALL["barred"][::-1]}, "应当排好"),
        ({"strata": SMALL["strata"][:1]}, "不属于任何一层"),
        ({"strata": [SMALL["strata"][0], SMALL["strata"][1] | {"take": 5}]}, "“high”只有5个，不够"),
        (
            {"strata": [SMALL["strata"][0], SMALL["strata"][1] | {"take": True}]},
            "抽取数和候补数应为整数",
        ),
        ({"strata": None}, "不完整"),
    ],
)
def test_terms_from_which_nothing_can_be_drawn_are_refused_in_words(wrong, says):
    with pytest.raises(DrawError, match=says):
        drawn(SMALL | wrong, bytes(32))

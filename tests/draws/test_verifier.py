"""The verifier as a stranger runs it: one file, an exported draw, and what it finds."""

from __future__ import annotations

import copy
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.draws.samples import NUMBERS, SECRET, SMALL, record
from zhunsheng.engine.draws import verifier
from zhunsheng.engine.draws.verifier import DrawError
from zhunsheng.engine.ledger import verifier as of_ledger

GOLDEN = json.loads((Path(__file__).parent / "golden.json").read_text("utf-8"))
DRAW = record(SMALL)


@pytest.mark.parametrize("vector", GOLDEN["vectors"], ids=lambda vector: vector["name"])
def test_a_draw_of_earlier_is_drawn_the_same_for_ever(vector):
    of, secret = vector["terms"], bytes.fromhex(vector["secret"])
    seed = verifier.seed_of(of, secret, vector["numbers"])
    assert seed.hex() == vector["seed"]
    assert verifier.drawn(of, seed) == vector["result"]
    assert any("逐一相符" in one for one in verifier.verify(vector))


@pytest.mark.parametrize("vector", GOLDEN["streams"], ids=lambda vector: vector["algorithm"])
def test_the_words_of_a_stream_are_the_hashes_that_its_description_names(vector):
    stream = verifier.Stream(vector["algorithm"], bytes.fromhex(vector["seed"]), vector["name"])
    assert [stream.below(2**64) for _ in vector["words"]] == [
        int(one, 16) for one in vector["words"]
    ]


@given(st.binary(max_size=200))
def test_hashes_are_those_of_the_ledger_with_and_without_a_library(content):
    assert verifier.sm3(content) == of_ledger.sm3(content)
    for algorithm in verifier.ALGORITHMS:
        assert verifier.digest(algorithm, content) == of_ledger.digest(algorithm, content)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
        ),
        max_leaves=8,
    )
)
def test_the_canonical_form_is_that_of_the_ledger(value):
    assert verifier.canonical(value) == of_ledger.canonical(value)


@pytest.mark.parametrize("value", [1.5, 2**53, {1: 2}, {"a": {1}}, "\ud800"])
def test_what_has_no_canonical_form_is_refused(value):
    with pytest.raises(DrawError):
        verifier.canonical(value)


def changed(path: str, value: object) -> dict:
    """Get the record with another value at a place."""
    found = copy.deepcopy(DRAW)
    *way, last = (int(part) if part.isdecimal() else part for part in path.split("."))
    holder = found
    for part in way:
        holder = holder[part]
    holder[last] = value
    return found


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("terms.each", 1, "摘要不符"),
        ("terms.subjects.0.label", "别的", "摘要不符"),
        ("terms.draw", "另一次", "摘要不符"),
        ("commitment.secret", "00", "密数或者"),
        ("commitment.numbers.first", "00", "密数或者"),
        ("secret", SECRET[::-1].hex(), "密数或者"),
        ("secret", "zz", "不是十六进制"),
        ("numbers.first", "1", "密数或者"),
        ("numbers.second", "1", "种子算出来不一样"),
        ("seed", "00" * 32, "种子算出来不一样"),
        ("result.0.subject", "s000", "抽出来的结果不一样"),
        ("result.2.officers", [], "抽出来的结果不一样"),
        ("commitment", {}, "文件不完整"),
        ("terms", [], "文件不完整"),
    ],
)
def test_whatever_was_changed_afterwards_is_found(path, value, says):
    with pytest.raises(DrawError, match=says):
        verifier.verify(changed(path, value))


def test_before_the_draw_the_terms_can_be_held_against_the_commitment():
    before = {key: DRAW[key] for key in ("about", "terms", "commitment")}
    assert any("还没有抽取" in one for one in verifier.verify(before))
    with pytest.raises(DrawError, match="摘要不符"):
        verifier.verify(before | {"terms": SMALL | {"each": 1}})


def lines(**says: object) -> list[str]:
    done = {key: DRAW[key] for key in ("secret", "numbers", "seed", "result")}
    found = [
        {
            "number": 4,
            "did": "draw.commit",
            "about": "draw/1",
            "says": {"commitment": DRAW["commitment"]},
        },
        {"number": 9, "did": "draw.carry_out", "about": "draw/1", "says": done | says},
        {"number": 5, "did": "draw.carry_out", "about": "draw/2", "says": {}},
    ]
    return [json.dumps({"line": line}) for line in found]


def test_the_lines_of_the_ledger_are_held_against_the_record():
    assert "承诺在账本第4行，结果在第9行，都与文件相符" in verifier.verify(DRAW, lines())
    with pytest.raises(DrawError, match="账本里的结果与文件里的不同"):
        verifier.verify(DRAW, lines(seed="00"))
    with pytest.raises(DrawError, match="没有这次抽取的承诺"):
        verifier.verify(DRAW, lines()[1:])
    with pytest.raises(DrawError, match="没有抽取的一行"):
        verifier.verify(DRAW, lines()[:1])
    other = DRAW["commitment"] | {"secret": "00"}
    swapped = json.loads(lines()[0])
    swapped["line"]["says"]["commitment"] = other
    with pytest.raises(DrawError, match="账本里的承诺与文件里的不同"):
        verifier.verify(DRAW, [json.dumps(swapped)])


def run(*words: str, at: Path) -> subprocess.CompletedProcess[str]:
    """Run the one file away from the project, isolated from its packages."""
    shutil.copy(verifier.__file__, at / "draw_verifier.py")
    command = [sys.executable, "-I", "draw_verifier.py", *words]
    return subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)


def test_the_one_file_repeats_a_draw_by_itself(tmp_path):
    (tmp_path / "draw.json").write_text(json.dumps(DRAW, ensure_ascii=False), "utf-8")
    (tmp_path / "proof.jsonl").write_text("\n".join(lines()), "utf-8")
    done = run("draw.json", "proof.jsonl", at=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "核对通过" in done.stdout
    assert "7个结果逐一相符" in done.stdout


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        (json.dumps(changed("seed", "00")), 1, "种子算出来不一样"),
        ('{"a": 1, "a": 2}', 1, "同一个键写了两次"),
        ("[]", 1, "文件不完整"),
        ("{", 1, "核对不通过"),
        (None, 2, "读不了文件"),
    ],
)
def test_the_one_file_says_what_is_wrong(tmp_path, text, code, says):
    if text is not None:
        (tmp_path / "draw.json").write_text(text, "utf-8")
    done = run("draw.json", at=tmp_path)
    assert done.returncode == code
    assert says in done.stderr


def test_the_one_file_says_how_it_is_used(capsys):
    assert verifier.main([]) == 2
    assert "用法" in capsys.readouterr().err


def test_numbers_of_another_draw_do_not_fit():
    of = SMALL | {"draw": "990121/示例/2026-00001#2"}
    assert verifier.seed_of(of, SECRET, NUMBERS) != verifier.seed_of(SMALL, SECRET, NUMBERS)


def test_a_draw_can_be_done_with_a_calculator():
    # By the words at the head of the verifier, with the hash function alone.
    seed = verifier.seed_of(SMALL, SECRET, NUMBERS)
    head = b"zhunsheng-draw/1 stream\n" + seed
    words = hashlib.sha256(head + b'["subjects/low",0]').digest()
    urn = [f"s{n:03}" for n in range(12)]
    order = []
    for place in range(3):
        word = int.from_bytes(words[place * 8 : place * 8 + 8], "big")
        assert word < 2**64 - 2**64 % (12 - place)
        other = place + word % (12 - place)
        urn[place], urn[other] = urn[other], urn[place]
        order.append(urn[place])
    assert [one["subject"] for one in verifier.drawn(SMALL, seed)[:3]] == order
    terms = hashlib.sha256(b"zhunsheng-draw/1 terms\n" + verifier.canonical(SMALL)).hexdigest()
    numbers = '[["first","20260302"],["second","417"]]'
    plain = f'["{terms}","{SECRET.hex()}",{numbers}]'
    assert hashlib.sha256(b"zhunsheng-draw/1 seed\n" + plain.encode()).digest() == seed

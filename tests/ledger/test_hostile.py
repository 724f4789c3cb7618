"""Whatever a file says, the verifier verifies it or says what is wrong: never a traceback."""

from __future__ import annotations

import contextlib
import io
import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ledger.test_ledger import AT, SIGNER, exported, leaves, ledger, over, ring, signed
from zhunsheng.engine.ledger.exports import (
    Keyring,
    Succession,
    checkpoint,
    part_export,
    succession,
    whole_export,
)
from zhunsheng.engine.ledger.proofs import (
    Growing,
    consistency,
    inclusion,
    joined,
    parts_of,
    root,
    roots_over,
)
from zhunsheng.engine.ledger.signing import Ed25519Signer
from zhunsheng.engine.ledger.verifier import (
    MAX_LINE,
    LedgerError,
    canonical,
    kept_checkpoints,
    leaf,
    main,
    verify,
)

NEXT = Ed25519Signer(b"\x02" * 32)
WHOLE = exported(ledger(5), 3, 5)
PART = list(
    part_export(
        ledger(9)[2:5], over(ledger(9)), [signed(ledger(9), 4), signed(ledger(9), 9)], ring()
    )
)


def ran(folder: Path, content: bytes, *words: str) -> tuple[int, str]:
    """Get how the verifier ended and what it said."""
    file = folder / "export.jsonl"
    file.write_bytes(content)
    out, wrong = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(wrong):
        code = main([str(file), *words])
    return code, out.getvalue() + wrong.getvalue()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)


def paths(value: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Get the way to every part of a value."""
    found = [before] if before else []
    keys = (
        value.keys()
        if isinstance(value, dict)
        else range(len(value))
        if isinstance(value, list)
        else ()
    )
    for key in keys:
        found += paths(value[key], (*before, key))
    return found


def put(value: Any, path: tuple[Any, ...], new: Any) -> None:
    for key in path[:-1]:
        value = value[key]
    value[path[-1]] = new


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from([WHOLE, PART]), st.data(), JSON)
def test_any_part_of_an_export_may_be_anything_and_is_refused_or_the_same(
    tmp_path, texts, data, new
):
    number = data.draw(st.integers(0, len(texts) - 1))
    item = json.loads(texts[number])
    put(item, data.draw(st.sampled_from(paths(item))), new)
    changed = json.dumps(item, ensure_ascii=True)
    code, said = ran(
        tmp_path, "".join([*texts[:number], changed + "\n", *texts[number + 1 :]]).encode()
    )
    assert code in {0, 1}
    assert said.startswith("核对")
    before = json.loads(texts[number])
    if code == 0 and "line" in item:
        # Nobody signed which personal values are shown beside a line; the line itself is as it was.
        assert (item["line"], item["digest"]) == (before["line"], before["digest"])
    elif code == 0:
        # Nor who else stands in the header.
        assert item == before or number == 0


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sampled_from([WHOLE, PART]), st.data())
def test_lines_left_out_doubled_or_moved_are_refused_or_take_nothing_away(tmp_path, texts, data):
    order = data.draw(st.lists(st.integers(0, len(texts) - 1), max_size=2 * len(texts)))
    code, _ = ran(tmp_path, "".join(texts[number] for number in order).encode())
    assert code in {0, 1}
    if code == 0 and texts is WHOLE:
        kept = [number for number in order if "line" in json.loads(texts[number])]
        assert kept == sorted(set(kept))


HEAD = WHOLE[0]
DEEP = "[" * 200_000 + "]" * 200_000


@pytest.mark.parametrize(
    "text",
    [
        f'{{"line":{{"number":0,"a":{DEEP}}}}}',
        DEEP,
        '{"line":{"number":NaN}}',
        '{"line":{"number":Infinity}}',
        '{"line":{"number":-0.0}}',
        '{"line":{"number":1e400}}',
        f'{{"line":{{"number":{"9" * 5000}}}}}',
        f'{{"line":{{"number":{"9" * 300}}},"digest":""}}',
        '{"line":{"number":true,"previous":""}}',
        '{"line":{"number":0},"line":{"number":1}}',
        '{"line":[]}',
        '{"line":{"number":0},"digest":5,"personal":5}',
        '{"line":{"number":0,"\\ud800":1}}',
        '{"checkpoint":{"size":5,"key":"\\ud800"},"signature":"zz"}',
        '{"checkpoint":{"size":-1,"key":"2026"},"signature":null}',
        '{"checkpoint":[]}',
        '{"continues":[0,5],"proof":[]}',
        '{"continues":[true,false],"proof":{}}',
        '{"continues":5}',
        '{"succession":{"size":0,"former":"2026","key":"2026"}}',
        '{"succession":[]}',
        "\x00",
        "",
        "x" * (MAX_LINE + 10),
    ],
    ids=lambda text: text[:30],
)
def test_hostile_lines_are_refused_in_a_moment(tmp_path, text):
    began = time.monotonic()
    code, said = ran(tmp_path, (HEAD + text + "\n").encode("utf-8", "surrogatepass"))
    assert code == 1
    assert "导出文件第2行" in said
    assert len(said) < 1000
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"", b"\n\n", b"PK\x03\x04" * 1000, b"\xef\xbb\xbf{}"]
)
def test_what_is_no_export_is_said_to_be_none(tmp_path, content):
    code, said = ran(tmp_path, content)
    assert code in {1, 2}
    assert "Traceback" not in said


def test_a_folder_and_a_missing_kept_file_are_said_not_to_be_readable(tmp_path):
    assert ran(tmp_path, "".join(WHOLE).encode(), str(tmp_path))[0] == 2
    code, said = ran(tmp_path, "".join(WHOLE).encode(), str(tmp_path / "kept"))
    assert code == 2
    assert "kept" in said


# --- canonical form

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
VALUE = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


def alike(one: object, other: object) -> bool:
    """Whether two values are the same, where 1 is not True."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return one == other


@given(VALUE, VALUE)
def test_no_two_values_have_one_form(one, other):
    assert (canonical(one) == canonical(other)) == alike(one, other)


@given(VALUE)
def test_what_is_read_back_has_the_same_form(value):
    assert alike(json.loads(canonical(value)), value)
    assert canonical(json.loads(canonical(value))) == canonical(value)


@given(st.integers())
def test_integers_have_a_form_as_far_as_every_reader_of_json_has_them(number):
    if abs(number) < 2**53:
        assert canonical(number) == str(number).encode()
    else:
        with pytest.raises(LedgerError):
            canonical(number)


# --- the tree, beside one that is built in the plainest way


def plainly(hashed: list[bytes]) -> bytes:
    if len(hashed) < 2:
        return root(hashed, "sha256")
    split = 1
    while split * 2 < len(hashed):
        split *= 2
    from zhunsheng.engine.ledger.verifier import node  # noqa: PLC0415

    return node("sha256", plainly(hashed[:split]), plainly(hashed[split:]))


@given(st.integers(0, 70))
def test_every_way_to_the_root_leads_to_the_same(size):
    hashed = [leaf("sha256", bytes([number])) for number in range(size)]
    growing = Growing("sha256")
    completed = {
        (level, position): found for one in hashed for level, position, found in growing.add(one)
    }
    answers = roots_over(hashed, "sha256")
    joined_up = joined([answers(*part) for part in parts_of(0, size)], "sha256")
    assert (
        plainly(hashed) == root(hashed, "sha256") == growing.root() == joined_up == answers(0, size)
    )
    for (level, position), found in completed.items():
        assert found == plainly(hashed[position << level : position + 1 << level])


@given(st.integers(1, 50), st.data())
def test_a_tree_goes_on_from_its_parts(size, data):
    hashed = [leaf("sm3", bytes([number])) for number in range(size)]
    start = data.draw(st.integers(0, size))
    answers = roots_over(hashed, "sm3")
    growing = Growing("sm3", [(part, answers(*part)) for part in parts_of(0, start)])
    for one in hashed[start:]:
        growing.add(one)
    assert (growing.size, growing.root()) == (size, root(hashed, "sm3"))


@given(st.integers(0, 200), st.integers(0, 200))
def test_parts_are_whole_lie_one_after_another_and_fill_the_range(start, length):
    parts = parts_of(start, start + length)
    ends = [start, *(end for _, end in parts)]
    assert [first for first, _ in parts] == ends[:-1]
    assert ends[-1] == start + length
    for first, end in parts:
        width = end - first
        assert width & width - 1 == 0
        assert first % width == 0


def test_proofs_in_a_long_ledger_are_short():
    def over_nothing(*_: int) -> bytes:
        return bytes(32)

    assert len(inclusion(over_nothing, 1_000_000, 123_456)) <= 20
    assert len(consistency(over_nothing, 1_000_000, 123_456)) <= 21


# --- kept checkpoints, continuations, keys that took over


def test_a_kept_checkpoint_of_a_whole_ledger_and_of_a_part_is_compared():
    lines = ledger(9)
    kept = {4: signed(lines, 4).root}
    assert verify(exported(lines, 9), (), kept.items()).kept == 1
    assert verify(PART, (), kept.items()).kept == 1
    for texts in (exported(lines, 9), PART):
        with pytest.raises(LedgerError, match="被改写过"):
            verify(texts, (), [(4, "00" * 32)])
    with pytest.raises(LedgerError, match="末尾被删去"):
        verify(exported(lines, 9), (), [(12, "00" * 32)])
    with pytest.raises(LedgerError, match="完整的账"):
        verify(PART, (), [(3, "00" * 32)])


def test_a_checkpoint_of_a_part_that_nothing_continues_is_refused():
    without = [text for text in PART if "continues" not in text]
    with pytest.raises(LedgerError, match="没有接续证明"):
        verify(without)


def test_a_kept_file_is_read_by_its_checkpoints_alone():
    assert kept_checkpoints(exported(ledger(3), 3)) == {3: signed(ledger(3), 3).root}
    with pytest.raises(LedgerError, match="没有检查点"):
        kept_checkpoints(['{"format":1}'])


def taken_over(size: int = 3) -> tuple[list[str], Succession]:
    """Get an export whose second checkpoint a second key signed, and how that key took over."""
    lines = ledger(5)
    bare = Succession(
        key="2027",
        public=NEXT.public.hex(),
        former="2026",
        former_public=SIGNER.public.hex(),
        size=size,
        at=AT,
    )
    both = succession(bare, SIGNER, NEXT)
    keyring = Keyring(
        algorithm="sm3", keys={"2026": SIGNER.public, "2027": NEXT.public}, successions=[both]
    )
    whole = root(leaves(lines), "sm3")
    points = [signed(lines, 3), checkpoint(whole, 5, AT, "2027", NEXT)]
    return list(whole_export(lines, points, keyring)), both


@pytest.mark.parametrize("trusted", [SIGNER, NEXT])
def test_whoever_trusts_one_of_two_keys_trusts_the_other(trusted):
    texts, _ = taken_over()
    assert verify(texts, [trusted.public.hex().upper()]).checkpoints == 2


def test_a_key_signs_nothing_after_another_took_over():
    texts, _ = taken_over(size=2)
    with pytest.raises(LedgerError, match="已经停用"):
        verify(texts)
    # Not even as the last word on what it did sign: there the new key must have spoken.
    texts, _ = taken_over()
    with pytest.raises(LedgerError, match="已经停用的密钥"):
        verify(texts[:-1])


def test_a_succession_that_not_both_keys_signed_is_refused():
    texts, both = taken_over()
    for forged in (
        replace(both, signature=both.former_signature),
        replace(both, former_signature=both.signature),
        replace(both, size=4),
        replace(both, former_public=NEXT.public.hex()),
    ):
        signatures = {"signature": forged.signature, "former_signature": forged.former_signature}
        item = json.dumps({"succession": forged.plain(), **signatures}) + "\n"
        with pytest.raises(LedgerError, match="接替"):
            verify([texts[0], item, *texts[2:]])

"""The ledger: what is written is found to be whole, and what was changed is found and named."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhunsheng.engine.ledger import verifier
from zhunsheng.engine.ledger.exports import (
    Checkpoint,
    Ed25519Signer,
    Exported,
    checkpoint,
    part_export,
    whole_export,
)
from zhunsheng.engine.ledger.lines import Line, commit
from zhunsheng.engine.ledger.proofs import consistency, inclusion, inclusions, root
from zhunsheng.engine.ledger.verifier import (
    ALGORITHMS,
    LedgerError,
    canonical,
    check_consistency,
    digest,
    ed25519_verifies,
    leaf,
    root_of_inclusion,
    verify,
)

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
SIGNER = Ed25519Signer(bytes(range(32)))
KEYS = {"2026": SIGNER.public}
PERSONAL = {"applicant": "张三", "phone": "13800000000"}


def salts(size: int) -> bytes:
    return b"\x07" * size


def ledger(count: int, algorithm: str = "sm3") -> list[Exported]:
    """Get a ledger of so many lines, each with personal values."""
    lines: list[Exported] = []
    previous = ""
    for number in range(count):
        commitments, openings = commit(PERSONAL, algorithm, salts)
        line = Line(
            number=number,
            previous=previous,
            at=AT,
            who="user/7",
            did="entry.change",
            about=f"openness.request/{number}",
            says={"state": "accepted", "due": "2026-02-03"},
            personal=commitments,
        )
        previous = line.digest(algorithm)
        lines.append(Exported(line, openings))
    return lines


def leaves(lines: list[Exported], algorithm: str = "sm3") -> list[bytes]:
    return [bytes.fromhex(exported.line.digest(algorithm)) for exported in lines]


def signed(lines: list[Exported], size: int, algorithm: str = "sm3") -> Checkpoint:
    return checkpoint(root(leaves(lines, algorithm)[:size], algorithm), size, AT, "2026", SIGNER)


def exported(lines: list[Exported], *sizes: int, algorithm: str = "sm3") -> list[str]:
    points = [signed(lines, size, algorithm) for size in sizes]
    return list(whole_export(lines, points, KEYS, algorithm))


# --- canonical form


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (1.5, "小数"),
        ({1: "a"}, "键"),
        (2**53, "太大"),
        ("\ud800", "代理字符"),
        ({"a": {1, 2}}, "规范写法"),
    ],
)
def test_what_has_no_canonical_form_is_refused(value, complaint):
    with pytest.raises(LedgerError, match=complaint):
        canonical(value)


def test_what_is_nested_without_end_is_refused():
    value: list[object] = []
    for _ in range(100):
        value = [value]
    with pytest.raises(LedgerError, match="嵌套"):
        canonical(value)


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**53) + 1, 2**53 - 1)
        | st.text(st.characters(exclude_categories=["Cs"])),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("ab准绳"), inner),
        max_leaves=8,
    )
)
def test_the_canonical_form_says_all_and_only_the_value(value):
    assert json.loads(canonical(value)) == value


# --- hashes, tree, proofs


def test_sm3_is_that_of_gb_t_32905():
    expected = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert digest("sm3", b"abc").hex() == expected


def test_an_algorithm_that_is_not_known_is_refused():
    with pytest.raises(LedgerError, match="md5"):
        digest("md5", b"")


def test_the_root_is_that_of_rfc_6962():
    """The roots of the first eight test leaves of the Certificate Transparency project."""
    data = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        bytes(range(0x50, 0x58)),
        bytes(range(0x60, 0x70)),
    ]
    hashed = [leaf("sha256", part) for part in data]
    assert root([], "sha256") == hashlib.sha256().digest()
    assert root(hashed[:1], "sha256").hex() == (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    )
    assert root(hashed, "sha256").hex() == (
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    )


@given(st.integers(1, 40), st.data(), st.sampled_from(ALGORITHMS))
def test_every_line_has_a_proof_that_leads_to_the_root_and_no_other_leaf_has(size, data, algorithm):
    hashed = [leaf(algorithm, bytes([number])) for number in range(size)]
    index = data.draw(st.integers(0, size - 1))
    path = inclusion(hashed, index, algorithm)
    whole = root(hashed, algorithm)
    assert root_of_inclusion(algorithm, hashed[index], index, size, path) == whole
    assert root_of_inclusion(algorithm, leaf(algorithm, b"other"), index, size, path) != whole
    with pytest.raises(LedgerError):
        root_of_inclusion(algorithm, hashed[index], index, size, [*path, whole])
    if path:
        with pytest.raises(LedgerError):
            root_of_inclusion(algorithm, hashed[index], index, size, path[:-1])


@given(st.integers(1, 40), st.data())
def test_the_proofs_of_several_lines_together_are_those_of_each_alone(size, data):
    hashed = [leaf("sha256", str(number).encode()) for number in range(size)]
    wanted = data.draw(st.sets(st.integers(0, size - 1)))
    found = inclusions(hashed, wanted, "sha256")
    assert found == {index: inclusion(hashed, index, "sha256") for index in wanted}
    with pytest.raises(LedgerError):
        inclusions(hashed, [size], "sha256")


@given(st.integers(0, 40), st.integers(1, 40))
def test_a_grown_tree_is_proved_to_begin_with_the_earlier_one(earlier, more):
    hashed = [leaf("sm3", bytes([number])) for number in range(earlier + more)]
    old, new = (earlier, root(hashed[:earlier], "sm3")), (len(hashed), root(hashed, "sm3"))
    path = consistency(hashed, earlier, "sm3")
    check_consistency("sm3", old, new, path)
    if earlier:
        with pytest.raises(LedgerError):
            check_consistency("sm3", (earlier, leaf("sm3", b"x")), new, path)
        with pytest.raises(LedgerError):
            check_consistency("sm3", old, (len(hashed), leaf("sm3", b"x")), path)


def test_proofs_for_what_is_not_there_are_refused():
    with pytest.raises(LedgerError):
        inclusion([b"x"], 1, "sm3")
    with pytest.raises(LedgerError):
        consistency([b"x"], 2, "sm3")
    with pytest.raises(LedgerError):
        check_consistency("sm3", (2, b""), (1, b""), [])


# --- signatures


def test_ed25519_is_that_of_rfc_8032():
    public = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
    signature = bytes.fromhex(
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
    assert ed25519_verifies(public, b"\x72", signature)
    assert not ed25519_verifies(public, b"\x73", signature)


@given(st.binary(max_size=80), st.binary(min_size=32, max_size=32))
def test_what_was_signed_verifies_and_nothing_else_does(message, secret):
    signer = Ed25519Signer(secret)
    signature = signer.sign(message)
    assert ed25519_verifies(signer.public, message, signature)
    assert not ed25519_verifies(signer.public, message + b"x", signature)
    assert not ed25519_verifies(SIGNER.public, message, signature)


@given(st.binary(max_size=70), st.binary(max_size=70))
def test_any_bytes_as_key_and_signature_are_refused_without_an_error(public, signature):
    assert not ed25519_verifies(public, b"message", signature)


# --- exports


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_a_whole_export_verifies(algorithm):
    report = verify(exported(ledger(9, algorithm), 4, 9, algorithm=algorithm))
    assert (report.lines, report.checkpoints, report.erased) == (9, 2, 0)


def test_some_lines_verify_by_their_proofs():
    lines = ledger(9)
    chosen = [lines[2], lines[7]]
    texts = list(part_export(chosen, leaves(lines), signed(lines, 9), KEYS, "sm3"))
    report = verify(texts)
    assert (report.lines, report.proofs, report.checkpoints) == (2, 2, 1)


def test_erasing_personal_values_leaves_every_proof_valid():
    lines = [Exported(exported.line, {}) for exported in ledger(3)]
    report = verify(exported(lines, 3))
    assert report.erased == 6


def test_a_line_never_holds_a_personal_value():
    for text in exported([Exported(exported.line, {}) for exported in ledger(2)], 2):
        assert "张三" not in text
        assert "138" not in text


def change(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("tamper", "complaint"),
    [
        (
            lambda t: [*t[:2], change(t[2], "accepted", "refused"), *t[3:]],
            "导出文件第3行.*被改动过",
        ),
        (lambda t: [*t[:2], *t[3:]], "被删去、插入或者换位"),
        (lambda t: [*t[:2], t[3], t[2], *t[4:]], "被删去、插入或者换位"),
        (lambda t: [*t[:-2], t[-1]], "末尾被删去"),
        (lambda t: [*t[:-1], change(t[-1], '"size":5', '"size":4')], "签名不对"),
        (lambda t: [change(t[0], "2026", "2025"), *t[1:]], "不在文件头里"),
        (lambda t: [*t[:2], change(t[2], "张三", "李四"), *t[3:]], "与承诺不符"),
        (lambda t: [*t[:2], "{", *t[3:]], "不是JSON"),
        (lambda t: [*t[:2], "[]", *t[3:]], "JSON对象"),
        (lambda t: [*t[:2], "{}", *t[3:]], "既不是账目"),
        (lambda t: [*t[:2], '{"line":1.5}', *t[3:]], "小数"),
        (lambda t: ["{}", *t[1:]], "不是准绳的账目"),
        (lambda _: [], "不是JSON"),
        (lambda t: [change(t[0], "sm3", "md5"), *t[1:]], "md5"),
        (lambda t: [t[0], t[-1], *t[1:-1]], "末尾被删去"),
    ],
)
def test_what_was_changed_is_found_and_named(tamper, complaint):
    with pytest.raises(LedgerError, match=complaint):
        verify(tamper(exported(ledger(5), 5)))


def test_a_rewritten_ledger_with_a_key_of_ones_own_is_found_by_who_trusts_the_right_key():
    forger = Ed25519Signer(b"\x01" * 32)
    lines = ledger(3)
    point = checkpoint(root(leaves(lines), "sm3"), 3, AT, "2026", forger)
    texts = list(whole_export(lines, [point], {"2026": forger.public}, "sm3"))
    verify(texts)
    with pytest.raises(LedgerError, match="不是可信的密钥"):
        verify(texts, [SIGNER.public.hex()])


def test_part_of_a_ledger_without_a_checkpoint_proves_nothing():
    lines = ledger(3)
    texts = list(part_export([lines[1]], leaves(lines), signed(lines, 3), KEYS, "sm3"))
    with pytest.raises(LedgerError, match="没有检查点"):
        verify(texts[:-1])


@given(
    st.binary(max_size=200)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_file_is_verified_or_refused(content):
    with pytest.raises(LedgerError):
        verify(content.decode("utf-8", "replace").splitlines(keepends=True))


@given(st.integers(0, 6), st.integers(0, 400), st.characters(codec="ascii"))
def test_no_single_character_can_be_changed_unnoticed(number, place, character):
    texts = exported(ledger(5), 5)
    text = texts[number]
    place %= len(text) - 1
    if text[place] == character:
        return
    texts[number] = text[:place] + character + text[place + 1 :]
    try:
        verify(texts)
    except LedgerError:
        return
    # What is left is said alike: white space between words of JSON, or a letter of hexadecimal.
    assert json.loads(texts[number]) == json.loads(text) or texts[number].lower() == text.lower()


def test_times_without_an_offset_are_refused():
    line = ledger(1)[0].line
    naive = Line(
        **{name: getattr(line, name) for name in line.__slots__} | {"at": datetime(2026, 1, 1)}
    )
    with pytest.raises(LedgerError, match="时区"):
        naive.digest("sm3")
    with pytest.raises(LedgerError, match="时区"):
        checkpoint(b"", 0, datetime(2026, 1, 1), "2026", SIGNER)


def run_alone(folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Run the verifier as a copied file, with the standard library alone."""
    alone = shutil.copy(verifier.__file__, folder / "verifier.py")
    command = [sys.executable, "-I", "-S", str(alone), *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_verifier_runs_as_one_file_with_the_standard_library_alone(tmp_path: Path):
    file = tmp_path / "export.jsonl"
    texts = exported(ledger(5), 5)
    file.write_text("".join(texts), "utf-8")
    good = run_alone(tmp_path, file, SIGNER.public.hex())
    assert (good.returncode, good.stderr) == (0, "")
    assert "5行账目，1个有签名的检查点" in good.stdout
    file.write_text("".join(texts).replace("accepted", "refused", 1), "utf-8")
    bad = run_alone(tmp_path, file)
    assert bad.returncode == 1
    assert "第2行" in bad.stderr
    assert run_alone(tmp_path).returncode == 2
    assert run_alone(tmp_path, tmp_path / "nothing").returncode == 2

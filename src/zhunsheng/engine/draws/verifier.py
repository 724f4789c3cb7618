"""
Repeats a draw by lot with nothing but this file and Python's standard library.

    python3 draw_verifier.py draw.json [proof of the ledger.jsonl]

It knows the form of a draw, how its terms were committed to, how the seed comes about and how lots
follow from it; the rest of the package builds on it, so that what is drawn and what is verified cannot
come apart. It imports nothing of the project: anyone may copy this one file and read it.

How a draw goes. First the terms are fixed (who can be drawn, in order; how many; who is barred from
whom) and a secret is made; the hashes of both are published. Then numbers come from outside: one that
everybody sees, or one each from two people who do not know the other's. The seed is the hash of the
terms, the secret and the numbers. Whoever chose the terms could not know the numbers, whoever gave a
number could not know the secret.

Lots. A stream of words of 64 bits is the hash of the seed, a name and a counter, four words to a hash.
A number below n is a word modulo n, where words of the last incomplete round are passed over, so that
every number is equally likely. Subjects of a stratum, sorted, are drawn as from an urn (the first steps
of Fisher and Yates); then come the reserves. Officers are drawn for each subject in turn, among those
who are not barred and who have been drawn least so far.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

FORMAT = "zhunsheng-draw/1"
ALGORITHMS = ("sm3", "sha256")
MOST_DIGITS = 64
_TERMS, _SECRET, _NUMBER, _SEED, _STREAM = (
    f"{FORMAT} {name}\n".encode() for name in ("terms", "secret", "number", "seed", "stream")
)
_WORDS = 2**64


class DrawError(ValueError):
    """Something that is not as a draw must be; the text says what."""


# --- canonical form and hashes ---------------------------------------------------------------------


def canonical(value: object) -> bytes:
    """
    Get the one sequence of bytes for a value: JSON with sorted keys, nothing spaced, UTF-8.

    Raises DrawError for numbers with a fraction and whatever else has no such form.

    >>> canonical({"b": [1, None], "a": "抽"}).decode()
    '{"a":"抽","b":[1,null]}'
    """
    _check(value)
    try:
        return _ENCODER.encode(value).encode("utf-8")
    except UnicodeEncodeError as error:
        raise DrawError(f"文字里有不成对的代理字符：{error}") from error


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _check(value: object, depth: int = 16) -> None:
    if value is None or isinstance(value, (str, bool)):
        return
    if isinstance(value, int) and abs(value) < 2**53:
        return
    if isinstance(value, (list, tuple)) and depth:
        for item in value:
            _check(item, depth - 1)
        return
    if isinstance(value, dict) and depth and all(isinstance(key, str) for key in value):
        for item in value.values():
            _check(item, depth - 1)
        return
    raise DrawError(f"{type(value).__name__}没有规范写法，或者嵌套太深、整数太大")


# Some builds of Python come without SM3; the verifier brings its own, slow but the same.
_HAS_SM3 = "sm3" in hashlib.algorithms_available
_MASK = 2**32 - 1
_SM3_START = (
    *(0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600),
    *(0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E),
)


def _turned(word: int, places: int) -> int:
    places %= 32
    return (word << places | word >> 32 - places) & _MASK


def sm3(content: bytes) -> bytes:
    """Get the SM3 hash of some bytes (GB/T 32905-2016), without any library."""
    padded = content + b"\x80" + bytes(-(len(content) + 9) % 64)
    padded += (len(content) * 8).to_bytes(8, "big")
    state: tuple[int, ...] = _SM3_START
    for start in range(0, len(padded), 64):
        mixed = _sm3_compressed(state, padded[start : start + 64])
        state = tuple(old ^ new for old, new in zip(state, mixed, strict=True))
    return b"".join(word.to_bytes(4, "big") for word in state)


def _sm3_compressed(state: tuple[int, ...], block: bytes) -> tuple[int, ...]:
    words = [int.from_bytes(block[place : place + 4], "big") for place in range(0, 64, 4)]
    for n in range(16, 68):
        mixed = words[n - 16] ^ words[n - 9] ^ _turned(words[n - 3], 15)
        mixed ^= _turned(mixed, 15) ^ _turned(mixed, 23)
        words.append(mixed ^ _turned(words[n - 13], 7) ^ words[n - 6])
    a, b, c, d, e, f, g, h = state
    for n in range(64):
        turned = _turned(a, 12)
        constant = _turned(0x79CC4519 if n < 16 else 0x7A879D8A, n)
        first = _turned(turned + e + constant & _MASK, 7)
        if n < 16:
            left, right = a ^ b ^ c, e ^ f ^ g
        else:
            left, right = a & b | a & c | b & c, e & f | ~e & g
        left = left + d + (first ^ turned) + (words[n] ^ words[n + 4]) & _MASK
        right = right + h + first + words[n] & _MASK
        a, b, c, d = left, a, _turned(b, 9), c
        e, f, g, h = right ^ _turned(right, 9) ^ _turned(right, 17), e, _turned(f, 19), g
    return a, b, c, d, e, f, g, h


def digest(algorithm: str, *parts: bytes) -> bytes:
    """Get the hash of some bytes. Raises DrawError for an algorithm that is not to be had."""
    if algorithm not in ALGORITHMS:
        raise DrawError(f"不认识的算法{algorithm}，可以用{'、'.join(ALGORITHMS)}")
    content = b"".join(parts)
    if algorithm == "sm3":
        return hashlib.new("sm3", content).digest() if _HAS_SM3 else sm3(content)
    return hashlib.sha256(content).digest()


# --- what is committed to, and the seed ------------------------------------------------------------


def commitment(
    terms: Mapping[str, Any], secret: bytes, numbers: Mapping[str, str]
) -> dict[str, Any]:
    """
    Get what is published before the draw: hashes of the terms, of the secret, of numbers already given.

    The hash of a number holds the secret too, so that nobody finds a short number by trying.
    """
    algorithm = terms["algorithm"]
    return {
        "terms": digest(algorithm, _TERMS, canonical(dict(terms))).hex(),
        "secret": digest(algorithm, _SECRET, secret).hex(),
        "numbers": {
            key: digest(algorithm, _NUMBER, secret, canonical([key, number])).hex()
            for key, number in sorted(numbers.items())
        },
    }


def seed_of(terms: Mapping[str, Any], secret: bytes, numbers: Mapping[str, str]) -> bytes:
    """Get the seed: the hash of the terms' hash, the secret and the numbers in the terms' order."""
    keys = [source["key"] for source in terms["sources"]]
    if set(numbers) != set(keys):
        raise DrawError(
            f"应有这些数：{'、'.join(keys)}；现有：{'、'.join(sorted(numbers)) or '无'}"
        )
    for key in keys:
        number = numbers[key]
        if not (number.isascii() and number.isdecimal() and len(number) <= MOST_DIGITS):
            raise DrawError(f"{key}应为1至{MOST_DIGITS}位数字，不是“{number[:80]}”")
    algorithm = terms["algorithm"]
    fixed = commitment(terms, secret, {})["terms"]
    listed = [[key, numbers[key]] for key in keys]
    return digest(algorithm, _SEED, canonical([fixed, secret.hex(), listed]))


# --- lots ------------------------------------------------------------------------------------------


class Stream:
    """Numbers that follow from a seed and a name, each equally likely."""

    def __init__(self, algorithm: str, seed: bytes, name: str) -> None:
        self._words = self._all(algorithm, seed, name)

    @staticmethod
    def _all(algorithm: str, seed: bytes, name: str) -> Iterator[int]:
        counter = 0
        while True:
            block = digest(algorithm, _STREAM, seed, canonical([name, counter]))
            for place in range(0, 32, 8):
                yield int.from_bytes(block[place : place + 8], "big")
            counter += 1

    def below(self, n: int) -> int:
        """Get a number from 0 up to, not including, n."""
        whole = _WORDS - _WORDS % n
        return next(word for word in self._words if word < whole) % n


def drawn(terms: Mapping[str, Any], seed: bytes) -> list[dict[str, Any]]:
    """
    Get who is drawn: first of each stratum in the order drawn, then the reserves, each with officers.

    Raises DrawError for terms from which nothing can be drawn.
    """
    check_terms(terms)
    chosen: list[dict[str, Any]] = []
    reserves: list[dict[str, Any]] = []
    for stratum in terms["strata"]:
        urn = [one["id"] for one in terms["subjects"] if one["stratum"] == stratum["key"]]
        stream = Stream(terms["algorithm"], seed, f"subjects/{stratum['key']}")
        for place in range(stratum["take"] + stratum["reserve"]):
            other = place + stream.below(len(urn) - place)
            urn[place], urn[other] = urn[other], urn[place]
            is_reserve = place >= stratum["take"]
            (reserves if is_reserve else chosen).append(
                {
                    "subject": urn[place],
                    "stratum": stratum["key"],
                    "place": place - stratum["take"] * is_reserve + 1,
                    "reserve": is_reserve,
                }
            )
    found = [*chosen, *reserves]
    teams = _teams(terms, seed, [one["subject"] for one in found])
    return [one | {"officers": team} for one, team in zip(found, teams, strict=True)]


def _teams(terms: Mapping[str, Any], seed: bytes, subjects: Sequence[str]) -> Iterator[list[str]]:
    """Get the officers for each subject: those drawn least so far come first, lots decide among them."""
    stream = Stream(terms["algorithm"], seed, "officers")
    barred = {(officer, subject) for officer, subject in terms["barred"]}
    times = dict.fromkeys((one["id"] for one in terms["officers"]), 0)
    for subject in subjects:
        team: list[str] = []
        for _ in range(terms["each"]):
            free = [one for one in times if (one, subject) not in barred and one not in team]
            least = min(times[one] for one in free)
            even = [one for one in free if times[one] == least]
            team.append(even[stream.below(len(even))])
            times[team[-1]] += 1
        yield team


# --- whether terms can be drawn from ---------------------------------------------------------------


def check_terms(terms: Mapping[str, Any]) -> None:
    """Check that terms have the form of terms, in order, with enough of everything. Raises DrawError."""
    if terms.get("format") != FORMAT:
        raise DrawError(f"格式不是{FORMAT}")
    try:
        subjects, officers = _ids(terms["subjects"], "对象"), _ids(terms["officers"], "人员")
        strata = {one["key"]: one for one in terms["strata"]}
        each, barred = terms["each"], [(officer, subject) for officer, subject in terms["barred"]]
        sizes = Counter(one["stratum"] for one in terms["subjects"])
        if set(sizes) - set(strata) or len(strata) != len(terms["strata"]):
            raise DrawError("有对象不属于任何一层，或者同一层写了两次")
        if not _whole(each) or barred != sorted(set(barred)):
            raise DrawError("每组人数应为整数；应回避的应当排好，不重复")
        if any(one not in officers or other not in subjects for one, other in barred):
            raise DrawError("应回避的人员或者对象不在名单里")
        for key, one in strata.items():
            if not _whole(one["take"]) or not _whole(one["reserve"]):
                raise DrawError("抽取数和候补数应为整数")
            if one["take"] + one["reserve"] > sizes[key]:
                raise DrawError(f"“{one['label']}”只有{sizes[key]}个，不够抽取和候补")
        missing = Counter(subject for _, subject in barred)
        for subject in sorted(subjects):
            if len(officers) - missing[subject] < each:
                raise DrawError(f"{subject}除去应回避的，不足{each}名人员")
    except (KeyError, TypeError, AttributeError) as error:
        raise DrawError(f"抽取条件不完整：{error}") from error


def _ids(listed: Sequence[Mapping[str, Any]], what: str) -> set[str]:
    ids = [one["id"] for one in listed]
    if ids != sorted(set(ids)):
        raise DrawError(f"{what}应当按编号排好，不重复")
    return set(ids)


def _whole(value: object) -> bool:
    return type(value) is int and value >= 0


# --- verifying -------------------------------------------------------------------------------------


def verify(record: Mapping[str, Any], ledger: Sequence[str] = ()) -> list[str]:
    """
    Repeat a draw from its record and get what was found to hold, in words.

    `ledger` are the lines of a proof of the ledger; whether those are signed is for the ledger's own
    verifier. Raises DrawError for the first thing that is not as recorded.
    """
    try:
        terms, said = record["terms"], record["commitment"]
        check_terms(terms)
        held = [f"名单完整：{len(terms['subjects'])}个对象，{len(terms['officers'])}名人员"]
        if commitment(terms, b"", {})["terms"] != said["terms"]:
            raise DrawError("名单和规则与公布的摘要不符")
        held.append(f"名单和规则与事先公布的摘要相符：{said['terms']}")
        if record.get("secret") is None:
            held.append("还没有抽取；抽取后请用新的文件再核对一次")
        else:
            held += _verified_lots(record)
        if ledger:
            held.append(_in_ledger(record, ledger))
    except (KeyError, TypeError, AttributeError) as error:
        raise DrawError(f"文件不完整：{error}") from error
    return held


def _verified_lots(record: Mapping[str, Any]) -> list[str]:
    terms, said, numbers = record["terms"], record["commitment"], record["numbers"]
    secret = _bytes(record["secret"])
    given = {key: numbers[key] for key in said["numbers"]}
    if commitment(terms, secret, given) != said:
        raise DrawError("密数或者事先填写的数与公布的摘要不符")
    seed = seed_of(terms, secret, numbers)
    if seed.hex() != record["seed"]:
        raise DrawError("种子算出来不一样")
    if drawn(terms, seed) != record["result"]:
        raise DrawError("按同样的名单、密数和各方的数，抽出来的结果不一样")
    return [
        "密数和事先填写的数与摘要相符",
        f"种子相符：{seed.hex()}",
        f"重新抽取，{len(record['result'])}个结果逐一相符",
    ]


def _bytes(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise DrawError("密数不是十六进制") from error


def _in_ledger(record: Mapping[str, Any], ledger: Sequence[str]) -> str:
    """Check that the ledger wrote down the commitment, and after it the numbers and the result."""
    lines = [json.loads(text).get("line") for text in ledger if text.strip()]
    said = {line["did"]: line for line in lines if line and line["about"] == record["about"]}
    if "draw.commit" not in said:
        raise DrawError("账本证明里没有这次抽取的承诺")
    if said["draw.commit"]["says"]["commitment"] != record["commitment"]:
        raise DrawError("账本里的承诺与文件里的不同")
    if record.get("secret") is None:
        return f"承诺在账本第{said['draw.commit']['number']}行"
    done = said.get("draw.carry_out")
    if done is None or done["number"] < said["draw.commit"]["number"]:
        raise DrawError("账本里没有抽取的一行，或者它在承诺以前")
    shown = {key: record[key] for key in ("secret", "numbers", "seed", "result")}
    if {key: done["says"][key] for key in shown} != shown:
        raise DrawError("账本里的结果与文件里的不同")
    return (
        f"承诺在账本第{said['draw.commit']['number']}行，结果在第{done['number']}行，都与文件相符"
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise DrawError("同一个键写了两次")
    return dict(pairs)


def main(arguments: Sequence[str] | None = None) -> int:
    """Repeat the draw in the file named on the command line, with the proof named after it."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words:
        sys.stderr.write("用法：python3 draw_verifier.py 抽取文件.json [账本证明.jsonl]\n")
        return 2
    try:
        texts = [Path(word).read_text("utf-8") for word in words[:2]]
        record = json.loads(texts[0], object_pairs_hook=_once)
        held = verify(record, texts[1].splitlines() if texts[1:] else ())
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"读不了文件：{error}\n")
        return 2
    except ValueError as error:
        sys.stderr.write(f"核对不通过：{error}\n")
        return 1
    sys.stdout.write("核对通过\n" + "".join(f"- {one}\n" for one in held))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""
Verifies an exported ledger with nothing but this file and Python's standard library.

    python3 verifier.py export.jsonl [public key…] [kept checkpoint.jsonl…]

A public key (hexadecimal, from elsewhere) says whose signatures count; without one the export vouches
for itself only. A checkpoint kept from earlier finds a ledger that was written anew since.

It knows the form of an export, how lines are hashed, and what a signature is; the rest of the
package builds on it, so that what is written and what is verified cannot come apart. It imports
nothing of the project: anyone may copy this one file and read it.

An export is a text of JSON lines: a header, then in any order that lets each be checked when it comes:
lines of the ledger (all of them, or some, each with the proof that it is part of what a checkpoint
before it signed), checkpoints, proofs that a later checkpoint continues an earlier one, and keys that
took over from earlier keys.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

FORMAT = "zhunsheng-ledger/1"
ALGORITHMS = ("sm3", "sha256")
MAX_LINE = 4 * 1024 * 1024
MAX_INTEGER = 2**53 - 1
_MAX_DEPTH = 32
_LEAF, _NODE, _COMMITMENT = b"\x00", b"\x01", b"\x02"


class LedgerError(ValueError):
    """Something that is not as it was written; the text says what, and on which line."""


# --- canonical form ------------------------------------------------------------------------------


def canonical(value: object) -> bytes:
    """
    Get the one sequence of bytes that stands for a value.

    Keys are sorted, nothing is spaced, text is UTF-8. Raises LedgerError for what has no such form:
    numbers with a fraction (amounts of money are integers of 分), integers beyond 2**53 - 1, keys that
    are no text, values nested deeper than 32.

    >>> canonical({"b": [1, None], "a": "准绳"}).decode()
    '{"a":"准绳","b":[1,null]}'
    """
    _check(value, _MAX_DEPTH)
    try:
        return _ENCODER.encode(value).encode("utf-8")
    except UnicodeEncodeError as error:
        raise LedgerError(f"文字里有不成对的代理字符：{error}") from error


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _check(value: object, depth: int) -> None:
    if value is None or isinstance(value, (str, bool)):
        return
    if isinstance(value, int):
        if not -MAX_INTEGER <= value <= MAX_INTEGER:
            raise LedgerError("有整数的绝对值超过2的53次方减1，太大")
        return
    if depth == 0:
        raise LedgerError(f"嵌套超过{_MAX_DEPTH}层")
    if isinstance(value, (list, tuple)):
        for item in value:
            _check(item, depth - 1)
        return
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise LedgerError(f"键{key!r}不是文字")
            _check(item, depth - 1)
        return
    raise LedgerError(f"{type(value).__name__}没有规范写法；小数请换算成整数")


# --- hashes and the tree -------------------------------------------------------------------------

# Some builds of Python come without SM3; the verifier brings its own, slow but the same.
_HAS_SM3 = "sm3" in hashlib.algorithms_available
_WORD = 2**32 - 1
_SM3_START = (
    *(0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600),
    *(0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E),
)


def _turned(word: int, places: int) -> int:
    """Get a word of 32 bits turned to the left."""
    places %= 32
    return (word << places | word >> 32 - places) & _WORD


_SM3_TURNED = [_turned(0x79CC4519 if n < 16 else 0x7A879D8A, n) for n in range(64)]


def sm3(content: bytes) -> bytes:
    """Get the SM3 hash of some bytes (GB/T 32905-2016), without any library."""
    padding = b"\x80" + bytes(-(len(content) + 9) % 64) + (len(content) * 8).to_bytes(8, "big")
    state: tuple[int, ...] = _SM3_START
    for start in range(0, len(content) + len(padding), 64):
        block = (content[start : start + 64] + padding[max(0, start - len(content)) :])[:64]
        state = tuple(
            old ^ new for old, new in zip(state, _sm3_compressed(state, block), strict=True)
        )
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
        first = _turned(turned + e + _SM3_TURNED[n] & _WORD, 7)
        if n < 16:
            left, right = a ^ b ^ c, e ^ f ^ g
        else:
            left, right = a & b | a & c | b & c, e & f | ~e & g
        left = left + d + (first ^ turned) + (words[n] ^ words[n + 4]) & _WORD
        right = right + h + first + words[n] & _WORD
        a, b, c, d = left, a, _turned(b, 9), c
        e, f, g, h = right ^ _turned(right, 9) ^ _turned(right, 17), e, _turned(f, 19), g
    return a, b, c, d, e, f, g, h


def digest(algorithm: str, *parts: bytes) -> bytes:
    """Get the hash of some bytes. Raises LedgerError for an algorithm that is not to be had."""
    if algorithm not in ALGORITHMS:
        raise LedgerError(f"不认识的算法{algorithm}，可以用{'、'.join(ALGORITHMS)}")
    content = b"".join(parts)
    if algorithm == "sm3":
        return hashlib.new("sm3", content).digest() if _HAS_SM3 else sm3(content)
    return hashlib.sha256(content).digest()


def leaf(algorithm: str, line: bytes) -> bytes:
    """Get the hash of a line as a leaf of the tree."""
    return digest(algorithm, _LEAF, line)


def node(algorithm: str, left: bytes, right: bytes) -> bytes:
    """Get the hash over two parts of the tree."""
    return digest(algorithm, _NODE, left, right)


def commitment(algorithm: str, salt: bytes, value: object) -> bytes:
    """
    Get what stands in the ledger for a personal value.

    Without the salt nobody can find the value by trying; once salt and value are erased, the
    commitment says nothing any more, and every proof still holds.
    """
    return digest(algorithm, _COMMITMENT, salt, canonical(value))


class Tree:
    """
    The root of a tree that grows line by line, in memory that grows with the logarithm.

    The tree is that of RFC 6962 (section 2.1).
    """

    def __init__(self, algorithm: str) -> None:
        self.algorithm = algorithm
        self.size = 0
        self._peaks: list[tuple[int, bytes]] = []

    def add(self, hashed: bytes) -> None:
        """Add the hash of a leaf."""
        self.size += 1
        width = 1
        while self._peaks and self._peaks[-1][0] == width:
            _, left = self._peaks.pop()
            hashed, width = node(self.algorithm, left, hashed), width * 2
        self._peaks.append((width, hashed))

    def root(self) -> bytes:
        """Get the root; that of nothing is the hash of nothing."""
        if not self._peaks:
            return digest(self.algorithm)
        found = self._peaks[-1][1]
        for _, left in reversed(self._peaks[:-1]):
            found = node(self.algorithm, left, found)
        return found


def root_of_inclusion(
    algorithm: str, hashed: bytes, index: int, size: int, path: Sequence[bytes]
) -> bytes:
    """
    Get the root that a leaf's proof leads to (RFC 9162, section 2.1.3.2).

    Raises LedgerError for a proof of the wrong length.
    """
    if not 0 <= index < size:
        raise LedgerError(f"第{index}行不在{size}行之内")
    found, position, last = hashed, index, size - 1
    for sibling in path:
        if last == 0:
            raise LedgerError("存在证明太长")
        if position % 2 or position == last:
            found = node(algorithm, sibling, found)
            while position % 2 == 0 and position:
                position, last = position // 2, last // 2
        else:
            found = node(algorithm, found, sibling)
        position, last = position // 2, last // 2
    if last:
        raise LedgerError("存在证明太短")
    return found


def check_consistency(
    algorithm: str, old: tuple[int, bytes], new: tuple[int, bytes], path: Sequence[bytes]
) -> None:
    """
    Check that a larger tree begins with a smaller one (RFC 9162, section 2.1.4.2).

    `old` and `new` are size and root. Raises LedgerError where it does not.
    """
    (first, old_root), (second, new_root) = old, new
    if first in {0, second}:
        if path or old_root != (digest(algorithm) if first == 0 else new_root):
            raise LedgerError("两个检查点对不上：同样的行数，不同的根")
        return
    if first > second:
        raise LedgerError("后一个检查点的行数反而少")
    rest = list(path)
    if first & (first - 1) == 0:
        rest.insert(0, old_root)
    if not rest:
        raise LedgerError("一致性证明太短")
    position, last = first - 1, second - 1
    while position % 2:
        position, last = position // 2, last // 2
    before = after = rest[0]
    for sibling in rest[1:]:
        if last == 0:
            raise LedgerError("一致性证明太长")
        if position % 2 or position == last:
            before, after = node(algorithm, sibling, before), node(algorithm, sibling, after)
            while position % 2 == 0 and position:
                position, last = position // 2, last // 2
        else:
            after = node(algorithm, after, sibling)
        position, last = position // 2, last // 2
    if last or before != old_root or after != new_root:
        raise LedgerError("后来的账不是从原来的账接下去的")


# --- signatures: Ed25519, RFC 8032 ---------------------------------------------------------------

_P = 2**255 - 19
_ORDER = 2**252 + 27742317777372353535851937790883648493
_D = -121665 * pow(121666, _P - 2, _P) % _P
_Point = tuple[int, int, int, int]


def _add(one: _Point, other: _Point) -> _Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(scalar: int, point: _Point) -> _Point:
    found: _Point = (0, 1, 1, 0)
    while scalar:
        if scalar % 2:
            found = _add(found, point)
        point, scalar = _add(point, point), scalar // 2
    return found


def _point(encoded: bytes) -> _Point | None:
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, _P - 2, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * pow(2, (_P - 1) // 4, _P) % _P
    if (x * x - square) % _P or (x == 0 and sign):
        return None
    x = _P - x if x % 2 != sign else x
    return x, y, 1, x * y % _P


def ed25519_verifies(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether an Ed25519 signature of a message is that of a key."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, commit = _point(public), _point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    base = _point((4 * pow(5, _P - 2, _P) % _P).to_bytes(32, "little"))
    if key is None or commit is None or base is None or scalar >= _ORDER:
        return False
    hashed = hashlib.sha512(signature[:32] + public + message).digest()
    challenge = int.from_bytes(hashed, "little") % _ORDER
    one, other = _times(scalar, base), _add(commit, _times(challenge, key))
    return (one[0] * other[2] - other[0] * one[2]) % _P == 0 and (
        one[1] * other[2] - other[1] * one[2]
    ) % _P == 0


# --- signatures: SM2 with SM3 on the recommended curve, GB/T 32918.2 and .5 ------------------------

_SM2_P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
_SM2_A = _SM2_P - 3
_SM2_B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
_SM2_ORDER = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
_SM2_BASE = (
    0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
    0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0,
)
SM2_ID = b"1234567812345678"
_OnCurve = tuple[int, int] | None  # None stands for the point at infinity


def _sm2_add(one: _OnCurve, other: _OnCurve) -> _OnCurve:
    if one is None or other is None:
        return one or other
    if one[0] == other[0]:
        if (one[1] + other[1]) % _SM2_P == 0:
            return None
        slope = (3 * one[0] * one[0] + _SM2_A) * pow(2 * one[1], -1, _SM2_P)
    else:
        slope = (other[1] - one[1]) * pow(other[0] - one[0], -1, _SM2_P)
    x = (slope * slope - one[0] - other[0]) % _SM2_P
    return x, (slope * (one[0] - x) - one[1]) % _SM2_P


def _sm2_times(scalar: int, point: _OnCurve) -> _OnCurve:
    found: _OnCurve = None
    while scalar:
        if scalar % 2:
            found = _sm2_add(found, point)
        point, scalar = _sm2_add(point, point), scalar // 2
    return found


def sm2_public(secret: bytes) -> bytes:
    """Get the public key (x and y, 64 bytes) of a secret one. Raises LedgerError for none."""
    found = _sm2_times(int.from_bytes(secret, "big") % _SM2_ORDER, _SM2_BASE)
    if found is None:
        raise LedgerError("不是SM2私钥")
    return b"".join(part.to_bytes(32, "big") for part in found)


def sm2_digest(public: bytes, message: bytes, identity: bytes = SM2_ID) -> bytes:
    """Get what SM2 signs of a message: the SM3 hash over who signs, by which key, and the message."""
    fixed = (_SM2_A, _SM2_B, *_SM2_BASE)
    curve = b"".join(number.to_bytes(32, "big") for number in fixed)
    who = (len(identity) * 8).to_bytes(2, "big") + identity + curve + public
    return digest("sm3", digest("sm3", who), message)


def sm2_verifies(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether an SM2 signature (r and s, 64 bytes) of a message is that of a key."""
    if len(public) != 64 or len(signature) != 64:
        return False
    x, y = (int.from_bytes(half, "big") for half in (public[:32], public[32:]))
    r, s = (int.from_bytes(half, "big") for half in (signature[:32], signature[32:]))
    if max(x, y) >= _SM2_P or (y * y - x * x * x - _SM2_A * x - _SM2_B) % _SM2_P:
        return False
    total = (r + s) % _SM2_ORDER
    if not 0 < r < _SM2_ORDER or not 0 < s < _SM2_ORDER or total == 0:
        return False
    found = _sm2_add(_sm2_times(s, _SM2_BASE), _sm2_times(total, (x, y)))
    hashed = int.from_bytes(sm2_digest(public, message), "big")
    return found is not None and (hashed + found[0]) % _SM2_ORDER == r


def verifies(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether a signature is that of a key: keys of 32 bytes are Ed25519's, keys of 64 SM2's."""
    return (sm2_verifies if len(public) == 64 else ed25519_verifies)(public, message, signature)


# --- exports -------------------------------------------------------------------------------------


class Report:
    """What was verified: how many lines, how many checkpoints with a good signature."""

    def __init__(self) -> None:
        self.lines = 0
        self.proofs = 0
        self.checkpoints = 0
        self.continued = 0
        self.kept = 0
        self.erased = 0
        self.signed_size = 0


def verify(
    texts: Iterable[str],
    trusted: Iterable[str] = (),
    kept: Iterable[tuple[int, str]] = (),
) -> Report:
    """
    Verify an export, line by line.

    `trusted` are public keys (hexadecimal) from elsewhere: without them the export vouches for itself
    only. `kept` are sizes and roots of checkpoints kept from earlier. Raises LedgerError, which names
    the line of the export, for the first thing that is wrong.
    """
    numbered = enumerate(texts, start=1)
    header = _header(next(numbered, (1, ""))[1])
    state = _State(header, frozenset(key.lower() for key in trusted), dict(kept))
    for number, text in numbered:
        try:
            state.take(_object(text))
        except LedgerError as error:
            raise LedgerError(f"导出文件第{number}行：{error}") from error
    state.end()
    return state.report


class _State:
    """What has been seen of an export so far."""

    def __init__(
        self, header: dict[str, Any], trusted: frozenset[str], kept: dict[int, str]
    ) -> None:
        self.algorithm: str = header["algorithm"]
        self.keys: dict[str, str] = header["keys"]
        self.whole: bool = header["whole"]
        self.trusted = set(trusted)
        self.kept = kept
        self.retired: dict[str, int] = {}
        self.tree = Tree(self.algorithm)
        self.previous = ""
        self.report = Report()
        self.roots: dict[int, str] = {}
        self.continued: set[int] = set()
        self.last_key = ""
        self._look_at_size()

    def take(self, item: dict[str, Any]) -> None:
        if "line" in item:
            self._line(item)
        elif "checkpoint" in item:
            self._checkpoint(item)
        elif "continues" in item:
            self._continuation(item)
        elif "succession" in item:
            self._succession(item)
        else:
            raise LedgerError("既不是账目，也不是检查点")

    def _line(self, item: dict[str, Any]) -> None:
        line = item["line"]
        if not isinstance(line, dict) or type(line.get("number")) is not int:
            raise LedgerError("账目没有行号")
        number: int = line["number"]
        hashed = leaf(self.algorithm, canonical(line))
        if item.get("digest") != hashed.hex():
            raise LedgerError(f"账目{number}的内容与它的摘要不符，被改动过")
        self.report.lines += 1
        self._open(line, item.get("personal", {}))
        if not self.whole:
            self._prove(number, hashed, _path(item.get("proof")))
            return
        if number != self.tree.size or line.get("previous") != self.previous:
            raise LedgerError(f"账目{number}没有接在前一行之后，有账目被删去、插入或者换位")
        self.previous = hashed.hex()
        self.tree.add(hashed)
        self._look_at_size()

    def _prove(self, number: int, hashed: bytes, path: list[bytes]) -> None:
        if not self.roots:
            raise LedgerError("之前没有检查点，无从核对")
        size = max(self.roots)
        found = root_of_inclusion(self.algorithm, hashed, number, size, path)
        if found.hex() != self.roots[size]:
            raise LedgerError(f"账目{number}不在签名的账里")
        self.report.proofs += 1

    def _open(self, line: dict[str, Any], personal: object) -> None:
        """Check personal values that are shown against their commitments; erased ones are counted."""
        commitments = line.get("personal", {})
        if not isinstance(commitments, dict) or not isinstance(personal, dict):
            raise LedgerError("个人信息的承诺写法不对")
        if unknown := [name for name in personal if name not in commitments]:
            raise LedgerError(f"个人信息“{unknown[0]}”没有承诺")
        for name, committed in commitments.items():
            shown = personal.get(name)
            if shown is None:
                self.report.erased += 1
                continue
            if not isinstance(shown, dict) or not {"salt", "value"} <= shown.keys():
                raise LedgerError(f"个人信息“{name}”的写法不对")
            found = commitment(self.algorithm, _bytes(shown["salt"]), shown["value"])
            if found.hex() != committed:
                raise LedgerError(f"个人信息“{name}”与承诺不符，被改动过")

    def _checkpoint(self, item: dict[str, Any]) -> None:
        point = item["checkpoint"]
        if not isinstance(point, dict) or type(point.get("size")) is not int:
            raise LedgerError("检查点没有行数")
        size, root, key = point["size"], str(point.get("root")), str(point.get("key"))
        public = self._public(key)
        if self.trusted and public not in self.trusted:
            raise LedgerError(f"检查点用的密钥{key}不是可信的密钥")
        if size > self.retired.get(key, size):
            raise LedgerError(f"密钥{key}在第{self.retired[key]}行时已经停用，不能再签")
        if not verifies(_bytes(public), canonical(point), _bytes(item.get("signature"))):
            raise LedgerError(f"第{size}行处检查点的签名不对")
        if self.whole:
            self._compare_with_tree(size, root)
        if self.roots.setdefault(size, root) != root:
            raise LedgerError(f"有两个检查点都说{size}行，根却不同")
        if not self.whole and self.kept.get(size, root) != root:
            raise LedgerError(f"与保存的{size}行处的检查点不符，账被改写过")
        self.report.kept += not self.whole and size in self.kept
        self.report.checkpoints += 1
        if size >= self.report.signed_size:
            self.report.signed_size, self.last_key = size, key

    def _compare_with_tree(self, size: int, root: str) -> None:
        if size > self.tree.size:
            raise LedgerError(f"检查点说有{size}行，账里只有{self.tree.size}行，末尾被删去")
        if size < self.tree.size:
            raise LedgerError("检查点应当写在它所签的最后一行之后")
        if root != self.tree.root().hex():
            raise LedgerError(f"前{size}行与当时签名的检查点不符，被改动过")

    def _continuation(self, item: dict[str, Any]) -> None:
        """Check that a checkpoint continues an earlier one, both given before."""
        sizes = item["continues"]
        if not isinstance(sizes, list) or len(sizes) != 2:
            raise LedgerError("接续证明应写明两个检查点的行数")
        old, new = (self._root_at(size) for size in sizes)
        check_consistency(self.algorithm, old, new, _path(item.get("proof")))
        self.continued.add(old[0])
        self.report.continued += 1

    def _root_at(self, size: object) -> tuple[int, bytes]:
        if type(size) is not int or size not in self.roots:
            raise LedgerError(f"之前没有{size}行处的检查点")
        return size, _bytes(self.roots[size])

    def _succession(self, item: dict[str, Any]) -> None:
        """
        Check that a key took over from an earlier one, which both signed.

        Whoever trusts one of them trusts the other, the earlier one only up to where it ended.
        """
        said = item["succession"]
        if not isinstance(said, dict) or type(said.get("size")) is not int:
            raise LedgerError("密钥的接替没有写明行数")
        former, name = str(said.get("former")), str(said.get("key"))
        old, new = self._public(former), self._public(name)
        if (said.get("public"), said.get("former_public")) != (new, old) or former in self.retired:
            raise LedgerError(f"密钥{name}的接替与文件头不符")
        message = canonical(said)
        for public, part in ((old, "former_signature"), (new, "signature")):
            if not verifies(_bytes(public), message, _bytes(item.get(part))):
                raise LedgerError(f"密钥{former}由{name}接替的签名不对")
        self.retired[former] = said["size"]
        if self.trusted & {old, new}:
            self.trusted |= {old, new}

    def _public(self, key: str) -> str:
        if key not in self.keys:
            raise LedgerError(f"密钥{key}不在文件头里")
        return self.keys[key]

    def _look_at_size(self) -> None:
        """Compare the tree with what somebody kept from when it was as long as it is now."""
        root = self.kept.get(self.tree.size) if self.whole else None
        if root is None:
            return
        if root != self.tree.root().hex():
            raise LedgerError(f"前{self.tree.size}行与保存的检查点不符，账被改写过")
        self.report.kept += 1

    def end(self) -> None:
        if not self.roots and not self.whole:
            raise LedgerError("没有检查点，无从核对")
        if not self.whole and (loose := self.roots.keys() - self.continued - {max(self.roots)}):
            raise LedgerError(f"{min(loose)}行处的检查点没有接续证明")
        if self.last_key in self.retired:
            raise LedgerError(f"最后的检查点由已经停用的密钥{self.last_key}签名")
        if missing := [size for size in self.kept if self.whole and size > self.tree.size]:
            raise LedgerError(
                f"保存的检查点有{missing[0]}行，账里只有{self.tree.size}行，末尾被删去"
            )
        if not self.whole and self.report.kept < len(self.kept):
            raise LedgerError("文件里没有与保存的检查点行数相同的检查点，请用完整的账核对")


def _header(text: str) -> dict[str, Any]:
    header = _object(text)
    if header.get("format") != FORMAT:
        raise LedgerError(f"不是准绳的账目导出文件（第一行应写明{FORMAT}）")
    keys, whole = header.get("keys"), header.get("whole")
    if not isinstance(keys, dict) or not isinstance(whole, bool):
        raise LedgerError("文件头缺少keys或whole")
    if not all(isinstance(key, str) for key in keys.values()):
        raise LedgerError("文件头的公钥应为十六进制文字")
    digest(str(header.get("algorithm")))
    return header


def _object(text: str) -> dict[str, Any]:
    if len(text) > MAX_LINE:
        raise LedgerError("这一行太长")
    try:
        found = json.loads(
            text, parse_float=_no_float, parse_constant=_no_float, object_pairs_hook=_said_once
        )
    except LedgerError:
        raise
    except (ValueError, RecursionError) as error:
        raise LedgerError(f"不是JSON：{error}") from error
    if not isinstance(found, dict):
        raise LedgerError("应为一个JSON对象")
    return found


def _said_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise LedgerError("同一个键写了两次")
    return found


def _no_float(text: str) -> object:
    raise LedgerError(f"不应有小数{text[:40]}")


def _bytes(text: object) -> bytes:
    try:
        return bytes.fromhex(str(text))
    except ValueError as error:
        raise LedgerError(f"不是十六进制：{str(text)[:40]}") from error


def _path(proof: object) -> list[bytes]:
    if not isinstance(proof, list):
        raise LedgerError("没有证明")
    return [_bytes(part) for part in proof]


def kept_checkpoints(texts: Iterable[str]) -> dict[int, str]:
    """Get sizes and roots of the checkpoints of an export kept from earlier. Raises LedgerError."""
    found = {}
    for text in texts:
        point = _object(text).get("checkpoint")
        if isinstance(point, dict) and type(point.get("size")) is int:
            found[point["size"]] = str(point.get("root"))
    if not found:
        raise LedgerError("保存的文件里没有检查点")
    return found


def _texts(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        while text := lines.readline(MAX_LINE + 1):
            yield text


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify the export named on the command line by the keys and kept checkpoints named after it."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words:
        sys.stderr.write("用法：python3 verifier.py 导出文件 [可信公钥…] [保存的检查点文件…]\n")
        return 2
    keys = [word for word in words[1:] if not word.strip("0123456789abcdefABCDEF")]
    files = [word for word in words[1:] if word not in keys]
    kept: dict[int, str] = {}
    reading = words[0]
    try:
        for reading in files:
            kept |= kept_checkpoints(_texts(Path(reading)))
        reading = words[0]
        report = verify(_texts(Path(reading)), keys, kept.items())
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"读不了{reading}：{error}\n")
        return 2
    except LedgerError as error:
        sys.stderr.write(f"核对不通过：{error}\n")
        return 1
    sys.stdout.write(_outcome(report, trusts=bool(keys)))
    return 0


def _outcome(report: Report, *, trusts: bool) -> str:
    parts = [
        f"{report.lines}行账目",
        f"{report.checkpoints}个有签名的检查点",
        f"{report.proofs}个存在证明",
        f"{report.continued}个接续证明",
        f"与{report.kept}个保存的检查点相符",
    ]
    said = f"核对通过：{'，'.join(parts)}；{report.erased}处个人信息已抹去或者未随附。\n"
    if report.lines > report.signed_size and not report.proofs:
        said += f"注意：第{report.signed_size}行以后的账目还没有检查点签名。\n"
    if not trusts:
        said += "注意：没有给出可信公钥，只核对了文件自身是否一致。\n"
    return said


if __name__ == "__main__":
    sys.exit(main())

"""
Verifies an exported ledger with nothing but this file and Python's standard library.

    python3 verifier.py export.jsonl

It knows the form of an export, how lines are hashed, and what a signature is; the rest of the
package builds on it, so that what is written and what is verified cannot come apart. It imports
nothing of the project: anyone may copy this one file and read it.

An export is a text of JSON lines: first a header, then the lines of the ledger (all of them, or some,
each with the proof that it is part of the whole), then checkpoints with signatures.
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
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise LedgerError(f"文字里有不成对的代理字符：{error}") from error


def _check(value: object, depth: int) -> None:
    if depth == 0:
        raise LedgerError(f"嵌套超过{_MAX_DEPTH}层")
    if value is None or isinstance(value, str | bool):
        return
    if isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise LedgerError(f"整数{value}太大，不超过2的53次方")
        return
    if isinstance(value, list | tuple):
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


def digest(algorithm: str, *parts: bytes) -> bytes:
    """Get the hash of some bytes. Raises LedgerError for an algorithm that is not to be had."""
    if algorithm not in ALGORITHMS:
        raise LedgerError(f"不认识的算法{algorithm}，可以用{'、'.join(ALGORITHMS)}")
    try:
        found = hashlib.new(algorithm)
    except ValueError as error:
        raise LedgerError(f"本机的Python没有{algorithm}，请换一台机器核对") from error
    for part in parts:
        found.update(part)
    return found.digest()


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
        if path or (first == second and old_root != new_root):
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


# --- exports -------------------------------------------------------------------------------------


class Report:
    """What was verified: how many lines, how many checkpoints with a good signature."""

    def __init__(self) -> None:
        self.lines = 0
        self.proofs = 0
        self.checkpoints = 0
        self.erased = 0


def verify(texts: Iterable[str], trusted: Iterable[str] = ()) -> Report:
    """
    Verify an export, line by line.

    `trusted` are public keys (hex) from elsewhere: without them the export vouches for itself only.
    Raises LedgerError, which names the line of the export, for the first thing that is wrong.
    """
    numbered = enumerate(texts, start=1)
    header = _header(next(numbered, (1, ""))[1])
    state = _State(header, frozenset(trusted))
    for number, text in numbered:
        try:
            state.take(_object(text))
        except LedgerError as error:
            raise LedgerError(f"导出文件第{number}行：{error}") from error
    state.end()
    return state.report


class _State:
    """What has been seen of an export so far."""

    def __init__(self, header: dict[str, Any], trusted: frozenset[str]) -> None:
        self.algorithm: str = header["algorithm"]
        self.keys: dict[str, str] = header["keys"]
        self.whole: bool = header["whole"]
        self.trusted = trusted
        self.tree = Tree(self.algorithm)
        self.previous = ""
        self.proofs: list[tuple[int, bytes, list[bytes]]] = []
        self.report = Report()
        self.roots: dict[int, str] = {}

    def take(self, item: dict[str, Any]) -> None:
        if "line" in item:
            self._line(item)
        elif "checkpoint" in item:
            self._checkpoint(item)
        else:
            raise LedgerError("既不是账目，也不是检查点")

    def _line(self, item: dict[str, Any]) -> None:
        line = item["line"]
        if not isinstance(line, dict) or not isinstance(line.get("number"), int):
            raise LedgerError("账目没有行号")
        hashed = leaf(self.algorithm, canonical(line))
        if item.get("digest") != hashed.hex():
            raise LedgerError(f"账目{line['number']}的内容与它的摘要不符，被改动过")
        self.report.lines += 1
        self._open(line, item.get("personal", {}))
        if not self.whole:
            path = [_bytes(part) for part in item.get("proof", [])]
            self.proofs.append((line["number"], hashed, path))
            return
        if line["number"] != self.tree.size or line.get("previous") != self.previous:
            raise LedgerError(f"账目{line['number']}没有接在前一行之后，有账目被删去、插入或者换位")
        self.previous = hashed.hex()
        self.tree.add(hashed)

    def _open(self, line: dict[str, Any], personal: object) -> None:
        """Check personal values that are shown against their commitments; erased ones are counted."""
        commitments = line.get("personal", {})
        if not isinstance(commitments, dict) or not isinstance(personal, dict):
            raise LedgerError("个人信息的承诺写法不对")
        for name, committed in commitments.items():
            shown = personal.get(name)
            if shown is None:
                self.report.erased += 1
            elif (
                commitment(self.algorithm, _bytes(shown["salt"]), shown["value"]).hex() != committed
            ):
                raise LedgerError(f"账目{line['number']}的“{name}”与承诺不符，被改动过")

    def _checkpoint(self, item: dict[str, Any]) -> None:
        point = item["checkpoint"]
        if not isinstance(point, dict) or not isinstance(point.get("size"), int):
            raise LedgerError("检查点没有行数")
        public = self.keys.get(str(point.get("key")))
        if public is None:
            raise LedgerError(f"检查点用的密钥{point.get('key')}不在文件头里")
        if self.trusted and public not in self.trusted:
            raise LedgerError(f"检查点用的密钥{point.get('key')}不是可信的密钥")
        if not ed25519_verifies(_bytes(public), canonical(point), _bytes(item.get("signature"))):
            raise LedgerError(f"第{point['size']}行处检查点的签名不对")
        if (
            self.whole
            and point["size"] == self.tree.size
            and (point.get("root") != self.tree.root().hex())
        ):
            raise LedgerError(f"前{point['size']}行与当时签名的检查点不符，被改动过")
        if self.whole and point["size"] > self.tree.size:
            raise LedgerError(
                f"检查点说有{point['size']}行，账里只有{self.tree.size}行，末尾被删去"
            )
        if self.whole and point["size"] < self.tree.size:
            raise LedgerError("检查点应当写在它所签的最后一行之后")
        self.roots[point["size"]] = str(point.get("root"))
        self.report.checkpoints += 1

    def end(self) -> None:
        if self.whole:
            return
        if not self.roots:
            raise LedgerError("没有检查点，无从核对")
        size = max(self.roots)
        for number, hashed, path in self.proofs:
            found = root_of_inclusion(self.algorithm, hashed, number, size, path)
            if found.hex() != self.roots[size]:
                raise LedgerError(f"账目{number}不在签名的账里")
            self.report.proofs += 1


def _header(text: str) -> dict[str, Any]:
    header = _object(text)
    if header.get("format") != FORMAT:
        raise LedgerError(f"不是准绳的账目导出文件（第一行应写明{FORMAT}）")
    keys, whole = header.get("keys"), header.get("whole")
    if not isinstance(keys, dict) or not isinstance(whole, bool):
        raise LedgerError("文件头缺少keys或whole")
    digest(str(header.get("algorithm")))
    return header


def _object(text: str) -> dict[str, Any]:
    if len(text) > MAX_LINE:
        raise LedgerError("这一行太长")
    try:
        found = json.loads(text, parse_float=_no_float, parse_constant=_no_float)
    except (ValueError, RecursionError) as error:
        raise LedgerError(f"不是JSON：{error}") from error
    if not isinstance(found, dict):
        raise LedgerError("应为一个JSON对象")
    return found


def _no_float(text: str) -> object:
    raise LedgerError(f"不应有小数{text}")


def _bytes(text: object) -> bytes:
    try:
        return bytes.fromhex(str(text))
    except ValueError as error:
        raise LedgerError(f"不是十六进制：{str(text)[:40]}") from error


def _texts(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        while text := lines.readline(MAX_LINE + 1):
            yield text


def main(arguments: Sequence[str] | None = None) -> int:
    """Verify the export named on the command line; further words are keys that are trusted."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words:
        sys.stderr.write("用法：python3 verifier.py 导出文件 [可信公钥…]\n")
        return 2
    try:
        report = verify(_texts(Path(words[0])), words[1:])
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"读不了{words[0]}：{error}\n")
        return 2
    except LedgerError as error:
        sys.stderr.write(f"核对不通过：{error}\n")
        return 1
    sys.stdout.write(
        f"核对通过：{report.lines}行账目，{report.checkpoints}个有签名的检查点，"
        f"{report.proofs}个存在证明；{report.erased}处个人信息已抹去或者未随附。\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

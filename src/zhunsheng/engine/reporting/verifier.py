"""
Checks a report's file against the JSON that goes with it, and that against the ledger.

    python3 report_verifier.pyz figures.json [report.docx] [report.html] [report.txt] [report.pdf]
                                [ledger-proof.jsonl] [kept checkpoint.jsonl…] [public key…]

It says whether the JSON agrees with itself (its digests; each printed figure follows from its exact
counts), whether each file says what the JSON says, naming each figure and each word that differs, and
whether the ledger holds these digests. It needs Python's standard library and the ledger's verifier, which
is shipped in the same file (`verifier_bundle`); it imports nothing else of the project, and anyone may read
it. Text alone is compared, not how it looks: see `verifier_files`.

Exit code: 0 where everything given holds, 1 where something does not, 2 where something cannot be read,
3 where all holds that could be checked but a PDF could not.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from zhunsheng.engine.ledger import verifier as of_ledger
from zhunsheng.engine.ledger.verifier import LedgerError
from zhunsheng.engine.reporting.verifier_differences import differences
from zhunsheng.engine.reporting.verifier_files import MOST_BYTES, opened_file
from zhunsheng.engine.reporting.verifier_record import FORMAT, ReportError, disagreements, opened

__all__ = ["FORMAT", "Outcome", "ReportError", "main", "verify"]

REGISTER, STEP = "annual_report.report", "finalise"
_USAGE = (
    "用法：python3 report_verifier.pyz 数据文件.json [报告.docx|报告.html|报告.txt] [报告.pdf] "
    "[账本证明.jsonl] [保存的检查点.jsonl…] [可信公钥…]\n"
)


@dataclass(slots=True)
class Outcome:
    """What was found: what holds, what does not, what could not be checked, and what to bear in mind."""

    holds: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    unchecked: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def code(self) -> int:
        """The exit code: 0, 1 or 3."""
        return 1 if self.wrong else 3 if self.unchecked else 0

    @property
    def text(self) -> str:
        """All that was found, as people read it."""
        first = ("核对通过", "核对不通过", "", "已核对的部分通过，还有部分没有核对")[self.code]
        listed = [
            *(f"不符：{one}" for one in self.wrong),
            *self.holds,
            *(f"没有核对：{one}" for one in self.unchecked),
            *(f"注意：{one}" for one in self.notes),
        ]
        return "\n".join([first, *(f"- {one}" for one in listed)]) + "\n"


def verify(
    record: bytes,
    files: Mapping[str, bytes],
    proof: Sequence[str] = (),
    *,
    kept: Iterable[str] = (),
    trusted: Iterable[str] = (),
) -> Outcome:
    """
    Check a report's JSON, its files by their names, and the proof of the ledger (its lines).

    `kept` are the lines of a checkpoint kept from earlier, `trusted` public keys from elsewhere. Raises
    ReportError where the JSON itself cannot be read.
    """
    found, said = Outcome(), opened(record)
    found.wrong += disagreements(said)
    if not found.wrong:
        found.holds.append(f"数据文件前后一致：{len(said['figures'])}个数字都能由原始数算出")
    in_ledger: Mapping[str, Any] = {}
    if proof:
        in_ledger = _ledger(found, said, proof, list(kept), list(trusted))
    else:
        found.notes.append("没有给出账本证明，只核对了文件之间是否一致")
    if not files:
        found.notes.append("没有给出报告文件，只核对了数据文件")
    for name, content in files.items():
        if name.lower().endswith(".pdf"):
            _pdf(found, said, in_ledger, name, content)
        else:
            _file(found, said, name, content)
    return found


def _file(found: Outcome, said: Mapping[str, Any], name: str, content: bytes) -> None:
    """Check the text of a file."""
    try:
        read = opened_file(name, content)
    except ReportError as error:
        found.wrong.append(f"{name}：{error}")
        return
    wrong = differences(said, read.lines, plain=name.lower().endswith(".txt"))
    found.wrong += [f"{name}：{one}" for one in wrong]
    if not wrong:
        found.holds.append(f"{name}的正文与数据文件逐段相符")
    found.notes += [f"{name}：{one}" for one in read.notes]
    found.notes.append(
        f"{name}：核对的是正文的文字；页眉页脚、版头、附件“数字来源”和样式不在核对之内"
    )


def _pdf(
    found: Outcome,
    said: Mapping[str, Any],
    in_ledger: Mapping[str, Any],
    name: str,
    content: bytes,
) -> None:
    """Check the digest of a PDF, where one is known."""
    known = str(in_ledger.get("pdf_digest") or said["pdf_digest"]).lower()
    if not known:
        found.unchecked.append(f"{name}：数据文件和账本里没有它的摘要；请核对docx或者html文件")
    elif hashlib.sha256(content).hexdigest() == known:
        found.holds.append(f"{name}与记下的SHA-256摘要相符")
    else:
        found.wrong.append(f"{name}：与记下的SHA-256摘要不符，不是当时的文件")


# --- ledger --------------------------------------------------------------------------------------


def _ledger(
    found: Outcome,
    said: Mapping[str, Any],
    proof: Sequence[str],
    kept: Sequence[str],
    trusted: Sequence[str],
) -> Mapping[str, Any]:
    """Check that the ledger wrote down these digests; get what its line changed."""
    try:
        points = of_ledger.kept_checkpoints(kept).items() if kept else ()
        verified = of_ledger.verify(proof, trusted, points)
    except LedgerError as error:
        found.wrong.append(f"账本证明：{error}")
        return {}
    if not trusted:
        found.notes.append("没有给出可信公钥，账本证明只核对了自身是否一致")
    lines = [line for text in proof if text.strip() if (line := json.loads(text).get("line"))]
    final = _final(found, said, lines)
    if final is None:
        return {}
    if verified.lines > verified.signed_size and not verified.proofs:
        found.notes.append(f"账本第{verified.signed_size}行以后还没有检查点签名")
    found.holds.append(
        f"账本第{final['number']}行（{str(final.get('at'))[:19]}定稿）记下的两个摘要与数据文件相符"
    )
    _position(found, said, final, lines)
    return _changed(final)


def _final(
    found: Outcome, said: Mapping[str, Any], lines: Sequence[Mapping[str, Any]]
) -> Mapping[str, Any] | None:
    """Get the line by which the report became final, if it holds these digests."""
    finals = [line for line in lines if _is_final(line)]
    if not finals:
        found.wrong.append("账本证明里没有报告定稿的那一行")
        return None
    digests = {"figures_digest": said["digests"]["figures"], "text_digest": said["digests"]["text"]}
    holding = [
        line for line in finals if {key: _changed(line).get(key) for key in digests} == digests
    ]
    if not holding:
        last = _changed(finals[-1])
        found.wrong.append(
            f"账本第{finals[-1]['number']}行定稿时记下的摘要与数据文件不符："
            f"正文{str(last.get('text_digest'))[:16]}……，数字{str(last.get('figures_digest'))[:16]}……"
        )
        return None
    final = holding[-1]
    for line in lines:
        if line.get("about") == final["about"] and line["number"] > final["number"]:
            _later(found, line, final)
    return final


def _later(found: Outcome, line: Mapping[str, Any], final: Mapping[str, Any]) -> None:
    """Look at a later line of the same report: one that takes the step back, or makes another text final."""
    says = line.get("says")
    withdrew = says.get("withdrew") if isinstance(says, dict) else None
    if line.get("did") == "entry.withdraw" and withdrew == final["number"]:
        found.wrong.append(f"账本第{line['number']}行撤回了这次定稿")
    elif _is_final(line):
        found.wrong.append(f"账本第{line['number']}行又定稿了一次，以那一次为准")


def _is_final(line: Mapping[str, Any]) -> bool:
    says = line.get("says")
    return (
        line.get("did") == "entry.step"
        and str(line.get("about")).startswith(f"{REGISTER}/")
        and isinstance(says, dict)
        and says.get("step") == STEP
    )


def _changed(line: Mapping[str, Any]) -> Mapping[str, Any]:
    changed = line["says"].get("changed")
    return changed if isinstance(changed, dict) else {}


def _position(
    found: Outcome,
    said: Mapping[str, Any],
    final: Mapping[str, Any],
    lines: Sequence[Mapping[str, Any]],
) -> None:
    """Check that the line the figures rest on is the one that the JSON names, where the proof holds it."""
    position, head = said["ledger"]["position"], said["ledger"]["head"]
    if position > final["number"]:
        found.wrong.append(f"数据文件说数字算到账本第{position}行，但定稿在第{final['number']}行")
    written = _changed(final).get("ledger_position")
    if written is not None and written != position:
        found.wrong.append(f"定稿时记下的账本位置是第{written}行，数据文件写的是第{position}行")
    algorithm = said["ledger"]["algorithm"]
    for line in lines:
        if line["number"] != position or algorithm not in of_ledger.ALGORITHMS:
            continue
        if of_ledger.leaf(algorithm, of_ledger.canonical(line)).hex() != head:
            found.wrong.append(f"账本第{position}行的摘要与数据文件里写的不符")
        else:
            found.holds.append(f"数字算到账本第{position}行，那一行的摘要相符")


# --- command line --------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Check what is named on the command line, and say what was found."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    keys = [word for word in words if not word.strip("0123456789abcdefABCDEF")]
    paths = [word for word in words if word not in keys]
    if not paths:
        sys.stderr.write(_USAGE)
        return 2
    ledgers = [path for path in paths[1:] if path.lower().endswith(".jsonl")]
    reading = ""
    try:
        contents = {}
        for reading in paths:
            contents[reading] = _content(reading)
        record, *proofs = (contents[path] for path in (paths[0], *ledgers))
        texts = [[line for line in held.decode().split("\n") if line] for held in proofs]
        files = {Path(path).name: contents[path] for path in paths[1:] if path not in ledgers}
        kept = [line for text in texts[1:] for line in text]
        found = verify(record, files, texts[0] if texts else (), kept=kept, trusted=keys)
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f"读不了{reading}：{error}\n")
        return 2
    except ReportError as error:
        sys.stderr.write(f"核对不通过：{error}\n")
        return 1
    (sys.stderr if found.wrong else sys.stdout).write(found.text)
    return found.code


def _content(path: str) -> bytes:
    with Path(path).open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ReportError(f"{path}超过{MOST_BYTES // 1024 // 1024}MB，太大")
    return content

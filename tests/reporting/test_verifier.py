"""The verifier of reports: what holds, each change by its name, the ledger, and what is refused."""

from __future__ import annotations

import copy
import hashlib
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.test_ledger import KEYS, leaves, over, ring, signed
from tests.reporting.samples import docx, identity, page, report
from zhunsheng.engine.ledger.exports import Exported, part_export, whole_export
from zhunsheng.engine.ledger.lines import Line
from zhunsheng.engine.ledger.verifier import canonical
from zhunsheng.engine.reporting.verifier import verify
from zhunsheng.engine.reporting.verifier_record import digests_of

REPORT = report()
FOUND = identity(REPORT)
RECORD = json.loads(FOUND.content)
TEXT = REPORT.text
FILES = {"a.docx": docx(REPORT), "a.html": page(REPORT), "a.txt": TEXT.encode()}


def check(files=None, proof=(), record=FOUND.content, **more):
    return verify(record, FILES if files is None else files, proof, **more)


def wrong(files=None, **more):
    return check(files, **more).wrong


# --- files that hold ---------------------------------------------------------------------------------


def test_files_that_say_what_the_json_says_hold():
    found = check()
    assert (found.wrong, found.code) == ([], 0)
    assert found.text.startswith("核对通过\n")
    assert [one for one in found.holds if "逐段相符" in one] == [
        f"{name}的正文与数据文件逐段相符" for name in FILES
    ]


def test_without_proof_and_files_it_says_what_was_not_checked():
    found = check({})
    assert found.code == 0
    assert any("没有给出账本证明" in one for one in found.notes)
    assert any("没有给出报告文件" in one for one in found.notes)


def test_blanks_and_a_document_number_above_the_title_are_no_changes():
    text = f"溪府〔2026〕7号\n\n{TEXT}".replace("\n", "\n\n　　")
    assert wrong({"a.txt": text.encode()}) == []


def test_what_follows_under_the_heading_of_the_appendix_is_not_compared():
    assert wrong({"a.txt": f"{TEXT}\n附件：数字来源\nf1 52件".encode()}) == []
    assert wrong({"a.txt": f"{TEXT}\n附言：数字来源\nf1 52件".encode()}) == [
        "a.txt：文件里多出一处：“附言：数字来源”",
        "a.txt：文件里多出一处：“f1 52件”",
    ]


def test_what_an_official_document_has_by_its_form_is_not_compared():
    form = f"溪口县人民政府文件\n溪府〔2026〕7号\n{TEXT}"
    form = form.replace(
        "\n溪口县人民政府\n", "\n附件：1.　附表1 来信\n　　　2.　本报告数字来源\n溪口县人民政府\n"
    )
    form = form.replace("\n附表1 来信\n件", "\n附件1\n附表1 来信\n件")
    assert wrong({"a.txt": f"{form}\n附件2\n本报告数字来源\nf1 52件".encode()}) == []
    assert len(wrong({"a.txt": form.replace("附件：1", "附件：3").encode()})) == 1


def test_the_text_ends_at_the_last_heading_of_the_appendix_not_at_the_first():
    early = TEXT.replace("一、2025年举措", "本报告数字来源\n一、2025年举措")
    assert wrong({"a.txt": f"{early}\n本报告数字来源\nf1".encode()}) == [
        "a.txt：文件里多出一处：“本报告数字来源”"
    ]
    assert len(wrong({"a.txt": early.encode()})) > 5


def test_the_report_on_a_page_may_be_its_main_element():
    said = FILES["a.html"].replace(b'<article class="report">', b"<main>")
    assert wrong({"a.html": said.replace(b"</article>", b"</main>")}) == []
    assert wrong({"a.html": said.replace(b"</article>", b"</main><main><p>1</p></main>")}) != []


# --- changes by their names --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("来信52件，", "来信53件，", ["第6段：数字f1（来信）应为52件，文件写的是53件"]),
        ("来信52件，", "来信152件，", ["第6段：数字f1（来信）应为52件，文件写的是152件"]),
        ("来信52件，", "来信52.5件，", ["第6段：数字f1（来信）应为52件，文件写的是52.5件"]),
        ("来信52件，", "来信，", ["第6段：数字f1（来信）应为52件，文件写的是空白"]),
        ("增加3件", "减少3件", ["第6段：数字f2（来信）应为增加3件，文件写的是减少3件"]),
        ("率93.75%，", "率97.35%，", ["第8段：数字f3（答复率）应为93.75%，文件写的是97.35%"]),
        ("552.22万元", "552.22亿元", ["第8段：数字f5（费用）应为552.22万元，文件写的是552.22亿元"]),
        ("来信52件，", "来信约52件，", ["第6段：“收到来信”之后多了“约”"]),
        ("继续答复", "认真办理", ["第10段：“2026年”之后应为“继续答复”，文件写的是“认真办理”"]),
        ("继续", "", ["第10段：“2026年”之后少了“继续”"]),
        ("2026年继续", "2027年继续", ["第10段：开头应为“2026”，文件写的是“2027”"]),
        (
            "来信52件，比上年增加3件",
            "来信53件，比上年增加4件",
            [
                "第6段：数字f1（来信）应为52件，文件写的是53件",
                "第6段：数字f2（来信）应为增加3件，文件写的是增加4件",
            ],
        ),
        ("（二）答复\n", "", ["第7段：文件里没有这一处：“（二）答复”"]),
        ("（二）答复\n", "（二）答复\n又一段。\n", ["文件里多出一处：“又一段。”"]),
        ("一、2025年举措", "二、2025年举措", ["第4段：开头应为“一”，文件写的是“二”"]),
        (
            "52件\t93.75%",
            "52件\t93.76%",
            ["第1张表第2行：数字f8（答复率）应为93.75%，文件写的是93.76%"],
        ),
    ],
)
def test_each_change_is_named_by_the_figure_or_the_words(old, new, says):
    assert TEXT.count(old) >= 1
    assert wrong({"a.txt": TEXT.replace(old, new).encode()}) == [f"a.txt：{one}" for one in says]


@pytest.mark.parametrize("name", ["a.docx", "a.html"])
def test_a_changed_cell_is_named_by_its_row_and_column(name):
    changed = json.loads(FOUND.content)
    changed["tables"][0]["rows"][1][1]["text"] = "93.75%。"
    assert wrong({name: FILES[name]}, record=sealed(changed)) == [
        f"{name}：第1张表第2行第2列：“93.75%”之后少了“。”"
    ]


def test_a_number_moved_into_another_cell_is_found():
    moved = page(REPORT).replace(b"<td>52\xe4\xbb\xb6</td>", b"<td></td>", 1)
    assert wrong({"a.html": moved}) == [
        "a.html：第1张表第2行第1列：数字f7（来信）应为52件，文件写的是空白"
    ]


def test_very_many_changes_are_counted_not_listed():
    found = wrong({"a.txt": (TEXT + "\n多的" * 1_000).encode()})
    assert len(found) == 201
    assert found[-1] == "a.txt：还有800处不同，没有逐一列出"


@given(st.integers(0, len(TEXT) - 1), st.sampled_from("0九某，x7%"))
def test_no_sign_can_be_changed_unseen(at, sign):
    changed = TEXT[:at] + sign + TEXT[at + 1 :]
    bare = "".join(changed.split())
    assert bool(wrong({"a.txt": changed.encode()})) == (bare != "".join(TEXT.split()))


# --- the JSON itself ---------------------------------------------------------------------------------


def sealed(record):
    """Get a changed record with digests that fit it."""
    return canonical(record | {"digests": digests_of(record, "sm3")})


@pytest.mark.parametrize(
    ("of", "change", "says"),
    [
        ("f1", {"counted": 53}, "数字f1（来信）写成52件，按它的原始数应为53件"),
        ("f2", {"last_counted": 48}, "数字f2（来信）写成增加3件，按它的原始数应为增加4件"),
        ("f2", {"last_counted": None}, "写成增加3件，但没有能算出它的数"),
        ("f3", {"base": 17}, "数字f3（答复率）写成93.75%，按它的原始数应为88.24%"),
        ("f3", {"base": 14}, "分子15大于分母14"),
        ("f5", {"total": "552230000"}, "写成552.22万元，按它的原始数应为552.23万元"),
        ("f6", {"per": 3}, "写成3.75日，按它的原始数应为2.5日"),
        ("f1", {"printed": "53件"}, "数字f1应为53件，正文那一处是“52件”"),
        ("f1", {"id": "f2"}, "写了两次"),
        ("f1", {"id": "x1"}, "编号不对"),
    ],
)
def test_a_figure_that_does_not_follow_from_its_counts_is_found(of, change, says):
    record = copy.deepcopy(RECORD)
    next(one for one in record["figures"] if one["id"] == of).update(change)
    found = wrong({}, record=sealed(record))
    assert any(says in one for one in found), found


def test_a_place_of_a_figure_that_was_moved_or_left_out_is_found():
    record = copy.deepcopy(RECORD)
    record["paragraphs"][5]["figures"][0]["start"] += 1
    assert any("正文那一处是" in one for one in wrong({}, record=sealed(record)))
    del record["paragraphs"][5]["figures"][0]
    assert wrong({}, record=sealed(record)) == ["数据文件里数字f1在正文里没有位置"]


def test_a_json_that_was_changed_without_its_digests_is_found():
    changed = FOUND.content.replace("继续答复".encode(), "继续拖延".encode())
    found = wrong({}, record=changed)
    assert [one[:14] for one in found] == [
        "数据文件里正文的摘要不符：写",
        "数据文件里数字的摘要不符：写",
    ]


def test_a_table_out_of_its_order_is_found():
    record = copy.deepcopy(RECORD)
    record["tables"][0]["after"] = 99
    assert any("表没有按先后排好" in one for one in wrong({}, record=sealed(record)))


# --- PDF ---------------------------------------------------------------------------------------------


def test_a_pdf_is_checked_by_the_digest_in_the_json():
    digest = hashlib.sha256(b"%PDF").hexdigest()
    record = identity(REPORT, pdf_digest=digest).content
    assert check({"a.pdf": b"%PDF"}, record=record).code == 0
    assert wrong({"a.pdf": b"%PDX"}, record=record) == [
        "a.pdf：与记下的SHA-256摘要不符，不是当时的文件"
    ]


def test_a_pdf_without_a_digest_is_said_not_to_be_checked():
    found = check({"a.pdf": b"%PDF"})
    assert (found.code, len(found.unchecked)) == (3, 1)
    assert found.text.startswith("已核对的部分通过，还有部分没有核对")


# --- the ledger --------------------------------------------------------------------------------------

AT = datetime(2026, 2, 27, 9, 30, tzinfo=UTC)
CHANGED = {
    "text_digest": FOUND.text_digest,
    "figures_digest": FOUND.figures_digest,
    "ledger_position": 3,
}


def chained(*said):
    """Get a ledger of four lines, and then those that are given as what was done and what it says."""
    lines, previous = [], ""
    before = [("entry.change", {"changed": {}})] * 4
    for number, (did, says) in enumerate((*before, *said)):
        about = "annual_report.report/7" if number > 3 else "openness.request/1"
        line = Line(
            number=number, previous=previous, at=AT, who="user/7", did=did, about=about, says=says
        )
        previous = line.digest("sm3")
        lines.append(Exported(line, {}))
    return lines


def final(**changed):
    return "entry.step", {"step": "finalise", "changed": CHANGED | changed}


def proof(lines, *numbers):
    """Get the proof of some lines of a ledger."""
    chosen = [lines[number] for number in numbers]
    return list(part_export(chosen, over(lines), [signed(lines, len(lines))], ring()))


def test_the_ledger_holds_the_digests_of_the_report():
    lines = chained(final())
    found = check(proof=proof(lines, 4), trusted=[KEYS["2026"].hex()])
    assert (found.wrong, found.code) == ([], 0)
    assert any("账本第4行" in one for one in found.holds)
    assert not any("可信公钥" in one for one in found.notes)


def test_a_whole_export_is_a_proof_too():
    lines = chained(final())
    whole = list(whole_export(lines, [signed(lines, 5)], ring()))
    # The digest of line 3 that the sample names is made up.
    assert wrong(proof=whole) == ["账本第3行的摘要与数据文件里写的不符"]
    record = copy.deepcopy(RECORD)
    record["ledger"]["head"] = leaves(lines)[3].hex()
    content = sealed(record)
    digests = json.loads(content)["digests"]
    other = chained(final(text_digest=digests["text"], figures_digest=digests["figures"]))
    whole = list(whole_export(other, [signed(other, 5)], ring()))
    found = check(proof=whole, record=content)
    assert found.wrong == []
    assert "数字算到账本第3行，那一行的摘要相符" in found.holds


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ([("entry.step", {"step": "issue", "changed": CHANGED})], "没有报告定稿的那一行"),
        ([("entry.change", {"changed": CHANGED})], "没有报告定稿的那一行"),
        ([final(text_digest="00")], "摘要与数据文件不符"),
        ([final(figures_digest="00")], "摘要与数据文件不符"),
        ([final(ledger_position=2)], "账本位置是第2行，数据文件写的是第3行"),
        (
            [final(), ("entry.withdraw", {"withdrew": 4, "step": "finalise", "changed": {}})],
            "第5行撤回了这次定稿",
        ),
        ([final(), final(text_digest="00")], "第5行又定稿了一次"),
    ],
)
def test_a_ledger_that_holds_something_else_is_found(said, says):
    lines = chained(*said)
    found = wrong(proof=proof(lines, *range(4, len(lines))))
    assert len(found) == 1
    assert says in found[0]


def test_a_report_made_final_anew_holds_by_its_last_line():
    lines = chained(final(text_digest="00"), final())
    assert wrong(proof=proof(lines, 4, 5)) == []


def test_figures_cannot_rest_on_lines_after_the_report_was_final():
    record = copy.deepcopy(RECORD)
    record["ledger"]["position"] = 9
    content = sealed(record)
    digests = json.loads(content)["digests"]
    lines = chained(
        final(text_digest=digests["text"], figures_digest=digests["figures"], ledger_position=9)
    )
    (found,) = wrong(proof=proof(lines, 4), record=content)
    assert "数字算到账本第9行，但定稿在第4行" in found


def test_a_proof_that_was_changed_is_found_by_the_ledgers_verifier():
    lines = proof(chained(final(text_digest="00")), 4)
    forged = [
        line.replace('"text_digest":"00"', f'"text_digest":"{FOUND.text_digest}"') for line in lines
    ]
    assert forged != lines
    (found,) = wrong(proof=forged)
    assert found.startswith("账本证明：")


def test_a_proof_signed_by_a_key_that_is_not_trusted_is_found():
    (found,) = wrong(proof=proof(chained(final()), 4), trusted=["ab" * 32])
    assert "不是可信的密钥" in found


def test_a_pdf_is_checked_by_the_digest_in_the_ledger():
    lines = chained(final(pdf_digest=hashlib.sha256(b"%PDF").hexdigest()))
    assert wrong({"a.pdf": b"%PDF"}, proof=proof(lines, 4)) == []
    assert len(wrong({"a.pdf": b"%PDX"}, proof=proof(lines, 4))) == 1

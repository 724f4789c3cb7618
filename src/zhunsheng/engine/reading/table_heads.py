"""The heads of task tables: which column holds the number, the task, the units, the time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from zhunsheng.engine.documents.flow import Flow, Paragraph

Column = Literal["number", "text", "unit", "lead", "supporting", "other"]

_LONGEST_HEAD = 14
_NUMBER = re.compile(r"(?:序号|编号|序|项次|任务序号|号)$")
_LEAD = re.compile(r".{0,4}(?:牵头|主办|主责)(?:责任)?(?:单位|部门|处室|科室|县区)")
_SUPPORTING = re.compile(
    r".{0,4}(?:配合|协办|参与|参加|协助|协同)(?:责任)?(?:单位|部门|处室|科室|县区)"
)
_UNIT = re.compile(r".{0,4}(?:责任|承办|落实|实施|负责|主管|完成)(?:单位|部门|处室|科室|主体|县区)")
_OTHER = re.compile(
    r".{0,6}(?:时限|时间|期限|进度|领导|责任人|负责人|联系人|备注|节点|完成情况|频次|年限|电话)"
)
_TEXT = re.compile(
    r"[一-鿿（）()“”]{0,8}(?:任务|内容|事项|项目|举措|措施|实事|目标|工作|领域|类别|要求|标准|要点|方面|指标|成果|环节|名称|分类|目录)[）)]?$"
)


def column_of(words: str) -> Column:
    """Get what a column holds, by its head."""
    if _NUMBER.match(words):
        return "number"
    if _OTHER.match(words):
        return "other"
    if _LEAD.match(words) and not ("责任" in words and "及" in words):
        return "lead"
    if _SUPPORTING.match(words):
        return "supporting"
    return "unit" if _UNIT.match(words) else "text"


def is_head(words: str) -> bool:
    """Whether a cell may be the head of a column in a task table."""
    if len(words) > _LONGEST_HEAD or "：" in words or ":" in words:
        return False
    return any(
        pattern.match(words) for pattern in (_NUMBER, _LEAD, _SUPPORTING, _UNIT, _OTHER, _TEXT)
    )


def head_ending_at(flow: Flow, paragraphs: Sequence[Paragraph], index: int) -> list[Column] | None:
    """Get the columns of a flattened table whose first unit column is named in this line, or None."""
    words = flow.text[
        paragraphs[index].start : min(
            paragraphs[index].end, paragraphs[index].start + _LONGEST_HEAD + 1
        )
    ]
    if not is_head(words) or column_of(words) not in {"unit", "lead"}:
        return None
    columns: list[Column] = [column_of(words)]
    for paragraph in reversed(paragraphs[max(index - 8, 0) : index]):
        if paragraph.end - paragraph.start > _LONGEST_HEAD or not is_head(flow.words(paragraph)):
            break
        columns.insert(0, column_of(flow.words(paragraph)))
        if columns[0] == "number":
            break
    return columns if len(columns) > 1 and "text" in columns else None


def task_table_numbers(flow: Flow) -> frozenset[int]:
    """Get the numbers of the tables with known cells that name responsible units in a head."""
    return frozenset(
        paragraph.table
        for paragraph in flow.paragraphs
        if paragraph.kind == "cell"
        and paragraph.table is not None
        and paragraph.end - paragraph.start <= _LONGEST_HEAD
        and column_of(flow.words(paragraph)) in {"unit", "lead"}
        and is_head(flow.words(paragraph))
    )

"""
Fields of a register: what is recorded, of which kind, who may see it.

It knows kinds of values and refuses a field that contradicts itself; it knows no register.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, get_args

from zhunsheng.engine.law.rules import Article
from zhunsheng.engine.refusals import DeclarationError
from zhunsheng.engine.registers.counting import Counted
from zhunsheng.engine.registers.filling import FromIndicators

FieldKind = Literal[
    "text",
    "long_text",
    "integer",
    "decimal",
    "money",
    "date",
    "datetime",
    "choice",
    "boolean",
    "unit",
    "person",
    "party",
    "region",
    "reference",
    "instrument",
    "attachments",
    "rows",
]
NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
# Columns every entry has; a field cannot be called like one of them.
RESERVED = frozenset(
    {
        *("id", "register", "government", "unit", "number", "title"),
        *("state", "happened", "due", "late", "version"),
    }
)
_NUMBERS = frozenset({"integer", "decimal", "money"})
_NUMBERED = frozenset({"text", "instrument"})
_LOOKED_UP = frozenset({"unit", "reference", "attachments"})
TEXT_LENGTHS = {"text": 500, "long_text": 20_000, "instrument": 500, "person": 100}
"""How many characters a text of each kind may have."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """
    One of the values a choice may take.

    `group` gathers values under a heading, as the official tables do.
    """

    key: str
    label: str
    group: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """
    One thing recorded of every entry.

    `personal` values are masked outside the unit that owns the entry, never public, and erasable.
    `expected` is a plausible range (in 分 for money): leaving it warns and does not block. `source` is
    the article that asks for the field, shown beside it. `places` are the decimals of a decimal,
    `refers_to` the register (`domain.register`) of a reference, `columns` the fields of rows. `outside` lets a unit
    be named that the site does not know, such as a court. `examples` are invented values for
    demonstrations. A value used `once` stands in one entry of a register of a government only: the
    number of a paper. `suits` tells how near an entry that a reference may mean lies to a place (a code
    of a region) on a day (as `2026-03-02`), None where it does not suit; a new form names the nearest.

    A `computed` field is filled by the register itself whenever the entry is saved, from its other
    values and from what its references bring: keys of the entry that is referred to, its `state`, or
    the `fellows`, the other entries of the register that refer to it by the same field. A field that
    `counts` is filled by the register too: with how many entries of another register refer to it. Rows that it
    `fills` get figures of the indicators that are chosen in them.

    Raises DeclarationError where the declaration contradicts itself.
    """

    key: str
    label: str
    kind: FieldKind = "text"
    required: bool = False
    public: bool = False
    personal: bool = False
    choices: tuple[Choice, ...] = ()
    help: str = ""
    source: Article | None = None
    expected: tuple[int | Decimal, int | Decimal] | None = None
    places: int = 2
    measure: str = ""
    refers_to: str = ""
    columns: tuple[Field, ...] = ()
    several: bool = False
    outside: bool = False
    examples: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()
    computed: Callable[[Mapping[str, Any]], Any] | None = None
    counts: Counted | None = None
    fills: FromIndicators | None = None
    once: bool = False
    suits: Callable[[Mapping[str, Any], str, str], int | None] | None = None

    def __post_init__(self) -> None:
        for wrong, zh, en in self._contradictions():
            if wrong:
                raise DeclarationError(f"字段{self.key}：{zh}。", f"Field {self.key}: {en}.")

    @property
    def fills_itself(self) -> bool:
        """Whether the register fills it, and nobody else may."""
        return self.computed is not None or self.counts is not None

    @property
    def longest(self) -> int:
        """How many characters the text may have; 0 where it is no text."""
        return TEXT_LENGTHS.get(self.kind, 0)

    def choice(self, key: str) -> Choice | None:
        """Get the choice of a key; None where there is none."""
        return next((choice for choice in self.choices if choice.key == key), None)

    def _contradictions(self) -> tuple[tuple[bool, str, str], ...]:
        keys = [choice.key for choice in self.choices]
        labels = [choice.label for choice in self.choices]
        columns = [column.key for column in self.columns]
        kinds = "、".join(get_args(FieldKind))
        low, high = self.expected or (0, 0)
        return (
            (
                not NAME.fullmatch(self.key),
                "名称应为小写英文",
                "its key must be lower-case English",
            ),
            (
                self.key in RESERVED,
                "这个名称已由台账本身使用",
                "every entry has a column of that name already",
            ),
            (not self.label, "缺少中文名", "it needs a label"),
            (
                self.kind not in get_args(FieldKind),
                f"类型“{self.kind}”不认识，可以写{kinds}",
                f"unknown kind {self.kind}; known are {kinds}",
            ),
            (
                (self.kind == "choice") != bool(self.choices),
                "选项与类型“choice”须同用",
                "choices and the kind choice go together",
            ),
            (
                any(not NAME.fullmatch(key) for key in keys),
                "选项的名称应为小写英文",
                "keys of choices must be lower-case English",
            ),
            (len(keys) != len(set(keys)), "选项重复", "a choice is there twice"),
            # Workbooks and typed values tell the choices apart by their labels.
            (
                len(labels) != len(set(labels)),
                "选项的中文名重复",
                "two choices have one label",
            ),
            (
                (self.kind == "reference") != bool(self.refers_to),
                "所指台账与类型“reference”须同用",
                "refers_to and the kind reference go together",
            ),
            (
                (self.kind == "rows") != bool(self.columns),
                "列与类型“rows”须同用",
                "columns and the kind rows go together",
            ),
            (len(columns) != len(set(columns)), "列重复", "a column is there twice"),
            (
                any(column.kind in {"rows", "attachments"} for column in self.columns),
                "行里不能再有行或者附件",
                "rows hold neither rows nor attachments",
            ),
            (
                any(column.personal for column in self.columns) and not self.personal,
                "列里有个人信息的，整个字段应为个人信息",
                "rows with a personal column are personal as a whole",
            ),
            (
                self.personal and self.public,
                "个人信息不能公开",
                "a personal field is never public",
            ),
            (
                self.expected is not None and self.kind not in _NUMBERS,
                "只有数字有合理范围",
                "only numbers have an expected range",
            ),
            (low > high, "合理范围的下限大于上限", "its expected range is empty"),
            (
                self.several and self.kind != "choice",
                "只有选项可以多选",
                "only choices can be several",
            ),
            (
                self.outside and self.kind != "unit",
                "只有单位可以是外单位",
                "only units can be outside ones",
            ),
            (not 0 <= self.places <= 6, "小数位应为0至6", "places must be 0 to 6"),
            (
                bool(self.brings) and self.kind != "reference",
                "只有引用能带来所指记录的值",
                "only references bring values",
            ),
            (
                self.suits is not None and self.kind != "reference",
                "只有引用能找适用的记录",
                "only references look for the entry that suits",
            ),
            # Whether a personal value is there already would tell of somebody else.
            (
                self.once and (self.kind not in _NUMBERED or self.personal),
                "只有不涉及个人信息的文字可以限用一次",
                "only a text that is not personal is used once",
            ),
            # What is computed of people could not be told apart from what is no secret.
            (
                self.fills_itself and (self.required or self.personal),
                "自动计算的字段不能必填，也不能是个人信息",
                "a computed field is neither required nor personal",
            ),
            (
                self.computed is not None and self.kind in _LOOKED_UP,
                "单位、引用和附件不能自动计算",
                "units, references and files are not computed",
            ),
            (
                self.counts is not None and (self.kind != "integer" or self.computed is not None),
                "计数的字段应为整数，不能另有算法",
                "what counts is an integer, and not computed besides",
            ),
            (
                self.fills is not None and self.kind != "rows",
                "只有多行的字段能取指标的数字",
                "only rows take figures of indicators",
            ),
            (
                any(column.fills_itself for column in self.columns),
                "行里的列不能自动计算",
                "columns of rows are not computed",
            ),
            (
                any(column.once or column.suits for column in self.columns),
                "行里的列不能限用一次，也不能自动选",
                "columns of rows are neither used once nor looked for",
            ),
        )

"""What means the same in measures and in executions of administrative compulsion."""

from collections.abc import Collection

from zhunsheng.domains.compulsion.instruments import COMPULSION_LAW, THREE_SYSTEMS
from zhunsheng.engine.registers.fields import Choice, Field
from zhunsheng.engine.registers.procedures import Gate, Predicate, Values

article = COMPULSION_LAW.article
# What the rules at hand ask for without saying in which article.
SOMEWHERE = COMPULSION_LAW.article("")
LEFT_EMPTY = ("",)
"""What the demo enters where a field is for rare cases."""

PARTIES = (
    Choice(key="organization", label="法人或者其他组织"),
    Choice(key="person", label="公民"),
)
_ANNULLED_BY = (
    Choice(key="reconsideration", label="行政复议"),
    Choice(key="lawsuit", label="行政诉讼"),
    Choice(key="itself", label="本机关或者上级机关"),
)
_RECORDS = (
    Choice(key="text", label="文字记录"),
    Choice(key="audio", label="录音"),
    Choice(key="video", label="录像"),
)


def _item_published(case: Values) -> bool | None:
    """Get whether the item was public on the day the case began, and is still in the catalogue."""
    if not case.get("item"):
        return None
    begun = case.get("begun") or ""
    published, retired = case.get("item.published"), case.get("item.retired")
    return bool(published and published <= begun and not (retired and retired <= begun))


def _item_of_another_kind(case: Values) -> bool | None:
    kind = case.get("item.act")
    return None if kind is None else kind != "compulsion"


ITEM = (
    Field(
        key="item",
        label="强制事项",
        kind="reference",
        refers_to="enforcement.item",
        required=True,
        brings=("act", "published", "retired"),
        help="从公布的行政执法事项目录里选（照单执法）。",
        source=THREE_SYSTEMS.article("二（四）"),
    ),
    Field(key="item_published", label="事项已公布", kind="boolean", computed=_item_published),
    Field(
        key="item_of_another_kind",
        label="事项不是行政强制事项",
        kind="boolean",
        computed=_item_of_another_kind,
    ),
    Field(key="item_explained", label="引用其他类别事项的理由", kind="long_text"),
)
"""The item of the catalogue a case rests on, and whether it may."""

PARTY = (
    Field(key="party", label="当事人", kind="party", required=True, personal=True),
    Field(key="party_kind", label="当事人类别", kind="choice", required=True, choices=PARTIES),
)

ANNULMENT = (
    Field(
        key="annulled",
        label="被撤销或者确认违法日期",
        kind="date",
        examples=LEFT_EMPTY,
        help="复议、诉讼或者监督中被撤销、确认违法的，办结以后也可以补写。",
    ),
    Field(
        key="annulled_by",
        label="撤销或者确认违法的途径",
        kind="choice",
        choices=_ANNULLED_BY,
        examples=LEFT_EMPTY,
    ),
)

RECORDS = Field(
    key="records",
    label="全过程记录",
    kind="choice",
    several=True,
    choices=_RECORDS,
    source=THREE_SYSTEMS.article("三（八）"),
)

ITEM_GATES = (
    Gate(
        key="item_published",
        needs="所选事项没有公布在目录里，或者已经移出；请先公布，或者另选事项。",
        open_when=lambda case: bool(case.get("item_published")),
        source=THREE_SYSTEMS.article("二（四）"),
    ),
    Gate(
        key="item_of_its_kind",
        needs="所选事项不是行政强制事项，请另选；确需引用的，写明理由。",
        open_when=lambda case: bool(
            not case.get("item_of_another_kind") or case.get("item_explained")
        ),
        source=THREE_SYSTEMS.article("二（四）"),
    ),
)
RECORDED = Gate(
    key="recorded",
    needs="全过程应当有文字记录，按规定归档保存。",
    open_when=lambda case: "text" in (case.get("records") or ()),
    source=THREE_SYSTEMS.article("三（九）"),
)


def filmed(when: Predicate, needs: str) -> Gate:
    """Get the gate of what is to be filmed as a whole."""
    return Gate(
        key="filmed",
        needs=needs,
        open_when=lambda case: not when(case) or "video" in (case.get("records") or ()),
        source=THREE_SYSTEMS.article("三（八）"),
    )


def filled(*keys: str) -> Predicate:
    """Get whether all of some fields are filled, or ticked."""
    return lambda case: all(bool(case.get(key)) for key in keys)


def among(key: str, values: Collection[str]) -> Predicate:
    """Get whether a choice is one of some."""
    return lambda case: case.get(key) in values


def in_order(*keys: str) -> Predicate:
    """Get whether the days that are there come one after the other, times taken as their days."""

    def holds(case: Values) -> bool:
        known = [case[key][:10] for key in keys if case.get(key)]
        return known == sorted(known)

    return holds


def annulment_complete(case: Values) -> bool:
    """Get whether it is said how a case was annulled, where it was."""
    return bool(case.get("annulled")) == bool(case.get("annulled_by"))

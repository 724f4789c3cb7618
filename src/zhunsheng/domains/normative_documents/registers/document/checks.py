"""What the values of a document must agree with, whenever they are saved."""

from datetime import date

from zhunsheng.domains.normative_documents.instruments import SICHUAN_MEASURES
from zhunsheng.engine.registers.procedures import Check, Values


def _refusals_explained(document: Values) -> bool:
    rows = document.get("adoption_table") or ()
    return all(row.get("adopted") == "adopted" or bool(row.get("reason")) for row in rows)


def _trial_is_short(document: Values) -> bool:
    effective, until = document.get("effective"), document.get("valid_until")
    tried = document.get("trial") and document.get("rule_set") == "sichuan"
    if not tried or not effective or not until:
        return True
    start = date.fromisoformat(effective)
    # 没有对应日的，月末日为最后一日。
    day = 28 if (start.month, start.day) == (2, 29) else start.day
    return bool(until <= start.replace(year=start.year + 2, day=day).isoformat())


CHECKS = (
    Check(
        field="adoption_table",
        says="没有全部采纳的意见，须逐条写明理由。",
        holds=_refusals_explained,
    ),
    Check(
        field="business",
        says="与生产经营活动密切相关的，就是涉及经营者经济活动，请填“是”。",
        holds=lambda document: not document.get("business_close") or bool(document.get("business")),
    ),
    Check(
        field="valid_until",
        says="暂行、试行的文件，有效期不超过2年。",
        holds=_trial_is_short,
        source=SICHUAN_MEASURES.article(""),
    ),
    Check(
        field="published",
        says="公布不能早于统一登记。",
        holds=lambda document: (
            not document.get("published")
            or document["published"] >= (document.get("registered") or "9")
        ),
    ),
)

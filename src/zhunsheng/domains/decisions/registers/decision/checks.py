"""What the values of a decision must agree with, whenever they are saved."""

from zhunsheng.domains.decisions.registers.shared import (
    article,
    in_order,
    is_filled,
    is_true,
    only_if,
    reasons_given,
)
from zhunsheng.engine.registers.procedures import Check, Values


def _follows_the_economic_rule(decision: Values) -> bool:
    if not decision.get("submitted") or not decision.get("economic_type"):
        return True
    rows = decision.get("economic_requirements") or ()
    return bool(rows) and all(row.get("done") for row in rows)


CHECKS = (
    Check(
        field="rule_set",
        says="所选的程序规定在决定启动之日还没有施行或者已经废止，请选当时有效的规定。",
        holds=lambda decision: decision.get("rules_in_force") is not False,
    ),
    Check(
        field="not_public_basis",
        says="依法不予公开的，须写明依据。",
        holds=only_if(is_true("not_public"), is_filled("not_public_basis")),
        source=article("第三十二条"),
    ),
    Check(
        field="economic_rule",
        says="属于重大经济事项的，须写明所依的重大经济事项决策规定。",
        holds=only_if(is_filled("economic_type"), is_filled("economic_rule")),
    ),
    Check(
        field="economic_requirements",
        says="重大经济事项提交讨论前，另须履行的程序应逐项填写并已履行。",
        holds=_follows_the_economic_rule,
    ),
    Check(
        field="adoption",
        says="不采纳、部分采纳的意见，须写明理由。",
        holds=reasons_given("adoption"),
        source=article("第十八条"),
    ),
    Check(
        field="experts",
        says="不采纳、部分采纳的专家意见，须写明理由。",
        holds=reasons_given("experts"),
    ),
    Check(
        field="counsel_absent_reason",
        says="法律顾问没有列席作出重大决策的会议，须写明理由。",
        holds=lambda decision: (
            decision.get("counsel_present") is not False
            or bool(decision.get("counsel_absent_reason"))
        ),
    ),
    Check(
        field="published",
        says="集体讨论、出台、公布的日期前后颠倒。",
        holds=in_order("met", "issued", "published"),
    ),
)

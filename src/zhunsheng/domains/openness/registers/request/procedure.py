"""The way of a request: what may be done in each state, by whom, and what it asks."""

from zhunsheng.domains.openness.registers.request import gates
from zhunsheng.domains.openness.registers.shared import article
from zhunsheng.engine.registers.procedures import State, Step

STATES = (
    State(key="received", label="已收到"),
    State(key="reviewing", label="检索审查"),
    State(key="correcting", label="等待补正"),
    State(key="explaining", label="等待说明理由"),
    State(key="consulting", label="征求第三方意见"),
    State(key="asking_organ", label="征求机关意见"),
    State(key="paying", label="等待缴费"),
    State(key="drafted", label="待审批"),
    State(key="replied", label="已答复"),
    State(key="closed", label="已归档", final=True),
)

RECEIPT = (
    Step(
        key="register",
        label="登记",
        comes_from=("received",),
        leads_to="reviewing",
        requires=("received", "channel", "applicant"),
        asks=("unclear",),
        document="登记回执",
        source=article("第三十一条"),
    ),
)

CORRECTION = (
    Step(
        key="ask_correction",
        label="告知补正",
        comes_from=("reviewing",),
        leads_to="correcting",
        requires=("correction_asked", "correction_items", "correction_until"),
        document="补正告知书",
        source=article("第三十条"),
        gates=(gates.ASKED_ONCE,),
    ),
    Step(
        key="receive_correction",
        label="收到补正",
        comes_from=("correcting",),
        leads_to="reviewing",
        requires=("corrected",),
        source=article("第三十条"),
    ),
    Step(
        key="treat_as_abandoned",
        label="视为放弃",
        comes_from=("correcting",),
        leads_to="closed",
        requires=("abandoned", "without_cause", "outcome"),
        source=article("第三十条"),
        gates=gates.ABANDONMENT,
    ),
)

CONSULTATION = (
    Step(
        key="consult",
        label="征求第三方意见",
        comes_from=("reviewing",),
        leads_to="consulting",
        requires=("touches_third_party", "consulted"),
        document="第三方意见征求书",
        source=article("第三十二条"),
        gates=(gates.THIRD_PARTY_CONCERNED, gates.THIRD_PARTY_ONCE),
    ),
    Step(
        key="end_consultation",
        label="收到第三方意见",
        comes_from=("consulting",),
        leads_to="reviewing",
        requires=("consultation_ended", "opinion"),
        source=article("第三十二条"),
    ),
    Step(
        key="consult_organ",
        label="征求机关意见",
        comes_from=("reviewing",),
        leads_to="asking_organ",
        requires=("organ", "organ_consulted"),
        document="机关意见征求书",
        source=article("第三十四条"),
        gates=(gates.ORGAN_ONCE,),
    ),
    Step(
        key="receive_organ_opinion",
        label="收到机关意见",
        comes_from=("asking_organ",),
        leads_to="reviewing",
        requires=("organ_answered", "organ_opinion"),
        source=article("第三十四条"),
    ),
)

TERM = (
    Step(
        key="ask_reasons",
        label="要求说明理由",
        comes_from=("reviewing",),
        leads_to="explaining",
        requires=("excessive", "reasons_asked"),
        document="说明理由通知书",
        source=article("第三十五条"),
        gates=(gates.REASONS_MAY_BE_ASKED,),
    ),
    Step(
        key="judge_reasons",
        label="审查申请理由",
        comes_from=("explaining",),
        leads_to="reviewing",
        requires=("reasons_accepted",),
        asks=("reasons_given",),
        source=article("第三十五条"),
    ),
    Step(
        key="postpone",
        label="确定延迟答复",
        comes_from=("reviewing",),
        leads_to="reviewing",
        by=("approver",),
        requires=("postponed_to", "postponed_on"),
        document="延迟答复告知书",
        source=article("第三十五条"),
        gates=gates.POSTPONEMENT,
    ),
    Step(
        key="extend",
        label="延长期限",
        comes_from=("reviewing", "drafted"),
        leads_to="reviewing",
        by=("approver",),
        requires=("extended_by", "extension_approved_by", "extension_notified"),
        document="延期告知书",
        # How long, and until when it may be told, is the clock's own limit.
        source=article("第三十三条"),
    ),
    Step(
        key="charge",
        label="通知收费",
        comes_from=("reviewing",),
        leads_to="paying",
        requires=("excessive", "fee", "fee_notified", "fee_until"),
        document="收费通知书",
        source=article("第四十二条"),
        gates=(gates.MAY_CHARGE,),
    ),
    Step(
        key="receive_fee",
        label="收到费用",
        comes_from=("paying",),
        leads_to="reviewing",
        requires=("fee_paid",),
        source=article("第四十二条"),
    ),
    Step(
        key="treat_as_unpaid",
        label="逾期未缴费，不再处理",
        comes_from=("paying",),
        leads_to="closed",
        requires=("fee_lapsed", "outcome"),
        source=article("第四十二条"),
        gates=gates.NON_PAYMENT,
    ),
)

ANSWER = (
    Step(
        key="draft_reply",
        label="拟出答复",
        comes_from=("reviewing",),
        leads_to="drafted",
        requires=("outcome", "basis"),
        asks=(
            *("secrecy_reviewed", "findings", "touches_third_party", "public_interest"),
            *("separable", "published_by_law", "search", "reasons", "other_organ"),
        ),
        document="答复书（稿）",
        source=article("第三十六条"),
        gates=gates.ANSWER,
    ),
    Step(
        key="send_back",
        label="退回修改",
        comes_from=("drafted",),
        leads_to="reviewing",
        by=("approver",),
    ),
    Step(
        key="reply",
        label="审批并答复",
        comes_from=("drafted",),
        leads_to="replied",
        by=("approver",),
        requires=("replied",),
        asks=("reply_number", "remedies_told", "third_party_told", "delivery", "reply"),
        document="答复书",
        source=article("第三十三条"),
        gates=(gates.THIRD_PARTY_TOLD,),
        approves=True,
    ),
)

AFTERWARDS = (
    Step(
        key="convert",
        label="转为主动公开",
        comes_from=("replied",),
        leads_to="replied",
        requires=("widely_needed", "converted"),
        asks=("converted_item",),
    ),
    Step(
        key="close",
        label="归档",
        comes_from=("replied",),
        leads_to="closed",
        asks=("widely_needed",),
    ),
)

STEPS = (*RECEIPT, *CORRECTION, *CONSULTATION, *TERM, *ANSWER, *AFTERWARDS)

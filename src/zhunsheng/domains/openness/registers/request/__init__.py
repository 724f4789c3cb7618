"""Disclosure on request: from receipt to reply, under the twenty working days."""

from zhunsheng.domains.openness.clocks import CONSULTATION_TIME
from zhunsheng.domains.openness.official_vocabulary import GRANTED
from zhunsheng.domains.openness.registers.request.checks import CHECKS
from zhunsheng.domains.openness.registers.request.fields import FIELDS
from zhunsheng.domains.openness.registers.request.procedure import STATES, STEPS
from zhunsheng.domains.openness.registers.shared import article
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.hints import Hint, reads_alike
from zhunsheng.engine.registers.procedures import Procedure, Values
from zhunsheng.engine.registers.register import Register, RegisterClock, Stop


def _term_runs(request: Values) -> bool:
    # 第三十条：告知补正以后，答复期限自收到补正的申请之日起计算；收到以前没有答复期限。
    return not request.get("correction_asked") or bool(request.get("corrected"))


# 第三十三条：征求意见所需时间不计算在期限内。第三方、共同制作机关逾期不答的，不再等（第三十二条、第三十四条）。
CONSULTATIONS = (
    Stop(
        first="consulted",
        last="consultation_ended",
        ground=CONSULTATION_TIME.label,
        within="third_party_reply",
    ),
    Stop(
        first="organ_consulted",
        last="organ_answered",
        ground=CONSULTATION_TIME.label,
        within="coauthor_reply",
    ),
)

CLOCKS = (
    RegisterClock(
        clock="reply",
        ends="replied",
        # 第三十五条：在答复期限内确定延迟答复的期限并告知的，此后按所告知的期限（见 DUE_DATES）。
        also_ends=("postponed_on", "fee_lapsed"),
        restarts="corrected",
        stops=CONSULTATIONS,
        extended="extended_by",
        extended_on="extension_notified",
        when=_term_runs,
    ),
    RegisterClock(
        clock="correction_notice",
        ends="correction_asked",
        when=lambda request: bool(request.get("unclear") or request.get("correction_asked")),
    ),
    RegisterClock(
        clock="third_party_reply",
        starts="consulted",
        ends="consultation_ended",
        of_others=True,
        lapsed=lambda request: request.get("opinion") == "silent",
    ),
    RegisterClock(
        clock="coauthor_reply",
        starts="organ_consulted",
        ends="organ_answered",
        of_others=True,
        lapsed=lambda request: request.get("organ_opinion") == "silent",
    ),
)

DUE_DATES = (
    DueDate(
        key="postponed",
        label="延迟答复期限",
        until="postponed_to",
        ends="replied",
        source=article("第三十五条"),
    ),
)

ASKED_BY_SEVERAL = Hint(
    key="asked_by_several",
    compares="subject",
    alike=reads_alike,
    says="另有{count}件申请要的是相近的信息；可以公开的，宜及时转为主动公开。",
    when=lambda request: (
        request.get("outcome") in {None, *GRANTED} and not request.get("converted")
    ),
)

REQUEST = Register(
    key="request",
    label="依申请公开",
    shape="case",
    basis="政府信息公开条例（国务院令第711号）第四章",
    says="公民、法人和其他组织申请公开政府信息的登记、办理和答复。",
    title="subject",
    happened="received",
    face=("received", "applicant_kind", "outcome"),
    fields=FIELDS,
    procedure=Procedure(states=STATES, steps=STEPS),
    clocks=CLOCKS,
    due_dates=DUE_DATES,
    checks=CHECKS,
    hints=(ASKED_BY_SEVERAL,),
)

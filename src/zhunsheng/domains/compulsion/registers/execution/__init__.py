"""Administrative execution (行政强制执行): by the organ itself, or by the court on its application."""

from zhunsheng.domains.compulsion.registers.execution.fields import FIELDS
from zhunsheng.domains.compulsion.registers.execution.procedure import STATES, STEPS
from zhunsheng.domains.compulsion.registers.shared import (
    among,
    annulment_complete,
    article,
    filled,
    in_order,
)
from zhunsheng.engine.registers.procedures import Check, Procedure, Values
from zhunsheng.engine.registers.register import Register, RegisterClock


def _resumed(execution: Values) -> bool:
    return (execution.get("resumed") or "") >= (execution.get("suspended") or "9")


CLOCKS = (
    # 第四十六条：加处超过三十日，经催告仍不履行的，才可以强制执行。
    RegisterClock(
        clock="surcharge_wait",
        ends="executed",
        binding=filled("executed"),
        otherwise="请等加处满三十日，经催告仍不履行的再强制执行。",
    ),
    RegisterClock(
        clock="substitute_demand",
        starts="substitute_day",
        ends="substitute_demanded",
        when=among("kind", {"substitute"}),
    ),
    RegisterClock(
        clock="suspension_limit",
        ends="given_up",
        when=lambda execution: not _resumed(execution),
        binding=filled("given_up"),
        otherwise="中止没有满三年的，请恢复执行，或者依法终结执行。",
    ),
    RegisterClock(
        clock="court_application",
        also_ends=("performed", "terminated"),
        when=among("route", {"court"}),
    ),
    # 第五十四条：催告书送达十日后仍未履行的，才可以申请。
    RegisterClock(
        clock="court_demand_wait",
        when=among("route", {"court"}),
        binding=filled("applied"),
        otherwise="请等催告书送达满十个工作日，仍不履行的再申请。",
    ),
    RegisterClock(
        clock="court_acceptance",
        starts="court_received",
        ends="court_accepted",
        also_ends=("ruling_received", "performed"),
        of_others=True,
    ),
    RegisterClock(
        clock="court_objection",
        ends="objected",
        also_ends=("court_accepted",),
        when=lambda execution: not execution.get("dropped"),
        binding=filled("objected"),
        otherwise="逾期不能再申请复议，请办理不再申请。",
    ),
    RegisterClock(
        clock="court_ruling",
        starts="court_accepted",
        also_ends=("performed",),
        when=lambda execution: not execution.get("in_doubt"),
        of_others=True,
    ),
    RegisterClock(
        clock="court_ruling_in_doubt",
        starts="court_accepted",
        also_ends=("performed",),
        when=filled("in_doubt"),
        of_others=True,
    ),
)

EXECUTION = Register(
    key="execution",
    label="行政强制执行",
    shape="case",
    basis="中华人民共和国行政强制法（2011）第四章、第五章",
    says="当事人逾期不履行的：催告、强制执行决定、执行、中止终结，或者申请法院强制执行。",
    title="matter",
    happened="begun",
    face=("route", "demanded", "carried_out"),
    fields=FIELDS,
    procedure=Procedure(states=STATES, steps=STEPS),
    clocks=CLOCKS,
    checks=(
        Check(
            field="demand_served",
            says="送达早于催告。",
            holds=in_order("begun", "demanded", "demand_served"),
            source=article("第三十五条"),
        ),
        Check(
            field="decided",
            says="强制执行决定早于催告书送达。",
            holds=in_order("demand_served", "decided"),
            source=article("第三十五条"),
        ),
        Check(
            field="executed",
            says="强制执行早于决定。",
            holds=in_order("decided", "executed"),
            source=article("第三十七条"),
        ),
        Check(
            field="surcharged",
            says="加处早于决定。",
            holds=in_order("decided", "surcharged"),
            source=article("第三十七条"),
        ),
        Check(
            field="finished",
            says="执行完毕早于强制执行。",
            holds=in_order("executed", "finished"),
        ),
        Check(
            field="ruled",
            says="法院受理、裁定应当在申请以后，依次写明。",
            holds=in_order("applied", "court_received", "court_accepted", "ruled"),
            source=article("第五十七条"),
        ),
        Check(
            field="annulled_by",
            says="被撤销或者确认违法的，日期和途径都要写明。",
            holds=annulment_complete,
        ),
    ),
)

"""The fields of an execution, in the order in which they are filled."""

from zhunsheng.domains.compulsion.registers.execution.vocabulary import KINDS, ROUTES
from zhunsheng.domains.compulsion.registers.shared import (
    ANNULMENT,
    ITEM,
    LEFT_EMPTY,
    PARTY,
    RECORDS,
    article,
)
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Values


def _carried_out(execution: Values) -> str | None:
    """Get the day an execution was first carried out: a surcharge, or the execution itself."""
    days = [execution[key] for key in ("surcharged", "executed") if execution.get(key)]
    return min(days, default=None)


_DEMAND = (
    Field(
        key="matter",
        label="执行事项",
        required=True,
        help="只写义务，不写当事人姓名。",
        examples=("逾期不缴纳罚款", "逾期不拆除违法建筑", "逾期不清除路面遗洒物"),
    ),
    *ITEM,
    Field(
        key="penalty_case",
        label="处罚案件编号",
        kind="reference",
        refers_to="penalty.case",
        help="执行处罚决定的填写。",
    ),
    Field(key="decision", label="据以执行的决定文号", kind="instrument", required=True),
    Field(
        key="route",
        label="执行权",
        kind="choice",
        required=True,
        choices=ROUTES,
        source=article("第五十三条"),
    ),
    *PARTY,
    Field(
        key="principal",
        label="金钱给付义务数额",
        kind="money",
        expected=(1, 1_000_000_00),
        help="没有金钱给付义务的不填。",
    ),
    Field(key="begun", label="当事人逾期日期", kind="date", required=True),
    Field(key="demanded", label="催告日期", kind="date", source=article("第三十五条")),
    Field(key="demand_served", label="催告书送达日期", kind="date"),
    Field(key="perform_until", label="催告的履行期限届满日期", kind="date"),
    Field(key="heard", label="听取陈述申辩日期", kind="date"),
    Field(key="statement", label="陈述、申辩的内容", kind="long_text"),
    Field(key="statement_reviewed", label="已复核陈述、申辩", kind="boolean", examples=("是",)),
)
_DECISION = (
    Field(key="kind", label="执行方式", kind="choice", choices=KINDS),
    Field(key="decided", label="强制执行决定日期", kind="date", source=article("第三十七条")),
    Field(key="decision_number", label="强制执行决定书文号", kind="instrument"),
    Field(
        key="no_good_reason",
        label="当事人没有正当理由",
        kind="boolean",
        examples=("是",),
        source=article("第三十七条"),
    ),
    Field(
        key="hides_assets",
        label="有转移、隐匿财物的迹象",
        kind="boolean",
        examples=("否",),
        source=article("第三十七条"),
    ),
    Field(
        key="written_in_full",
        label="决定书写全五项内容",
        kind="boolean",
        examples=("是",),
        source=article("第三十七条"),
    ),
    Field(
        key="surcharged",
        label="加处罚款、滞纳金日期",
        kind="date",
        source=article("第四十六条"),
    ),
    Field(
        key="surcharge",
        label="加处罚款、滞纳金数额",
        kind="money",
        expected=(1, 10_000_00),
        source=article("第四十五条"),
    ),
    Field(
        key="substitute_demanded",
        label="代履行催告日期",
        kind="date",
        source=article("第五十一条"),
    ),
    Field(key="substitute_day", label="应代履行日期", kind="date", help="催告以后至少三个工作日。"),
)
_EXECUTION = (
    Field(key="executed", label="强制执行日期", kind="date"),
    Field(
        key="off_hours",
        label="在夜间或者法定节假日实施",
        kind="boolean",
        examples=("否",),
        source=article("第四十三条"),
    ),
    Field(key="urgent", label="情况紧急", kind="boolean", examples=("否",)),
    Field(
        key="cuts_supplies",
        label="对居民生活停水、停电、停热、停气",
        kind="boolean",
        examples=("否",),
        source=article("第四十三条"),
    ),
    Field(
        key="demolition",
        label="强制拆除违法建筑",
        kind="boolean",
        examples=("否",),
        source=article("第四十四条"),
    ),
    Field(key="announced", label="公告限期自行拆除日期", kind="date"),
    Field(key="remedies_expired", label="复议、诉讼期限届满日期", kind="date"),
    Field(
        key="remedy_sought",
        label="当事人已申请复议或者起诉",
        kind="boolean",
        examples=("否",),
    ),
    RECORDS,
    Field(
        key="carried_out",
        label="首次实施日期",
        kind="date",
        computed=_carried_out,
        help="加处或者强制执行，先实施的一日。",
    ),
    Field(key="agreed", label="达成执行协议日期", kind="date", source=article("第四十二条")),
    Field(key="agreement", label="执行协议的内容", kind="long_text", help="可以约定分阶段履行。"),
    Field(
        key="agreement_harmless",
        label="不损害公共利益和他人合法权益",
        kind="boolean",
        examples=("是",),
        source=article("第四十二条"),
    ),
)
_HALTS = (
    Field(key="suspended", label="中止执行日期", kind="date", source=article("第三十九条")),
    Field(key="suspension_grounds", label="中止的情形", kind="long_text"),
    Field(key="resumed", label="恢复执行日期", kind="date", source=article("第三十九条")),
    Field(
        key="unable",
        label="没有明显社会危害，当事人确无能力履行",
        kind="boolean",
        source=article("第三十九条"),
    ),
    Field(key="given_up", label="不再执行日期", kind="date", source=article("第三十九条")),
    Field(key="terminated", label="终结执行日期", kind="date", source=article("第四十条")),
    Field(key="termination_grounds", label="终结的情形", kind="long_text"),
)
_COURT = (
    Field(key="applied", label="申请法院执行日期", kind="date", source=article("第五十三条")),
    Field(key="court", label="人民法院", kind="unit", outside=True),
    Field(key="court_received", label="法院接到申请日期", kind="date"),
    Field(key="court_accepted", label="法院受理日期", kind="date", source=article("第五十六条")),
    Field(
        key="ruling_received",
        label="收到不予受理裁定日期",
        kind="date",
        source=article("第五十六条"),
    ),
    Field(
        key="objected",
        label="向上一级法院申请复议日期",
        kind="date",
        source=article("第五十六条"),
    ),
    Field(key="dropped", label="决定不再申请日期", kind="date"),
    Field(
        key="in_doubt",
        label="法院认为有明显违法情形",
        kind="boolean",
        examples=LEFT_EMPTY,
        source=article("第五十八条"),
    ),
    Field(key="ruled", label="法院裁定日期", kind="date", source=article("第五十七条")),
    Field(key="ruling_grounds", label="不准予执行的理由", kind="long_text"),
)
_END = (
    Field(key="performed", label="当事人履行完毕日期", kind="date"),
    Field(key="finished", label="执行完毕日期", kind="date"),
    *ANNULMENT,
)
FIELDS = (*_DEMAND, *_DECISION, *_EXECUTION, *_HALTS, *_COURT, *_END)
"""All of them."""

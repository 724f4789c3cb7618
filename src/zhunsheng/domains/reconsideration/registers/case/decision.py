"""What is recorded of how a case ends, and of what follows the decision."""

from zhunsheng.domains.reconsideration.registers.shared import article
from zhunsheng.engine.registers.fields import Choice, Field

OUTCOMES = (
    Choice(key="change", label="变更", group="纠正"),
    Choice(key="revoke", label="撤销", group="纠正"),
    Choice(key="partly_revoke", label="部分撤销", group="纠正"),
    Choice(key="confirm_illegal", label="确认违法", group="纠正"),
    Choice(key="invalid", label="确认无效", group="纠正"),
    Choice(key="perform", label="责令限期履行", group="纠正"),
    Choice(key="agreement", label="行政协议责任", group="其他"),
    Choice(key="uphold", label="维持", group="不支持"),
    Choice(key="reject_request", label="驳回行政复议请求", group="不支持"),
    Choice(key="dismiss", label="驳回行政复议申请", group="不支持"),
    Choice(key="mediated", label="调解", group="其他"),
    Choice(key="terminated", label="终止", group="其他"),
)
CORRECTING = frozenset(
    {"change", "revoke", "partly_revoke", "confirm_illegal", "invalid", "perform"}
)
"""Outcomes that put an act right: 变更、撤销、确认违法（无效）、责令履行."""

AGAINST_SILENCE = frozenset({"revoke", "partly_revoke", "confirm_illegal", "invalid", "perform"})
"""What the law lets be decided where the respondent has not answered (article 70)."""

WITH_COMPENSATION = frozenset({"revoke", "partly_revoke", "change", "confirm_illegal", "invalid"})
"""Outcomes with which a claim for compensation is decided at the same time (article 72)."""

DRAFT = (
    Field(key="outcome", label="结果", kind="choice", choices=OUTCOMES),
    Field(key="findings", label="认定的事实", kind="long_text", personal=True),
    Field(key="reasons", label="决定的理由", kind="long_text"),
    Field(key="basis", label="依据", kind="instrument"),
    Field(
        key="worse",
        label="对申请人更为不利",
        kind="boolean",
        source=article("第六十三条"),
    ),
    Field(
        key="third_party_opposed",
        label="第三人提出相反请求",
        kind="boolean",
        source=article("第六十三条"),
    ),
    Field(
        key="redo_ordered",
        label="责令重新作出行政行为",
        kind="boolean",
        source=article("第六十四条"),
    ),
    Field(
        key="performance_until",
        label="履行期限",
        kind="date",
        help="决定书写明履行、重作期限的填写；履行情况在“复议决定履行”里跟踪。",
    ),
    Field(
        key="compensation",
        label="赔偿请求的处理",
        kind="choice",
        source=article("第七十二条"),
        choices=(
            Choice(key="granted", label="给予赔偿"),
            Choice(key="rejected", label="驳回赔偿请求"),
        ),
    ),
)

DECISION = (
    Field(
        key="approved_how",
        label="决定的通过方式",
        kind="choice",
        source=article("第六十一条"),
        choices=(
            Choice(key="head", label="复议机关负责人同意"),
            Choice(key="collective", label="集体讨论通过"),
        ),
    ),
    Field(key="decided", label="作出决定日期", kind="date", source=article("第六十二条")),
    Field(key="decision_number", label="决定书文号"),
    Field(key="decision", label="决定书、调解书", kind="attachments"),
    Field(
        key="voluntary",
        label="各方自愿且内容合法",
        kind="boolean",
        source=article("第五条"),
    ),
    Field(
        key="all_signed",
        label="各方当事人已签字或者签章",
        kind="boolean",
        source=article("第七十三条"),
    ),
    Field(
        key="sealed",
        label="已加盖复议机关印章",
        kind="boolean",
        source=article("第七十三条"),
    ),
    Field(key="mediated", label="调解书生效日期", kind="date", source=article("第七十三条")),
    Field(key="terminated", label="终止日期", kind="date", source=article("第四十一条")),
    Field(
        key="termination_ground",
        label="终止的情形",
        kind="choice",
        source=article("第四十一条"),
        choices=(
            Choice(key="withdrawn", label="撤回申请"),
            Choice(key="settled", label="和解后撤回申请"),
            Choice(key="stayed_60", label="特定中止满60日原因未消除"),
            Choice(key="other", label="第四十一条的其他情形"),
        ),
    ),
    Field(
        key="withdrawal_allowed",
        label="准予撤回",
        kind="boolean",
        source=article("第七十四条"),
    ),
    Field(key="termination_reasons", label="终止的理由", kind="long_text"),
)

AFTERWARDS = (
    Field(
        key="delivered",
        label="送达日期",
        kind="date",
        source=article("第七十五条"),
        help="决定书一经送达即发生法律效力。",
    ),
    Field(key="published", label="决定书公开日期", kind="date", source=article("第七十九条")),
    Field(
        key="unpublished_reasons",
        label="决定书不公开的理由",
        kind="long_text",
        source=article("第七十九条"),
    ),
    Field(key="copied_to", label="抄告的上一级主管部门", source=article("第七十九条")),
    Field(key="copied", label="抄告日期", kind="date", source=article("第七十九条")),
    Field(key="performed", label="被申请人履行日期", kind="date", source=article("第七十七条")),
    Field(
        key="performance_ordered",
        label="责令限期履行日期",
        kind="date",
        source=article("第七十七条"),
    ),
    Field(
        key="performance_measures",
        label="约谈、通报",
        kind="choice",
        several=True,
        source=article("第七十七条"),
        choices=(
            Choice(key="talk", label="约谈有关负责人"),
            Choice(key="circular", label="通报批评"),
            Choice(key="reported", label="移送处分建议"),
        ),
    ),
    Field(
        key="sued",
        label="被提起行政诉讼日期",
        kind="date",
        help="申请人对复议决定不服，起诉到法院之日；归档以前登记。",
    ),
    Field(
        key="lawsuit",
        label="应诉案件",
        kind="reference",
        refers_to="litigation.lawsuit",
    ),
    Field(
        key="returned",
        label="反馈原办单位日期",
        kind="date",
        help="纠正的案件，把决定反馈给作出行政行为的单位，由其登记整改、到办结。",
    ),
    Field(key="closed", label="归档日期", kind="date"),
)

FIELDS = (*DRAFT, *DECISION, *AFTERWARDS)

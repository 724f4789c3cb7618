"""Figures of what surrounds lawsuits: circulars, letters, disputes resolved, enforcement, training."""

from zhunsheng.engine.indicators.conditions import by, days, in_time, not_by
from zhunsheng.engine.indicators.declarations import Count, Mean, Share, Total

_GROUP = "应诉监督和争议化解"
_CIRCULAR = "行政机关负责人出庭应诉情况通报制度"
_LETTERS = "应诉提示函、督办函制发的要求"
_RESOLVING = "行政争议实质性化解的要求"
_FAST = "侵权和行政非诉执行快速处理机制"

CIRCULARS = (
    Total(
        key="circulated_due",
        label="通报的应出庭案件",
        register="circular",
        on="to_day",
        of="due_total",
        source=_CIRCULAR,
        says="止日在期内的通报里，应出庭件数之和，用来与应诉台账核对。",
        group=_GROUP,
    ),
    Total(
        key="circulated_attended",
        label="通报的实际出庭案件",
        register="circular",
        on="to_day",
        of="attended_total",
        source=_CIRCULAR,
        says="止日在期内的通报里，实际出庭件数之和，用来与应诉台账核对。",
        group=_GROUP,
    ),
)

LETTERS = (
    Count(
        key="reminders",
        label="应诉提示函",
        register="letter",
        counts=lambda letter, _: letter.kind == "reminder",
        said_as=("应诉提示函", "制发应诉提示函"),
        source=_LETTERS,
        says="期内发出的应诉提示函。",
        group=_GROUP,
        measure="份",
    ),
    Count(
        key="urgings",
        label="应诉督办函",
        register="letter",
        counts=lambda letter, _: letter.kind == "urging",
        said_as=("督办函", "应诉督办函"),
        source=_LETTERS,
        says="期内发出的督办函。",
        group=_GROUP,
        measure="份",
    ),
    Share(
        key="letters_answered_on_time",
        label="提示函、督办函按期回复率",
        register="letter",
        on="until",
        counts=lambda letter, _: in_time(letter.replied, letter.until),
        said_as=("应诉提示函、督办函按期回复率",),
        source=_LETTERS,
        says="回复期限在期内的函件中，按期回复的；没有回复的计入分母。",
        group=_GROUP,
        measure="份",
        better="more",
    ),
)

# 化解方式只在登记化解时填写：有方式的就是已化解的。
DISPUTES = (
    Count(
        key="disputes_resolved",
        label="实质化解的行政争议",
        register="dispute",
        on="ended",
        counts=lambda dispute, _: dispute.method.notnull(),
        said_as=(
            "实质化解案件",
            "府院联动实质化解案件",
            "实质性化解行政争议",
            "实质化解行政争议",
        ),
        source=_RESOLVING,
        says="期内以调解、和解、撤回化解的争议。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="resolved",
        label="行政争议实质化解率",
        register="dispute",
        counts=lambda dispute, period: dispute.method.notnull() & by(dispute.ended, period),
        said_as=("行政争议实质性化解率", "行政争议化解率"),
        source=_RESOLVING,
        says="期内开始化解的争议中，期末已不经裁判化解的。",
        group=_GROUP,
        better="more",
    ),
    Count(
        key="unresolved",
        label="尚未化解的行政争议",
        register="dispute",
        holds="by_end",
        counts=lambda dispute, period: dispute.method.isnull() | not_by(dispute.ended, period),
        said_as=("未化解的行政争议",),
        source=_RESOLVING,
        says="到期末没有化解的争议，化解不成的也在内；点开就是清单。",
        group=_GROUP,
        better="fewer",
    ),
)

ENFORCEMENT = (
    Mean(
        key="days_to_apply",
        label="非诉执行平均申请用时",
        register="enforcement",
        on="applied",
        of=lambda one, _: days(one.suit_expired, one.applied),
        said_as=("行政非诉执行平均申请用时",),
        source=_FAST,
        says="期内申请法院执行的，从起诉期限届满到申请的自然日的平均数。",
        group=_GROUP,
        measure="日",
        better="fewer",
    ),
    Mean(
        key="days_to_ruling",
        label="非诉执行平均裁定用时",
        register="enforcement",
        on="ruled",
        of=lambda one, _: days(one.applied, one.ruled),
        said_as=("行政非诉执行平均裁定用时",),
        source=_FAST,
        says="期内裁定的，从申请到裁定的自然日的平均数。",
        group=_GROUP,
        measure="日",
        better="fewer",
    ),
    Mean(
        key="days_to_execution",
        label="非诉执行平均执行用时",
        register="enforcement",
        on="executed",
        of=lambda one, _: days(one.ruled, one.executed),
        said_as=("行政非诉执行平均执行用时",),
        source=_FAST,
        says="期内执行完毕的，从裁定到执行完毕的自然日的平均数。",
        group=_GROUP,
        measure="日",
        better="fewer",
    ),
    Count(
        key="executions_overdue",
        label="逾期未执行的行政非诉执行",
        register="enforcement",
        on="execute_until",
        holds="by_end",
        counts=lambda one, period: (one.execute_until < period.end) & not_by(one.executed, period),
        said_as=("逾期未执行的非诉执行案件",),
        source=_FAST,
        says="应执行完毕日期已过、到期末没有执行完毕的；点开就是清单。",
        group=_GROUP,
        better="fewer",
    ),
)

TRAINING = (
    Total(
        key="units_trained",
        label="参加行政诉讼专题培训的单位",
        register="training",
        of="organ_count",
        said_as=(
            "参加行政执法与行政诉讼专题培训的县级部门、乡镇（街道）",
            "行政诉讼专题培训单位",
        ),
        source="府院专题培训的要求",
        says="期内各次专题培训的参训单位数之和。",
        group=_GROUP,
        measure="个",
        better="more",
    ),
)

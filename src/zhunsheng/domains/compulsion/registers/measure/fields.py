"""The fields of a measure of compulsion, in the order in which they are filled."""

from zhunsheng.domains.compulsion.instruments import THREE_SYSTEMS
from zhunsheng.domains.compulsion.registers.measure import computing
from zhunsheng.domains.compulsion.registers.measure.vocabulary import (
    ENDORSEMENTS,
    KINDS,
    OUTCOMES,
)
from zhunsheng.domains.compulsion.registers.shared import (
    ANNULMENT,
    ITEM,
    PARTY,
    RECORDS,
    article,
)
from zhunsheng.engine.registers.fields import Field

_REQUEST = (
    Field(
        key="matter",
        label="案由",
        required=True,
        help="只写涉嫌的违法行为，不写当事人姓名。",
        examples=("涉嫌经营不合格食品", "涉嫌无证经营燃气", "涉嫌销售假冒商品"),
    ),
    *ITEM,
    Field(
        key="penalty_case",
        label="处罚案件编号",
        kind="reference",
        refers_to="penalty.case",
        help="在查处违法案件中采取的填写。",
    ),
    Field(key="kind", label="措施种类", kind="choice", required=True, choices=KINDS),
    *PARTY,
    Field(key="grounds", label="采取措施的理由和依据", kind="long_text", required=True),
    Field(key="begun", label="报批日期", kind="date", required=True, help="当场实施的填当日。"),
    Field(
        key="urgent",
        label="情况紧急，需要当场实施",
        kind="boolean",
        examples=("否", "否", "是"),
        source=article("第十九条"),
    ),
    Field(key="approved", label="负责人批准日期", kind="date", source=article("第十八条")),
    Field(key="refused", label="不批准日期", kind="date"),
    Field(key="refusal", label="不批准的理由", kind="long_text"),
)
_EXECUTION = (
    Field(key="executed", label="实施时间", kind="datetime", source=article("第十八条")),
    Field(
        key="by_itself",
        label="由本机关执法人员实施，没有委托",
        kind="boolean",
        examples=("是",),
        source=article("第十七条"),
    ),
    Field(
        key="officers",
        label="执法人员",
        kind="rows",
        help="至少两名，从执法人员库中选取。",
        source=article("第十八条"),
        columns=(
            Field(
                key="officer",
                label="执法证记录编号",
                kind="reference",
                refers_to="enforcement.officer",
                required=True,
                brings=("mark", "valid_until", "revoked"),
            ),
        ),
    ),
    Field(
        key="fit_officers",
        label="证件有效的执法人员",
        kind="integer",
        measure="人",
        computed=computing.fit_officers,
    ),
    Field(
        key="certificate_shown",
        label="已出示执法证件",
        kind="boolean",
        examples=("是",),
        source=THREE_SYSTEMS.article("二（五）"),
    ),
    Field(key="notified", label="已通知当事人到场", kind="boolean", examples=("是",)),
    Field(
        key="scene_record",
        label="已制作现场笔录",
        kind="boolean",
        examples=("是",),
        source=article("第十八条"),
    ),
    Field(key="decision_number", label="决定书文号", kind="instrument"),
    Field(
        key="things",
        label="场所、设施、财物清单",
        kind="rows",
        columns=(
            Field(key="thing", label="名称", required=True, examples=("食品一批", "设备一台")),
            Field(key="quantity", label="数量", examples=("1件", "20箱")),
            Field(key="perishable", label="不宜久存", kind="boolean"),
            Field(key="kept", label="保管或者处理情况", examples=("由本机关保管",)),
        ),
    ),
    Field(key="amount", label="冻结数额", kind="money", expected=(1, 10_000_000_00)),
    RECORDS,
    Field(
        key="reported",
        label="报告负责人时间",
        kind="datetime",
        source=article("第十九条"),
    ),
    Field(key="endorsement", label="负责人的意见", kind="choice", choices=ENDORSEMENTS),
    Field(
        key="reported_in_time",
        label="在24小时内报告",
        kind="boolean",
        computed=computing.reported_in_time,
        source=article("第十九条"),
    ),
    Field(
        key="delivered",
        label="交付冻结决定书日期",
        kind="date",
        source=article("第三十一条"),
    ),
)
_TERM = (
    Field(
        key="test_from",
        label="检测、检验、检疫或者鉴定开始日期",
        kind="date",
        source=article("第二十五条"),
    ),
    Field(key="test_to", label="检测、检验、检疫或者鉴定结束日期", kind="date"),
    Field(
        key="test_told",
        label="已明确期间并书面告知当事人",
        kind="boolean",
        examples=("是",),
        source=article("第二十五条"),
    ),
    Field(key="extended_by", label="延长期限", kind="integer", measure="日", expected=(1, 30)),
    Field(key="extended_on", label="批准延长日期", kind="date"),
    Field(key="extension_reasons", label="延长的理由", kind="long_text"),
    Field(
        key="extension_told",
        label="已书面告知当事人延长的理由",
        kind="boolean",
        examples=("是",),
        source=article("第二十五条"),
    ),
)
_END = (
    Field(
        key="must_be_lifted",
        label="查明符合解除情形",
        kind="boolean",
        examples=("否",),
        help="五类情形见第二十八条。",
        source=article("第二十八条"),
    ),
    Field(key="handled", label="作出处理决定日期", kind="date"),
    Field(key="outcome", label="处理结果", kind="choice", choices=OUTCOMES),
    Field(key="lifted", label="解除日期", kind="date", source=article("第二十八条")),
    Field(key="lift_grounds", label="解除的理由", kind="long_text"),
    Field(
        key="lapsed",
        label="期满由金融机构解除日期",
        kind="date",
        source=article("第三十三条"),
    ),
    Field(
        key="ended",
        label="措施结束日期",
        kind="date",
        computed=computing.ended,
        help="处理、解除、期满解除中最早的一日。",
    ),
    Field(key="returned", label="退还财物日期", kind="date", source=article("第二十八条")),
    Field(key="archived", label="归档日期", kind="date"),
    *ANNULMENT,
)
FIELDS = (*_REQUEST, *_EXECUTION, *_TERM, *_END)
"""All of them."""

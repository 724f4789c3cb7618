"""The fields of a penalty case after the decision: service, filing, performance, publicity, archive."""

from zhunsheng.domains.penalty.registers.case import computing
from zhunsheng.domains.penalty.registers.case.vocabulary import RECORDS
from zhunsheng.domains.penalty.registers.shared import article
from zhunsheng.engine.registers.fields import Choice, Field

EXECUTION = (
    Field(
        key="service",
        label="送达方式",
        kind="choice",
        choices=(
            Choice(key="in_person", label="当场交付"),
            Choice(key="direct", label="直接送达"),
            Choice(key="mail", label="邮寄送达"),
            Choice(key="electronic", label="电子送达"),
            Choice(key="notice", label="公告送达"),
        ),
    ),
    Field(
        key="e_consent",
        label="当事人已签电子送达确认书",
        kind="boolean",
        source=article("第六十一条"),
    ),
    Field(key="served", label="送达日期", kind="date", source=article("第六十一条")),
    Field(key="deferred_on", label="准予暂缓、分期日期", kind="date", source=article("第六十七条")),
    Field(key="deferred_by", label="暂缓、分期日数", kind="integer", measure="日"),
    Field(
        key="days_late",
        label="逾期缴纳日数",
        kind="integer",
        measure="日",
        help="复议、诉讼期间不计。",
        source=article("第七十三条"),
    ),
    Field(
        key="surcharge",
        label="加处罚款",
        kind="money",
        computed=computing.surcharge,
        source=article("第七十二条"),
    ),
    Field(key="enforced", label="强制执行日期", kind="date"),
    Field(key="reported", label="报送备案日期", kind="date"),
    Field(key="reported_to", label="接受备案的机关", kind="unit", outside=True),
    Field(key="paid", label="缴清日期", kind="date", source=article("第六十七条")),
    Field(key="performed", label="履行完毕日期", kind="date"),
    Field(
        key="records",
        label="全过程记录",
        kind="choice",
        several=True,
        choices=RECORDS,
        source=article("第四十七条"),
    ),
    Field(key="files", label="案卷材料", kind="attachments"),
    Field(key="published", label="公开日期", kind="date", source=article("第四十八条")),
    Field(key="not_published", label="不公开的理由", kind="long_text"),
    Field(key="archived", label="归档日期", kind="date"),
)

"""Proactive disclosure: what is owed, what was published, and what towns publish."""

from zhunsheng.domains.openness.official_vocabulary import STATISTICS
from zhunsheng.domains.openness.registers.shared import (
    ADDRESS,
    PUBLISHED,
    RESPONSIBLE,
    SECRECY_REVIEWED,
    TOPICS,
    UPDATE_DAYS,
    article,
)
from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Check
from zhunsheng.engine.registers.register import Register, RegisterClock

TOPIC = Field(key="topic", label="领域", kind="choice", choices=TOPICS, required=True, public=True)

CATALOGUE_ITEM = Register(
    key="catalogue_item",
    label="主动公开目录",
    shape="list",
    basis="政府信息公开条例（国务院令第711号）第十二条、第二十条",
    says="应当主动公开的事项：依据、责任单位、公开在哪里、多久更新一次。",
    title="name",
    happened="adopted",
    face=("topic", "responsible", "last_update"),
    public=True,
    fields=(
        Field(
            key="name",
            label="事项名称",
            required=True,
            public=True,
            examples=("财政预算决算", "重大项目批准结果", "政府采购目录", "义务教育招生方案"),
        ),
        TOPIC,
        Field(
            key="basis",
            label="公开依据",
            kind="instrument",
            required=True,
            public=True,
            examples=("政府信息公开条例第二十条",),
        ),
        RESPONSIBLE,
        Field(key="adopted", label="列入目录日期", kind="date", required=True, public=True),
        UPDATE_DAYS,
        Field(
            key="last_update",
            label="最近更新日期",
            kind="date",
            public=True,
            source=article("第十二条"),
        ),
        Field(key="retired", label="移出目录日期", kind="date", public=True),
        ADDRESS,
    ),
    due_dates=(
        DueDate(
            key="update",
            label="目录事项更新",
            after=("last_update", "adopted"),
            every="update_days",
            # 第十二条：政府信息公开目录应当及时更新。
            source=article("第十二条"),
            when=lambda item: not item.get("retired"),
        ),
    ),
)

PROACTIVE_ITEM = Register(
    key="proactive_item",
    label="主动公开事项",
    shape="list",
    basis="政府信息公开条例（国务院令第711号）第三章",
    says="应当主动公开的信息：何时形成、何时应公开、公开在哪里，以及年报附表要的数。",
    title="name",
    happened="made",
    face=("made", "topic", "published"),
    public=True,
    fields=(
        Field(
            key="name",
            label="信息名称",
            required=True,
            public=True,
            examples=(
                "惠民补贴发放结果",
                "重大项目批准文件",
                "水质监测月报",
                "公共资源交易结果",
                "义务教育招生方案",
                "行政处罚裁量基准",
            ),
        ),
        TOPIC,
        Field(
            key="catalogue_item",
            label="目录事项",
            kind="reference",
            refers_to="openness.catalogue_item",
        ),
        Field(key="basis", label="公开依据", kind="instrument", public=True),
        RESPONSIBLE,
        Field(
            key="made",
            label="形成或者变更日期",
            kind="date",
            required=True,
            public=True,
            source=article("第二十六条"),
        ),
        SECRECY_REVIEWED,
        PUBLISHED,
        ADDRESS,
        Field(
            key="statistic",
            label="年报附表统计项",
            kind="choice",
            choices=STATISTICS,
            source=article("第二十条"),
            help="规章、规范性文件一件一条；许可、处罚、强制、收费可按批登记，写明数量或者金额。",
        ),
        Field(
            key="quantity",
            label="件数",
            kind="integer",
            measure="件",
            expected=(1, 100_000),
            help="不写的按1件计。",
            examples=("1", "12", "37"),
        ),
        Field(key="charged", label="收费金额", kind="money"),
        Field(key="repealed", label="废止日期", kind="date", public=True),
    ),
    clocks=(RegisterClock(clock="proactive_disclosure"),),
    checks=(
        Check(
            field="secrecy_reviewed",
            says="公开之前须作保密审查。",
            holds=lambda item: not item.get("published") or bool(item.get("secrecy_reviewed")),
            source=article("第十七条"),
        ),
        Check(
            field="charged",
            says="行政事业性收费须写明收费金额。",
            holds=lambda item: item.get("statistic") != "fees" or item.get("charged") is not None,
        ),
    ),
)

TOWN_CATALOGUE = Register(
    key="town_catalogue",
    label="基层政务公开目录",
    shape="list",
    basis="基层政务公开标准化规范化要求",
    says="乡镇、街道应公开的事项和公开情况；一个乡镇的事项全部公开，目录才算完整。",
    title="name",
    happened="adopted",
    face=("region", "until", "published"),
    public=True,
    fields=(
        Field(
            key="name",
            label="公开事项",
            required=True,
            public=True,
            examples=("社会救助", "养老服务", "涉农补贴", "公共文化服务"),
        ),
        Field(key="region", label="乡镇、街道", kind="region", required=True, public=True),
        RESPONSIBLE,
        Field(key="adopted", label="列入目录日期", kind="date", required=True, public=True),
        Field(key="until", label="应公开日期", kind="date", public=True),
        PUBLISHED,
        ADDRESS,
    ),
    due_dates=(DueDate(key="publication", label="基层事项公开", until="until", ends="published"),),
)

"""The words a penalty case is described with: kinds of penalty, outcomes, what must be told and written."""

from zhunsheng.engine.registers.fields import Choice

PENALTIES = (
    Choice(key="warning", label="警告"),
    Choice(key="criticism", label="通报批评"),
    Choice(key="fine", label="罚款"),
    Choice(key="confiscation", label="没收违法所得、非法财物"),
    Choice(key="large_confiscation", label="没收较大数额、较大价值的财物"),
    Choice(key="suspended_licence", label="暂扣许可证件"),
    Choice(key="downgraded", label="降低资质等级"),
    Choice(key="revoked_licence", label="吊销许可证件"),
    Choice(key="closure", label="责令停产停业、责令关闭"),
    Choice(key="restriction", label="限制开展生产经营活动、限制从业"),
    Choice(key="other", label="法律、行政法规规定的其他处罚"),
)
WITH_HEARING = frozenset(
    {"large_confiscation", "downgraded", "revoked_licence", "closure", "restriction"}
)
"""Kinds of penalty before which a hearing may be asked for, whatever the amount (article 63)."""

LENIENT = (
    Choice(key="exempt", label="轻微免罚"),
    Choice(key="first_time", label="首违不罚"),
    Choice(key="lighter", label="从轻处罚"),
    Choice(key="reduced", label="减轻处罚"),
)
"""What the leniency list says of a violation."""

OUTCOMES = (
    Choice(key="penalty", label="给予处罚"),
    Choice(key="exempt", label="违法轻微，不予处罚"),
    Choice(key="unfounded", label="违法事实不能成立，不予处罚"),
    Choice(key="no_fault", label="没有主观过错，不予处罚"),
)
EXEMPT = frozenset({"exempt", "no_fault"})

TOLD = (
    Choice(key="content", label="拟处罚的内容"),
    Choice(key="facts", label="事实"),
    Choice(key="reasons", label="理由"),
    Choice(key="basis", label="依据"),
    Choice(key="defence", label="陈述、申辩的权利"),
    Choice(key="hearing", label="要求听证的权利"),
)
ALWAYS_TOLD = frozenset({"content", "facts", "reasons", "basis", "defence"})

WRITTEN = (
    Choice(key="party", label="当事人的姓名或者名称、地址"),
    Choice(key="facts", label="违法事实和证据"),
    Choice(key="penalty", label="处罚的种类和依据"),
    Choice(key="performance", label="履行方式和期限"),
    Choice(key="remedies", label="复议、诉讼的途径和期限"),
    Choice(key="organ", label="机关名称和决定日期"),
)
"""What the written decision must hold (article 59)."""

REVIEWED = (
    Choice(key="public_interest", label="涉及重大公共利益"),
    Choice(key="major_rights", label="直接关系重大权益，经过听证"),
    Choice(key="difficult", label="疑难复杂、牵涉多个法律关系"),
    Choice(key="catalogue", label="列入本机关法制审核目录"),
)

RECORDS = (
    Choice(key="text", label="文字记录"),
    Choice(key="audio", label="录音"),
    Choice(key="video", label="录像"),
)

FIELDS_OF_WORK = (
    Choice(key="food_drugs", label="食品药品"),
    Choice(key="work_safety", label="安全生产"),
    Choice(key="public_health", label="公共卫生"),
    Choice(key="city", label="城市管理"),
    Choice(key="environment", label="生态环境"),
    Choice(key="land", label="土地管理"),
    Choice(key="planning", label="建设规划"),
    Choice(key="road_traffic", label="交通安全"),
    Choice(key="transport", label="交通运输"),
    Choice(key="chemicals", label="危险化学品"),
    Choice(key="building_sites", label="建筑工地"),
    Choice(key="fire", label="城市消防"),
    Choice(key="housing", label="小区物业"),
    Choice(key="emergency", label="应急管理"),
    Choice(key="market", label="市场监管"),
    Choice(key="culture", label="文化市场"),
    Choice(key="agriculture", label="农业农村"),
    Choice(key="intellectual_property", label="知识产权"),
    Choice(key="other", label="其他"),
)
"""The key fields that the plans name."""

FORMS = (
    Choice(key="alone", label="单独执法"),
    Choice(key="integrated", label="综合执法"),
    Choice(key="joint", label="联合执法"),
    Choice(key="cooperative", label="协作执法"),
)
METHODS = (
    Choice(key="on_site", label="现场执法"),
    Choice(key="off_site", label="非现场执法"),
    Choice(key="mobile", label="掌上执法"),
)

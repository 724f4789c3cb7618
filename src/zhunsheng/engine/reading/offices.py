"""Names of offices: what ends one, the short forms in use, which names are collective."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

# What the last characters of an office's name may be, brackets behind it left out.
_ENDING = re.compile(
    r"(?:局|委|办|厅|部|院|会|署|中心|政府|室|公司|[队站所行社处科股镇乡]|街道|[区县市州盟旗]|部门|单位|机关|机构|组织|团体|校|学|团|联|台|馆|组"
    r"|专班|企业|成员|园|村|居|厂|矿|网|庭|集团|领域|省|主体|各地|[镇街]街|工委|街|方|部队|基地|协|联社|银监|证监|央行|残联|妇联|侨联|科协|文联|工会|法院"
    r"|防办|分行|支行|管护|总站|服务点|医院|供电|电网|移动|电信|联通|铁塔|邮政|烟草|盐业)$"
)
# 以动词开头的是事项，不是单位；组织部、建设局等除外。
_ACTION = re.compile(
    r"(?:开工|新建|启动|建成|完成|推进|加快|加强|实施|开展|打造|编制|推行|落实|做好|改造|提升|优化|制定|建立|健全|深化|强化|迁建|改扩建|扩建|创建|举办|继续|持续|进一步|确保|支持|鼓励|引导"
    r"|组织(?!部|委)|建设(?!局|银行|厅|委|部|管理|工程|集团|中心|投资)|规范(?!办))"
)
_TAIL_BRACKET = re.compile(r"[（(][^（()）]{1,20}[）)]?$")
_CLEAR_ENDING = re.compile(
    r"(?:局|委|办|厅|院|会|署|中心|政府|办公室|公司|队|部门|单位|镇|乡|街道|镇街|开发区|园区|高新区|县区|处|部|联|所|站|行|集团|机关)$"
)
_COLLECTIVE = re.compile(
    r"各|有关|相关|成员单位|其[他它余]|全[省市县区州]|所有|(?:[省市区县州]|中央|国家|驻[一-鿿])(?:直|级|属|府)?(?:各)?(?:部门|单位|机关)"
    r"|(?:执法|主管|监管|职能|责任|审批|业务|牵头|配合|服务)(?:部门|单位|机关|主体)|^(?:乡镇|镇街|镇（街道）|街道)"
)
_LEVEL = re.compile(r"(?:^|[^各])(?P<level>[省市区县州盟旗镇乡])")
_PLACE = re.compile(
    r"(?!各|全|本|自治)[一-鿿]{2,6}?(?P<level>[省市县区州盟旗])(?=[一-鿿]{1,16}(?:局|委|办|厅|院|会|署|中心|室|部|队|行|社|政府)$)"
)
_OWN_LEVELS = "省市区县州盟旗镇乡"

# 机构简称与全称；一个层级内同名即同一机构。
SHORT_FORMS: dict[str, str] = {
    "发改局": "发展和改革局",
    "发改委": "发展和改革委员会",
    "发展改革局": "发展和改革局",
    "发展改革委": "发展和改革委员会",
    "教科局": "教育和科学技术局",
    "教体局": "教育和体育局",
    "教育体育局": "教育和体育局",
    "工信局": "工业和信息化局",
    "工信厅": "工业和信息化厅",
    "工信委": "工业和信息化委员会",
    "经信局": "经济和信息化局",
    "经信厅": "经济和信息化厅",
    "经信委": "经济和信息化委员会",
    "人社局": "人力资源和社会保障局",
    "人社厅": "人力资源和社会保障厅",
    "人力社保局": "人力资源和社会保障局",
    "人力资源社会保障局": "人力资源和社会保障局",
    "人力资源社会保障厅": "人力资源和社会保障厅",
    "自规局": "自然资源和规划局",
    "自然资源规划局": "自然资源和规划局",
    "资规局": "自然资源和规划局",
    "住建局": "住房和城乡建设局",
    "住建厅": "住房和城乡建设厅",
    "住建委": "住房和城乡建设委员会",
    "住房城乡建设局": "住房和城乡建设局",
    "住房城乡建设厅": "住房和城乡建设厅",
    "交通局": "交通运输局",
    "农业局": "农业农村局",
    "文旅局": "文化和旅游局",
    "文旅厅": "文化和旅游厅",
    "文化旅游局": "文化和旅游局",
    "文广旅局": "文化广播电视和旅游局",
    "文广旅体局": "文化广电旅游体育局",
    "文体广新局": "文化体育广播电视新闻出版局",
    "卫健局": "卫生健康局",
    "卫健委": "卫生健康委员会",
    "卫生健康委": "卫生健康委员会",
    "卫计局": "卫生和计划生育局",
    "卫计委": "卫生和计划生育委员会",
    "退役军人局": "退役军人事务局",
    "应急局": "应急管理局",
    "应急厅": "应急管理厅",
    "市监局": "市场监督管理局",
    "市场监管局": "市场监督管理局",
    "市场监管总局": "市场监督管理总局",
    "医保局": "医疗保障局",
    "机关事务局": "机关事务管理局",
    "政务服务局": "政务服务管理局",
    "政数局": "政务服务和数据管理局",
    "政务服务和数据局": "政务服务和数据管理局",
    "行政审批局": "行政审批服务局",
    "综合执法局": "综合行政执法局",
    "城管局": "城市管理局",
    "城管执法局": "城市管理综合行政执法局",
    "金融办": "金融工作办公室",
    "大数据局": "大数据管理局",
    "乡村振兴局": "乡村振兴局",
    "林草局": "林业和草原局",
    "国资委": "国有资产监督管理委员会",
    "国资局": "国有资产监督管理局",
    "环保局": "环境保护局",
    "安监局": "安全生产监督管理局",
    "食药监局": "食品药品监督管理局",
    "药监局": "药品监督管理局",
    "编办": "机构编制委员会办公室",
    "委编办": "机构编制委员会办公室",
    "法制办": "法制办公室",
    "政府办": "政府办公室",
    "府办": "政府办公室",
    "政府办公室": "政府办公室",
    "残联": "残疾人联合会",
    "妇联": "妇女联合会",
    "工商联": "工商业联合会",
    "检察院": "人民检察院",
    "法院": "人民法院",
}


def is_office(name: str) -> bool:
    """Whether a name may be that of an office, a government or a group of them, by how it ends."""
    if not 2 <= len(name) <= 40 or _ACTION.match(name):
        return False
    return bool(_ENDING.search(_TAIL_BRACKET.sub("", name) or name))


def ends_an_office(text: str) -> bool:
    """Whether a text ends in a word that clearly ends an office's name (局, 委, 人民政府 …)."""
    return bool(_CLEAR_ENDING.search(_TAIL_BRACKET.sub("", text) or text))


def is_collective(name: str) -> bool:
    """
    Whether a name stands for a group and not for one office.

    >>> is_collective("区级有关部门"), is_collective("各街道办事处"), is_collective("区司法局")
    (True, True, False)
    """
    return _COLLECTIVE.search(name) is not None


def usual_level(names: Iterable[str]) -> str:
    """Get the level (县, 市 …) that most of the names begin with, or nothing."""
    levels = Counter(
        name[0] for name in names if name[0] in _OWN_LEVELS and not is_collective(name)
    )
    return levels.most_common(1)[0][0] if levels else ""


def canonical(name: str, level: str = "") -> str:
    """
    Get the name under which the short and full forms of one office meet.

    `level` is put before a name that has none: 司法局 in a county's plan is 县司法局.

    >>> canonical("县市场监管局") == canonical("县市场监督管理局"), canonical("司法局", "县")
    (True, '县司法局')
    """
    if is_collective(name):
        return name
    place = _PLACE.match(name)
    plain = name[place.start("level") :] if place else name
    own = plain[0] if plain[0] in _OWN_LEVELS else ""
    core = plain[len(own) :]
    if not own and core not in SHORT_FORMS and not re.fullmatch(r"[一-鿿]{2,10}(?:局|委|厅)", core):
        return name
    return (own or level) + SHORT_FORMS.get(core, core)


def met_offices(names: Iterable[str]) -> dict[str, str]:
    """
    Get for each name the office it stands for, over all the names of one document.

    A name whose characters stand in order within exactly one longer name of the same level and
    ending is taken for its short form.
    """
    distinct = list(dict.fromkeys(names))
    level = usual_level(distinct)
    offices = {name: canonical(name, level) for name in distinct}
    by_frame: dict[tuple[str, str, str], list[str]] = {}
    for office in dict.fromkeys(offices.values()):
        if len(office) >= 3 and not is_collective(office):
            by_frame.setdefault((office[0], office[1], office[-1]), []).append(office)
    longer: dict[str, str] = {}
    for group in by_frame.values():
        for office in group:
            wider = [
                other for other in group if len(other) > len(office) and _within(office, other)
            ]
            if len(wider) == 1:
                longer[office] = wider[0]
    return {name: longer.get(office, office) for name, office in offices.items()}


def _within(short: str, full: str) -> bool:
    rest = iter(full)
    return all(character in rest for character in short)

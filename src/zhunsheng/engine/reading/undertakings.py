"""Whether a number in a plan is something to be done, or only describes what there is."""

from __future__ import annotations

import re

from zhunsheng.engine.reading.comparators import Comparison
from zhunsheng.engine.reading.measures import is_money
from zhunsheng.engine.reading.quantities import Quantity

_VERBS = re.compile(
    r"新[建增植设创改上开种栽购聘招]|[改扩续迁翻重]建|建[成设立好]|打造|培[育养训植]|增[加设添建配]|完[成善]|实施|推[进出广行动荐介]|举[办行]|开[展设通工办发播]|组[织建]|召开|发[布展放行]|编制|制定|制作|"
    r"出台|修[订复编缮建]|创[建办成]|认定|评[选定审查]|引[进育导]|招[引商聘录]|改造|维修|治理|整[治合改修]|清[理淤收退]|设[立置]|配[备置齐]|聘[请任用]|选[派聘树拔育]|办[理好结成]|解决|帮[扶助]|资助|救助|减[轻少免负]|"
    r"压[减降缩]|缩[减短]|淘汰|关停|植树|造林|种植|扶持|支持|抓[好实]|落[实户地]|争取|力争|确保|实现|免费|筛查|体检|安排|投[入放用]|筹[集建措]|提供|转移|安置|脱贫|审[结理]|自查|检查|抽查|督查|评比|征集|归集|接入|"
    r"购置|安装|铺设|延伸|硬化|绿化|形成|宣讲|走访|攻克|突破|取得|获[得评批]|申报|入[库选]|签约|孵化|储备|竣工|投产|募集|融资|销售|下降|降低|增长|提高|提升|上升|扩大|净增|消除|化解|拆除|盘活|复[垦耕]|供应|供地|收储|"
    r"覆盖|惠及|服务|吸纳|带动|达|保持|稳定|示范|采集|录入|升级|协助|指导|推动|促成|布局|布设|搭建|启动|推选|命名|保护|调处|调解|回收|处置|报送|报道|刊发|参加|列席|学习|述法|旁听|演练|培优|壮大|总?投资|产[量值能]|规模"
)
_MEASURED = re.compile(
    r"(?:率|比例|占比|比重|度|指数|幅|增[速长幅]|涨幅|总量|总数|数量?|额|值|面积|里程|人数|次数|件数|不少于|力争|目标)(?:为|是|在|：|:)?$"
)
_EXISTING = re.compile(
    r"(?:全[市县区省州国镇乡村街]|共|现有|已有|共有|原有|所有|所辖|下辖|辖|其余|其他|上述|下列|以下|这|该|各|第|近|过去|前|首批的|涉及的?|列入的?|等|围绕|聚焦|针对|按照|依托|覆盖全[市县区省]|由|从|在|以|对|跨)$"
)
_PAST = re.compile(
    r"(?<![比较])(?:去年|上年(?!度)|上一年)|截至|截止|累计(?:已|建成|完成)?(?!达到)|已(?:经|建|完|达|有|实|累|成|开|办|认|培|获)|现有|目前|此前|[建完达实办](?:成|到|现|结)了|了$|五年来|过去|以来"
)
_STRUCTURE = re.compile(
    r"(?:方面|阶段|环节|领域|部分|层面|层次|步骤|维度|要素|大体系|小组|工作组|专班|原则|重点|关键|问题导向|以上文件|必须|坚持|确保|个一|全会|党代会|代表大会|会议精神)"
)
_DONE_TO = re.compile(
    r"(?:^|[^全各])(?:为|给|向|对)(?:全[省市县区镇乡街])?$|在[^全各，。；]{0,24}$"
)
_DONE = re.compile(
    r"推行|推广|开展|试点|启动|实施|免费|提供|发放|办理|检查|抽查|体检|培训|进行|改造"
)
_PENALTY = re.compile(r"罚款|罚金|处罚金|有期徒刑|违约金|滞纳金|停业|停产|拘留|暂扣|吊扣|吊销|处以")
_GRANT = re.compile(
    r"(?:的)?(?:标准)?(?:的?一次性)?(?:给予|予以|进行)?(?:资金)?(?:奖励|补助|补贴|奖补|资助|贴息|补偿|加计扣除|征收|计征|扣除)"
)
_GRANTED = re.compile(
    r"(?:补助|补贴|奖励|奖补|资助|贴息|给予)[^。；;]{0,40}?(?:最高|每[家个户人项年][^。；;]{0,12}|不超过|上限为?)$"
)
_BY = re.compile(r"(?:按照?|以|的)$")
_DESCRIPTION = re.compile(
    r"(?:(?<![增成生延])长|宽|深|厚)约?$|(?:占地|用地|建筑|总建筑|总长|全长|总投资|概算|规划面积|一式|每份|单价|原价|户籍|常住)[^，。；、]{0,8}$"
)
_SIZE = re.compile(r"[长宽高深厚](?![一-鿿])")
_COMPLETED = re.compile(
    r"[^，,。；;：:！？\n]{1,24}?(?:全面|全部|基本|如期|实现)?(?:建成|完成|完工|竣工|开工|投用|投产|投入使用|达标|达到|成功上市)(?=[^一-鿿]|投|使|$|并)"
)
_OF_WHICH_PLACE = re.compile(
    r"其中[^。；;]{0,60}?(?:^|[：:、，,])?[一-鿿]{1,8}[县区市镇乡村](?:街道|社区)?$"
)
_SHORTENED = re.compile(r"(?:缩短|压缩|压减|提速|减少|提前)[^，。；]{0,6}$")
_CHANGED = re.compile(r"(?:提[高升]|增[加长]|上升|下降|降低|减少|压减)$")
_OFFICES = re.compile(
    r"(?:县|市|区|省)(?:[（(、和直级]|$)|乡镇|乡[（(、]|镇[（(、]|街道|[一-鿿]{0,4}(?:部门|成员单位|责任单位)"
)
_MAKING = re.compile(
    r"(?:新[建设增]|建[成设立]|打造|创[建成]|培育|命名|认定|评选|完成|改造|撤[并销])$"
)
_ALL_OF = re.compile(r"[^，,。；;\d]{1,16}[均都][^，,。；;\d]{0,8}\d")
_SETTLED = re.compile(r"(?:内)?(?:办结|办好|完成|办理完毕|拿照|出证|答复|回复|发证)")
_STEPS = re.compile(r"个?(?:环节|步骤)")
_TITLE = re.compile(r"《[^》\n]{0,80}(?:》(?:（[^）]{0,24}）)?|$)")
_ENDS = re.compile(r"[，,。；;、：！？（(）)\n]|$")
_NAMED = re.compile(r"[一-鿿”）)][一-鿿”）)]$")
_RATE_OF_ACTION = re.compile(
    r"(?:网上|线上|全程|一次|按时|按期|限时|实现|达标|落实|完成|纳入|公开|覆盖|上网|合格|办结|整改|回访|提前)"
)


def is_undertaking(
    text: str, begin: int, clause: int, quantity: Quantity, comparison: Comparison
) -> bool:
    """
    Whether a number (that describes nothing else) is a target.

    `begin` is where the words begin that belong to it: the clause, or what stands before it there.
    Words of comparison make a target of any number; a bare number needs a verb of doing in the
    clause, a bare percentage the name of what it measures.
    """
    before = text[max(begin, quantity.start - 60) : quantity.start]
    if _is_no_aim(text, before, clause, quantity, comparison):
        return False
    if comparison.stated:
        return True
    after = text[comparison.end : comparison.end + 12]
    if quantity.is_duration:
        return comparison.reached or bool(_SHORTENED.search(before) or _SETTLED.match(after))
    if quantity.is_share or quantity.unit == "倍":
        named = _MEASURED.search(before) or _VERBS.search(before) or _RATE_OF_ACTION.match(after)
        return comparison.reached or bool(named and not _BY.search(before))
    return _is_count_to_reach(text, before, clause, quantity, comparison)


def _is_no_aim(
    text: str, before: str, clause: int, quantity: Quantity, comparison: Comparison
) -> bool:
    """Whether a number is a penalty, a grant, a size, or what has been reached before."""
    after = text[comparison.end : comparison.end + 12]
    penalty = _PENALTY.search(after) or _PENALTY.search(_deed(text, clause, quantity))
    if penalty or _GRANT.match(after):
        return True
    if is_money(quantity.unit) and _GRANTED.search(text, max(clause - 60, 0), quantity.start):
        return True
    vague = comparison.comparator == "~" or not comparison.stated
    if _SIZE.match(after) or (vague and _DESCRIPTION.search(before)):
        return True
    if quantity.chinese and not _is_counted_in_words(before, quantity, comparison):
        return True
    past = _PAST.search(text, max(clause, quantity.start - 60), quantity.start)
    return bool(past) and not comparison.stated


def _is_count_to_reach(
    text: str, before: str, clause: int, quantity: Quantity, comparison: Comparison
) -> bool:
    """Whether a bare count is what is to be done: a verb of doing goes before it, or one closes the clause."""
    start = comparison.end
    steps = comparison.reached and _STEPS.match(text, start)
    if _STRUCTURE.match(text, start) and not steps:
        return False
    if _OF_WHICH_PLACE.search(text, max(clause - 60, 0), quantity.start):
        return False
    offices = quantity.unit in {"个", "家"} and _OFFICES.match(text, start)
    if (offices and not _MAKING.search(before)) or _ALL_OF.match(text, start):
        return False
    if _COMPLETED.match(text, start, start + 40):
        return True
    if _DONE_TO.search(before) and _DONE.search(text, start, start + 16):
        return True
    if _EXISTING.search(before):
        return False
    if _NAMED.search(before) and _ENDS.match(text, start):
        return True
    verb = _VERBS.search(_deed(text, clause, quantity))
    return comparison.reached or bool(verb or _MEASURED.search(before))


def _deed(text: str, clause: int, quantity: Quantity) -> str:
    """Get the words of the clause before a number, without the titles in them."""
    return _TITLE.sub("", text[max(clause, quantity.start - 60) : quantity.start])


def _is_counted_in_words(before: str, quantity: Quantity, comparison: Comparison) -> bool:
    """Whether a Chinese numeral is a target: how often something is done (每年举办一次), or at least."""
    if comparison.stated and comparison.comparator in {">=", "<="}:
        return quantity.unit != "批"
    if quantity.unit in {"个百分点", "百分点"}:
        return bool(_CHANGED.search(before))
    recurs = re.search(r"每(?:年|半年|季度?|月|周)[^，。；]{0,16}$", before)
    return quantity.unit in {"次", "场", "期", "轮"} and bool(recurs)

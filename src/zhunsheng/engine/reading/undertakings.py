"""Whether a number in a plan is something to be done, or only describes what there is."""

from __future__ import annotations

import re

from zhunsheng.engine.reading.comparators import Comparison
from zhunsheng.engine.reading.quantities import Quantity

_VERBS = re.compile(
    r"新[建增植设创改上开种栽购聘招]|[改扩续迁翻重]建|建[成设立好]|打造|培[育养训植]|增[加设添建配]|完[成善]|实施|推[进出广行动荐介]|举[办行]|开[展设通工办发播]|组[织建]|召开|发[布展放行]|编制|制定|制作|"
    r"出台|修[订复编缮建]|创[建办成]|认定|评[选定审查]|引[进育导]|招[引商聘录]|改造|维修|治理|整[治合改修]|清[理淤收退]|设[立置]|配[备置齐]|聘[请任用]|选[派聘树拔育]|办[理好结成]|解决|帮[扶助]|资助|救助|减[轻少免负]|"
    r"压[减降缩]|缩[减短]|淘汰|关停|植树|造林|种植|扶持|支持|抓[好实]|落[实户地]|争取|力争|确保|实现|免费|筛查|体检|安排|投[入放用]|筹[集建措]|提供|转移|安置|脱贫|审[结理]|自查|检查|抽查|督查|评比|征集|归集|接入|"
    r"购置|安装|铺设|延伸|硬化|绿化|形成|宣讲|走访|攻克|突破|取得|获[得评批]|申报|入[库选]|签约|孵化|储备|竣工|投产|募集|融资|销售|下降|降低|增长|提高|提升|上升|扩大|净增|消除|化解|拆除|盘活|复[垦耕]|供应|供地|收储|"
    r"覆盖|惠及|服务|吸纳|带动|达|保持|稳定|示范|采集|录入|升级|布局|布设|搭建|启动|推选|命名|保护|调处|调解|回收|处置|报送|报道|刊发|参加|列席|学习|述法|旁听|演练|培优|壮大|总?投资|产[量值能]|规模"
)
_MEASURED = re.compile(
    r"(?:率|比例|占比|比重|度|指数|幅|增[速长幅]|涨幅|总量|总数|数量?|额|值|面积|里程|人数|次数|件数|不少于|力争|目标)(?:为|是|在|：|:)?$"
)
_EXISTING = re.compile(
    r"(?:全[市县区省州国镇乡村街]|共|现有|已有|共有|原有|所有|所辖|下辖|辖|其余|其他|上述|下列|以下|这|该|各|第|近|过去|前|首批的|涉及的?|列入的?|等|围绕|聚焦|针对|按照|依托|覆盖全[市县区省]|由|从|在|以|对|跨)$"
)
_PAST = re.compile(
    r"(?<![比较])(?:去年|上年(?!度行政执法案卷)|上一年)|截至|截止|累计(?:已|建成|完成)?(?!达到)|已(?:经|建|完|达|有|实|累|成|开|办|认|培|获)|现有|目前|此前|[建完达实办](?:成|到|现|结)了|了$|五年来|过去|以来"
)
_STRUCTURE = re.compile(
    r"(?:方面|阶段|环节|领域|部分|层面|层次|步骤|维度|要素|大体系|小组|工作组|专班|原则|重点|关键|问题导向|以上文件|必须|坚持|确保|个一)"
)
_DONE_TO = re.compile(
    r"(?:^|[^全各])(?:为|给|向|对)(?:全[省市县区镇乡街])?$|在[^全各，。；]{0,24}$"
)
_DONE = re.compile(
    r"推行|推广|开展|试点|启动|实施|免费|提供|发放|办理|检查|抽查|体检|培训|进行|改造"
)
_PENALTY = re.compile(r"罚款|罚金|处罚金|有期徒刑|违约金|滞纳金")
_GRANT = re.compile(
    r"(?:的)?(?:标准)?(?:的?一次性)?(?:给予|予以|进行)?(?:资金)?(?:奖励|补助|补贴|奖补|资助|贴息|补偿|加计扣除|征收|计征|扣除)"
)
_BY = re.compile(r"(?:按照?|以|的)$")
_DESCRIPTION = re.compile(
    r"(?:占地|用地|建筑|总建筑|总长|全长|总投资|概算|规划面积|一式|每份|单价|原价|户籍|常住)[^，。；、]{0,8}$"
)
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
    after = text[comparison.end : comparison.end + 12]
    if _PENALTY.search(after) or _PENALTY.search(before) or _GRANT.match(after):
        return False
    if quantity.chinese and not _is_counted_in_words(before, quantity, comparison):
        return False
    if (
        _PAST.search(text, max(clause, quantity.start - 60), quantity.start)
        and not comparison.stated
    ):
        return False
    if comparison.stated:
        return True
    if quantity.is_duration:
        return comparison.reached or bool(
            re.search(r"(?:缩短|压缩|压减|提速|减少|提前)[^，。；]{0,6}$", before)
        )
    if quantity.is_share or quantity.unit == "倍":
        named = _MEASURED.search(before) or _VERBS.search(before) or _RATE_OF_ACTION.match(after)
        return comparison.reached or bool(named and not _BY.search(before))
    if _STRUCTURE.match(after):
        return False
    if _DONE_TO.search(before) and _DONE.search(text, comparison.end, comparison.end + 16):
        return True
    if _EXISTING.search(before) or _DESCRIPTION.search(before):
        return False
    if _NAMED.search(before) and _ENDS.match(text, comparison.end):
        return True
    wide = text[max(clause, quantity.start - 60) : quantity.start]
    return comparison.reached or bool(_VERBS.search(wide) or _MEASURED.search(before))


def _is_counted_in_words(before: str, quantity: Quantity, comparison: Comparison) -> bool:
    """Whether a Chinese numeral is a target: how often something is done (每年举办一次), or at least."""
    if comparison.stated and comparison.comparator in {">=", "<="}:
        return quantity.unit != "批"
    recurs = re.search(r"每(?:年|半年|季度?|月|周)[^，。；]{0,16}$", before)
    return quantity.unit in {"次", "场", "期", "轮"} and bool(recurs)

"""Lines that belong to the page and not to the document: page numbers, menus, counters, labels."""

from __future__ import annotations

import re

_DASH = r"\-—–－―─"

# Printed page numbers: - 4 -, — 5 —, 第3页 共8页, 3 / 8, · 12 ·.
PAGE_NUMBER = re.compile(
    rf"(?:[{_DASH}]{{1,3}}\d{{1,4}}[{_DASH}]{{1,3}}|[·•]\d{{1,4}}[·•]|第\d{{1,4}}页[,，/]?(?:共\d{{1,4}}页)?"
    r"|共\d{1,4}页第\d{1,4}页|\d{1,4}/\d{1,4}|Page\d{1,4}(?:of\d{1,4})?)"
)
BARE_NUMBER = re.compile(r"\d{1,3}")
# The same between two characters of one line, where copying out of a PDF ran the page break in.
INLINE_PAGE_NUMBER = re.compile(
    rf"(?<=[^\d\s{_DASH}])[ \t\u3000]{{0,4}}(?:(?P<dash>[{_DASH}])[ \t]?\d{{1,3}}[ \t]?(?P=dash)"
    rf"|第 ?\d{{1,3}} ?页[ ,，]?共 ?\d{{1,3}} ?页)[ \t\u3000]{{0,4}}(?=[^\d\s{_DASH}])"
)

# What a line of a saved web page says that is no part of the document; matched at its beginning.
_BOILERPLATE_START = re.compile(
    r"(?:[\[【〖（(])?(?:选择阅读)?字[体号](?:大小)?[】\]]?[:：]|分享(?:到|至)?(?:[:：]|$)|[\[【]?(?:我要)?打印(?:本页|此页)?(?:$|[\]】])"
    r"|[\[【]?关闭(?:窗口|本页)|扫一扫|返回顶部|上一[篇条][:：]|下一[篇条][:：]|(?:您|你)?(?:的|现在的)?当前(?:的)?位置[:：]|您的位置[:：]"
    r"|相关(?:链接|推荐|阅读|新闻)|网站(?:地图|标识码|主办|支持)|主办(?:单位)?[:：]|承办(?:单位)?[:：].{0,30}(?:备案|ICP|地址)"
    r"|版权所有|Copyright|©|技术支持[:：]|联系我们|[（(]版权所有|[（(]?责任编辑[:：]|【?编辑[:：]|欢迎访问|<?!?--+>?$"
    r"|(?:免责声明|友情链接|使用帮助|设为首页|加入收藏|无障碍(?:浏览|阅读)|繁[体體](?:版|中文)?)(?:$|[|｜])"
)
_BOILERPLATE_INSIDE = re.compile(
    r"ICP备|公网安备|网安备\d|网站标识码|珍藏版.{0,9}请在|由会员分享|手机(?:上)?打开当前页|无障碍.{0,6}(?:登录|繁)"
)
_BOILERPLATE_WORDS = frozenset(
    "下载 打印 全屏 收藏 加大 还原 减小 大 中 小 】 【 ✖ × 首页 关怀版 老年版 登录 注册 导航 搜索 English 简体 繁体 "
    "繁體版 繁体版 无障碍 无障碍浏览 网站无障碍 网站首页 移动端应用 政务微信 政务微博 智能问答 登录个人中心 要闻动态 政民互动 办事服务 "
    "数据开放 新闻推荐 相关推荐 分享到: 分享 微信 微博 QQ空间 点击复制 TOP".split()
)
_LONGEST_BOILERPLATE = 120

# The annex in which our own reports trace their figures: it tells of the report and repeats what that says.
SOURCES = "本报告数字来源"
_ANNEX = re.compile(r"附件\d{0,2}")

METADATA_LABELS = (
    "索引号|主题分类|信息分类|组配分类|体裁分类|公文种类|公文类型|文件种类|发文机关|发文机构|发文单位|发布机构|发布单位|发布机关|公开主体|制发机关|责任部门|信息来源|文章来源|稿件来源|信息提供"
    "|成文日期|成文时间|生成日期|生成时间|发文日期|发布日期|发布时间|发布时期|公开日期|公开时间|公布日期|印发日期|更新时间|上传时间|生效日期|施行日期|废止日期|标题|信息名称|文件名称|名称|文号|发文字号|文件编号|公文文号"
    "|主题词|关键词|内容概述|有效性|时效性|效力状态|有效期|公开方式|公开范围|公开类别|公开形式|公开属性|来源|作者|访问量|浏览量|浏览次数|浏览|点击数|点击率|点击量|阅读次数|阅读量|阅读|文档编号|格式|页数"
    "|统一登记号|规范性文件登记号|时间|日期"
)
METADATA_LINE = re.compile(
    rf"[-|•·*\s]{{0,6}}(?P<label>{METADATA_LABELS})[:：](?P<value>.*)", re.DOTALL
)
# Ordinary words that are labels only with a date, a count or a short source behind them.
_WEAK_LABELS = re.compile(
    r"[-|•·*\s]{0,6}(?:时间|日期|阅读|浏览|标题|名称|作者|来源|格式|页数|有效期|关键词)[:：]"
    r"(?:$|.{0,24}(?:\d{4}[-年/.]|[:：])|[^，。；]{1,24}$|\d)"
)
_STRONG = re.compile(
    r"[-|•·*\s]{0,6}(?:索引号|发文|发布|成文|文号|公文|公开|主题|信息|生成|体裁|组配|访问|浏览[量次]|点击|阅读[量次])"
)
_VALUES = {
    "date": re.compile(r"\d{4}[-年/.]\d{1,2}"),
    "number": re.compile(r".{1,20}[〔\[［（(【]\d{4}[〕\]］）)】].{1,8}号$"),
    "index": re.compile(r"[A-Za-z0-9/_\-.()〔〕\[\]]{4,60}$"),
    "office": re.compile(
        r".{2,30}(?:政府|办公厅|办公室|国务院|委员会|局|厅|部|院|署|中心|镇|乡|街道|处|委)$"
    ),
    "subject": re.compile(r".{1,30}[\\、/].{1,30}$"),
    "count": re.compile(r"\d{1,9}次?$"),
    "title": re.compile(r".{4,120}$"),
}
_VALUE_OF_LABEL = (
    (re.compile(r"日期|时间|时期"), "date"),
    (re.compile(r"文号|字号|编号"), "number"),
    (re.compile(r"索引号|登记号"), "index"),
    (re.compile(r"机关|机构|单位|主体"), "office"),
    (re.compile(r"分类|种类"), "subject"),
    (re.compile(r"访问|浏览|点击|阅读"), "count"),
    (re.compile(r"^标题|^信息名称|^文件名称"), "title"),
)
LONGEST_METADATA = 160


def is_boilerplate(line: str) -> bool:
    """Whether a line (white space removed) is a page's furniture and no part of the document."""
    if len(line) > _LONGEST_BOILERPLATE:
        return False
    if line.lstrip("•·*>») ") in _BOILERPLATE_WORDS:
        return True
    return bool(_BOILERPLATE_START.match(line) or _BOILERPLATE_INSIDE.search(line))


def is_metadata(line: str) -> bool:
    """Whether a line (white space removed) is a label of a page's metadata, with or without value."""
    if len(line) > LONGEST_METADATA or not METADATA_LINE.match(line):
        return False
    return (
        bool(_STRONG.match(line) or _WEAK_LABELS.match(line))
        or line[-1] in ":："
        or "次" in line[:6]
    )


def is_metadata_value(label_line: str, line: str) -> bool:
    """Whether a line is the value that belongs to a label standing alone on the line before."""
    found = METADATA_LINE.match(label_line)
    if not found or found["value"].strip():
        return False
    for label, kind in _VALUE_OF_LABEL:
        if label.search(found["label"]):
            return bool(_VALUES[kind].match(line)) and not METADATA_LINE.match(line)
    return False


def opens_sources(mark: str, title: str) -> bool:
    """Whether two lines open the annex that traces a report's figures, which is about the report."""
    return title == SOURCES and _ANNEX.fullmatch(mark) is not None

"""A county that exists nowhere, with the units its plans name."""

from __future__ import annotations

from zhunsheng.engine.planning.directory import Directory, KnownGroup, KnownUnit
from zhunsheng.engine.reading.indicator_words import IndicatorWords

UNITS = (
    KnownUnit(key="sfj", name="溪口县司法局", aliases=("县法治办",)),
    KnownUnit(key="fgj", name="溪口县发展和改革局"),
    KnownUnit(key="scj", name="溪口县市场监督管理局", past_names=("溪口县工商行政管理局",)),
    KnownUnit(key="zfb", name="溪口县人民政府办公室"),
    KnownUnit(key="wbb", name="中共溪口县委机构编制委员会办公室"),
    KnownUnit(key="zfw", name="中共溪口县委政法委员会"),
    KnownUnit(key="jcy", name="溪口县人民检察院"),
    KnownUnit(key="sthj", name="云溪市溪口生态环境局"),
    KnownUnit(key="zrzy", name="云溪市自然资源和规划局溪口分局"),
    KnownUnit(key="jkq", name="云溪溪口经济开发区管理委员会"),
    KnownUnit(key="lt", name="柳塘镇人民政府"),
    KnownUnit(key="qs", name="青石乡人民政府"),
    KnownUnit(key="cd", name="城东街道办事处"),
)
GROUPS = (
    KnownGroup(key="towns", name="各乡镇（街道）", members=("lt", "qs", "cd")),
    KnownGroup(key="bureaus", name="县级各部门", members=("sfj", "fgj", "scj", "zfb")),
    KnownGroup(key="enforcers", name="各行政执法部门", members=("fgj", "scj")),
)
COUNTY = Directory(place="溪口县", above=("云溪市", "长川省"), units=UNITS, groups=GROUPS)
INDICATORS = (
    IndicatorWords(
        key="a.appearance",
        label="负责人出庭率",
        said_as=("行政机关负责人出庭应诉率", "负责人出庭率"),
        is_share=True,
    ),
    IndicatorWords(
        key="a.lost", label="败诉率", said_as=("行政诉讼败诉率", "败诉率"), is_share=True
    ),
    IndicatorWords(
        key="a.lost_afterwards",
        label="复议后败诉率",
        said_as=("经复议的案件中行政机关败诉率",),
        is_share=True,
    ),
    IndicatorWords(
        key="b.letters",
        label="建议办结率",
        said_as=("司法建议、检察建议按期办结率",),
        is_share=True,
    ),
    IndicatorWords(
        key="b.officers", label="执法人员", said_as=("执法人员",), is_share=False, measure="人"
    ),
    IndicatorWords(
        key="b.meetings", label="联席会议", said_as=("府院联席会议",), is_share=False, measure="次"
    ),
    IndicatorWords(
        key="c.published", label="主动公开率", said_as=("法定公开内容公开率",), is_share=True
    ),
)

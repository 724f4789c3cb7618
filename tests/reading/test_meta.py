"""What a document says about itself."""

from __future__ import annotations

from datetime import date

from zhunsheng.engine.documents.document import Document
from zhunsheng.engine.documents.layout import flow_of
from zhunsheng.engine.reading.meta import read_meta
from zhunsheng.engine.reading.model import Meta

NOTICE = """云政办发〔2024〕9号
云山县人民政府办公室
关于印发《云山县2024年法治政府建设
工作要点》的通知
各乡镇人民政府，各街道办事处，县政府各部门、直属单位：
《云山县2024年法治政府建设工作要点》已经县政府同意，现印发给你们，请认真组织实施。
云山县人民政府办公室
2024年3月9日
云山县2024年法治政府建设工作要点
一、抓学法
每季度学法一次。
云山县人民政府办公室
2024年3月12日印发
"""


def meta(text: str, metadata: dict[str, str] | None = None) -> Meta:
    return read_meta(
        flow_of(Document(name="样本.txt", format="txt", text=text, metadata=metadata or {}))
    )


def test_a_notice_has_its_own_title_and_that_of_the_document_inside() -> None:
    found = meta(NOTICE)
    assert found.title == "云山县人民政府办公室关于印发《云山县2024年法治政府建设工作要点》的通知"
    assert found.body_title == "云山县2024年法治政府建设工作要点"


def test_a_notice_says_who_issued_it_when_and_to_whom() -> None:
    found = meta(NOTICE)
    assert found.issuer == "云山县人民政府办公室"
    assert found.doc_number == "云政办发〔2024〕9号"
    assert found.issue_date == date(2024, 3, 9)
    assert found.year == 2024
    assert found.jurisdiction == "云山县"
    assert found.addressees == ("各乡镇人民政府", "各街道办事处", "县政府各部门", "直属单位")


def test_the_labels_of_a_web_page_are_read() -> None:
    text = (
        "云山县人民政府关于2023年度法治政府建设情况的报告\n发布时间:2024-01-30 来源:云山县人民政府办公室\n- 索 引 号:0001/2024-0001\n"
        "- 成文日期:2024-01-25\n- 文 号:云府〔2024〕3号\n2023年，全县扎实推进法治政府建设。现将有关情况报告如下。\n一、主要工作\n"
    )
    found = meta(text)
    assert (found.issuer, found.doc_number) == ("云山县人民政府", "云府〔2024〕3号")
    assert (found.issue_date, found.publish_date, found.year) == (
        date(2024, 1, 25),
        date(2024, 1, 30),
        2023,
    )


def test_the_metadata_of_the_opened_file_counts() -> None:
    found = meta(
        "为做好工作，提出如下意见。\n",
        {
            "标题": "云山省人民政府关于加强监督的意见",
            "成文日期": "2022年06月14日",
            "发文机关": "云山省人民政府",
        },
    )
    assert found.title == "云山省人民政府关于加强监督的意见"
    assert (found.issuer, found.issue_date, found.year) == (
        "云山省人民政府",
        date(2022, 6, 14),
        2022,
    )


def test_the_number_of_a_document_that_is_only_cited_is_not_its_own() -> None:
    assert (
        meta(
            "云山市优化环境方案\n根据《关于优化环境的通知》（云政发〔2019〕39号）精神，制定本方案。\n一、目标\n"
        ).doc_number
        is None
    )


def test_a_date_in_chinese_numerals_is_a_date() -> None:
    assert meta(
        "关于做好学法工作的通知\n各单位：\n请认真落实。\n云山县司法局\n二〇二一年三月二十六日\n"
    ).issue_date == date(2021, 3, 26)


def test_the_date_of_printing_is_not_the_date_of_issue() -> None:
    assert (
        meta(
            "关于做好学法工作的通知\n各单位：\n请认真落实。\n云山县司法局\n2024年3月27日印发\n"
        ).issue_date
        is None
    )


def test_the_year_is_that_of_the_title_before_that_of_the_signature() -> None:
    assert (
        meta(
            "云山县2023年法治政府建设情况报告\n现将情况报告如下。\n云山县人民政府\n2024年1月9日\n"
        ).year
        == 2023
    )


def test_a_town_within_a_district_is_the_place() -> None:
    assert (
        meta(
            "东山区人民政府金水街道办事处关于2022年度工作的报告\n现将情况报告如下。\n"
        ).jurisdiction
        == "金水街道"
    )


def test_the_whole_country_is_a_place_and_the_whole_city_is_not() -> None:
    assert meta("2019年全国行政复议案件统计数据\n全年办结案件若干。\n").jurisdiction == "全国"
    assert meta("2014年度全市行政复议情况\n全年办结案件若干。\n").jurisdiction is None


def test_a_text_without_head_says_nothing_about_itself() -> None:
    found = meta("近日，有关部门召开会议，部署工作。\n")
    assert (found.title, found.issuer, found.doc_number, found.issue_date, found.addressees) == (
        None,
        None,
        None,
        None,
        (),
    )


def test_an_empty_text_has_no_meta() -> None:
    assert meta("") == Meta()

"""The outline in all its numbering habits."""

from __future__ import annotations

import pytest

from zhunsheng.engine.documents.document import Document
from zhunsheng.engine.documents.layout import flow_of
from zhunsheng.engine.reading.outline import Outline, read_outline


def outline(text: str) -> Outline:
    return read_outline(flow_of(Document(name="样本.txt", format="txt", text=text)))


def paths(text: str) -> list[str]:
    return [f"{heading.path} {heading.title}" for heading in outline(text).walk()]


def test_headings_nest_by_the_rank_of_their_marks() -> None:
    text = (
        "一、健全机制\n（一）管好目录\n1.编目录。每年三月底前公布。\n（1）列清单。逐项列明。\n①分类别。按类别列出。\n"
        "（2）定时间。明确时限。\n2.评目录。每年评估一次。\n（二）管好程序。依次办理。\n二、规范执法\n"
    )
    assert paths(text) == [
        "一 健全机制",
        "一/一 管好目录",
        "一/一/1 编目录",
        "一/一/1/1 列清单",
        "一/一/1/1/① 分类别",
        "一/一/1/2 定时间",
        "一/一/2 评目录",
        "一/二 管好程序",
        "二 规范执法",
    ]


def test_digits_stand_directly_under_chinese_numbers_and_run_on_across_sections() -> None:
    text = "一、学法\n1.会前学法。每季一次。\n2.集中培训。每年两次。\n二、执法\n3.公示信息。及时公示。\n4．全程记录。做到可查。\n"
    assert paths(text) == [
        "一 学法",
        "一/1 会前学法",
        "一/2 集中培训",
        "二 执法",
        "二/3 公示信息",
        "二/4 全程记录",
    ]


def test_a_number_whose_dot_is_missing_is_a_heading_where_the_row_leads_up_to_it() -> None:
    text = "一、学法\n1.会前学法。每季一次。\n2.集中培训。每年两次。\n3旁听庭审。每年一次。\n"
    assert paths(text)[-1] == "一/3 旁听庭审"


def test_the_missing_dot_is_found_behind_a_clause_in_the_same_paragraph() -> None:
    text = "一、学法\n1.会前学法。每季一次。（责任单位：县甲局、县乙局）2集中培训干部。每年两次。\n"
    assert paths(text)[-1] == "一/2 集中培训干部"


def test_parts_chapters_and_articles_keep_their_whole_mark() -> None:
    text = "第一章　总则\n第一条　为规范管理，制定本办法。\n第二章　职责\n第二条　县甲局负责日常管理。\n"
    assert [h.number for h in outline(text).walk()] == ["第一章", "第一条", "第二章", "第二条"]


def test_a_row_of_chinese_numbers_begins_anew_in_each_part() -> None:
    text = "第一部分 总体要求\n一、指导思想\n坚持依法行政。\n第二部分 任务\n一、建机制\n建立会商机制。\n二、抓执法\n严格执法。\n"
    assert paths(text) == [
        "第一部分 总体要求",
        "第一部分/一 指导思想",
        "第二部分 任务",
        "第二部分/一 建机制",
        "第二部分/二 抓执法",
    ]


def test_headings_run_into_one_paragraph_are_all_found() -> None:
    text = "一、健全机制。（一）编好目录。按时公布。（二）严格审查。应审尽审。\n二、规范执法\n"
    assert paths(text) == ["一 健全机制", "一/一 编好目录", "一/二 严格审查", "二 规范执法"]


@pytest.mark.parametrize(
    "line",
    [
        "2024年，全县完成各项任务。",
        "3月29日印发文件12件。",
        "2.3万人次参加培训。",
        "12345热线受理诉求。",
        "一、二、三产业协调发展。",
        "5个乡镇完成试点。",
    ],
)
def test_a_number_that_begins_an_ordinary_line_is_no_heading(line: str) -> None:
    text = f"一、综合\n全年完成任务。\n{line}\n二、农业\n粮食增产。\n"
    assert paths(text) == ["一 综合", "二 农业"]


def test_items_that_end_in_semicolons_are_a_list() -> None:
    text = "一、范围\n清理的范围包括：\n（一）县政府文件；\n（二）县政府办文件；\n（三）部门文件。\n二、步骤\n（一）动员。召开会议。\n"
    assert paths(text) == ["一 范围", "二 步骤", "二/一 动员"]


def test_the_list_of_attachments_is_no_outline() -> None:
    text = "关于做好清理工作的通知\n附件：1.清理目录\n2.清理意见表\n一、清理范围\n县政府文件。\n"
    assert paths(text) == ["一 清理范围"]


def test_a_table_of_contents_is_passed_over() -> None:
    body = (
        "统筹推进各项工作，明确分工，压实责任，形成合力，确保各项任务落地见效，取得实实在在的成果。"
    )
    text = (
        f"目录\n一、总体要求\n二、主要任务\n一、总体要求\n{body}\n二、主要任务\n{body}抓好落实。\n"
    )
    assert paths(text) == ["一 总体要求", "二 主要任务"]


def test_a_skipped_number_does_not_end_the_row() -> None:
    text = "一、学法\n1.会前学法。每季一次。\n3.集中培训。每年两次。\n二、执法\n"
    assert paths(text) == ["一 学法", "一/1 会前学法", "一/3 集中培训", "二 执法"]


def test_a_heading_printed_twice_counts_once() -> None:
    text = "一、主要工作\n（一）抓审查。审查文件3件。\n（一）抓审查。审查文件3件。\n（二）抓执法。检查5次。\n"
    assert paths(text) == ["一 主要工作", "一/一 抓审查", "一/二 抓执法"]


def test_an_attached_document_numbers_its_headings_anew() -> None:
    text = (
        "关于印发任务分工的通知\n一、加强领导。明确专人负责此项工作。\n二、强化督查。定期通报进展。\n云山县人民政府\n2024年2月8日\n"
        "附件\n2024年任务分工\n一、扩大投资\n1.推进项目。开工五十个。\n二、改善民生\n"
    )
    assert paths(text) == [
        "一 加强领导",
        "二 强化督查",
        "一 扩大投资",
        "一/1 推进项目",
        "二 改善民生",
    ]


def test_a_title_stops_at_the_full_stop_the_early_colon_and_the_clause() -> None:
    text = "一、目标：到年底全县基本建成规范的执法监督工作体系\n二、推进公示（责任单位：县甲局）\n三、全程记录.做到处处留痕、件件可查。\n"
    assert [h.title for h in outline(text).walk()] == ["目标", "推进公示", "全程记录"]


def test_short_lines_between_paragraphs_are_headings_where_nothing_is_numbered() -> None:
    body = "一是健全制度。出台办法三件。二是强化培训。举办培训四期，参训人员六百余人。"
    text = f"云山县人民政府\n关于2023年工作情况的报告\n县人大常委会：\n现将情况报告如下。\n聚焦学法用法\n{body}\n健全决策机制\n{body}本年度无纠错。\n"
    found = outline(text)
    assert [(h.number, h.title) for h in found.walk()] == [
        (None, "聚焦学法用法"),
        (None, "健全决策机制"),
    ]
    assert [p.path for p in found.points][:2] == ["聚焦学法用法/一是", "聚焦学法用法/二是"]


def test_points_lie_below_the_outline() -> None:
    found = outline("一、主要工作\n一是抓学法。学法四次。二是抓审查。审查十件。\n二、问题\n")
    assert [h.title for h in found.walk()] == ["主要工作", "问题"]
    assert [(p.number, p.title, p.level, p.path) for p in found.points] == [
        ("一", "抓学法", 2, "一/一是"),
        ("二", "抓审查", 2, "一/二是"),
    ]


def test_the_rows_of_the_disclosure_table_are_no_headings() -> None:
    text = "三、收到和处理政府信息公开申请情况\n收到申请八件。\n三、本年度办理结果\n（一）予以公开\n2\n四、结转下年度继续办理\n0\n四、政府信息公开行政复议、行政诉讼情况\n无。\n"
    assert paths(text) == [
        "三 收到和处理政府信息公开申请情况",
        "四 政府信息公开行政复议、行政诉讼情况",
    ]


def test_a_heading_reaches_to_the_next_of_its_level_and_not_into_the_signature() -> None:
    text = "一、学法\n每季一次。\n二、执法\n严格执法。\n云山县人民政府\n2024年2月8日\n"
    flow = flow_of(Document(name="样本.txt", format="txt", text=text))
    first, second = read_outline(flow).headings
    assert flow.text[first.start : first.end] == "一、学法\n每季一次。\n"
    assert flow.text[second.start : second.end] == "二、执法\n严格执法。\n"


def test_every_place_quotes_the_document() -> None:
    text = "一、健 全\n机制。（一）编 好目录。按时公布。\n"
    flow = flow_of(Document(name="样本.txt", format="txt", text=text))
    for heading in read_outline(flow).walk():
        assert flow.quote(heading.place) == heading.place.quote

"""Tasks of plans: which headings are tasks, their units, default units, and task tables."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.texts import document_of
from zhunsheng.engine.documents.document import Cell, Document, Table
from zhunsheng.engine.documents.layout import flow_of
from zhunsheng.engine.reading.model import Task
from zhunsheng.engine.reading.outline import read_outline
from zhunsheng.engine.reading.read import read
from zhunsheng.engine.reading.tasks import read_tasks


def tasks_of(document: Document) -> tuple[Task, ...]:
    flow = flow_of(document)
    return read_tasks(flow, read_outline(flow))


def tasks(text: str) -> tuple[Task, ...]:
    return tasks_of(Document(name="样本.txt", format="txt", text=text))


def units(text: str) -> dict[str, list[str]]:
    return {task.path: [unit.name for unit in task.units] for task in tasks(text)}


def test_the_smallest_numbered_items_are_the_tasks() -> None:
    text = "一、学法\n1.会前学法。每季一次。（县司法局负责）\n2.旁听庭审。每年一次。\n二、执法。严格执法。〔各执法部门负责〕\n"
    assert units(text) == {"一/1": ["县司法局"], "一/2": [], "二": ["各执法部门"]}


def test_principles_and_aims_are_no_tasks() -> None:
    text = "一、总体要求\n（一）指导思想。坚持依法行政。\n（二）工作目标。全面建成。\n二、主要任务\n（三）抓学法。每季一次。\n三、有关要求\n各单位要高度重视。\n"
    assert list(units(text)) == ["二/三"]


def test_a_heading_at_which_the_text_breaks_off_is_no_task() -> None:
    assert list(units("一、学法\n1.会前学法。每季一次。\n2.旁听庭")) == ["一/1"]


def test_a_clause_before_the_items_belongs_to_the_heading_above_them() -> None:
    text = (
        "一、学法\n（一）建机制（责任单位：县司法局）\n1.编计划。年初编制。\n2.抓落实。逐月推进。\n"
    )
    assert units(text) == {"一/一": ["县司法局"]}


def test_several_clauses_of_one_task_are_put_together() -> None:
    text = "（一）抓改革。组建队伍（区委编办负责）；下沉力量（责任单位：区执法局、区委编办）。\n（二）抓培训。每年两次。\n"
    assert units(text)["一"] == ["区委编办", "区执法局"]


def test_a_clause_on_lines_of_its_own_belongs_to_the_task_above() -> None:
    text = "一、学法\n（一）会前学法。每季一次。\n牵头单位：县司法局\n配合单位：县直各部门\n完成时限：12月底\n（二）旁听庭审。每年一次。\n责任单位：\n县法院\n"
    assert units(text) == {"一/一": ["县司法局", "县直各部门"], "一/二": ["县法院"]}


def test_default_units_hold_for_the_tasks_behind_the_clause_that_names_them() -> None:
    text = "一、学法\n1.抓培训。每年两次。〔责任单位：县司法局，各镇；以下均需各镇落实，不再列出〕\n2.抓考试。每年一次。〔责任单位：县人社局〕\n"
    first, second = tasks(text)
    assert ([u.name for u in first.units], first.defaults) == (["县司法局", "各镇"], ())
    assert [u.name for u in second.units] == ["县人社局"]
    assert [(u.name, u.default, u.collective) for u in second.defaults] == [("各镇", True, True)]


def test_the_unit_named_first_leads_where_the_plan_says_so() -> None:
    text = "一、投资\n1.抓项目。开工十个。责任单位：县发改局、县财政局（列第一位的为牵头单位，下同）\n2.抓招商。签约五个。责任单位：县商务局、县财政局\n"
    assert [[u.role for u in task.units] for task in tasks(text)] == [["lead", "supporting"]] * 2


def test_one_office_under_two_names_keeps_both_names() -> None:
    text = "一、市场\n1.抓竞争。审查文件。（县市场监管局负责）\n2.抓执法。检查企业。（县市场监督管理局、司法局负责）\n3.抓复议。（县司法局负责）\n"
    found = [unit for task in tasks(text) for unit in task.units]
    assert [unit.name for unit in found] == [
        "县市场监管局",
        "县市场监督管理局",
        "司法局",
        "县司法局",
    ]
    assert len({unit.office for unit in found}) == 2


def test_a_unit_cut_by_a_page_number_is_whole() -> None:
    text = "一、学法。每季学法一次，推动学法制度化。〔县司法局、县市\n\n- 4 -\n\n场监管局按职责分工负责〕\n二、执法。严格执法。\n"
    assert units(text)["一"] == ["县司法局", "县市场监管局"]


def test_requirements_of_the_notice_are_no_tasks_where_the_attachment_hands_them_out() -> None:
    text = (
        "关于印发任务分工的通知\n一、加强领导。明确专人负责此项工作。\n二、强化督查。定期通报进展。\n云山县人民政府\n2024年2月8日\n"
        "附件\n2024年任务分工\n一、投资\n1.抓项目。开工十个。（县发改局负责）\n"
    )
    assert units(text) == {"一/1": ["县发改局"]}


FLAT = (
    "2018年民生实事分解表\n序号\n民生实事\n责任单位\n完成时限\n1\n改造农村危房六百户。\n县住建局\n各乡镇人民政府\n10月底前\n"
    "2\n建成养老中心。\n县民政局\n5月底前\n建成日间照料站。\n12月底前\n3\n新建农贸市场。\n县商务局\n12月底前\n"
)


def test_a_table_flattened_to_a_cell_per_line_gives_a_task_per_row() -> None:
    assert [(task.path, task.title, [u.name for u in task.units]) for task in tasks(FLAT)] == [
        ("1", "改造农村危房六百户", ["县住建局", "各乡镇人民政府"]),
        ("2", "建成养老中心", ["县民政局"]),
        ("2", "建成日间照料站", ["县民政局"]),
        ("3", "新建农贸市场", ["县商务局"]),
    ]


def test_rows_without_numbers_take_the_path_of_their_heading() -> None:
    text = (
        "2017年政务公开方案\n任务\n主要内容\n责任单位\n一、公开决策\n（一）公开过程\n通过听证会听取意见，及时反馈采纳情况。\n县政府办牵头落实\n"
        "邀请代表列席会议，每年不少于三次。\n县政府办、县司法局分别牵头落实\n"
    )
    assert [(task.path, [(u.name, u.role) for u in task.units]) for task in tasks(text)] == [
        ("一/一", [("县政府办", "lead")]),
        ("一/一", [("县政府办", "lead"), ("县司法局", "lead")]),
    ]


def grid(rows: list[list[str]]) -> Document:
    text, cells = "", []
    for row, words in enumerate(rows):
        for column, word in enumerate(words):
            if word:
                cells.append(
                    Cell(row=row, column=column, start=len(text), end=len(text) + len(word))
                )
                text += word + "\n"
    return Document(
        name="样本.docx",
        format="docx",
        text=text,
        wrapped=False,
        tables=(Table(cells=tuple(cells)),),
    )


def test_a_table_with_known_cells_gives_a_task_per_row() -> None:
    document = grid(
        [
            ["序号", "重点任务", "具体举措", "牵头单位", "配合单位", "完成时限"],
            ["1", "规范决策", "编制目录。", "县政府办", "县司法局、县发改局", "3月底"],
            ["2", "规范执法", "公示信息。", "县司法局", "各执法单位", "6月底"],
            ["", "", "审核决定。", "县司法局", "", "全年"],
        ]
    )
    assert [
        (task.path, task.title, [(u.name, u.role) for u in task.units])
        for task in tasks_of(document)
    ] == [
        (
            "1",
            "规范决策",
            [("县政府办", "lead"), ("县司法局", "supporting"), ("县发改局", "supporting")],
        ),
        ("2", "规范执法", [("县司法局", "lead"), ("各执法单位", "supporting")]),
        ("2", "审核决定", [("县司法局", "lead")]),
    ]


def test_a_table_of_figures_hands_out_no_tasks() -> None:
    assert tasks_of(grid([["项目", "数量"], ["许可", "12"], ["处罚", "3"]])) == ()


def test_units_quote_the_document_where_they_stand() -> None:
    text = "一、学法。每季学法。〔县司 法局、县财政局\n负责〕\n"
    document = Document(name="样本.txt", format="txt", text=text)
    for task in tasks_of(document):
        for unit in task.units:
            assert "".join(text[unit.place.start : unit.place.end].split()) == unit.name


PIECES = st.sampled_from(
    "一、 二、 （一） （二） 1. 2. 3 ① 第一章 第二条 〔 〕 （ ） 责任单位： 牵头单位： 县甲局 、 ， 。 ； \n 等 有关部门 负责 牵头 以下均需 落实 "
    "不再列出 列第一位的为牵头单位 序号 任务 各 县 市 人民政府 附件 和 | １ 𠀀 \x00".split(" ")
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_text_is_read_and_every_unit_quotes_it(text: str) -> None:
    document = Document(name="样本.txt", format="txt", text=text)
    flow = flow_of(document)
    for task in read_tasks(flow, read_outline(flow)):
        for unit in (*task.units, *task.defaults):
            assert flow.quote(unit.place) == unit.name


def test_a_bracket_left_by_a_line_break_is_no_part_of_a_name() -> None:
    text = (
        "澄溪区2025年法治政府建设工作安排\n一、依法行政\n1.发挥法律顾问作用。规范法律顾问工作，做到应审尽审。〔\n"
        "责任单位：区司法局，区财政局、区级各部门（单位）〕\n"
    )
    (task,) = read(document_of(text)).tasks
    assert [unit.name for unit in task.units] == ["区司法局", "区财政局", "区级各部门（单位）"]

"""Two plans side by side."""

from zhunsheng.engine.planning.differences import PlannedTask, differences, most_alike, taken_up


def _task(path: str, title: str, text: str = "", *facts: str) -> PlannedTask:
    return PlannedTask(key=path, path=path, title=title, text=text or f"{title}。", facts=facts)


_BEFORE = (
    _task("一/1", "健全重大行政决策机制", "健全重大行政决策机制。公布目录。"),
    _task("一/2", "加强规范性文件监督管理", "加强规范性文件监督管理。做好备案。"),
    _task("二/3", "推进行政执法规范化建设", "推进行政执法规范化建设。开展评查。", "司法局"),
    _task("三/4", "开展民法典主题宣传", "开展民法典主题宣传。"),
)


def test_a_task_with_the_same_words_is_kept_though_it_moved() -> None:
    after = (_task("一/9", "健全重大行政决策机制", "健全重大行政决策机制。公布目录。"),)
    found = differences(_BEFORE[:1], after)
    assert [(one.change, one.moved) for one in found] == [("kept", True)]


def test_a_task_with_other_words_or_other_units_is_changed() -> None:
    after = (
        _task("一/1", "健全重大行政决策机制", "健全重大行政决策机制。公布目录，开展后评估。"),
        _task("二/3", "推进行政执法规范化建设", "推进行政执法规范化建设。开展评查。", "市场监管局"),
    )
    found = differences((_BEFORE[0], _BEFORE[2]), after)
    assert [one.change for one in found] == ["changed", "changed"]


def test_what_has_no_counterpart_is_new_or_dropped() -> None:
    after = (_BEFORE[0], _task("四/5", "建设数字政府平台", "建设数字政府平台。"))
    found = differences(_BEFORE, after)
    assert [one.change for one in found] == ["kept", "new", "dropped", "dropped", "dropped"]
    assert [one.before.path for one in found if one.before and one.change == "dropped"] == [
        "一/2",
        "二/3",
        "三/4",
    ]


def test_a_task_is_paired_once_with_the_likest() -> None:
    after = (
        _task("1", "加强规范性文件监督", "加强规范性文件监督管理。"),
        _task("2", "加强规范性文件监督管理", "加强规范性文件监督管理。做好备案。"),
    )
    found = differences(_BEFORE[1:2], after)
    assert [one.change for one in found] == ["new", "kept"]


def test_no_plan_against_itself_has_a_difference() -> None:
    assert {one.change for one in differences(_BEFORE, _BEFORE)} == {"kept"}
    assert differences((), ()) == ()


def test_tasks_of_the_plan_above_are_offered_with_the_likest_of_ones_own() -> None:
    above = (_task("1", "健全完善重大行政决策机制"), _task("2", "做好信访法治化"))
    first, second = taken_up(above, _BEFORE)
    assert first.by[0][0].path == "一/1"
    assert [task.path for task, _ in second.by] == [] or second.by[0][1] < 0.5
    assert set(most_alike(above, _BEFORE)) == {"1"}

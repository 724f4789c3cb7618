"""Entries of litigation → figures, with the words by which plans and reports speak of them."""

from typing import Any

from zhunsheng.domains.litigation.registers.shared import article
from zhunsheng.engine.indicators.declarations import Count, Share

_GROUP = "行政应诉"


def _recorded(lawsuit: Any) -> Any:
    """Get whether the appearance was recorded: the head came, or the absence was explained."""
    return lawsuit.head_attended.notnull() | lawsuit.absence_ground.notnull()


INDICATORS = (
    Count(
        key="appearances_due",
        label="负责人应出庭案件",
        register="lawsuit",
        on="hearing",
        counts=lambda lawsuit, _: _recorded(lawsuit),
        said_as=("行政机关负责人出庭应诉案件", "负责人应出庭应诉案件"),
        source=str(article("第三条")),
        says="期内开庭并登记了出庭情况的案件。",
        group=_GROUP,
    ),
    Count(
        key="heads_appeared",
        label="负责人实际出庭案件",
        register="lawsuit",
        on="hearing",
        counts=lambda lawsuit, _: _recorded(lawsuit) & lawsuit.head_attended,
        said_as=("实际出庭", "行政机关负责人实际出庭"),
        source=str(article("第三条")),
        says="期内开庭的案件中，负责人出庭的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="appearance",
        label="负责人出庭应诉率",
        register="lawsuit",
        on="hearing",
        out_of=lambda lawsuit, _: _recorded(lawsuit),
        counts=lambda lawsuit, _: lawsuit.head_attended,
        said_as=("行政机关负责人出庭应诉率", "出庭应诉率", "负责人出庭率"),
        source=str(article("第三条")),
        says="期内开庭的案件中，负责人出庭的；有正当理由没有出庭的也计入分母。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="judgments_performed",
        label="裁判履行率",
        register="lawsuit",
        on="performance_until",
        counts=lambda lawsuit, period: (
            lawsuit.performed.notnull() & (lawsuit.performed <= period.end)
        ),
        said_as=("法院生效裁判履行率", "裁判履行率"),
        source=str(article("第九十六条")),
        says="判决确定的履行期限在期内的，期末已履行的。",
        group=_GROUP,
        better="more",
    ),
    Share(
        key="judgments_performed_on_time",
        label="裁判按期履行率",
        register="lawsuit",
        on="performance_until",
        counts=lambda lawsuit, _: (
            lawsuit.performed.notnull() & (lawsuit.performed <= lawsuit.performance_until)
        ),
        said_as=("裁判按期履行率",),
        source=str(article("第九十六条")),
        says="判决确定的履行期限在期内的，按期履行的；没有履行的计入分母。",
        group=_GROUP,
        better="more",
    ),
)
"""All of them, in the order of the mission's rows."""

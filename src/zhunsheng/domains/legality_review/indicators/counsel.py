"""Counsel, public-sector lawyers and reviewers: who there are, what they worked on, who was trained."""

from typing import Any

from zhunsheng.engine.indicators.conditions import in_force, within
from zhunsheng.engine.indicators.declarations import Count, Coverage, Share, Total

_GROUP = "法律顾问和公职律师"
_TRAINING = "审核人员和培训"
_COUNSEL = "政府法律顾问制度"
_LAWYERS = "公职律师工作制度"
_VILLAGES = "村（社区）法律顾问全覆盖要求"
_REVIEWERS = "国办发〔2018〕115号；加强合法性审核队伍建设的要求"


def _in_office(one: Any, period: Any) -> Any:
    return in_force(one.since, one.until, period)


def _has_counsel(village: Any, period: Any) -> Any:
    return in_force(village.appointed, village.until, period)


def _on_a_contract(work: Any, _: Any) -> Any:
    return work.kind == "contract"


COUNSEL = (
    Count(
        key="counsel_in_office",
        label="在聘政府法律顾问",
        register="counsel",
        holds="by_end",
        counts=_in_office,
        said_as=("政府法律顾问", "聘请法律顾问"),
        source=_COUNSEL,
        says="期末在聘期内的政府法律顾问。",
        group=_GROUP,
        measure="人",
    ),
    Count(
        key="assignments",
        label="交办法律顾问和公职律师事项",
        register="assignment",
        source=_COUNSEL,
        says="期内交办的事项。",
        group=_GROUP,
    ),
    Count(
        key="studies",
        label="重大决策和涉法事务研究论证",
        register="assignment",
        counts=lambda work, _: work.kind != "contract",
        said_as=("政府重大决策和涉法事务的研究、咨询与论证", "研究、咨询与论证"),
        source=_COUNSEL,
        says="期内交办的合同以外的事项：决策、规范性文件、复议诉讼、咨询论证和其他。",
        group=_GROUP,
        measure="次",
    ),
    Total(
        key="team_persons",
        label="法律顾问团研究讨论合同人次",
        register="assignment",
        of="persons",
        counts=lambda work, period: _on_a_contract(work, period) & work.by_team,
        said_as=("政府法律顾问团参与法律事务研究讨论各类合同", "研究讨论各类合同"),
        source=_COUNSEL,
        says="期内交办顾问团成员的合同事项，参加人次之和。",
        group=_GROUP,
        measure="人次",
    ),
    Total(
        key="contracts_revised",
        label="修改合同",
        register="assignment",
        of="contracts_revised",
        said_as=("修改合同", "审查修改合同"),
        source=_COUNSEL,
        says="期内交办的事项，修改合同的份数之和。",
        group=_GROUP,
        measure="份",
    ),
    Coverage(
        key="units_with_a_public_lawyer",
        label="公职律师配备率",
        register="public_lawyer",
        holds="by_end",
        counts=_in_office,
        said_as=("公职律师配备率", "公职律师覆盖率"),
        source=_LAWYERS,
        says="本级各单位中，期末登记有在任公职律师的；没有的单位逐个列出。",
        group=_GROUP,
        better="more",
    ),
    Count(
        key="public_lawyers",
        label="公职律师",
        register="public_lawyer",
        holds="by_end",
        counts=_in_office,
        said_as=("公职律师", "在任公职律师"),
        source=_LAWYERS,
        says="期末在任的公职律师。",
        group=_GROUP,
        measure="人",
    ),
    Count(
        key="work_of_public_lawyers",
        label="公职律师办理事项",
        register="assignment",
        counts=lambda work, _: work.public_lawyer.notnull(),
        said_as=("公职律师办理事项",),
        source=_LAWYERS,
        says="期内交办公职律师的事项。",
        group=_GROUP,
    ),
    Share(
        key="villages_covered",
        label="村（社区）法律顾问覆盖率",
        register="village_counsel",
        holds="by_end",
        counts=_has_counsel,
        said_as=("村（社区）法律顾问覆盖率", "村(社区)法律顾问全覆盖"),
        source=_VILLAGES,
        says="期末列在清单里的村（社区）中，法律顾问在聘期内的；没有聘请、聘期届满的计入分母。",
        group=_GROUP,
        measure="个",
        better="more",
    ),
    Count(
        key="villages_with_counsel",
        label="有法律顾问的村（社区）",
        register="village_counsel",
        holds="by_end",
        counts=_has_counsel,
        said_as=("法律顾问全覆盖的村(社区)", "村（社区）法律顾问全覆盖", "有法律顾问的村（社区）"),
        source=_VILLAGES,
        says="期末法律顾问在聘期内的村（社区）。",
        group=_GROUP,
        measure="个",
    ),
    Count(
        key="villages_without_counsel",
        label="没有法律顾问的村（社区）",
        register="village_counsel",
        holds="by_end",
        counts=lambda village, period: (
            village.appointed.isnull()
            | (village.appointed > period.end)
            | (village.until < period.end)
        ),
        source=_VILLAGES,
        says="期末没有聘请法律顾问、或者聘期已届满的村（社区）。",
        group=_GROUP,
        measure="个",
        better="fewer",
    ),
)
"""法律顾问、公职律师。"""

REVIEWERS = (
    Total(
        key="manual_copies",
        label="发放审查工作指导手册",
        register="manual",
        of="copies",
        said_as=("发放合法性审查工作指导手册相关资料", "发放相关资料", "发放指导手册"),
        source="推广使用合法性审查工作指导手册的要求",
        says="期内印发的各版手册，发放份数之和。",
        group=_TRAINING,
        measure="份",
    ),
    Count(
        key="trainings",
        label="合法性审核人员培训",
        register="training",
        said_as=("全县政府法制工作专题培训会", "政府法制工作专题培训会", "合法性审核人员培训"),
        source=_REVIEWERS,
        says="期内举办的培训。",
        group=_TRAINING,
        measure="次",
    ),
    Total(
        key="persons_trained",
        label="培训合法性审核人员",
        register="training",
        of="attended",
        said_as=("培训法制审核人员", "接受专业培训的法制审核（行政执法）人员"),
        source=_REVIEWERS,
        says="期内举办的培训，参加人数之和；一人参加两次算两次。",
        group=_TRAINING,
        measure="人次",
    ),
    Share(
        key="reviewers_trained",
        label="审核人员参训率",
        register="reviewer",
        holds="by_end",
        out_of=_in_office,
        counts=lambda reviewer, period: within(reviewer.trained, period),
        said_as=("审核人员参训率", "合法性审核人员培训率"),
        source=_REVIEWERS,
        says="期末在岗的审核人员中，最近一次培训在期内的；没有培训的计入分母。后来又参加了培训的，以前的年度不再算作参加。",
        group=_TRAINING,
        measure="人",
        better="more",
    ),
    Count(
        key="reviewers_untrained",
        label="期内没有培训的审核人员",
        register="reviewer",
        holds="by_end",
        counts=lambda reviewer, period: (
            _in_office(reviewer, period) & ~within(reviewer.trained, period)
        ),
        source=_REVIEWERS,
        says="期末在岗、期内没有参加培训的审核人员，逐个列出。",
        group=_TRAINING,
        measure="人",
        better="fewer",
    ),
)
"""手册、培训、审核人员。"""

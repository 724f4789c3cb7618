"""Figures of those who enforce: with a valid certificate, newly qualified, studied, posted to towns."""

from typing import Any

from zhunsheng.domains.enforcement.instruments import THREE_SYSTEMS
from zhunsheng.engine.indicators.conditions import in_force, in_time, not_by
from zhunsheng.engine.indicators.declarations import Count, Coverage, Share

_GROUP = "行政执法人员"
_CERTIFIED = str(THREE_SYSTEMS.article("二（五）"))
_TOWNS = "镇（街道）年内通过考试获得行政执法资格人数的要求"


def _certified(officer: Any, period: Any) -> Any:
    in_post = (officer.mark == "valid") & not_by(officer.revoked, period)
    return in_post & in_force(officer.passed, officer.valid_until, period)


OFFICERS = (
    Count(
        key="officers",
        label="行政执法人员",
        register="officer",
        holds="by_end",
        counts=lambda officer, period: not_by(officer.revoked, period),
        said_as=("行政执法人员", "执法人员"),
        source=_CERTIFIED,
        says="到期末通过资格考试、执法证没有收回的人员。",
        group=_GROUP,
        measure="人",
    ),
    Count(
        key="officers_certified",
        label="持有效执法证的人员",
        register="officer",
        holds="by_end",
        counts=_certified,
        said_as=("持证行政执法人员", "持证执法人员"),
        source=_CERTIFIED,
        says="到期末执法证有效、没有收回，清理结论为有效的人员；只有他们能办案。",
        group=_GROUP,
        measure="人",
        better="more",
    ),
    Count(
        key="newly_qualified",
        label="新取得执法资格人员",
        register="officer",
        on="passed",
        said_as=("新取得行政执法资格", "通过考试获得行政执法资格"),
        source=_TOWNS,
        says="期内通过执法资格考试的人员；按单位查看，就是各镇（街道）的人数。",
        group=_GROUP,
        measure="人",
        better="more",
    ),
    Coverage(
        key="units_with_officers",
        label="有持证执法人员的单位",
        register="officer",
        holds="by_end",
        counts=_certified,
        source=_TOWNS,
        says="到期末有持有效执法证人员的单位，在应有的单位里占多少。",
        group=_GROUP,
        measure="个",
        better="more",
    ),
    Share(
        key="certificates_revoked_on_time",
        label="无效执法证按期收回率",
        register="officer",
        on="revoke_until",
        counts=lambda officer, _: in_time(officer.revoked, officer.revoke_until),
        said_as=("执法证件按期收回率",),
        source="执法证件专项清理的要求",
        says="应收回日期在期内的执法证中，按期收回的；没有收回的计入分母。",
        group=_GROUP,
        measure="本",
        better="more",
    ),
    Share(
        key="study_completed",
        label="执法学时完成率",
        register="officer",
        on="study_until",
        counts=lambda officer, _: in_time(officer.study_completed, officer.study_until),
        said_as=("执法学时完成率",),
        source="行政执法人员线上学习学时的要求",
        says="学时截止日期在期内的人员中，按期完成学时的。",
        group=_GROUP,
        measure="人",
        better="more",
    ),
    Count(
        key="officers_posted",
        label="派驻乡镇（街道）的执法人员",
        register="officer",
        on="posted",
        holds="by_end",
        counts=lambda officer, period: (
            officer.posted_to.notnull() & not_by(officer.revoked, period)
        ),
        said_as=("派驻乡镇执法人员", "派驻镇（街道）执法人员"),
        source="执法力量向乡镇（街道）延伸、派驻的要求",
        says="到期末已派驻、执法证没有收回的人员；各镇（街道）的人数在执法力量台账里。",
        group=_GROUP,
        measure="人",
        better="more",
    ),
)

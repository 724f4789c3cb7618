"""The force of a town in a year: officers newly qualified against what its headcount asks, officers posted."""

from zhunsheng.engine.registers.due_dates import DueDate
from zhunsheng.engine.registers.fields import Field
from zhunsheng.engine.registers.procedures import Check, Values
from zhunsheng.engine.registers.register import Register

_BOUNDARY, _SMALL, _LARGE = 70, 3, 5


def _set(town: Values, key: str, usual: int) -> int:
    found = town.get(key)
    return usual if found is None else int(found)


def least_new_officers(town: Values) -> int | None:
    """Get how many officers a town must newly qualify in a year: more above the boundary than up to it."""
    headcount = town.get("headcount")
    if headcount is None:
        return None
    if headcount <= _set(town, "boundary", _BOUNDARY):
        return _set(town, "small_minimum", _SMALL)
    return _set(town, "large_minimum", _LARGE)


def new_officers(town: Values) -> int:
    """Get how many different officers that are named passed in the year of the last day."""
    year = (town.get("until") or "")[:4]
    rows = town.get("qualified") or ()
    return len({row["officer"] for row in rows if (row.get("officer.passed") or "-")[:4] == year})


def posted_officers(town: Values) -> int:
    """Get how many different officers that are named are posted and keep their certificates."""
    rows = town.get("posted") or ()
    return len(
        {
            row["officer"]
            for row in rows
            if row.get("officer.posted") and not row.get("officer.revoked")
        }
    )


def _enough(town: Values) -> bool:
    least = town.get("least")
    return least is not None and (town.get("new_count") or 0) >= least


def _officer(brings: tuple[str, ...]) -> Field:
    return Field(
        key="officer",
        label="执法证记录编号",
        kind="reference",
        refers_to="enforcement.officer",
        required=True,
        brings=brings,
    )


def _number(key: str, label: str, usual: int) -> Field:
    return Field(
        key=key,
        label=label,
        kind="integer",
        measure="人",
        help=f"没有另行规定的不填，按{usual}人。",
        examples=(str(usual),),
    )


TOWN_FORCE = Register(
    key="town_force",
    label="镇（街道）执法力量",
    shape="list",
    basis="镇（街道）年内取得执法资格人数、执法力量向乡镇（街道）派驻的要求",
    says="每个镇（街道）一年一条：按编制数应新取得资格几人、已有几人，县级队伍派驻几人。",
    title="name",
    happened="listed",
    face=("headcount", "new_count", "posted_count"),
    fields=(
        Field(
            key="name",
            label="镇（街道）和年度",
            required=True,
            examples=("某镇年度执法力量", "某街道年度执法力量"),
        ),
        Field(key="town", label="镇（街道）", kind="unit", required=True),
        Field(key="listed", label="登记日期", kind="date", required=True),
        Field(
            key="headcount",
            label="编制核定数量",
            kind="integer",
            measure="人",
            required=True,
            expected=(10, 200),
        ),
        _number("boundary", "分档的编制数", _BOUNDARY),
        _number("small_minimum", "分档及以下应新增", _SMALL),
        _number("large_minimum", "分档以上应新增", _LARGE),
        Field(
            key="least",
            label="年内应新取得资格",
            kind="integer",
            measure="人",
            computed=least_new_officers,
        ),
        Field(
            key="qualified",
            label="新取得资格人员",
            kind="rows",
            columns=(_officer(("passed",)),),
        ),
        Field(
            key="new_count",
            label="年内新取得资格",
            kind="integer",
            measure="人",
            computed=new_officers,
            help="只数应达到日期那一年通过考试的不同人员。",
        ),
        Field(
            key="posted",
            label="派驻人员",
            kind="rows",
            columns=(_officer(("posted", "revoked")),),
        ),
        Field(
            key="posted_count",
            label="派驻的执法人员",
            kind="integer",
            measure="人",
            computed=posted_officers,
        ),
        Field(key="until", label="应达到日期", kind="date", required=True),
        Field(key="reached", label="达到日期", kind="date", examples=("",)),
    ),
    due_dates=(DueDate(key="reached", label="新取得执法资格", until="until", ends="reached"),),
    checks=(
        Check(
            field="reached",
            says="年内新取得资格的人数还不到应有的人数，不能记为达到。",
            holds=lambda town: not town.get("reached") or _enough(town),
        ),
    ),
)

"""The fictional prefecture: its governments, its units, and the people in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count

from django.contrib.auth.hashers import make_password

from zhunsheng.web.actors import IN_UNIT, Actor, actor_of
from zhunsheng.web.organizations.models import Assignment, Government, Unit, User
from zhunsheng.web.organizations.roles import ADMINISTRATORS, ROLES

PASSWORD = "yunxi-2026-demo"  # noqa: S105  # printed on the console; the demonstration is fictional
PREFECTURE = "990100"
_NAME = "云溪市（虚构）"
_COUNTIES = (
    ("990121", "溪口县（虚构）", ("青石镇（虚构）", "柳河镇（虚构）")),
    ("990122", "石岭县（虚构）", ("双桥镇（虚构）", "枫林乡（虚构）")),
    ("990123", "临河县（虚构）", ("古渡镇（虚构）", "东滩乡（虚构）")),
)
_UNITS = (
    ("sfj", "司法局"),
    ("fgj", "发展和改革局"),
    ("jyj", "教育局"),
    ("scj", "市场监督管理局"),
    ("zjj", "住房和城乡建设局"),
    ("njd", "农业农村和交通运输局综合行政执法大队"),
)
_TOWN_UNITS = (("dzb", "党政综合办公室"),)
_FICTION = "（虚构）"
# Who looks after a whole government sits in its first unit; administrators there are only one set of.
_FOR_ALL = tuple(role for role in ROLES if role not in {"reporter", "approver", *ADMINISTRATORS})
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"


@dataclass(frozen=True, slots=True)
class Login:
    """A name to log in with, and whose it is."""

    username: str
    role: str
    unit: str


class Prefecture:
    """A prefecture with its counties and towns, stored when it is made; it answers who may act where."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.logins: list[Login] = []
        self._people: dict[tuple[int, str], list[User]] = {}
        self._actors: dict[int, Actor] = {}
        self._first_of: dict[int, Unit] = {}
        self._names = (
            f"{_STEMS[n % 10]}{_BRANCHES[n % 12]}{n // 60 + 1 if n >= 60 else ''}" for n in count()
        )
        top = self._government(PREFECTURE, _NAME, Government.Level.PREFECTURE, None, _UNITS)
        for code, name, towns in _COUNTIES:
            county = self._government(code, name, Government.Level.COUNTY, top, _UNITS)
            for number, town in enumerate(towns, start=1):
                level = Government.Level.TOWN
                self._government(f"{code}{number:03}", town, level, county, _TOWN_UNITS)
        self.home = next(unit for unit in self.units if unit.government.code == _COUNTIES[0][0])
        self._employ()

    def actors(self, unit: Unit, role: str, today: date) -> list[Actor]:
        """Get who acts in a role for a unit; for its whole government where the role is for that."""
        place = unit if role in IN_UNIT else self._first_of[unit.government_id]
        users = self._people[place.pk, role]
        for user in users:
            if user.pk not in self._actors:
                self._actors[user.pk] = actor_of(user, today)
        return [self._actors[user.pk] for user in users]

    def units_of(self, government: Government) -> list[Unit]:
        """Get the units of a government."""
        return [unit for unit in self.units if unit.government_id == government.pk]

    def _government(
        self,
        code: str,
        name: str,
        level: str,
        parent: Government | None,
        units: tuple[tuple[str, str], ...],
    ) -> Government:
        made = Government.objects.create(code=code, name=name, level=level, parent=parent)
        begins = name.removesuffix(_FICTION)
        rows = [Unit(government=made, code=key, name=begins + what) for key, what in units]
        stored = Unit.objects.bulk_create(rows)
        self._first_of[made.pk] = stored[0]
        self.units += stored
        return made

    def _employ(self) -> None:
        """Fill the posts: one person each, two approvers in a unit, so that none approves their own."""
        # One hash for all: the password is printed anyway, and hashing is slow on purpose.
        hashed = make_password(PASSWORD)
        in_units = [("reporter", ""), ("approver", ""), ("approver", "-2")]
        posts = [(unit, role, which) for unit in self.units for role, which in in_units]
        posts += [(unit, role, "") for unit in self._first_of.values() for role in _FOR_ALL]
        posts += [(self.home, role, "") for role in ROLES if role in ADMINISTRATORS]
        people = [
            User(
                username=self._place_of(unit) + role + which,
                password=hashed,
                full_name=f"示例{name}",
            )
            for (unit, role, which), name in zip(posts, self._names, strict=False)
        ]
        User.objects.bulk_create(people)
        for (unit, role, _), user in zip(posts, people, strict=True):
            self._people.setdefault((unit.pk, role), []).append(user)
        Assignment.objects.bulk_create(
            Assignment(user=user, unit=unit, role=role)
            for (unit, role, _), user in zip(posts, people, strict=True)
        )
        self.logins = [Login(role, label, str(self.home)) for role, label in ROLES.items()]

    def _place_of(self, unit: Unit) -> str:
        """Get what a user name begins with: nothing where people log in to look around."""
        return "" if unit == self.home else f"{unit.government.code}-{unit.code}-"

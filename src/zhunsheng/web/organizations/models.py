"""Governments form a tree; units belong to a government; people have roles in units."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy

from zhunsheng.web.organizations.roles import ROLES


class Government(models.Model):
    """A government: a province, a prefecture, a county or a town, by its GB/T 2260 code."""

    class Level(models.TextChoices):
        """The level of a government."""

        PROVINCE = "province", gettext_lazy("省级")
        PREFECTURE = "prefecture", gettext_lazy("市级")
        COUNTY = "county", gettext_lazy("县级")
        TOWN = "town", gettext_lazy("乡级")

    code = models.CharField("行政区划代码", max_length=12, unique=True)
    name = models.CharField("名称", max_length=100)
    level = models.CharField("级别", max_length=12, choices=Level.choices)
    parent = models.ForeignKey(
        "self", verbose_name="上一级", on_delete=models.PROTECT, null=True, related_name="children"
    )
    # The codes from the top down to this one, each closed by a slash: what is below begins with it.
    path = models.CharField(max_length=200, db_index=True)
    # What it was called before: [{"name": …, "since": day or null, "until": day}], oldest first.
    past_names = models.JSONField("曾用名", default=list, blank=True)

    class Meta:
        """Order of governments."""

        ordering = ("code",)

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **options: object) -> None:
        """Save with the path that the place in the tree gives; those below follow."""
        self.path = f"{self.parent.path if self.parent else ''}{self.code}/"
        super().save(*args, **options)  # type: ignore[arg-type]
        for child in self.children.exclude(path__startswith=self.path):
            child.save()


class Unit(models.Model):
    """
    A department, a town office, a body: what tasks and entries belong to.

    A unit that was merged or renamed keeps its past: it ends on `until`, and `successor` goes on.
    """

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="units")
    code = models.CharField("代码", max_length=32)
    name = models.CharField("名称", max_length=100)
    aliases = models.JSONField("别称", default=list, blank=True)
    past_names = models.JSONField("曾用名", default=list, blank=True)
    since = models.DateField("成立日期", null=True)
    until = models.DateField("撤并日期", null=True)
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="merged"
    )

    class Meta:
        """A code is used once in a government."""

        ordering = ("government", "code")
        constraints = (models.UniqueConstraint(fields=("government", "code"), name="unit_code"),)

    def __str__(self) -> str:
        return self.name


class UnitGroup(models.Model):
    """Units that documents name together, such as “各乡镇（街道）”."""

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="groups")
    name = models.CharField("名称", max_length=100)

    class Meta:
        """A name is used once in a government."""

        ordering = ("government", "name")
        constraints = (models.UniqueConstraint(fields=("government", "name"), name="group_name"),)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """That a unit belongs to a group, for a time."""

    group = models.ForeignKey(UnitGroup, on_delete=models.CASCADE, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships")
    since = models.DateField("起", null=True)
    until = models.DateField("止", null=True)

    class Meta:
        """Members stand in the order of their codes."""

        ordering = ("unit__code", "since")

    def __str__(self) -> str:
        return f"{self.group} {self.unit}"


class User(AbstractUser):
    """Somebody who works with the site; the unit is where they work, not what they may do."""

    full_name = models.CharField("姓名", max_length=60)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="people")
    must_change_password = models.BooleanField(default=False)
    password_set_at = models.DateTimeField(null=True)
    # The hashes of earlier passwords, latest first: none of them may be taken again.
    past_passwords = models.JSONField(default=list, blank=True)

    def __str__(self) -> str:
        return self.full_name or self.username

    def check_password(self, raw_password: str | None) -> bool:
        """
        Whether this is the password.

        A hash is not renewed in passing: every change of it is an action that leaves a line.
        """
        return check_password(raw_password, self.password)


class Assignment(models.Model):
    """A role of a person in a unit, for a time; delegated ones name whom they stand in for."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(
        "角色", max_length=24, choices=[(key, gettext_lazy(label)) for key, label in ROLES.items()]
    )
    since = models.DateField("起", null=True)
    until = models.DateField("止", null=True)
    stands_in_for = models.ForeignKey(
        User, on_delete=models.CASCADE, null=True, related_name="delegations"
    )

    class Meta:
        """A role without an end is given once; one that ended may be given again."""

        constraints = (
            models.UniqueConstraint(
                fields=("user", "unit", "role"),
                condition=models.Q(until=None, stands_in_for=None),
                name="role_held_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} {self.unit} {self.get_role_display()}"

    def holds_on(self, day: date) -> bool:
        """Whether the role is in force on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

"""Governments form a tree; units belong to a government; people have roles in units."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from zhunsheng.web.organizations.roles import ROLES


class Government(models.Model):
    """A government: a province, a prefecture, a county or a town, by its GB/T 2260 code."""

    class Level(models.TextChoices):
        """The level of a government."""

        PROVINCE = "province", "省级"
        PREFECTURE = "prefecture", "市级"
        COUNTY = "county", "县级"
        TOWN = "town", "乡级"

    code = models.CharField("行政区划代码", max_length=12, unique=True)
    name = models.CharField("名称", max_length=100)
    level = models.CharField("级别", max_length=12, choices=Level.choices)
    parent = models.ForeignKey(
        "self", verbose_name="上一级", on_delete=models.PROTECT, null=True, related_name="children"
    )
    # The codes from the top down to this one, each closed by a slash: what is below begins with it.
    path = models.CharField(max_length=200, db_index=True)

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


class User(AbstractUser):
    """Somebody who works with the site."""

    full_name = models.CharField("姓名", max_length=60)

    def __str__(self) -> str:
        return self.full_name or self.username


class Assignment(models.Model):
    """A role of a person in a unit, for a time; delegated ones name whom they stand in for."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="assignments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(
        "角色", max_length=24, choices=[(key, label) for key, label in ROLES.items()]
    )
    since = models.DateField("起", null=True)
    until = models.DateField("止", null=True)
    stands_in_for = models.ForeignKey(
        User, on_delete=models.CASCADE, null=True, related_name="delegations"
    )

    class Meta:
        """A role is given once."""

        constraints = (
            models.UniqueConstraint(fields=("user", "unit", "role"), name="role_given_once"),
        )

    def __str__(self) -> str:
        return f"{self.user} {self.unit} {self.get_role_display()}"

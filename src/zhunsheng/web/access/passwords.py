"""Rules for passwords, and whether one is too old."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from zhunsheng.web.organizations.models import User

LONGEST = 128


class CharacterClasses:
    """Asks for characters of several classes: capitals, small letters, digits, signs, other scripts."""

    def __init__(self, least: int = 3) -> None:
        self.least = least

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError for a password of too few classes."""
        del user
        if len({_class_of(character) for character in password}) < self.least:
            raise ValidationError(self.get_help_text(), code="too_few_classes")

    def get_help_text(self) -> str:
        """Get the rule in words."""
        return _("应含大写字母、小写字母、数字、符号、汉字中的至少%(least)s类。") % {
            "least": self.least
        }


class NotUsedBefore:
    """Refuses the present password and those before it."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError for a password that was used before."""
        if user is None:
            return
        for hashed in (user.password, *user.past_passwords):
            if hashed and check_password(password, hashed):
                raise ValidationError(self.get_help_text(), code="used_before")

    def get_help_text(self) -> str:
        """Get the rule in words."""
        return _("不能与最近5次用过的密码相同。")


class HoldsNoName:
    """Refuses a password with the own user name or name in it."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError for a password that holds a name of two or more characters."""
        names = (user.username, user.full_name) if user else ()
        if any(len(name) > 1 and name.casefold() in password.casefold() for name in names):
            raise ValidationError(self.get_help_text(), code="holds_name")

    def get_help_text(self) -> str:
        """Get the rule in words."""
        return _("不能含有用户名或者姓名。")


class NotTooLong:
    """Refuses what is longer than a login accepts."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError for a password that is too long."""
        del user
        if len(password) > LONGEST:
            raise ValidationError(self.get_help_text(), code="too_long")

    def get_help_text(self) -> str:
        """Get the rule in words."""
        return _("不超过%(longest)s个字符。") % {"longest": LONGEST}


def why_change(user: User, at: datetime) -> str:
    """Get why somebody must change the password before anything else; empty where not."""
    if not user.has_usable_password():
        return ""
    if user.must_change_password:
        return _("这是初始密码，请先改成自己的密码。")
    days = settings.PASSWORD_DAYS
    if days and at - (user.password_set_at or user.date_joined) >= timedelta(days=days):
        return _("密码已用满%(days)s天，请更换。") % {"days": days}
    return ""


def _class_of(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Lu", "Ll", "Nd"}:
        return category
    return "other letters" if category.startswith("L") else "signs"

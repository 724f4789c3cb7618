"""The second factor itself: the device that makes codes, and the codes for whoever lost it."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import transaction
from django.utils.crypto import salted_hmac
from django_otp.plugins.otp_totp.models import TOTPDevice

from zhunsheng.web.access.models import RecoveryCode
from zhunsheng.web.actors import Actor
from zhunsheng.web.organizations.models import User
from zhunsheng.web.organizations.roles import ADMINISTRATORS

HOW_MANY = 10
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_SALT = "zhunsheng.access.recovery"


def is_required(actor: Actor) -> bool:
    """Whether the site asks somebody for a second factor."""
    asked = settings.SECOND_FACTOR
    return asked == "all" or (asked == "administrators" and actor.has(*ADMINISTRATORS))


def device_of(user: User) -> TOTPDevice | None:
    """Get the device that somebody has confirmed."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def device_to_confirm(user: User) -> TOTPDevice:
    """Get the device that somebody is about to set up, made where there is none."""
    found = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return found or TOTPDevice.objects.create(user=user, name="totp", confirmed=False)


def to_scan(user: User) -> str | None:
    """Get the address that a device being set up is to scan; None where none is."""
    found = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return str(found.config_url) if found else None


def confirm(user: User, typed: str) -> bool:
    """Whether the device being set up shows the right code; if so it takes the place of any other."""
    device = device_to_confirm(user)
    if not device.verify_token("".join(typed.split())):
        return False
    TOTPDevice.objects.filter(user=user).exclude(pk=device.pk).delete()
    device.confirmed = True
    device.save()
    return True


@transaction.atomic
def matches(user: User, typed: str) -> bool:
    """
    Whether a code is the device's of this half minute, or a recovery code, which is used up by it.

    A code is taken once; after wrong ones the device waits longer each time.
    """
    cleaned = "".join(typed.split()).lower()
    devices = TOTPDevice.objects.select_for_update().filter(user=user, confirmed=True)
    if len(cleaned) == 6 and cleaned.isascii() and cleaned.isdigit():
        return any(device.verify_token(cleaned) for device in devices)
    used, _ = RecoveryCode.objects.filter(user=user, digest=_digest(user, cleaned)).delete()
    return bool(used)


@transaction.atomic
def new_recovery_codes(user: User) -> list[str]:
    """Get new recovery codes, shown once; the earlier ones are void."""
    RecoveryCode.objects.filter(user=user).delete()
    codes = ["".join(secrets.choice(_LETTERS) for _ in range(10)) for _ in range(HOW_MANY)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(user=user, digest=_digest(user, code)) for code in codes
    )
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def forget(user: User) -> None:
    """Take away the device and the recovery codes of somebody."""
    TOTPDevice.objects.filter(user=user).delete()
    RecoveryCode.objects.filter(user=user).delete()


def _digest(user: User, code: str) -> str:
    plain = f"{user.pk}:{code.replace('-', '')}"
    return salted_hmac(_SALT, plain, algorithm="sha256").hexdigest()

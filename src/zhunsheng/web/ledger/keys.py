"""
The keys the site signs with: secret ones in files that only the site reads, public ones stored.

A new key takes over from the one before by a statement that both sign.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from zhunsheng.engine.ledger.exports import Keyring, Succession, succession
from zhunsheng.engine.ledger.signing import Signer, fingerprint, new_secret, signer_of
from zhunsheng.engine.ledger.verifier import LedgerError
from zhunsheng.web.ledger import store
from zhunsheng.web.ledger.models import Head, SigningKey

NEW_KEY = "ledger.key"
SITE = "site"


def current(at: datetime) -> tuple[SigningKey, Signer]:
    """
    Get the key in force and what signs with it; the first key is made when it is first needed.

    A site whose settings name another way of signing gets a new key. Raises LedgerError where the
    file of the key is gone.
    """
    if (key := _in_force()) is None:
        with transaction.atomic():
            # Somebody else may have made it while this one waited.
            store.lock_head()
            key = _in_force() or rotate(at, settings.LEDGER_SIGNER)
    return key, _signer(key)


def _in_force() -> SigningKey | None:
    key = SigningKey.objects.last()
    return key if key and key.scheme == settings.LEDGER_SIGNER else None


@transaction.atomic
def rotate(at: datetime, scheme: str, *, lost: bool = False) -> SigningKey:
    """
    Make a new key that takes over from the one in force.

    Where that one's file is `lost` nothing but people's word connects the two: whoever verifies must
    be given the new key. Raises LedgerError.
    """
    head = store.lock_head()
    before = SigningKey.objects.last()
    secret = new_secret()
    signer = signer_of(scheme, secret)
    key = SigningKey(
        name=str(SigningKey.objects.count() + 1),
        scheme=scheme,
        public=signer.public.hex(),
        since_size=head.size,
        at=at.isoformat(timespec="milliseconds"),
    )
    if before is not None and not lost:
        bare = Succession(
            key=key.name,
            public=key.public,
            former=before.name,
            former_public=before.public,
            size=head.size,
            at=at,
        )
        signed = succession(bare, _signer(before), signer)
        key.former, key.signature = before.name, signed.signature
        key.former_signature = signed.former_signature
    _keep(key.public, secret)
    key.save()
    if before is not None:
        # The first key needs no line of its own: those of the checkpoints hold it.
        draft = store.Draft(about=f"ledger/key/{key.name}", says=said_of(key), personal={})
        store.append(head, [draft], at=at, who=SITE, did=NEW_KEY)
    return key


def said_of(key: SigningKey) -> dict[str, object]:
    """Get what the ledger says of a key."""
    return {
        "key": key.name,
        "scheme": key.scheme,
        "public": key.public,
        "size": key.since_size,
        "at": key.at,
        "former": key.former,
        "signature": key.signature,
        "former_signature": key.former_signature,
    }


def ring() -> Keyring:
    """Get all public keys, and how one followed another."""
    head = Head.objects.filter(pk=1).first()
    keys = list(SigningKey.objects.all())
    return Keyring(
        algorithm=head.algorithm if head else settings.LEDGER_ALGORITHM,
        keys={key.name: bytes.fromhex(key.public) for key in keys},
        successions=[succession_of(key, keys) for key in keys if key.former],
    )


def succession_of(key: SigningKey, keys: list[SigningKey]) -> Succession:
    """Get the statement by which a key took over. Raises LedgerError where the former is gone."""
    former = next((one for one in keys if one.name == key.former), None)
    if former is None:
        raise LedgerError(f"签名密钥{key.name}所接替的密钥{key.former}不见了")
    return Succession(
        key=key.name,
        public=key.public,
        former=former.name,
        former_public=former.public,
        size=key.since_size,
        at=datetime.fromisoformat(key.at),
        signature=key.signature,
        former_signature=key.former_signature,
    )


def fingerprint_of(key: SigningKey) -> str:
    """Get what people compare of a key."""
    return fingerprint(bytes.fromhex(key.public))


def _file(public: str) -> Path:
    return Path(settings.HOME) / "ledger_keys" / public[:32]


def _keep(public: str, secret: bytes) -> None:
    file = _file(public)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as out:
        out.write(secret.hex())
        out.flush()
        os.fsync(out.fileno())


def _signer(key: SigningKey) -> Signer:
    file = _file(key.public)
    try:
        signer = signer_of(key.scheme, bytes.fromhex(file.read_text("ascii").strip()))
    except (OSError, ValueError) as error:
        if isinstance(error, LedgerError):
            raise
        raise LedgerError(
            f"读不了签名密钥{key.name}的文件{file.name}。请从备份恢复数据目录下的ledger_keys；"
            "确实丢失的，用“zhunsheng site rotate-key --lost”另起一把"
        ) from error
    if signer.public.hex() != key.public:
        raise LedgerError(f"签名密钥{key.name}的文件与公钥不符")
    return signer

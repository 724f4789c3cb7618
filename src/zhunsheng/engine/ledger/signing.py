"""
Signers of checkpoints: Ed25519 or SM2, with the key in a file, or in a device behind the same protocol.

It knows how to sign; where keys are kept is for the caller.
"""

from __future__ import annotations

import hashlib
import secrets
from importlib import import_module
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from zhunsheng.engine.ledger.verifier import SM2_ID, LedgerError, sm2_public

SECRET_BYTES = 32


class Signer(Protocol):
    """What signs checkpoints: the key in a file, or a device that never gives it out."""

    @property
    def public(self) -> bytes:
        """The public key: 32 bytes for Ed25519, 64 (x and y) for SM2."""

    def sign(self, message: bytes) -> bytes:
        """Get the signature of a message: 64 bytes."""


class Ed25519Signer:
    """A signer that holds its key: 32 bytes that must stay secret."""

    def __init__(self, secret: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(secret)

    @property
    def public(self) -> bytes:
        """The public key."""
        return self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def sign(self, message: bytes) -> bytes:
        """Get the signature of a message."""
        return self._key.sign(message)


class SM2Signer:
    """
    A signer with SM2 on the recommended curve, with SM3 and the default identity.

    Needs the optional package gmssl-pyx; raises LedgerError where it is not installed.
    """

    def __init__(self, secret: bytes) -> None:
        try:
            self._gmssl = import_module("gmssl_pyx")
        except ImportError as error:
            raise LedgerError(
                "用SM2签名须安装可选组件gmssl-pyx（zhunsheng[sm2]），或者改用ed25519"
            ) from error
        self._secret = secret
        self.public = sm2_public(secret)

    def sign(self, message: bytes) -> bytes:
        """Get the signature of a message."""
        coded: bytes = self._gmssl.sm2_sign(self._secret, self.public, message, SM2_ID)
        return b"".join(part.to_bytes(32, "big") for part in decode_dss_signature(coded))


SIGNERS: dict[str, type[Ed25519Signer] | type[SM2Signer]] = {
    "ed25519": Ed25519Signer,
    "sm2": SM2Signer,
}


def signer_of(scheme: str, secret: bytes) -> Signer:
    """Get the signer of a scheme. Raises LedgerError for a scheme that is not known."""
    if scheme not in SIGNERS:
        raise LedgerError(f"不认识的签名算法{scheme}，可以用{'、'.join(SIGNERS)}")
    return SIGNERS[scheme](secret)


def new_secret() -> bytes:
    """Get a new secret key; one that either scheme takes."""
    # The first byte stays below the order of SM2's curve, so that the number is in its range.
    return bytes([secrets.randbelow(255)]) + secrets.token_bytes(SECRET_BYTES - 1)


def fingerprint(public: bytes) -> str:
    """Get what people compare of a public key: the start of its SHA-256, in groups of four."""
    text = hashlib.sha256(public).hexdigest()[:32]
    return " ".join(text[place : place + 4] for place in range(0, len(text), 4))

"""SM3 and SM2 are those of the national standards, and of another library."""

from __future__ import annotations

import hashlib

import gmssl_pyx
import pytest
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from hypothesis import given, settings
from hypothesis import strategies as st

from zhunsheng.engine.ledger import signing, verifier
from zhunsheng.engine.ledger.signing import SM2Signer, fingerprint, new_secret, signer_of
from zhunsheng.engine.ledger.verifier import (
    LedgerError,
    digest,
    sm2_digest,
    sm2_public,
    sm2_verifies,
    sm3,
)

# GB/T 32918.5-2017, annex A: the example of a signature on the recommended curve.
SECRET = bytes.fromhex("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8")
PUBLIC = bytes.fromhex(
    "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
    "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"
)
SIGNATURE = bytes.fromhex(
    "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
    "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"
)
SIGNED = b"message digest"


@pytest.mark.parametrize(
    ("content", "hashed"),
    [
        # GB/T 32905-2016, annex A.
        (b"abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        (b"abcd" * 16, "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"),
    ],
)
def test_the_verifiers_own_sm3_is_that_of_gb_t_32905(content, hashed):
    assert sm3(content).hex() == hashed


@given(st.binary(max_size=300))
def test_the_verifiers_own_sm3_is_that_of_the_library(content):
    assert sm3(content) == hashlib.new("sm3", content).digest() == gmssl_pyx.sm3_hash(content)


@pytest.mark.parametrize("length", [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128])
def test_the_verifiers_own_sm3_pads_at_every_edge(length):
    assert sm3(b"\x80" * length) == hashlib.new("sm3", b"\x80" * length).digest()


def test_a_python_without_sm3_verifies_all_the_same(monkeypatch):
    expected = digest("sm3", b"a", b"bc")
    monkeypatch.setattr(verifier, "_HAS_SM3", False)
    assert digest("sm3", b"a", b"bc") == expected


def test_the_signature_of_gb_t_32918_5_verifies():
    assert sm2_public(SECRET) == PUBLIC
    assert sm2_verifies(PUBLIC, SIGNED, SIGNATURE)
    assert not sm2_verifies(PUBLIC, SIGNED + b"x", SIGNATURE)


def test_what_is_hashed_begins_with_who_signs():
    """The Z value of the same annex, and the hash over it and the message."""
    hashed = "f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640"
    assert sm2_digest(PUBLIC, SIGNED).hex() == hashed


@settings(max_examples=20, deadline=None)
@given(st.binary(max_size=80))
def test_what_one_library_signs_the_verifier_verifies_and_the_other_way_round(message):
    public, secret = gmssl_pyx.sm2_key_generate()
    signer = SM2Signer(secret)
    assert signer.public == public
    signature = signer.sign(message)
    assert sm2_verifies(public, message, signature)
    assert not sm2_verifies(public, message + b"x", signature)
    assert not sm2_verifies(PUBLIC, message, signature)
    r, s = (int.from_bytes(half, "big") for half in (signature[:32], signature[32:]))
    assert gmssl_pyx.sm2_verify(public, message, encode_dss_signature(r, s))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 511))
def test_no_bit_of_a_signature_can_be_turned(bit):
    turned = int.from_bytes(SIGNATURE, "big") ^ 1 << bit
    assert not sm2_verifies(PUBLIC, SIGNED, turned.to_bytes(64, "big"))


ORDER = verifier._SM2_ORDER.to_bytes(32, "big")


@pytest.mark.parametrize(
    ("public", "signature"),
    [
        (PUBLIC, bytes(64)),
        (PUBLIC, SIGNATURE[:32] + bytes(32)),
        (PUBLIC, bytes(32) + SIGNATURE[32:]),
        (PUBLIC, ORDER + SIGNATURE[32:]),
        (
            PUBLIC,
            SIGNATURE[:32] + (int.from_bytes(ORDER) - int.from_bytes(SIGNATURE[:32])).to_bytes(32),
        ),
        (PUBLIC, b"\xff" * 64),
        (PUBLIC, SIGNATURE[:63]),
        (bytes(64), SIGNATURE),
        (b"\xff" * 64, SIGNATURE),
        (PUBLIC[:32] + PUBLIC[32:][::-1], SIGNATURE),
        (PUBLIC[:63], SIGNATURE),
    ],
)
def test_keys_off_the_curve_and_numbers_out_of_range_are_refused(public, signature):
    assert not sm2_verifies(public, SIGNED, signature)


@settings(deadline=None)
@given(st.binary(max_size=70), st.binary(max_size=70))
def test_any_bytes_as_key_and_signature_are_refused_without_an_error(public, signature):
    assert not verifier.verifies(public, b"message", signature)


@pytest.mark.parametrize("scheme", ["ed25519", "sm2"])
def test_a_new_key_of_either_scheme_signs(scheme):
    signer = signer_of(scheme, new_secret())
    assert verifier.verifies(signer.public, b"x", signer.sign(b"x"))
    assert len(fingerprint(signer.public)) == 39


def test_an_unknown_scheme_is_refused_with_those_there_are():
    with pytest.raises(LedgerError, match="ed25519、sm2"):
        signer_of("rsa", new_secret())


def test_without_the_optional_package_signing_with_sm2_says_what_to_install(monkeypatch):
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(signing, "import_module", missing)
    with pytest.raises(LedgerError, match=r"zhunsheng\[sm2\]"):
        signer_of("sm2", new_secret())


def test_nothing_is_no_secret_key():
    with pytest.raises(LedgerError, match="私钥"):
        sm2_public(bytes(32))

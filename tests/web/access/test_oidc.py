"""Logging in through an identity provider: a fake one answers as a real one would."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from jwt.algorithms import RSAAlgorithm

from tests.web.access.conftest import text
from zhunsheng.web.organizations.models import Assignment, User

PROVIDER = "https://id.example.test"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
pytestmark = pytest.mark.usefixtures("asked", "hour")


class Provider:
    """Answers the token, key and person requests of the callback."""

    def __init__(self) -> None:
        self.name: object = "clerk"
        self.key = KEY
        self.says: dict[str, Any] = {}
        self.person: dict[str, Any] = {}
        self.fails = False
        self.nonce = ""
        self.asked: list[dict[str, Any]] = []

    def post(self, url: str, data: dict[str, Any], **_: Any) -> requests.Response:
        if self.fails:
            raise requests.ConnectionError("no answer")
        assert url == f"{PROVIDER}/token"
        self.asked.append(dict(data))
        claims = {
            "iss": PROVIDER,
            "aud": "zhunsheng",
            "sub": "person-1",
            "nonce": self.nonce,
            "iat": int(time.time()),
            "exp": int(time.time()) + 60,
        } | self.says
        token = jwt.encode(claims, self.key, "RS256", headers={"kid": "one"})
        return answer({"id_token": token, "access_token": "opened"})

    def get(self, url: str, **_: Any) -> requests.Response:
        if url.endswith("/keys"):
            key = RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True)
            return answer({"keys": [key | {"kid": "one", "alg": "RS256"}]})
        assert url == f"{PROVIDER}/person"
        return answer({"sub": "person-1", "preferred_username": self.name} | self.person)


def answer(body: dict[str, Any]) -> requests.Response:
    response = requests.Response()
    response.status_code = 200
    response.headers["content-type"] = "application/json"
    response.json = lambda **_: body  # type: ignore[method-assign]
    return response


@pytest.fixture
def provider(monkeypatch, settings) -> Provider:
    settings.OIDC_RP_CLIENT_ID, settings.OIDC_RP_CLIENT_SECRET = "zhunsheng", "s"
    settings.OIDC_ISSUER = PROVIDER
    settings.OIDC_OP_AUTHORIZATION_ENDPOINT = f"{PROVIDER}/authorize"
    settings.OIDC_OP_TOKEN_ENDPOINT = f"{PROVIDER}/token"
    settings.OIDC_OP_USER_ENDPOINT = f"{PROVIDER}/person"
    settings.OIDC_OP_JWKS_ENDPOINT = f"{PROVIDER}/keys"
    settings.AUTHENTICATION_BACKENDS = [*settings.AUTHENTICATION_BACKENDS, settings.OIDC_BACKEND]
    fake = Provider()
    monkeypatch.setattr(requests, "post", fake.post)
    monkeypatch.setattr(requests, "get", fake.get)
    return fake


def come_back(provider: Provider, client: Client):
    """Go to the provider and come back with its code."""
    sent = client.get("/login/oidc/?next=/account/")
    assert sent.status_code == 302
    assert sent.url.startswith(f"{PROVIDER}/authorize?")
    query = {key: values[0] for key, values in parse_qs(urlsplit(sent.url).query).items()}
    assert query["redirect_uri"] == "http://testserver/login/oidc/callback/"
    assert query["code_challenge_method"] == "S256"
    provider.nonce = query["nonce"]
    return client.get("/login/oidc/callback/", {"code": "c", "state": query["state"]})


def test_whom_the_provider_vouches_for_comes_in_as_whom_we_know(clerk: User, provider):
    client = Client()
    assert come_back(provider, client).url == "/account/"
    assert client.get("/account/").status_code == 200
    assert "code_verifier" in provider.asked[0]
    assert (User.objects.count(), Assignment.objects.count()) == (1, 1)


def test_the_button_is_there_only_where_it_is_set_up(clerk, provider, settings):
    assert "统一身份认证登录" in text(Client().get("/login/"))
    settings.OIDC_RP_CLIENT_ID = ""
    assert "统一身份认证登录" not in text(Client().get("/login/"))
    assert Client().get("/login/oidc/").status_code == 404
    assert Client().get("/login/oidc/callback/?code=c&state=s").status_code == 404


@pytest.mark.parametrize("name", ["stranger", "", None, 7, ["clerk"], "CLERK", "\x00"])
def test_nobody_is_made_for_a_name_we_do_not_know(clerk, provider, name):
    provider.name = name
    client = Client()
    assert come_back(provider, client).url == "/login/"
    assert client.get("/account/").status_code == 302
    assert User.objects.count() == 1


def test_a_closed_account_stays_closed(clerk: User, provider):
    User.objects.update(is_active=False)
    assert come_back(provider, Client()).url == "/login/"


@pytest.mark.parametrize(
    ("says", "person", "key"),
    [
        ({"aud": "another"}, {}, KEY),
        ({"aud": ["another"]}, {}, KEY),
        ({"iss": "https://evil.test"}, {}, KEY),
        ({"nonce": "other"}, {}, KEY),
        ({"exp": 1}, {}, KEY),
        ({}, {"sub": "person-2"}, KEY),
        ({}, {}, OTHER_KEY),
    ],
)
def test_a_token_that_is_not_for_us_is_refused(clerk, provider, says, person, key):
    provider.says, provider.person, provider.key = says, person, key
    client = Client()
    assert come_back(provider, client).status_code in {302, 400}
    assert client.get("/account/").status_code == 302


def test_an_answer_nobody_asked_for_is_refused(clerk, provider):
    assert Client().get("/login/oidc/callback/?code=c&state=s").url == "/login/"
    client = Client()
    client.get("/login/oidc/")
    assert client.get("/login/oidc/callback/?code=c&state=forged").status_code == 400


def test_a_provider_that_does_not_answer_gives_a_page(clerk, provider):
    provider.fails = True
    response = come_back(provider, Client())
    assert response.status_code == 400
    assert "统一身份认证没有正常答复" in text(response)


def test_failures_at_the_provider_lock_out_nobody(clerk, provider):
    provider.name = "stranger"
    for _ in range(8):
        come_back(provider, Client())
    provider.name = "clerk"
    assert come_back(provider, Client()).url == "/account/"


def test_an_administrator_still_needs_the_second_factor(guard, provider):
    provider.name = "guard"
    client = Client()
    come_back(provider, client)
    assert client.get("/").url == "/account/second-factor/"

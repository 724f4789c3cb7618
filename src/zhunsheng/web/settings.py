"""
Settings of the site; a site sets what differs in its environment.

ZHUNSHENG_HOME is where data live (var/site by default), ZHUNSHENG_DATABASE a PostgreSQL address, without
which the site keeps its data in one SQLite file, ZHUNSHENG_HOSTS the names it answers to. What concerns
logging in is told in docs/security.zh-CN.md.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF

HOME = Path(os.environ.get("ZHUNSHENG_HOME", "var/site")).absolute()


def _secret() -> str:
    """Get the site's secret, made once and kept where only its owner reads it."""
    if given := os.environ.get("ZHUNSHENG_SECRET_KEY"):
        return given
    file = HOME / "secret_key"
    if not file.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(50))
    return file.read_text("ascii")


def _database() -> dict[str, object]:
    address = os.environ.get("ZHUNSHENG_DATABASE")
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": HOME / "zhunsheng.sqlite3",
            "OPTIONS": {
                # One writer at a time, waited for rather than refused.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            },
        }
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        # Each thread of the web server keeps its connection, and tries it before each request: a
        # database that was started anew is found again at once.
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5},
    }


def _number(name: str, otherwise: int) -> int:
    given = os.environ.get(name, "")
    if given and not (given.isascii() and given.isdigit()):
        raise ValueError(f"{name} is a whole number, not {given!r}.")
    return int(given) if given else otherwise


SECRET_KEY = _secret()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("ZHUNSHENG_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "zhunsheng.web.organizations",
    "zhunsheng.web.access.apps.Access",
    "zhunsheng.web.registers",
    "zhunsheng.web.ledger",
    "zhunsheng.web.lists",
    "zhunsheng.web.search",
    "zhunsheng.web.holidays",
    "zhunsheng.web.notifications",
    "zhunsheng.web.scheduling",
    "zhunsheng.web.indicators.apps.Indicators",
    "zhunsheng.web.dashboard",
    "zhunsheng.web.planning.apps.Planning",
    "zhunsheng.web.reporting.apps.Reporting",
    "zhunsheng.web.draws",
    "zhunsheng.web.work",
    "zhunsheng.web.api",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # BREACH: Django masks each page's CSRF token and adds random length to what it compresses.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "zhunsheng.web.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "zhunsheng.web.access.middleware.Gate",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "zhunsheng.web.habits.Habits",
    "zhunsheng.web.middleware.Refusals",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "zhunsheng.web.urls"
WSGI_APPLICATION = "zhunsheng.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "zhunsheng.web.shell.shell",
                "zhunsheng.web.notifications.shell.bell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "zhunsheng.web.registers.templatetags.registers",
            ],
        },
    }
]

AUTH_USER_MODEL = "organizations.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "zhunsheng.web.access.passwords.NotTooLong"},
    {"NAME": "zhunsheng.web.access.passwords.CharacterClasses", "OPTIONS": {"least": 3}},
    {"NAME": "zhunsheng.web.access.passwords.HoldsNoName"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "zhunsheng.web.access.passwords.NotUsedBefore"},
]
# Whom a second factor is asked of: administrators, all, or off.
SECOND_FACTOR = os.environ.get("ZHUNSHENG_SECOND_FACTOR", "administrators")
if SECOND_FACTOR not in {"administrators", "all", "off"}:
    raise ValueError("ZHUNSHENG_SECOND_FACTOR is administrators, all or off.")
OTP_TOTP_ISSUER = "准绳"
# After how many days a password must be changed; 0 for never.
PASSWORD_DAYS = _number("ZHUNSHENG_PASSWORD_DAYS", 90)
# A session ends after so many minutes without anything done, and after so many hours anyway.
IDLE_MINUTES = _number("ZHUNSHENG_IDLE_MINUTES", 30)
SESSION_HOURS = _number("ZHUNSHENG_SESSION_HOURS", 8)
# Whether logging in ends the sessions of the same person elsewhere.
ONE_SESSION = os.environ.get("ZHUNSHENG_ONE_SESSION") == "1"
# How many failed tries one address has in ten minutes. A whole office may go out by one address.
LOGIN_FAILURES_PER_ADDRESS = _number("ZHUNSHENG_LOGIN_FAILURES", 60)
# How many proxies of the site's own stand before it; without any, no header is believed.
PROXIES = _number("ZHUNSHENG_PROXIES", 0)
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "work"
LOGOUT_REDIRECT_URL = "login"
# Five wrong passwords lock a name out for half an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_LOCKOUT_TEMPLATE = "locked.html"
AXES_VERBOSE = False
AXES_WHITELIST_CALLABLE = "zhunsheng.web.access.whitelist.has_no_name"
# One office goes out by one address: locking the address would lock out everyone.
SILENCED_SYSTEM_CHECKS = ["axes.W006"]

# An identity provider of the site's own (OpenID Connect), where its client id is given.
OIDC_RP_CLIENT_ID = os.environ.get("ZHUNSHENG_OIDC_CLIENT_ID", "")
OIDC_RP_CLIENT_SECRET = os.environ.get("ZHUNSHENG_OIDC_CLIENT_SECRET", "")
OIDC_OP_AUTHORIZATION_ENDPOINT = os.environ.get("ZHUNSHENG_OIDC_AUTHORIZE", "")
OIDC_OP_TOKEN_ENDPOINT = os.environ.get("ZHUNSHENG_OIDC_TOKEN", "")
OIDC_OP_USER_ENDPOINT = os.environ.get("ZHUNSHENG_OIDC_USERINFO", "")
OIDC_OP_JWKS_ENDPOINT = os.environ.get("ZHUNSHENG_OIDC_JWKS", "")
OIDC_ISSUER = os.environ.get("ZHUNSHENG_OIDC_ISSUER", "")
# The claim that holds the user name, and what the button on the login page says.
OIDC_CLAIM = os.environ.get("ZHUNSHENG_OIDC_CLAIM", "preferred_username")
OIDC_LABEL = os.environ.get("ZHUNSHENG_OIDC_LABEL", "统一身份认证登录")
OIDC_RP_SIGN_ALGO = os.environ.get("ZHUNSHENG_OIDC_ALGORITHM", "RS256")
OIDC_RP_SCOPES = "openid profile"
OIDC_USE_PKCE = True
OIDC_CREATE_USER = False
OIDC_TIMEOUT = 10
OIDC_AUTHENTICATION_CALLBACK_URL = "oidc_callback"
LOGIN_REDIRECT_URL_FAILURE = "/login/"
OIDC_BACKEND = "zhunsheng.web.access.oidc.Backend"
if OIDC_RP_CLIENT_ID:
    AUTHENTICATION_BACKENDS.append(OIDC_BACKEND)

SESSION_COOKIE_AGE = (SESSION_HOURS or 24) * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if os.environ.get("ZHUNSHENG_HTTPS") == "1":
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).parent / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
# Named by their content, so that browsers keep them for good, and compressed once.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATICFILES_DIRS = [Path(__file__).parent / "static"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# A table of an entry may have 500 rows of several columns.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# Every page of a demonstration says that what it shows is invented.
DEMONSTRATION = os.environ.get("ZHUNSHENG_DEMONSTRATION") == "1"
# Answered requests a minute. The cache in memory counts for its own process only.
API_RATES = {"token": 300, "address": 1200}
# How many proxies of one's own stand before the site: an address further out can be made up.
NINJA_NUM_PROXIES = int(os.environ.get("ZHUNSHENG_PROXIES", "0"))
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
LEDGER_ALGORITHM = os.environ.get("ZHUNSHENG_LEDGER", "sm3")
LEDGER_SIGNER = os.environ.get("ZHUNSHENG_LEDGER_SIGNER", "ed25519")
# Mail goes out where a server is named; a port of 465 speaks TLS from the start.
EMAIL_HOST = os.environ.get("ZHUNSHENG_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("ZHUNSHENG_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("ZHUNSHENG_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("ZHUNSHENG_SMTP_PASSWORD", "")
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_USE_TLS = os.environ.get("ZHUNSHENG_SMTP_STARTTLS") == "1" and not EMAIL_USE_SSL
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("ZHUNSHENG_SMTP_FROM", "zhunsheng@localhost")
# Where the site is reached from mails, such as https://fazhi.example.gov.cn; without it, no links.
SITE_URL = os.environ.get("ZHUNSHENG_URL", "").rstrip("/")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

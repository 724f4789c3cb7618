"""Settings for tests: the site's own, with its data in a folder of their own."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("ZHUNSHENG_HOME", tempfile.mkdtemp(prefix="zhunsheng-tests-"))

from zhunsheng.web.settings import *  # noqa: F403

STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A test database is dropped at the end; connections that are kept would be in the way.
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
# Tests run from the sources; nothing is collected.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
# Tests move the clock by months while somebody stays logged in; those of logging in set their own.
IDLE_MINUTES = SESSION_HOURS = PASSWORD_DAYS = 0
SECOND_FACTOR = "off"

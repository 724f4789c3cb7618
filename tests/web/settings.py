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

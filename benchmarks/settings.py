"""The site's own settings, and beside it the plain model in Django's administration pages."""

from __future__ import annotations

from zhunsheng.web.settings import *  # noqa: F403

INSTALLED_APPS += ["django.contrib.admin", "benchmarks.plain"]  # noqa: F405
TEMPLATES[0]["APP_DIRS"] = True  # noqa: F405
ROOT_URLCONF = "benchmarks.urls"
ALLOWED_HOSTS = ["testserver", "127.0.0.1"]

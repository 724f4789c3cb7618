"""
Where a site is measured: on the embedded database and on PostgreSQL, each in a process of its own.

A benchmark has `main`, which calls `on_each_database`, and `measure`, which runs in the process.
"""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.web.on_postgresql import cluster, programs

DATABASE = "ZHUNSHENG_DATABASE"


def machine() -> str:
    """Get the machine in a few words."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    return f"{os.cpu_count()} cores ({model}), Python {platform.python_version()}"


def peak() -> float:
    """Get the most memory this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def on_each_database(module: str, *words: str) -> None:
    """Run a benchmark's `measure` on SQLite, then on PostgreSQL where that is installed."""
    on_the_embedded(module, *words)
    binaries = programs()
    if binaries is None:
        print("PostgreSQL is not installed: not measured")
        return
    with (
        tempfile.TemporaryDirectory(prefix="zhunsheng-bench-") as home,
        tempfile.TemporaryDirectory(prefix="zhunsheng-bench-pg-") as folder,
    ):
        Path(folder).chmod(0o755)
        with cluster(Path(folder), binaries) as address:
            run(module, *words, environment={"ZHUNSHENG_HOME": home, DATABASE: address})


def on_the_embedded(module: str, *words: str) -> None:
    """Run a benchmark's `measure` on SQLite."""
    with tempfile.TemporaryDirectory(prefix="zhunsheng-bench-") as home:
        run(module, *words, environment={"ZHUNSHENG_HOME": home, DATABASE: ""})


def run(module: str, *words: str, environment: dict[str, str]) -> None:
    """Run a module in a process of its own; its prints come through."""
    sys.stdout.flush()
    command = [sys.executable, "-m", module, *words]
    subprocess.run(command, env=os.environ | environment, check=True)  # noqa: S603


def database() -> str:
    """Get the name of the database this process measures."""
    return "PostgreSQL" if os.environ.get(DATABASE) else "SQLite"


def prepare() -> None:
    """Set up an empty site, and the plain table beside it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    import logging

    import django
    from django.core.management import call_command

    django.setup()
    logging.disable(logging.WARNING)
    call_command("migrate", run_syncdb=True, verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)

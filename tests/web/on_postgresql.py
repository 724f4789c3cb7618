"""
Runs the tests of the web on PostgreSQL: a cluster of its own in a folder that goes away again.

Skips with a message where PostgreSQL is not installed, except in CI, where that is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """Get the folder of initdb and pg_ctl: Debian keeps them by version, not on the path."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if versions:
        return versions[-1].parent
    found = shutil.which("pg_ctl")
    return Path(found).parent if found else None


def as_postgres(*command: str) -> None:
    """Run a program as a user that PostgreSQL accepts: not as root."""
    before = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*before, *command], check=True, stdout=subprocess.DEVNULL)


@contextmanager
def cluster(folder: Path, binaries: Path) -> Iterator[str]:
    """Get the address of a running cluster that nobody else reaches."""
    data, socket = folder / "data", folder / "socket"
    socket.mkdir()
    if os.geteuid() == 0:
        for place in (folder, socket):
            shutil.chown(place, "postgres")
    as_postgres(
        str(binaries / "initdb"), "-D", str(data), "-U", "zhunsheng", "--no-sync", "-E", "UTF8"
    )
    options = f"-k {socket} -c listen_addresses='' -c fsync=off"
    control = str(binaries / "pg_ctl")
    log = str(folder / "log")
    as_postgres(control, "-D", str(data), "-w", "-l", log, "-o", options, "start")
    try:
        address = str(socket).replace("/", "%2F")
        yield f"postgresql://zhunsheng@{address}/postgres"
    finally:
        as_postgres(control, "-D", str(data), "-m", "immediate", "stop")


def main() -> int:
    binaries = programs()
    if binaries is None:
        sys.stderr.write("PostgreSQL is not installed: apt-get install postgresql\n")
        return 1 if os.environ.get("CI") == "true" else 0
    with tempfile.TemporaryDirectory(prefix="zhunsheng-pg-") as folder:
        place = Path(folder)
        place.chmod(0o755)
        with cluster(place, binaries) as address:
            environment = os.environ | {"ZHUNSHENG_DATABASE": address}
            command = [sys.executable, "-m", "pytest", *sys.argv[1:]]
            if not any(Path(given.partition("::")[0]).exists() for given in sys.argv[1:]):
                command.append("tests/web")
            return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())

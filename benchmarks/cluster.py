"""A Spark master and two workers of one core each, on this machine's loopback, for as long as one measures."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

WORKERS = 2
MEMORY = os.environ.get("BENCH_SPARK_MEMORY", "3g")
_SECONDS = 60
_CLASS = "org.apache.spark.deploy"
# What the driver and the executors get; nothing of it is seen from another machine.
_DEFAULTS = """\
spark.driver.bindAddress 127.0.0.1
spark.driver.host 127.0.0.1
spark.driver.memory 1g
spark.executor.memory {memory}
spark.ui.enabled false
spark.ui.showConsoleProgress false
"""
_LOG = """\
rootLogger.level = error
rootLogger.appenderRef.stderr.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d %p %c: %m%n
"""


def missing() -> str:
    """Get what Spark lacks on this machine; nothing where it can run."""
    if importlib.util.find_spec("pyspark") is None:
        return "PySpark is not installed (requirements/spark.txt)"
    return "" if shutil.which("java") else "Java 17 is not installed"


@contextlib.contextmanager
def cluster(folder: Path) -> Iterator[dict[str, str]]:
    """Get the environment in which a cluster is found: its address as SPARK_MASTER, and its settings."""
    settings = folder / "settings"
    settings.mkdir()
    (settings / "spark-defaults.conf").write_text(_DEFAULTS.format(memory=MEMORY))
    (settings / "log4j2.properties").write_text(_LOG)
    environment = {
        "SPARK_CONF_DIR": str(settings),
        "SPARK_LOCAL_DIRS": str(folder),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
        # PySpark warns with every query that it does not know this pandas yet.
        "PYTHONWARNINGS": "ignore",
        "SPARK_MASTER": f"spark://127.0.0.1:{_free_port()}",
    }
    _, _, port = environment["SPARK_MASTER"].rpartition(":")
    with contextlib.ExitStack() as running:

        def start(*words: str) -> None:
            running.enter_context(_running(folder, environment, *words))

        start(f"{_CLASS}.master.Master", "--host", "127.0.0.1", "--port", port, "--webui-port", "0")
        _wait_for(int(port))
        for number in range(WORKERS):
            start(
                *(f"{_CLASS}.worker.Worker", "--host", "127.0.0.1", "--webui-port", "0"),
                *("--cores", "1", "--memory", MEMORY, "--work-dir", str(folder / str(number))),
                environment["SPARK_MASTER"],
            )
        yield environment


@contextlib.contextmanager
def _running(folder: Path, environment: dict[str, str], *words: str) -> Iterator[None]:
    """Run one of Spark's own programs until the block ends."""
    spec = importlib.util.find_spec("pyspark")
    program = Path(str(spec and spec.origin)).parent / "bin" / "spark-class"
    with (folder / f"{words[0]}.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603
            [str(program), *words], env=os.environ | environment, stdout=log, stderr=log
        )
        try:
            yield
        finally:
            process.terminate()
            process.wait(_SECONDS)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(port: int) -> None:
    """Wait until somebody listens. Raises TimeoutError."""
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.2)
    raise TimeoutError("Spark's master does not listen.")


def peak_below(whose: int) -> float:
    """
    Get the most memory that all processes below one ever held, in MB, as far as they still run.

    It is a sum of peaks, which need not have been at one time.
    """
    below: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            below.setdefault(parent, []).append(int(entry.name))
    waiting, total = list(below.get(whose, [])), 0.0
    while waiting:
        one = waiting.pop()
        waiting += below.get(one, [])
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{one}/status").read_text().splitlines():
                if line.startswith("VmHWM"):
                    total += int(line.split()[1]) / 1024
    return total

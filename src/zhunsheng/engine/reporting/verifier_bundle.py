"""
The report's verifier as one file that anybody can run: a zip of its sources, the ledger's with it.

It knows which modules belong together; the same bytes come out every time.
"""

from __future__ import annotations

import io
import zipfile
from importlib.resources import files

NAME = "report_verifier.pyz"
_MODULES = (
    "zhunsheng/engine/ledger/verifier.py",
    "zhunsheng/engine/reporting/verifier.py",
    "zhunsheng/engine/reporting/verifier_differences.py",
    "zhunsheng/engine/reporting/verifier_files.py",
    "zhunsheng/engine/reporting/verifier_record.py",
)
_PACKAGES = (
    "zhunsheng",
    "zhunsheng/engine",
    "zhunsheng/engine/ledger",
    "zhunsheng/engine/reporting",
)
_START = b"#!/usr/bin/env python3\n"
_MAIN = """\
import sys

from zhunsheng.engine.reporting.verifier import main

sys.exit(main())
"""
# The earliest day that a zip file can name.
_DAY = (1980, 1, 1, 0, 0, 0)


def bundle() -> bytes:
    """Get the file, which `python3` runs: `python3 report_verifier.pyz figures.json report.docx`."""
    package = files("zhunsheng")
    written = {f"{name}/__init__.py": "" for name in _PACKAGES}
    for name in _MODULES:
        path = package.joinpath(*name.split("/")[1:])
        written[name] = path.read_text("utf-8").replace("\r\n", "\n")
    held = io.BytesIO()
    held.write(_START)
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for name, text in sorted((written | {"__main__.py": _MAIN}).items()):
            info = zipfile.ZipInfo(name, _DAY)
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, text)
    return held.getvalue()

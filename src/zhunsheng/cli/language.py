"""What the command line says, in Chinese and in English."""

from __future__ import annotations

import os
from collections.abc import Mapping

from zhunsheng.engine.messages import Message


def language(environment: Mapping[str, str] = os.environ) -> str:
    """
    Get the language of messages: English where the user prefers it, Chinese otherwise.

    LANGUAGE goes before the locale, but for the locale C, as it does for other programs.

    >>> language({"LANG": "en_GB.UTF-8"}), language({"LC_ALL": "C.UTF-8"}), language({})
    ('en', 'zh', 'zh')
    >>> language({"LANG": "en_GB.UTF-8", "LANGUAGE": "zh:en"})
    'zh'
    """
    locale = next(filter(None, map(environment.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if locale.partition(".")[0] in {"C", "POSIX"}:
        return "zh"
    preferred = environment.get("LANGUAGE", "").partition(":")[0] or locale
    return "en" if preferred.lower().startswith("en") else "zh"


def say(message: Message) -> str:
    """Get a message in the user's language."""
    return message.said_in(language())


PROGRAM = Message(
    "审读法治政府建设的安排和报告。", "Read and audit plans and reports of law-based government."
)
READ = Message(
    "读出文件说了什么：任务、单位、目标、时限、数字。",
    "Say what a file says: tasks, units, targets, deadlines, figures.",
)
AUDIT = Message(
    "审核文件里的数字对不对得上；有错误时退出码为1。",
    "Say whether the figures hold; exit code 1 if there are errors.",
)
COMPARE = Message("把安排里的目标与报告逐项对照。", "Set the targets of a plan against a report.")
DEMO = Message("审读随附的示例安排和报告。", "Read and audit the example plan and report.")
FILES = Message("文件或文件夹", "files or folders")
FILE_WORD = Message("文件", "FILE")
FOLDER_WORD = Message("文件夹", "DIR")
PLAN_WORD = Message("安排", "PLAN")
REPORT_WORD = Message("报告", "REPORT")
PLAN_FILE = Message("安排（计划）文件", "the plan")
REPORT_FILE = Message("报告文件", "the report")
JSON_OPTION = Message("以JSON输出", "print JSON")
TABLE_OPTION = Message("以表格输出（默认）", "print tables (the default)")
HTML_OPTION = Message(
    "写出可独立打开的标注网页；有多个文件时写文件夹名",
    "write an annotated page that stands alone; for several files, name a folder",
)
XLSX_OPTION = Message("写出Excel工作簿", "write a workbook")
PLAN_OPTION = Message("对照的安排文件", "the plan to set against the report")
OUT_DIR_OPTION = Message(
    "每个文件的结果各写一个网页到此文件夹；加 --json 则写JSON",
    "write one page per file into this folder; with --json, one JSON file",
)
JOBS_OPTION = Message("同时处理的进程数", "how many processes at a time")
DEMO_OUT = Message("标注网页写到哪个文件夹", "the folder for the annotated pages")
VERSION_OPTION = Message("显示版本号", "show the version")
READING = Message("正在审读", "Reading")
NO_FILES = Message(
    "没有找到可以审读的文件：{}。请检查路径。", "No file to read was found in: {}. Check the path."
)
ONE_PAGE = Message(
    "有多个文件时，--html 后面请写文件夹名，每个文件各写一个网页。",
    "For several files, name a folder after --html: it gets one page for each.",
)
OUT_DIR_WITH = Message(
    "--out-dir 只能单独用（写网页）或与 --json 合用；Excel工作簿只有一个文件，用 --xlsx 指定。",
    "--out-dir goes alone (for pages) or with --json; a workbook is one file, named after --xlsx.",
)
OVERWRITES = Message(
    "结果文件{}就是输入文件，未写出。请换一个文件名。",
    "The result {} is an input file; nothing was written. Choose another name.",
)
CANNOT_WRITE = Message(
    "无法写出{}：{}。请检查文件夹是否存在、是否可写、文件是否正被打开。",
    "Cannot write {}: {}. Check that the folder exists and the file is not open.",
)
WRITTEN = Message("已写出{}", "Wrote {}")
TWO_FORMS = Message(
    "--json、--table、--html、--xlsx 只能选一种，请删去多余的选项。",
    "Choose one of --json, --table, --html and --xlsx.",
)

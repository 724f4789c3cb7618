"""What the command line library says on its own (help, wrong usage), in the user's language."""

from __future__ import annotations

import io
import re
import sys
from typing import Any, NoReturn

import typer
from rich.cells import cell_len
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from zhunsheng.cli.language import language

# What the library says, and how it is said in Chinese; names in quotes and options stay as they are.
_PHRASES = (
    (re.compile(r"^Usage: ", re.MULTILINE), "用法："),
    (re.compile(r"\[OPTIONS\]"), "[选项]"),
    (re.compile(r"\bCOMMAND \[ARGS\]\.\.\."), "命令 …"),
    (re.compile(r"\{([^{}\n]{1,20})\}"), r"\1"),
    (re.compile(r" {0,2}<(?:list\[Path\]|path)>"), ""),
    (re.compile(r"^Arguments:", re.MULTILINE), "参数："),
    (re.compile(r"^Options:", re.MULTILINE), "选项："),
    (re.compile(r"^Commands:", re.MULTILINE), "命令："),
    (re.compile(r"Show this message and exit\."), "显示本说明。"),
    (re.compile(r" {0,2}\[required\]"), "（必填）"),
    (re.compile(r"\[default: ([^\]\n]{1,200})\]"), r"（默认：\1）"),
    (re.compile(r"^Try '([^'\n]{1,200})' for help\.", re.MULTILINE), r"查看说明：\1"),
    (re.compile(r"^Error: ", re.MULTILINE), "错误："),
    (re.compile(r"Missing (?:argument|option|parameter) '([^'\n]{1,200})'\."), r"缺少“\1”。"),
    (re.compile(r"Missing command\."), "没有写命令。"),
    (
        re.compile(r"No such command '([^'\n]{1,200})'\. Did you mean '([^'\n]{1,200})'\?"),
        r"没有“\1”这个命令，是不是“\2”？",
    ),
    (re.compile(r"No such command '([^'\n]{1,200})'\."), r"没有“\1”这个命令。"),
    (re.compile(r"No such option: ([^\s]{1,200})"), r"没有“\1”这个选项。"),
    (re.compile(r"\(Possible options: ([^)\n]{1,200})\)"), r"相近的选项：\1"),
    (re.compile(r"Option '([^'\n]{1,200})' requires an argument\."), r"“\1”后面要写内容。"),
    (re.compile(r"Option '([^'\n]{1,200})' does not take a value\."), r"“\1”后面不用写内容。"),
    (
        re.compile(r"Got unexpected extra argument(?:s|\(s\))? \(([^)\n]{1,300})\)"),
        r"多写了“\1”，请删去或检查引号。",
    ),
    (re.compile(r"Invalid value for '([^'\n]{1,200})': "), r"“\1”的值不对："),
    (re.compile(r"Input should be a valid integer[^\n]{0,80}"), "请写整数。"),
    (
        re.compile(r"Input should be (?:greater|less) than or equal to (\d{1,9})"),
        r"超出范围，界限是\1。",
    ),
)

# A line of the help in two columns: an option, an argument or a command, and what it does.
_ROW = re.compile(r" {2}(\S(?:[^\n]{0,60}?\S)?) {2,40}(\S[^\n]*)$")


class Command(TyperCommand):
    """A command whose help is in the user's language."""

    def get_help(self, ctx: Any) -> str:
        """Get the help text of the command."""
        return translated(super().get_help(ctx))


class Program(TyperGroup):
    """The program: help and complaints about its usage are in the user's language."""

    def get_help(self, ctx: Any) -> str:
        """Get the help text of the program."""
        return translated(super().get_help(ctx))

    def main(self, *args: Any, **options: Any) -> NoReturn:
        """Run a command and end with its exit code; wrong usage ends with 2."""
        options["standalone_mode"] = False
        try:
            sys.exit(super().main(*args, **options) or 0)
        except typer.Abort:
            sys.exit(130)
        except TyperException as error:
            said = io.StringIO()
            error.show(file=said)  # type: ignore[attr-defined]  # every usage error can say what is wrong
            typer.echo(translated(said.getvalue()), err=True, nl=False)
            sys.exit(getattr(error, "exit_code", 2))


def translated(text: str) -> str:
    """Get what the library says in Chinese, unless the user reads English."""
    if language() == "en":
        return text
    for phrase, words in _PHRASES:
        text = phrase.sub(words, text)
    return "\n\n".join(map(_aligned, text.split("\n\n")))


def _aligned(section: str) -> str:
    """Get a section of the help with its right column straight; Chinese is two columns wide."""
    lines = section.split("\n")
    widths = [cell_len(found[1]) for line in lines if (found := _ROW.match(line))]
    for number, line in enumerate(lines):
        if found := _ROW.match(line):
            lines[number] = f"  {found[1]}{' ' * (max(widths) + 2 - cell_len(found[1]))}{found[2]}"
    return "\n".join(lines)

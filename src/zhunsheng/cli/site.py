"""The commands about the site: fill it with the demonstration, serve it."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

from zhunsheng.cli import lake, ledger
from zhunsheng.cli.language import say
from zhunsheng.cli.places import UsageError
from zhunsheng.cli.refusals import refusals
from zhunsheng.cli.usage import Command, Program
from zhunsheng.engine.messages import Message

site = typer.Typer(
    cls=Program,
    help=say(Message("平台网站：演示、启动。", "The site: demonstration, serving.")),
    rich_markup_mode=None,
)
# A site is reached through a web server of its own; without one, from this machine only.
LOOPBACK = "127.0.0.1"
_USUAL_PROCESSES, _MOST_PROCESSES = 4, 64
_PORT = say(Message("端口", "the port"))


def add_to(app: typer.Typer) -> None:
    """Add the commands about the site to the program."""
    site.command(
        "demo",
        help=say(
            Message("建一个虚构的市、县并启动网站。", "Build a fictional prefecture and serve it.")
        ),
        cls=Command,
    )(demo_command)
    site.command("serve", help=say(Message("启动网站。", "Serve the site.")), cls=Command)(
        serve_command
    )
    site.command(
        "load",
        help=say(
            Message(
                "从工作簿导入政府、单位、人员（三张表）。",
                "Bring in governments, units and people from a workbook.",
            )
        ),
        cls=Command,
    )(load_command)
    site.command(
        "tick",
        help=say(
            Message(
                "运行到了时间的定时任务一次（供 cron 或者 systemd 定时器）。",
                "Run the jobs whose time has come, once.",
            )
        ),
        cls=Command,
    )(tick_command)
    site.command(
        "rescue",
        help=say(
            Message(
                "给一名人员新的初始密码，解除锁定和动态口令（在服务器上使用）。",
                "Give somebody a new first password, without lock and second factor.",
            )
        ),
        cls=Command,
    )(rescue_command)
    site.command(
        "reindex",
        help=say(
            Message("重建全文索引、统计视图和字段索引。", "Rebuild the search index and the views.")
        ),
        cls=Command,
    )(reindex_command)
    ledger.add_to(site, _prepare)
    app.add_typer(site, name="site")
    lake.add_to(app, _prepare)


def demo_command(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=_PORT)] = 8000,
    build_only: Annotated[
        bool,
        typer.Option("--build-only", help=say(Message("只建不启动", "build it without serving"))),
    ] = False,
) -> None:
    """Fill a new site with the demonstration and serve it."""
    # Whoever looks at the demonstration should not need a telephone for it.
    os.environ.setdefault("ZHUNSHENG_SECOND_FACTOR", "off")
    with refusals():
        if not build_only:
            _check_free(port)
        # Of its own: it never mixes with what a real site keeps.
        os.environ.setdefault("ZHUNSHENG_HOME", "var/demo-site")
        os.environ["ZHUNSHENG_DEMONSTRATION"] = "1"
        # Whoever looks around has no telephone bound to an invented administrator.
        processes = _processes()
        os.environ.setdefault("ZHUNSHENG_SECOND_FACTOR", "off")
        _prepare()
        _build()
        for line in _where_to_look(port):
            typer.echo(line)
    if not build_only:
        _serve(port, processes)


def _build() -> None:
    """Build the demonstration where there is none, and say so either way."""
    from zhunsheng.web.clock import now  # noqa: PLC0415  # needs the settings first
    from zhunsheng.web.demo import PREFECTURE, build  # noqa: PLC0415
    from zhunsheng.web.organizations.models import Government, User  # noqa: PLC0415
    from zhunsheng.web.registers.models import Entry  # noqa: PLC0415

    if Government.objects.filter(code=PREFECTURE).exists():
        built = Message("演示数据早先已建好：{}条记录。", "Built before: {} entries.")
    elif User.objects.exists():
        raise UsageError(
            Message(
                "这里已有真实网站的数据，不能建演示。请不设ZHUNSHENG_HOME和ZHUNSHENG_DATABASE再试。",
                "A real site keeps its data here. Unset ZHUNSHENG_HOME and ZHUNSHENG_DATABASE.",
            )
        )
    else:
        typer.echo(say(Message("正在建演示数据，约两分钟……", "Building, about two minutes ...")))
        build(now())
        built = Message("演示数据已建好：{}条记录，全部虚构。", "Built: {} entries, all fictional.")
    typer.echo(say(built).format(Entry.unscoped.count()))


def _where_to_look(port: int) -> list[str]:
    """Get what to open first, and with which names."""
    from zhunsheng.web.demo import PASSWORD  # noqa: PLC0415  # needs the settings first
    from zhunsheng.web.organizations.roles import ROLES  # noqa: PLC0415

    names = [f"{name} {label}" for name, label in ROLES.items()]
    names.sort(key=lambda name: not name.startswith(("reporter", "approver")))
    look = Message(
        "reporter 的“我的工作”有逾期、临期和待办的事，approver 的有待审批的；“台账”里是一年的记录。",
        "我的工作: for reporter what is late, due and waiting, for approver what is to be approved; 台账: a year.",
    )
    return [
        say(Message("打开 ", "Open ")) + f"http://{LOOPBACK}:{port}/",
        say(Message("用户名：", "Names: ")) + "、".join(names),
        say(Message("密码都是 ", "The password of all is ")) + PASSWORD,
        say(look),
        say(Message("停止请按 Ctrl+C。", "Ctrl+C stops it.")),
    ]


def _check_free(port: int) -> None:
    """Refuse a port that somebody uses. Raises UsageError."""
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((LOOPBACK, port))
        except OSError as error:
            raise UsageError(
                Message(
                    f"端口{port}不能用（{error.strerror}）。换一个：make demo PORT={port + 1}。",
                    f"Port {port} cannot be used ({error.strerror}): make demo PORT={port + 1}.",
                )
            ) from error


def serve_command(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=_PORT)] = 8000,
) -> None:
    """Serve the site."""
    with refusals():
        processes = _processes()
        _prepare()
    _serve(port, processes)


def load_command(
    file: Annotated[
        Path,
        typer.Argument(
            help=say(Message("工作簿（政府、单位、人员三张表）", "the workbook")),
            metavar=say(Message("文件", "FILE")),
        ),
    ],
) -> None:
    """Bring in governments, units and people."""
    with refusals():
        _prepare()
        from zhunsheng.web.clock import now  # noqa: PLC0415
        from zhunsheng.web.organizations.loading import load  # noqa: PLC0415
        from zhunsheng.web.workbooks import MAX_BYTES  # noqa: PLC0415

        try:
            with file.open("rb") as opened:
                content = opened.read(MAX_BYTES + 1)
        except OSError as error:
            why = error.strerror or error
            raise UsageError(
                Message(f"无法读取{file}：{why}。请检查路径。", f"Cannot read {file}: {why}.")
            ) from error
        loaded = load(content, now())
    typer.echo(f"已导入{loaded.governments}个政府、{loaded.units}个单位、{loaded.people}名人员。")
    for name, password in loaded.passwords.items():
        typer.echo(f"  {name}  初始密码 {password}")


def tick_command() -> None:
    """Run the jobs whose time has come, once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.web.settings")
    import django  # noqa: PLC0415  # only this command needs it

    django.setup()
    from zhunsheng.web.clock import now  # noqa: PLC0415  # needs the settings first
    from zhunsheng.web.scheduling.registry import jobs  # noqa: PLC0415
    from zhunsheng.web.scheduling.running import run_due  # noqa: PLC0415

    labels = {job.key: job.label for job in jobs()}
    runs = run_due(now())
    for run in runs:
        typer.echo(f"{labels[run.job]}：{run.says}")
    if not runs:
        typer.echo("没有到时间的任务，或者另一个进程正在运行。")
    if not all(run.succeeded for run in runs):
        raise typer.Exit(1)


def rescue_command(
    username: Annotated[
        str,
        typer.Argument(
            help=say(Message("用户名", "the user name")), metavar=say(Message("用户名", "USER"))
        ),
    ],
) -> None:
    """Help somebody whom no administrator can help."""
    with refusals():
        _prepare()
        from zhunsheng.web.access.actions import rescue  # noqa: PLC0415
        from zhunsheng.web.clock import now  # noqa: PLC0415
        from zhunsheng.web.organizations.models import User  # noqa: PLC0415

        user = User.objects.filter(username=username).first()
        if user is None:
            raise UsageError(
                Message(f"没有用户名“{username}”。请核对。", f"There is no user {username}.")
            )
        password = rescue(user, now())
    typer.echo(f"{user}（{username}）的初始密码：{password}  首次登录须更换。")


def reindex_command() -> None:
    """Rebuild the search index; views and indexes of fields follow the declarations by migrating."""
    with refusals():
        _prepare()
        from zhunsheng.web.search.index import rebuild  # noqa: PLC0415  # needs the settings first

        count = rebuild()
    typer.echo(say(Message(f"已重建{count}条记录的索引。", f"Indexed {count} entries.")))


def _prepare() -> None:
    """Bring the database and the static files up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhunsheng.web.settings")
    import django  # noqa: PLC0415  # only this command needs it
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def _processes() -> int:
    """
    Get how many processes serve: one for each core, four at most, or as many as the environment says.

    A process serves many people at once, but computes with one core only. Raises UsageError for a
    number that is none.
    """
    asked = os.environ.get("ZHUNSHENG_PROCESSES", "")
    if not asked:
        return min(os.cpu_count() or 1, _USUAL_PROCESSES)
    if asked.isascii() and asked.isdigit() and 0 < int(asked[:9]) <= _MOST_PROCESSES:
        return int(asked)
    raise UsageError(
        Message(
            f"ZHUNSHENG_PROCESSES应为1至{_MOST_PROCESSES}的整数，现在是“{asked[:20]}”。请改正后再启动。",
            f"ZHUNSHENG_PROCESSES should be a number from 1 to {_MOST_PROCESSES}, not {asked[:20]}.",
        )
    )


def _serve(port: int, processes: int) -> None:
    """Become the web server."""
    from zhunsheng.web.settings import HOME  # noqa: PLC0415

    command = [sys.executable, "-m", "gunicorn", "zhunsheng.web.wsgi"]
    command += [
        "-w",
        str(processes),
        "--threads",
        "12",
        "-c",
        "python:zhunsheng.web.serving",
        "--log-level",
        "warning",
    ]
    command += ["-b", f"{LOOPBACK}:{port}", "--control-socket", str(HOME / "gunicorn.ctl")]
    os.execv(sys.executable, command)  # noqa: S606  # the words are our own

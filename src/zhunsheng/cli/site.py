"""The commands about the site: fill it with the demonstration, serve it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

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
        "reindex",
        help=say(
            Message("重建全文索引、统计视图和字段索引。", "Rebuild the search index and the views.")
        ),
        cls=Command,
    )(reindex_command)
    app.add_typer(site, name="site")


def demo_command(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=_PORT)] = 8000,
    build_only: Annotated[
        bool,
        typer.Option("--build-only", help=say(Message("只建不启动", "build it without serving"))),
    ] = False,
) -> None:
    """Fill a new site with the demonstration and serve it."""
    with refusals():
        _prepare()
        from zhunsheng.web.clock import now  # noqa: PLC0415  # needs the settings first
        from zhunsheng.web.demo import PASSWORD, build  # noqa: PLC0415
        from zhunsheng.web.organizations.models import User  # noqa: PLC0415
        from zhunsheng.web.registers.models import Entry  # noqa: PLC0415

        if not User.objects.exists():
            logins = build(now())
            typer.echo(
                f"演示数据已建好：{Entry.unscoped.count()}条记录，全部虚构。可用这些用户名登录："
            )
            for login in logins:
                typer.echo(f"  {login.username}  {login.role}（{login.unit}）")
            typer.echo(f"密码都是 {PASSWORD}")
        typer.echo(f"先看：http://127.0.0.1:{port}/ 登录后看“我的工作”，再打开“台账—依申请公开”。")
    if not build_only:
        _serve(port)


def serve_command(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help=_PORT)] = 8000,
) -> None:
    """Serve the site."""
    with refusals():
        _prepare()
    _serve(port)


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
        loaded = load(content)
    typer.echo(f"已导入{loaded.governments}个政府、{loaded.units}个单位、{loaded.people}名人员。")
    for name, password in loaded.passwords.items():
        typer.echo(f"  {name}  初始密码 {password}")


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


def _serve(port: int) -> None:
    """Become the web server."""
    from zhunsheng.web.settings import HOME  # noqa: PLC0415

    command = [sys.executable, "-m", "gunicorn", "zhunsheng.web.wsgi", "-w", "1", "--threads", "4"]
    command += ["-b", f"127.0.0.1:{port}", "--control-socket", str(HOME / "gunicorn.ctl")]
    os.execv(sys.executable, command)  # noqa: S606  # the words are our own

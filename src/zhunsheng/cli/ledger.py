"""The commands about the site's ledger: sign it, verify it, change the key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from zhunsheng.cli.language import say
from zhunsheng.cli.places import UsageError
from zhunsheng.cli.refusals import refusals
from zhunsheng.cli.usage import Command
from zhunsheng.engine.ledger.verifier import LedgerError
from zhunsheng.engine.messages import Message

_HELP = {
    "checkpoint": Message("给账本签一个检查点。", "Sign a checkpoint of the ledger."),
    "verify": Message("核对账本和全部记录。", "Verify the ledger and all entries."),
    "rotate-key": Message("更换签名密钥。", "Change the key that signs checkpoints."),
}


def add_to(site: typer.Typer, prepare: Callable[[], None]) -> None:
    """Add the commands about the ledger; `prepare` brings the site up before each."""

    def checkpoint_command(
        out: Annotated[
            Path | None,
            typer.Option(
                "--out", help=say(Message("检查点另存到这个文件", "also write it to this file"))
            ),
        ] = None,
    ) -> None:
        """Sign a checkpoint of the ledger."""
        with _told():
            prepare()
            from zhunsheng.web.clock import now  # noqa: PLC0415  # needs the settings first
            from zhunsheng.web.ledger.exporting import checkpoint_texts  # noqa: PLC0415
            from zhunsheng.web.ledger.signed import checkpoint  # noqa: PLC0415

            made = checkpoint(now())
            if out is not None:
                _write(out, "".join(checkpoint_texts([made])))
        typer.echo(
            say(
                Message(
                    f"检查点：前{made.size}行，根 {made.root}。请保存在本系统之外。",
                    f"Checkpoint: {made.size} lines, root {made.root}. Keep it outside.",
                )
            )
        )

    def verify_command(
        new: Annotated[
            bool,
            typer.Option(
                "--new",
                help=say(
                    Message("只核对上次之后新增的", "only what was added since the last time")
                ),
            ),
        ] = False,
    ) -> None:
        """Verify the ledger and all entries; the exit code is 1 where something is wrong."""
        with _told():
            prepare()
            from zhunsheng.web.clock import now  # noqa: PLC0415
            from zhunsheng.web.ledger import runs  # noqa: PLC0415

            begun = runs.begin("zhunsheng site verify", now(), full=not new)
            if begun is None:
                raise UsageError(
                    Message("正有一次核对在进行，请稍候。", "A verification is going on. Wait.")
                )
            done = runs.carry_out(begun)
        for says in done.faults:
            typer.echo(says, err=True)
        typer.echo(f"{done.get_state_display()}：{done.size}行账目，{done.fault_count}处不符。")
        if done.fault_count:
            raise typer.Exit(1)

    def rotate_command(
        lost: Annotated[
            bool,
            typer.Option(
                "--lost",
                help=say(
                    Message(
                        "原密钥的文件已经丢失，新密钥不由它签名",
                        "the former key is lost and cannot sign for the new one",
                    )
                ),
            ),
        ] = False,
    ) -> None:
        """Change the key that signs checkpoints."""
        with _told():
            prepare()
            from django.conf import settings  # noqa: PLC0415

            from zhunsheng.web.clock import now  # noqa: PLC0415
            from zhunsheng.web.ledger import keys  # noqa: PLC0415

            key = keys.rotate(now(), settings.LEDGER_SIGNER, lost=lost)
        typer.echo(
            say(
                Message(
                    f"新密钥{key.name}（{key.scheme}），指纹 {keys.fingerprint_of(key)}。请备份数据目录下的ledger_keys。",
                    f"New key {key.name} ({key.scheme}), fingerprint {keys.fingerprint_of(key)}.",
                )
            )
        )

    commands: dict[str, Callable[..., None]] = {
        "checkpoint": checkpoint_command,
        "verify": verify_command,
        "rotate-key": rotate_command,
    }
    for name, command in commands.items():
        site.command(name, help=say(_HELP[name]), cls=Command)(command)


@contextmanager
def _told() -> Iterator[None]:
    """Tell why a command was not carried out, faults of the ledger too."""
    with refusals():
        try:
            yield
        except LedgerError as error:
            raise UsageError(Message(f"{error}。", f"{error}")) from error


def _write(out: Path, text: str) -> None:
    try:
        out.write_text(text, "utf-8")
    except OSError as error:
        why = error.strerror or error
        raise UsageError(
            Message(f"无法写入{out}：{why}。", f"Cannot write {out}: {why}.")
        ) from error

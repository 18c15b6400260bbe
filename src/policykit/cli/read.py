"""Reading what a command names: a file or standard input, how far, and with how much said on the way."""

import sys
from typing import TYPE_CHECKING

from policykit.cli.errors import UsageError
from policykit.cli.streams import is_terminal, read_stdin

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from policykit.model.notice import Diagnostic
    from policykit.readers import Limits, Source

STDIN = "<标准输入>"


def read_input(file: str, encoding: str | None, limits: list[str]) -> "tuple[Source, list[Diagnostic]]":
    """Read ``file`` (``-`` for standard input) with the limits raised as ``limits`` (``pages=1000``) say."""
    from policykit.readers import ReadError, read_source

    most = _limits(limits)
    with _ProgressBar() as bar:
        if file != "-":
            return read_source(file, encoding, most, bar.show)
        try:
            return read_source(read_stdin(most.largest), encoding, most, bar.show)
        except ReadError as error:
            raise ReadError(error.reason, error.mend, STDIN) from None


class _ProgressBar:
    """A bar on standard error for as long as the block runs, where that is a terminal and something is to be shown."""

    def __init__(self) -> None:
        self._bar: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> "_ProgressBar":
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, what: str, done: int, total: int) -> None:
        """Show that ``done`` of ``total`` steps of ``what`` are done."""
        if not is_terminal(sys.stderr):
            return
        if self._bar is None or self._task is None:
            self._bar = _make_bar()
            self._task = self._bar.add_task(what, total=total)
            self._bar.start()
        self._bar.update(self._task, description=what, completed=done, total=total)


def _make_bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(file=sys.stderr), transient=True)


def _limits(options: list[str]) -> "Limits":
    from policykit.readers import Limits

    limits = Limits()
    for option in options:
        name, _, value = option.partition("=")
        try:
            limits = limits.raised(name.strip(), int(value))
        except KeyError:
            names = "、".join(Limits._fields)
            raise UsageError(f"没有叫“{name}”的上限。可用的：{names}") from None
        except ValueError:
            raise UsageError(f"选项 --limit 的值“{option}”不对。请写成 pages=1000 的样子") from None
    return limits

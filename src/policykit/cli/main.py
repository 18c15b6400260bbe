"""The command line: commands put together, and every way out of them mapped to an exit status.

0 done, 1 findings at or above what was asked for, 2 usage or failure (nothing written), 70 a fault of policykit,
130 interrupted, 141 the reader of a pipe went away.
"""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from policykit.cli.errors import ClosedPipeError, StreamError, UsageError
from policykit.cli.help import ChineseCommand, ChineseGroup
from policykit.cli.streams import emit, give_up_stdout, prepare, say
from policykit.text.width import printable
from policykit.version import VERSION

EXIT_FAILURE = 2
EXIT_BUG = 70
EXIT_INTERRUPTED = 130
EXIT_PIPE = 141

COMMANDS = ("parse", "validate", "diff", "init", "template", "formats", "explain", "schema")
"""The commands, in the order in which help lists them: each the function of that name in ``cli/<name>.py``."""


def _print_version(asked: bool) -> None:
    if asked:
        emit(f"policykit {VERSION}\n")
        raise typer.Exit


def _policykit(
    _version: Annotated[
        bool, typer.Option("-V", "--version", help="显示版本", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """把政策通知变成任务清单：读懂层级、责任单位、时限与指标，每一条都指回原文。"""


def make_app(names: Sequence[str] = COMMANDS) -> typer.Typer:
    """Put the commands ``names`` together; each costs a start the reading of its options."""
    app = typer.Typer(
        cls=ChineseGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_policykit)
    for name in names:
        app.command(cls=ChineseCommand)(getattr(import_module(f"policykit.cli.{name}"), name))
    return app


def main(args: Sequence[str] | None = None) -> int:
    """Run policykit with ``args`` (``sys.argv`` by default) and return its exit status."""
    if args is not None:
        return _run(list(args))
    gc.disable()  # one command makes no garbage that the collector must find, and its walks take a third of the time
    try:
        return _run(None)
    finally:
        gc.freeze()  # nor need Python look for any when it ends


def _run(args: list[str] | None) -> int:
    prepare()
    try:
        status = make_app(_asked(args))(args=args, prog_name="policykit", standalone_mode=False)
        return status if isinstance(status, int) else 0
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except ClosedPipeError:
        return EXIT_PIPE
    except SystemExit as end:  # the completion scripts end so, and typer's own help where its pipe is closed
        return EXIT_PIPE if end.code == 1 else end.code if isinstance(end.code, int) else 0
    except Exception as error:
        return _fail(error)


def _asked(args: list[str] | None) -> Sequence[str]:
    """The command that the arguments name; all of them for help, an error or a completion."""
    first = (sys.argv[1:] if args is None else args)[:1]
    return first if first and first[0] in COMMANDS else COMMANDS


def _fail(error: Exception) -> int:
    """Say what went wrong in one line: the user's fault and its mend, or ours and where to report it."""
    if hasattr(error, "format_message"):
        from policykit.cli.usage import explain_usage

        say(explain_usage(error))
    elif _is_refusal(error):
        say(f"policykit: {printable(str(error))}")
    elif isinstance(error, OSError):
        give_up_stdout()
        say(f"policykit: 系统报错（{printable(str(error.strerror))}）。请检查磁盘空间和文件权限后重试")
    elif isinstance(error, MemoryError):
        say("policykit: 内存不够，处理不了这么大的文件。请拆成几个文件")
    else:
        return _report_bug(error)
    return EXIT_FAILURE


def _is_refusal(error: Exception) -> bool:
    if isinstance(error, UsageError | StreamError):
        return True
    # Their modules are loaded where such an error was raised, and not loaded for its sake.
    names = {"ReadError", "OutputError", "ConfigError", "SegmenterError"}
    return type(error).__name__ in names and type(error).__module__.startswith("policykit.")


def _report_bug(error: Exception) -> int:
    if os.environ.get("POLICYKIT_DEBUG"):
        raise error
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f"{os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame else "?"  # noqa: PTH119
    detail = printable(str(error))[:200]
    fault = f"{type(error).__name__}: {detail}，{place}，版本 {VERSION}"
    say(f"policykit: 程序内部出错，不是您的问题（{fault}）。请把这一行连同输入文件交给 policykit 的维护者")
    return EXIT_BUG

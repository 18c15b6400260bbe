"""Reading what a command names: a file or standard input, how far, and with how much said on the way."""

from typing import TYPE_CHECKING

from policykit.cli.errors import UsageError
from policykit.cli.streams import read_stdin

if TYPE_CHECKING:
    from policykit.model.notice import Diagnostic
    from policykit.readers import Limits, Source

STDIN = "<标准输入>"


def read_input(file: str, encoding: str | None, limits: list[str]) -> "tuple[Source, list[Diagnostic]]":
    """Read ``file`` (``-`` for standard input) with the limits raised as ``limits`` (``pages=1000``) say."""
    from policykit.readers import ReadError, read_source

    most = _limits(limits)
    if file != "-":
        return read_source(file, encoding, most)
    try:
        return read_source(read_stdin(most.largest), encoding, most)
    except ReadError as error:
        raise ReadError(error.reason, error.mend, STDIN) from None


def _limits(options: list[str]) -> "Limits":
    from policykit.readers import Limits

    limits = Limits()
    for option in options:
        name, _, value = option.partition("=")
        try:
            limits = limits.raised(name.strip(), int(value))
        except KeyError:
            names = "、".join(Limits.__slots__)
            raise UsageError(f"没有叫“{name}”的上限。可用的：{names}") from None
        except ValueError:
            raise UsageError(f"选项 --limit 的值“{option}”不对。请写成 pages=1000 的样子") from None
    return limits

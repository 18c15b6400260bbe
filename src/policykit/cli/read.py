"""Reading the notice that a command names: a file or standard input, how far, by whose rules, with how much said."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from policykit.cli.errors import UsageError
from policykit.cli.streams import is_terminal, read_stdin

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from policykit.extract.rules import Rules
    from policykit.extract.trace import Trace
    from policykit.model.notice import Notice
    from policykit.readers import Limits

STDIN = "<标准输入>"


class Given(NamedTuple):
    """What a command names: its name as it is shown, its bytes where they are at hand (None: to be read from the
    file), the file's own name (None where it is no file as it stands now), and the directory whose rules hold for it.
    """

    name: str
    data: bytes | None
    file: str | None
    directory: Path


class Asked(NamedTuple):
    """How notices are to be read, as the options say: ``limits`` as written (``pages=1000``), ``rules`` a file's name,
    ``year`` and ``issued_on`` for notices that do not say.
    """

    encoding: str | None = None
    limits: Sequence[str] = ()
    rules: str | None = None
    year: int | None = None
    issued_on: date | None = None


class Parsed(NamedTuple):
    """A notice and the text its places count in."""

    notice: "Notice"
    text: str


def given(file: str) -> Given:
    """Return what a name on the command line means; ``-`` is standard input, whose rules are those from here up."""
    from policykit.text.width import shown_name

    if file == "-":
        return Given(STDIN, None, None, Path.cwd())
    return Given(shown_name(file), None, file, Path(file).absolute().parent)


def bytes_of(what: Given, asked: Asked) -> bytes:
    """Return the bytes of ``what``, read no further than the limits go; ReadError names it where it cannot be read."""
    from policykit.readers import read_bytes

    if what.data is not None:
        return what.data
    largest = _limits(asked.limits).largest
    if what.file is None:
        return read_stdin(largest)
    with naming(what):
        return read_bytes(what.file, largest)


@contextmanager
def naming(what: Given) -> Iterator[None]:
    """Let a ReadError from the block name ``what`` as the user knows it."""
    from policykit.readers import ReadError

    try:
        yield
    except ReadError as error:
        raise ReadError(error.reason, error.mend, what.name) from None


def parse_notice(what: Given, asked: Asked, trace: "Trace | None" = None) -> Parsed:
    """Read and parse a notice; ReadError, ConfigError or UsageError where that cannot be."""
    from policykit.api import parse_source
    from policykit.readers import read_source

    data = bytes_of(what, asked)
    with naming(what), _ProgressBar() as bar:
        source, found = read_source(data, asked.encoding, _limits(asked.limits), bar.show, name=what.file or what.name)
    rules = _rules(asked.rules, what.directory)
    notice = parse_source(source, found, year=asked.year, issued_on=asked.issued_on, rules=rules, trace=trace)
    notice.source.path = path_of(what)
    return Parsed(notice, source.text)


def path_of(what: Given) -> str | None:
    """Return the path that the model gives ``what``; standard input has none."""
    return None if what.name == STDIN else what.name


def _rules(name: str | None, directory: Path) -> "Rules":
    """Return the rules of the file that was named, or of the policykit.toml nearest to ``directory``."""
    from policykit.config.toml import find_config
    from policykit.extract.rules import NO_RULES

    path = Path(name) if name is not None else find_config(directory)
    if path is None:
        return NO_RULES
    from policykit.config.rules import load_rules

    return load_rules(path)


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


def _limits(options: Sequence[str]) -> "Limits":
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

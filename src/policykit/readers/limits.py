"""How far reading goes before it refuses: files come from strangers, and a small one may unpack into a large one."""

from typing import NamedTuple

from policykit.readers.source import ReadError

_MIB = 1 << 20


class Limits(NamedTuple):
    """The most of each that is read; a document beyond one is refused, naming the limit and how to raise it.

    ``text`` and ``file`` are MiB of a text file and of any other file; ``unpacked`` MiB of all that a package holds,
    ``ratio`` how many times larger than itself a package may unpack, ``entries`` the files inside a package;
    ``pages`` of a document, ``cells`` of its tables, ``depth`` of nested markup; ``pixels`` are millions of a picture.
    ``seconds`` are what a process of its own may take for one page of a document, ``memory`` the MiB it may take.
    """

    text: int = 16
    file: int = 64
    unpacked: int = 256
    ratio: int = 200
    entries: int = 5_000
    pages: int = 500
    cells: int = 200_000
    depth: int = 200
    pixels: int = 100
    seconds: int = 20
    memory: int = 512

    @property
    def largest(self) -> int:
        """The bytes of the largest file that any reader reads."""
        return max(self.text, self.file) * _MIB

    def check(self, name: str, amount: int, what: str) -> None:
        """Raise ReadError where ``amount`` of ``what`` (in the unit of the limit ``name``) is more than is read."""
        most = getattr(self, name)
        if amount > most:
            raise ReadError(f"{what}超过了上限 {most}", f"确有需要时，请用 --limit {name}=数值 放宽")

    def check_size(self, name: str, size: int, what: str) -> None:
        """Raise ReadError where ``size`` bytes of ``what`` are more than the limit ``name``, which counts MiB."""
        most = getattr(self, name)
        if size > most * _MIB:
            raise ReadError(
                f"{what}超过了 {most} MiB 的上限",
                f"请拆成几个文件，一个通知一个文件；确有需要时，请用 --limit {name}=数值 放宽",
            )

    def raised(self, name: str, value: int) -> "Limits":
        """The same limits with one of them set anew; KeyError for a name that is none, ValueError below 1."""
        if name not in self._fields:
            raise KeyError(name)
        if value < 1:
            raise ValueError(value)
        return self._replace(**{name: value})

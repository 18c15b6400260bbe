"""Writing a file whole or not at all.

What holds, whatever happens half way:

1. The target holds its old content or the new one, never a mixture; no other file is left beside it.
2. An existing file is replaced only with ``force``; a file that was read is never replaced.
3. Directories, devices, pipes and symbolic links are left as they are.
"""

import errno
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from policykit.text.width import shown_name

# Why the system refused, and what the user can do about it.
_MENDS = {
    errno.EACCES: "没有写权限。请换一个可写的目录，或检查权限",
    errno.EPERM: "系统不允许写入。请换一个可写的目录，或检查权限",
    errno.EROFS: "所在的磁盘是只读的。请换一个目录",
    errno.ENOSPC: "磁盘已满。请清理空间后重试，原有文件未改动",
    errno.EFBIG: "超过了允许的文件大小。请放宽限制或换一个目录，原有文件未改动",
    errno.EIO: "磁盘读写出错。请换一个磁盘，原有文件未改动",
    errno.ENAMETOOLONG: "文件名太长。请换一个短些的名字",
    errno.ENOENT: "目录不存在。请先建好目录",
    errno.ENOTDIR: "路径中间有一段不是目录。请检查路径",
    errno.ELOOP: "路径里的符号链接绕成了圈。请写出真实路径",
    getattr(errno, "EDQUOT", -1): "超出了磁盘配额。请清理空间后重试，原有文件未改动",
}

# A file system without hard links says so in one of these ways.
_NO_LINKS = {
    getattr(errno, name, -1)
    for name in ("EPERM", "EACCES", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL", "EMLINK", "EXDEV")
}

_KINDS = (
    (stat.S_ISLNK, "是符号链接，不跟着它写。请写出它指向的文件的真实路径"),
    (stat.S_ISDIR, "是目录。请在后面加上文件名"),
    (lambda mode: not stat.S_ISREG(mode), "不是普通文件（设备、管道或套接字）。请换一个文件名"),
)


class OutputError(Exception):
    """The output was not written and nothing was changed; the message names the file, the reason and the mend."""


def write_output(path: Path, data: bytes, *, force: bool, inputs: Sequence[Path] = ()) -> None:
    """Write ``data`` to ``path`` at one stroke.

    ``inputs`` are the files read to make ``data``: none of them is ever replaced, not under another name either.
    Raises OutputError where the place is not fit, where a file exists and ``force`` is not set, or where writing fails.
    """
    try:
        old = _look(path)
        if old is not None:
            _refuse_unfit(path, old, force=force, inputs=inputs)
        _write(path, data, old)
    except FileExistsError:
        raise OutputError(_exists(path)) from None
    except OSError as error:
        reason = _MENDS.get(error.errno or 0) or f"写入失败（{error.strerror}）"
        raise OutputError(f"{_name(path)}: {reason}") from error
    except ValueError as error:  # an embedded NUL
        raise OutputError(f"{_name(path)}: 文件名里有不允许的字符。请换一个名字") from error


def _name(path: Path) -> str:
    return shown_name(os.fspath(path))


def _exists(path: Path) -> str:
    return f"{_name(path)}: 文件已存在，未改动。确要覆盖请加 --force，或换一个文件名"


def _look(path: Path) -> os.stat_result | None:
    """Return what stands at ``path`` itself, None where nothing does."""
    try:
        return os.lstat(path)
    except FileNotFoundError:
        return None


def _refuse_unfit(path: Path, old: os.stat_result, *, force: bool, inputs: Sequence[Path]) -> None:
    for is_kind, reason in _KINDS:
        if is_kind(old.st_mode):
            raise OutputError(f"{_name(path)}: {reason}")
    if any(_is_same(old, source) for source in inputs):
        raise OutputError(f"{_name(path)}: 这就是输入文件（或它的硬链接），不会被覆盖。请换一个输出文件名")
    if not force:
        raise OutputError(_exists(path))


def _is_same(old: os.stat_result, source: Path) -> bool:
    try:
        return os.path.samestat(old, source.stat())
    except (OSError, ValueError):
        return False


def _write(path: Path, data: bytes, old: os.stat_result | None) -> None:
    # A short name of its own: a suffix on the target's name would pass 255 bytes where the name itself does not.
    temporary = path.parent / f".pk-{os.urandom(6).hex()}"
    try:
        _fill(temporary, data, old)
        if old is None:
            _place_new(temporary, path)
        else:
            temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink()
    _flush_directory(path.parent)


def _fill(temporary: Path, data: bytes, old: os.stat_result | None) -> None:
    """Write ``data`` to a new file down to the disk, with the mode of the file it replaces or the user's umask."""
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, so that the mode is the umask's
        if old is not None:
            temporary.chmod(stat.S_IMODE(old.st_mode) & 0o777)
        file.write(data)
        file.flush()
        os.fsync(descriptor)


def _place_new(temporary: Path, path: Path) -> None:
    """Give the file its name, unless another file took it meanwhile: FileExistsError."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except (AttributeError, NotImplementedError):
        _claim_and_replace(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _claim_and_replace(temporary, path)


def _claim_and_replace(temporary: Path, path: Path) -> None:
    """Take the name with an empty file, which fails where one exists, then put the content in its place."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    try:
        temporary.replace(path)
    except OSError:
        path.unlink()
        raise


def _flush_directory(directory: Path) -> None:
    """Make the new name itself last, where the system lets a directory be flushed."""
    with suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

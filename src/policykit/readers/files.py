"""Opening a file without surprises: regular files only, at most so many bytes, every refusal with its mend."""

import errno
import os
import stat
from pathlib import Path

from policykit.readers.source import ReadError

_MENDS = {
    errno.ENOENT: ("找不到这个文件", "请检查文件名和所在目录"),
    errno.ENOTDIR: ("路径中间有一段不是目录", "请检查路径"),
    errno.EACCES: ("没有读取权限", "请检查文件权限，或换一个能读取它的用户"),
    errno.EPERM: ("没有读取权限", "请检查文件权限，或换一个能读取它的用户"),
    errno.EISDIR: ("是目录，不是文件", "请指明其中的一个文件"),
    errno.ELOOP: ("符号链接绕成了圈", "请指明真实的文件"),
    errno.ENAMETOOLONG: ("文件名太长", "请检查文件名"),
    errno.EMFILE: ("打开的文件太多", "请关掉一些程序后重试"),
    errno.EIO: ("磁盘读取出错", "请把文件复制到别处后重试"),
}

_KINDS = (
    (stat.S_ISDIR, "是目录，不是文件", "请指明其中的一个文件"),
    (stat.S_ISFIFO, "是管道，不是普通文件", "要读管道里的内容，请用 - 从标准输入读"),
    (stat.S_ISCHR, "是字符设备，不是普通文件", "请指明一个普通文件，或用 - 从标准输入读"),
    (stat.S_ISBLK, "是块设备，不是普通文件", "请指明一个普通文件"),
    (stat.S_ISSOCK, "是套接字，不是普通文件", "请指明一个普通文件"),
)


def read_bytes(path: str | os.PathLike[str], limit: int) -> bytes:
    """Return the bytes of a regular file; ReadError where it cannot be opened or is larger than ``limit`` bytes."""
    if not os.fspath(path):
        raise ReadError("没有写文件名", "请写明要读的文件，或用 - 从标准输入读")
    try:
        place = Path(path)
        _refuse_unfit(place.stat())
        with place.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise ReadError(*_MENDS.get(error.errno or 0, (f"打不开（{error.strerror}）", "请检查文件"))) from error
    except ValueError as error:  # an embedded NUL in the name
        raise ReadError("文件名里有不允许的字符", "请检查文件名") from error
    if len(data) > limit:
        raise ReadError(f"超过了 {limit >> 20} MiB 的上限", "请拆成几个文件，一个通知一个文件")
    return data


def _refuse_unfit(status: os.stat_result) -> None:
    for is_kind, reason, mend in _KINDS:
        if is_kind(status.st_mode):
            raise ReadError(reason, mend)

"""A file as it was in a revision of its git repository, asked of git itself, which fetches nothing and asks nobody."""

import os
import subprocess
from pathlib import Path

from policykit.cli.errors import UsageError
from policykit.text.width import shown_name

_SECONDS = 60
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def read_revision(revision: str, file: str) -> bytes | None:
    """Return the bytes of ``file`` in ``revision``, None where it was not there; UsageError where git cannot say."""
    path = Path(file)
    directory, name = path.parent, shown_name(file)
    commit = _git(directory, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        _git_or_refuse(directory, name)
        if revision == "HEAD":  # nothing was committed yet
            return None
        raise UsageError(f"git 里没有版本“{revision}”。请写提交号、分支、标签或 HEAD~1 的样子")
    address = f"{commit.decode().strip()}:./{path.name}"
    if _git(directory, "cat-file", "-e", address) is None:
        return None
    data = _git(directory, "cat-file", "blob", address)
    if data is None:
        raise UsageError(f"{name}: git 读不出 {revision} 里的这个文件。请检查它是不是文件，仓库是否完整")
    return data


def _git_or_refuse(directory: Path, name: str) -> None:
    if _git(directory, "rev-parse", "--git-dir") is None:
        raise UsageError(f"{name}: 不在 git 仓库里。请在仓库里运行，或者直接写两个文件")


def _git(directory: Path, *args: str) -> bytes | None:
    """Run git in ``directory``; return what it prints, None where it says no."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments; a revision comes after --end-of-options
            ["git", "-C", str(directory), *args],  # noqa: S607 - the user's own git
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, **_QUIET},
        )
    except FileNotFoundError:
        raise UsageError("没有安装 git，或者不在 PATH 里。请装好 git，或者直接写两个文件") from None
    except subprocess.TimeoutExpired:
        raise UsageError(f"git 过了 {_SECONDS} 秒还没有答复。请检查仓库") from None
    except ValueError:  # an embedded NUL
        raise UsageError("版本或文件名里有不允许的字符。请检查") from None
    return done.stdout if done.returncode == 0 else None

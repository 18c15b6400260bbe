"""Writing: whole or not at all, nothing replaced without leave, nothing left beside the target."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from policykit.export.write import OutputError, write_output

posix = pytest.mark.skipif(os.name != "posix", reason="POSIX 才有")
NEW, OLD = "新内容\n".encode(), "旧内容\n".encode()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fails(code: int) -> Callable[..., NoReturn]:
    def fail(*_args: object, **_keywords: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


def test_new_file(tmp_path: Path) -> None:
    target = tmp_path / "清单.yaml"
    write_output(target, NEW, force=False, inputs=[])
    assert target.read_bytes() == NEW
    assert names(tmp_path) == ["清单.yaml"]


@posix
def test_mode_is_the_umasks(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    old = os.umask(0o027)
    try:
        write_output(target, NEW, force=False)
    finally:
        os.umask(old)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@posix
def test_mode_of_a_replaced_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(OLD)
    target.chmod(0o600)
    write_output(target, NEW, force=True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_existing_file_only_with_force(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(OLD)
    with pytest.raises(OutputError, match=r"已存在.*--force"):
        write_output(target, NEW, force=False)
    assert target.read_bytes() == OLD
    write_output(target, NEW, force=True)
    assert target.read_bytes() == NEW
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("force", [False, True])
def test_input_is_never_the_output(tmp_path: Path, force: bool) -> None:
    source, link = tmp_path / "通知.txt", tmp_path / "另名.txt"
    source.write_bytes(OLD)
    os.link(source, link)
    for target in (source, link, tmp_path / "." / "通知.txt"):
        with pytest.raises(OutputError, match="输入文件"):
            write_output(target, NEW, force=force, inputs=[tmp_path / "没有.txt", source])
    assert source.read_bytes() == OLD


def make_symlink(path: Path) -> None:
    path.with_name("real").write_bytes(OLD)
    path.symlink_to("real")


def make_loop(path: Path) -> None:
    path.symlink_to(path.name)


def make_dangling(path: Path) -> None:
    path.symlink_to("nowhere")


@posix
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (Path.mkdir, "目录"),
        (os.mkfifo, "不是普通文件"),
        (make_symlink, "符号链接"),
        (make_dangling, "符号链接"),
        (make_loop, "符号链接"),
    ],
)
def test_what_is_no_file_is_left_as_it_is(tmp_path: Path, make: Callable[[Path], object], words: str) -> None:
    target = tmp_path / "a.yaml"
    make(target)
    before, kind = names(tmp_path), target.lstat().st_mode
    with pytest.raises(OutputError, match=words):
        write_output(target, NEW, force=True)
    assert (names(tmp_path), target.lstat().st_mode) == (before, kind)


@posix
def test_device() -> None:
    with pytest.raises(OutputError, match="设备"):
        write_output(Path("/dev/null"), NEW, force=True)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize(
    ("name", "words"),
    [("没有/a.yaml", "目录不存在"), ("file/a.yaml", "不是目录"), ("x" * 300, "太长"), ("a\0b", "不允许的字符")],
)
@posix
def test_places_that_cannot_be_written(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "file").write_bytes(OLD)
    with pytest.raises(OutputError, match=words) as caught:
        write_output(tmp_path / name, NEW, force=False)
    assert names(tmp_path) == ["file"]
    assert "\0" not in str(caught.value)


@posix
def test_name_at_the_limit_of_the_file_system(tmp_path: Path) -> None:
    target = tmp_path / ("长" * 85)
    write_output(target, NEW, force=False)
    assert target.read_bytes() == NEW


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root 不受权限限制")
def test_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="没有写权限"):
        write_output(tmp_path / "a.yaml", NEW, force=False)
    tmp_path.chmod(0o700)


LIMITED = """
import resource, sys
from pathlib import Path
from policykit.export.write import OutputError, write_output
resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))
try:
    write_output(Path(sys.argv[1]), b"x" * 5000, force=True)
except OutputError as error:
    sys.stdout.buffer.write(str(error).encode())
    sys.exit(2)
"""


@posix
@pytest.mark.parametrize("old", [None, OLD])
def test_disk_full_leaves_the_old_file_and_nothing_else(tmp_path: Path, old: bytes | None) -> None:
    target = tmp_path / "a.yaml"
    if old is not None:
        target.write_bytes(old)
    run = subprocess.run(
        [sys.executable, "-c", LIMITED, str(target)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert run.returncode == 2, run.stderr
    assert f"{target}: 超过了允许的文件大小" in run.stdout.decode()
    assert names(tmp_path) == ([] if old is None else ["a.yaml"])
    assert old is None or target.read_bytes() == old


@pytest.mark.parametrize(("function", "force"), [("fsync", True), ("fsync", False), ("open", False)])
def test_failing_system_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str, force: bool) -> None:
    target = tmp_path / "a.yaml"
    if force:
        target.write_bytes(OLD)
    with monkeypatch.context() as patch:
        patch.setattr(os, function, fails(errno.ENOSPC))
        with pytest.raises(OutputError, match="磁盘已满"):
            write_output(target, NEW, force=force)
    assert names(tmp_path) == (["a.yaml"] if force else [])
    assert not force or target.read_bytes() == OLD


@pytest.mark.parametrize("code", [errno.EPERM, errno.EOPNOTSUPP])
def test_file_system_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    monkeypatch.setattr(os, "link", fails(code))
    write_output(tmp_path / "a.yaml", NEW, force=False)
    assert (tmp_path / "a.yaml").read_bytes() == NEW
    assert names(tmp_path) == ["a.yaml"]


def test_system_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "link")
    write_output(tmp_path / "a.yaml", NEW, force=False)
    assert (tmp_path / "a.yaml").read_bytes() == NEW


@pytest.mark.parametrize("links", [True, False])
def test_file_that_appears_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    target = tmp_path / "a.yaml"
    flush = os.fsync

    def appear(descriptor: int) -> None:
        target.write_bytes(OLD)
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", appear)
    if not links:
        monkeypatch.delattr(os, "link")
    with pytest.raises(OutputError, match="已存在"):
        write_output(target, NEW, force=False)
    assert target.read_bytes() == OLD
    assert names(tmp_path) == ["a.yaml"]


def test_claimed_name_is_given_back_when_the_rename_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "link")
    monkeypatch.setattr(Path, "replace", fails(errno.EIO))
    with pytest.raises(OutputError, match="磁盘读写出错"):
        write_output(tmp_path / "a.yaml", NEW, force=False)
    assert names(tmp_path) == []


def test_interrupt_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_descriptor: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_output(tmp_path / "a.yaml", NEW, force=False)
    assert names(tmp_path) == []


@posix
@pytest.mark.parametrize(("name", "words"), [(b"\xff\xfe", r"\xff\xfe: "), ("单\x1b[2J".encode(), r"单\x1b[2J: ")])
def test_name_in_the_message_is_escaped(tmp_path: Path, name: bytes, words: str) -> None:
    target = tmp_path / os.fsdecode(name)
    target.mkdir()
    with pytest.raises(OutputError) as caught:
        write_output(target, NEW, force=False)
    assert words in str(caught.value)

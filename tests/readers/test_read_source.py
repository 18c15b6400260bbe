"""Files and bytes that are no notice: one message that says what, where and what to do."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

import policykit
from policykit.readers import ReadError, read_source, read_text
from policykit.readers.files import read_bytes

TEXT = "关于做好签约服务工作的通知\r\n各乡镇卫生院：\n　　一、总体要求\r"

REFUSED = [
    ("empty", b"", "文件是空的"),
    ("mark-only", b"\xef\xbb\xbf", "文件是空的"),
    ("blank", b" \r\n\t\n", "只有空白"),
    ("ideographic-blank", "\u3000\u3000\n\u200b".encode(), "看不见"),
    ("nul-only", b"\x00" * 64, "空字符"),
    ("elf", b"\x7fELF\x02\x01\x01", "可执行程序"),
    ("gzip", b"\x1f\x8b\x08\x00", "压缩或归档"),
    ("docx", b"PK\x03\x04\x14\x00word/document.xml", "已损坏"),
    ("xlsx", b"PK\x03\x04\x14\x00xl/workbook.xml", "已损坏"),
    ("zip", b"PK\x03\x04\x14\x00a.txt", "zip 压缩文件"),
    ("ole", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "旧版 Office"),
    ("rtf", b"{\\rtf1\\ansi", "文件是空的"),
    ("xml", '<?xml version="1.0"?><a>通知</a>'.encode(), "XML"),
]


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "通知.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=reason) as caught:
        read_source(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "请" in caught.value.mend


def test_text_named_like_an_office_document(tmp_path: Path) -> None:
    path = tmp_path / "通知.docx"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(ReadError, match=r"扩展名是 \.docx"):
        read_source(path)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [("a.txt", "text/plain"), ("a.MD", "text/markdown"), ("a", "text/plain"), ("a.x", "text/plain")],
)
def test_media_type_and_exact_text(name: str, media_type: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(TEXT.encode())
    source, found = read_source(path)
    assert (source.text, source.path, source.media_type, source.encoding) == (TEXT, str(path), media_type, "utf-8")
    assert source.sha256 == sha256(TEXT.encode()).hexdigest()
    assert not found


def test_a_leading_mark_is_no_part_of_the_text() -> None:
    assert read_source(TEXT.encode("utf-8-sig"))[0].text == TEXT


@pytest.mark.parametrize("char", ["\x1b", "\x07", "\x7f", "\x9b", "\ufffe", "\ufdd0"])
def test_controls_are_replaced_one_for_one(char: str) -> None:
    source, found = read_source(TEXT.replace("签约", f"签{char}约").encode())
    assert source.text == TEXT.replace("签约", "签\ufffd约")
    assert [item.code for item in found] == ["PK102"]


def test_nul_stays_for_cleaning() -> None:
    source, found = read_source(TEXT.replace("签约", "签\x00\x00约").encode() + b"\x00" * 500)
    assert source.text.startswith("关于做好签\x00\x00约")
    assert [(item.code, item.span and item.span.line) for item in found] == [("PK101", 1)]


def test_surrogates_in_a_string() -> None:
    source, found = read_text("关于\ud800签约的通知")
    assert source.text == "关于\ufffd签约的通知"
    assert [item.code for item in found] == ["PK102"]


@pytest.mark.parametrize("text", ["", " \n", "\u200b"])
def test_blank_string(text: str) -> None:
    assert read_text(text)[0].text == text
    with pytest.raises(ReadError):
        read_source(text.encode())


def test_the_api_reads_a_string_as_safely_as_a_file() -> None:
    notice = policykit.parse("一、加强\x1b[2J领导\n各科室要落实\ud800责任。\n")
    assert "\x1b" not in notice.model_dump_json()
    assert "PK102" in [item.code for item in notice.diagnostics]


def _make_place(tmp_path: Path, kind: str) -> Path:
    path = tmp_path / "x"
    if kind == "directory":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "device":
        return Path("/dev/zero")
    elif kind == "under-file":
        path.write_text("x")
        return path / "y"
    elif kind == "long":
        return tmp_path / ("长" * 200)
    elif kind == "nul":
        return tmp_path / "a\x00b"
    return path


@pytest.mark.skipif(os.name == "nt", reason="POSIX files")
@pytest.mark.parametrize("kind", ["missing", "directory", "pipe", "loop", "device", "under-file", "long", "nul"])
def test_places_that_are_no_file(kind: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_source(_make_place(tmp_path, kind))
    assert "请" in str(caught.value) or "用 -" in str(caught.value)
    assert "\x00" not in str(caught.value)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(ReadError, match="没有读取权限"):
        read_source(path)


def test_names_are_escaped(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_source(os.fsdecode(os.fsencode(tmp_path) + b"/\xb9\xab\x1b[2J.txt"))
    assert "\\xb9\\xab\\x1b[2J.txt: 找不到" in str(caught.value)


def test_size_cap(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"a" * ((1 << 20) + 1))
    with pytest.raises(ReadError, match="超过了 1 MiB"):
        read_bytes(path, 1 << 20)

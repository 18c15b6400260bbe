"""Old Word and Excel files: the same text by either way, and one error that names both where there is none."""

import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from damage import damaged, survives

from policykit.readers import ReadError, Request, libreoffice, read_source
from policykit.readers.converted import read_converted

FILES = Path(__file__).parent / "files"
NOTICE = (FILES / "notice.doc").read_bytes()
LEDGER = (FILES / "ledger.xls").read_bytes()
TEXT = """青溪县卫生健康局关于做好2026年家庭医生签约服务工作的通知
各乡镇卫生院，县级各医疗机构：
为做好2026年家庭医生签约服务工作，现就有关事项通知如下。
一、加强组织领导
各乡镇卫生院要在2026年6月底前成立工作专班，明确1名联络员。
二、做好签约服务
（一）扩大签约覆盖。各乡镇卫生院要在2026年12月10日前完成签约，重点人群签约率达到75%以上。
（二）强化随访管理。县疾控中心每季度组织一次督导检查。
序号\t工作任务\t责任单位\t完成时限
1\t扩大签约覆盖\t各乡镇卫生院\t2026年12月
2\t强化随访管理\t县疾控中心\t每季度
青溪县卫生健康局
2026年3月1日
"""
BOTH_WAYS = r"组件，或者 LibreOffice。请运行 pip install \"policykit\[{extra}\]\"，或安装 LibreOffice 后重试"
needs_libreoffice = pytest.mark.skipif(libreoffice.find_program() is None, reason="LibreOffice is not installed")


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Take away the modules and programs that the test names."""
    for name in request.param:
        if name == "LibreOffice":
            monkeypatch.setenv("PATH", "")
        else:
            monkeypatch.setitem(sys.modules, name, None)


@pytest.mark.parametrize("suffix", [".doc", ".wps", ".docx", ".txt"])
def test_a_word_document_whatever_it_is_called(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"通知{suffix}"
    path.write_bytes(NOTICE)
    source, found = read_source(path)
    assert (source.text, found, source.media_type) == (TEXT, [], "application/msword")
    assert [table.locator for table in source.tables] == ["table 1"]


@needs_libreoffice
@pytest.mark.parametrize("without", [["doc2docx"]], indirect=True)
@pytest.mark.usefixtures("without")
def test_a_word_document_by_libreoffice() -> None:
    before = set(Path(tempfile.gettempdir()).glob("policykit-*"))
    source, _ = read_source(NOTICE)
    assert (source.text, source.media_type) == (TEXT, "application/msword")
    assert set(Path(tempfile.gettempdir()).glob("policykit-*")) <= before


@needs_libreoffice
def test_libreoffice_makes_nothing_of_what_is_no_document() -> None:
    for data in (b"\x00junk" * 99, NOTICE[:700]):
        with pytest.raises(ReadError, match="打不开它"):
            libreoffice.convert(Request(data), "MS Word 97", "docx")


@pytest.mark.parametrize("without", [["doc2docx", "LibreOffice"]], indirect=True)
@pytest.mark.usefixtures("without")
def test_no_way_to_a_word_document() -> None:
    with pytest.raises(ReadError, match=f"读旧版 Word 文档要装 doc {BOTH_WAYS.format(extra='doc')}"):
        read_source(NOTICE)


@pytest.mark.parametrize("without", [["python_calamine", "LibreOffice"]], indirect=True)
@pytest.mark.usefixtures("without")
def test_no_way_to_a_workbook() -> None:
    with pytest.raises(ReadError, match=f"读旧版 Excel 工作簿要装 xls {BOTH_WAYS.format(extra='xls')}"):
        read_source(LEDGER)


def test_a_password_is_named() -> None:
    place = NOTICE.index(b"\xec\xa5", 512)
    data = NOTICE[: place + 11] + bytes([NOTICE[place + 11] | 1]) + NOTICE[place + 12 :]
    with pytest.raises(ReadError, match=r"加了密码.*去掉密码"):
        read_source(data)


@pytest.mark.parametrize("suffix", [".xls", ".et", ".xlsx"])
def test_a_workbook_whatever_it_is_called(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"任务{suffix}"
    path.write_bytes(LEDGER)
    source, found = read_source(path)
    assert source.text == (
        "青溪县2026年签约服务任务清单\n序号\t工作任务\t责任单位\t完成时限\n"
        "1\t扩大签约覆盖\t各乡镇卫生院\t2026年12月10日\n2\t强化随访管理\t每季度\n"
    )
    assert [item.code for item in found] == ["PK150"]
    assert ("各乡镇卫生院", 1, 2, 2, 1) in [
        (source.text[cell.start : cell.end], *cell[2:]) for cell in source.tables[0].cells
    ]


def test_what_a_converter_made_is_read_as_what_it_is() -> None:
    with pytest.raises(ReadError, match="压缩文件"):
        read_converted(Request(NOTICE), b"PK\x03\x04nothing of ours")


@pytest.mark.parametrize("without", [["LibreOffice"]], indirect=True)
@pytest.mark.parametrize("data", [NOTICE, LEDGER], ids=["doc", "xls"])
@pytest.mark.usefixtures("without")
def test_any_damage_is_read_or_refused(data: bytes) -> None:
    assert shutil.which("soffice") is None
    for copy in damaged(data, 8):
        survives(copy)

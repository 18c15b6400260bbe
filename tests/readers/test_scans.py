"""Scans and pictures: recognised where the ocr extra is installed, and one line that says so where it is not.

``printed/page-2.png`` is the second page of ``printed/notice.pdf`` at 120 dots an inch, in black and white.
"""

import io
from importlib.util import find_spec
from pathlib import Path

import pytest
from pdf_maker import LEFT, TOP, Sheet, make_pdf

from policykit.readers import Limits, ReadError, read_source

pytest.importorskip("pdfplumber")

PRINTED = Path(__file__).parent / "printed"
PNG = (PRINTED / "page-2.png").read_bytes()
LINES = (PRINTED / "notice.txt").read_text(encoding="utf-8").splitlines()
HAS_OCR = all(map(find_spec, ("rapidocr", "onnxruntime", "pypdfium2")))
with_ocr = pytest.mark.skipif(not HAS_OCR, reason="the ocr extra is not installed")
without_ocr = pytest.mark.skipif(HAS_OCR, reason="the ocr extra is installed")


def scan() -> Sheet:
    """A page that is a picture: the page of ``PNG``, shade by shade."""
    from PIL import Image

    image = Image.open(io.BytesIO(PNG)).convert("L")
    return Sheet(picture=image.tobytes(), picture_size=image.size)


def typed() -> Sheet:
    sheet = Sheet()
    sheet.text(LEFT, TOP, "关于检查检验结果互认工作的补充通知")
    return sheet


@without_ocr
@pytest.mark.parametrize("data", [make_pdf([scan()]), PNG], ids=["pdf", "png"])
def test_the_missing_part_is_named(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read_source(data)
    assert str(caught.value).endswith('要装 ocr 组件。请运行 pip install "policykit[ocr]"')


@without_ocr
def test_pages_left_unread_are_named() -> None:
    source, found = read_source(make_pdf([typed(), scan(), scan()]))
    assert source.text == "关于检查检验结果互认工作的补充通知\n"
    assert [(item.code, item.severity) for item in found] == [("PK122", "error")]
    assert found[0].message.startswith("第 2-3 页是图片")


@with_ocr
def test_a_mixed_file_is_read_in_order() -> None:
    said: list[tuple[str, int, int]] = []
    source, found = read_source(
        make_pdf([scan(), typed()]), progress=lambda what, done, total: said.append((what, done, total))
    )
    lines = source.text.splitlines()
    assert lines[-1] == "关于检查检验结果互认工作的补充通知"
    assert lines[1:3] == [LINES[10], LINES[11]]
    assert source.blocks[-1].locator == "page 2, paragraph 1"
    assert said == [("正在识别", 0, 1), ("正在识别", 1, 1)]
    assert "PK122" not in [item.code for item in found]


@with_ocr
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_pictures(kind: str) -> None:
    from PIL import Image

    image = Image.open(io.BytesIO(PNG)).convert("L")
    file = io.BytesIO()
    more = {"save_all": True, "append_images": [image]} if kind == "TIFF" else {}
    image.save(file, kind, **more)
    source, _ = read_source(file.getvalue())
    assert LINES[12] in source.text.splitlines()
    assert source.blocks[-1].locator.startswith("page 2" if kind == "TIFF" else "page 1")


@with_ocr
@pytest.mark.parametrize("angle", [90, 180, 1.2])
def test_a_page_laid_askew_is_turned(angle: float) -> None:
    from PIL import Image

    file = io.BytesIO()
    Image.open(io.BytesIO(PNG)).convert("L").rotate(angle, expand=True, fillcolor=255).save(file, "PNG")
    assert LINES[12] in read_source(file.getvalue())[0].text.splitlines()


@with_ocr
def test_an_unclear_line_is_named() -> None:
    from PIL import Image

    image = Image.open(io.BytesIO(PNG)).convert("L")
    image.paste(255, (0, 397, image.width, 412))  # the lower half of the fifth line
    file = io.BytesIO()
    image.save(file, "PNG")
    source, found = read_source(file.getvalue())
    assert {item.code for item in found} == {"PK121"}
    assert found[0].message.startswith("第 1 页第 5 行识别得不可靠")
    assert found[0].span is not None
    assert source.text[found[0].span.start : found[0].span.end]


@with_ocr
@pytest.mark.parametrize(
    "data", [PNG[:500], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"II*\x00" + bytes(9)]
)
def test_broken_pictures_are_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="损坏"):
        read_source(data)


@with_ocr
def test_large_pictures_are_refused() -> None:
    with pytest.raises(ReadError, match="像素超过了上限"):
        read_source(PNG, limits=Limits(pixels=1))

"""One notice in every format that can be read: the same sections, tasks, owners and deadlines."""

import io
from collections.abc import Callable

import docx_files
import openpyxl
import pytest
from html_pages import portal
from ofd_maker import ofd, pages_of
from pdf_maker import lay_out, make_pdf
from same_notice import checklist_of_file, checklist_of_text, paragraphs
from test_old_office import NOTICE as DOC
from test_old_office import TEXT as DOC_TEXT
from test_rtf import rtf, units

from policykit.readers import READERS, choose

LINES = paragraphs("county-excellence-notice")


def _text(lines: list[str]) -> str:
    return "\n".join(lines) + "\n"


def _rtf(lines: list[str]) -> bytes:
    return rtf("".join(rf"\pard {units(line)}\par" + "\n" for line in lines))


def _sheet(lines: list[str]) -> bytes:
    book = openpyxl.Workbook()
    for row, line in enumerate(lines, 1):
        book.active.cell(row, 1, line)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


# the name of the reader; the notice as a file of its format
WRITTEN: dict[str, Callable[[list[str]], bytes]] = {
    "text": lambda lines: _text(lines).encode(),
    "text, GB18030": lambda lines: _text(lines).replace("\n", "\r\n").encode("gb18030"),
    "text, UTF-16": lambda lines: _text(lines).encode("utf-16"),
    "html": lambda lines: portal(tuple(lines)).encode(),
    "html, GB18030": lambda lines: portal(tuple(lines)).encode("gb18030"),
    "docx": lambda lines: docx_files.notice(_text(lines)),
    "rtf": _rtf,
    "ofd": lambda lines: ofd(pages_of(lines)),
    "pdf": lambda lines: make_pdf(lay_out(_text(lines))),
    "xlsx": _sheet,
}


@pytest.mark.parametrize("form", WRITTEN)
def test_the_same_checklist(form: str) -> None:
    data = WRITTEN[form](LINES)
    assert choose(data, ".txt").name == form.split(",")[0]
    assert checklist_of_file(data) == checklist_of_text(LINES)


def test_the_same_checklist_of_an_old_word_document() -> None:
    assert checklist_of_file(DOC) == checklist_of_text(DOC_TEXT.splitlines())


def test_no_format_is_left_out() -> None:
    elsewhere = {"doc", "xls", "image", "markdown"}  # above; test_old_office, test_scans; by its suffix alone
    assert {row.name for row in READERS} == {form.split(",")[0] for form in WRITTEN} | elsewhere

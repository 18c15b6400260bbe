"""The Word table and the page: complete, marked, harmless whatever the texts hold."""

import io
import json
import re
import zipfile
from xml.etree import ElementTree

import pytest
from docx import Document
from plan_maker import BODIES, plan
from test_pairs import PAIRS, report

from policykit.api import diff, parse
from policykit.diff.render import WRITERS, Report
from policykit.diff.render.report import Origin

HOSTILE = '<script>alert(1)</script>&"]]>\u202e</del>${x}'


def hostile() -> Report:
    old = parse(plan([(f"加强{HOSTILE}管理", f"各科室要落实{HOSTILE}制度。"), *BODIES[:5]]))
    new = parse(plan([(f"规范{HOSTILE}管理", f"各科室要公示{HOSTILE}结果。"), *BODIES[:5]], 2025))
    return Report(diff(old, new), Origin(old, "a\n::error::,:%.txt"), Origin(new, None))


@pytest.mark.parametrize("name", PAIRS)
def test_word_table_is_landscape_and_complete(name: str) -> None:
    made = report(name)
    document = Document(io.BytesIO(bytes(WRITERS["docx"].render(made))))  # type: ignore[arg-type]
    section = document.sections[0]
    assert section.page_width > section.page_height  # type: ignore[operator]
    (table,) = document.tables
    assert len(table.rows) == len(made.diff.changes) + 1
    assert [cell.text for cell in table.rows[0].cells][3:] == ["变化", "说明"]
    text = "\n".join(cell.text for row in table.rows for cell in row.cells)
    for notice in (made.old.notice, made.new.notice):
        assert all(measure.text in text for task in notice.tasks for measure in task.measures)


def test_word_table_marks_what_changed() -> None:
    package = zipfile.ZipFile(io.BytesIO(bytes(WRITERS["docx"].render(report("family-doctor")))))  # type: ignore[arg-type]
    body = package.read("word/document.xml").decode()
    struck = re.findall(r"<w:strike/>.*?<w:t [^>]*>(.*?)</w:t>", body)
    under = re.findall(r'<w:u w:val="single"/>.*?<w:t [^>]*>(.*?)</w:t>', body)
    assert {"75%", "10", "探索"} <= set(struck)
    assert {"80%", "9", "必须"} <= set(under)


@pytest.mark.parametrize("name", [name for name, writer in WRITERS.items() if name != "text"])
def test_equal_input_gives_equal_bytes(name: str) -> None:
    assert WRITERS[name].render(report("family-doctor")) == WRITERS[name].render(report("family-doctor"))


def test_page_needs_nothing_from_outside() -> None:
    page = str(WRITERS["html"].render(report("family-doctor")))
    assert not re.search(r"(?:src|href)=|url\(|@import|https?://(?!www\.w3\.org/2000/svg)", page)
    assert "default-src 'none'" in page


@pytest.mark.parametrize("name", PAIRS)
def test_page_has_every_task_and_a_line_for_every_match(name: str) -> None:
    made = report(name)
    page = str(WRITERS["html"].render(made))
    assert page.count("<article ") == len(made.old.notice.tasks) + len(made.new.notice.tasks)
    found = re.search(r'id="links">(.*?)</script>', page)
    assert found is not None
    links = json.loads(found[1])
    anchors = set(re.findall(r'<article id="([^"]+)"', page))
    assert {link[side] for link in links for side in ("old", "new")} <= anchors
    assert len(links) == sum(len(c.old) * len(c.new) for c in made.diff.changes)


def test_no_text_is_obeyed() -> None:
    page = str(WRITERS["html"].render(hostile()))
    assert page.count("<script") == 2
    assert "<script>" not in str(WRITERS["md"].render(hostile()))
    assert str(WRITERS["github"].render(hostile())).count("::error") + str(WRITERS["github"].render(hostile())).count(
        "::warning"
    ) <= len(hostile().diff.changes)
    ElementTree.fromstring(str(WRITERS["junit"].render(hostile())))  # noqa: S314 - our own
    json.loads(str(WRITERS["sarif"].render(hostile())))
    zipfile.ZipFile(io.BytesIO(bytes(WRITERS["docx"].render(hostile()))))  # type: ignore[arg-type]

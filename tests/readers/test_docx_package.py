"""Word packages from strangers: unusual ones are read, broken and hostile ones refused in one line."""

from pathlib import Path

import pytest
from docx_files import TRANSITIONAL, document, numbered, numbering, paragraph, table, unzipped, zipped
from hypothesis import given
from hypothesis import strategies as st

from policykit import parse, parse_file
from policykit.export import EXPORTERS
from policykit.readers import Limits, ReadError, read_source

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
GOOD = document(
    paragraph("青溪县2026年签约服务工作方案")
    + numbered("加强领导", 1)
    + table([numbered("", 1), "健全制度"], ["牵头单位", "县医院"])
    + "<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></v:textbox>"
    "</w:pict></w:r></w:p>",
    {"numbering": numbering('<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1、"/></w:lvl>')},
)
TEXT = "青溪县2026年签约服务工作方案\n1、加强领导\n2、\t健全制度\n牵头单位\t县医院\n\n框\n"
PARTS = unzipped(GOOD)
MAIN = "word/document.xml"


def _with(**changed: bytes | None) -> bytes:
    """The good package with parts changed by their names, ``main`` and ``root_rels`` for short; None takes one out."""
    short = {
        "main": MAIN,
        "root_rels": "_rels/.rels",
        "rels": "word/_rels/document.xml.rels",
        "lists": "word/numbering.xml",
    }
    parts: dict[str, bytes | None] = {**PARTS, **{short[name]: data for name, data in changed.items()}}
    return zipped({name: data for name, data in parts.items() if data is not None})


def _moved(name: str) -> bytes:
    parts = {key: data for key, data in PARTS.items() if key != MAIN and not key.endswith("document.xml.rels")}
    folder, _, file = name.rpartition("/")
    parts["_rels/.rels"] = PARTS["_rels/.rels"].replace(MAIN.encode(), b"/" + name.encode())
    parts[f"{folder}/_rels/{file}.rels"] = PARTS["word/_rels/document.xml.rels"].replace(
        b'"numbering.xml', b'"/word/numbering.xml'
    )
    return zipped({**parts, name: PARTS[MAIN]})


STRICT = TRANSITIONAL.replace(
    "http://schemas.openxmlformats.org/wordprocessingml/2006", "http://purl.oclc.org/ooxml/wordprocessingml"
)
UNUSUAL = [
    ("as it is", GOOD),
    ("strict", zipped({name: data.replace(TRANSITIONAL.encode(), STRICT.encode()) for name, data in PARTS.items()})),
    ("another name", _moved("word/document2.xml")),
    ("another folder", _moved("word/text/main.xml")),
    ("UTF-16", _with(main=PARTS[MAIN].decode().replace('"UTF-8"', '"UTF-16"').encode("utf-16"))),
    ("no types", zipped({name: data for name, data in PARTS.items() if not name.startswith("[")})),
    ("no root relations", _with(root_rels=None)),
    ("external main part", _with(root_rels=PARTS["_rels/.rels"].replace(b"Target=", b'TargetMode="External" Target='))),
    ("bytes before it", b"\n".join((b"PK\x03\x04 word/", GOOD))),
    ("names that lead out", zipped({**PARTS, "../../x": b"x", "/etc/x": b"x", "word\\x": b"x"})),
    ("macros", zipped({**PARTS, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})),
    ("a media bomb", zipped({**PARTS, "word/media/image1.png": bytes(300 << 20)})),
]  # fmt: skip


@pytest.mark.parametrize("data", [row[1] for row in UNUSUAL], ids=[row[0] for row in UNUSUAL])
def test_unusual_packages_are_read(data: bytes) -> None:
    assert read_source(data)[0].text == TEXT


@pytest.mark.parametrize("suffix", [".docx", ".docm", ".dotx", ".dotm", ".doc", ".txt", ""])
def test_the_content_says_that_it_is_a_word_document(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"通知{suffix}"
    path.write_bytes(GOOD)
    source, _ = read_source(path)
    assert source.text == TEXT
    assert source.media_type.endswith("wordprocessingml.document")


ENTITY = b'<!DOCTYPE x [<!ENTITY e "eeeeeeeeee">]>'
DEEP = paragraph("甲")
for _ in range(400):
    DEEP = f"<w:customXml>{DEEP}</w:customXml>"

BROKEN = [
    ("cut", GOOD[: len(GOOD) // 2], "已损坏"),
    ("no directory", GOOD[: GOOD.index(b"PK\x01\x02")], "已损坏"),
    ("no main part", _with(main=None), r"缺少正文（word/document\.xml）"),
    ("not XML", _with(main=b"x"), r"word/document\.xml 第 1 行第 1 列: XML 有错"),
    ("XML cut", _with(main=PARTS[MAIN][:-9]), r"word/document\.xml 第 2 行第 \d+ 列: XML 有错"),
    ("XML of a relation cut", _with(rels=PARTS["word/_rels/document.xml.rels"][:-9]), r"document\.xml\.rels 第"),
    ("XML of a part cut", _with(lists=PARTS["word/numbering.xml"][:-9]), r"word/numbering\.xml 第"),
    ("another root", _with(main=b"<worksheet/>"), "没有 Word 的正文"),
    ("entities", _with(main=PARTS[MAIN].replace(b"\n", b"\n" + ENTITY, 1)), "DTD"),
    ("entities in a part", _with(lists=ENTITY + PARTS["word/numbering.xml"].split(b"\n")[-1]), "DTD"),
    ("entities in a relation", _with(root_rels=PARTS["_rels/.rels"].replace(b"\n", b"\n" + ENTITY, 1)), "DTD"),
    ("external entity", _with(main=PARTS[MAIN].replace(b"\n", b'\n<!DOCTYPE x SYSTEM "file:///x">', 1)), "DTD"),
    ("bomb", document(paragraph("零" * (4 << 20)) * 30), "ratio|unpacked|XML 有错"),
    ("nested", document(DEEP), "嵌套得太深.*--limit depth"),
    ("blank", document(paragraph(" ")), "只有空白"),
    ("empty body", document(""), "没有 Word 的正文"),
    ("pictures only", document("<w:p><w:r><w:drawing><w:x/></w:drawing></w:r></w:p>"), "只有图片"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_broken_packages_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason) as caught:
        read_source(data)
    assert "请" in caught.value.mend


def test_an_encrypted_part_is_named() -> None:
    data = bytearray(GOOD)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 1)
    with pytest.raises(ReadError, match="加了密码"):
        read_source(bytes(data))


def test_limits_of_packages() -> None:
    many = zipped({**PARTS, **{f"word/x{number}": b"" for number in range(60)}})
    with pytest.raises(ReadError, match="压缩包里的文件数超过了上限 20"):
        read_source(many, limits=Limits(entries=20))
    deep = document(f"<w:p>{'<w:smartTag>' * 9}<w:r><w:t>甲</w:t></w:r>{'</w:smartTag>' * 9}</w:p>")
    with pytest.raises(ReadError, match="标记嵌套的层数超过了上限 6"):
        read_source(deep, limits=Limits(depth=6))
    long = document(paragraph("零" * 1000) * 800)
    with pytest.raises(ReadError, match="压缩包解开后超过了 1 MiB"):
        read_source(long, limits=Limits(unpacked=1))
    with pytest.raises(ReadError, match="压缩包解开后是原来的倍数超过了上限 200"):
        read_source(long)
    assert read_source(long, limits=Limits(ratio=5000))[0].text.count("\n") == 800


_DAMAGE = st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 255)), min_size=1, max_size=20)
"""Where in a file a byte is changed, as a share of its length, and into what."""


def _damaged(data: bytes, damage: list[tuple[float, int]]) -> bytes:
    changed = bytearray(data)
    for place, byte in damage:
        changed[int(place * len(changed))] = byte
    return bytes(changed)


def _is_read_or_refused(data: bytes) -> bool:
    try:
        return bool(read_source(data)[0].text)
    except ReadError as error:
        return "请" in error.mend


@given(_DAMAGE, st.floats(0.01, 1))
def test_any_damage_is_refused_or_read(damage: list[tuple[float, int]], share: float) -> None:
    assert _is_read_or_refused(_damaged(GOOD, damage))
    assert _is_read_or_refused(GOOD[: int(len(GOOD) * share)])


@given(_DAMAGE, st.sampled_from([name for name in PARTS if name.endswith((".xml", ".rels"))]))
def test_any_damaged_part_is_refused_or_read(damage: list[tuple[float, int]], name: str) -> None:
    assert _is_read_or_refused(zipped({**PARTS, name: _damaged(PARTS[name], damage)}))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_gives_the_same_checklist(path: Path, tmp_path: Path) -> None:
    plain = parse_file(path)
    lines = read_source(path)[0].text.splitlines()
    file = tmp_path / "notice.docx"
    file.write_bytes(document("".join(map(paragraph, lines))))
    notice = parse_file(file)
    assert notice.source.media_type.endswith("wordprocessingml.document")
    keep = {"parts", "tasks", "phases", "metadata"}
    first, second = (_without_places(item.model_dump(include=keep)) for item in (plain, notice))
    assert first == second


def _without_places(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_places(item) for key, item in value.items() if key not in ("span", "start", "end")}
    return [_without_places(item) for item in value] if isinstance(value, list) else value


def test_the_checklist_written_is_read_back() -> None:
    notice = parse(read_source(SAMPLES[0])[0].text)
    source, found = read_source(EXPORTERS["docx"].export_bytes(notice, ""))
    assert not found
    assert len(source.tables) == 1
    rows = [source.text[block.start : block.end] for block in source.blocks if block.kind == "row"]
    assert rows[0].startswith("序号\t任务\t具体措施\t责任单位\t完成时限")
    assert [row.split("\t")[1] for row in rows[1:]] == [task.title for task in notice.tasks]

"""OFD: text in reading order from pages, templates and composite units; what has no text is named."""

import pytest
from damage import damaged, survives
from ofd_maker import IMAGE, Text, ofd, page, pages_of, text_object
from same_notice import checklist_of_file, checklist_of_text, paragraphs

from policykit.readers import Limits, ReadError, read_source
from policykit.readers.ofd.content import _deltas

FULL = "各乡镇卫生院要在2026年6月底前完成家庭医生签约服务协议的签订，重点人群签约率达到75%以上。"
NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


@pytest.mark.parametrize("name", ["hospital-own-plan", "annual-key-points", "municipal-action-with-annexes"])
def test_the_same_checklist_as_of_the_text(name: str) -> None:
    lines = paragraphs(name)
    assert checklist_of_file(ofd(pages_of(lines))) == checklist_of_text(lines)


def test_places_and_pages() -> None:
    lines = ["签约服务工作方案", "一、总体要求", FULL * 2, "二、任务分工", "各科室要落实责任。"]
    source, found = read_source(ofd(pages_of(lines, per_page=6)))
    assert not found
    assert source.text == "".join(f"{line}\n" for line in lines)
    assert [block.locator for block in source.blocks] == [
        "page 1, paragraph 1",
        "page 1, paragraph 2",
        "page 1, paragraph 3",
        "page 2, paragraph 1",
        "page 2, paragraph 2",
    ]


def test_pieces_of_a_line_stand_in_their_order_whatever_order_they_are_drawn_in() -> None:
    pieces = [Text(67.2, 50.4, "号"), Text(28, 50, "青卫发"), Text(28, 60, FULL[:27]), Text(44.8, 50.2, "〔2026〕5")]
    source, _ = read_source(ofd([page("".join(map(text_object, pieces)))]))
    assert source.text.splitlines()[0] == "青卫发〔2026〕5号"


def test_a_template_and_a_composite_unit() -> None:
    template = page(text_object(Text(28, 30, "青溪县卫生健康局文件", 8)))
    unit = f'<ofd:CompositeGraphicUnit ID="7" Width="50" Height="9"><ofd:Content>{text_object(Text(0, 9, "附件"))}'
    unit += '<ofd:CompositeObject ID="8" ResourceID="7" Boundary="0 0 9 9"/></ofd:Content></ofd:CompositeGraphicUnit>'
    resource = f"<ofd:Res {NS}><ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits></ofd:Res>"
    common = '<ofd:PublicRes>Res.xml</ofd:PublicRes><ofd:TemplatePage ID="4" BaseLoc="Tpls/T.xml"/>'
    content = text_object(Text(28, 60, "一、总体要求"))
    content += '<ofd:CompositeObject ID="6" ResourceID="7" Boundary="28 80 50 9" CTM="2 0 0 2 0 0"/>'
    data = ofd(
        [page(content, '<ofd:Template TemplateID="4"/>')],
        common=common,
        parts={"Doc_0/Res.xml": resource, "Doc_0/Tpls/T.xml": template},
    )
    assert read_source(data)[0].text == "青溪县卫生健康局文件\n一、总体要求\n附件\n"


def test_several_documents_follow_each_other() -> None:
    first, second = ["工作方案", FULL, "一、总体要求"], ["任务清单", FULL, "一、开展签约"]
    source, _ = read_source(ofd(pages_of(first), pages_of(second)))
    assert source.text.splitlines() == [*first, *second]
    assert source.blocks[-1].locator == "page 2, paragraph 3"


def test_pages_of_images_are_named() -> None:
    with pytest.raises(ReadError, match=r"没有文字，只有图片或文字的轮廓.*导出为 PDF"):
        read_source(ofd([page(IMAGE)]))
    text = pages_of(["工作方案", "一、总体要求"])
    found = read_source(ofd([*text, page(IMAGE)]))[1]
    assert [(item.code, "第 2 页" in item.message) for item in found] == [("PK151", True)]


DELTAS = [
    ("5.6 5.6", 3, [5.6, 5.6]),
    ("g 3 5.6", 4, [5.6, 5.6, 5.6]),
    ("2 g 2 5 7", 9, [2.0, 5.0, 5.0, 7.0]),
    ("g 99999 1", 3, [1.0, 1.0, 1.0]),
    ("g -1 1 2", 3, [2.0]),
    ("g", 3, []),
    ("x nan inf 1e99", 4, [0.0, 0.0, 0.0, 0.0]),
]


@pytest.mark.parametrize(("text", "count", "expected"), DELTAS)
def test_deltas(text: str, count: int, expected: list[float]) -> None:
    assert _deltas(text, count) == expected


def test_units_that_hold_each_other_many_times_are_refused() -> None:
    inner = "".join(f'<ofd:CompositeObject ID="1" ResourceID="{{}}" Boundary="0 {n} 9 9"/>' for n in range(20))
    units = [
        f'<ofd:CompositeGraphicUnit ID="u{n}"><ofd:Content>'
        f"{inner.replace('{}', f'u{n + 1}') if n < 6 else text_object(Text(0, 9, '签约'))}"
        "</ofd:Content></ofd:CompositeGraphicUnit>"
        for n in range(7)
    ]
    resource = f"<ofd:Res {NS}><ofd:CompositeGraphicUnits>{''.join(units)}</ofd:CompositeGraphicUnits></ofd:Res>"
    data = ofd(
        [page('<ofd:CompositeObject ID="6" ResourceID="u0" Boundary="0 0 9 9"/>')],
        common="<ofd:PublicRes>Res.xml</ofd:PublicRes>",
        parts={"Doc_0/Res.xml": resource},
    )
    with pytest.raises(ReadError, match="一页里的字数超过了上限"):
        read_source(data)


REFUSED = [
    ("no-pages", ofd([]), "一页也没有"),
    ("no-documents", ofd(), "一页也没有"),
    (
        "missing-part",
        ofd([page("")], parts={"Doc_0/Pages/x": ""}).replace(b"Page_0/Content", b"Page_9/Content"),
        "缺少|损坏",
    ),
    ("doctype", ofd([f'<!DOCTYPE a [<!ENTITY b "c">]>{page("")}']), "DTD"),
    ("broken", ofd(["<ofd:Page"]), "XML 有错"),
]


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read_source(data)


def test_pages_are_counted() -> None:
    pages = pages_of(["工作方案", *["各科室要落实责任。"] * 9], per_page=2)
    with pytest.raises(ReadError, match=r"页数超过了上限 3.*pages="):
        read_source(ofd(pages), limits=Limits(pages=3))


def test_any_damage_is_read_or_refused() -> None:
    for copy in damaged(ofd(pages_of(paragraphs("complaint-rules")[:20])), 200):
        survives(copy)

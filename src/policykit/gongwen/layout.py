"""Every figure of the layout, with the clause of GB/T 9704-2012 it comes from and that clause's strength.

规定: the standard says so. 一般, 推荐: the standard says 一般, 推荐. 推算: follows from its figures. 实务: habit, not
in the standard. Lengths in mm, sizes and pitches in points, indents in characters of the text. ``Layout(**changes)``
overrides any of them; ``deviations`` names those that the standard sets otherwise.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any, Literal, NamedTuple

_CHOICES = {"letterhead": ("none", "red", "preprinted"), "page_number": ("outside", "center", "none")}

Strength = Literal["规定", "一般", "推荐", "推算", "实务"]


class Figure(NamedTuple):
    """What a field of ``Layout`` stands for: its unit, the clause, how strongly it is meant, and its meaning."""

    unit: str
    clause: str
    strength: Strength
    meaning: str


def _figure(default: float | str | bool, *about: str) -> Any:
    return field(default=default, metadata={"figure": Figure(*about)})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Layout:
    """The figures of one layout; the defaults are those of the standard."""

    page_width: float = _figure(210, "mm", "5.1", "规定", "纸宽（A4）")
    page_height: float = _figure(297, "mm", "5.1", "规定", "纸高（A4）")
    top_margin: float = _figure(37, "mm", "5.2.1", "规定", "天头")
    left_margin: float = _figure(28, "mm", "5.2.1", "规定", "订口")
    text_width: float = _figure(156, "mm", "5.2.1", "规定", "版心宽")
    text_height: float = _figure(225, "mm", "5.2.1", "规定", "版心高")
    lines: int = _figure(22, "行", "5.2.3", "一般", "每面行数")
    chars: int = _figure(28, "字", "5.2.3", "一般", "每行字数")
    char_spacing: float = _figure(-0.25, "磅", "5.2.3", "推算", "字距：三号字 28 个撑满 156 mm")
    body_font: str = _figure("仿宋", "", "5.2.2", "一般", "正文字体")
    body_size: float = _figure(16, "磅", "5.2.2", "一般", "正文字号（3 号）")
    title_font: str = _figure("方正小标宋简体", "", "7.3.1", "一般", "标题字体")
    title_size: float = _figure(22, "磅", "7.3.1", "一般", "标题字号（2 号）")
    title_pitch: float = _figure(36, "磅", "7.3.1", "实务", "标题行距")
    title_chars: int = _figure(20, "字", "7.3.1", "推算", "标题每行至多字数")
    heading1_font: str = _figure("黑体", "", "7.3.3", "一般", "第一层标题字体")
    heading2_font: str = _figure("楷体", "", "7.3.3", "一般", "第二层标题字体")
    latin_font: str = _figure("Times New Roman", "", "7.3.3", "实务", "西文和数字字体")
    first_indent: float = _figure(2, "字", "7.3.3", "规定", "段首左空")
    letterhead: str = _figure("none", "", "7.2.4", "实务", "版头：none 不要，red 红头，preprinted 已印好版头的纸")
    letterhead_top: float = _figure(35, "mm", "7.2.4", "规定", "发文机关标志上边缘至版心上边缘")
    letterhead_size: float = _figure(36, "磅", "7.2.4", "实务", "发文机关标志字号，长的自动缩小")
    letterhead_suffix: str = _figure("文件", "", "7.2.4", "规定", "发文机关标志名称后的字，可为空")
    number_gap: float = _figure(2, "行", "7.2.5", "规定", "发文字号在标志之下空几行")
    red_line_gap: float = _figure(4, "mm", "7.2.7", "规定", "红线在发文字号之下")
    red_line: float = _figure(0.35, "mm", "7.2.7", "实务", "红线粗细")
    title_gap: float = _figure(2, "行", "7.3.1", "规定", "标题在红线之下空几行")
    addressee_gap: float = _figure(1, "行", "7.3.2", "规定", "主送机关在标题之下空几行")
    note_gap: float = _figure(1, "行", "7.3.4", "规定", "附件说明在正文之下空几行")
    sealed: bool = _figure(True, "", "7.3.5.1", "规定", "加盖印章")
    sealed_gap: float = _figure(3, "行", "7.3.5.1", "推算", "加盖印章的署名在正文之下空几行")
    sealed_right: float = _figure(4, "字", "7.3.5.1", "一般", "加盖印章的成文日期右空")
    unsealed_gap: float = _figure(1, "行", "7.3.5.2", "规定", "不加盖印章的署名在正文之下空几行")
    unsealed_right: float = _figure(2, "字", "7.3.5.2", "规定", "不加盖印章的署名右空")
    date_shift: float = _figure(2, "字", "7.3.5.2", "规定", "成文日期首字比署名首字右移")
    annex_font: str = _figure("黑体", "", "7.3.7", "规定", "“附件”二字字体")
    annex_title_gap: float = _figure(1, "行", "7.3.7", "规定", "附件标题与“附件”之间空几行：在第三行")
    table_size: float = _figure(12, "磅", "8", "实务", "表内字号")
    imprint: bool = _figure(False, "", "7.4", "实务", "印版记")
    imprint_size: float = _figure(14, "磅", "7.4.2", "一般", "版记字号（4 号）")
    imprint_outer: float = _figure(0.35, "mm", "7.4.1", "推荐", "版记首末线粗细")
    imprint_inner: float = _figure(0.25, "mm", "7.4.1", "推荐", "版记中间线粗细")
    page_number: str = _figure("outside", "", "7.5", "规定", "页码：outside 单页居右、双页居左，center 居中，none 不要")
    page_number_font: str = _figure("宋体", "", "7.5", "一般", "页码字体")
    page_number_size: float = _figure(14, "磅", "7.5", "一般", "页码字号（4 号）")
    page_number_gap: float = _figure(7, "mm", "7.5", "规定", "一字线在版心下边缘之下")

    @property
    def pitch(self) -> int:
        """The distance of two lines in twips: as many ``lines`` as fill the height of the text."""
        return int(twips(self.text_height) / self.lines)

    @property
    def char(self) -> int:
        """The distance of two characters in twips."""
        return round((self.body_size + self.char_spacing) * 20)


def twips(mm: float) -> int:
    """Return a length in mm as twentieths of a point."""
    return round(mm * 1440 / 25.4)


def emu(mm: float) -> int:
    """Return a length in mm as the units of drawings, 36,000 a mm."""
    return round(mm * 36000)


def eighths(mm: float) -> int:
    """Return the thickness of a line in mm as eighths of a point."""
    return round(mm * 72 / 25.4 * 8)


def figures() -> dict[str, tuple[Figure, Any]]:
    """Return every figure by its name, with the value of the standard, in the order of a document."""
    return {item.name: (item.metadata["figure"], _kind(item)(item.default)) for item in fields(Layout)}


def _kind(item: "Field[Any]") -> type[Any]:
    """Return the type of a figure: 37 is a length, not a count."""
    return item.type if isinstance(item.type, type) else str


def layout_of(choices: Mapping[str, str]) -> Layout:
    """Return the standard's layout with figures changed, each written as a profile writes it; see ``read_figure``."""
    values: dict[str, Any] = {name: read_figure(name, text) for name, text in choices.items()}
    return Layout(**values)


def read_figure(name: str, text: str) -> float | str | bool:
    """Return the value written for a figure; ValueError, its message saying what may be written, where it is none."""
    _, default = figures()[name]
    choices = _CHOICES.get(name)
    if choices and text not in choices:
        raise ValueError(f"可写：{'、'.join(choices)}")
    if isinstance(default, bool):
        if text not in ("true", "false"):
            raise ValueError("写 true 或 false")
        return text == "true"
    if isinstance(default, str):
        return _read_name(text)
    value = float(text) if re.fullmatch(r"-?[0-9]{1,4}(\.[0-9]{1,4})?", text) else None
    if value is None or not 0.25 <= value / default <= 4 or (isinstance(default, int) and value != int(value)):
        raise ValueError(f"写一个与 {default:g} 相近的数")
    return int(value) if isinstance(default, int) else value


def _read_name(text: str) -> str:
    """Return the name of a font; it stands in an attribute of XML."""
    if len(text) > 40 or re.search("[<>&\"'\x00-\x1f]", text):
        raise ValueError("写一个字体的名称")
    return text


def deviations(layout: Layout) -> Iterator[str]:
    """Yield a sentence for each figure that is not the standard's, choices that it leaves open (实务) left out."""
    for name, (figure, default) in figures().items():
        value = getattr(layout, name)
        if value != default and figure.strength != "实务" and not isinstance(default, bool):
            unit = f" {figure.unit}" if figure.unit else ""
            clause = f"GB/T 9704-2012 第 {figure.clause} 条"
            yield f"{figure.meaning}为 {shown(value)}{unit}，{clause}（{figure.strength}）为 {shown(default)}{unit}"


def shown(value: float | str | bool) -> str:
    """Return a figure as a profile writes it."""
    return str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, int | float) else value

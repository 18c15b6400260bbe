"""Made-up notices for the property tests: random trees of marks, headings and bodies, in random dress."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

HAN = "一二三四五六七八九十"
VERBS = ("加强", "规范", "完善", "推进", "落实", "优化", "强化", "健全")
OBJECTS = (
    "预约诊疗",
    "处方点评",
    "院感防控",
    "病历质量",
    "随访服务",
    "药品采购",
    "设备巡检",
    "人员培训",
    "投诉接待",
    "信息报送",
)
BODIES = (
    "各医疗机构要完善制度，明确专人负责。",
    "由县医保局牵头，县财政局、县卫生健康局配合。",
    "2024年6月底前，县人民医院完成系统改造。",
    "每季度至少开展1次督导检查，合格率达到90%以上。",
    "各科室应当做到：有制度、有记录、有考核；不得弄虚作假。",
    "鼓励有条件的单位先行先试。",
    "依据《青溪县医疗质量管理办法》（青卫发〔2023〕15号）执行。",
    "（责任单位：县医保局、各乡镇卫生院；完成时限：2024年9月底）",
    "到2025年，建成3个示范点，覆盖全部乡镇",
)
HEADS = (
    "",
    "关于开展门诊提优工作的通知\n各乡镇卫生院，县直各单位：\n为提升服务质量，现就有关事项通知如下：\n",
    "青卫发〔2024〕15号\n青溪县门诊提优工作方案\n根据有关要求，结合我县实际，制定本方案。\n",
)
TAILS = (
    "",
    "\n各单位于2024年2月10日前将总结报送县卫生健康局。\n青溪县卫生健康局\n2024年1月15日",
    "\n附件：1.自查表\n2.汇总表\n青溪县卫生健康局\n2024年1月15日\n（联系人：沈致远，电话：0799-5550101）",
)
LADDERS = (
    ("一、", "（一）", "1.", "（1）"),
    ("一、", "1、", "（1）", "①"),
    ("（一）", "1.", "（1）", "①"),
    ("1.", "（1）", "①"),
    ("一、", "(一)", "1．"),
)


@dataclass(frozen=True)
class Item:
    """A section of a made-up notice: heading, body paragraphs, children."""

    title: str
    body: tuple[str, ...] = ()
    children: tuple["Item", ...] = ()


def number(style: str, ordinal: int) -> str:
    """The mark of ``style`` for the number ``ordinal``.

    >>> [number(style, 2) for style in ("一、", "（1）", "①")]
    ['二、', '（2）', '②']
    """
    if style == "①":
        return chr(ord("①") + ordinal - 1)
    return style.replace("一", HAN[ordinal - 1]).replace("1", str(ordinal))


def write_items(items: tuple[Item, ...], ladder: tuple[str, ...], depth: int = 0) -> list[str]:
    """The lines of the items, one a heading or paragraph; a heading with a body runs into its first paragraph."""
    lines: list[str] = []
    for ordinal, item in enumerate(items, 1):
        mark = number(ladder[depth], ordinal)
        first, *rest = item.body or ("",)
        lines += [f"{mark}{item.title}。{first}" if first else f"{mark}{item.title}", *rest]
        if depth + 1 < len(ladder):
            lines += write_items(item.children, ladder, depth + 1)
    return lines


titles = st.builds(str.__add__, st.sampled_from(VERBS), st.sampled_from(OBJECTS))
bodies = st.lists(st.sampled_from(BODIES), max_size=2).map(tuple)
leaves = st.builds(Item, titles, bodies)
items = st.recursive(
    leaves, lambda inner: st.builds(Item, titles, bodies, st.lists(inner, max_size=4).map(tuple)), max_leaves=10
)
bodies_of_notices = st.lists(items, min_size=1, max_size=6).map(tuple)
ladders = st.sampled_from(LADDERS)


@dataclass(frozen=True)
class Made:
    """A made-up notice: what it consists of, and how it is set."""

    items: tuple[Item, ...]
    ladder: tuple[str, ...] = LADDERS[0]
    head: str = ""
    tail: str = ""

    @property
    def text(self) -> str:
        return self.head + "\n".join(write_items(self.items, self.ladder)) + self.tail

    def with_items(self, new: tuple[Item, ...]) -> "Made":
        return replace(self, items=new)


notices = st.builds(Made, bodies_of_notices, ladders, st.sampled_from(HEADS), st.sampled_from(TAILS))


# --- dress: how the same notice comes off a page


def wrapped(text: str, width: int) -> str:
    """Set in lines of one width, a page number after every ten."""
    lines = [line[i : i + width] for line in text.split("\n") for i in range(0, max(len(line), 1), width)]
    pages = ["\n".join(lines[i : i + 10]) for i in range(0, len(lines), 10)]
    return "\n- 1 -\n".join(pages)


DRESSES = (
    lambda text: text,
    lambda text: text.replace("\n", "\n\n"),
    lambda text: text.replace("\n", "\n\u3000\u3000"),
    lambda text: text.replace("\n", ""),
    lambda text: text.replace("\n", "\u3000\u3000"),
    lambda text: text.replace("\n", " "),
    lambda text: wrapped(text, 28),
    lambda text: wrapped(text, 40),
    lambda text: text.replace("（", "(").replace("）", ")").replace("，", ",").replace("：", ":"),
    lambda text: text.replace("。", "。\u200b"),
)
dressed = st.builds(lambda made, dress: dress(made.text), notices, st.sampled_from(DRESSES))

SOUP = (
    "一二三四五六七八九十百、（）()《》〔〕“”。，；：:.-—0123456789①②③第章条款阶段步是要附件年月日底前各县局院科室关于印发的通知方案总结现将责任单位牵头"
    "组长成员达到以上%个每季度 \u3000\t\n\r\u200b\x00\u202e"
)
soups = st.text(alphabet=SOUP, max_size=300)
PIECES: tuple[str, ...] = (
    "一、",
    "（一）",
    "1.",
    "第一条 ",
    "一是",
    "①",
    "附件1",
    "附件：",
    "关于自查的通知",
    "现将《方案》印发给你们。",
    "责任单位：",
    "组  长：",
    "2024年2月30日前",
    "13月底前",
)
PIECES += (
    "青卫发〔20242",
    "各县：",
    "\n",
    "\n\n",
    "\u3000\u3000",
    "《",
    "（",
    "）",
    "索引号：1",
    "浏览量：2",
    "- 1 -",
    "达到90%以上",
    "第一阶段：",
    "首先，",
    "总结一 ",
    "XX",
    "工作目标",
    "加强管理制定计划。",
)
jumbles = st.lists(st.one_of(st.sampled_from(PIECES), titles, st.sampled_from(BODIES)), max_size=25).map("".join)
texts = st.one_of(dressed, soups, jumbles, st.text(max_size=120)).filter(
    lambda text: any("一" <= char <= "龥" for char in text)
)

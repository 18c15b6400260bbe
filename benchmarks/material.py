"""What the benchmarks run over: the sample notices, a generated plan of any length, and hostile text."""

from itertools import count, cycle, islice
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
TEXTS = Path(__file__).with_name("texts")
HAN = "一二三四五六七八九十"

_TASKS = (
    "完善{word}管理制度。各医疗机构要健全{word}工作台账，{month}月底前完成自查，问题整改率达到{share}%以上。",
    "加强{word}队伍建设。县医院牵头组织{word}培训，每季度至少开展{count}次，乡镇卫生院选派骨干参加。",
    "推进{word}信息共享。依托县域平台归集{word}数据，到2026年底，数据上传及时率不低于{share}%。",
    "规范{word}服务流程。优化预约、检查、取药环节，平均等候时间缩短至{count}分钟以内，群众满意度稳步提升。",
    "开展{word}专项检查。{month}月上旬印发检查方案，{month}月15日前各单位将自查情况报送县卫生健康局。",
    "强化{word}绩效考核。将{word}完成情况纳入年度考核，对连续两次排名末位的单位予以约谈，不得弄虚作假。",
)
_OWNERS = (
    "（责任单位：县卫生健康局、县医院；完成时限：2026年{month}月底）",
    "（牵头单位：县医保局；配合单位：县财政局、各乡镇卫生院）",
    "县疾控中心牵头，县妇幼保健院按职责分工负责。",
    "",
)
_WORDS = (
    *("药品耗材", "医疗质量", "病案", "护理", "院感", "急诊", "慢病随访"),
    *("家庭医生签约", "转诊", "检验互认", "预约诊疗", "应急演练", "健康教育"),
)

HOSTILE: dict[str, str] = {
    "数字": "1234567890",
    "一": "一",
    "、": "、",
    "（": "（",
    "）": "）",
    "空格": "中 ",
    "全角空格": "　" * 40 + "文",
    "责任单位：": "责任单位：",
    "2023年": "2023年",
    "2023年1月1日": "2023年1月1日",
    "6月底前": "6月底前",
    "是": "是",
    "要": "要",
    "空行": "\n" * 60 + "文",
    "一、": "一、",
    "一、换行": "一、\n",
    "1、加强管理换行": "1、加强管理\n",
    "第一条": "第一条",
    "附件：": "附件：",
    "附件换行": "附件1\n",
    "组长：换行": "组长：\n",
    "《": "《",
    "“": "“",
    "“”": "“”",
    "90%": "90%",
    "指标逗号": "服务项目不少于15项，",
    "电话": "电话：12345678",
    "短行": "　　加强管理。\n",
    "标题换行": "关于开展整治工作方案\n",
    "一段多句": "加强管理，县医院要在6月底前报送方案。",
    "多段多句": "加强管理，县医院要在6月底前报送方案。（责任单位：县医院）\n",
}
"""Names of hostile texts and what each repeats: no notice, but what a damaged or malicious file may hold."""


def notices() -> dict[str, str]:
    """The text of every sample notice by its name: short, with many forms of everything in few words."""
    return {path.stem: read(path) for path in sorted(SAMPLES.glob("*.txt"))}


def documents() -> dict[str, str]:
    """The notices in ``texts``: as long, and as full of duties, dates and figures, as those that offices receive."""
    return {path.stem: read(path) for path in sorted(TEXTS.glob("*.txt"))}


def read(path: Path) -> str:
    """The text of a file in UTF-8 or GB18030."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def plan(size: int) -> str:
    """One plan of about ``size`` bytes of UTF-8: title, numbered sections, measures, owners, deadlines, signature."""
    lines = ["青溪县2026年医疗服务提升工作方案", "", "各乡镇卫生院，县直各医疗机构："]
    total = 0
    for chapter in map(_chapter, count(1)):
        if total >= size:
            break
        lines += chapter
        total += sum(len(line.encode()) + 1 for line in chapter)
    return "\n".join([*lines, "青溪县卫生健康局", "2026年1月28日", ""])


def _chapter(number: int) -> list[str]:
    lines = [f"{_han(number)}、{_WORDS[number % len(_WORDS)]}提升行动"]
    for item in range(1, 7):
        values = {
            "word": _WORDS[(number * 5 + item) % len(_WORDS)],
            "month": 1 + (number + item) % 12,
            "share": 70 + (number * 3 + item) % 30,
            "count": 2 + (number + item * 7) % 40,
        }
        lines.append(f"（{_han(item)}）" + _TASKS[item - 1].format(**values))
        lines.append(_OWNERS[(number + item) % len(_OWNERS)].format(**values))
    return lines


def _han(number: int) -> str:
    """Write 1 to 99 in Chinese, then begin again, as a text of several documents does."""
    tens, ones = divmod((number - 1) % 99 + 1, 10)
    text = "十" if tens == 1 else HAN[tens - 1] + "十" if tens else ""
    return text + (HAN[ones - 1] if ones else "")


def joined(size: int) -> str:
    """All sample notices one behind the other, as one text, until it has ``size`` bytes of UTF-8."""
    pieces: list[str] = []
    total = 0
    for text in cycle(notices().values()):
        if total >= size:
            return cut("\n".join(pieces), size)
        pieces.append(text)
        total += len(text.encode())
    return ""


def hostile(name: str, size: int) -> str:
    """The hostile text ``name``, ``size`` bytes of UTF-8."""
    unit = HOSTILE[name]
    return "".join(islice(cycle(unit), size * len(unit) // len(unit.encode())))


def cut(text: str, size: int) -> str:
    """``text``, at most ``size`` bytes of UTF-8 of it."""
    return text.encode()[:size].decode("utf-8", "ignore")

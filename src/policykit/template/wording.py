"""Wording of a plan: punctuation of official documents, the hospital for 各医疗机构, blanks for what is not known."""

import re
from collections.abc import Iterable

_BLANK = re.compile(r"【待补[^【】\n]{0,60}】")

_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_HALF = re.compile(r"[,;:?!](?![0-9A-Za-z/])|(?<![0-9A-Za-z])[,;:?!]|[()]")
_QUOTED = re.compile(r'"([^"\n]{1,200})"')
_SINGLE = re.compile(r"'([^'\n]{1,200})'")
_STRAIGHT = re.compile("[\"'](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[\"']")
_NUMBER = re.compile(r"[\[［【（(]\s?((?:19|20)[0-9]{2})\s?[\]］】）)]\s?第?0{0,3}([1-9][0-9]{0,4})\s?号")
_ZERO = re.compile(r"(?<=年)0(?=[1-9]月)|(?<=月)0(?=[1-9]日)")
_MARKUP = re.compile(r"\*\*|`{1,3}|^[-*#\s　]{1,9}(?=\S)", re.M)
_STRETCH = re.compile(r"[ \t\u3000\xa0]{2,}")

# Whom a notice addresses, and who is meant in the hospital's own plan; the longest first.
_ADDRESSED = (
    *("各级各类医疗卫生机构", "各级各类医疗机构", "各医疗卫生机构", "各医疗卫生单位", "各级医疗机构", "各有关医疗机构"),
    *("各医疗机构", "各医疗单位", "各级医院", "各医院", "各单位"),
)
_ISSUER = ("我委", "我局")


def blank(what: str) -> str:
    """Return the place of something that only people know.

    >>> blank("组长")
    '【待补：组长】'
    """
    return f"【待补：{what}】"


UNDECIDED = "【待定】"


def formal(text: str) -> str:
    """Return the text in the punctuation of official documents; no word of it changes.

    >>> formal("于2023年02月10日前,结合实际(见附件)制定.")
    '于2023年2月10日前，结合实际（见附件）制定.'
    """
    text = _MARKUP.sub("", _STRETCH.sub(" ", text))
    text = _NUMBER.sub(r"〔\1〕\2号", text)
    text = _STRAIGHT.sub("’", _SINGLE.sub(r"‘\1’", _QUOTED.sub(r"“\1”", text)))
    text = _HALF.sub(lambda match: match[0].translate(_FULL), text)
    return _ZERO.sub("", text).strip()


def own(text: str, short_name: str, superior: str) -> str:
    """Return a notice's words as the hospital says them: 我院 for those addressed, the superior's name for 我委.

    >>> own("各医疗机构要按我局要求落实", "我院", "青溪县卫生健康局")
    '我院要按青溪县卫生健康局要求落实'
    """
    for words, name in ((_ADDRESSED, short_name), (_ISSUER, superior)):
        for word in words:
            text = text.replace(word, name) if name else text
    return text


def cited(title: str, number: str | None) -> str:
    """Return a document as it is cited: 《…》（…号), the title's own book marks made single.

    >>> cited("关于印发《青溪县方案》的通知", "青卫发〔2024〕3号")
    '《关于印发〈青溪县方案〉的通知》（青卫发〔2024〕3号）'
    """
    inner = title.replace("《", "〈").replace("》", "〉")
    return f"《{inner}》（{number or blank('文号')}）"


def sentence(text: str) -> str:
    """Return the text ended by a full stop.

    >>> sentence("加强管理；"), sentence("完成。")
    ('加强管理。', '完成。')
    """
    text = text.rstrip(" \u3000\n，；、：,;:")
    return text if text.endswith(("。", "！", "？", "）", "】", "”")) or not text else f"{text}。"


def bare(text: str) -> str:
    """Return the letters, digits and characters of a text alone, for comparing what it says."""
    return re.sub(r"[\W_]", "", text)


def listed(names: Iterable[str]) -> str:
    """Return names joined by 、, each once."""
    return "、".join(dict.fromkeys(names))


def count_blanks(texts: Iterable[str]) -> dict[str, int]:
    """Return every kind of blank in the texts with how often it stands there, in order of first use."""
    counts: dict[str, int] = {}
    for text in texts:
        for match in _BLANK.finditer(text):
            counts[match[0]] = counts.get(match[0], 0) + 1
    return counts

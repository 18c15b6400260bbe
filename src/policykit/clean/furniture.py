"""What a web page or a download site put around the text: set aside, its facts kept for the metadata."""

from collections.abc import Iterator
from typing import NamedTuple

from policykit.clean.lines import Line
from policykit.data.page_labels import FACT_KEYS
from policykit.text.chars import HAN
from policykit.text.fold import fold
from policykit.text.lazy import Lazy, verbose

REACH = 60
"""Furniture is looked for in this many lines from either end of the text."""

_FACT = Lazy(r"[•·*\-\[【 ]{0,6}(?P<key>\w[\w ]{1,14})(?P<mark>[\]】 ]{0,2}:| ?[\]】])(?P<value>.*)")

# Every alternative begins with a literal, so that the engine skips to those; it looks back at what stands before.
_WEB = verbose(
    r"""浏览(?:量|次数|器|:)|阅读(?:量|次数|全部|全文|:)|点击(?:数|率|次数|下载|浏览)|字号:|字体:|打印(?:本页|此页|\b|】|\|)|扫一扫
      |扫码(?:关注|查看|分享)|分享(?:到|按钮|:)|位置(?<=当前位置|您的位置|所在位置)|首页\s?>|返回(?:首页|顶部)|上一篇|下一篇
      |版权(?:所有|归|争议|声明)|内容版权|主办单位:|承办单位:|ICP备|公网安备|网站(?:标识码|地图|声明|纠错|客服|无障碍)|联系我们|关于我们
      |迅雷|下载(?:后|积分|本文|次数)|金币|资源(?:ID|大小|格式)|文档格式|全文页数|推荐(?:专题|阅读|推荐|文章|解读|链接|附件|文档)
      |相关(?:专题|阅读|推荐|文章|解读|链接|附件|文档)|猜你喜欢|责任编辑|加入收藏|收藏本站
      |小编|用户上传|本站|积分归|侵权内容|存储空间|上传发布|关闭窗口|附件下载|友情提示|免费下载|预览文档|试题试卷|保存网页|压缩文件
      |B\b(?:(?<=\d[KMG]B)|(?<=\d\s[KMG]B))|发布者|编辑:|来源:|发布(?:(?<=\d{4}-\d{2}-\d{2}发布)|(?<=\d{4}-\d{2}-\d{2}\s发布))
      |>(?<=\S\s>)\s\S|\.(?:docx?|wps|pdf|txt|rtf)$""",
)
_WEB_LINE = verbose(
    r"""字号|首页|\W{0,6}\d{1,4}\s?页$|[|•·*\- ]{0,12}$|(?:政策|文件|图文|一图读懂)?解读$
      |(?:简|繁|EN|大|中|小|默认|超大|退出|更多|登录|注册|收藏|留言|举报|打印|分享|无障碍|个人中心|邮箱)$""",
)
"""What a line of the page begins with, or is."""

_NOTE = Lazy("用户上传|会员|本站|本网|版权|下载|客服|小编|积分|金币|本?文档|存储空间|侵权|浏览器|水印")
"""What a whole sentence must speak of to be the page's and not the text's."""

_STRONG = verbose(
    rf"""第[一二三四五六七八九十百\d]{{1,4}}[章条]
      |[一二三四五六七八九十]{{1,3}}、
      |\([一二三四五六七八九十]{{1,3}}\)
      |[^,。;]{{2,30}}[〔\[(]\d{{4}}[〕\])]\s?第?\s?\d{{1,5}}\s?号$
      |各[^。]{{2,80}}:$
      |(?:{HAN}|[()·\s]){{4,60}}文件$""",
)
_TITLE_LIKE = Lazy(
    r"^(?![^关]{0,20}:)(?:[^《》]{0,80}关于.{4}|.*(?:方案|通知|意见|办法|措施|要点|总结|计划|细则|规定|报告|通报|批复|规划)(?:[(「《].{1,12}[)」》])?(?:\.docx?)?$)"
)


class Fact(NamedTuple):
    """A fact the page states beside the text: the metadata field it feeds, its words, and where they stand."""

    field: str
    value: str
    start: int
    end: int


def set_aside_furniture(lines: list[Line]) -> tuple[list[Line], list[Fact], list[Line]]:
    """Split off the page's head and tail: ``(lines of the text, facts read from the head, lines set aside)``.

    Guarantees: 1. what is set aside is one run of lines at the top and one at the bottom, none from between; 2. each
    run ends in a line that only a page has, and holds no numbered heading, addressee, document number on a line of
    its own, or paragraph of prose; 3. facts are read before their lines are set aside; 4. a title that stands above
    the page's facts and nowhere else stays with the text.
    """
    head = _reach(lines[:REACH])
    tail = len(lines) - _reach(lines[: head - 1 if head else None : -1][:REACH])
    top, body = lines[:head], lines[head:tail]
    facts = list(_facts(top))
    if not any(_looks_like_title(fold(line.text)) for line in body[:8]):
        titles = [index for index, line in enumerate(top) if _is_own_title(fold(line.text))]
        if titles:
            body = [top.pop(titles[-1]), *body]
    return body, facts, top + lines[tail:]


def _is_own_title(plain: str) -> bool:
    return _looks_like_title(plain) and not _is_furniture(plain)


def _reach(lines: list[Line]) -> int:
    """How many of ``lines`` (from the edge inwards) belong to the page: up to the last that only a page has."""
    found = 0
    waiting: str | None = None
    for index, line in enumerate(lines):
        plain = fold(line.text)
        if (waiting is not None and _is_value(plain, waiting)) or _is_furniture(plain):
            found = index + 1
            waiting = _awaited(plain) if waiting is None else None
        elif line.row or _is_text(plain):
            break
        else:
            waiting = None
    return found


def _awaited(plain: str) -> str | None:
    """The field whose value a label alone on its line announces."""
    fact = _read_fact(plain)
    return fact[0] if fact and not plain[fact[1] :].strip() else None


def _is_value(plain: str, field: str) -> bool:
    """Whether a line under a label without a value is that value, and not the first line of the text."""
    if _read_fact(plain) or ">" in plain:
        return False
    if field in {"document_number", "page_title"}:
        return True
    return "关于" not in plain and not _STRONG.match(plain)


def _is_furniture(plain: str) -> bool:
    if len(plain) > 160:
        return False
    if _read_fact(plain) is not None:
        return True
    if len(plain) >= 30 and plain.endswith("。"):
        found = _NOTE.search(plain)
    else:
        found = _WEB_LINE.match(plain) or _WEB.search(plain)
    return found is not None and not _STRONG.match(plain)


def _is_text(plain: str) -> bool:
    prose = (len(plain) >= 30 and plain.endswith("。")) or (len(plain) >= 60 and any(mark in plain for mark in "。,;"))
    return prose or _STRONG.match(plain) is not None


def _read_fact(plain: str) -> tuple[str, int] | None:
    """The field and the offset of the value if ``plain`` is a labelled fact such as ``索 引 号：…``."""
    match = _FACT.match(plain)
    if match is None:
        return None
    field = FACT_KEYS.get(match["key"].replace(" ", ""))
    return None if field is None else (field, match.start("value"))


def _facts(lines: list[Line]) -> Iterator[Fact]:
    """The facts of a page's head; a label alone on its line takes the next line as its value."""
    waiting: str | None = None
    for line in lines:
        plain = fold(line.text)
        fact = _read_fact(plain)
        if waiting and _is_value(plain, waiting):
            yield _fact(waiting, line, 0)
        elif fact and fact[0] and plain[fact[1] :].strip():
            yield _fact(fact[0], line, fact[1])
        elif _is_own_title(plain):
            yield _fact("page_title", line, 0)
        waiting = _awaited(plain)


def _fact(field: str, line: Line, offset: int) -> Fact:
    value = line.text[offset:]
    start = line.pieces[0][0] + offset + len(value) - len(value.lstrip())
    return Fact(field, value.strip(), start, line.pieces[-1][1])


def _looks_like_title(plain: str) -> bool:
    return 8 <= len(plain) <= 110 and _TITLE_LIKE.search(plain) is not None and "。" not in plain

"""How strongly a measure binds (语气): must, should, may, explore, must_not, from the first verb that governs it.

The words before a comma that only lead up to the clause (2月底前, 结合实际) are stepped over; a plain imperative binds
(加强…, 建立… are must), so 鼓励 in a later clause changes nothing. 要 and 应 give way to what they govern: 要积极探索
is explore, 应当杜绝 is must_not. 原则上, 力争, 争取, 尽量 and 宜 are should: they bind and leave room.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from policykit.data.acting import INTRO_ENDS, INTRO_STARTS
from policykit.data.units import CLASS_ENDINGS, NAME_STARTS, UNIT_ENDINGS, words
from policykit.model.notice import Modality
from policykit.text.lazy import Lazy

LOOK_AHEAD = 160  # characters of a measure in which its governing verb must stand


class MoodRow(NamedTuple):
    """Words of one modality.

    ``governs``: they govern wherever they stand in the clause, not only at its head. ``not_before``, ``not_after``:
    characters that may not stand next to them; ``only_after``: characters of which one must follow. ``opens``: verbs
    of which one must stand before them and is the head (开展…试点). ``nouns``: what makes a noun of them (支持政策).
    """

    name: str
    modality: Modality
    words: str
    governs: bool
    matches: tuple[str, ...]
    misses: tuple[str, ...] = ()
    not_before: str = ""
    not_after: str = ""
    only_after: str = ""
    opens: str = ""
    nouns: str = ""


MOODS: tuple[MoodRow, ...] = (
    MoodRow(
        "forbid",
        "must_not",
        "不得 严禁 不准 不允许 一律不",
        True,
        ("严禁弄虚作假。", "各单位不得以任何理由拖延。", "对患者隐私不得泄露。", "未经批准,不得停诊。"),
        ("加强管理,严禁外泄。", "完善台账,不得遗漏。", "不得不推迟的要报告。", "在不得超标的前提下,各单位要扩大服务。"),
        not_after="不已",
    ),
    MoodRow(
        "forbid-at-head",
        "must_not",
        "禁止 杜绝",
        False,
        ("禁止收取押金。", "坚决杜绝重复检查。", "应当杜绝浪费。", "严格禁止外借。"),
        ("建立禁止清单。",),
    ),
    MoodRow(
        "soft",
        "should",
        "原则上 力争 争取 尽量 尽可能",
        True,
        ("原则上每季度开展一次。", "力争年底前建成。", "各科室尽量错峰安排。"),
        ("加快建设,力争年底前建成。",),
    ),
    MoodRow(
        "soft-word",
        "should",
        "宜",
        True,
        ("抽样宜采用随机方式。",),
        ("制定适宜技术目录。",),
        not_before="适便事不合时",
        only_after="采设在由以按选",
    ),
    MoodRow(
        "conditional",
        "may",
        "有条件的",
        False,
        ("有条件的乡镇卫生院开设夜间门诊。",),
        ("为有条件的村配备设备。",),
    ),
    MoodRow(
        "allow",
        "may",
        "可以",
        True,
        ("村卫生室可以延时服务。",),
        ("加强督导,可以约谈。",),
    ),
    MoodRow(
        "allow-word",
        "may",
        "可",
        True,
        ("各地可结合实际细化措施。",),
        ("制定可复制的经验清单。", "提高服务可及性。", "申领许可按规定办理。"),
        not_before="许认不",
        only_after="结根采视按适参自通向申在由对先开凭选",
    ),
    MoodRow(
        "encourage",
        "may",
        "鼓励 支持 倡导 提倡 引导支持 引导和支持 允许",
        False,
        ("鼓励医务人员参加培训。", "支持企业技术改造。", "优先支持边远地区。", "各地要鼓励社会力量参与。"),
        ("加强培训,鼓励医务人员参加。", "完善支持政策。", "支持政策要落实到位。"),
        nouns="政策要 政策应 政策须 政策必 政策落 力度 体系",
    ),
    MoodRow(
        "explore",
        "explore",
        "探索 试行 先行先试",
        False,
        ("探索建立联合门诊。", "要积极探索分级付费。", "试行弹性排班。"),
        ("建立探索性课题库。", "试行方案另发。"),
        not_after="性方",
    ),
    MoodRow(
        "pilot",
        "explore",
        "试点",
        False,
        ("组织开展日间手术试点。", "启动家庭病床试点工作。"),
        ("推进试点地区建设。", "总结试点经验。"),
        not_after="地单城医项区省县",
        opens="开展 推进 组织 实施 启动",
    ),
    MoodRow(
        "oblige",
        "must",
        "要",
        True,
        ("各医疗机构要健全制度。", "要鼓足干劲。"),
        not_before="重主纪摘必需概",
        not_after="求素点件闻",
    ),
    MoodRow(
        "oblige-word",
        "must",
        "应当 应 必须 务必 须 负责",
        True,
        ("县级医院应设专窗。", "必须按时报送。", "加强督导。", "建立台账。"),
        not_after="急用届付收知人",
    ),
)

_ADVERBS = words(
    """
    积极 大力 进一步 稳步 有序 逐步 主动 继续 坚决 严格 优先 重点 并 同时 也 均 都 还 全面 着力 稳妥 深入 先行 加快
    切实
    """
)
_SUBJECT_ENDINGS = (*UNIT_ENDINGS, *CLASS_ENDINGS)
_STOP = Lazy("[,。;\n]")
_ORDINAL_CHARS = " (一二三四五六七八九十0123456789)、.是①②③④⑤⑥⑦⑧⑨"


_ROW_OF = {word: row for row in MOODS for word in row.words.split()}


@cache
def _moods() -> re.Pattern[str]:
    return _any_of(_ROW_OF)


@cache
def _softer() -> re.Pattern[str]:
    return _any_of(word for word, row in _ROW_OF.items() if row.modality != "must")


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


class Mood(NamedTuple):
    """The word that governs a measure, at ``fold[start:end]``, and its row."""

    row: MoodRow
    start: int
    end: int


class Modalities:
    """How strongly the measures of one text bind: most hold no word but of must, and are not read for one."""

    def __init__(self, fold: str) -> None:
        self._fold = fold
        self._words = [*(word.start() for word in _softer().finditer(fold)), len(fold)]

    def of(self, start: int, end: int) -> Modality:
        """Return what ``find_modality`` returns."""
        words = self._words
        return find_modality(self._fold, start, end) if words[bisect_left(words, start)] < end else "must"


def find_modality(fold: str, start: int, end: int) -> Modality:
    """Return how strongly ``fold[start:end]`` binds, ``must`` where nothing softens or forbids.

    >>> find_modality("鼓励医务人员参加培训。", 0, 11), find_modality("加强培训,鼓励参加。", 0, 10)
    ('may', 'must')
    """
    mood = find_mood(fold, start, end)
    return mood.row.modality if mood else "must"


def find_mood(fold: str, start: int, end: int) -> Mood | None:
    """Return the word that governs ``fold[start:end]``, None for a plain imperative."""
    clause, mood = start, None
    for match in _moods().finditer(fold, start, min(end, start + LOOK_AHEAD)):
        row, (at, stop) = _ROW_OF[match[0]], match.span()
        if not _fits(fold, row, at, stop) or (row.governs and _is_aside(fold, at, end)):
            continue
        clause = _clause_of(fold, clause, at)
        if clause < 0:
            return mood
        if row.modality == "must":
            clause, mood = stop, Mood(row, at, stop)
        elif row.governs or _at_head(fold, clause, _head(fold, row, clause, at)):
            return Mood(row, at, stop)
    return mood


def _fits(fold: str, row: MoodRow, start: int, end: int) -> bool:
    """Tell whether the characters beside a word leave it what it is: 要, not 重要 or 要求."""
    if row.not_before and start and fold[start - 1] in row.not_before:
        return False
    after = fold[end : end + 1]
    if (after and after in row.not_after) or (row.nouns and fold.startswith(tuple(row.nouns.split()), end)):
        return False
    return not row.only_after or bool(after and after in row.only_after)


def _is_aside(fold: str, at: int, end: int) -> bool:
    """Tell whether a clause only says under what condition: 在严禁超标的前提下, 按照不得外泄的要求."""
    stop = fold.find(",", at, min(end, at + _ASIDE_MAX))
    return stop >= 0 and fold.endswith(_ASIDE_ENDS, at, stop) and fold.find("。", at, stop) < 0


_ASIDE_MAX = 40
_ASIDE_ENDS = words("前提下 基础上 的要求 原则 精神 的同时 的规定 情况下 条件下 要求下")


def _head(fold: str, row: MoodRow, clause: int, at: int) -> int:
    """Return where the verb stands that must be the head of the clause, -1 where a needed one is missing."""
    if not row.opens:
        return at
    found = [verb for word in row.opens.split() if (verb := fold.find(word, max(clause, at - 14), at)) >= 0]
    return min(found, default=-1)


def _clause_of(fold: str, clause: int, at: int) -> int:
    """Return where the clause of ``at`` begins, -1 where a clause before it already says what to do."""
    while True:
        match = _STOP.search(fold, clause, at)
        if match is None:
            return clause
        stop = match.start()
        if fold[stop] != "," or not (fold[stop - 1] in INTRO_ENDS or fold.startswith(INTRO_STARTS, clause)):
            return -1
        clause = stop + 1


def _at_head(fold: str, clause: int, at: int) -> bool:
    """Tell whether nothing but ordinals, a subject and adverbs stands between the clause's beginning and ``at``."""
    if at < 0:
        return False
    end = at
    while fold.endswith(_ADVERBS, clause, end):
        end -= next(len(word) for word in _ADVERBS if fold.endswith(word, clause, end))
    before = fold[clause:end].lstrip(_ORDINAL_CHARS).rstrip()
    return not before or (before.endswith(_SUBJECT_ENDINGS) and not before.startswith(NAME_STARTS))

"""Policies cited (引用文件): titles in 《…》, the document numbers beside them, and numbers cited alone.

Sources of the rules: GB/T 9704-2012 on the document number (机关代字、年份、序号: 云政办发〔2024〕41号) and on citing a
document (title first, its number after it in brackets).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

_LONGEST_TITLE = 150
_MARKS = (Lazy("《"), Lazy("》"))

_OPENING = Lazy(r"\s{0,3}[(] ?")
_YEAR = r"[〔\[(【] ?(?:19|20)[0-9]{2} ?[〕\])】]"
_SERIAL = r" ?(?:第 ?)?[0-9]{1,5} ?号"
_YEAR_SERIAL = Lazy(rf"{_YEAR}{_SERIAL}")
_SERIAL_END = Lazy("号")
_LONGEST_YEAR_SERIAL = 24
_AGENCY = Lazy(rf"{HAN}{{2,14}} ?$")

# what the text uses 《》 for that is no policy, by how its name ends: papers, forms, letters, certificates, books
_NO_POLICY = tuple(
    word
    for words in (
        "登记表 申请表 申报表 统计表 汇总表 记录表 明细表 审批表 审核表 报名表 报告表 评价表 评分表 测评表 调查表",
        "情况表 一览表 备案表 名册 台账 告知书 通知书 承诺书 责任书 协议书 委托书 授权书 申报书 任务书 申请书 决定书",
        "建议书 推荐书 保证书 意见书 同意书 说明书 合同 回执 证明 证书 许可证 资格证 执照 合格证 发票 收据",
        "报表 周刊 月刊 期刊 杂志 简报 手册 教材 读本 画册",
    )
    for word in words.split()
)
_REPORTS = ("通报", "公报", "预报", "汇报")  # any other 《…报》 is a newspaper
_OWN = Lazy(r"\s?(?:[(]详?见附件|一[文书诗歌])")
_ALIAS = Lazy(r"(?:简称|下称|统称)[:为]?[“\"]?$")
# words of the sentence that run into the agency's code: 按照|云政办发〔2024〕41号
_CITED = Lazy(
    r".*(?:根据|依据|按照|遵照|参照|对照|贯彻|落实|执行|印发|转发|详见|依照|适用|以及|[按以和与及为经由在见原将对的])"
)
_SPEAKS = Lazy(r" ?(?:文件|文)?(?:规定|要求|精神|执行|印发|文件|文|通知|转发|下发|批复|同意|部署)")


class FoundReference(NamedTuple):
    """A policy cited: ``title`` without its marks and ``document_number``, each where it stands, or None."""

    start: int
    end: int
    title: tuple[int, int] | None
    document_number: tuple[int, int] | None


def find_references(fold: str) -> list[FoundReference]:
    """Find every policy cited, in the order of the text; newspapers, forms, certificates and short names are none.

    A title may hold further marks (《…关于印发〈…〉的通知》 or 《…《…》…》): the outermost is taken. A number counts as
    cited alone where the words round it say so (按照云政办发〔2024〕41号文件精神); the notice's own number does not.
    """
    titled = list(_titled(fold))
    taken = {r.document_number for r in titled if r.document_number}
    alone = [r for r in _alone(fold) if r.document_number not in taken and not _inside(titled, r.start)]
    return sorted([*titled, *alone], key=lambda r: r.start)


def _inside(titled: list[FoundReference], at: int) -> bool:
    low, high = 0, len(titled)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if titled[middle].end <= at else (low, middle)
    return low < len(titled) and titled[low].start <= at


def _titled(fold: str) -> Iterator[FoundReference]:
    pairs = list(_outer_marks(fold))
    aliases = {fold[start + 1 : end - 1] for start, end in pairs if _ALIAS.search(fold, max(0, start - 6), start)}
    for start, end in pairs:
        title = fold[start + 1 : end - 1]
        if len(title.strip()) < 3 or title in aliases or _is_no_policy(title) or _OWN.match(fold, end):
            continue
        number, stop = _number_after(fold, end)
        yield FoundReference(start, stop, (start + 1, end - 1), number)


def _is_no_policy(title: str) -> bool:
    bracket = title.rfind("(") if title.endswith(")") else -1
    name = (title[:bracket] if bracket > 0 else title).rstrip()
    return name.endswith(_NO_POLICY) or (name.endswith("报") and not name.endswith(_REPORTS))


def _outer_marks(fold: str) -> Iterator[tuple[int, int]]:
    """Pair the outermost 《 》; an opening mark that nothing closes near by is given up."""
    opened: list[int] = []
    for at in sorted([m.start() for mark in _MARKS for m in mark.finditer(fold)]):
        if opened and at - opened[0] > _LONGEST_TITLE:
            opened.clear()
        if fold[at] == "《":
            opened.append(at)
        elif opened:
            start = opened.pop()
            if not opened:
                yield start, at + 1


def _number_after(fold: str, at: int) -> tuple[tuple[int, int] | None, int]:
    """The number in the brackets right after a title, and where those close: 》(云园林〔2024〕8号,以下简称…)."""
    m = _OPENING.match(fold, at)
    number = _number_at(fold, m.end(), m.end() + 40) if m else None
    if m is None or number is None or number[0] != m.end():
        return None, at
    close = fold.find(")", number[1], number[1] + 40)
    return number, close + 1 if close >= 0 else number[1]


def _number_at(fold: str, start: int, end: int) -> tuple[int, int] | None:
    m = _YEAR_SERIAL.search(fold, start, end)
    agency = _AGENCY.search(fold, max(start, m.start() - 15), m.start()) if m else None
    return (agency.start(), m.end()) if m and agency else None


def _alone(fold: str) -> Iterator[FoundReference]:
    """Numbers cited without a title, where the words before or after say that they are cited."""
    last = 0
    for end in _SERIAL_END.finditer(fold):
        m = _YEAR_SERIAL.search(fold, max(last, end.start() - _LONGEST_YEAR_SERIAL), end.end())
        last = end.end()
        agency = _AGENCY.search(fold, max(0, m.start() - 15), m.start()) if m else None
        if m is None or agency is None:
            continue
        cue = _CITED.match(agency[0])
        start = agency.start() + (cue.end() if cue else 0)
        if m.start() - start >= 2 and (cue or _SPEAKS.match(fold[m.end() : m.end() + 6])):
            yield FoundReference(start, m.end(), None, (start, m.end()))


def read_document_number(fold: str) -> tuple[int, int] | None:
    """Where the 发文字号 stands in ``fold``, a line or a stretch of one; None where there is none to be trusted.

    The number must stand alone: from the beginning, a space, a bracket or a label on (发文字号：), and up to the end, a
    space or a bracket. One cited in a sentence or after a title is not the notice's own; a garbled one
    (青卫函〔20246) is None, see `looks_garbled_number`.
    """
    if "号" not in fold:
        return None
    for m in _standing().finditer(fold):
        if "》" not in fold[max(0, m.start() - 2) : m.start()]:
            return m.span(str(m.lastgroup))
    return None


@cache
def _standing() -> re.Pattern[str]:
    body = rf"{HAN}{{2,16}} ?{_YEAR}{_SERIAL}"
    order = rf"{HAN}{{2,16}}(?:令|公告|通告) ?(?:[0-9]{{4}} ?年)? ?第 ?[0-9]{{1,4}} ?号"
    alone = rf"(?:^|(?<=[\s:(\]]))(?P<number>{body}|{order})(?=$|[\s)])"
    return re.compile(rf"{alone}|(?<=文件)(?P<headed>{HAN}{{2,12}} ?{_YEAR}{_SERIAL})")  # a flattened letterhead


@cache
def _garbled() -> re.Pattern[str]:
    return re.compile(
        rf"\s*\(?{HAN}{{1,14}}"
        r"[发函字办文规通政卫医令电教财建民][ ]{0,2}"
        r"(?:[〔\[(〕\])] ?[0-9]{0,6}[ 〔\[(〕\])]{0,3}[0-9]{0,5} ?号?|[0-9]{4} ?[〕\])] ?[0-9]{0,5} ?号?)\)?\s*"
    )


_BRACKETS = frozenset("〔〕[]()")


def looks_garbled_number(fold: str) -> bool:
    """Whether ``fold``, a line, was meant as a 发文字号 but cannot be read as one: 青卫函〔20246, 青政发〔〕号.

    >>> looks_garbled_number("青卫函〔20246"), looks_garbled_number("青卫函〔2024〕6号")
    (True, False)
    """
    if len(fold) > 60 or _BRACKETS.isdisjoint(fold):
        return False
    return _garbled().fullmatch(fold) is not None and read_document_number(fold) is None

"""Leading groups and their people (领导小组): lists of 组长：…, and sentences such as 由…任组长, 以…为组长的…小组."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from policykit.text.chars import HAN
from policykit.text.lazy import Lazy

Names = list[tuple[int, int]]

_APART = 400  # characters between two roles of one group, at most
_BACK = 200  # how far before its first role a group may be named
_LONGEST = 600  # characters of one role's list of people
_G = " {0,8}"
_HEADS = (
    rf"(?:(?:常务|第一)?副{_G})?(?:组{_G}长|总{_G}指{_G}挥|指{_G}挥{_G}长|召{_G}集{_G}人)"
    rf"|成{_G}员(?:{_G}单{_G}位)?|顾{_G}问"
)
_COLON = Lazy(":(?<=[长员位挥任人问 ]:)")
_HEAD_CHARS = frozenset("组指召成顾主联秘")  # each of the labels above and below has one of these
_DESK = rf"(?:副{_G})?主{_G}任|联{_G}络{_G}员|秘{_G}书{_G}长"  # only where no other word runs into them: 科室主任
_BODY = "领导小组|工作小组|协调小组|领导机构|工作专班|专班|工作组|专家组|指挥部|委员会|小组|办公室|\\w组"
_FIRST = ("组长", "总指挥", "指挥长", "召集人")

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭"
    "廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文严樊兰殷施陶洪翟安颜倪牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路"
    "岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边"
)
_OFFICE = (
    *("长", "书记", "主任", "人员", "委员", "专员", "科员", "职员", "助理", "主席", "人", "师", "干事", "常委", "经理"),
    *("董事", "督察", "同志", "干部", "主管", "代表", "秘书", "教授"),
)


@dataclass(slots=True)
class FoundGroup:
    """A group: ``name`` is where its name stands (an empty span where the text gives none), ``members`` in order.

    A role is given without the spaces that spread it (副  组  长); one left blank, or filled with XXX, has no names.
    """

    start: int
    end: int
    name: tuple[int, int]
    members: list[tuple[str, Names]] = field(default_factory=list)


class Entry(NamedTuple):
    """One role with its people, where it was read, and its group's name where the same words give it.

    ``office``: the words before the role (任救灾领导小组组长), which name the group only where nothing else does.
    """

    start: int
    end: int
    role: str
    names: Names
    group: tuple[int, int] | None
    office: tuple[int, int] | None = None


def find_groups(fold: str) -> list[FoundGroup]:
    """Find the leading groups of a text with their people, in the order of the text.

    Names are what the text puts there: persons without their titles (张某某 院长 gives 张某某), or offices and
    departments where it names those (分管副局长, 综合业务处).
    """
    roles = [word.start() for word in _SPOKEN.finditer(fold)]
    entries = sorted([*_listed(fold), *_spoken(fold, roles), *_given(fold, roles)], key=lambda e: (e.start, e.end))
    groups: list[FoundGroup] = []
    for entry in entries:
        last = groups[-1] if groups else None
        if last is not None and _names_it(last, entry):
            last.name = entry.group or last.name
        elif last is None or not _continues(last, entry):
            name = entry.group or _name_before(fold, entry.start, last.end if last else 0)
            name = entry.office if entry.office and name[0] == name[1] else name
            last = FoundGroup(min(name[0], entry.start), entry.end, name)
            groups.append(last)
        last.members.append((entry.role, entry.names))
        last.end = max(last.end, entry.end)
    return groups


def _names_it(group: FoundGroup, entry: Entry) -> bool:
    """由甲任组长,乙为成员的领导小组: the group's name comes with its last role."""
    nameless = group.name[0] == group.name[1] and entry.group is not None
    return nameless and entry.role not in _FIRST and entry.start - group.end <= 60


def _continues(group: FoundGroup, entry: Entry) -> bool:
    """A second 组长 opens another group; so does a role that stands far off or names its own group."""
    if entry.start - group.end > _APART or entry.group is not None:
        return False
    return entry.role not in _FIRST and entry.role != group.members[0][0]


# --- the group's name ---


@cache
def _headed() -> re.Pattern[str]:
    return re.compile(  # 1.材料组|组长：   工作领导小组成员名单：\n|组长：
        rf"(?:^|[\n。 )]|[0-9][.、])(?P<name>[^,。;:、\n() 0-9.]{{0,30}}?(?:{_BODY}))"
        r"(?:组?成员?|人员)?(?:名单|组成|如下)?[:\s]{0,6}$"
    )


@cache
def _founded() -> re.Pattern[str]:
    return re.compile(  # 成立普查领导小组：
        rf"(?:成立|组建|设立|建立|下设)(?:了)?(?P<name>[^,。;:、\n()]{{0,40}}?(?:{_BODY}))"
        r"(?=[,。;:\n(\s]|$|由|组成|人员|成员|以下)"
    )


def _name_before(fold: str, at: int, floor: int) -> tuple[int, int]:
    low = max(floor, at - _BACK)
    heading = _headed().search(fold, max(low, at - 48), at)
    named = None if heading and "成立" not in heading["name"] else list(_founded().finditer(fold, low, at))
    if heading and named is None:
        return heading.span("name")
    return named[-1].span("name") if named else (at, at)


# --- lists: 组长：张某某 院长 ---


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?:{_HEADS}|(?<=办公室)(?:{_DESK})|(?<!{HAN})(?:{_DESK})) {{0,4}}:")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(
        r"[。;\n]|(?:主要|工作)?职 {0,8}[责能]|联系|电话|下设|办公室(?:设|主任)|[0-9]{1,2}[.、]"
        r"|[(][一二三四五六七八九十]{1,3}[)]"
        r"|(?<=\s)[一二三四五六七八九十]{1,3}、"
    )


def _labels(fold: str) -> Iterator[re.Match[str]]:
    """The role labels before the colons of the text."""
    for colon in _COLON.finditer(fold):
        at = colon.start()
        low = max(0, at - 36)
        low = max(low, fold.rfind(":", low, at) + 1)
        if not _HEAD_CHARS.isdisjoint(fold[low:at]):
            m = _label().search(fold, low, at + 1)
            if m and m.end() == at + 1:
                yield m


def _listed(fold: str) -> Iterator[Entry]:
    """A label and its people, a line each or run together in flattened text."""
    found = list(_labels(fold))
    for i, m in enumerate(found):
        following = found[i + 1].start() if i + 1 < len(found) else len(fold)
        names, end = _people(fold, m.end(), min(following, m.end() + _LONGEST))
        yield Entry(m.start(), end, m[0].rstrip(": ").replace(" ", ""), names, None)


def _people(fold: str, start: int, limit: int) -> tuple[Names, int]:
    """The people between a label and the next one; further lines only while they hold nothing but persons."""
    stop = _stop().search(fold, start, limit)
    end = stop.start() if stop else limit
    names = list(_names(fold, start, end))
    while end < limit and fold[end] == "\n":
        line = _skip_space(fold, end, limit)
        stop = _stop().search(fold, line, limit)
        line_end = stop.start() if stop else limit
        more = list(_names(fold, line, line_end))
        if not more or not all(_is_person(fold[a:b].replace(" ", "")) for a, b in more):
            break
        names, end = names + more, line_end
    return names, end


def _skip_space(fold: str, at: int, limit: int) -> int:
    while at < limit and fold[at].isspace():
        at += 1
    return at


_ITEM = Lazy(r"[^、,\n]{1,80}")
_BRACKET = Lazy(r"\([^()\n]{0,40}\)")
_WORD = Lazy(r"[^\s]{1,60}")


@cache
def _spread() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)({HAN}) {{1,4}}({HAN})(?!\S)")  # 钱 某


@cache
def _fused() -> re.Pattern[str]:
    """张某某院长, with 安全主任 and 高级教师 left alone."""
    title = "(?:常务副|副)?(?:院长|局长|主任|书记|科长|处长|县长|市长|区长|镇长|校长|部长)"
    return re.compile(rf"(?![安高金方常文成卫])({HAN}{{2,3}}?){title}$")


def _names(fold: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The people of one role, without titles, brackets and placeholders."""
    words = _BRACKET.sub(lambda m: " " * len(m[0]), fold[start:end])
    for item in _ITEM.finditer(words):
        yield from ((start + item.start() + a, start + item.start() + b) for a, b in _of_item(item[0]))


def _of_item(item: str) -> list[tuple[int, int]]:
    """The persons in an item, or the item itself where it names an office: 张某某 院长 | 县卫健局 局长 | 综合业务处."""
    spread = [m.span() for m in _spread().finditer(item) if m[1] in _SURNAMES] if " " in item else []
    words = [m.span() for m in _WORD.finditer(item) if not _is_placeholder(m[0])]
    persons = spread or [(a, b) for a, b in words if _is_person(item[a:b])]
    if persons or not words:
        return persons
    fused = _fused().match(item, words[0][0])
    if fused and fused[1][0] in _SURNAMES:
        return [fused.span(1)]
    whole = (words[0][0], words[-1][1])
    ending = 1 if item[: whole[1]].endswith("等") else 0
    return [(whole[0], whole[1] - ending)] if whole[1] - ending - whole[0] >= 2 else []


def _is_person(word: str) -> bool:
    return 2 <= len(word) <= 4 and word[0] in _SURNAMES and not word.endswith(_OFFICE) and word.isalpha()


def _is_placeholder(word: str) -> bool:
    return not word.strip("X×_*某-—…")


# --- sentences: 由局长任组长, 以主任为组长的领导小组 ---


_ROLE = r"(?:(?:常务|第一)?副)?(?:组长|总指挥|指挥长|召集人)|成员(?:单位)?|顾问"
_SPOKEN = Lazy("组长|总指挥|指挥长|召集人|成员|顾问")


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"(?:担任|任|为)(?P<of>[^,。;:、\n由任为]{{0,16}}?)(?P<role>{_ROLE})(?!{HAN}{{0,2}}:)")


@cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"的(?P<name>[^,。;:、\n]{{0,30}}?(?:{_BODY}))")


def _is_said(fold: str, at: int) -> bool:
    return fold.find("任", max(0, at - 22), at) >= 0 or fold.find("为", max(0, at - 22), at) >= 0


def _sayings(fold: str, roles: list[int]) -> Iterator[re.Match[str]]:
    """Where a sentence gives somebody a role: looked for before the role's word, each once."""
    seen = set()
    for at in roles:
        for m in _said().finditer(fold, max(0, at - 22), at + 5) if _is_said(fold, at) else ():
            if m.start() not in seen:
                seen.add(m.start())
                yield m


def _spoken(fold: str, roles: list[int]) -> Iterator[Entry]:
    """由张某某任组长; 各科室主任为成员; 以园长为组长的食堂管理领导小组."""
    done = 0
    for m in sorted(_sayings(fold, roles), key=lambda m: m.start()):
        low = max(
            [m.start() - 120, 0, *(fold.rfind(stop, max(0, m.start() - 120), m.start()) + 1 for stop in ",。;:\n")]
        )
        start = max(low, done, *(fold.rfind(word, low, m.start()) + 1 for word in ("由", "以")))
        names, done = list(_names(fold, start, m.start())), m.end()
        led = _led().match(fold, m.end()) if fold[m.start()] == "为" else None
        if names:
            group = led.span("name") if led else _subject(fold, low, start)
            yield Entry(start, led.end() if led else m.end(), m["role"], names, group, _office(m))


@cache
def _gives() -> re.Pattern[str]:
    people = r"[^,。;:\n]{2,120}?"
    return re.compile(
        rf"(?P<role>{_ROLE})(?:由(?P<by>{people})(?:担任|兼任|组成)|(?:为|包括)(?P<are>{people}))(?=[,。;\n]|$)"
    )


def _given(fold: str, roles: list[int]) -> Iterator[Entry]:
    """组长由院长担任; 副组长为分管副院长; 领导小组成员由各科室负责人组成."""
    for at in roles:
        start = at - fold.endswith("副", 0, at)
        start -= 2 * fold.endswith(("常务", "第一"), 0, start)
        m = _gives().match(fold, start)
        if m is None:
            continue
        low = max(start - 48, 0, *(fold.rfind(stop, max(0, start - 48), start) + 1 for stop in ",。;:、\n"))
        owned = _owned_pattern().fullmatch(fold, low, start)
        names = list(_names(fold, *m.span("by" if m["by"] else "are")))
        if names and (owned or low == start) and "责任" not in m[0]:  # 组长为第一责任人 gives nobody the role
            yield Entry(start, m.end(), m["role"], names, owned.span("name") if owned else None)


def _office(m: re.Match[str]) -> tuple[int, int] | None:
    return m.span("of") if m["of"].endswith(tuple(_BODY.split("|")[:-1])) else None


_OWNED = rf"(?:成立|组建|设立)?(?P<name>[^,。;:、\n]{{0,40}}(?:{_BODY}))"


@cache
def _owned_pattern() -> re.Pattern[str]:
    return re.compile(_OWNED)


@cache
def _subject_pattern() -> re.Pattern[str]:
    return re.compile(rf"{_OWNED}(?:成员)?由")


def _subject(fold: str, low: int, start: int) -> tuple[int, int] | None:
    """The group whose people a sentence names: 普查领导小组由张某某任组长."""
    m = _subject_pattern().fullmatch(fold, low, start)
    return m.span("name") if m else None

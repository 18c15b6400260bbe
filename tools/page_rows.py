"""``docs/rows.md``: the rows of every grammar, with what they take and what they leave alone."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from policykit.data.page_labels import FACT_KEYS
from policykit.export.view import DEADLINE_LABELS, MODALITY_LABELS, OWNER_LABELS
from policykit.extract.deadlines import rows as calendar
from policykit.extract.deadlines import rows_counted as counted
from policykit.extract.indicators import refusals
from policykit.extract.indicators import rows as indicators
from policykit.extract.ledger import columns
from policykit.extract.modality import MOODS
from policykit.extract.owners import cues, shapes
from policykit.extract.owners import rows as owners
from policykit.outline import markers, titles
from tools.markdown import plain, stacked, table

Cells = Sequence[str]


class Grammar(NamedTuple):
    """One table of the page: its rows, where they stand (``file:NAME``), what a reader should know, how a row shows."""

    title: str
    place: str
    rows: Sequence[Any]
    note: str
    head: Cells
    show: Callable[[Any], Cells]


_HEAD = """\
# 认得哪些写法

<!-- 本页由 make docs 从语法表生成，不要手改。 -->

policykit 的每一种写法是一行规则，每行带着它必须认出的例子和必须放过的例子，测试把例子逐个跑过。这里列出全部规则。
要加一种写法，见 [CONTRIBUTING.md](../CONTRIBUTING.md)。

匹配时全角标点和数字视同半角，`（一）` 与 `(一)` 是一回事；原文照录，一字不改。`↵` 表示换行。
"""
_PLAIN = ("名称", "认得", "放过")
_SECTION_ROLES = {
    "guidance": "指导思想",
    "principles": "原则",
    "schedule": "步骤、时间安排",
    "achievements": "成绩（总结）",
    "plans": "下一步打算（总结）",
    "other": "其他",
    "background": "背景、目的",
    "goals": "目标",
    "scope": "范围、对象",
    "organization": "组织机构",
    "evaluation": "考核、评价",
    "requirements": "要求、保障",
    "tasks": "任务、措施",
}
_COLUMNS = {
    "number": "序号",
    "area": "类别",
    "task": "任务",
    "measures": "具体措施",
    "lead": "牵头单位",
    "support": "配合单位",
    "responsible": "责任单位",
    "person": "责任人",
    "deadline": "完成时限",
    "target": "目标、标准",
}
_SIDES = {
    "before": "前面有",
    "after": "后面有",
    "either": "前后有",
    "ends": "前面紧挨",
    "begins": "后面紧挨",
    "touches": "前面六字内有",
}
_SIGNS = {">=": "≥", "<=": "≤", ">": "＞", "<": "＜"}
_FIELDS = {
    "index_number": "索引号",
    "issuers": "发文机关",
    "document_number": "发文字号",
    "issued_on": "成文日期",
    "published_on": "发布日期",
    "generated_on": "发布日期（没有写时用）",
    "page_title": "标题（没有写时用）",
    "": "不采用，略去",
}


def build() -> str:
    """Return the page."""
    tables = "\n\n".join(_section(grammar) for grammar in GRAMMARS)
    return f"{_HEAD}\n{tables}\n\n{_labels()}\n"


def _section(grammar: Grammar) -> str:
    rows = table(grammar.head, map(grammar.show, grammar.rows))
    file, name = grammar.place.split(":")
    return f"## {grammar.title}\n\n{grammar.note}（`{file}` 的 `{name}`）\n\n{rows}"


def _all(texts: Iterable[str]) -> str:
    return stacked(plain(text) for text in texts) or "—"


def _results(examples: Iterable[tuple[str, str]]) -> str:
    return stacked(f"{plain(text)} → {plain(result)}" for text, result in examples)


def _marker(row: markers.MarkerRow) -> Cells:
    taken = _results((text, str(number)) for text, number in row.examples)
    return f"`{row.kind}`", taken, _all(row.rejects)


def _role(row: titles.RoleRow) -> Cells:
    return f"`{row.role}` {_SECTION_ROLES[row.role]}", _all(row.examples), _all(row.rejects)


def _owner_word(row: owners.RoleRow) -> Cells:
    role = OWNER_LABELS[row.role] if row.role else "不是责任主体"
    return f"`{row.name}`", role, _all(row.matches), _all(row.misses)


def _cue(row: cues.CueRow) -> Cells:
    return f"`{row.name}`", _results((text, _owners(want)) for text, want in row.matches), _all(row.misses)


def _shape(row: shapes.ShapeRow) -> Cells:
    taken = _results((text, _owners(want)) for text, want in row.matches) or "—"
    return f"`{row.name}`", plain(row.how), taken, _all(row.misses)


def _owners(want: str) -> str:
    pairs = (pair.split(":", 1) for pair in want.split(" "))
    return "；".join(f"{OWNER_LABELS[role]} {name}" for role, name in pairs)


def _deadline(row: calendar.Row | calendar.CalendarRow) -> Cells:
    taken = _results((text, "；".join(_outcomes(want))) for text, want in row.examples)
    return f"`{row.name}`", plain(row.meaning), taken, _all(row.refused)


def _outcomes(want: str) -> Iterator[str]:
    """Read ``by - 2023-02-10; range …`` as a person says it."""
    for outcome in want.split("; "):
        kind, *values = outcome.split(" ")
        known = [value for value in values if value != "-"]
        blank = "" if kind == "ongoing" else " 不给日期"
        join = " 至 " if kind in {"range", "on"} else " "
        yield DEADLINE_LABELS[kind] + (f" {join.join(dict.fromkeys(known))}" if known else blank)


def _column(row: columns.ColumnRow) -> Cells:
    return f"`{row.column}` {_COLUMNS[row.column]}", _all(row.examples), _all(row.rejects)


def _indicator(row: indicators.Row) -> Cells:
    taken = _results((text, _figure(*want)) for text, want in row.examples)
    return f"`{row.name}`", taken, _all(row.counter)


def _figure(sign: str, value: float, unit: str) -> str:
    return f"{_SIGNS.get(sign, sign)} {value:g} {unit}".rstrip()


def _refusal(row: refusals.Refusal) -> Cells:
    words = "、".join(row.words.split("|"))
    return f"`{row.name}`", f"{_SIDES[row.side]}：{plain(words)}", plain(row.example)


def _mood(row: Any) -> Cells:
    label = f"`{row.modality}` {MODALITY_LABELS[row.modality]}"
    return f"`{row.name}`", label, _all(row.words.split(" ")), _all(row.matches), _all(row.misses)


def _labels() -> str:
    fields: dict[str, list[str]] = {}
    for label, field in FACT_KEYS.items():
        fields.setdefault(_FIELDS[field], []).append(label)
    rows = table(("填入", "标签"), ((field, "、".join(labels)) for field, labels in fields.items()))
    note = "网页正文前的信息表，按标签读入元数据，然后从正文中略去。（`data/page_labels.py` 的 `FACT_KEYS`）"
    return f"## 网页信息表的标签\n\n{note}\n\n{rows}"


_RULES = ("名称", "意思", "认得", "放过")
_OWNERS = ("名称", "角色", "认得", "放过")
_DATED = "例子按 2023 年、2023-01-28 成文的通知来读。"

GRAMMARS: tuple[Grammar, ...] = (
    Grammar(
        "序号",
        "outline/markers.py:ROWS",
        markers.ROWS,
        "开头的序号和它的数目；怎样嵌套另由上下文决定。",
        _PLAIN,
        _marker,
    ),
    Grammar(
        "标题说明这一节是什么",
        "outline/titles.py:ROLE_ROWS",
        titles.ROLE_ROWS,
        "没有写明的，随上一层；按次序，先认得的算数。",
        ("作用", "认得", "放过"),
        _role,
    ),
    Grammar(
        "责任单位：冒号前的标签",
        "extract/owners/rows.py:LABELS",
        owners.LABELS,
        "标签后面的名称按这个角色记。",
        _OWNERS,
        _owner_word,
    ),
    Grammar(
        "责任单位：名称后的词",
        "extract/owners/rows.py:TAILS",
        owners.TAILS,
        "单独成句的单位名称，后面跟着这些词。",
        _OWNERS,
        _owner_word,
    ),
    Grammar(
        "责任单位：句子的主语",
        "extract/owners/cues.py:CUES",
        cues.CUES,
        "主语后面跟着这些词，才算它要做事。",
        _PLAIN,
        _cue,
    ),
    Grammar(
        "责任单位：所在的位置",
        "extract/owners/shapes.py:SHAPES",
        shapes.SHAPES,
        "没有单独的词，由所在的位置看出。",
        _RULES,
        _shape,
    ),
    Grammar(
        "时限：日期和时段",
        "extract/deadlines/rows.py:CALENDAR",
        calendar.CALENDAR,
        f"按次序，先认得的算数。{_DATED}",
        _RULES,
        _deadline,
    ),
    Grammar(
        "时限：周期",
        "extract/deadlines/rows_counted.py:RHYTHMS",
        counted.RHYTHMS,
        _DATED,
        _RULES,
        _deadline,
    ),
    Grammar(
        "时限：多久以内",
        "extract/deadlines/rows_counted.py:COUNTED",
        counted.COUNTED,
        _DATED,
        _RULES,
        _deadline,
    ),
    Grammar(
        "时限：固定说法",
        "extract/deadlines/rows_counted.py:PHRASES",
        counted.PHRASES,
        _DATED,
        _RULES,
        _deadline,
    ),
    Grammar(
        "指标",
        "extract/indicators/rows.py:ROWS",
        indicators.ROWS,
        "数字前面的词使它成为指标；按次序，先认得的算数。",
        _PLAIN,
        _indicator,
    ),
    Grammar(
        "不算指标的数字",
        "extract/indicators/refusals.py:REFUSALS",
        refusals.REFUSALS,
        "补助、罚则、条件、算式、评分、期限等。`(a b)(c d)` 表示 ac、ad、bc、bd。",
        ("名称", "看什么", "例子"),
        _refusal,
    ),
    Grammar(
        "要求的程度",
        "extract/modality.py:MOODS",
        MOODS,
        "由管着这一句的动词决定；都不合的是“必须”。",
        ("名称", "程度", "词", "认得", "放过"),
        _mood,
    ),
    Grammar(
        "任务表的列",
        "extract/ledger/columns.py:COLUMNS",
        columns.COLUMNS,
        "表头的字说明这一列是什么；表里要有任务，还要有责任单位、时限或目标，才当任务表读。",
        ("列", "认得", "放过"),
        _column,
    ),
)
"""The tables of the page, in order."""

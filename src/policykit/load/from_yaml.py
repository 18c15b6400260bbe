"""YAML as events: scalars as text, no tag, alias or second document; every error with its place and mend."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from policykit.load.nodes import Event, LoadError, make_finding

_NULL = {"", "~", "null", "Null", "NULL"}
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# What the line itself shows, tried on the line of the error and the two above it.
_LINE_FAULTS = (
    (
        re.compile(r"(?:<{7}|={7}|>{7})(?:\s|$)"),
        "留有合并冲突的标记",
        "选定要保留的内容，删去 <<<<<<< ======= >>>>>>> 各行",
    ),
    (re.compile(r"\s{0,80}(?:- )?[A-Za-z_]{1,40}："), "字段名后面用了全角冒号", "把“：”改成半角冒号加空格“: ”"),
    (re.compile(r" {0,80}\t"), "缩进用了制表符（Tab）", "换成空格"),
)

# What the library says, in either of its two forms.
_PROBLEMS = (
    (("could not find expected ':'",), "这一行不像“字段: 值”", "字段名后面要有半角冒号和空格；多行文字要缩进"),
    (("mapping values are not allowed",), "冒号用得不是地方", "值里有“: ”就用引号括起来；并检查上下行的缩进"),
    (
        ("expected <block end>", "expected '-' indicator", "did not find expected key"),
        "缩进不齐",
        "同一层各行的左边对齐",
    ),
    (("end of stream", "document indicator"), "引号没有配对", "在这段文字的末尾补上引号"),
    (("',' or ']'", "',' or '}'"), "括号没有配对，或少了逗号", "检查方括号、花括号和逗号，都要用半角"),
    (("cannot start any token",), "值不能以这个字符开头", "用引号把值括起来"),
    (("escape",), "引号里的反斜杠转义不对", "改用单引号，或把 \\ 写成 \\\\"),
)
_NOT_YAML = "[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_CONTEXTS = ("simple key", "quoted scalar", "flow sequence", "flow mapping")


def yaml_events(text: str) -> Iterator[Event]:
    """Yield the events of a YAML document; LoadError at the first thing that is not allowed."""
    documents = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _refused(event, "第二个文档（---）", "一个文件只放一份，请分成两个文件")
            yield from _convert(event)
    except yaml.MarkedYAMLError as error:
        raise _explained(error, text) from None
    except yaml.YAMLError:  # of characters: the C library counts bytes here, so the place is looked for again
        place = match.start() if (match := re.search(_NOT_YAML, text)) else 0
        raise LoadError(make_finding("PK501", place, place + 1, problem="有不允许的控制字符", mend="删去它")) from None


def _convert(event: yaml.Event) -> Iterator[Event]:
    start, end = _place(event)
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
        raise _refused(event, "锚点和引用（& 和 *）", "把内容照写一遍；以 & 或 * 开头的文字用引号括起来")
    if getattr(event, "tag", None) is not None:
        raise _refused(event, "类型标签（!）", "删去它；以 ! 开头的文字用引号括起来")
    if isinstance(event, yaml.ScalarEvent):
        empty = event.implicit[0] and event.value in _NULL  # written without quotes
        yield Event("s", start, end, None if empty else event.value)
    elif isinstance(event, yaml.MappingStartEvent):
        yield Event("{", start, end)
    elif isinstance(event, yaml.SequenceStartEvent):
        yield Event("[", start, end)
    elif isinstance(event, yaml.MappingEndEvent):
        yield Event("}", start, end)
    elif isinstance(event, yaml.SequenceEndEvent):
        yield Event("]", start, end)


def _place(event: yaml.Event) -> tuple[int, int]:
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index) if start and end else (0, 0)


def _refused(event: yaml.Event, feature: str, mend: str) -> LoadError:
    return LoadError(make_finding("PK511", *_place(event), feature=feature, mend=mend))


def _explained(error: yaml.MarkedYAMLError, text: str) -> LoadError:
    mark = error.problem_mark or error.context_mark
    if error.context_mark and any(context in (error.context or "") for context in _CONTEXTS):
        mark = error.context_mark
    place = min(mark.index if mark else 0, len(text))
    for start, line in _lines_before(text, place):
        for pattern, problem, mend in _LINE_FAULTS:
            if pattern.match(line):
                return LoadError(make_finding("PK501", start, start + len(line), problem=problem, mend=mend))
    for words, problem, mend in _PROBLEMS:
        if any(word in str(error.problem) for word in words):
            return LoadError(make_finding("PK501", place, place + 1, problem=problem, mend=mend))
    return LoadError(
        make_finding("PK501", place, place + 1, problem="这里不合 YAML 的写法", mend="对照上下行检查缩进、冒号和引号")
    )


def _lines_before(text: str, place: int) -> Iterator[tuple[int, str]]:
    """Yield the line at ``place`` and the two above it, each with its offset."""
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    for _ in range(3):
        start = text.rfind("\n", 0, max(0, min(end, len(text)))) + 1
        yield start, text[start : min(end, start + 200)]
        end = start - 1
        if end < 0:
            return

"""JSON as events: a scanner with a stack instead of recursion, so that depth costs nothing; every place is kept."""

import re
from collections.abc import Iterator
from json.decoder import JSONDecodeError, JSONDecoder
from typing import Literal

from policykit.load.nodes import Event, LoadError, make_finding

_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]{0,300}))(\.[0-9]{1,300})?([eE][-+]?[0-9]{1,3})?(?![0-9.])")
_WORDS = {"true": True, "false": False, "null": None}
_WORD = re.compile(r"true|false|null")

_DECODER = JSONDecoder()

_SYNTAX = "检查引号、逗号和括号：都要用半角，最后一项后面不加逗号"


class _Scanner:
    """Where the scan stands: ``stack`` holds the closing brackets that are due."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = _blank(text, 0)
        self.stack: list[Literal["}", "]"]] = []

    def fail(self, problem: str, mend: str = _SYNTAX) -> LoadError:
        end = min(len(self.text), self.place + 1)
        return LoadError(make_finding("PK501", self.place, end, problem=problem, mend=mend))

    def skip(self, char: str) -> bool:
        """Step over ``char`` and the blanks behind it, if it stands here."""
        if not self.text.startswith(char, self.place):
            return False
        self.place = _blank(self.text, self.place + 1)
        return True

    def scalar(self) -> Event:
        start = self.place
        value = self._value()
        event = Event("s", start, self.place, value)
        self.place = _blank(self.text, self.place)
        return event

    def _value(self) -> str | int | float | bool | None:
        if self.text.startswith('"', self.place):
            return self._string()
        if match := _WORD.match(self.text, self.place):
            self.place = match.end()
            return _WORDS[match[0]]
        if match := _NUMBER.match(self.text, self.place):
            self.place = match.end()
            return float(match[0]) if match[2] or match[3] else int(match[0])
        raise self.fail("这里不合 JSON 的写法")

    def _string(self) -> str:
        try:
            value, self.place = _DECODER.raw_decode(self.text, self.place)
        except JSONDecodeError as error:
            self.place = min(error.pos, len(self.text))
            raise self.fail("文字没有用引号收尾，或含有不允许的字符") from None
        return str(value)


def _blank(text: str, place: int) -> int:
    match = _BLANK.match(text, place)
    return match.end() if match else place


def json_events(text: str) -> Iterator[Event]:
    """Yield the events of a JSON document; LoadError at the first fault."""
    scan = _Scanner(text)
    if scan.place == len(text):
        return
    while True:
        yield from _open_or_scalar(scan)
        yield from _after_value(scan)
        if not scan.stack:
            break
    if scan.place < len(text):
        raise scan.fail("内容结束以后还有别的内容", "一个文件只放一份")


def _open_or_scalar(scan: _Scanner) -> Iterator[Event]:
    """Yield a value; of a list or object, its opening brackets down to the first scalar or empty one."""
    while scan.place < len(scan.text) and scan.text[scan.place] in "{[":
        closing: Literal["}", "]"] = "}" if scan.text[scan.place] == "{" else "]"
        yield Event("{" if closing == "}" else "[", scan.place, scan.place + 1)
        scan.stack.append(closing)
        scan.skip(scan.text[scan.place])
        if scan.text.startswith(closing, scan.place):
            return
        if closing == "}":
            yield _key(scan)
    yield scan.scalar()


def _key(scan: _Scanner) -> Event:
    if not scan.text.startswith('"', scan.place):
        raise scan.fail("字段名要用双引号括起来")
    event = scan.scalar()
    if not scan.skip(":"):
        raise scan.fail("字段名后面缺少冒号")
    return event


def _after_value(scan: _Scanner) -> Iterator[Event]:
    """Yield the closing brackets behind a value, and the next key where a comma in an object says that one follows."""
    while scan.stack:
        if scan.skip(scan.stack[-1]):
            yield Event(scan.stack.pop(), scan.place - 1, scan.place)
        elif scan.skip(","):
            if scan.stack[-1] == "}":
                yield _key(scan)
            return
        else:
            raise scan.fail("文件在这里断了" if scan.place >= len(scan.text) else "缺少逗号或括号")

"""Tables in plain text: rows of cells divided by tabs (copied from Word or Excel), and the tables of Markdown."""

from collections.abc import Iterable, Iterator

from policykit.readers.source import Cell, Table
from policykit.text.lazy import Lazy
from policykit.text.lines import split_lines

_LEAST_ROWS = 3
_LEAST_TABS = 2
"""So many rows of so many tabs each make a table; fewer may be an indent or a line of names."""

_RULE = Lazy(r"\|?[ :]*-{1,}[ :]*(?:\|[ :]*-{1,}[ :]*)*\|?")
_Line = tuple[int, int]


def find_tables(text: str) -> tuple[Table, ...]:
    """The tables of ``text``, in order, as stretches of it; no cell of them is merged."""
    if "\t" not in text and "|" not in text:
        return ()
    lines = list(split_lines(text))
    piped = list(_piped(text, lines))
    taken = {start for rows, _ in piped for start, _ in rows}
    tabbed = _tabbed(text, [line for line in lines if line[0] not in taken])
    return tuple(
        Table(rows[0][0], rows[-1][1], f"table {number}", tuple(_cells(text, rows, mark)))
        for number, (rows, mark) in enumerate(sorted([*piped, *tabbed]), 1)
    )


def _tabbed(text: str, lines: list[_Line]) -> Iterator[tuple[list[_Line], str]]:
    """Runs of lines with as many tabs each, not all of them an indent."""
    if "\t" not in text:
        return
    run: list[_Line] = []
    tabs = 0
    for start, end in [*lines, (len(text), len(text))]:
        count = text.count("\t", start, end) if "\t" in text[start:end].strip() else 0
        if run and count != tabs:
            if len(run) >= _LEAST_ROWS:
                yield run, "\t"
            run = []
        if count >= _LEAST_TABS:
            run.append((start, end))
        tabs = count


def _piped(text: str, lines: list[_Line]) -> Iterator[tuple[list[_Line], str]]:
    """Markdown's tables: a line of cells, a line of dashes, and the lines of cells below."""
    rows: list[_Line] = []
    ruled = False
    for line in [*lines, (len(text), len(text))] if "|" in text else []:
        words = text[slice(*line)]
        if "|" not in words:
            if ruled:
                yield rows, "|"
            rows, ruled = [], False
        elif not ruled and _is_rule(words):
            rows, ruled = ([rows[-1], line], True) if rows else ([], False)
        else:
            rows.append(line)


def _is_rule(words: str) -> bool:
    return "-" in words and _RULE.fullmatch(words.strip()) is not None


def _cells(text: str, rows: list[_Line], mark: str) -> Iterator[Cell]:
    number = 0
    for start, end in rows:
        if mark == "|" and _is_rule(text[start:end]):
            continue
        for column, (low, high) in enumerate(_divide(text, start, end, mark)):
            yield Cell(low, high, number, column)
        number += 1


def _divide(text: str, start: int, end: int, mark: str) -> Iterable[tuple[int, int]]:
    """The cells of a line, without the blanks at their ends and the marks around a row of Markdown."""
    if mark == "|":
        start, end = _trim(text, start, end)
        start += text.startswith("|", start)
        end -= text.endswith("|", start, end)
    while True:
        stop = text.find(mark, start, end)
        yield _trim(text, start, stop if stop >= 0 else end)
        if stop < 0:
            return
        start = stop + 1


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end

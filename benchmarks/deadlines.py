"""Deadlines: how often policykit and JioNLP's ``extract_time`` read a phrase right, and how fast, in one run.

The phrases are those of ``deadline_phrases.yaml`` and every example of the grammar's own rows; the sentences without a
deadline are those of the file and what the rows refuse. policykit is judged by all it says of a deadline. JioNLP is
judged by less, by what both speak of: the last day of a limit, both days of a range, how often a rhythm comes round;
where a text gives no date (长期坚持, 2月30日) it is right to give none.

    pip install -e '.[bench]'
    python benchmarks/deadlines.py [rounds]
"""

import contextlib
import datetime
import io
import logging
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import yaml
from material import documents

from policykit import parse
from policykit.extract.deadlines import DeadlineContext, FoundDeadline, find_deadlines
from policykit.extract.deadlines.rows import CALENDAR
from policykit.extract.deadlines.rows_counted import COUNTED_ROWS
from policykit.text.dates import add_days, add_months
from policykit.text.fold import fold
from policykit.text.workdays import add_workdays, official_calendar

ROUNDS = 7
LEAST_RIGHT = 0.97
LEAST_SPEED = 10
PHRASES = Path(__file__).with_name("deadline_phrases.yaml")
ROWS_ISSUED_ON = datetime.date(2023, 1, 28)
"""The date of issue that the examples of the rows are read with."""

Extract = Callable[..., list[dict[str, Any]]]


class Phrase(NamedTuple):
    """A sentence, the date of issue of its notice, and the deadlines in it, written as in ``docs/rows.md``."""

    form: str
    text: str
    issued_on: datetime.date
    expected: str


def written_phrases() -> Iterator[Phrase]:
    """The phrases of the file."""
    for form in yaml.safe_load(PHRASES.read_text(encoding="utf-8"))["forms"]:
        for text, expected in form["phrases"].items():
            yield Phrase(form["form"], text, form["issued_on"], expected)


def row_phrases() -> Iterator[Phrase]:
    """The examples of the grammar's own rows."""
    for row in (*CALENDAR, *COUNTED_ROWS):
        for text, expected in row.examples:
            yield Phrase("自己的规则", text, ROWS_ISSUED_ON, expected)


def without_deadline() -> list[str]:
    """The sentences of the file that give nobody a time for anything."""
    return list(yaml.safe_load(PHRASES.read_text(encoding="utf-8"))["none"])


def read(text: str, issued_on: datetime.date) -> list[FoundDeadline]:
    return find_deadlines(fold(text), DeadlineContext(issued_on.year, issued_on))


def show(hit: FoundDeadline) -> str:
    """Return the deadline as the phrases write it."""
    parts = {
        "by": (None, hit.end_date),
        "range": (hit.start_date, hit.end_date),
        "on": (hit.start_date, hit.end_date),
        "recurring": (hit.rrule,),
        "relative": (hit.duration, hit.end_date),
        "ongoing": (),
    }
    return " ".join([hit.kind, *(part or "-" for part in parts[hit.kind])])


def is_right(phrase: Phrase) -> bool:
    """Tell whether policykit finds the deadlines expected, all they say, and no other."""
    return "; ".join(map(show, read(phrase.text, phrase.issued_on))) == phrase.expected


# --- what both speak of


def common(phrase: Phrase) -> list[str]:
    """What of the expected deadlines JioNLP can say: days, and how often."""
    working = "工作日" in phrase.text
    facts = [_common(outcome.split(" "), phrase.issued_on, working=working) for outcome in phrase.expected.split("; ")]
    return [fact for fact in facts if fact]


def _common(outcome: list[str], issued_on: datetime.date, *, working: bool) -> str:
    match outcome:
        case ["by", _, end]:
            return end.strip("-")
        case ["range", "-", "-"]:
            return ""
        case ["range", start, "-"]:
            return f"{start}/"
        case ["range" | "on", start, end]:
            return f"{start}/{end}" if start != end else start
        case ["recurring", rule]:
            return _rhythm(rule)
        case ["relative", length, _]:
            return _last_day(length, issued_on, working=working)
    return ""


def _rhythm(rule: str) -> str:
    """``FREQ=MONTHLY;INTERVAL=3`` is ``every 3 month``; days within it do not count."""
    parts = dict(part.split("=") for part in rule.split(";")) if rule != "-" else {}
    unit = {"YEARLY": "year", "MONTHLY": "month", "WEEKLY": "week", "DAILY": "day"}.get(parts.get("FREQ", ""))
    return _every(float(parts.get("INTERVAL", "1")), unit) if unit else ""


def _every(number: float, unit: str) -> str:
    """Years in months and weeks in days, so that 每半年 is one thing however it is said."""
    times, unit = {"year": (12, "month"), "week": (7, "day")}.get(unit, (1, unit))
    return f"every {number * times:g} {unit}"


def _last_day(length: str, issued_on: datetime.date, *, working: bool) -> str:
    """The last day of a length counted from the date of issue; of years the year alone."""
    match = re.fullmatch(r"P(T?)(\d+)([YMWDH])", length)
    if match is None:
        return ""
    number, unit = int(match[2]), match[1] + match[3]
    if unit == "Y":
        return str(issued_on.year + number)
    days = {"W": 7 * number, "D": number, "TH": number // 24, "TM": 0}
    if unit == "D" and working:
        last = add_workdays(issued_on, number, official_calendar())
    else:
        last = add_months(issued_on, number) if unit == "M" else add_days(issued_on, days[unit])
    return last.isoformat() if last else ""


def facts_of(found: list[dict[str, Any]], expected: list[str], issued_on: datetime.date) -> list[str]:
    """What JioNLP found, in the words of ``common``, each as exact as what is expected in its place."""
    wanted = [*expected, *[""] * len(found)]
    return [_fact(item["detail"], want, issued_on) for item, want in zip(found, wanted, strict=False)]


def _fact(detail: dict[str, Any], want: str, issued_on: datetime.date) -> str:
    if detail["type"] == "time_period":
        delta = detail["time"]["delta"]
        unit, number = next(iter(delta.items())) if isinstance(delta, dict) else ("", 0)
        return _every(number, unit)
    if detail["type"] == "time_delta" and detail["time"].keys() == {"year"}:
        return f"{issued_on.year + detail['time']['year']:g}"
    if detail["type"] not in ("time_point", "time_span"):
        return str(detail["time"])
    start, end = (str(day)[:10] for day in detail["time"])
    if want.endswith("/"):
        return f"{start}/"
    if "/" in want:
        return f"{start}/{end}"
    return end[: len(want)] if want not in (start, "") else start


def is_right_of(extract: Extract, phrase: Phrase) -> bool:
    """Tell whether JioNLP says of the phrase what ``common`` says of it."""
    expected = common(phrase)
    try:
        found = extract(phrase.text, time_base=_base(phrase.issued_on), with_parsing=True) or []
    except Exception:  # a failure is an answer that is wrong, whatever it raises
        return False
    return facts_of(found, expected, phrase.issued_on) == expected


def _base(day: datetime.date) -> float:
    return datetime.datetime.combine(day, datetime.time()).timestamp()


def load_peer() -> Extract | None:
    """Return JioNLP's ``extract_time``, its banner swallowed; None where it is not installed."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(ImportError):
        import jionlp

        logging.disable()  # it logs a traceback for every phrase it does not know
        extract: Extract = jionlp.ner.extract_time
        extract("今天", time_base=_base(ROWS_ISSUED_ON))  # unpacks its dictionaries
        return extract
    return None


# --- the tables


def accuracy(phrases: list[Phrase], peer: Extract | None) -> None:
    print(f"{'phrases':>8} {'policykit':>10} {'JioNLP':>8}  form")
    forms = list(dict.fromkeys(phrase.form for phrase in phrases))
    for form in [*forms, "合计"]:
        group = [phrase for phrase in phrases if form in (phrase.form, "合计")]
        ours = sum(map(is_right, group)) / len(group)
        theirs = f"{sum(is_right_of(peer, p) for p in group) / len(group):8.1%}" if peer else f"{'-':>8}"
        print(f"{len(group):8} {ours:10.1%} {theirs}  {form}")


def false_positives(texts: list[str], peer: Extract | None) -> None:
    ours = sum(bool(read(text, ROWS_ISSUED_ON.replace(year=2024))) for text in texts)
    theirs = str(sum(bool(_tried(peer, text)) for text in texts)) if peer else "-"
    print(f"\n{len(texts)} sentences without a deadline: policykit finds one in {ours}, JioNLP in {theirs}")
    print("(JioNLP looks for times of any kind, so that a time in such a sentence is no fault of it)")


def _tried(extract: Extract, text: str) -> object:
    try:
        return extract(text, time_base=_base(ROWS_ISSUED_ON), with_parsing=True)
    except Exception:  # as above
        return None


def speed(texts: list[str], peer: Extract | None, rounds: int) -> None:
    """CPU time of both over the same sentences, and over the same notices, in turn."""
    notice = "\n".join(documents().values())
    works: dict[str, tuple[int, Callable[[], object]]] = {
        "policykit find_deadlines, sentences": (
            sum(map(len, texts)),
            lambda: [read(text, ROWS_ISSUED_ON) for text in texts],
        ),
        "policykit parse, a notice": (len(notice), lambda: parse(notice)),
    }
    if peer:
        works["JioNLP extract_time, sentences"] = sum(map(len, texts)), lambda: [_tried(peer, text) for text in texts]
        works["JioNLP extract_time, a notice"] = len(notice), lambda: _tried(peer, notice)
    taken: dict[str, list[float]] = {name: [] for name in works}
    for number in range(-1, rounds):
        for name, (_, work) in works.items():
            start = time.process_time()
            work()
            if number >= 0:
                taken[name].append(time.process_time() - start)
    rates = {name: works[name][0] / median(times) for name, times in taken.items()}
    print(f"\n{'characters/s':>13} {'× JioNLP':>9}  CPU time, {rounds} rounds in turn; goal ≥ {LEAST_SPEED} ×")
    for name, rate in rates.items():
        other = rates.get(f"JioNLP extract_time, {name.split(', ')[1]}")
        print(f"{rate:13,.0f} {f'{rate / other:9.1f}' if other else f'{chr(45):>9}'}  {name}")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    peer = load_peer()
    if peer is None:
        print("JioNLP is not installed (pip install -e '.[bench]'): policykit alone\n")
    phrases = [*written_phrases(), *row_phrases()]
    print(f"right on a phrase; goal ≥ {LEAST_RIGHT:.0%}\n")
    accuracy(phrases, peer)
    false_positives(without_deadline(), peer)
    speed([phrase.text for phrase in phrases] + without_deadline(), peer, rounds)


if __name__ == "__main__":
    main()

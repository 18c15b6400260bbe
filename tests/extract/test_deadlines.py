"""Deadlines: every example of every row, what each context changes, and what holds on any text."""

import datetime
import time
from itertools import product

import pytest
from deadlines import is_right, read, show, without_deadline, written_phrases
from hypothesis import given
from hypothesis import strategies as st

from policykit.extract.deadlines import DeadlineContext, FoundDeadline, find_deadlines
from policykit.extract.deadlines.found import words
from policykit.extract.deadlines.rows import CALENDAR, CalendarRow, Row
from policykit.extract.deadlines.rows_counted import COUNTED_ROWS
from policykit.text.fold import fold
from policykit.text.workdays import WorkCalendar

CONTEXT = DeadlineContext(2023, datetime.date(2023, 1, 28))
ROWS: tuple[Row | CalendarRow, ...] = (*CALENDAR, *COUNTED_ROWS)
# the row whose reading may leave a phrase to another row of the same words
ALSO = {"begins": {"in_force"}, "yearly_again": {"every"}}


def find(text: str, context: DeadlineContext = CONTEXT) -> list[FoundDeadline]:
    return find_deadlines(fold(text), context)


EXAMPLES = [pytest.param(row, *example, id=f"{row.name}-{example[0]}") for row in ROWS for example in row.examples]
REFUSED = [pytest.param(row, text, id=f"{row.name}-{text}") for row in ROWS for text in row.refused]


@pytest.mark.parametrize(("row", "text", "outcome"), EXAMPLES)
def test_example(row: Row, text: str, outcome: str) -> None:
    found = find(text)
    assert "; ".join(map(show, found)) == outcome
    assert {row.name, *ALSO.get(row.name, ())} & {hit.row for hit in found}


@pytest.mark.parametrize(("row", "text"), REFUSED)
def test_refused(row: Row, text: str) -> None:
    assert [(hit.row, show(hit)) for hit in find(text)] == []


def test_every_row_has_examples_and_a_name_of_its_own() -> None:
    names = [row.name for row in ROWS]
    assert len(set(names)) == len(names)
    assert [row.name for row in ROWS if not row.examples] == []


def test_no_two_calendar_rows_claim_one_phrase() -> None:
    leads = ["start", "in", "until", "from", "open", "label", "bracket", "other"]
    tails = ["before", "begin", "since", "after", "end", "during", ""]
    forms = {form for row in CALENDAR for form in row.forms}
    twice = []
    for lead, tail, form in product(leads, tails, sorted(forms)):
        claims = [
            row.name
            for row in CALENDAR
            if form in row.forms and tail in row.tails and (row.leads is None or lead in row.leads)
        ]
        if len(claims) > 1 and claims[0] != "open_range":  # 即日起至…前 is read as a range before all else
            twice.append((lead, tail, form, claims))
    assert twice == []


PROBLEMS = [
    ("2月30日前完成。", ("impossible_date",)),
    ("13月底前完成。", ("impossible_date",)),
    ("9月1日至8月1日开展。", ("inverted_range",)),
    ("11月前完成。", ("ambiguous_month",)),
    ("2027年前完成。", ("ambiguous_year",)),
    ("完成时限：汛期结束前。", ("no_date",)),
    ("在23年6月底前完成。", ("odd_year",)),
    ("2023年3月底前完成。", ()),
]

# a year that is none of the calendar's: month and day stay, the year is not guessed
ODD_YEARS = [
    ("各单位23年6月底前完成。", "23年6月底前", "--06-30"),
    ("各单位于二三年6月底前完成。", "二三年6月底前", "--06-30"),
    ("各单位12026年6月底前完成。", "12026年6月底前", "--06-30"),
    ("各单位9999年12月31日前完成。", "9999年12月31日前", "--12-31"),
    ("各单位近3年6月底前完成。", "6月底前", "2023-06-30"),
    ("各单位2023年6月底前完成。", "2023年6月底前", "2023-06-30"),
]


@pytest.mark.parametrize(("text", "quote", "end"), ODD_YEARS)
def test_odd_years(text: str, quote: str, end: str) -> None:
    (hit,) = find(text)
    assert (text[hit.start : hit.end], hit.end_date) == (quote, end)


@pytest.mark.parametrize(("text", "problems"), PROBLEMS)
def test_problems(text: str, problems: tuple[str, ...]) -> None:
    (hit,) = find(text)
    assert hit.problems == problems


# (year, 成文日期) of the document, the phrase, what it means there, where the year came from
CONTEXTS = [
    (None, None, "8月1日前完成。", "by - --08-01", "stated"),
    (None, None, "（6月-10月）", "range --06-01 --10-31", "stated"),
    (None, None, "年底前完成。", "by - --12-31", "stated"),
    (2023, None, "8月1日前完成。", "by - 2023-08-01", "inferred_year"),
    (2024, None, "2月底前完成。", "by - 2024-02-29", "inferred_year"),
    (2022, "2023-01-10", "3月底前报送总结。", "by - 2023-03-31", "inferred_year"),
    (2022, "2022-12-20", "1月10日前报送总结。", "by - 2023-01-10", "inferred_year"),
    (2020, "2020-06-09", "4月20日前完成。", "by - --04-20", "stated"),
    (2023, "2022-12-20", "今年6月底前完成。", "by - 2023-06-30", "inferred_year"),
    (2023, "2023-05-04", "动员部署（4月）", "range 2023-04-01 2023-04-30", "inferred_year"),
    (2021, "2021-05-04", "2020年底前建成三处。", "", ""),
    (2023, "2025-03-10", "2023年底前建成三处。", "by - 2023-12-31", "stated"),
]


@pytest.mark.parametrize(("year", "issued", "text", "outcome", "basis"), CONTEXTS)
def test_context(year: int | None, issued: str | None, text: str, outcome: str, basis: str) -> None:
    context = DeadlineContext(year, datetime.date.fromisoformat(issued) if issued else None)
    found = find(text, context)
    assert "; ".join(map(show, found)) == outcome
    assert not found or found[0].basis == basis


def test_a_year_holds_for_its_sentence() -> None:
    assert [hit.end_date for hit in find("2024年3月底前申报，6月底前评审。9月底前公布。")] == [
        "2024-03-31",
        "2024-06-30",
        "2023-09-30",
    ]
    assert [hit.basis for hit in find("2024年3月底前申报，6月底前评审。9月底前公布。")] == [
        "stated",
        "stated",
        "inferred_year",
    ]


PURPOSES = [
    ("各单位于2023年2月10日前将方案报送至县局，并每半年报送一次总结。", ["report", "report"]),
    ("2023年2月10日前完成自查；6月底前将结果报县卫健局备案。", ["complete", "report"]),
    ("每月10日前和每季度10日前向县局报告。", ["report", "report"]),
    ("2月10日前制定方案。总结要及时上报。", ["complete"]),
    ("定期开展讲评，将结果报送办公室。", ["complete"]),
    ("本办法自2023年3月1日起施行。", ["effective"]),
    ("每年12月20日前，将总结报送县局。", ["report"]),
    ("每月5日前报送台账。", ["report"]),
    ("6月底前完成整改。", ["complete"]),
    ("6月底前完成整改，并将结果报县局。", ["report"]),
    ("请于4月10日前将名单报办公室。", ["report"]),
    ("2024年5月1日起施行。", ["effective"]),
    ("各单位11月底前形成总结报告。", ["complete"]),
    ("每季度末，各科室将质控数据上报医务科。", ["report"]),
    ("12月底前开展考核，结果予以通报。", ["complete"]),
    ("于9月30日前向县卫健局书面报告。", ["report"]),
    ("收到通知后5个工作日内反馈意见。", ["complete"]),
    ("有效期至2026年12月31日。", ["effective"]),
    ("定期开展督导，重大情况及时报告。", ["complete"]),
    ("5月底前完成编制，报县政府审定。", ["report"]),
    ("每半年向党委汇报一次。", ["complete"]),
    ("4月底前将联络员名单报备。", ["report"]),
]


@pytest.mark.parametrize(("text", "purposes"), PURPOSES)
def test_purpose(text: str, purposes: list[str]) -> None:
    assert [hit.purpose for hit in find(text)] == purposes


ANCHORS = [
    ("自印发之日起30日内", "issued"),
    ("收到通知后，应于15个工作日内", "received"),
    ("本办法施行之日起6个月内", "effective"),
    ("中标公告发布之日起2日内", "event"),
    ("应当在5个工作日内办结", None),
]


@pytest.mark.parametrize(("text", "anchor"), ANCHORS)
def test_anchor(text: str, anchor: str | None) -> None:
    (hit,) = find(text)
    assert hit.anchor == anchor


def test_working_days_by_a_calendar() -> None:
    calendar = WorkCalendar(frozenset([2023]), frozenset([datetime.date(2023, 1, 30)]), frozenset())
    (hit,) = find("自印发之日起5个工作日内上报。", CONTEXT._replace(calendar=calendar))
    assert (hit.end_date, hit.working_days, hit.problems) == ("2023-02-06", True, ())


CHARACTERS = "0123456789一二三十年月日号天周季旬期时钟五前后内底末至到-~、，。；：（）()《》\n ①半个每自起"
PIECES = "2023年 工作日 收到 之日起 印发 完成时限： 长期坚持 定期 上半年 次月 “十四五” 2023.3 报送 责任单位："
WORDS = st.sampled_from([*CHARACTERS, *words(PIECES)])


@given(st.lists(WORDS, max_size=40).map("".join))
def test_any_text_has_an_answer(text: str) -> None:
    found = find(text)
    ends = [0, *(hit.end for hit in found)]
    assert all(end <= hit.start < hit.end <= len(text) for end, hit in zip(ends, found, strict=False))
    for hit in found:
        if hit.start_date and hit.end_date:
            assert hit.start_date <= hit.end_date
        for date in (hit.start_date, hit.end_date):
            assert date is None or date.startswith("--") or datetime.date.fromisoformat(date)


@given(st.text(max_size=200))
def test_any_characters(text: str) -> None:
    find(text)


PUMPS = [
    *"1一、（( \n年月日每期自五《",
    *words("2023年 2月10日前 2023年1月1日至 每年 责任单位： 收到 之日起 30日内 1月、 5- 2023- 2023. 20日"),
    *words("定期 时限： 完成时限： 十四五 长期坚持 每季度末月 第二、三季度 自印发 的"),
]


@pytest.mark.parametrize("pump", PUMPS)
def test_cost_grows_with_the_text_and_no_faster(pump: str) -> None:
    def cost(size: int) -> float:
        text = fold(pump * (size // len(pump)))
        best = 9.0
        for _ in range(3):
            began = time.process_time()
            find_deadlines(text, CONTEXT)
            best = min(best, time.process_time() - began)
        return best

    assert cost(16_000) < 8 * cost(4_000) + 0.02


def test_working_days_of_a_year_that_is_not_published() -> None:
    (hit,) = find("自印发之日起5个工作日内上报。", DeadlineContext(2098, datetime.date(2098, 3, 3)))
    assert (hit.end_date, hit.problems) == ("2098-03-10", ("no_calendar",))


# --- the phrases that are benchmarked beside JioNLP: accuracy must not fall


def test_written_phrases() -> None:
    phrases = list(written_phrases())
    wrong = [f"{phrase.text} {list(map(show, read(phrase.text, phrase.issued_on)))}" for phrase in phrases]
    wrong = [line for line, phrase in zip(wrong, phrases, strict=True) if not is_right(phrase)]
    assert len(phrases) >= 150
    assert len(wrong) <= 0.03 * len(phrases), wrong


def test_sentences_without_a_deadline() -> None:
    texts = without_deadline()
    wrong = [text for text in texts if read(text, datetime.date(2024, 3, 15))]
    assert len(texts) == 100
    assert len(wrong) <= 2, wrong

"""policykit.toml: what each table adds, and what is said of one that cannot be used."""

import threading
from pathlib import Path

import pytest

from policykit import ConfigError, Rules, load_rules, parse
from policykit.config.toml import find_config
from policykit.extract.rules import LABELS, OBLIGATIONS, TAILS
from policykit.model.notice import Task

FILE = """\
[units]
names = ["青溪城投", "总院办（筹）"]
[units.aliases]
"县卫健" = "青溪县卫生健康局"
[words]
obligation = ["理当", "有责任"]
[roles]
lead = ["主抓单位", "挂帅"]
support = ["帮办"]
[deadlines]
"三夏期间" = "05-20/06-30"
"冬防期" = "11-15/03-15"
"汛前" = "05-31"
"逢集日" = "FREQ=WEEKLY;BYDAY=SA"
[holidays.2027]
off = "0101-0103 0206-0212"
worked = "0131"
[diff.severity]
removed = "error"
"""


def rules_of(tmp_path: Path, text: str) -> Rules:
    path = tmp_path / "policykit.toml"
    path.write_text(text, encoding="utf-8")
    return load_rules(path)


def task_of(body: str, rules: Rules, date: str = "2026年1月15日") -> Task:
    text = f"关于开展自查的通知\n各单位：\n一、开展自查\n{body}\n青溪县卫生健康局\n{date}\n"
    return parse(text, rules=rules).tasks[0]


OWNERS = [
    ("青溪城投理当做好自查。", "actor:青溪城投"),
    ("总院办（筹）有责任维护秩序。", "actor:总院办（筹）"),
    ("青溪城投挂帅，县财政局帮办。", "lead:青溪城投 support:县财政局"),
    ("抓好落实。（主抓单位：县卫健；配合单位：青溪城投）", "lead:县卫健=青溪县卫生健康局 support:青溪城投"),
    ("县医院要做好自查。", "actor:县医院"),
]


@pytest.mark.parametrize(("body", "want"), OWNERS)
def test_units_words_and_roles(tmp_path: Path, body: str, want: str) -> None:
    task = task_of(body, rules_of(tmp_path, FILE))
    meant = [f"{o.role}:{o.name}" + (f"={o.resolved}" if o.resolved else "") for o in task.owners]
    assert " ".join(meant) == want
    assert task.text == body.partition("（主抓")[0] or task.text == body


DEADLINES = [
    ("各单位要在三夏期间完成整改。", "range 2026-05-20 2026-06-30 None"),
    ("各单位要在冬防期加强巡查。", "range 2025-11-15 2026-03-15 None"),
    ("各单位要在汛前完成清淤，6月底前报送。", "by None 2026-05-31 None; by None 2026-06-30 None"),
    ("各单位要在逢集日开展义诊。", "recurring None None FREQ=WEEKLY;BYDAY=SA"),
]


@pytest.mark.parametrize(("body", "want"), DEADLINES)
def test_deadlines_of_a_place(tmp_path: Path, body: str, want: str) -> None:
    due = task_of(body, rules_of(tmp_path, FILE)).deadlines
    assert "; ".join(f"{d.kind} {d.start} {d.end} {d.rrule}" for d in due) == want


def test_holidays_of_a_year_that_is_not_listed(tmp_path: Path) -> None:
    body = "各单位自本通知印发之日起5个工作日内报送。"
    plain, own = (task_of(body, r, "2027年1月29日") for r in (Rules(), rules_of(tmp_path, FILE)))
    assert (plain.deadlines[0].end, own.deadlines[0].end) == ("2027-02-05", "2027-02-04")


def test_no_rules_change_nothing() -> None:
    text = "一、开展自查\n各科室要于2026年6月底前完成自查。"
    assert parse(text, rules=Rules()) == parse(text)


def test_rules_of_one_parse_are_not_those_of_another(tmp_path: Path) -> None:
    """Rules are an argument, never a state: threads with and without them do not see each other's."""
    rules = rules_of(tmp_path, FILE)
    found: list[tuple[bool, int]] = []

    def work(own: bool) -> None:
        for _ in range(20):
            found.append((own, len(task_of("青溪城投理当做好自查。", rules if own else Rules()).owners)))

    threads = [threading.Thread(target=work, args=(own,)) for own in (True, False, True, False)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) == {(True, 1), (False, 0)}


def test_words_are_spelled_as_long_as_they_are() -> None:
    assert [len(word) for word in OBLIGATIONS] == [2, 3, 4]
    for words in (*LABELS.values(), *TAILS.values()):
        assert [len(word) for word in words] == [2, 3, 4, 5, 6]


@pytest.mark.parametrize("role", ["lead", "support", "responsible"])
@pytest.mark.parametrize("size", range(2, 7))
def test_a_role_word_of_any_length(role: str, size: int) -> None:
    word = "某某某某某某"[:size]
    rules = Rules(roles={word: role})  # type: ignore[dict-item]
    labelled, after = task_of(f"抓好落实。（{word}：县医院）", rules), task_of(f"抓好落实。（县医院{word}）", rules)
    want = [] if (role, size) == ("responsible", 2) else [(role, "县医院")]
    assert [(o.role, o.name) for o in labelled.owners] == want
    assert [(o.role, o.name) for o in after.owners] == [(role, "县医院")]


BAD = [
    (f"[units]\nmost = {'9' * 5000}", ": 里面有位数太多的整数"),
    ("[units]\nname = []", ":2: 没有字段“name”。是不是 names？可用：names、aliases"),
    ('[units]\nnames = "甲局"', ':2: names 应为一组文字，如 names = ["甲", "乙"]'),
    ('[units]\nnames = ["局"]', ":2: “局”不能用：要 2 到 30 个字，中间没有空白"),
    ('[units.aliases]\n"县卫健" = 3', ":2: “县卫健”的全称应为文字"),
    ("units = 3", ":1: units 应为一节，写成 [units]"),
    ('[words]\nobligation = ["理 当"]', ":2: “理 当”不能用：要 2 到 4 个字"),
    ('[role]\nlead = ["挂帅"]', ":1: 没有 [role] 这一节，是不是 [roles]？"),
    ('[roles]\nleader = ["挂帅"]', ":2: 没有字段“leader”。是不是 lead？"),
    ('\n[deadlines]\n"汛前" = "5月底"', ":3: “汛前”的时间“5月底”不对。请写一天 "),
    ('[deadlines]\n"汛前" = "02-30"', ":2: “汛前”的时间“02-30”不对。"),
    ('[deadlines]\n"逢集日" = "FREQ=WEEKLY;BYDAY=SATURDAY"', ":2: “逢集日”的时间“FREQ=WEEKLY;BYDAY=SATURDAY”不对。"),
    ('[deadlines]\n"逢集日" = "FREQ=WEEKLY;BYDAY=+SA"', ":2: “逢集日”的时间“FREQ=WEEKLY;BYDAY=+SA”不对。"),
    ('[deadlines]\n"春检" = "FREQ=YEARLY;BYMONTH=13"', ":2: “春检”的时间“FREQ=YEARLY;BYMONTH=13”不对。"),
    ('[deadlines]\n"逢集日" = "FREQ=WEEKLY;ON=SA"', ":2: “逢集日”的时间“FREQ=WEEKLY;ON=SA”不对。"),
    ("[units]\naliases = 3", ":2: aliases 应为一节，写成 [units.aliases]"),
    ('[deadlines]\n汛前 = "05-31"', ":2: 不合 TOML 的写法"),
    ("[holidays.明年]\noff = ''", ":1: 不合 TOML 的写法"),
    ('[holidays.x]\noff = "0101"', ":1: “x”不是年份。请写成 [holidays.2027]"),
    ('[holidays.2027]\noff = "1301"', ":2: off 的“1301”不对。请写月日"),
    ("[holidays.2027]\noff = 3", ":2: off 的“3”不对。"),
]


@pytest.mark.parametrize(("text", "message"), BAD)
def test_what_is_wrong_and_where(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        rules_of(tmp_path, text)
    assert "policykit.toml" + message in str(caught.value)
    str(caught.value).encode("gbk")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"[" * 100_000, b"a = " + b"[" * 50_000, b"\x00", b"a = 1\r\rb"])
def test_a_file_that_is_none(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "policykit.toml"
    path.write_bytes(data)
    with pytest.raises(ConfigError, match=r"policykit\.toml"):
        load_rules(path)


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="没有"):
        load_rules(tmp_path / "没有.toml")


def test_the_nearest_file(tmp_path: Path) -> None:
    deep = tmp_path / "甲" / "乙"
    deep.mkdir(parents=True)
    (tmp_path / "policykit.toml").write_text("", encoding="utf-8")
    assert find_config(deep) == tmp_path / "policykit.toml"
    (deep / "policykit.toml").write_text("", encoding="utf-8")
    assert find_config(deep) == deep / "policykit.toml"

"""``parse --explain``: every row it names is in docs/rows.md, and every basis is said."""

from pathlib import Path

import pytest

from policykit.api import parse_source
from policykit.cli.errors import UsageError
from policykit.cli.why import Case, explain_tasks
from policykit.extract.index import DEADLINE_TABLES, INDICATOR_TABLES, MOOD_TABLES, OWNER_TABLES
from policykit.extract.rules import Rules
from policykit.extract.trace import Trace
from policykit.readers import read_source, read_text

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
NOTICE = """\
关于开展2026年自查的通知
各单位：
列第一位的责任单位为牵头单位。
一、重点任务
（责任单位：县民政局、县财政局；完成时限：9月底前）
（一）开展自查。各乡镇要完成自查，合格率达到90%以上。
（二）开展抽查。我局将自印发之日起5个工作日内组织抽查，8月前反馈。鼓励交叉检查。
二、实施步骤
（一）动员部署阶段（6月-7月）
1.召开动员会。各乡镇要召开动员会。
青溪县民政局
2026年5月15日
"""


def explained(text: str, wanted: str | None = None, rules: Rules | None = None) -> str:
    source, found = read_text(text)
    trace = Trace()
    notice = parse_source(source, found, rules=rules or Rules(), trace=trace)
    return explain_tasks(Case(notice, trace, source.text), wanted)


def test_every_table_is_in_the_docs() -> None:
    page = (ROOT / "docs" / "rows.md").read_text(encoding="utf-8")
    tables = (*OWNER_TABLES, *DEADLINE_TABLES, *INDICATOR_TABLES, *MOOD_TABLES)
    assert [title for title, _ in tables if f"## {title}\n" not in page] == []
    assert [row.name for _, rows in tables for row in rows if f"| `{row.name}` |" not in page] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_task_of_a_sample_is_explained(path: Path) -> None:
    source, found = read_source(path)
    trace = Trace()
    notice = parse_source(source, found, trace=trace)
    text = explain_tasks(Case(notice, trace, source.text), None)
    assert text.count("\n  编号 ") == len(notice.tasks)
    text.encode("gbk")


REASONS = [
    ("1", "县民政局  牵头"),
    ("1", "first-is-lead（责任单位：所在的位置）"),
    ("1", "依据：承上文：本项没有写明责任单位，取上一层第5行的；全文规定列第一位的为牵头单位"),
    (
        "1",
        "第5行的；年份推定：原文没有年份，由文件的年度 2026、成文日期 2026-05-15推出",
    ),
    ("1", "【各乡镇】要完成自查"),
    ("1", "level（指标）"),
    ("2", "依据：原文写明；指青溪县民政局"),
    ("2", "within（时限：多久以内）"),
    ("2", "按工作日算"),
    ("2", "没有写“底”，按上个月的最后一天（PK403）"),
    ("2", "encourage（要求的程度），词是“鼓励”"),
    ("3", "承上文：本项没有写明时限，取上一层或所在阶段第9行的"),
]


@pytest.mark.parametrize(("task", "reason"), REASONS)
def test_reasons(task: str, reason: str) -> None:
    assert reason in explained(NOTICE, task)


def test_a_rule_of_the_user_is_named() -> None:
    text = "一、开展自查\n各科室要在汛前完成自查。"
    assert "规则：policykit.toml（一地的写法）" in explained(text, rules=Rules(deadlines={"汛前": "05-31"}))


@pytest.mark.parametrize("wanted", ["0", "9", "T-0", "自查"])
def test_a_task_that_is_not_there(wanted: str) -> None:
    with pytest.raises(UsageError, match="没有任务"):
        explained(NOTICE, wanted)


def test_a_text_without_tasks() -> None:
    assert explained("今天天气很好。") == "没有识别到任务\n"

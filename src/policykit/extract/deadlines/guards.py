"""What looks like a deadline and is none: conditions, history, titles; and what a deadline is for."""

from policykit.extract.deadlines.found import Purpose, words
from policykit.text.lazy import verbose

# 2025年1月1日以前出生的, 2005年底前注册营运的黄标车: a date that only says whom or what is meant
_CONDITION = verbose(r"""
    (?:期间|之日|(?:之|以)?[前后]|起|止|\(含\)|,|\ )*+
    (?:[^,。;、]{0,4}(?:出生|注册|登记|参加工作|入职|入学|退休|毕业|购买|购置|签订|发放|发生|缴纳|入住|录入|获批|认定)[^,。;、]{0,8}?的(?!通知)
      |[^,。;、]{0,6}(?:成立|设立|取得|开工|投产|建成|颁布|出台|施行|实施|印发|发布|公布|批准|核准|立项|完成|存在|形成|产生|使用)的)""")

_NAMED = verbose(
    "的|是|(?:印发|发布|公布|下发|施行)(?:的|[ )\n]|$)|(?:修订|修正|通过|颁布|出台|批准|成立|当选|出生)"
    "|[^,。;]{0,12}(?:增长|下降|上升|提高|减少)(?:了|[0-9])|[^,。;、]{0,6}(?:开局|[节日]是)"
    "|至|到|已|曾|末|未|应缴|工资|号|起|讯|电|[^,。;、]{0,8}(?:[召展办立]了|已经?|会议通过)"
)
_PAST_ENDS = words("会计年度自 财政年度自 预算年度自 已 已于 已在 已经于 曾 曾于 曾在 早在 始于 较 比 同 超")

_REPORT = verbose(r"""
    报[送备]|[上呈]报|报(?=[^,。;\n]{1,24}(?:备案|审[批核定]|办公室|[科股处室局委办厅院部组府]))
    |(?:[向对][^,。;\n]{1,24}|书面|[内时前,])报告""")
_REPORT_REACH = 60
_SENTENCE = "。;\n"
_CLAUSE = ",。;\n"
_IN_FORCE = verbose(
    r"[^,。;\n]{0,6},?[^,。;\n]{0,10}?(?:施行|生效|试行|(?<!全面|逐步|分步|组织)(?:实施|执行))(?!方案|细则|办法|意见)"
)


def is_condition(text: str, at: int) -> bool:
    """Tell whether the words after the date make it the mark of a group (…以前出生的), not the time of a duty."""
    return text.find("的", at, at + 40) >= 0 and _CONDITION.match(text, at, at + 40) is not None


def is_name(text: str, at: int) -> bool:
    """Tell whether the words after a bare date make it a name or a report (5月印发的, 12月已召开)."""
    return _NAMED.match(text, at, at + 24) is not None


def is_past(text: str, start: int) -> bool:
    """Tell whether the words before a date say that it is over."""
    return text.endswith(_PAST_ENDS, max(0, start - 5), start)


def is_in_force(text: str, at: int) -> bool:
    """Tell whether the words after 自…起 say that a rule takes effect then."""
    return _IN_FORCE.match(text, at, at + 40) is not None


def read_purpose(text: str, end: int, reach: int, *, clause: bool) -> Purpose:
    """Return what a deadline ending at ``end`` is for: a report, where 报送, 报告 or 报…备案 follows.

    Only words before ``reach`` count, those of its sentence, or of its clause
    where a rhythm (定期) governs no more.
    """
    reach = min(reach, end + _REPORT_REACH)
    if text.find("报", end, reach) < 0:
        return "complete"
    end += text[end : end + 1] == ","  # 每年12月20日前,将总结报送…: the comma only sets the time apart
    for stop in _CLAUSE if clause else _SENTENCE:
        at = text.find(stop, end, reach)
        reach = at if at >= 0 else reach
    return "report" if _REPORT.search(text, end, reach) else "complete"

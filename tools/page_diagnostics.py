"""``docs/diagnostics.md``: every diagnostic with its reason, an example that raises it, and the example mended."""

import re
from collections.abc import Iterator
from difflib import unified_diff

from policykit.diagnostics.catalogue import ROWS, Row
from policykit.diagnostics.report import SEVERITIES
from policykit.text.width import printable
from tools.markdown import block, plain, table

_HEAD = """\
# 诊断

<!-- 本页由 make docs 从 src/policykit/diagnostics/ 的目录生成，不要手改。 -->

policykit 读到拿不准、不完整或前后矛盾的地方，不猜，也不悄悄放过：给出一条诊断，写明位置。诊断显示在标准错误，
也写进清单的 `diagnostics`。代码一经使用，不再改作他用。

- **错误**：有文字丢失，或者清单不能用，要处理。
- **警告**：多半有问题，请核对。
- **提示**：做了什么处理，知道即可。

命令行里用 `policykit explain PK403` 看同样的说明；`--fail-on warning` 让警告和错误使退出码为 1。例子里看不见的字符写成
`\\u200b` 的样子，读不成文字的字节写成 `\\xe5` 的样子。
"""
_STAGES = {
    "1": "读取（PK1xx）",
    "2": "清理（PK2xx）",
    "3": "层次（PK3xx）",
    "4": "提取（PK4xx）",
    "5": "清单（PK5xx）",
    "6": "比较（PK6xx）",
    "7": "单位档案和方案（PK7xx）",
}
_LONG = 8  # lines; of longer examples only the difference is shown
_WIDE = 110


def build() -> str:
    """Return the page."""
    return "\n\n".join([_HEAD.rstrip(), _overview(), *_sections()]) + "\n"


def _overview() -> str:
    rows = ((f"[{row.code}](#{row.code.lower()})", SEVERITIES[row.severity], _message(row)) for row in ROWS)
    return table(("代码", "级别", "说什么"), rows)


def _sections() -> Iterator[str]:
    for digit, title in _STAGES.items():
        rows = [row for row in ROWS if row.code[2] == digit]
        if rows:
            yield f"## {title}"
        for row in rows:
            yield from _entry(row)


def _entry(row: Row) -> Iterator[str]:
    yield f"### {row.code}"
    yield f"`{row.slug}` · {SEVERITIES[row.severity]} · {_message(row)}"
    yield plain(row.why)
    bad, good = _lines(row.bad), _lines(row.good)
    if max(len(bad), len(good)) > _LONG:
        yield "会引起它的写法（`-`），改好以后（`+`）："
        yield block("diff", "\n".join(list(unified_diff(bad, good, n=1, lineterm=""))[3:]))
        return
    yield "会引起它的例子："
    yield block("text", "\n".join(bad))
    yield "改好以后："
    yield block("text", "\n".join(good))


def _message(row: Row) -> str:
    return plain(re.sub(r"\{[a-z_]{1,30}\}", "…", row.message))


def _lines(example: str) -> list[str]:
    """The lines of an example, all that cannot be seen written out, the long ones cut."""
    lines = [printable(line) for line in example.rstrip("\n").split("\n")]
    return [line if len(line) <= _WIDE else f"{line[:_WIDE]}…" for line in lines]

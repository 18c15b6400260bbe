"""``python -m tools.docs``: write the pages that are made from the code, and refresh what commands print in the others.

``--check`` writes nothing and fails where a page is stale; the tests do the same.
"""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tools import page_diagnostics, page_fields, page_rows
from tools.console import refresh

ROOT = Path(__file__).parents[1]

PAGES: dict[str, Callable[[str], str]] = {
    "README.md": refresh,
    "docs/cli.md": refresh,
    "docs/diff.md": refresh,
    "docs/template.md": refresh,
    "docs/output.md": lambda page: page_fields.fill(refresh(page)),
    "docs/diagnostics.md": lambda _: page_diagnostics.build(),
    "docs/rows.md": lambda _: page_rows.build(),
}
"""Every page that holds something generated, and what makes it anew from what it is now."""


class Page(NamedTuple):
    """A page as it is, and as it should be."""

    now: str
    new: str


def renew() -> dict[str, Page]:
    """Return every page by its name; the commands of one page run beside those of another."""
    with ThreadPoolExecutor() as pool:
        return dict(zip(PAGES, pool.map(_renew, PAGES), strict=True))


def _renew(name: str) -> Page:
    path = ROOT / name
    now = path.read_text(encoding="utf-8") if path.exists() else ""
    return Page(now, PAGES[name](now))


def write(name: str, page: Page) -> None:
    """Put the page in its place as it should be."""
    (ROOT / name).write_text(page.new, encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Renew every page; return 1 where one was stale and ``--check`` was asked for."""
    stale = {name: page for name, page in renew().items() if page.now != page.new}
    if "--check" in arguments:
        print("".join(f"{name} 已过期，请运行 make docs\n" for name in stale), end="")
        return int(bool(stale))
    for name, page in stale.items():
        write(name, page)
        print(f"已更新 {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

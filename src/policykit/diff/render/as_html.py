"""One page that works offline: both texts side by side, lines between what matches, a filter by kind of change.

Nothing is loaded from anywhere; the policy in its head lets only its own style and script run, whatever the texts hold.
"""

import json
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files

from policykit.diff.explain import field_words
from policykit.diff.kinds import CHANGES
from policykit.diff.render.report import Line, Report, by_kind, counts_words, side_words, title_of
from policykit.export import view
from policykit.model.diff import Change
from policykit.model.notice import Notice, Task
from policykit.text.words import Piece

_SIDES = ("old", "new")


def render(report: Report) -> str:
    """Return the page."""
    return "".join(f"{line}\n" for line in _page(report))


def _page(report: Report) -> Iterator[str]:
    style, script = (files(__package__).joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    title = escape(f"两年对照：{title_of(report)}")
    yield '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>"
    yield f"<header><h1>{title}</h1>\n<div>{escape(counts_words(report))}</div>"
    for kind, changes in by_kind(report.diff.changes).items():
        label = f"{CHANGES[kind].label}（{len(changes)}）"
        yield f'<label><input type="checkbox" data-kind="{kind}" checked> {label}</label>'
    yield '</header>\n<main><svg id="lines" aria-hidden="true"></svg>'
    for side, name in enumerate(_SIDES):
        yield from _side(report, side, name)
    yield f'</main>\n<script type="application/json" id="links">{_links(report)}</script>'
    yield f"<script>{script}</script>\n</body>\n</html>"


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _side(report: Report, side: int, name: str) -> Iterator[str]:
    notice = (report.old, report.new)[side].notice
    changes = _changes_by_task(report, side)
    yield f'<section class="side {name}"><h2>{escape(side_words(report)[side])}</h2>'
    for task, above in _with_headings(notice):
        yield from (f'<div class="heading">{escape(heading)}</div>' for heading in above)
        yield from _task(task, changes[task.id], report, side)
    yield "</section>"


def _changes_by_task(report: Report, side: int) -> dict[str, list[Change]]:
    found: defaultdict[str, list[Change]] = defaultdict(list)
    for change in report.diff.changes:
        for ref in (change.old, change.new)[side]:
            found[ref.id].append(change)
    return found


def _with_headings(notice: Notice) -> Iterator[tuple[Task, tuple[str, ...]]]:
    """Yield each task with the headings above it that are new since the one before."""
    places = view.places(notice)
    seen: tuple[str, ...] = ()
    for task in notice.tasks:
        above = view.headings_above(task, places.get(task.section))
        same = next((n for n, pair in enumerate(zip(seen, above, strict=False)) if pair[0] != pair[1]), len(seen))
        yield task, above[same:]
        seen = above


def _task(task: Task, changes: list[Change], report: Report, side: int) -> Iterator[str]:
    kinds = " ".join(dict.fromkeys(change.kind for change in changes))
    labels = "、".join(dict.fromkeys(CHANGES[change.kind].label for change in changes))
    yield f'<article id="{_anchor(_SIDES[side], task.id)}" class="{kinds}" data-kinds="{kinds}">'
    yield f'<span class="kind">{labels}</span><p class="title">{escape(task.title)}</p>'
    yield from (f"<p>{words}</p>" for words in _texts(task, changes, report, side))
    if side:
        notes = (field_words(item) for change in changes for item in change.fields if item.kind != "text_changed")
        yield from (f'<p class="note">{escape(note)}</p>' for note in dict.fromkeys(notes))
    yield "</article>"


def _texts(task: Task, changes: list[Change], report: Report, side: int) -> Iterator[str]:
    """Yield the task's measures, marked where they differ from those of its one partner."""
    single = changes[0] if len(changes) == 1 and len(changes[0].old) <= 1 and len(changes[0].new) <= 1 else None
    if single is None:
        yield from map(escape, view.steps(task))
        return
    for line in report.lines_of(single):
        words = "".join(_marked(piece, side) for piece in _shown(line, single))
        yield from [words] if words else []


def _shown(line: Line, change: Change) -> list[Piece]:
    """Return the pieces; a task that is new or gone as a whole is not marked word by word."""
    return line.pieces if change.old and change.new else [piece._replace(same=True) for piece in line.pieces]


def _marked(piece: Piece, side: int) -> str:
    tag, text = ("del", "ins")[side], escape(piece.on(side))
    return text if piece.same or not text else f"<{tag}>{text}</{tag}>"


def _links(report: Report) -> str:
    """Return the lines to draw as JSON that no text can break out of."""
    links = [
        {"kind": change.kind, "old": _anchor("old", old.id), "new": _anchor("new", new.id)}
        for change in report.diff.changes
        for old in change.old
        for new in change.new
    ]
    return json.dumps(links, ensure_ascii=True).replace("<", "\\u003c")


def _anchor(side: str, task_id: str) -> str:
    """Return an id of the page that no task's id can break."""
    return f"{side}-{sha256(task_id.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"

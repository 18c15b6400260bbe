"""A hospital's own plan: the whole command against a cold parse, and its Word file against python-docx's cells.

python benchmarks/plan.py [rounds]
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median

from material import plan

from policykit import parse
from policykit.data.profiles import PRESETS, profile_text
from policykit.gongwen import Document, Layout, write_docx
from policykit.load.profile import check_profile_text
from policykit.template.as_docx import document_of
from policykit.template.draft import draft

ROUNDS = 15
TASKS = 60


def notice() -> str:
    """Return a notice of about 10 KB and 60 tasks."""
    size, text = 10_000, ""
    while len(parse(text := plan(size)).tasks) < TASKS and size < 40_000:
        size += 1000
    return text


def document() -> Document:
    profile = check_profile_text(profile_text(PRESETS[0], "青溪县人民医院"), "档案.yaml").profile
    if profile is None:
        raise SystemExit("档案有错误")
    return document_of(draft([parse(notice())], profile)[0])


def by_cells(made: Document) -> bytes:
    """Write the same text with python-docx: paragraphs, and the tables cell by cell."""
    import docx

    document = docx.Document()
    for block in made.blocks:
        document.add_paragraph(block.words)
    for annex in made.annexes:
        table = document.add_table(rows=len(annex.table.rows) + 1, cols=len(annex.table.columns))
        for column, (name, _) in enumerate(annex.table.columns):
            table.cell(0, column).text = name
        for at, row in enumerate(annex.table.rows, 1):
            for column, cell in enumerate(row):
                table.cell(at, column).text = "\n".join(cell)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def taken(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def run(arguments: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "policykit", *arguments], env=environment, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000


def whole_process(rounds: int, folder: Path) -> tuple[list[float], list[float]]:
    """Return the times of ``parse`` and of ``template``, taking turns; the first round compiles the byte code."""
    source, profile, target = folder / "通知.txt", folder / "单位.yaml", folder / "方案.docx"
    source.write_text(notice(), encoding="utf-8")
    profile.write_text(profile_text(PRESETS[0], "青溪县人民医院"), encoding="utf-8")
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "pycache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    drawn = ["template", str(source), "--profile", str(profile), "-q", "--force", "-o", str(target)]
    times = [(run(["parse", "-q", str(source)], environment), run(drawn, environment)) for _ in range(rounds + 1)]
    parsed, made = zip(*times[1:], strict=True)
    return list(parsed), list(made)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    text = notice()
    print(f"{len(text.encode())} bytes, {len(parse(text).tasks)} tasks, {rounds} rounds in turn\n")
    with tempfile.TemporaryDirectory() as folder:
        parsed, made = whole_process(rounds, Path(folder))
    ratio = median(b / a for a, b in zip(parsed, made, strict=True))
    print(f"{ratio:6.2f} {'≤ 4':>6}  policykit template → docx, multiple of policykit parse ({median(parsed):.0f} ms)")
    content = document()
    write_docx(content, Layout()), by_cells(content)
    pairs = [(taken(lambda: write_docx(content, Layout())), taken(lambda: by_cells(content))) for _ in range(rounds)]
    ratio = median(b / a for a, b in pairs)
    print(f"{ratio:6.2f} {'≥ 3':>6}  the Word file, times faster than python-docx cell by cell")


if __name__ == "__main__":
    main()

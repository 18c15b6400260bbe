"""Word documents: reading one of 2,000 paragraphs against python-docx, and a cold ``parse`` of one against its text.

Two documents of 2,000 paragraphs: a bare one, as a program writes it, and one dressed as Word saves it (style, spacing
and fonts on every paragraph and run, three runs a paragraph). python-docx gives the text of the paragraphs alone, no
numbers. All take turns; the figure to read is the median of the ratios of each round.

    python benchmarks/docx_read.py [rounds]
"""

import io
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import docx
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from material import plan

from policykit.readers import read_source

ROUNDS = 11
PARAGRAPHS = 2_000
GOAL, COLD_GOAL = 1.0, 1.3


def document(lines: list[str], dress: Callable[[Paragraph, str], object]) -> bytes:
    made = docx.Document()
    for line in lines:
        dress(made.add_paragraph(), line)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def bare(paragraph: Paragraph, line: str) -> None:
    paragraph.add_run(line)


def dressed(paragraph: Paragraph, line: str) -> None:
    paragraph.style = "Body Text"
    paragraph.paragraph_format.first_line_indent = Pt(32)
    third = len(line) // 3 + 1
    for start in range(0, len(line), third):
        run = paragraph.add_run(line[start : start + third])
        run.font.name, run.font.size = "仿宋_GB2312", Pt(16)
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋_GB2312")


def ours(data: bytes) -> None:
    read_source(data)


def theirs(data: bytes) -> None:
    for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
        _ = paragraph.text


def seconds(work: Callable[[bytes], None], data: bytes) -> float:
    start = time.process_time()
    work(data)
    return time.process_time() - start


def parse_cold(file: Path, environment: dict[str, str]) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-m", "policykit", "parse", "-q", str(file)]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def compare(name: str, goal: float, first: Callable[[], float], second: Callable[[], float], rounds: int) -> None:
    """Print how long ``first`` takes as a multiple of ``second``; a round before the first one warms up."""
    pairs = [(first(), second()) for _ in range(rounds + 1)][1:]
    ratio = median(a / b for a, b in pairs)
    best = min(a for a, _ in pairs) / min(b for _, b in pairs)
    ours_ms, theirs_ms = (median(pair[side] for pair in pairs) * 1000 for side in (0, 1))
    print(f"{ratio:6.2f} {best:6.2f} {f'≤ {goal}':>6} {ours_ms:8.1f} {theirs_ms:8.1f}  {name}")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    lines = (plan(40_000 * 20).splitlines() * 9)[:PARAGRAPHS]
    print(f"Word documents, {rounds} rounds in turn\n")
    print(f"{'ratio':>6} {'best':>6} {'goal':>6} {'ms':>8} {'peer ms':>8}  case")
    for name, dress in (("bare", bare), ("dressed", dressed)):
        data = document(lines, dress)
        compare(
            f"read {len(lines)} paragraphs, {name} / python-docx",
            GOAL,
            lambda data=data: seconds(ours, data),  # type: ignore[misc]
            lambda data=data: seconds(theirs, data),  # type: ignore[misc]
            rounds,
        )
    with tempfile.TemporaryDirectory() as folder:
        text = plan(10_000)
        plain, word = Path(folder, "通知.txt"), Path(folder, "通知.docx")
        plain.write_text(text, encoding="utf-8")
        word.write_bytes(document(text.splitlines(), dressed))
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder, "pycache"))}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        compare(
            "policykit parse 通知.docx / 通知.txt, whole process",
            COLD_GOAL,
            lambda: parse_cold(word, environment),
            lambda: parse_cold(plain, environment),
            rounds,
        )


if __name__ == "__main__":
    main()

"""``make demo``: one sample through the whole of policykit, the table shown and the checklists written.

Does what the two commands it prints do, except that the table is shown also where standard output is no terminal.
"""

import os
import sys
from pathlib import Path

import policykit
from policykit.cli.main import main
from policykit.cli.streams import prepare
from policykit.cli.summary import show_summary

ROOT = Path(__file__).parents[1]
SAMPLE = "samples/county-excellence-notice.txt"
FORMATS = ("yaml", "md", "docx", "csv")


def show(sample: str) -> None:
    """Show the summary ``policykit parse`` shows on a terminal."""
    print(f"$ policykit parse {sample}", flush=True)
    show_summary(policykit.parse_file(sample))


def write(sample: str, output: Path) -> int:
    """Write the checklist in each format to ``output``; return the exit status of the first command that failed."""
    output.mkdir(parents=True, exist_ok=True)
    for name in FORMATS:
        target = output / f"{Path(sample).stem}.{name}"
        print(f"$ policykit parse {sample} -q --force -o {target}", flush=True)
        status = main(["parse", sample, "-q", "--force", "-o", str(target)])
        if status:
            return status
    return 0


def demonstrate(output: Path) -> int:
    """Show the sample's table and write its checklists; return the exit status."""
    target = output.absolute()
    os.chdir(ROOT)  # so that the commands printed are the ones a reader can run
    prepare()
    show(SAMPLE)
    print()
    return write(SAMPLE, Path(os.path.relpath(target)))


if __name__ == "__main__":
    sys.exit(demonstrate(Path(sys.argv[1] if len(sys.argv) > 1 else "demo-output")))

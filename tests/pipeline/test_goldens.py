"""Goldens: what every stage makes of every sample. A failure shows the first stage that changed.

``pytest --update`` writes them anew; look at the difference before you commit it.
"""

from pathlib import Path

import pytest
from stage_texts import ROOT, SAMPLES, stage_texts

GOLDENS = ROOT / "tests" / "goldens"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_stage_of_a_sample(path: Path, update: bool) -> None:
    folder = GOLDENS / path.stem
    made = stage_texts(path)
    if update:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (folder / name).write_bytes(text.encode())
    for name, text in made.items():
        assert text.split("\n") == (folder / name).read_bytes().decode().split("\n"), (
            f"{name} 变了：核对后运行 pytest --update"
        )


def test_every_golden_has_its_sample() -> None:
    assert {path.stem for path in SAMPLES} == {folder.name for folder in GOLDENS.iterdir()}

"""Profiles to start from: one file of departments a kind of hospital, and the commented skeleton they stand under."""

from pathlib import Path
from typing import NamedTuple


class Preset(NamedTuple):
    """A kind of hospital: its name, the file of its departments, the department that coordinates."""

    kind: str
    file: str
    office: str


PRESETS = (
    Preset("综合医院", "general.yaml", "院办"),
    Preset("中医医院", "tcm.yaml", "院办"),
    Preset("基层医疗机构", "primary.yaml", "办公室"),
)


def profile_text(preset: Preset, name: str) -> str:
    """Return a profile in YAML, commented, for the hospital ``name``."""
    folder = Path(__file__).parent
    skeleton = (folder / "skeleton.yaml").read_text(encoding="utf-8")
    departments = (folder / preset.file).read_text(encoding="utf-8")
    return skeleton.format(name=name, kind=preset.kind, office=preset.office) + departments

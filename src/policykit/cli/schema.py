"""``policykit schema``: the JSON Schema of a checklist, or of a comparison."""

from enum import StrEnum
from typing import Annotated

import typer

from policykit.cli.streams import emit


class What(StrEnum):
    """What there is a schema of."""

    notice = "notice"
    diff = "diff"


Of = Annotated[
    What, typer.Argument(metavar="[notice|diff]", help="notice 清单（不写时），diff 两年对照", show_default=False)
]


def schema(what: Of = What.notice) -> None:
    """输出清单的 JSON Schema，编辑器可用它检查和补全。"""
    from policykit.model.schema import diff_schema_text, schema_text

    emit(schema_text() if what is What.notice else diff_schema_text())

"""``policykit schema``: the JSON Schema of a checklist."""

from policykit.cli.streams import emit


def schema() -> None:
    """输出清单的 JSON Schema，编辑器可用它检查和补全。"""
    from policykit.model.schema import schema_text

    emit(schema_text())

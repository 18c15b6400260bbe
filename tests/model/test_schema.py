"""The published schema is the models', explained in full, and the file in the repository is the latest."""

import json
from pathlib import Path

import pytest

from policykit.model.notice import Notice, Task
from policykit.model.schema import diff_schema_text, schema_text, unexplained

SCHEMAS = Path(__file__).parents[2] / "schemas"
PUBLISHED = {"notice.schema.json": schema_text, "diff.schema.json": diff_schema_text}


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_schema_is_current(name: str, update: bool) -> None:
    made = PUBLISHED[name]()
    if update:
        (SCHEMAS / name).write_bytes(made.encode())
    assert (SCHEMAS / name).read_bytes().decode() == made, "模型改了：运行 pytest --update 重新生成 schemas/"


def test_every_field_is_explained_in_chinese() -> None:
    assert unexplained() == [], "给新字段在 model/schema.py 加一行说明"


def test_schema_says_what_the_models_say() -> None:
    schema = json.loads(schema_text())
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["properties"].keys() == Notice.model_fields.keys()
    assert schema["$defs"]["Task"]["properties"].keys() == Task.model_fields.keys()
    assert schema["$defs"]["Task"]["additionalProperties"] is False
    assert "Span" in schema["$defs"]

"""The published schema is the models', explained in full, and the file in the repository is the latest."""

import json
from pathlib import Path

from policykit.model.notice import Notice, Task
from policykit.model.schema import schema_text, unexplained

PUBLISHED = Path(__file__).parents[2] / "schemas" / "notice.schema.json"


def test_published_schema_is_current(update: bool) -> None:
    if update:
        PUBLISHED.write_bytes(schema_text().encode())
    assert PUBLISHED.read_bytes().decode() == schema_text(), "模型改了：运行 pytest --update 重新生成 schemas/"


def test_every_field_is_explained_in_chinese() -> None:
    assert unexplained() == [], "给新字段在 model/schema.py 加一行说明"


def test_schema_says_what_the_models_say() -> None:
    schema = json.loads(schema_text())
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["properties"].keys() == Notice.model_fields.keys()
    assert schema["$defs"]["Task"]["properties"].keys() == Task.model_fields.keys()
    assert schema["$defs"]["Task"]["additionalProperties"] is False
    assert "Span" in schema["$defs"]

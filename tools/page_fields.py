"""The tables of fields in ``docs/output.md``, made from the published schema."""

import json
import re
from collections.abc import Iterator
from typing import Any

from policykit.model.schema import schema_text
from tools.markdown import plain, table

_REGION = re.compile(r"(?<=<!-- 字段表：make docs 生成 -->\n).*?(?=<!-- 字段表完 -->)", re.S)


def fill(page: str) -> str:
    """Return the page with the tables of all models between its two marks."""
    return _REGION.sub(lambda _: f"\n{tables()}\n\n", page)


def tables() -> str:
    """Return a table for each model, the checklist itself first."""
    schema = json.loads(schema_text())
    models = {"Notice": schema, **schema["$defs"]}
    return "\n\n".join(_model(name, models[name]) for name in _in_reading_order(models))


def _in_reading_order(models: dict[str, Any]) -> list[str]:
    """Each model after the first that mentions it, the place in the source last."""
    order = ["Notice"]
    for name in order:
        named = re.findall(r'"#/\$defs/(\w+)"', json.dumps(models[name]["properties"]))
        order += [other for other in dict.fromkeys(named) if other not in order and other != "Span"]
    return [*order, "Span"]


def _model(name: str, body: dict[str, Any]) -> str:
    required = set(body.get("required", ()))
    rows = (
        (f"`{field}`", _kind(of), "是" if field in required else "", plain(of["title"]))
        for field, of in body["properties"].items()
    )
    return f"### {body['title']} `{name}`\n\n{table(('字段', '种类', '必填', '意思'), rows)}"


def _kind(field: dict[str, Any]) -> str:
    kinds = dict.fromkeys(_kinds(field))
    return " 或 ".join(kinds) if not _listed(field) else "取值见右"


def _listed(field: dict[str, Any]) -> bool:
    """Whether the meaning of a field already lists its values."""
    choices = field.get("anyOf", [field])
    values = [value for choice in choices for value in choice.get("enum", [])]
    return len(values) > 1 and all(value in field.get("title", "") for value in values)


def _kinds(field: dict[str, Any]) -> Iterator[str]:
    """Name the kinds of value a field takes, in Chinese; those of another model by its name."""
    if "anyOf" in field:
        for choice in field["anyOf"]:
            yield from _kinds(choice)
    elif "$ref" in field:
        yield f"`{field['$ref'].rsplit('/', 1)[-1]}`"
    elif "enum" in field or "const" in field:
        yield "、".join(f"`{value}`" for value in field.get("enum", [field.get("const")]))
    elif field.get("type") == "array":
        yield f"{_kind(field['items'])} 的列表"
    else:
        yield _TYPES[field["type"]]


_TYPES = {"string": "文字", "integer": "整数", "number": "数", "boolean": "`true`/`false`", "null": "空"}

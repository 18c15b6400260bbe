"""What pydantic finds, said so that the person who edited the checklist can mend it."""

from difflib import get_close_matches
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from policykit.diagnostics.report import Finding
from policykit.load.nodes import Node, Path, make_finding, written
from policykit.model.notice import Notice

# pydantic's error type -> what is wrong, and the mend; both filled with the error's context and ``value``.
_PROBLEMS: dict[str, tuple[str, str]] = {
    "string_type": ("应为文字，却是{kind}", "写成一行文字，用引号括起来"),
    "int_type": ("应为整数，却是{kind}", "写成数字，如 3"),
    "int_parsing": ("应为整数，“{value}”不是", "写成数字，如 3"),
    "int_parsing_size": ("数字太大", "写成合理的数字"),
    "int_from_float": ("应为整数，“{value}”不是", "去掉小数"),
    "float_type": ("应为数字，却是{kind}", "写成数字，如 90 或 0.5"),
    "float_parsing": ("应为数字，“{value}”不是", "写成数字，如 90 或 0.5；单位写在 unit 里"),
    "bool_type": ("应为 true 或 false", "改成 true 或 false"),
    "bool_parsing": ("应为 true 或 false，“{value}”不是", "改成 true 或 false"),
    "list_type": ("应为列表，却是{kind}", "每项一行，以“- ”开头；没有就写 []"),
    "model_type": ("应为一组“字段: 值”，却是{kind}", "换行缩进，一行写一个字段"),
    "greater_than_equal": ("{value} 太小，应不小于 {ge}", "改成不小于 {ge} 的数"),
    "less_than_equal": ("{value} 太大，应不大于 {le}", "改成不大于 {le} 的数"),
    "string_too_short": ("没有填写", "写上内容"),
    "string_too_long": ("太长", "写成不超过 {max_length} 个字"),
    "dict_type": ("应为一组“字段: 值”，却是{kind}", "换行缩进，一行写一个字段"),
    "literal_error": ("“{value}”不在可用的取值之内", "{choice}"),
}
_UNKNOWN = ("值不对", "对照 policykit schema 的说明改正")

_MISSING = {
    "span": "手工添加的条目可写 span: {start: 0, end: 0, line: 1}",
    "id": "写一个没有用过的编号",
    "section": "写它所在章节的编号（parts 里的 id）",
    "part": "写它所在部分的编号（parts 里的 id）",
    "source": "清单开头要有 source，可从 policykit parse 的输出里照抄",
}

_KINDS = {dict: "一组字段", list: "列表", str: "文字", bool: "真假值", int: "数字", float: "数字", type(None): "空值"}


def explain_error(error: Any, root: Node, model: type[BaseModel] = Notice) -> Finding:
    """Return the finding for one entry of ``ValidationError.errors()`` of ``model``, placed in the file."""
    path: Path = tuple(error["loc"])
    start, end = root.place(path)
    if error["type"] == "missing":
        field = str(path[-1])
        mend = _MISSING.get(field, f"补上 {field}: ……")
        return make_finding("PK503", start, end, where=written(path[:-1]), field=field, mend=mend)
    if error["type"] == "extra_forbidden":
        return _unknown_field(path, root, model)
    problem, mend = (_fill(part, error) for part in _PROBLEMS.get(error["type"], _UNKNOWN))
    return make_finding("PK505", start, end, where=written(path), problem=problem, mend=mend)


def _fill(template: str, error: Any) -> str:
    value = error["input"]
    context = {"ge": "", "le": "", "max_length": "", **error.get("ctx", {})}
    shown = str(value)[:40] if isinstance(value, str | int | float) else _KINDS.get(type(value), "")
    choice = _choice(shown, str(context.get("expected", ""))) if "{choice}" in template else ""
    kind = _KINDS.get(type(value), "别的")
    limits = {name: context[name] for name in ("ge", "le", "max_length")}
    return template.format(value=shown, kind=kind, choice=choice, **limits)


def _choice(value: str, expected: str) -> str:
    """Name the values that are allowed, the nearest first: pydantic lists them as ``'a', 'b' or 'c'``."""
    allowed = expected.replace(" or ", ", ").replace("'", "").split(", ")
    if value in allowed:
        return f'加上引号，写成 "{value}"'
    near = get_close_matches(value, allowed, 1)
    return (f"是不是 {near[0]}？" if near else "") + f"可用：{'、'.join(allowed)}"


def _unknown_field(path: Path, root: Node, model: type[BaseModel]) -> Finding:
    known = fields_at(path[:-1], model)
    name = str(path[-1])
    near = get_close_matches(name, known, 1)
    mend = f"是不是 {near[0]}？" if near else f"这里可用：{'、'.join(known)}" if known else "删去它"
    start, end = _key_place(path, root)
    return make_finding("PK504", start, end, where=written(path), field=name, mend=mend)


def _key_place(path: Path, root: Node) -> tuple[int, int]:
    node = root
    for step in path[:-1]:
        node = node.fields[step] if isinstance(step, str) else node.items[step]
    return node.keys.get(str(path[-1]), (node.start, node.end))


@cache
def fields_at(path: Path, root: type[BaseModel] = Notice) -> tuple[str, ...]:
    """Return the names of the fields that ``root`` has at ``path``; empty where it has none."""
    model: type[BaseModel] | None = root
    for step in path:
        if isinstance(step, str) and model is not None:
            field = model.model_fields.get(step)
            model = _model_in(field.annotation) if field else None
    return tuple(model.model_fields) if model else ()


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)

"""The published JSON Schemas, of a checklist and of a comparison: made from the models, explained in Chinese."""

import json
from collections.abc import Iterator
from typing import Any

from policykit.model.notice import Model, Notice

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_IDS = {"Notice": "urn:policykit:schema:notice:1", "Diff": "urn:policykit:schema:diff:1"}

# Name of a model: what an editor shows for it.
_MODELS = {
    "Notice": "任务清单",
    "Span": "原文位置",
    "Diagnostic": "诊断",
    "SourceInfo": "来源文件",
    "Metadata": "公文要素",
    "Section": "层次",
    "Part": "组成部分",
    "Owner": "责任主体，每个名称一条",
    "Deadline": "时限",
    "Indicator": "指标",
    "Measure": "具体措施",
    "Task": "任务",
    "Phase": "实施阶段",
    "Member": "成员",
    "Group": "领导小组",
    "Reference": "引用文件",
    "Contact": "联系方式",
    "Diff": "两年对照",
    "DiffSide": "对照的一方",
    "Change": "一处变化",
    "TaskRef": "所指的任务",
    "FieldChange": "一处不同",
    "Summary": "各类变化的数目",
}

# Name of a field, of one model where it means something else there: what an editor shows for it.
_FIELDS = {
    "added": "新增的数目",
    "address": "地址",
    "addressees": "主送机关",
    "anchor": "起算点：issued 印发，received 收到，effective 施行，event 某事发生",
    "attachments": "附件标题",
    "basis": "依据：stated 原文写明，inherited 承上文，inferred_year 年份推定，suggested 建议",
    "cc": "抄送机关",
    "changed": "修改的数目",
    "changes": "各处变化",
    "char_count": "原文字数",
    "children": "下一层",
    "code": "诊断代码，policykit explain 可查",
    "comparator": "比较",
    "contacts": "联系方式",
    "deadlines": "时限",
    "diagnostics": "诊断：需要人看一眼的地方",
    "document_number": "发文字号",
    "due": "达到的日期，ISO 8601",
    "duration": "时长，ISO 8601，如 P30D",
    "email": "电子邮箱",
    "encoding": "字符编码",
    "end": "结束日期（含当日），ISO 8601；年份不详写作 --08-01",
    "explanation": "为什么认为是同一项任务（--explain）",
    "field": "哪个字段",
    "fields": "有哪些不同",
    "groups": "领导小组等",
    "id": "编号",
    "index_number": "索引号",
    "indicators": "指标",
    "inferred": "标题是推断出来的",
    "issued_on": "成文日期，ISO 8601",
    "issuers": "发文机关",
    "kind": "类别",
    "level": "第几层，从 1 起",
    "line": "行号，从 1 起",
    "locator": "在文件里怎么找到，如 第 3 页；表 2 第 5 行",
    "marker": "序号，照原文",
    "measures": "具体措施",
    "media_type": "文件类型",
    "members": "成员",
    "merged": "合并的数目",
    "message": "诊断内容",
    "metadata": "公文要素",
    "metric": "指标名称",
    "modality": "要求程度：must 必须，should 应当，may 鼓励，explore 探索，must_not 禁止",
    "moved": "移动的数目",
    "name": "名称",
    "names": "姓名，留空的为空列表",
    "new": "新的一方",
    "old": "旧的一方",
    "owners": "责任主体",
    "part": "所在部分的编号",
    "parts": "文件里的各个部分",
    "path": "文件路径",
    "phases": "实施阶段",
    "phone": "电话",
    "preamble": "引言",
    "precision": "精度：day 日，month 月，quarter 季度，half_year 半年，year 年",
    "published_on": "发布日期，ISO 8601",
    "purpose": "用途：complete 完成，report 报送，effective 施行",
    "references": "引用文件",
    "removed": "删去的数目",
    "resolved": "代词所指的单位，如 我委 指发文机关",
    "role": "作用",
    "rrule": "周期规则，RFC 5545",
    "schema_version": "清单格式的版本",
    "section": "所在层次的编号",
    "section_path": "所在的各级标题",
    "sections": "各层次",
    "severity": "级别",
    "sha256": "文件内容的 SHA-256",
    "similarity": "相似度，0 到 1；新增、删去为空",
    "source": "来源文件",
    "span": "原文位置",
    "split": "拆分的数目",
    "start": "开始日期（含当日），ISO 8601",
    "summary": "各类变化的数目",
    "tasks": "任务",
    "text": "原文",
    "title": "标题",
    "unchanged": "未变的数目",
    "unit": "单位",
    "value": "数值",
    "working_days": "按工作日计",
    "year": "文件所指的年度",
    "Change.kind": "种类：unchanged 未变，changed 修改，moved 移动，added 新增，removed 删去，merged 合并，split 拆分",
    "Change.message": "说明",
    "Change.new": "涉及的今年的任务",
    "Change.old": "涉及的去年的任务",
    "Deadline.kind": "类型：by 截止，range 起止，on 当日，relative 相对，recurring 周期，ongoing 持续",
    "DiffSide.path": "文件名",
    "DiffSide.title": "文件标题",
    "FieldChange.kind": "怎样不同，见 docs/diff.md",
    "FieldChange.new": "今年的，没有的为空",
    "FieldChange.old": "去年的，没有的为空",
    "Indicator.kind": "类型：target 目标，actual 已达到",
    "Member.role": "职务，如 组长",
    "Metadata.kind": "文种：通知、实施方案、工作要点、工作总结……",
    "Owner.role": "角色：lead 牵头，support 配合，responsible 责任，actor 实施",
    "Span.end": "结束位置（不含），原文的第几个字符",
    "Span.start": "开始位置，原文的第几个字符，从 0 起",
}


def schema_text() -> str:
    """Return the JSON Schema (2020-12) of a checklist as indented text ended by a newline."""
    return _schema_text(Notice)


def diff_schema_text() -> str:
    """Return the JSON Schema (2020-12) of a comparison as indented text ended by a newline."""
    from policykit.model.diff import Diff

    return _schema_text(Diff)


def _schema_text(root: type[Model]) -> str:
    schema = root.model_json_schema()
    definitions: dict[str, dict[str, Any]] = schema.pop("$defs")
    for name, model in ((root.__name__, schema), *definitions.items()):
        _explain(name, model)
    whole = {"$schema": _DIALECT, "$id": _IDS[root.__name__], **schema, "$defs": definitions}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def unexplained() -> list[str]:
    """Return the models and fields that the tables above do not name yet, as ``Model`` or ``Model.field``."""
    from policykit.model.diff import Diff

    models: dict[str, dict[str, Any]] = {}
    for root in (Notice, Diff):
        schema = root.model_json_schema()
        models |= {root.__name__: schema, **schema["$defs"]}
    return [name for model, body in models.items() for name in _missing(model, body)]


def _missing(model: str, body: dict[str, Any]) -> Iterator[str]:
    if model not in _MODELS:
        yield model
    yield from (f"{model}.{field}" for field in body["properties"] if field not in _FIELDS)


def _explain(name: str, model: dict[str, Any]) -> None:
    """Put Chinese titles in place of the ones made from Python names, and drop what is written for programmers."""
    model["title"] = _MODELS.get(name, name)
    model.pop("description", None)
    for field, body in model["properties"].items():
        body.pop("description", None)
        body["title"] = _FIELDS.get(f"{name}.{field}") or _FIELDS.get(field, field)

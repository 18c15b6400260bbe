"""Diagnostics of the model and of export: PK5xx. Their examples are checklists."""

from policykit.diagnostics.row import Row

_GOOD = """\
schema_version: "1"
source: {media_type: text/plain, sha256: "0", char_count: 60}
metadata:
  title: 青溪县2023年家庭医生签约服务工作方案
  issued_on: 2023-03-01
parts:
- id: p1
  role: plan
  span: {start: 0, end: 60, line: 1}
  sections:
  - id: s1
    level: 1
    title: 做好签约服务
    span: {start: 20, end: 60, line: 2}
tasks:
- id: t1
  part: p1
  section: s1
  title: 做好签约服务
  text: 各乡镇卫生院6月底前完成签约。
  owners:
  - {name: 各乡镇卫生院, role: actor, span: {start: 30, end: 36, line: 3}}
  deadlines:
  - {text: 6月底前, kind: by, end: 2023-06-30, span: {start: 36, end: 41, line: 3}}
  span: {start: 30, end: 46, line: 3}
"""


def _with(old: str, new: str) -> str:
    """The good checklist with one slip in it."""
    return _GOOD.replace(old, new, 1)


ROWS: tuple[Row, ...] = (
    Row(
        code="PK501",
        slug="checklist-syntax",
        severity="error",
        message="{problem}（{mend}）",
        why="清单不合 YAML 或 JSON 的写法，读到这里就读不下去了。常见的是全角冒号、缩进不齐、引号没有配对。",
        bad=_with("metadata:", "metadata："),
        good=_GOOD,
    ),
    Row(
        code="PK502",
        slug="duplicate-field",
        severity="error",
        message="字段“{key}”在同一处写了两次（删去其中一个）",
        why="同一个字段写了两次，程序无从知道哪一个算数，多数软件会悄悄丢掉前一个。",
        bad=_with("  part: p1\n", "  part: p1\n  part: p1\n"),
        good=_GOOD,
    ),
    Row(
        code="PK503",
        slug="missing-field",
        severity="error",
        message="{where}: 缺少必填的“{field}”（{mend}）",
        why="这个字段每一条都要有，少了它，后面的导出和比较就不知道怎么办。",
        bad=_with("  section: s1\n", ""),
        good=_GOOD,
    ),
    Row(
        code="PK504",
        slug="unknown-field",
        severity="warning",
        message="{where}: 不认识的字段“{field}”，会被忽略（{mend}）",
        why="多半是字段名拼错了。不认识的字段不会进入导出的文件，写在里面的内容等于没有写。",
        bad=_with("  owners:", "  ownners:"),
        good=_GOOD,
    ),
    Row(
        code="PK505",
        slug="wrong-value",
        severity="error",
        message="{where}: {problem}（{mend}）",
        why="值的种类或取值不对：该写数字的写了文字，该写列表的写了一行，或者不在可用的取值之内。",
        bad=_with("role: actor", "role: leader"),
        good=_GOOD,
    ),
    Row(
        code="PK506",
        slug="wrong-date",
        severity="error",
        message="{where}: {problem}（{mend}）",
        why="日期要真有这一天，并写成 年-月-日。程序不会替您把 2 月 30 日顺延到 3 月。",
        bad=_with("end: 2023-06-30", "end: 2023-06-31"),
        good=_GOOD,
    ),
    Row(
        code="PK507",
        slug="newer-schema",
        severity="error",
        message="清单是第 {version} 版格式，本程序只认识到第 {known} 版（请升级 policykit）",
        why="清单由更新的程序写成，其中可能有本程序不认识的内容，勉强读取会丢东西。",
        bad=_with('schema_version: "1"', 'schema_version: "999"'),
        good=_GOOD,
    ),
    Row(
        code="PK508",
        slug="duplicate-id",
        severity="error",
        message="{where}: 编号“{id}”前面已经用过（改成没有用过的编号）",
        why="编号用来在修改和比较之间认出同一项任务，重复了就会张冠李戴。复制一项任务时要给它新的编号。",
        bad=_GOOD + _GOOD[_GOOD.index("- id: t1") :],
        good=_GOOD,
    ),
    Row(
        code="PK509",
        slug="lost-reference",
        severity="warning",
        message="{where}: 清单里没有编号为“{id}”的{kind}（改成 parts 里已有的编号）",
        why="任务靠这个编号找到它出自哪一章节；找不到时，导出的“来源”一栏会是空的。",
        bad=_with("  section: s1\n", "  section: s9\n"),
        good=_GOOD,
    ),
    Row(
        code="PK510",
        slug="start-after-end",
        severity="error",
        message="{where}: 开始日期 {start} 晚于结束日期 {end}（调换或改正）",
        why="起止日期写反了，或者跨年的时候忘了改年份。",
        bad=_with("end: 2023-06-30", "start: 2023-07-01, end: 2023-06-30"),
        good=_GOOD,
    ),
    Row(
        code="PK511",
        slug="refused-yaml",
        severity="error",
        message="这里不能用{feature}（{mend}）",
        why="YAML 的标签、锚点和引用能让很小的文件展开成极大的内容，或者改变值的种类；清单和单位档案用不着它们。",
        bad=_with("title: 青溪县", "title: &name 青溪县"),
        good=_GOOD,
    ),
    Row(
        code="PK512",
        slug="nested-too-deep",
        severity="error",
        message="嵌套超过 {limit} 层（检查括号和缩进）",
        why="正常的清单不过十几层；再深多半是括号没有配对，或者文件是有意做坏的。",
        bad=_GOOD + "phases: " + "[" * 50 + "]" * 50 + "\n",
        good=_GOOD + "phases: []\n",
    ),
    Row(
        code="PK513",
        slug="empty-checklist",
        severity="info",
        message="清单里没有任务（工作总结可以没有；别的文件请在 tasks 里逐项填写）",
        why="清单是为任务写的：一项也没有，若不是工作总结，多半是漏粘了一段，或者通知没有读出任务。",
        bad=_GOOD[: _GOOD.index("tasks:")],
        good=_GOOD,
    ),
)

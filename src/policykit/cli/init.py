"""``policykit init``: a profile to start from."""

from typing import Annotated

import typer

from policykit.cli.errors import UsageError
from policykit.cli.options import Force
from policykit.cli.output import Target, deliver
from policykit.cli.streams import say

KINDS = ("综合医院", "中医医院", "基层医疗机构")
_OTHER_NAMES = {"社区卫生服务中心": "基层医疗机构", "乡镇卫生院": "基层医疗机构", "卫生院": "基层医疗机构"}

Kind = Annotated[
    str,
    typer.Option(
        "--kind",
        metavar="|".join(KINDS),
        help=f"哪一类医院，决定科室和职责词；不写则为{KINDS[0]}",
        autocompletion=lambda: list(KINDS),
        show_default=False,
    ),
]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="写入文件；不写则写到标准输出")]
Name = Annotated[str | None, typer.Option("--name", metavar="NAME", help="单位全称；不写则留待填写")]


def init(kind: Kind = KINDS[0], name: Name = None, output: Output = None, force: Force = False) -> None:
    """写一份带注释的单位档案，供 template 使用。

    社区卫生服务中心、乡镇卫生院用“基层医疗机构”。写好后按实际情况增删科室、补上姓名。
    """
    import json

    from policykit.data.profiles import PRESETS, profile_text

    wanted = _OTHER_NAMES.get(kind, kind)
    preset = next((preset for preset in PRESETS if preset.kind == wanted), None)
    if preset is None:
        raise UsageError(f"没有“{kind}”这一类。可用：{'、'.join(KINDS)}")
    text = profile_text(preset, json.dumps(name, ensure_ascii=False) if name else "【待补：单位全称】")
    deliver(text, Target(output, (), force))
    if output not in {None, "-"}:
        say(f"{output}: 已写好，共 {text.count('- name: ')} 个科室。请填上单位全称、姓名，核对科室")

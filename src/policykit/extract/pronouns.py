"""Whom a notice means by 我委, 我院, 本市: its issuer, or the place its issuer serves."""

from collections.abc import Iterable

_BODIES: dict[str, tuple[str, ...]] = {
    "委": ("委员会", "委"),
    "局": ("局",),
    "厅": ("厅",),
    "办": ("办公室", "办公厅", "办"),
    "院": ("院",),
    "部": ("部",),
    "处": ("处",),
    "科": ("科",),
    "署": ("署",),
    "站": ("站",),
    "行": ("银行", "分行", "支行"),
    "会": ("会",),
    "所": ("所",),
    "校": ("学校", "大学", "学院", "中学", "小学", "校"),
    "中心": ("中心",),
    "公司": ("公司",),
    "集团": ("集团", "公司"),
    "医院": ("医院",),
}
"""What the pronoun names, and how the name of such an issuer ends."""

_PLACES = {"省": "", "市": "县区乡镇", "州": "县区乡镇", "盟": "旗县区", "县": "区乡镇", "区": "乡镇", "旗": "乡镇"}
_PLACES |= {"镇": "", "乡": "", "街道": ""}
"""What place the pronoun names, and which smaller places may not stand before it: 青溪县城市管理局 is no 市."""

_SPEAKERS = frozenset("我本")


def resolve(name: str, issuers: Iterable[str]) -> str | None:
    """Return ``name`` with the issuer in place of the pronoun it begins with, None without one or one issuer for it.

    >>> resolve("我委", ["青溪市卫生健康委员会"]), resolve("本市各医疗机构", ["青溪市卫生健康委员会"])
    ('青溪市卫生健康委员会', '青溪市各医疗机构')
    >>> resolve("我局", ["青溪县财政局", "青溪县民政局"]), resolve("县医院", ["青溪县财政局"])
    (None, None)
    """
    if name[:1] not in _SPEAKERS:
        return None
    size = 2 if name[1:3] in _BODIES or name[1:3] in _PLACES else 1
    kind = name[1 : 1 + size]
    meant = set(filter(None, (_place(issuer, kind) if kind in _PLACES else _body(issuer, kind) for issuer in issuers)))
    return meant.pop() + name[1 + size :] if len(meant) == 1 else None


def _body(issuer: str, kind: str) -> str | None:
    return issuer if issuer.endswith(_BODIES.get(kind, ())) else None


def _place(issuer: str, kind: str) -> str | None:
    """The place in the name of an issuer: 临江市青溪县 in 临江市青溪县民政局."""
    at = issuer.find(kind, 1)
    before = issuer[:at].replace("自治区", "")
    return issuer[: at + len(kind)] if at > 0 and not any(less in before for less in _PLACES[kind]) else None

"""What a plan is about (事由): the matter of the notice, in the hospital's own title."""

import re
from collections.abc import Sequence

from policykit.model.notice import Notice
from policykit.template.wording import blank, formal

_PASSED_ON = re.compile(r"(?:印发|转发|下发)[《〈](.{2,80})[》〉](?:的通知|的函)?$")
_ABOUT = re.compile(r"^.{0,40}?关于(?=.{2})")
_KIND = re.compile(
    r"(?:(?<=活动)方案|(?<=行动)方案|(?:年度)?(?:工作)?(?:实施方案|方案|计划|要点|总结|实施意见|意见|实施细则|细则))"
    r"[一二三四五六七八九十]?(?:（.{1,12}）)?$"
)
_NOTICE = re.compile(r"的(?:通知|函|通报|意见)$")
_REGION = re.compile(
    r"^(?!.{0,3}[社院病校园辖地山]区|城市)[\u4e00-\u9fff]{1,8}?(?:省|自治区|市|县|区|州|旗)(?=[\u4e00-\u9fff“0-9])"
)
_WHOM = re.compile(
    r"^(?:各级各类|全县|全市|全区|全省|我县|我市)?(?:医疗卫生机构|医疗机构|社区卫生服务中心|乡镇卫生院|医院)(?=.{4})"
)
_YEAR = re.compile(r"^(20[0-9]{2})年(?:度)?")


def topic_of(notices: Sequence[Notice]) -> str:
    """Return the matter of the first notice, with the second's where there are two; a blank where none says."""
    found = [matter(title) for notice in notices if (title := _title(notice))]
    return "和".join(dict.fromkeys(topic for topic in found if topic)) or blank("事由")


def _title(notice: Notice) -> str:
    """Return the title of the plan inside a notice, or the notice's own."""
    plans = (part.title for part in notice.parts if part.role == "plan" and part.title)
    return next(plans, "") or notice.metadata.title or ""


def matter(title: str) -> str:
    """Return the matter of a title: without who issues it, for whom, and what kind of document it is.

    >>> matter("关于印发《青溪县医疗机构门诊服务提优行动实施方案》的通知")
    '门诊服务提优行动'
    """
    text = formal(title).replace("\n", "")
    passed = _PASSED_ON.search(text)
    text = passed[1] if passed else _NOTICE.sub("", _ABOUT.sub("", text))
    for pattern in (_KIND, _REGION, _WHOM):
        shorter = pattern.sub("", text)
        text = shorter if len(shorter) >= 2 else text
    return text.replace("《", "〈").replace("》", "〉")


def year_of(notices: Sequence[Notice]) -> str:
    """Return the year the notices are about, empty where none says."""
    years = [notice.metadata.year for notice in notices if notice.metadata.year]
    return str(max(years)) if years else ""


def plan_title(name: str, topic: str, kind: str, year: str) -> str:
    """Return the title of a plan: name of the hospital, matter, 实施方案 or the year's 工作计划."""
    if kind == "年度计划":
        return f"{name}{year or blank('年度')}{'年' * bool(year)}{_YEAR.sub('', topic)}工作计划"
    return f"{name}{topic}实施方案"

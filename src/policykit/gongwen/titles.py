"""Breaking a title into lines by what it means: 词意完整，排列对称，长短适宜 (GB/T 9704-2012, 7.3.1)."""

from itertools import pairwise

from policykit.gongwen.text import width

# A line does well to begin with one of these, or to end after one of those.
_BEGINS = (
    "关于",
    "提升",
    "推进",
    "加强",
    "开展",
    "进一步",
    "改善",
    "贯彻",
    "落实",
    "深化",
    "规范",
    "实施方案",
    "工作方案",
)
_ENDS = ("医院", "卫生院", "中心", "年度", "）", "》", "”", "、", "，", "的")
_OPEN, _CLOSE = "《（“〈", "》）”〉"
_LONGEST = 200  # characters of a title that is broken with care
_NEVER_FIRST = "，、。；：）》”〉的了年"


def break_title(title: str, most: int) -> list[str]:
    """Return the title in as few lines of at most ``most`` characters as it takes, about equally long.

    >>> break_title("青溪县人民医院改善就医感受提升患者体验实施方案", 20)
    ['青溪县人民医院改善就医感受', '提升患者体验实施方案']
    """
    if len(title) > _LONGEST:
        return [title[at : at + most] for at in range(0, len(title), most)]
    lines = max(1, -(-int(width(title) * 2) // (2 * most)))
    while lines <= len(title):
        places = _best_places(title, lines, most)
        if places is not None:
            edges = [0, *places, len(title)]
            return [title[start:end].strip() for start, end in pairwise(edges)]
        lines += 1
    return [title]


def _best_places(title: str, lines: int, most: int) -> list[int] | None:
    """Return where to break into ``lines``, None where a line would be too long; by costs of the breaks before."""
    ideal = width(title) / lines
    sums = [0.0]
    for char in title:
        sums.append(sums[-1] + width(char))
    costs = [_cost(title, at) for at in range(len(title) + 1)]
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for _ in range(lines):
        reached: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, places) in best.items():
            for end in range(start + 1, len(title) + 1):
                long = sums[end] - sums[start]
                if long > most:
                    break
                total = cost + costs[end] + abs(long - ideal) / ideal * 4
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, [*places, end])
        best = reached
    found = best.get(len(title))
    return found[1][:-1] if found else None


def _cost(title: str, at: int) -> float:
    """Return how bad a break before ``at`` is: low between words that are known, high inside quotes and numbers."""
    before, after = title[:at], title[at:]
    if not after:
        return 0.0
    inside = any(before.count(left) > before.count(right) for left, right in zip(_OPEN, _CLOSE, strict=True))
    split = before[-1:].isascii() and after[0].isascii() and after[0] != " "
    if split or after[0] in _NEVER_FIRST:
        return 50.0
    known = after.startswith(_BEGINS) or before.endswith(_ENDS)
    return 6.0 * inside + (0.0 if known else 3.0)

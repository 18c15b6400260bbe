"""How much, compared: figures raised, lowered, added, removed."""

import re
from collections.abc import Iterator, Sequence

from policykit.diff.assign import assign
from policykit.diff.fields.sides import Sides, indicators_in
from policykit.diff.grams import Grams, grams_of, plain
from policykit.export import view
from policykit.model import made_diff
from policykit.model.diff import FieldChange
from policykit.model.notice import Indicator

_ALIKE = 0.5
"""From here on two figures are about the same thing: their words, and whether their measures are paired."""
_NUMBER = re.compile(r"[0-9.]{1,20}")


def compare_indicators(sides: Sides) -> Iterator[FieldChange]:
    """Yield every figure that was raised or lowered, went, or is new."""
    old, new = indicators_in(sides.old), indicators_in(sides.new)
    paired = _pair(old, new, sides)
    for i, j in paired.items():
        yield from _compare(old[i], new[j])
    elsewhere = [{item.text for item in indicators_in(side)} for side in (sides.to_elsewhere, sides.from_elsewhere)]
    for item in (item for i, item in enumerate(old) if i not in paired and item.text not in elsewhere[0]):
        yield made_diff.FieldChange(field="indicators", kind="indicator_removed", old=view.indicator_words(item))
    for item in (item for j, item in enumerate(new) if j not in paired.values() and item.text not in elsewhere[1]):
        yield made_diff.FieldChange(field="indicators", kind="indicator_added", new=view.indicator_words(item))


def _compare(old: Indicator, new: Indicator) -> Iterator[FieldChange]:
    if old.value != new.value:
        yield made_diff.FieldChange(
            field="indicators",
            kind="indicator_raised" if new.value > old.value else "indicator_lowered",
            old=view.indicator_words(old),
            new=view.indicator_words(new),
        )
    elif old.comparator[0] != new.comparator[0]:
        yield made_diff.FieldChange(
            field="indicators", kind="text_changed", old=view.indicator_words(old), new=view.indicator_words(new)
        )


def _pair(old: Sequence[Indicator], new: Sequence[Indicator], sides: Sides) -> dict[int, int]:
    old_words, new_words = [_words(item) for item in old], [_words(item) for item in new]
    gains: list[dict[int, float]] = [{} for _ in old]
    for i, one in enumerate(old):
        for j, other in enumerate(new):
            if one.unit == other.unit and one.kind == other.kind:
                together = 0.5 * sides.are_together(one.span.start, other.span.start)
                alike = _dice(old_words[i], new_words[j]) + together + 0.2 * (one.value == other.value)
                if alike >= _ALIKE:
                    gains[i][j] = alike - min(0.1, abs(i - j) / 1000)
    return assign(gains)


def _words(indicator: Indicator) -> Grams:
    """Return the pairs of characters of what is counted, the figure left out."""
    return grams_of(plain(_NUMBER.sub("", f"{indicator.metric or ''}{indicator.text}")))


def _dice(old: Grams, new: Grams) -> float:
    return 2 * len(old & new) / (len(old) + len(new)) if old or new else 1.0

"""What is said, compared: titles, measures added, removed and reworded, and other text."""

from collections import Counter
from collections.abc import Iterator, Sequence

from policykit.diff.fields.sides import Sides, deadlines_in, indicators_in, owners_in
from policykit.diff.grams import plain
from policykit.diff.years import Years, same_words, words_of
from policykit.model import made_diff
from policykit.model.diff import FieldChange
from policykit.model.notice import Measure, Task

_SENTENCE_ENDS = "。；;！？\n"


def compare_titles(sides: Sides) -> Iterator[FieldChange]:
    """Yield a heading that was reworded; a title that is only the beginning of the text is left to the text."""
    if len(sides.old) != 1 or len(sides.new) != 1:
        return
    old, new = sides.old[0], sides.new[0]
    if _is_heading(old) != _is_heading(new) or not (_is_heading(old) and old.title):
        return
    if not same_words(words_of(old.title), words_of(new.title), sides.years):
        yield made_diff.FieldChange(field="title", kind="text_changed", old=old.title, new=new.title)


def compare_texts(sides: Sides, has_other_changes: bool) -> Iterator[FieldChange]:
    """Yield the measures reworded, removed and added; of tasks without any, the text, unless other fields tell why."""
    found = list(_compare_measures(sides))
    yield from found
    if found or has_other_changes or sides.to_elsewhere or sides.from_elsewhere:
        return
    old, new = _text(sides.old), _text(sides.new)
    if not _same_sentences(_without_facts(old, sides.old), _without_facts(new, sides.new), sides.years):
        yield made_diff.FieldChange(field="text", kind="text_changed", old=old or None, new=new or None)


def _is_heading(task: Task) -> bool:
    return not task.text.startswith(task.title)


def _compare_measures(sides: Sides) -> Iterator[FieldChange]:
    old, new = sides.measures
    for i, j in sorted(sides.reworded.items()):
        if not _same_but_facts(old[i], new[j], sides):
            yield made_diff.FieldChange(field="measures", kind="text_changed", old=old[i].text, new=new[j].text)
    for measure in sides.gone:
        yield made_diff.FieldChange(field="measures", kind="text_changed", old=measure.text)
    for measure in sides.come:
        yield made_diff.FieldChange(field="measures", kind="text_changed", new=measure.text)


def _same_but_facts(old: Measure, new: Measure, sides: Sides) -> bool:
    """Whether only dates, figures and names differ, which have fields of their own."""
    texts = _without_facts(old.text, sides.old), _without_facts(new.text, sides.new)
    return same_words(words_of(texts[0]), words_of(texts[1]), sides.years)


def _without_facts(text: str, tasks: Sequence[Task]) -> str:
    """Return ``text`` without the dates, figures and names that are fields of the tasks."""
    facts = {owner.name for owner in owners_in(tasks)} | {item.text for item in deadlines_in(tasks)}
    facts |= {item.text for item in indicators_in(tasks)}
    for fact in sorted(facts - {""}, key=lambda fact: (-len(fact), fact)):
        text = text.replace(fact, "")
    return text


def _text(tasks: Sequence[Task]) -> str:
    return "\n".join(task.text for task in tasks)


def _same_sentences(old: str, new: str, years: Years) -> bool:
    """Whether the two texts are made of the same sentences, in any order."""
    if same_words(words_of(old), words_of(new), years):
        return True
    return _sentences(old) == _sentences(new)


def _sentences(text: str) -> Counter[str]:
    for end in _SENTENCE_ENDS:
        text = text.replace(end, "\0")
    return Counter(words for words in map(plain, text.split("\0")) if words)

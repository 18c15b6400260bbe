"""What a task is compared by: its words, heading, measures, owners, figures, and its place in the tree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from policykit.diff.grams import Grams, plain, text_grams
from policykit.diff.years import Words, words_of
from policykit.export import view
from policykit.export.view import Place
from policykit.model.notice import Notice, Task


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure of a task (its text, where it has none)."""

    grams: Grams
    length: int


@dataclass(frozen=True, slots=True)
class Facets:
    """One task of one side; ``number`` is its index in the notice's list, ``place`` 0 to 1 where it stands in the text.

    ``numbers`` are the markers from the top down to its own, ``path`` the same with the headings.
    """

    task: Task
    number: int
    place: float
    numbers: tuple[str, ...]
    path: tuple[str, ...]
    words: Words
    whole: Grams
    title: Grams
    heading: Grams
    units: tuple[Unit, ...]
    owners: frozenset[str]
    figures: frozenset[str]

    @property
    def key(self) -> tuple[object, ...]:
        """What sorts tasks in the same way whatever order they came in; equal only where nothing tells them apart."""
        return self.words, self.path, self.place, self.task.id


def facets_of(notice: Notice) -> list[Facets]:
    """Return the facets of every task of ``notice``, in its order."""
    where = view.places(notice)
    standing = _standing(notice)
    return [_facets(number, task, where, standing[task.span.start]) for number, task in enumerate(notice.tasks)]


def _facets(number: int, task: Task, where: Mapping[str, Place], place: float) -> Facets:
    steps = where[task.section].path if task.section in where else ()
    whole = _whole_text(task)
    return Facets(
        task=task,
        number=number,
        place=place,
        numbers=tuple(plain(marker) for marker, _ in steps),
        path=tuple(view.heading(*step) for step in steps),
        words=words_of(whole),
        whole=text_grams(whole),
        title=text_grams(task.title),
        heading=text_grams("".join(title for _, title in steps[:-1])),
        units=tuple(_units(task)),
        owners=frozenset(plain(owner.name) for owner in task.owners),
        figures=frozenset(plain(item.metric or "") + item.unit for item in task.indicators),
    )


def _whole_text(task: Task) -> str:
    return task.text if task.text.startswith(task.title) else f"{task.title}。{task.text}"


def _units(task: Task) -> Iterator[Unit]:
    for text in [measure.text for measure in task.measures] or [task.text or task.title]:
        yield Unit(text_grams(text), len(text))


def _standing(notice: Notice) -> dict[int, float]:
    """Return where each task stands in the text, 0 at its beginning and 1 at its end, by where it starts."""
    starts = sorted({task.span.start for task in notice.tasks})
    last = max(1, len(starts) - 1)
    return {start: number / last for number, start in enumerate(starts)}

"""What the grammars of owners hand to the assembler: small values with offsets, no models."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Role = Literal["lead", "support", "responsible", "actor"]


@dataclass(slots=True)
class FoundOwner:
    """Who acts, leads or supports: the name is ``text[start:end]``, ``row`` the rule that found it."""

    start: int
    end: int
    role: Role
    row: str


class OwnerLine(NamedTuple):
    """A stretch that says only who and by when: ``(牵头单位:甲局;责任单位:乙局)``, with the owners it names."""

    start: int
    end: int
    owners: list[FoundOwner]

"""Patterns that are compiled when they are first used, so that a cold start pays only for what the text has."""

import re
from collections.abc import Callable, Iterator
from typing import Any

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "split", "sub", "subn")

_Find = Callable[..., re.Match[str] | None]


class Lazy:
    """A regular expression; its methods are those of ``re.Pattern``, which its first use compiles."""

    __slots__ = ("flags", "source", *_METHODS)

    match: _Find
    search: _Find
    fullmatch: _Find
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[str]]
    sub: Callable[..., str]
    subn: Callable[..., tuple[str, int]]

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    def compile(self) -> re.Pattern[str]:
        """Compile the pattern now."""
        pattern = re.compile(self.source, self.flags)
        for name in _METHODS:
            setattr(self, name, getattr(pattern, name))
        return pattern

    def __getattr__(self, name: str) -> Any:
        """Python asks here for what is not set: a method before the first use."""
        if name not in _METHODS:
            raise AttributeError(name)
        return getattr(self.compile(), name)


def verbose(source: str) -> Lazy:
    """Return the pattern for ``source``, in which blanks and line ends mean nothing."""
    return Lazy(source, re.VERBOSE)

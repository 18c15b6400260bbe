"""Makers of models from values that the program made itself: taken as they are, not validated once more.

``made.Owner(...)`` takes what ``Owner(...)`` takes, by keyword. ``Owner(...)`` checks every value, which costs three
times as much, and first builds a validator for each model, which costs a command more than all of its parsing. The
values of the extraction have the right types already: mypy checks the calls, and a test validates whole notices.
"""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from pydantic import BaseModel

from policykit.model import notice

_new = object.__new__
_P = ParamSpec("_P")
_M = TypeVar("_M", bound=notice.Model)

# What a model is made of, set past its __setattr__, which would validate: values, names of those given, nothing else.
_values, _given, _extra, _private = (
    vars(BaseModel)[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


def maker(model: Callable[_P, _M]) -> Callable[_P, _M]:
    """Return a function that makes ``model`` without validation; required fields must be given."""
    kind = cast("type[_M]", model)
    fields = kind.model_fields.items()
    names = [name for name, _ in fields]  # in the order in which they are written
    all_given = set(names)  # one set for all of them: a value assigned later adds nothing to it
    defaults = {name: field.default for name, field in fields}
    factories = tuple(
        (name, cast("Callable[[], Any]", field.default_factory)) for name, field in fields if field.default_factory
    )

    def complete(values: dict[str, object]) -> dict[str, object]:
        state = defaults | values
        for name, factory in factories:
            if name not in values:
                state[name] = factory()
        return state

    def make(*_: _P.args, **values: _P.kwargs) -> _M:
        item = _new(kind)
        if [*values] == names:  # nearly always all of them, in their order
            _values(item, values)
            _given(item, all_given)
        else:
            _values(item, complete(values))
            _given(item, set(values))
        _extra(item, None)
        _private(item, None)
        return item

    return make


_SPAN = notice.Span
_ALL_OF_A_SPAN = set(_SPAN.model_fields)


def place(start: int, end: int, line: int) -> notice.Span:
    """Make a span without a locator: half of all that a notice is made of, so its values are set without a detour."""
    item = _new(_SPAN)
    _values(item, {"start": start, "end": end, "line": line, "locator": None})
    _given(item, _ALL_OF_A_SPAN)
    _extra(item, None)
    _private(item, None)
    return item


Contact = maker(notice.Contact)
Deadline = maker(notice.Deadline)
Diagnostic = maker(notice.Diagnostic)
Group = maker(notice.Group)
Indicator = maker(notice.Indicator)
Measure = maker(notice.Measure)
Member = maker(notice.Member)
Metadata = maker(notice.Metadata)
Notice = maker(notice.Notice)
Owner = maker(notice.Owner)
Part = maker(notice.Part)
Phase = maker(notice.Phase)
Reference = maker(notice.Reference)
Section = maker(notice.Section)
SourceInfo = maker(notice.SourceInfo)
Span = maker(notice.Span)
Task = maker(notice.Task)

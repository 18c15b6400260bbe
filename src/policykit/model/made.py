"""Makers of models from values that the program made itself: taken as they are, not validated once more.

``made.Owner(...)`` takes what ``Owner(...)`` takes, by keyword. ``Owner(...)`` checks every value, which costs three
times as much, and first builds a validator for each model, which costs a command more than all of its parsing. The
values of the extraction have the right types already: mypy checks the calls, and a test validates whole notices.
"""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from policykit.model import notice

_P = ParamSpec("_P")
_M = TypeVar("_M", bound=notice.Model)
_set = object.__setattr__


def maker(model: Callable[_P, _M]) -> Callable[_P, _M]:
    """Return a function that makes ``model`` without validation; required fields must be given."""
    kind = cast("type[_M]", model)
    fields = kind.model_fields.items()
    defaults = {name: field.default for name, field in fields}  # in the order in which they are written
    factories = tuple(
        (name, cast("Callable[[], Any]", field.default_factory)) for name, field in fields if field.default_factory
    )

    def make(*_: _P.args, **values: _P.kwargs) -> _M:
        item = kind.__new__(kind)
        state: dict[str, object] = defaults | values
        for name, factory in factories:
            if name not in values:
                state[name] = factory()
        _set(item, "__dict__", state)
        _set(item, "__pydantic_fields_set__", set(values))
        _set(item, "__pydantic_extra__", None)
        _set(item, "__pydantic_private__", None)
        return item

    return make


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

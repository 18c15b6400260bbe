"""The element that holds the document's own text: by the names government sites give it, else by where the text is."""

from typing import NamedTuple

from policykit.readers.html.page import Element
from policykit.readers.html.rows import CONTAINERS, CONTAINING, FURNITURE
from policykit.readers.html.sizes import Size, measure

_RANKS = {name: rank for rank, name in enumerate(CONTAINERS)}
_NO_RANK = len(CONTAINERS)
_SHARE = 0.3
"""What part of a page's text a named element must hold to be the text and not a box of the same name."""
_PART_OF_LARGEST = 0.1
_NEARLY_ALL = 0.9
_MUCH = 200


class Body(NamedTuple):
    """Where the text stands: the elements that hold it, those within them that are the page's, whether it was found by
    a known name, and whether it is to be read though it is hidden.
    """

    elements: list[Element]
    furniture: frozenset[Element] = frozenset()
    is_known: bool = True
    show_hidden: bool = False


def find_body(root: Element) -> Body:
    """Find the text of the page; hidden elements are looked into only where hardly anything else is shown."""
    seen = _find(root, show_hidden=False)
    if _amount(seen.sizes, root) >= _MUCH:
        return seen.body
    hidden = _find(root, show_hidden=True)
    return hidden.body if _amount(hidden.sizes, root) > 3 * _amount(seen.sizes, root) else seen.body


class _Found(NamedTuple):
    body: Body
    sizes: dict[Element, Size]


def _amount(sizes: dict[Element, Size], element: Element) -> int:
    return sizes[element].text if element in sizes else 0


def _find(root: Element, *, show_hidden: bool) -> _Found:
    sizes = measure(root, _is_named, frozenset(), show_hidden=show_hidden)
    known = _known(root, sizes)
    if known:
        return _Found(Body(known, show_hidden=show_hidden), sizes)
    furniture = _furniture(root, sizes)
    kept = measure(root, _is_named, furniture, show_hidden=show_hidden) if furniture else sizes
    if _amount(kept, root) * 2 < _amount(sizes, root):  # what is called furniture is most of the page
        furniture, kept = frozenset(), sizes
    return _Found(Body([_densest(root, kept)], furniture, is_known=False, show_hidden=show_hidden), sizes)


def _is_named(element: Element) -> bool:
    return _rank(element) < _NO_RANK or _is_furniture(element)


def _rank(element: Element) -> int:
    names = f"{element.tag} {element.get('id') or ''} {element.get('class') or ''}".lower().split()
    return min((_RANKS.get(name, _NO_RANK) for name in names), default=_NO_RANK)


def _is_furniture(element: Element) -> bool:
    names = (element.tag, element.get("id"), element.get("class"), element.get("role"))
    return FURNITURE.search(" ".join(name for name in names if name).lower()) is not None


def _known(root: Element, sizes: dict[Element, Size]) -> list[Element]:
    """The elements of the surest known name that hold a good part of the page's text; in the order of the page."""
    whole = _amount(sizes, root)
    ranked: dict[int, list[Element]] = {}
    for element in sizes:  # an element comes after those within it
        rank = _rank(element)
        if rank < _NO_RANK:
            ranked.setdefault(rank, []).append(element)
    for rank in sorted(ranked):
        largest = max(sizes[element].text for element in ranked[rank])
        if largest >= whole * _SHARE:
            return _outermost([item for item in ranked[rank] if sizes[item].text >= largest * _PART_OF_LARGEST])
    return []


def _outermost(elements: list[Element]) -> list[Element]:
    found = set(elements)
    return [element for element in elements if found.isdisjoint(element.iterancestors())]


def _furniture(root: Element, sizes: dict[Element, Size]) -> frozenset[Element]:
    """The elements called what furniture is called, unless they hold a good part of the text."""
    whole = _amount(sizes, root)
    return frozenset(item for item in sizes if sizes[item].text < whole * _SHARE and _is_furniture(item))


def _densest(root: Element, sizes: dict[Element, Size]) -> Element:
    """The smallest element that holds nearly all text, and what stands around it without a link."""
    found = root
    while True:
        children = [child for child in found.iterchildren(*CONTAINING) if child in sizes]
        largest = max(children, key=lambda child: sizes[child].text, default=None)
        if largest is None or sizes[largest].text < _amount(sizes, found) * _NEARLY_ALL or _is_line(largest):
            break
        found = largest
    while found is not root and (found.tag in {"tr", "tbody", "table"} or _adds_text_alone(found, sizes)):
        found = found.getparent()
    return found


def _is_line(element: Element) -> bool:
    """Whether the element is one paragraph: text, and no element in it that breaks lines."""
    return (
        next(element.iterdescendants("p", "br", "div", "table", "h1", "h2", "h3", "h4", "li", "section"), None) is None
    )


def _adds_text_alone(element: Element, sizes: dict[Element, Size]) -> bool:
    parent = element.getparent()
    around, own = sizes.get(parent), sizes.get(element)
    if around is None or own is None or parent.tag in {"body", "html"}:
        return False
    return around.text > own.text and around.linked == own.linked

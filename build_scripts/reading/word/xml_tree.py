"""XML parts of word-processor packages as a tree of elements, hostile ones refused."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Union
from xml.parsers import expat

MOST_NESTED = 200  # elements; word processors nest some 30 deep, tables in tables more


class UnreadableXmlError(Exception):
    """A part of the package is no well-formed XML, or not as word processors write it."""


@dataclass(slots=True)
class Element:
    """An element with its prefixed name, attributes, and children: elements and text."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Union["Element", str]] = field(default_factory=list)

    def list_elements(self) -> Iterator["Element"]:
        """Yield its child elements."""
        return (child for child in self.children if isinstance(child, Element))

    def find(self, *path: str) -> "Element | None":
        """Return the first element along a path of names."""
        found: Element | None = self
        for name in path:
            if found is None:
                return None
            found = next((child for child in found.list_elements() if child.name == name), None)
        return found

    def read_value(self, *path: str, attribute: str = "w:val") -> str | None:
        """Return an attribute of the element along a path, None where one of them is missing."""
        found = self.find(*path)
        return None if found is None else found.attributes.get(attribute)

    def read_text(self, *path: str) -> str:
        """Return the text of the element along a path, whitespace collapsed; "" for none."""
        found = self.find(*path)
        texts = (one for one in (found.children if found else ()) if isinstance(one, str))
        return " ".join("".join(texts).split())

    def list_all(self, name: str, outside: Collection[str] = ()) -> Iterator["Element"]:
        """Yield all descendants of a name, in document order, except inside some other elements."""
        for child in self.list_elements():
            if child.name == name:
                yield child
            if child.name not in outside:
                yield from child.list_all(name, outside)


def parse_xml(xml: bytes, named_type: bool = False) -> Element:
    """Parse a part; an empty one is an empty element.

    At most MOST_NESTED elements are open at one time, so that walks may recurse. A document type is
    refused, since entities could grow without bound, unless it is only named and `named_type`.
    Raises UnreadableXmlError.
    """
    root = Element("")
    if not xml:
        return root
    stack = [root]

    def open_element(name: str, attributes: dict[str, str]) -> None:
        if len(stack) > MOST_NESTED:
            raise UnreadableXmlError(f"its elements nest over {MOST_NESTED} deep")
        element = Element(name, attributes)
        stack[-1].children.append(element)
        stack.append(element)

    def close_element(_: str) -> None:
        stack.pop()

    def put_text(text: str) -> None:
        stack[-1].children.append(text)

    def refuse(_name: str, _system: object, _public: object, has_subset: bool) -> None:
        if has_subset or not named_type:
            raise UnreadableXmlError("its text declares a document type, as no word processor does")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    parser.CharacterDataHandler = put_text
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise UnreadableXmlError(f"its text is no well-formed XML ({error})") from error
    return next(root.list_elements(), root)

"""Converted files as bytes: the cache's entries and the workers' results.

An order has two halves. The data that the whole archive needs of every order (who, when, what is
cited) are its head; its text and its source's lines are read again only for its own page. Packed:

    sha256 of all that follows · length of the heads · heads · one text per order

Heads and texts are MessagePack, compressed, and are read back as types of `build_scripts.model`
alone: a cache can be shared, and nothing in it can run.
"""

import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from hashlib import sha256
from itertools import accumulate
from typing import NamedTuple, TypeVar

import msgspec

from build_scripts.model.clean_order import CleanOrder
from build_scripts.model.description import FIELDS, Guess, SupersededClaim
from build_scripts.model.order import ConvertedFile, Order
from build_scripts.model.order_extracts import Extracts
from build_scripts.model.source_text import SourcePage

ReadStretch = Callable[[int, int], bytes]
"""Returns so many bytes from an offset on, of packed bytes stored somewhere."""

T = TypeVar("T")
Kept = TypeVar("Kept", SupersededClaim, Guess)

_DIGEST, _LENGTH = 32, 4  # bytes
_START = _DIGEST + _LENGTH
_QUICKLY = 1  # of zlib's levels: a sixth larger than the usual one, in a third of the time
_TEXTS_HELD = 8  # an order's page and its other outputs follow each other
_NO_TEXT = CleanOrder((), (), (), (), (), 0)


class DamagedPackError(Exception):
    """Bytes that are no packed file, or were changed since they were packed."""


class _Text(NamedTuple):
    clean: CleanOrder
    pages: tuple[SourcePage, ...]


class _Heads(NamedTuple):
    file: ConvertedFile  # its orders without their texts
    extracts: tuple[Extracts, ...]
    sizes: tuple[int, ...]  # bytes of each text


_HEADS = msgspec.msgpack.Decoder(_Heads)
_TEXT = msgspec.msgpack.Decoder(_Text)


class StoredOrder(Order):
    """An order whose text is read from storage each time it is needed."""

    _digest: str
    load_text: Callable[[], _Text]
    """Returns the text and the lines as they came; the last few stay in memory."""

    def __init__(
        self, head: Order, digest: str, extracts: Extracts, load_text: Callable[[], _Text]
    ) -> None:
        for name in ("source", "description", "citations", "findings", "redaction"):
            self.__dict__[name] = getattr(head, name)
        self.__dict__.update(extracts=extracts, _digest=digest, load_text=load_text)

    @property
    def digest(self) -> str:
        """Return `Order.digest`, of the bytes that it is packed in."""
        return self._digest

    @property
    def clean(self) -> CleanOrder:
        """Read the cleaned order again."""
        return self.load_text().clean

    @property
    def pages(self) -> tuple[SourcePage, ...]:
        """Read the lines as they came again."""
        return self.load_text().pages


def pack_file(file: ConvertedFile) -> bytes:
    """Return a converted file as bytes."""
    texts = [_press(_Text(order.clean, order.pages)) for order in file.orders]
    extracts = tuple(order.extracts for order in file.orders)
    bare = tuple(replace(order, clean=_NO_TEXT, pages=()) for order in file.orders)
    heads = _press(_Heads(replace(file, orders=bare), extracts, tuple(map(len, texts))))
    body = b"".join((len(heads).to_bytes(_LENGTH, "big"), heads, *texts))
    return sha256(body).digest() + body


def unpack_file(data: bytes, read: ReadStretch) -> ConvertedFile:
    """Return the file that `data` packs; its orders' texts are read by `read` on demand.

    `read` returns ranges of the same bytes from storage. Raise DamagedPackError if they are not an
    output of `pack_file`.
    """
    if len(data) < _START or sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
        raise DamagedPackError("The bytes are not those that were packed")
    end = _START + int.from_bytes(data[_DIGEST:_START], "big")
    heads = _expand(data[_START:end], _HEADS)
    starts = accumulate(heads.sizes, initial=end)
    digest = data[:_DIGEST].hex()
    orders = (
        StoredOrder(
            _name_types(head), f"{digest} {start}", facts, partial(_load_text, read, start, size)
        )
        for head, facts, start, size in zip(
            heads.file.orders, heads.extracts, starts, heads.sizes, strict=False
        )
    )
    return replace(heads.file, orders=tuple(orders))


def _name_types(order: Order) -> Order:
    """Give claims that are in no field the types of their field: their own type is any."""
    described = order.description
    if not (described.superseded or described.guesses):
        return order
    superseded = tuple(map(_name_type, described.superseded))
    guesses = tuple(map(_name_type, described.guesses))
    return replace(order, description=replace(described, superseded=superseded, guesses=guesses))


def _name_type(kept: Kept) -> Kept:
    try:
        value = msgspec.convert(kept.claim.value, FIELDS[kept.field].type)
    except (msgspec.ValidationError, LookupError) as error:
        raise DamagedPackError(f"The bytes can't be read: {error}") from error
    return replace(kept, claim=replace(kept.claim, value=value))


@lru_cache(maxsize=_TEXTS_HELD)
def _load_text(read: ReadStretch, start: int, size: int) -> _Text:
    return _expand(read(start, size), _TEXT)


def _press(value: object) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(value), _QUICKLY)


def _expand(data: bytes, decoder: msgspec.msgpack.Decoder[T]) -> T:
    try:
        return decoder.decode(zlib.decompress(data))
    except (zlib.error, msgspec.MsgspecError, RecursionError) as error:
        raise DamagedPackError(f"The bytes can't be read: {error}") from error

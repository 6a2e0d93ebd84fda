"""Converted files as bytes: nothing is lost, nothing else is read, damage is seen."""

import zlib
from dataclasses import replace
from datetime import date
from hashlib import sha256

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.convert.order import convert_file
from build_scripts.convert.packing import DamagedPackError, pack_file, unpack_file
from build_scripts.model.description import (
    FIELDS,
    Claim,
    ClaimSource,
    Guess,
    Qualifier,
    SupersededClaim,
    read_field,
)
from build_scripts.model.order import ConvertedFile
from tests.shared import ORDERS, list_specimens


@pytest.fixture(scope="module")
def files() -> list[ConvertedFile]:
    paths = [path.relative_to(ORDERS).as_posix() for path in list_specimens()]
    return [convert_file(ORDERS, path) for path in paths[:4]]


def unpack(data: bytes) -> ConvertedFile:
    return unpack_file(data, lambda start, size: data[start : start + size])


def test_what_comes_back_is_what_went_in(files: list[ConvertedFile]) -> None:
    for file in files:
        back = unpack(pack_file(file))
        assert (back.path, back.findings, back.seen) == (file.path, file.findings, file.seen)
        for one, other in zip(file.orders, back.orders, strict=True):
            for name in ("source", "description", "citations", "findings", "clean", "pages"):
                assert getattr(one, name) == getattr(other, name), name
            assert one.specimen == other.specimen
            assert one.ocr_confidence == other.ocr_confidence


def test_claims_of_every_field_keep_their_types_where_they_lost_it(
    files: list[ConvertedFile],
) -> None:
    """Such a claim may be of any field: its own type does not say which."""
    (order,) = files[0].orders
    claims = [(field, claim) for field in FIELDS for claim in read_field(order.description, field)]
    claims.append(("date", Claim(date(2025, 5, 14), None, "a stamp")))
    claims.append(("disposition_qualifiers", Claim(Qualifier.WITH_PREJUDICE, None, "a word")))
    assert len({field for field, _ in claims}) > 12
    lost = tuple(SupersededClaim(*one, ClaimSource.EDITOR) for one in claims)
    guesses = tuple(Guess(*one) for one in claims)
    description = replace(order.description, superseded=lost, guesses=guesses)
    file = replace(files[0], orders=(replace(order, description=description),))
    (back,) = unpack(pack_file(file)).orders
    assert back.description == description


def test_the_heads_of_orders_hold_no_text(files: list[ConvertedFile]) -> None:
    """What a whole archive holds in memory is small: texts are read when asked for."""
    reads = []
    data = pack_file(files[0])
    file = unpack_file(data, lambda start, size: reads.append(start) or data[start : start + size])
    (order,) = file.orders
    assert order.description.case_name
    assert not reads
    assert order.clean.blocks
    assert len(reads) == 1


@given(st.data())
def test_any_changed_byte_is_seen(files: list[ConvertedFile], data: st.DataObject) -> None:
    packed = bytearray(pack_file(files[0]))
    place = data.draw(st.integers(0, len(packed) - 1))
    packed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(DamagedPackError):
        unpack(bytes(packed))
    with pytest.raises(DamagedPackError):
        unpack(bytes(packed[:place]))


@pytest.mark.parametrize(
    "value",
    [{}, [], [{"path": 1}, [], []], [{"path": "x"}, [["no", None]], []], "text", None],
    ids=repr,
)
def test_a_pack_of_anything_else_is_refused(value: object) -> None:
    """Its digest fits: somebody wrote it who may write to a cache that is shared."""
    heads = zlib.compress(msgspec.msgpack.encode(value))
    body = len(heads).to_bytes(4, "big") + heads
    with pytest.raises(DamagedPackError, match="can't be read"):
        unpack(sha256(body).digest() + body)


def test_half_a_surrogate_pair_never_reaches_a_pack() -> None:
    """Readers make U+FFFD of it; MessagePack has no half characters."""
    with pytest.raises(UnicodeEncodeError):
        pack_file(ConvertedFile("\ud800"))

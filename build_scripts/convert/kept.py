"""Results of earlier builds, used again if everything that they were made of is the same."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from markupsafe import Markup

from build_scripts.archive.storage.folder_walk import identify_state
from build_scripts.convert.cache import RESULTS, ConversionCache
from build_scripts.convert.fingerprint import fingerprint_program
from build_scripts.model.page import Deferred

T = TypeVar("T")


class KeptResults:
    """Results in the cache of an archive, one for each name: the last.

    `made_by` identifies what all results depend on besides the program. Without a cache, and if it
    is not on this machine (to ask for each result would take longer than to make it), every result
    is made anew.
    """

    def __init__(self, cache: ConversionCache | None, archive: str, made_by: str) -> None:
        self._cache = cache if cache and cache.is_local else None
        self._folder = f"{RESULTS}/{_name_file(archive)[:16]}"
        known = f"{fingerprint_program() if cache else ''} {made_by}"
        self._made_by = sha256(known.encode()).digest()  # once: it has all words of the interface
        # Digests of files that this build wrote or took, by their places; each with its state.
        self.taken: dict[str, tuple[object, str]] = {}
        # What identifies orders' rows in the database in any build, by address; "" for nothing.
        self.rows: dict[str, str] = {}
        self._used: set[str] = set()  # names of files
        self._identities = msgspec.msgpack.Encoder(enc_hook=self._identify, order="deterministic")

    def keep(
        self, name: str, made_of: Callable[[], object], kind: type[T], make: Callable[[], T]
    ) -> T:
        """Return a result, as `Keep` of `build_scripts.model.page` describes."""
        if self._cache is None or (key := self._find_key(made_of)) is None:
            return make()
        slot = self._find_slot(name)
        found = self._cache.load_result(slot, key)
        if found is not None:
            try:
                return msgspec.msgpack.decode(found, type=kind, dec_hook=_restore)
            except (msgspec.MsgspecError, RecursionError):
                pass  # it is made again, and replaced
        made = make()
        with suppress(UnicodeEncodeError):
            self._cache.save_result(slot, key, _RESULTS.encode(made), is_packed=kind is bytes)
        return made

    def write(
        self, places: Mapping[str, Path], made_of: Callable[[], object], make: Callable[[], T]
    ) -> T | None:
        """Have `make` write files, or take those of an earlier build; `places` are theirs, by the
        names of the results. The rest as in `keep`. Return what `make` does, None if it was not
        asked.

        The cache shares their bytes where the system can. Raise OSError if the system refuses.
        """
        if self._cache is None or (key := self._find_key(made_of)) is None:
            return make()
        slots = {self._find_slot(name): place for name, place in places.items()}
        digests = {place: self._cache.load_file(slot, key, place) for slot, place in slots.items()}
        if all(digests.values()):
            for place, digest in digests.items():
                self.note(place, digest)
            return None
        for place in places.values():
            place.unlink(missing_ok=True)  # what was taken is not to be written over
        made = make()
        for slot, place in slots.items():
            self.note(place, self._cache.save_file(slot, key, place))
        return made

    def load_last(self, name: str, place: Path) -> bool:
        """Take the file that `save_last` kept, if there is one: it says itself what it is made of.
        Raise OSError if the system refuses.
        """
        slot = self._find_slot(name)
        return bool(self._cache and self._cache.load_file(slot, self._made_by, place))

    def save_last(self, name: str, place: Path) -> None:
        """Keep a file for the next build of the same program, whatever it was made of."""
        if self._cache is not None:
            self._cache.save_file(self._find_slot(name), self._made_by, place)

    def note(self, place: Path, digest: bytes) -> None:
        """Remember the digest of a file that was written now, for SHA256SUMS; b"" is none."""
        if self._cache is not None and digest:
            self.taken[str(place)] = identify_state(place), digest.hex()

    def note_rows(self, address: str, made_of: Callable[[], object]) -> None:
        """Remember what an order's rows in the database are made of."""
        if self._cache is not None:
            self.rows[address] = (self._find_key(made_of) or b"").hex()

    def digest(self, parts: object) -> bytes:
        """Return a digest of what results are made of. Raise UnicodeEncodeError for broken text."""
        return sha256(self._identities.encode(parts)).digest()

    def _find_key(self, made_of: Callable[[], object]) -> bytes | None:
        """Return what identifies a result; None if that has half of a surrogate pair."""
        try:
            return sha256(self._made_by + self.digest(made_of())).digest()
        except UnicodeEncodeError:
            return None

    def _find_slot(self, name: str) -> str:
        file = _name_file(name)
        self._used.add(file)
        return f"{self._folder}/{file[:2]}/{file}"

    def hold(self, name: str) -> None:
        """Let a result stay, if there is one, though this build may not ask for it."""
        self._used.add(_name_file(name))

    def remove_others(self) -> None:
        """Remove the results that this build did not ask for: of orders that are gone."""
        if self._cache is not None:
            self._cache.remove_results(self._folder, self._used)

    def _identify(self, value: object) -> object:
        """Return what tells a value from others where msgspec knows no type of it."""
        if isinstance(value, Markup):  # a template writes it unlike the same text
            return "markup", str(value)
        if isinstance(value, Deferred):
            self.hold(value.name)  # it stays as long as what it is a part of
            return "deferred", value.made_of
        return _simplify(value)


def _name_file(name: str) -> str:
    return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()


def _simplify(value: object) -> object:
    if isinstance(value, Markup):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError(f"{type(value)} can be neither kept nor compared")


def _restore(kind: type, value: Any) -> Any:
    return Markup(value) if kind is Markup else value  # noqa: S704 (it was one)


_RESULTS = msgspec.msgpack.Encoder(enc_hook=_simplify)

NOTHING_KEPT = KeptResults(None, "", "")

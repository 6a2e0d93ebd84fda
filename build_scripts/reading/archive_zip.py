"""ZIP archives of orders: each file in one becomes a raw order of its own."""

from dataclasses import dataclass, field

from build_scripts.model.raw_order import RawOrder, is_companion
from build_scripts.problems import Finding, FindingCode
from build_scripts.reading.external.zip_container import (
    MEGABYTE,
    ContainerError,
    DamagedContainerError,
    EncryptedMemberError,
    Member,
    UnsafeMemberError,
    ZipContainer,
    is_link,
)
from build_scripts.reading.forms import detect_word_form

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")  # the second: an archive of nothing
DEEPEST = 2  # an archive in an archive, as clerks' systems bundle a case's bundles; no deeper
LARGEST_TOTAL = 512 * MEGABYTE  # unpacked, of all files of one outer archive
LONGEST_NAME = 400


@dataclass(frozen=True, slots=True)
class Expansion:
    """The raw orders that a file holds, and findings about what it holds and can't give."""

    orders: tuple[RawOrder, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class _Unpacking:
    orders: list[RawOrder] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    room: int = LARGEST_TOTAL


def expand_archive(raw: RawOrder) -> Expansion:
    """Unpack a ZIP archive in memory; any other file is its own and only order.

    A file of the archive has the path "outer.zip/folder/inner.pdf" and the digest of its own bytes.
    One that can't be extracted becomes a finding and the others go on: a path that leaves the
    archive or is absolute, the second file of a name, a symbolic link, a password, damage, an
    archive nested deeper than two, and bombs. Bounds for an outer archive: 5,000 files, 200 MB a
    file, 200 times its packed size, 512 MB in all, by what is declared and by what comes out.
    Word-processor packages (DOCX, ODT) are orders, not archives.
    """
    if not _is_archive(raw.data):
        return Expansion((raw,))
    work = _Unpacking()
    _unpack(raw, 1, work)
    if not work.orders and not work.findings:
        message, advice = "The ZIP archive holds no files.", "Fetch it again, or remove it."
        work.findings.append(Finding(raw.path, FindingCode.EMPTY_FILE, message, advice))
    return Expansion(tuple(work.orders), tuple(work.findings))


def _is_archive(data: bytes) -> bool:
    return data.startswith(SIGNATURES) and detect_word_form(data) is None


def _unpack(raw: RawOrder, depth: int, work: _Unpacking) -> None:
    try:
        container = ZipContainer(raw.data)
    except ContainerError as error:
        work.findings.append(_report(raw.path, error))
        return
    names: set[str] = set()
    for member in container.list_members():
        name = member.orig_filename
        *folders, last = name.replace("\\", "/").split("/")
        if "__MACOSX" in folders or (last.strip(".") != "" and is_companion(last)):
            continue
        shown = "".join(c if c.isprintable() else "\ufffd" for c in name[:LONGEST_NAME])
        parts = ("…" if part == ".." else part for part in shown.split("/"))
        path = "/".join((raw.path, *parts))  # a finding's path leads nowhere else
        try:
            if name in names:
                raise UnsafeMemberError("the archive holds another file of its name")
            names.add(name)
            inner = RawOrder.from_bytes(path, _read(container, member, work))
            if not _is_archive(inner.data):
                work.orders.append(inner)
            elif depth < DEEPEST:
                _unpack(inner, depth + 1, work)
            else:
                raise UnsafeMemberError(f"archives are nested more than {DEEPEST} deep")
        except ContainerError as error:
            work.findings.append(_report(path, error))


def _read(container: ZipContainer, member: Member, work: _Unpacking) -> bytes:
    _check_name(member.orig_filename)
    if is_link(member):
        raise UnsafeMemberError("it is a symbolic link")
    if member.file_size > work.room:
        raise UnsafeMemberError(
            f"the archive's files unpack to more than {LARGEST_TOTAL // MEGABYTE} MB in all"
        )
    data = container.read_member(member)
    work.room -= len(data)
    return data


def _check_name(name: str) -> None:
    r"""Refuse paths that leave the archive, here or on another system: "../x", "/etc/x", "a//b"."""
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise UnsafeMemberError("its name is too long or holds control characters")
    parts = name.replace("\\", "/").split("/")
    if ":" in parts[0] or any(part in ("", ".", "..") for part in parts):
        raise UnsafeMemberError("its path leads out of the archive")
    if "\\" in name:
        raise UnsafeMemberError("its path has backslashes, which a ZIP archive may not have")


def _report(path: str, error: ContainerError) -> Finding:
    match error:
        case EncryptedMemberError():
            code, advice = FindingCode.ENCRYPTED_FILE, "Unpack it and put the files in its place."
        case DamagedContainerError():
            code, advice = FindingCode.DAMAGED_FILE, "Fetch the archive again."
        case _:
            code = FindingCode.UNSAFE_ARCHIVE
            advice = "If you trust the archive, unpack it by hand and put its orders in its place."
    return Finding(path, code, f"It can't be taken out of the ZIP archive: {error}.", advice)

"""Tokens of RFC 3161, by OpenSSL: the request, and the check of an answer without a network."""

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from build_scripts import api
from build_scripts.extensions.proving.publication_check import read_lines

FOLDER = "timestamps"
"""Below the pages of the owner, and below the site."""
CERTIFICATE = "authority.pem"
LARGEST = 64 * 1024  # bytes of an answer: a token with its certificates has some 5,000
_OPENSSL = api.Program("openssl", "openssl", seconds=20, output_bytes=1024 * 1024)
_TIME, _NONCE, _CLOCK = "Time stamp: ", "Nonce: ", "%Y-%m-%d %H:%M:%S"


class TokenError(api.ArchiveError):
    """A token proves nothing of the line; the message explains why."""


def fetch_token(authority: str, line: bytes) -> bytes:
    """Return the token of the authority at an address about a line: its answer without the status,
    which is not signed. Raises ServiceError, TokenError if the authority refuses.
    """
    query = api.run_program(
        _OPENSSL, ["ts", "-query", "-data", "line", "-sha256", "-cert"], line, "line"
    )
    host = api.Host(authority, advice="Look whether it is the address of an RFC 3161 authority.")
    heads = {"Content-Type": "application/timestamp-query"}
    answer = api.send(host, authority, heads, query, LARGEST).data
    try:
        token = api.run_program(_OPENSSL, ["ts", "-reply", "-in", "a", "-token_out"], answer, "a")
        said = _read_values(_NONCE, ["-reply", "-token_in"], token)
    except api.ProgramFailedError:
        raise TokenError("it has no token") from None
    if said != _read_values(_NONCE, ["-query"], query):
        raise TokenError("it answers another request: its nonce is not the one that was sent")
    return token


def _read_values(name: str, options: Sequence[str], data: bytes) -> list[str]:
    """Return the values of a name in a request or a token, as OpenSSL prints it."""
    text = api.run_program(_OPENSSL, ["ts", *options, "-in", "a", "-text"], data, "a")
    lines = text.decode("utf-8", "replace").splitlines()
    return [line.removeprefix(name) for line in lines if line.startswith(name)]


def check_token(token: bytes, line: api.LogLine, certificate: Path) -> datetime.datetime:
    """Return the time at which an authority saw the line, not before the line's own day.

    `certificate` has its root's, in PEM. The certificates must have been valid at that time; they
    may have expired since. Raises TokenError.
    """
    if not certificate.is_file():
        raise TokenError(f"{certificate} is not there: it has the authority's root certificate")
    try:
        (said,) = _read_values(_TIME, ["-reply", "-token_in"], token)
        month, day, clock, year, zone = said.split()
        whole = f"{month} {day} {clock.partition('.')[0]} {year} {zone}"
        time = datetime.datetime.strptime(f"{whole} +0000", "%b %d %H:%M:%S %Y GMT %z")
    except (api.ProgramFailedError, ValueError):
        raise TokenError("it is no token") from None
    trusted = ["-CAfile", str(certificate.resolve()), "-attime", str(int(time.timestamp()))]
    try:
        api.run_program(
            _OPENSSL,
            ["ts", "-verify", "-digest", line.digest, "-in", "token", "-token_in", *trusted],
            token,
            "token",
        )
    except api.ProgramFailedError as error:
        if "imprint mismatch" in str(error):
            raise TokenError("it is a token of another line or another log") from None
        why = str(error).partition("Verify error:")[2].partition(".")[0] or "a wrong signature"
        raise TokenError(f"no authority of {certificate} signed it ({why})") from None
    if line.date > time.date():
        raise TokenError(f"it is of {time:%Y-%m-%d}, before the day that the log gives")
    return time


def list_token_faults(site: Path, docs: Path | None) -> Iterator[str]:
    """Yield what is wrong with the tokens of a site's log, also those that the archive's `docs` has
    and the site lacks. The authority is that of these `docs`, else of the site.
    """
    own = (docs or site) / FOLDER
    trusted = own / CERTIFICATE if (own / CERTIFICATE).is_file() else None
    for place in sorted(own.glob("*.tst")):
        if not (site / FOLDER / place.name).is_file():
            yield f"{FOLDER}/{place.name}: it is not in the site, the archive has it"
    try:
        for one in check_tokens(site, read_lines(site), trusted):
            if one.fault:
                yield f"{FOLDER}/{one.name}: {one.fault}"
    except (OSError, ValueError, api.MissingProgramError) as error:
        if (site / FOLDER).is_dir():
            yield f"{FOLDER} can't be checked: {error}"


class CheckedToken(NamedTuple):
    """A token of a site: its file's name, the time at which its line existed, or what is wrong."""

    name: str
    said: str
    fault: str = ""


def check_tokens(
    site: Path, lines: Sequence[api.LogLine], certificate: Path | None = None
) -> Iterator[CheckedToken]:
    """Yield each token of a site whose log has these lines, the oldest line's first.

    `certificate` is the trusted authority's, the site's own if it is None. Each token must be of
    its line, not before the line's own day, and not before the tokens of earlier lines.
    """
    folder, by_number = site / FOLDER, {str(line.number): line for line in lines}
    latest = None
    for place in sorted(folder.glob("*.tst"), key=lambda path: (len(path.name), path.name)):
        try:
            line = by_number.get(place.stem)
            if line is None:
                raise TokenError("the log has no such line")
            with place.open("rb") as file:
                token = file.read(LARGEST)
            time = check_token(token, line, certificate or folder / CERTIFICATE)
            if latest and time < latest:
                raise TokenError(f"it is of {time:{_CLOCK}}, before the token of an earlier line")
            latest = time
            yield CheckedToken(place.name, f"line {line.number} existed at {time:{_CLOCK}} UTC")
        except (TokenError, OSError) as error:
            yield CheckedToken(place.name, "", str(error))

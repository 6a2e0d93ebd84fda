"""`orders timestamp`: what an outside clock says of the log of publications."""

from pathlib import Path

import click

from build_scripts import api
from build_scripts.extensions.proving.publication_check import NoLogError, read_lines
from build_scripts.extensions.proving.tokens import (
    CERTIFICATE,
    FOLDER,
    TokenError,
    check_token,
    check_tokens,
    fetch_token,
)


@click.command()
@api.with_archive
@click.option("--authority", metavar="URL", help="The authority's address: no other is asked.")
@click.option(
    "--certificate",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    help="The authority's root certificate, in PEM; kept with the tokens.",
)
@click.option(
    "--verify",
    "site",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="Check the tokens of a site's folder instead, without a network.",
)
def timestamp(
    settings: api.ArchiveSettings,
    authority: str | None,
    certificate: Path | None,
    site: Path | None,
) -> None:
    """Ask an authority of RFC 3161 for the time of the newest line of publication_log.csv.

    \b
      orders timestamp --authority https://tsa.example/ --certificate root.pem
      orders build
      orders timestamp --verify site

    The authority learns the SHA-256 of the line, nothing else. Its token is kept in
    docs/timestamps/, with the certificate, and the next build publishes both. It proves that the
    line, and with it all lines before, existed at that time. Needs the program openssl.

    Exits with 1 if a token of the site proves nothing, with 7 if the authority's answer does not.
    """  # noqa: D301
    if site is not None and authority:
        raise click.UsageError("--verify asks nobody: leave --authority out.")
    if site is not None:
        _verify(site, certificate)
    elif authority:
        _stamp(settings, authority, certificate)
    else:
        raise click.UsageError("Name an authority with --authority, or a site with --verify.")


def _stamp(settings: api.ArchiveSettings, authority: str, certificate: Path | None) -> None:
    lines = api.read_log(settings.publication_log).lines
    if not lines:
        raise api.ArchiveError("Nothing was published yet. Build first: orders build")
    last, folder = lines[-1], settings.docs_dir / FOLDER
    place, kept = folder / f"{last.number}.tst", folder / CERTIFICATE
    if certificate is None and not kept.is_file():
        raise api.ArchiveError("Name the authority's root certificate with --certificate.")
    if place.exists():
        try:
            check_token(place.read_bytes(), last, certificate or kept)
        except TokenError as error:
            raise api.ArchiveError(
                f"{place}: {error}. Remove it, and run the command again."
            ) from error
        click.echo(f"Line {last.number} of the log has a token: {place}")
        return
    try:
        token = fetch_token(authority, last.text.encode())
        time = check_token(token, last, certificate or kept)
    except TokenError as error:
        raise api.ServiceError(
            f"Nothing was kept of the answer of {authority}: {error}."
        ) from error
    try:
        folder.mkdir(parents=True, exist_ok=True)
        before = kept.read_bytes() if kept.is_file() else b""
        if certificate is not None and (new := certificate.read_bytes().strip()) not in before:
            # Tokens of an earlier authority are checked with its own certificate.
            api.write_atomically(kept, new + b"\n" + before)
        api.write_atomically(place, token)
    except OSError as error:
        raise api.ArchiveError(api.describe_os_error(error)) from error
    click.echo(f"Line {last.number} of the log existed at {time:%Y-%m-%d %H:%M:%S} UTC: {place}")


def _verify(site: Path, certificate: Path | None) -> None:
    try:
        lines = read_lines(site)
    except (OSError, ValueError) as error:
        raise NoLogError(site) from error
    checked = tuple(check_tokens(site, lines, certificate))
    for one in checked:
        click.echo(f"{one.name}: {one.fault}" if one.fault else one.said)
    click.echo(f"{api.count(len(checked), 'token')}, {api.count(len(lines), 'line')} of the log.")
    if not checked:
        click.echo("The days of the log are the owner's word.")
    if any(one.fault for one in checked):
        raise SystemExit(api.ExitCode.FINDINGS)

"""What proving offers to `orders verify`, which finds it by name: the check of a site's tokens."""

from collections.abc import Iterator
from pathlib import Path

from build_scripts import api
from build_scripts.extensions.proving.tokens import CERTIFICATE, FOLDER, check_tokens


def list_token_faults(site: Path, docs: Path | None) -> Iterator[str]:
    """Yield what is wrong with the tokens of a site's log.

    The authority is trusted whose certificate is in the archive's own `docs`, if it has one, else
    that of the site's certificate.
    """
    own = docs / FOLDER / CERTIFICATE if docs else site / FOLDER / CERTIFICATE
    try:
        for one in check_tokens(site, api.read_site_log(site), own if own.is_file() else None):
            if one.fault:
                yield f"{FOLDER}/{one.name}: {one.fault}"
    except api.MissingProgramError as error:
        yield f"{FOLDER} can't be checked: {error}"
    except (OSError, ValueError) as error:
        if (site / FOLDER).is_dir():
            yield f"{FOLDER} can't be checked: {error}"

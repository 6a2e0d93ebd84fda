"""The work of `orders import govinfo`."""

import datetime
import os
from collections.abc import Iterable
from pathlib import Path

from build_scripts import api
from build_scripts.extensions.importing.cli.import_report import run_import
from build_scripts.extensions.importing.govinfo import SERVICE, SIGN_UP, Source, list_opinions
from build_scripts.extensions.importing.items import Listed, Session
from build_scripts.extensions.importing.limits import Limits
from build_scripts.extensions.importing.run import Options

VARIABLE = "GOVINFO_API_KEY"
HOUR = 3600.0


def import_govinfo(
    settings: api.ArchiveSettings,
    options: Options,
    *,
    court: str,
    since: datetime.date,
    key_file: Path | None,
    an_hour: int,
    server: str,
) -> None:
    """Import a court's opinions. Raises ServiceError, ArchiveError without a key."""
    key = api.read_secret(
        key_file,
        os.environ,
        (VARIABLE,),
        f"GovInfo asks for a key, which is free: {SIGN_UP}. Put it into a file and name that with "
        f"--key-file, or into the environment variable {VARIABLE}.",
    )
    if not (key.isascii() and key.replace("_", "").isalnum()) or not api.is_safe(server):
        raise api.RefusedError("The key is letters and digits, and the server is named with https.")
    used: list[Limits] = []

    def list_all(session: Session) -> Iterable[Listed]:
        limits = Limits(SERVICE, session, ((an_hour, HOUR),))
        used.append(limits)
        return list_opinions(
            Source(
                session,
                limits,
                key,
                api.find_today(),
                server.rstrip("/"),
                court,
                since,
                options.again,
            )
        )

    run_import(settings, SERVICE, options, list_all, lambda _: used[0].summary if used else "")

"""The work of `orders import courtlistener`."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from build_scripts import api
from build_scripts.extensions.importing.cli.import_report import run_import
from build_scripts.extensions.importing.courtlistener import SERVICE, Source, Wish, list_wish
from build_scripts.extensions.importing.courtlistener_client import Client
from build_scripts.extensions.importing.items import Listed, Session
from build_scripts.extensions.importing.journal import DAY
from build_scripts.extensions.importing.limits import Limits
from build_scripts.extensions.importing.run import Options


def import_courtlistener(
    settings: api.ArchiveSettings,
    options: Options,
    wish: Wish,
    *,
    token_file: Path | None,
    server: str,
    storage: str,
    a_minute: int,
    a_day: int,
    any_entry: bool,
    attachments: bool,
) -> None:
    """Import the papers of a wish. Raises ServiceError, ArchiveError without a token."""
    service = api.Service(api.read_token(token_file, os.environ), server)
    if not api.is_safe(storage):
        raise api.RefusedError(f"{storage} is not asked: name the storage with https.")
    used: list[Limits] = []

    def list_all(session: Session) -> Iterable[Listed]:
        limits = Limits(SERVICE, session, ((a_minute, 60.0), (a_day, DAY)))
        used.append(limits)

        def around(ask: Callable[[], api.Reply]) -> api.Reply:
            def once() -> api.Reply:
                limits.take()
                return ask()

            return api.ask_patiently(once, SERVICE, session.pacing, session.say)

        return list_wish(
            Source(
                Client(service, around),
                session,
                api.find_today(),
                storage,
                any_entry or options.any_paper,
                attachments,
                options.again,
            ),
            wish,
        )

    run_import(settings, SERVICE, options, list_all, lambda _: used[0].summary if used else "")

"""The work of `orders import courtlistener`."""

import os
from collections.abc import Callable, Iterable

from build_scripts.cli.import_asking import Asking
from build_scripts.cli.import_report import run_import
from build_scripts.cli.link_check import read_token
from build_scripts.external.courtlistener_api import Service
from build_scripts.external.courtlistener_client import Client
from build_scripts.external.http_client import RefusedError, Reply, is_safe
from build_scripts.external.patience import ask_patiently
from build_scripts.importing.courtlistener import SERVICE, Source, Wish, list_wish
from build_scripts.importing.items import Listed, Session
from build_scripts.importing.journal import DAY
from build_scripts.importing.limits import Limits, keep_limits
from build_scripts.importing.run import Options
from build_scripts.site.settings import ArchiveSettings, find_today


def import_courtlistener(
    settings: ArchiveSettings, options: Options, wish: Wish, asking: Asking
) -> None:
    """Import the papers of a wish. Raises ServiceError, ArchiveError without a token."""
    service = Service(read_token(asking.secret_file, os.environ), asking.server)
    if not is_safe(asking.storage):
        raise RefusedError(f"{asking.storage} is not asked: name the storage with https.")
    used: list[Limits] = []

    def list_all(session: Session) -> Iterable[Listed]:
        limits = keep_limits(SERVICE, session, ((asking.a_minute, 60.0), (asking.a_day, DAY)))
        used.append(limits)

        def around(ask: Callable[[], Reply]) -> Reply:
            def once() -> Reply:
                limits.take()
                return ask()

            return ask_patiently(once, SERVICE, session.pacing, session.say)

        return list_wish(
            Source(
                Client(service, around),
                session,
                find_today(),
                asking.storage,
                asking.any_entry or options.any_paper,
                asking.attachments,
                options.again,
            ),
            wish,
        )

    run_import(settings, SERVICE, options, list_all, lambda _: used[0].told if used else "")

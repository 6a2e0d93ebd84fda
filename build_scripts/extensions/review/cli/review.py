"""`orders review`: the uncertain values of an archive, or all of an order, in a browser."""

import secrets
import tempfile
import webbrowser
from pathlib import Path

import click

from build_scripts import api


@click.command()
@api.with_archive
@click.option("--by", default="", help="Who answers; readers see it. Asked for in the page.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="A free one by default.")
@click.option("--no-open", is_flag=True, help="Print the address; open no browser.")
@click.argument("file", required=False, type=click.Path(path_type=Path))
def review(
    settings: api.ArchiveSettings, by: str, port: int, no_open: bool, file: Path | None
) -> None:
    """Review uncertain values in a browser: confirm each, or correct it.

    With FILE, an order of the archive, all its fields are shown, the doubtful ones first. Each page
    leads to the order's other fields, too.

    The values that are most likely wrong and most visible come first, next to the order's text and
    the page of the original. Each answer is written at once into the corrections file of its order,
    as `orders correct` writes it; it can be undone. A confirmed value is not asked for again.
    Nothing leaves this machine: the address that is printed works here alone, until Ctrl-C ends it.
    """
    with api.require_extra("`orders review`", "review"):
        from build_scripts.extensions.review.desk import Desk
        from build_scripts.extensions.review.server import make_server, write_redirect

    with api.listen(port) as listening, api.speaking(settings.read_interface()):
        only = ""
        if file:
            raw, place = api.open_corrections(settings.orders, file)
            only = raw.path
            try:
                api.edit_corrections(raw, lambda text: text)
            except api.MistakeError as error:
                raise api.ArchiveError(
                    f"{place}: {error} Correct the file or remove it, then review the order."
                ) from error
        archive = api.read_archive(settings)
        desk = Desk(settings.orders, archive, settings.policies, by.strip(), only)
        if not desk.values:
            click.echo("No value is doubtful. `orders review FILE` shows any order's.")
            return
        desk.open_order(1)  # explains why it can't be read
        (settings.home / ".cache").mkdir(exist_ok=True)
        host = f"{api.HERE}:{listening.getsockname()[1]}"
        token = secrets.token_urlsafe(24)
        server = make_server(desk, token, host, settings.language)
        address = f"http://{host}/{token}/"
        try:
            what = "value" if only else "doubtful value"
            click.echo(f"{api.count(desk.asked, what)}: {address}\nCtrl-C ends it.")
            # Other users can list a browser's arguments, but not read a temporary file (0600).
            with tempfile.NamedTemporaryFile(
                dir=settings.home / ".cache", prefix="review-", suffix=".html"
            ) as page:
                page.write(write_redirect(address))
                page.flush()
                if not no_open:
                    webbrowser.open(Path(page.name).resolve().as_uri())
                server.run(sockets=[listening])
        except KeyboardInterrupt:  # as asked for: every answer is written already
            click.echo()
        click.echo(
            f"{api.count(len(desk.steps), 'answer')} written, {api.count(desk.left, 'value')} left."
        )

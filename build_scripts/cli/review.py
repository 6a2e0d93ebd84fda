"""`orders review`: the doubtful values of an archive, one after the other, in a browser."""

import secrets
import socket
import webbrowser

import click

from build_scripts.cli.opening import read_archive, with_archive
from build_scripts.problems import ArchiveError, MissingExtraError
from build_scripts.site.settings import ArchiveSettings
from build_scripts.text.counting import count

HERE = "127.0.0.1"


@click.command()
@with_archive
@click.option("--by", default="", help="Who answers; readers see it. Asked for in the page.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="A free one by default.")
@click.option("--no-open", is_flag=True, help="Print the address; open no browser.")
def review(settings: ArchiveSettings, by: str, port: int, no_open: bool) -> None:
    """Walk the doubtful values in a browser: confirm each, or say what is right.

    What is most likely wrong and most visible comes first, beside the order's text and the page of
    the original. Each answer is written at once into the corrections file beside its order, as
    `orders correct` writes it; it can be undone. What you confirm is not asked again. Nothing
    leaves this machine: the address that is printed works here alone, until Ctrl-C ends it.
    """
    try:
        from build_scripts.review.desk import Desk
        from build_scripts.review.server import make_server
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("build_scripts"):
            raise
        raise MissingExtraError("`orders review`", "review") from error
    from build_scripts.i18n.language import speaking

    with _listen(port) as listening, speaking(settings.read_interface()):
        desk = Desk(settings.orders, read_archive(settings), settings.policies, by.strip())
        if not desk.doubts:
            click.echo("No value is doubtful.")
            return
        host = f"{HERE}:{listening.getsockname()[1]}"
        token = secrets.token_urlsafe(24)
        server = make_server(desk, token, host, settings.language)
        address = f"http://{host}/{token}/"
        try:
            click.echo(f"{count(len(desk.doubts), 'doubtful value')}: {address}\nCtrl-C ends it.")
            if not no_open:
                webbrowser.open(address)
            server.run(sockets=[listening])
        except KeyboardInterrupt:  # as asked for: every answer is written already
            click.echo()
        click.echo(f"{count(len(desk.steps), 'answer')} written, {count(desk.left, 'value')} left.")


def _listen(port: int) -> socket.socket:
    listening = socket.socket()
    try:
        listening.bind((HERE, port))
        listening.listen()
    except OSError as error:
        listening.close()
        raise ArchiveError(
            f"Port {port} is taken, perhaps by another `orders review`. Leave --port out."
        ) from error
    return listening

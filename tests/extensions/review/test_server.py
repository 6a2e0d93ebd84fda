"""Who is let in, and what the address can reach: asked as a hostile page or program would."""

import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from build_scripts.extensions.review.desk import Desk
from tests.extensions.review.conftest import fill_folder, open_desk, serving
from tests.tables import each_row


class Client:
    """Sends just what it is told to."""

    def __init__(self, address: str) -> None:
        self.host, self.home = urlsplit(address).netloc, urlsplit(address).path

    def ask(
        self, path: str = "", form: dict[str, str] | None = None, method: str = "", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection(self.host, timeout=60)
        sent = {"Host": self.host} | ({"Origin": f"http://{self.host}"} if form else {})
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        target = path if path.startswith("/") else self.home + path
        kind = method or ("POST" if form else "GET")
        connection.putrequest(kind, target, skip_host=True, skip_accept_encoding=True)
        body = urlencode(form).encode() if form else b""
        for name, value in ({"Content-Length": str(len(body))} | sent).items():
            if value:
                connection.putheader(name, value)
        connection.endheaders(body)
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        read = answer.status, told, answer.read()
        connection.close()
        return read


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("review") / "orders"
    fill_folder(folder / "cand")
    with serving(open_desk(folder)) as address:
        yield Client(address)


def test_who_has_the_address_is_let_in(client: Client) -> None:
    status, headers, body = client.ask("value/1")
    assert status == 200
    assert b"<h1" in body
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
    assert b"<script>" not in body
    assert b" style=" not in body
    kind = client.ask("picture/2/1")[1]["content-type"]
    assert kind == "image/webp"


@each_row()
def test_everything_else_is_refused(
    client: Client,
    path: str,
    headers: dict[str, str],
    form: dict[str, str] | None,
    status: int,
) -> None:
    assert client.ask(path, form, **headers)[0] == status
    assert b"10 of 10 left" in client.ask("value/1")[2]


def test_methods_that_write_are_none_but_forms(client: Client) -> None:
    assert client.ask("value/1", method="PUT")[0] == 405
    assert client.ask("value/1", method="DELETE")[0] == 405
    assert client.ask("value/1", method="HEAD")[0] == 200


def test_a_name_is_asked_for_first_and_a_second_server_is_no_harm(desk: Desk, folder: Path) -> None:
    desk.by = ""
    with serving(desk) as address, serving(open_desk(folder)) as second:
        first, other = Client(address), Client(second)
        assert first.ask("value/1")[1]["location"] == first.home
        assert first.ask("name", {"by": " "})[0] == 422
        assert first.ask("name", {"by": "A. Librarian"})[1]["location"].endswith("/value/1")
        assert other.ask(first.home)[0] == 404  # each has its own token
        seen = _read_seen(first.ask("value/1")[2])
        assert seen == _read_seen(other.ask("value/1")[2])
        form = {"choice": "other", "value": "cand", "seen": seen}
        assert first.ask("answer/1", form)[1]["location"].endswith("/value/2")
        status, _, body = other.ask("answer/1", {**form, "value": "cacd"})
        assert status == 409
        assert b"answered elsewhere" in body
        (file,) = folder.rglob("*.yml")
        assert "court: cand" in file.read_text()


def _read_seen(body: bytes) -> str:
    return body.decode().split('name="seen" value="')[1].split('"')[0]


def test_words_of_an_order_are_words(folder: Path) -> None:
    place = folder / "cand/bare.txt"
    hostile = "</p><script src=//evil.test></script> \u202ereversed\u202c & <img src=x onerror=y>"
    place.write_text(place.read_text().replace("complaint.", f"complaint. {hostile}"))
    with serving(open_desk(folder)) as address:
        status, _, body = Client(address).ask("value/1")
    text = body.decode()
    assert status == 200
    assert text.count("<script") == 1  # our own
    assert "evil.test&gt;" in text
    assert "<img" not in text
    assert "\u202e" not in text

"""An archive of three orders with ten doubtful values, and `orders review` at work on it."""

import json
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from build_scripts.extensions.review.desk import Desk
from build_scripts.extensions.review.server import make_server
from build_scripts.model.redaction import DEFAULT_POLICIES
from build_scripts.site.pipeline import build_archive
from tests.shared import begin_project
from tests.site.conftest import print_order

UNSIGNED = """\
UNITED STATES DISTRICT COURT
NORTHERN DISTRICT OF CALIFORNIA

QUILL v. TARN,

Case No. 3:23-cv-01234

ORDER DENYING MOTION TO STAY

The motion to stay is DENIED. Counsel wrote from 12 Harrow Lane.

Dated: March 4, 2024

IT IS SO ORDERED.
"""
BARE = """\
QUILL AND FEATHER PRESS, INC.,
Plaintiff,
v.
HARBOR LIGHT BOOKS LLC,
Defendant.

ORDER

Defendant moves to dismiss the complaint. The motion is granted as to count one.

Dated August 9, 2021
"""
PRINTED = (
    (
        *("UNITED STATES DISTRICT COURT", "MARGIT LINDQVIST v. TALLOW & WICK LLC"),
        *("Case No. 3:22-cv-00911", "ORDER GRANTING MOTION TO SEAL"),
        "Plaintiff moves to seal one exhibit. Dkt. No. 31. The exhibit holds the recipe of a",
    ),
    (
        "candle that is a trade secret. The motion (Dkt. No. 31) is GRANTED.",
        *("Dated: May 2, 2022", "IT IS SO ORDERED."),
    ),
)
SAYS = {
    "unsigned.txt": {"case_name": "Ostrich v. Egret", "date": "2024-03-05"},
    "printed.pdf": {"case_name": "Heron v. Wren", "date": "2022-05-03"},
}


def fill_folder(folder: Path) -> None:
    """Write the orders, and what a service says of two of them."""
    folder.mkdir(parents=True)
    (folder / "unsigned.txt").write_text(UNSIGNED)
    (folder / "bare.txt").write_text(BARE)
    print_order(folder / "printed.pdf", PRINTED)
    for name, says in SAYS.items():
        source = {"service": "A Service", "id": "1", "says": says}
        (folder / f"{name}.source.json").write_text(json.dumps({"sources": [source]}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill_folder(tmp_path / "orders/cand")
    return tmp_path / "orders"


@pytest.fixture
def desk(folder: Path) -> Desk:
    return open_desk(folder)


def open_desk(folder: Path) -> Desk:
    return Desk(folder, build_archive(folder), DEFAULT_POLICIES, "A. Librarian")


def find(desk: Desk, path: str, field: str) -> int:
    """The number of a doubtful value."""
    wanted = f"cand/{path}", field
    return 1 + [(one.path, one.field) for one in desk.values].index(wanted)


@pytest.fixture
def home(folder: Path) -> Path:
    """The archive's folder, as commands want it."""
    return begin_project(folder.parent)


@contextmanager
def serving(desk: Desk) -> Iterator[str]:
    """Serve a desk in a thread of this process; give its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        host, token = f"127.0.0.1:{listening.getsockname()[1]}", secrets.token_urlsafe()
        server = make_server(desk, token, host, "en")
        thread = Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        try:
            yield f"http://{host}/{token}/"
        finally:
            server.should_exit = True
            thread.join()

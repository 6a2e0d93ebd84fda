"""Files for hosts and search engines; the recipe for nginx, tried with the real program."""

import gzip
import os
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from xml.etree import ElementTree

import pytest

from build_scripts.model.page import SiteChoices
from build_scripts.pages.host_files import HEADERS, write_opensearch, write_robots
from tests.processes import start_process
from tests.serving import hold_port, is_open
from tests.shared import ROOT
from tests.site.test_unlisted import asks_not_to_be_listed

HOSTING = ROOT / "docs/hosting.md"


def test_the_headers_file_has_every_header(published: Path) -> None:
    lines = (published / "_headers").read_text().splitlines()
    assert lines == ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]


def test_hosting_shows_the_same_headers() -> None:
    text = HOSTING.read_text(encoding="utf-8")
    for name, value in HEADERS.items():
        assert f"    {name}: {value}\n" in text
        assert re.search(rf'add_header {name} "?{re.escape(value)}"? always;', text)


def test_robots_keeps_files_back_that_cannot_ask_for_it_themselves(published: Path) -> None:
    text = (published / "robots.txt").read_text()
    assert "Sitemap: https://example.org/archive/sitemap.xml\n" in text
    for path in published.rglob("*"):
        name = path.relative_to(published).as_posix()
        if path.suffix == ".html":
            assert may_be_crawled(text, f"/archive/{name}"), name
            page = f"/archive/{name.removesuffix('index.html')}"
            assert may_be_crawled(text, page), page
            assert may_be_crawled(text, f"{page}?q=lark") or path.name != "index.html", page
        elif path.is_file() and name not in {"robots.txt", "sitemap.xml", "llms.txt"}:
            is_asset = name.startswith("assets/")
            assert may_be_crawled(text, f"/archive/{name}") is is_asset, name
    assert may_be_crawled(text, "/archive/sitemap.xml")
    assert may_be_crawled(text, "/archive/llms.txt")  # it names nobody
    assert may_be_crawled(text, "/elsewhere/file.pdf")
    assert "Disallow" not in write_robots(SiteChoices(indexable=True))


def may_be_crawled(robots: str, path: str) -> bool:
    """What RFC 9309 says of a path: the longest rule that fits holds, and of two Allow."""
    fitting = [
        (len(rule), word == "Allow")
        for word, rule in re.findall(r"(?m)^(Allow|Disallow): (.+)$", robots)
        if re.match(re.escape(rule).replace(r"\*", ".*").replace(r"\$", "$"), path)
    ]
    return max(fitting, default=(0, True))[1]


def test_the_sitemap_lists_no_page_that_asks_not_to_be_indexed(published: Path) -> None:
    tree = ElementTree.parse(published / "sitemap.xml")  # noqa: S314 (our own file)
    listed = {node.text or "" for node in tree.iter() if node.tag.endswith("}loc")}
    assert "https://example.org/archive/about/" in listed
    assert "https://example.org/archive/courts/" in listed
    for path in published.rglob("index.html"):
        folder = path.parent.relative_to(published).as_posix().removeprefix(".")
        address = f"https://example.org/archive/{folder}/".replace("archive//", "archive/")
        asks = asks_not_to_be_listed(path)
        assert (address in listed) != asks, address


def test_a_description_of_the_search_is_well_formed() -> None:
    text = write_opensearch("https://example.org/a&b/", "Orders of the <Harbor> County Court")
    root = ElementTree.fromstring(text)  # noqa: S314 (our own text)
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    assert len(root.findtext(f"{space}ShortName") or "") <= 16
    (url,) = root.findall(f"{space}Url")
    assert url.get("template") == "https://example.org/a&b/search/?q={searchTerms}"


def test_feeds_are_announced_where_they_are(published: Path) -> None:
    for path in published.rglob("*.html"):
        announced = 'href="feed.xml"' in path.read_text(encoding="utf-8")
        assert announced == (path.parent / "feed.xml").is_file() or path.name == "404.html", path
    assert (published / "courts/cand/feed.xml").is_file()


def read_snippet() -> str:
    text = HOSTING.read_text(encoding="utf-8")
    found = re.search(r"(?m)^    location /archive/ \{\n(?:    .*\n)*?    \}\n", text)
    assert found, "docs/hosting.md shows no location /archive/"
    return found[0]


@pytest.fixture(scope="module")
def nginx(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Debian's nginx with the recipe of docs/hosting.md, as an ordinary process."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        assert not os.environ.get("CI"), "sh tests/install_programs.sh installs nginx"
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("nginx")
    for part in (published, *published.parents):  # its worker may be another user
        if part.stat().st_uid == os.getuid() and part.is_relative_to(folder.parent):
            part.chmod(part.stat().st_mode | 0o055)
    (published / "module.mjs").write_text("export {};\n")
    user = "user root;" if os.getuid() == 0 else ""
    snippet = read_snippet().replace("/var/www/archive/", f"{published}/")
    with hold_port() as port:
        (folder / "nginx.conf").write_text(
            f"{user} daemon off; pid {folder}/pid; error_log {folder}/error.log;\n"
            "events {}\n"
            "http { include /etc/nginx/mime.types; access_log off;\n"
            f"client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;\n"
            f"fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n"
            f"server {{ listen 127.0.0.1:{port};\n{snippet}}} }}\n"
        )
        address = f"http://127.0.0.1:{port}/archive/"
        with start_process([program, "-p", folder, "-c", folder / "nginx.conf"]) as process:
            while not is_open(port):
                assert process.poll() is None, (folder / "error.log").read_text()
                time.sleep(0.05)
            yield address
    (published / "module.mjs").unlink()


def test_nginx_serves_the_site_with_its_policy(nginx: str, published: Path) -> None:
    for path, kind in (
        ("", "text/html; charset=utf-8"),
        ("courts/cand/", "text/html; charset=utf-8"),
        ("feed.xml", "text/xml; charset=utf-8"),
        ("orders.csv", "text/csv"),
        ("assets/javascripts/theme_storage.js", "application/javascript; charset=utf-8"),
        ("module.mjs", "text/javascript"),  # browsers run no module of another type
    ):
        with urlopen(nginx + path) as answer:
            sent = answer.headers
            for name, value in HEADERS.items():
                assert sent[name] == value, path
            if kind != "text/csv":
                assert sent["Content-Type"] == kind, path
            file = published / (f"{path}index.html" if not path or path.endswith("/") else path)
            assert answer.read() == file.read_bytes(), path


def test_nginx_compresses(nginx: str, published: Path) -> None:
    for path in ("index.html", "assets/stylesheets/archive.css"):
        with urlopen(Request(nginx + path, headers={"Accept-Encoding": "gzip"})) as answer:
            data = answer.read()
            assert answer.headers["Content-Encoding"] == "gzip", path
        assert gzip.decompress(data) == (published / path).read_bytes()


def test_nginx_answers_a_wrong_address_with_our_page(nginx: str) -> None:
    with pytest.raises(HTTPError) as caught:
        urlopen(f"{nginx}orders/cand/3-23-cv-99999/")
    assert caught.value.code == 404
    assert caught.value.headers["Content-Security-Policy"]
    assert "There is no page at this address" in caught.value.read().decode()

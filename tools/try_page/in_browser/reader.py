"""One file read by the program itself, and written by the templates of an archive's pages."""

import re
from importlib.resources import files
from types import SimpleNamespace

from jinja2 import Environment, FileSystemLoader

from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.convert.order import convert_order
from build_scripts.model.raw_order import RawOrder
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.formatting import format_date
from build_scripts.pages.i18n import format_number, t_html, term
from build_scripts.pages.order_page import view_order
from build_scripts.problems import ArchiveError
from tools.try_page.in_browser.stand_ins import PicturesNeededError

_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_ACTIONS = re.compile(r'<ul class="order-actions">.*?</ul>', re.DOTALL)
_FIRST = re.compile(r"(</?h)1\b")


def read(name: str, data: bytes) -> tuple[bool, str]:
    """Whether the file could be read, and then what the page shows of it, else why not."""
    try:
        order = convert_order(RawOrder.from_bytes(name, data))
    except PicturesNeededError:
        return False, (
            "This PDF has to be looked at as pictures (scanned pages, or too little text), which is "
            "not possible here. The program on a computer reads it."
        )
    except ArchiveError as error:
        return False, str(error)
    index = build_index(catalogue_orders([order]))
    page = SimpleNamespace(toc=SimpleNamespace(items=[SimpleNamespace(id="what-it-is")]))
    view = view_order(index, 0)
    html = _ENVIRONMENT.get_template("result.html").render(
        view=view, findings=order.findings, page=page
    )
    return True, _settle(html)


def _settle(html: str) -> str:
    """Leave out links to pages that an archive would have, and what is done on an order's page."""
    html = _FIRST.sub(r"\g<1>2", _ACTIONS.sub("", html))
    there = frozenset(re.findall(r'\bid="([^"]*)"', html))

    def unlink(link: re.Match[str]) -> str:
        address, words = link.groups()
        leads = address.startswith("https://") or address.removeprefix("#") in there
        return link[0] if leads else words

    return _LINK.sub(unlink, html)


def _make_environment() -> Environment:
    folders = (files("build_scripts") / "pages/theme", files("tools.try_page.in_browser"))
    env = Environment(
        loader=FileSystemLoader(list(map(str, folders))),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["url"] = str
    env.globals.update(t=t_html, term=term, format_number=format_number, format_date=format_date)
    return env


_ENVIRONMENT = _make_environment()

"""The context of the theme's templates: words, views, tables of contents."""

from collections.abc import Callable, Hashable, Iterable
from copy import copy
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, pass_context
from jinja2.runtime import BlockReference, Context
from markdown.extensions.toc import slugify
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url, normalize_url

from build_scripts.model.page import Section, TemplatePage
from build_scripts.model.text.pattern import Pattern
from build_scripts.pages.formatting import format_date
from build_scripts.pages.i18n import format_number, t_html, term

_PARENT = "parent"  # "parent/partials/nav.html" is that of the theme which `orders` extends


class KeptParts:
    """Parts of pages, kept while one site is built.

    Only generated pages that no menu names share them: they differ by where their links lead, and
    by whether they show an order, its source, or that it is withheld.
    """

    def __init__(self) -> None:
        self._parts: dict[Hashable, str] = {}
        self._folders: frozenset[str] | None = None  # folders of the menu's pages

    @pass_context
    def keep(self, context: Context, block: BlockReference) -> str:
        """Return a block's output; templates pass `super`."""
        return self._keep(context, block.name, lambda: _close_up(block()))

    @pass_context
    def keep_partial(self, context: Context, name: str) -> str:
        """Return a partial's output."""

        def render() -> str:
            template = context.environment.get_template(name)
            own = template.new_context(context.get_all(), shared=True)
            return _close_up("".join(template.root_render_func(own)))

        return self._keep(context, name, render)

    def _keep(self, context: Context, name: str, render: Callable[[], str]) -> str:
        page, nav = context.get("page"), context.get("nav")
        if "view" not in context or page is None or any(page is one for one in nav.pages):
            return render()
        kinds = tuple(map(bool, map(context.get, ("is_order", "is_source", "is_withheld"))))
        key = name, context["base_url"], self._find_shared(page, nav), kinds
        if key not in self._parts:
            self._parts[key] = render()
        return self._parts[key]

    def _find_shared(self, page: Page, nav: Navigation) -> str:
        """Return the folders of a page's address that links of the menu may share with it."""
        if self._folders is None:
            self._folders = frozenset(
                one.url[:end]
                for one in nav.pages
                for end, sign in enumerate(one.url)
                if sign == "/"
            )
        end = page.url.find("/")
        while (further := page.url.find("/", end + 1)) > 0 and page.url[:further] in self._folders:
            end = further
        return page.url[: max(end, 0)]


def _close_up(html: str) -> str:
    """Return the theme's output without indents and empty lines: none of it is preformatted."""
    lines = (line.strip(" \t") for line in html.split("\n"))
    return type(html)("\n".join(line for line in lines if line))  # escaped text stays so


def keep_parts(env: Environment, config: MkDocsConfig, frame: str) -> None:
    """Let templates keep parts, and reach those of the theme that the one with `frame` extends."""
    dirs = config.theme.dirs
    own = next(place for place, folder in enumerate(dirs) if Path(folder, frame).is_file())
    parent = PrefixLoader({_PARENT: FileSystemLoader(dirs[own + 1 :])})
    env.loader = ChoiceLoader([loader for loader in (env.loader, parent) if loader is not None])
    kept = KeptParts()
    env.globals.update(keep=kept.keep, keep_partial=kept.keep_partial)


_CONTROL = Pattern(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]+",
    accepts=["a\x00b", "a\u202eb", "a\ud800b", "a\u200fb"],
    refuses=["Łódź & Sons § 3 \U0001f99c", "one line\nand another\t"],
)


_HEADING = Pattern(
    r"\s*# +(\S.*)\n?",
    accepts=["# Orders of Judge Roe\nHer orders", "\n# Orders"],
    refuses=["## Who keeps it", "Her orders\n# Orders", "#", "#hash"],
    by="match",
)

_FRAME = "pages/frame.html"  # of the theme


def require_theme(config: MkDocsConfig) -> None:
    """Raise PluginError if the archive's pages have no templates."""
    if not any(Path(folder, _FRAME).is_file() for folder in config.theme.dirs):
        raise PluginError(
            "The archive's pages are written by the theme `orders`. Set it in mkdocs.yml:\n"
            "theme:\n  name: orders"
        )


def set_up_templates(env: Environment, config: MkDocsConfig) -> None:
    """Give the templates their words, and let those of pages escape their output."""
    env.trim_blocks = env.lstrip_blocks = True  # the theme indents what it nests, for people
    env.autoescape = lambda name: name is not None and name.startswith("pages/")
    env.filters["url"] = _relate
    env.globals.update(t=t_html, term=term, format_number=format_number, format_date=format_date)
    keep_parts(env, config, _FRAME)


def escape_names(config: MkDocsConfig) -> MkDocsConfig:
    """Return a copy of the settings whose name, description and author are escaped.

    Templates of the theme that ours extends print these as they are.
    """
    shown = copy(config)
    for name in ("site_name", "site_description", "site_author"):
        if isinstance(text := config[name], str):
            shown[name] = Markup(escape(text))  # noqa: S704 (it is escaped)
    return shown


class MadePage(Page):
    """A page that a template writes: MkDocs has nothing to read or to render.

    It has its title, its template, and what the frame of every page asks for.
    """

    def __init__(self, file: File, config: MkDocsConfig, made: TemplatePage) -> None:
        super().__init__(None, file, config)
        self.made = made
        self.markdown, self.content, self.meta = "", "", describe_page(made)

    def read_source(self, *_: object) -> None:
        """Do nothing: the page has all that it needs."""

    def render(self, *_: object) -> None:
        """Do nothing: the template renders the page."""
        self.content = ""


def describe_page(made: TemplatePage) -> dict[str, Any]:
    """Return a page's title, its template, and what the frame of every page asks for."""
    return {**made.meta, "title": made.title, "template": f"pages/{made.template}"}


def describe_listed(page: Page, made: TemplatePage, words: str) -> str:
    """Describe a page that MkDocs reads as `describe_page` does; return its own words.

    A title that the owner gave it, in its head or as its first heading, replaces ours.
    """
    own = page.meta.get("title")
    if heading := _HEADING.match(words):
        own, words = own or heading[1], words[heading.end() :]
    page.meta = describe_page(made) | ({"title": str(own)} if own else {})
    return words


def show_view(page: Page, view: object) -> dict[str, Any]:
    """Return the context of a page's template, and give the page its table of contents."""
    title = page.meta["title"]
    whole = Section(slugify(title, "-"), title, getattr(view, "sections", ()))
    (top,) = _list_anchors([whole])
    top.children = [*page.toc, *top.children]  # the headings of an owner's words
    page.toc = TableOfContents([top])
    head_data = getattr(view, "head_data", None)
    return {"view": view, "head_data": head_data, "words": Markup(page.content or "")}  # noqa: S704


def name_feed(page: Page) -> str:
    """Return the path of the page's feed, which the site may not have."""
    return f"{page.url.removesuffix('./').rstrip('/')}/feed.xml".removeprefix("/")


def lead_on(page: Page, config: MkDocsConfig) -> None:
    """Set the target of a redirecting page as the one that search engines should index."""
    if moved_to := page.meta.get("moved_to"):
        there = f"{moved_to}/"
        page.canonical_url = (
            urljoin(config.site_url, there)
            if config.site_url
            else get_relative_url(there, page.url)
        )


def set_print_foot(output: str, page: Page) -> str:
    """Return an order's page with the text for the foot of each printed sheet.

    Margin boxes of sheets inherit from the root alone, which no block of the theme opens.
    """
    foot = page.meta.get("citation") or page.meta.get("case")
    if not (foot and page.meta.get("source")):
        return output
    return output.replace("<html ", f'<html data-foot="{escape(str(foot))}" ', 1)


def drop_controls(output: str) -> str:
    """Return a template's output without characters that no page may hold, or that turn its words
    around: an order's own words, or a file's name, may bring them.
    """
    if output.replace("\n", "").replace("\u00a0", "").isprintable():
        return output
    return _CONTROL.sub(" ", output)


@pass_context
def _relate(context: Context, address: str) -> str:
    """Return an address like MkDocs' own filter, which parses and keeps one for every anchor."""
    there, sign, anchor = str(address).partition("#")
    page, base = context["page"], context["base_url"]
    if page is None or not there:
        return normalize_url(str(address), page, base)
    found = normalize_url(there, page, base)
    return f"{'' if sign and found == './' else found}{sign}{anchor}"


def _list_anchors(sections: Iterable[Section], level: int = 1) -> list[AnchorLink]:
    links = []
    for one in sections:
        link = AnchorLink(str(escape(one.title)), one.anchor, level)
        link.children = _list_anchors(one.sections, level + 1)
        links.append(link)
    return links

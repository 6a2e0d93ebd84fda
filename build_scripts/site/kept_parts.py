"""The parts of the theme around pages: many pages share them, so each is rendered once."""

from collections.abc import Callable, Hashable
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, pass_context
from jinja2.runtime import BlockReference, Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_PARENT = "parent"  # "parent/partials/nav.html" is that of the theme which `orders` extends


class KeptParts:
    """Parts of pages, kept while one site is built.

    Only generated pages that no menu names share them: they differ by where their links lead, and
    by whether they show an order or its source.
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
        kinds = bool(context.get("is_order")), bool(context.get("is_source"))
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
    """Return the theme's output without its indentation and empty lines, which no reader sees: none
    of it is preformatted.
    """
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

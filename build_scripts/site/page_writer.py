"""Writes the archive's own pages outside of MkDocs' loop, or takes them from an earlier build.

What a template writes depends on the page's view and on what is the same for all pages of a site:
the program, the templates, the settings, the menu, the words of the interface. MkDocs writes the
pages itself if other plugins or hooks are there, which may want to see each.
"""

from collections.abc import Callable, Collection
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.utils.templates import TemplateContext

from build_scripts.convert.fingerprint import digest_sources
from build_scripts.convert.kept import KeptResults
from build_scripts.pages.i18n import current_interface
from build_scripts.site.templates import MadePage, name_feed, show_view

_ELSEWHERE = frozenset(
    {"plugins", "hooks", "theme", "exclude_docs", "draft_docs", "not_in_nav", "site_dir", "strict"}
)
"""Settings that change no page by themselves, or are described apart."""
_OF_PACKAGES = tuple(Path(str(files(one))) for one in ("build_scripts", "material", "mkdocs"))
"""Folders whose templates the program's fingerprint, with the versions of libraries, covers."""


def describe_interface() -> str:
    """Return what identifies the words of the interface."""
    interface = current_interface()
    return repr((interface.language, sorted(interface.messages.items())))


def list_own_folders(config: MkDocsConfig) -> list[Path]:
    """Return the folders of templates that are of no package."""
    folders = map(Path, config.theme.dirs)
    return [one for one in folders if not any(map(one.is_relative_to, _OF_PACKAGES))]


class PageWriter:
    """Writes pages with the site's templates.

    `add_context` and `finish` are what the plugin does before and after a page is rendered;
    `offered` are the paths of the site's files, which templates ask for.
    """

    def __init__(
        self,
        config: MkDocsConfig,
        nav: Navigation,
        kept: KeptResults,
        add_context: Callable[..., TemplateContext],
        finish: Callable[..., str],
        offered: Collection[str],
    ) -> None:
        self.env: Environment | None = None
        self._config, self._nav, self._kept = config, nav, kept
        self._add_context, self._finish = add_context, finish
        self._offered = offered
        self._frame = b""

    def write(self, page: MadePage, place: Path) -> None:
        """Write the page to its place in the site. Raise OSError."""
        made = page.made
        view = None if made.made_of else made.make()

        def list_parts() -> object:
            own = made.made_of() if made.made_of else view
            offered = name_feed(page) in self._offered, page.meta.get("download") in self._offered
            about = made.path, made.title, made.template, made.meta, offered
            return self._digest_frame(), about, own

        self._kept.write(
            {made.path: place}, list_parts, lambda: place.write_bytes(self._render(page, view))
        )

    def _render(self, page: MadePage, view: object) -> bytes:
        assert self.env is not None  # noqa: S101 (MkDocs copies files when it has templates)
        page.active = True
        context = get_context(self._nav, (), self._config, page)
        context = self._add_context(context, page=page, config=self._config, nav=self._nav)
        context.update(show_view(page, page.made.make() if view is None else view))  # type: ignore[typeddict-item]
        output = self.env.get_template(page.meta["template"]).render(context)
        page.active = False
        output = self._finish(output, page=page, config=self._config)
        return output.encode("utf-8", errors="xmlcharrefreplace")

    def _digest_frame(self) -> bytes:
        if not self._frame:
            config = self._config
            theme, templates = config.theme, sha256()
            for folder in list_own_folders(config):
                digest_sources(folder, templates.update)
            parts = (
                templates.hexdigest(),
                {name: repr(value) for name, value in config.items() if name not in _ELSEWHERE},
                (theme.name, {name: repr(theme[name]) for name in theme}),
                [dict(plugin.config) for plugin in config.plugins.values()],
                get_context(self._nav, (), config)["mkdocs_version"],
                str(self._nav),
                [repr(page.meta) for page in self._nav.pages],
                sorted(name for name in self._offered if "/" not in name),
            )
            self._frame = self._kept.digest(parts)
        return self._frame

"""The MkDocs plugin: `mkdocs build`, `serve` and `gh-deploy` alone do everything."""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.commands.build import build as build_site
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from build_scripts.archive.storage.address_ledger import read_address_ledger
from build_scripts.archive.storage.history_log import read_history
from build_scripts.archive.storage.link_ledger import read_ledger
from build_scripts.archive.storage.publication_log import read_log
from build_scripts.convert.cache import ConversionCache
from build_scripts.convert.durations import log_duration
from build_scripts.convert.fingerprint import name_release
from build_scripts.convert.kept import NOTHING_KEPT, KeptResults
from build_scripts.model.page import TemplatePage
from build_scripts.model.withheld_words import OpenWords
from build_scripts.pages.host_files import META_POLICY
from build_scripts.pages.i18n import t
from build_scripts.problems import ArchiveError
from build_scripts.site.assembly import (
    HOME,
    DeferredFile,
    add_made,
    add_site_files,
    leave_out_old_orders,
    leave_out_outward_links,
    list_missing,
)
from build_scripts.site.build_session import BuildSession
from build_scripts.site.data.publication import publish_states
from build_scripts.site.data_page import fill_sizes
from build_scripts.site.data_writer import write_data
from build_scripts.site.files import digest_original, list_site_files
from build_scripts.site.finishing import NO_DAY, finish_site
from build_scripts.site.mkdocs_errors import (
    abort_on_mistake,
    as_plugin_error,
    end_with_message,
    use_plain_type_names,
)
from build_scripts.site.outcome import Outcome, list_warnings
from build_scripts.site.own_address import LOCAL, guard_address
from build_scripts.site.page_writer import PageWriter, describe_interface
from build_scripts.site.pipeline import build_archive, index_shown, with_history
from build_scripts.site.settings import ArchiveConfig, ArchiveSettings, Workers, find_today
from build_scripts.site.templates import (
    MadePage,
    describe_listed,
    drop_controls,
    escape_names,
    lead_on,
    name_feed,
    require_theme,
    set_print_foot,
    set_up_templates,
    show_view,
)

log = get_plugin_logger("orders")


class ArchivePlugin(BasePlugin[ArchiveConfig]):
    """Adds the archive's pages and files to the site that MkDocs builds."""

    def __init__(self) -> None:
        use_plain_type_names()
        self.workers = Workers()
        self.cache: ConversionCache | None = None  # that of the settings, if it is open already
        self.outcome: Outcome | None = None
        self.offered: frozenset[str] = frozenset()  # paths of the site's files, for templates
        self.generated: frozenset[str] = frozenset()  # those that the program wrote, for templates
        self.is_serving = False
        self._pages: dict[str, TemplatePage] = {}  # by their paths
        self._given: frozenset[str] = frozenset()  # files of the site that are not of orders
        self._leaking: dict[str, tuple[OpenWords, ...]] = {}  # by the paths of orders
        self._session = BuildSession()
        self._cache: ConversionCache | None = None
        self._kept = NOTHING_KEPT
        self._writer: PageWriter | None = None
        self._written: list[File] = []  # the pages that it writes

    def find_settings(self, config: MkDocsConfig) -> ArchiveSettings:
        """Return the archive's settings, with the places of its files. Raises ArchiveError if two
        of these overlap, or `site_url` is no address to continue.
        """
        settings = ArchiveSettings(config, self.config)
        settings.refuse_mistakes()
        return settings

    @property
    def policy(self) -> str:
        """Return the policy that each page states, for templates, or None.

        None under `mkdocs serve`: its inline script reloads pages after a change.
        """
        return "" if self.is_serving else META_POLICY

    @property
    def release(self) -> str:
        """Return the program's name and version, for templates."""
        return f"Orders Archive {name_release()}"

    def t(self, key: str, **values: str) -> str:
        """Return a message for templates, which escape it."""
        return t(key, **values)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
        """Remember that `mkdocs serve` only shows pages: they were not published."""
        self.is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Acquire the build lock, use the messages of the theme's language until the build ends,
        and redirect the build into a staging folder next to the served site.

        If another build is running, `mkdocs serve` waits for its end; other commands are refused.
        """
        require_theme(config)
        # MkDocs keeps a plugin from one configuration to the next: forget the build before.
        self.outcome, self._pages = None, {}
        with as_plugin_error():
            if (names := sys.getfilesystemencoding()) != "utf-8":  # `orders` sees to it itself
                raise ArchiveError(
                    f"Python reads names of files as {names} here, and orders with other letters "
                    "would leave the site. Set PYTHONUTF8=1, or run `orders build`."
                )
            settings = self.find_settings(config)
            wait = log.info if self.is_serving else None
            interface = self._session.begin(settings, config, wait)
        if interface.untranslated:
            counts = len(interface.untranslated), len(interface.messages), settings.language
            log.info("%d of %d messages have no words in %r: they are English", *counts)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Convert the orders; add their pages and files, and what hosts and search engines read.

        A host's file of that name in docs/ is kept.
        """
        settings = self.find_settings(config)
        choices = settings.choose()
        with as_plugin_error():
            leave_out_old_orders(files, settings.docs_dir)
            for path in leave_out_outward_links(files, settings.docs_dir):
                log.warning("docs/%s links to the outside of the archive and is left out.", path)
            for path in list_missing(files, config):
                log.warning("%s is in neither docs/ nor the theme: mkdocs.yml names it.", path)
            self._given = frozenset(one.dest_uri for one in files)
            self._cache = self.cache or settings.open_cache()
            kept = None if self.is_serving else self._cache  # its pages are other ones
            self._kept = KeptResults(kept, str(settings.home.resolve()), describe_interface())
            published = read_address_ledger(settings.address_ledger)
            logged, past = read_history(settings.history), read_log(settings.publication_log)
            archive = build_archive(
                settings.orders,
                partial(_report_converting, self.workers),
                read_ledger(settings.link_ledger),
                published,
                settings.conversion_options(self.workers, self._cache),
                settings.authority_page_from,
                self._leaking,
                self._kept.keep,
                self._session.hold_archive,
            )
            archive = with_history(archive, logged, find_today())
            self.workers.on_progress("Writing pages", 0, 0)
            with log_duration("listing pages and files"):
                index = index_shown(archive, choices)
                publication = publish_states(
                    index.archive,
                    past,
                    find_today(),
                    choices,
                    partial(digest_original, folder=settings.orders, keep=self._kept.keep),
                    self._kept.keep,
                )
                key = publication.log.key
                shown = list_site_files(index, settings.orders, choices, self._kept, key)
                listed = chain(shown, publication.list_files())
                made = add_made(files, listed, choices, config)
        add_site_files(files, choices, config)
        self._pages = {path: page for path, page in made.items() if page is not None}
        self.offered, self.generated = frozenset(files.src_uris), frozenset(made)
        self.outcome = Outcome(
            archive, index, choices, len(self._pages), published, logged, publication
        )
        for warning in list_warnings(archive, settings.orders):
            log.warning("%s", warning)
        log.info("%s", self.outcome.counts)
        if choices.feeds and not choices.site_url:
            log.info("No feeds: they need the site's address. Set site_url in mkdocs.yml.")
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let templates write the pages that are in no menu; the owner may list those of a menu,
        and write text for the home page.

        Without other plugins and hooks, which may want to see each page, pages but the home page
        are written outside of MkDocs' loop.
        """
        self._writer = (
            PageWriter(
                config, nav, self._kept, self.on_page_context, self.on_post_page, self.offered
            )
            if len(config.plugins) == 1 and not config.hooks
            else None
        )
        self._written = []
        listed = {id(page) for page in nav.pages}
        if (home := files.get_file_from_path(HOME)) and home.generated_by is None:
            listed.add(id(home.page))
        for path, made in self._pages.items():
            file = files.get_file_from_path(path)
            if file is not None and id(file.page) not in listed:
                page = MadePage(file, config, made)  # MkDocs has a file remember its page
                if self._writer and isinstance(file, DeferredFile) and path != HOME:
                    self.on_pre_page(page)
                    file.write_by(partial(self._writer.write, page))
                    self._written.append(file)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, **_: object) -> Environment:
        """Give our templates their messages, and have them escape their output."""
        set_up_templates(env, config)
        if self._writer:
            self._writer.env = env
        return env

    def on_pre_page(self, page: Page, **_: object) -> Page:
        """Remove the page's day: MkDocs sets the build's, and writes it into the packed sitemap."""
        page.update_date = NO_DAY
        if page.file.src_uri in self._pages:
            page.edit_url = None  # nobody edits a build's output
        return page

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Give a template's page in a menu what the others have; the owner's text stays."""
        if made := self._pages.get(page.file.src_uri):
            return describe_listed(page, made, markdown)
        return markdown

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, **_: object
    ) -> TemplateContext:
        """Give the template its view, and the content of a page's head: data, feeds, redirects."""
        lead_on(page, config)
        own = {"has_feeds": name_feed(page) in self.offered, "config": escape_names(config)}
        if (made := self._pages.get(page.file.src_uri)) and page.file.is_documentation_page():
            own |= show_view(page, made.make())
        context.update(own)  # type: ignore[typeddict-item]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give pages that are only templates the settings in printed form, and every page."""
        context["pages"] = [*context["pages"], *self._written]
        if template_name.endswith(".html"):
            context["config"] = escape_names(config)
        return context

    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Give an order's page the footer of each printed sheet; drop characters that no page may
        contain, and data that nothing needs once the page is written.
        """
        if page.file.src_uri in self._pages:
            page.toc = TableOfContents([])
        return drop_controls(set_print_foot(output, page))

    def on_post_template(self, output_content: str, **_: object) -> str:
        """Drop characters that no page may contain from pages that are only templates."""
        return drop_controls(output_content)

    @event_priority(-100)  # the last: other plugins may write into the site too
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the site in its place, and release the build lock.

        If withheld words are in it, build it again without the orders that brought them.
        """
        outcome, built, site = self.outcome, Path(config.site_dir), self._session.site
        causes: Mapping[str, tuple[OpenWords, ...]] = {}
        if outcome is not None:
            with as_plugin_error(site):
                database = write_data(
                    outcome.index, outcome.choices, built, self._kept, outcome.publication
                )
                fill_sizes(built)
                if site is not None:
                    settings = self.find_settings(config)
                    causes = finish_site(
                        *(built, site, settings, outcome, self._given),
                        *(self._cache, self._kept, database),
                    )
                    config.site_dir = str(site)
        if causes:
            log.warning("Built again: withheld words are in the site through %s", ", ".join(causes))
            self._leaking |= causes
            try:
                build_site(config)
            finally:
                self._leaking = {}
        self._kept.remove_others()
        self._session.end()

    @event_priority(-100)  # the last: other plugins may have to clean up too
    def on_build_error(self, *, error: Exception) -> None:
        """Remove what is half-built, and end with the archive's own message."""
        site = self._session.site
        self.clear()
        self._session.end()
        end_with_message(error, site, is_serving=self.is_serving)

    def on_shutdown(self) -> None:
        """Release the build lock, however this build ended."""
        self._session.end()

    def clear(self) -> None:
        """Remove the output of an unfinished build next to the site."""
        self._session.discard()

    @event_priority(-100)  # the last: other plugins may compare the server's builder with theirs
    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[[], None]
    ) -> LiveReloadServer:
        """Watch the raw orders too, and the ledger of checked links; answer to this machine's own
        names alone, unless the owner serves to others; print a mistake in mkdocs.yml as one error.
        """
        host, port = config.dev_addr
        if host in LOCAL:
            server.set_app(guard_address(server.get_app() or server.serve_request, port))
        server.builder = partial(abort_on_mistake, builder)
        settings = self.find_settings(config)
        server.watch(str(settings.orders))
        for file in (settings.link_ledger, settings.messages):
            if file.is_file():
                server.watch(str(file))
        return server


def _report_converting(workers: Workers, done: int, total: int, _: str) -> None:
    workers.on_progress("Converting orders", done, total)

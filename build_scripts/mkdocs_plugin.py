"""The MkDocs plugin: `mkdocs build`, `serve` and `gh-deploy` alone do everything."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

from jinja2 import Environment
from markdown.extensions.toc import slugify
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from build_scripts import theme
from build_scripts.convert.stage_clock import Stage, timed
from build_scripts.i18n import (
    Interface,
    current_interface,
    format_number,
    set_interface,
    t,
    t_html,
    term,
)
from build_scripts.model.address_ledger import AddressLedger
from build_scripts.model.archive import Archive
from build_scripts.model.history import HistoryEvent
from build_scripts.model.page import DataFile, Section, TemplatePage
from build_scripts.pages.archive_database import DATABASE
from build_scripts.pages.data_page import DATA_PAGE, drop_offer
from build_scripts.pages.host_files import META_POLICY, list_host_files
from build_scripts.pages.order_markdown import MARKDOWN_FILE
from build_scripts.pages.script_words import MODULES, write_script_words
from build_scripts.pages.wording import word_date
from build_scripts.pipeline import build_archive, list_files, tell_history
from build_scripts.problems import ArchiveError, FindingCode
from build_scripts.site.assets import shrink
from build_scripts.site.build_lock import BuildLock
from build_scripts.site.deferred_file import DeferredFile
from build_scripts.site.manifest import SUMS
from build_scripts.site.order_files import FOLDER as ORDERS
from build_scripts.site.order_files import refuse_strangers, write_order_files
from build_scripts.site.settings import ArchiveConfig, ArchiveSettings, Workers, find_today
from build_scripts.site.staging import begin_beside, clear_beside
from build_scripts.site.writer import finish_site
from build_scripts.storage.address_ledger import read_address_ledger
from build_scripts.storage.history_log import read_history
from build_scripts.storage.link_ledger import read_ledger
from build_scripts.storage.orders_folder import name_file
from build_scripts.text.os_errors import explain_refusal
from build_scripts.text.pattern import Pattern

log = get_plugin_logger("orders")

_FRAME = "pages/frame.html"  # of the theme
_NO_DAY = "1970-01-01"
_DEEPEST_ASSET = 3  # "assets/javascripts/search/box.js"
_CONTROL = Pattern(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]+",
    accepts=["a\x00b", "a\u202eb", "a\ud800b", "a\u200fb"],
    refuses=["Łódź & Sons § 3 \U0001f99c", "one line\nand another\t"],
)
_AS_IT_WAS = "Then build again: the site is as it was."

TellProgress = Callable[[str, int, int], None]  # what is done, how much of it, of how much


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build made, for the command line's summary.

    `published` and `logged` are the ledger of addresses and the history before the build.
    """

    archive: Archive
    pages: int
    published: AddressLedger
    logged: tuple[HistoryEvent, ...]

    @property
    def recorded(self) -> int:
        """Lines that the build wrote anew or changed in the ledger of addresses."""
        return len(set(self.archive.address_ledger.values()) - set(self.published.values()))


class ArchivePlugin(BasePlugin[ArchiveConfig]):
    """Adds the archive's pages and files to the site that MkDocs builds."""

    def __init__(self) -> None:
        self.tell: TellProgress = _tell_nobody
        self.workers = Workers()
        self.outcome: Outcome | None = None
        self.offered: frozenset[str] = frozenset()  # paths of the site's files, for templates
        self.generated: frozenset[str] = frozenset()  # those that the program made, for templates
        self.is_serving = False
        self._spoken_before: Interface | None = None  # outside of a build
        self._pages: dict[str, TemplatePage] = {}  # by their paths
        self._site: Path | None = None  # what is served while the new one is built beside it
        self._lock: BuildLock | None = None  # while MkDocs builds

    def find_settings(self, config: MkDocsConfig) -> ArchiveSettings:
        """The archive's settings, with where its files lie."""
        return ArchiveSettings(config, self.config)

    @property
    def policy(self) -> str:
        """The policy that each page states, for templates.

        None under `mkdocs serve`: its inline script reloads pages after a change.
        """
        return "" if self.is_serving else META_POLICY

    def t(self, key: str, **values: str) -> str:
        """Return a message for templates, which escape it."""
        return t(key, **values)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember that `mkdocs serve` only shows: what it shows was not published."""
        del dirty
        self.is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Keep other builds away and put the words of the theme's language in force until the build
        ends; build beside the site that is served, not into it.

        Where another build is at work, `mkdocs serve` waits for its end; others are refused.
        """
        if not any(Path(folder, _FRAME).is_file() for folder in config.theme.dirs):
            raise PluginError(
                "The archive's pages are written by the theme `orders`. Set it in mkdocs.yml:\n"
                "theme:\n  name: orders"
            )
        # MkDocs keeps a plugin from one configuration to the next: forget the build before.
        self._site, self.outcome, self._pages = None, None, {}
        self._release_lock()
        settings = self.find_settings(config)
        with _as_plugin_error():
            lock = settings.open_lock()
            lock.acquire(log.info if self.is_serving else None)
            self._lock = lock
            interface = settings.read_interface()
        if interface.untranslated:
            counts = len(interface.untranslated), len(interface.messages), settings.language
            log.info("%d of %d messages have no words in %r: they are English", *counts)
        self._spoken_before = current_interface()
        set_interface(interface)
        if not self.is_serving:
            self._site = Path(config.site_dir)
            with _as_plugin_error():
                config.site_dir = str(begin_beside(self._site))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Convert the orders; add their pages and files, and what hosts and search engines read.

        A host's file of that name in docs/ is kept.
        """
        settings = self.find_settings(config)
        choices = settings.choose()
        with _as_plugin_error():
            refuse_strangers(settings.docs_dir)
            for old in [one for one in files if one.src_uri.startswith(f"{ORDERS}/")]:
                files.remove(old)  # as the build before wrote it
            published = read_address_ledger(settings.address_ledger)
            archive = self.read_archive(settings, published)
            logged = read_history(settings.history)
            archive = tell_history(archive, logged, find_today())
            self.tell("Writing pages", 0, 0)
            made = set()
            texts = {}
            with timed(Stage.PUBLISHING):
                for file in self.list_files(archive, settings):
                    if files.get_file_from_path(file.path) is not None:
                        raise ArchiveError(
                            f"{config.docs_dir}/{file.path} stands where a page of the archive "
                            "belongs. Rename it."
                        )
                    made.add(file.path)
                    files.append(self._add_file(file, config))
                    if isinstance(file, TemplatePage) and file.markdown:
                        texts[file.path] = file.markdown
                        if not choices.compact:
                            files.append(_offer_markdown(file.path, config))
                write_order_files(settings.docs_dir, texts)
        files.append(File.generated(config, SUMS, content=""))
        has_search = files.get_file_from_path("search.md") is not None
        for path, text in list_host_files(choices, config.site_name, has_search=has_search):
            if files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, content=text))
        for asset in _list_assets(files):
            asset.content_string = shrink(asset.src_uri, asset.content_string)
        for path in MODULES:
            module = files.get_file_from_path(path)
            if module is not None:
                module.content_string = write_script_words(path, module.content_string)
        self.offered, self.generated = frozenset(files.src_uris), frozenset(made)
        pages = sum(path.endswith(".md") for path in made)
        self.outcome = Outcome(archive, pages, published, logged)
        _tell_findings(archive, settings.orders)
        log.info("%d orders, %d pages", len(archive.orders), pages)
        if choices.feeds and not choices.site_url:
            log.info("No feeds: they need the site's address. Set site_url in mkdocs.yml.")
        return files

    def read_archive(self, settings: ArchiveSettings, published: AddressLedger) -> Archive:
        """Convert the orders and join them. Raises ArchiveError."""
        return build_archive(
            settings.orders,
            partial(_tell_converting, self.tell),
            read_ledger(settings.link_ledger),
            published,
            settings.find_means(self.workers),
            settings.authority_page_from,
        )

    def list_files(
        self, archive: Archive, settings: ArchiveSettings
    ) -> Iterator[TemplatePage | DataFile]:
        """Yield the archive's pages and files."""
        return list_files(archive, settings.orders, settings.choose())

    def _add_file(self, file: TemplatePage | DataFile, config: MkDocsConfig) -> File:
        if isinstance(file, DataFile):
            return DeferredFile.of(config, file)
        self._pages[file.path] = file
        # All pages in the navigation would be quadratic in their number. Where the owner wrote one,
        # it names what belongs there.
        folder, _, name = file.path.rpartition("/")
        listed = name == "index.md" and "/" not in folder and not config.nav
        level = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
        if file.markdown:
            places = config.docs_dir, config.site_dir, config.use_directory_urls
            return File(file.path, *places, inclusion=level)
        return File.generated(config, file.path, content="", inclusion=level)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give our templates their words, and have them escape what they print."""
        del config, files
        env.trim_blocks = env.lstrip_blocks = True  # the theme indents what it nests, for people
        env.autoescape = _is_page_template
        env.finalize = _drop_controls
        env.globals.update(t=t_html, term=term, format_number=format_number, format_date=word_date)
        return env

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Give the page no day of its own: MkDocs gives it that of the build, and writes it into
        the packed sitemap.
        """
        del config, files
        page.update_date = _NO_DAY
        if page.file.src_uri in self._pages:
            page.edit_url = None  # nobody edits what a build writes
        return page

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a page of a template its title; leave out of the page on data what is said of a
        file that the owner does not offer.
        """
        del config, files
        if made := self._pages.get(page.file.src_uri):
            own = {"title": made.title, "template": f"pages/{made.template}"}
            page.meta = {**page.meta, **made.meta, **own}
            return ""
        if page.file.src_uri == DATA_PAGE and DATABASE not in self.offered:
            return drop_offer(markdown, DATABASE)
        return markdown

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the template its view, and what stands in a page's head: data, feeds, where it
        moved.
        """
        del nav
        if made := self._pages.get(page.file.src_uri):
            with timed(Stage.PUBLISHING):
                view = made.make()
            context["view"] = view  # type: ignore[typeddict-unknown-key]
            context["head_data"] = getattr(view, "head_data", None)  # type: ignore[typeddict-unknown-key]
            sections = getattr(view, "sections", ())
            whole = Section(slugify(made.title, "-"), made.title, sections)
            page.toc = TableOfContents(_list_anchors([whole]))
        if moved_to := page.meta.get("moved_to"):
            there = f"{moved_to}/"
            page.canonical_url = (
                urljoin(config.site_url, there)
                if config.site_url
                else get_relative_url(there, page.url)
            )
        feed = f"{page.url.removesuffix('./').rstrip('/')}/feed.xml".removeprefix("/")
        context["has_feeds"] = feed in self.offered  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Give the root of an order's page what stands at the foot of each printed sheet.

        Margin boxes of sheets inherit from the root alone, which no block of the theme opens.
        """
        del config
        foot = page.meta.get("citation") or page.meta.get("case")
        if not (foot and isinstance(page.meta.get("source"), Mapping)):
            return output
        return output.replace("<html ", f'<html data-foot="{escape(str(foot))}" ', 1)

    @event_priority(-100)  # the last: other plugins may write into the site too
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the site in its place, and let other builds begin."""
        self._restore_interface()
        if self._site is not None and self.outcome is not None:
            with _as_plugin_error(self._site):
                settings = self.find_settings(config)
                finish_site(Path(config.site_dir), self._site, settings, self.outcome)
            config.site_dir = str(self._site)
        self._site = None
        self._release_lock()

    @event_priority(-100)  # the last: other plugins may have to clear up too
    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing half-built behind, and forget the build's words.

        Where the system refused something, or the archive's own error says all, raises what MkDocs
        prints as that message alone: Abort while it serves, PluginError else.
        """
        self._restore_interface()
        self.clear()
        self._release_lock()
        end = Abort if self.is_serving else PluginError
        told = error.__cause__ if isinstance(error, PluginError) else error
        if isinstance(told, ArchiveError):
            raise end(str(told)) from told
        if isinstance(told, OSError) and told.errno is not None:
            raise end(f"{explain_refusal(told, self._site or '')} {_AS_IT_WAS}") from told

    def on_shutdown(self) -> None:
        """Let other builds begin, however this one ended."""
        self._release_lock()

    def clear(self) -> None:
        """Remove what a build that did not end left beside the site; what stays goes before the
        next one.
        """
        if self._site is not None:
            with suppress(OSError):
                clear_beside(self._site)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Watch the raw orders too, and the ledger of checked links."""
        del builder
        settings = self.find_settings(config)
        server.watch(str(settings.orders))
        for file in (settings.link_ledger, settings.messages):
            if file.is_file():
                server.watch(str(file))
        return server

    def _restore_interface(self) -> None:
        if self._spoken_before is not None:
            set_interface(self._spoken_before)

    def _release_lock(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def _list_assets(files: Files) -> list[File]:
    """Return our theme's style sheets and scripts; what an owner put in their place is left out."""
    home = Path(theme.__file__).parent
    folders = ("assets/javascripts/", "assets/stylesheets/")  # those of pages; a search loads more
    return [
        file
        for file in files
        if file.src_uri.startswith(folders)
        and file.src_uri.endswith((".css", ".js"))
        and file.src_uri.count("/") <= _DEEPEST_ASSET
        and file.abs_src_path == str(home / file.src_uri)
    ]


def _offer_markdown(path: str, config: MkDocsConfig) -> File:
    """Return the file of an order's page as readers download it, from the folder of the page."""
    place = Path(config.docs_dir, path)
    offered = f"{path.removesuffix('.md')}/{MARKDOWN_FILE}"
    return DeferredFile.of(config, DataFile(offered, place.read_bytes))


def _drop_controls(value: object) -> object:
    """Return what a template prints without characters that no page may hold, or that turn its
    words around: an order's own words, or a file's name, may bring them.
    """
    if isinstance(value, str) and not value.isprintable():
        return type(value)(_CONTROL.sub(" ", value))
    return value


def _is_page_template(name: str | None) -> bool:
    return name is not None and name.startswith("pages/")


def _list_anchors(sections: Iterable[Section], level: int = 1) -> list[AnchorLink]:
    links = []
    for one in sections:
        link = AnchorLink(str(escape(one.title)), one.anchor, level)
        link.children = _list_anchors(one.sections, level + 1)
        links.append(link)
    return links


def _tell_nobody(what: str, done: int, total: int) -> None:
    del what, done, total


def _tell_converting(tell: TellProgress, done: int, total: int, path: str) -> None:
    del path
    tell("Converting orders", done, total)


def _tell_findings(archive: Archive, folder: Path) -> None:
    if archive.findings:
        log.info("%d findings; `orders check` lists them", len(archive.findings))
    for finding in archive.findings:
        if finding.code is FindingCode.LOST_ADDRESS:
            log.warning("%s %s", finding.message, finding.advice)
        elif finding.code is FindingCode.HELD_BACK:
            place = ", ".join(filter(None, (finding.path, finding.place)))
            command = finding.command(name_file(finding, folder))
            log.warning("%s: %s %s %s", place, finding.message, finding.advice, command)


@contextmanager
def _as_plugin_error(place: Path | None = None) -> Iterator[None]:
    """Hand an error of the archive to MkDocs, which ends the build with its message."""
    try:
        yield
    except ArchiveError as error:
        raise PluginError(str(error)) from error
    except OSError as error:
        if error.errno is None:  # no refusal of the system: a defect, told as one
            raise
        raise PluginError(f"{explain_refusal(error, place or '')} {_AS_IT_WAS}") from error

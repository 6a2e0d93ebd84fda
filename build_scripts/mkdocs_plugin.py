"""The MkDocs plugin: `mkdocs build`, `serve` and `gh-deploy` alone do everything."""

import datetime
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from html import escape
from pathlib import Path
from shutil import rmtree
from typing import Literal
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime, get_relative_url
from mkdocs.utils.templates import TemplateContext

from build_scripts.converting import Means
from build_scripts.executors import count_processors, open_executor
from build_scripts.interface import ENGLISH, Interface, current_interface, say, speak
from build_scripts.model.address_ledger import AddressLedger
from build_scripts.model.archive import Archive
from build_scripts.model.history import HistoryEvent
from build_scripts.model.page import Chart, SiteChoices
from build_scripts.model.private_data import PrivateKind, PrivatePolicy
from build_scripts.model.redaction import DEFAULT_POLICIES, Policies
from build_scripts.model.shard import Shard
from build_scripts.pipeline import build_archive, tell_history, write_archive, write_shard
from build_scripts.problems import ArchiveError, FindingCode
from build_scripts.proving import prove_site
from build_scripts.proving_absence import demand_absence, prove_absence
from build_scripts.publishing.archive_database import DATABASE
from build_scripts.publishing.data_page import DATA_PAGE, drop_offer
from build_scripts.publishing.head_data import describe_head
from build_scripts.publishing.host_files import META_POLICY, list_host_files
from build_scripts.publishing.script_words import MODULES, write_script_words
from build_scripts.refusals import explain_refusal
from build_scripts.rendering import (
    Rendering,
    assemble,
    can_set_aside,
    list_nav_paths,
    promise,
    set_aside,
)
from build_scripts.stage_clock import Stage, timed
from build_scripts.storage.address_ledger import read_address_ledger, write_address_ledger
from build_scripts.storage.build_lock import BuildLock
from build_scripts.storage.build_record import digest_inputs
from build_scripts.storage.code_fingerprint import (
    fingerprint_conversion,
    fingerprint_program,
)
from build_scripts.storage.conversion_cache import ConversionCache
from build_scripts.storage.docs_folder import WriteReport, list_generated
from build_scripts.storage.history_log import read_history, write_history
from build_scripts.storage.interface_files import FOLDER, read_interface
from build_scripts.storage.link_ledger import read_ledger
from build_scripts.storage.made_store import MadeStore
from build_scripts.storage.shard_folder import open_shard_folder
from build_scripts.storage.site_folder import (
    SiteIndex,
    begin_beside,
    clear_beside,
    put_in_place,
)
from build_scripts.storage.spare_folder import take_spare
from build_scripts.text.pattern import Pattern

log = get_plugin_logger("orders")


_MAIL = Pattern(
    r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    accepts=["clerk@example.org", "orders.archive+corrections@mail.example.org"],
    refuses=["clerk", "clerk@example", "the clerk@example.org", "clerk@example.org?bcc=a@b.org"],
    by="fullmatch",
)
_WEB = Pattern(
    r"https?://[^\s\"'<>]+",
    accepts=["https://example.org/corrections", "http://localhost:8000/?about=orders"],
    refuses=["example.org/corrections", "javascript:alert(1)", "https://example.org/a b"],
    by="fullmatch",
)

_NO_DAY = "1970-01-01"
_AS_IT_WAS = "Then build again: the site is as it was."


class Contact(base.BaseConfigOption[str]):
    """Where readers report mistakes: a mail address or a page on the web; "" is nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.default = ""

    def run_validation(self, value: object) -> str:
        """Accept "", a mail address, or an address that begins with http:// or https://."""
        if value == "":
            return ""
        if isinstance(value, str) and (_MAIL.fullmatch(value) or _WEB.fullmatch(value)):
            return value
        raise base.ValidationError(
            f"Write a mail address (clerk@example.org) or a web address (https://…), not {value!r}."
        )


class Charts(base.BaseConfigOption[frozenset[Chart]]):
    """Which pictures are drawn: `true` is all of them, `false` none, or a list of their kinds."""

    def __init__(self) -> None:
        super().__init__()
        self.default = frozenset(Chart)

    def run_validation(self, value: object) -> frozenset[Chart]:
        """Accept true, false, and a list of the words of `Chart`."""
        if isinstance(value, frozenset):  # the default
            return value
        if isinstance(value, bool):
            return frozenset(Chart) if value else frozenset()
        if isinstance(value, list) and all(one in tuple(Chart) for one in value):
            return frozenset(map(Chart, value))
        raise base.ValidationError(
            f"Write true, false, or a list of some of {', '.join(Chart)}, not {value!r}."
        )


class PrivateData(base.BaseConfigOption[dict[PrivateKind, PrivatePolicy]]):
    """What becomes of private data, by kind: redact, flag or allow; kinds not named as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.default = {}

    def run_validation(self, value: object) -> dict[PrivateKind, PrivatePolicy]:
        """Accept a mapping of kinds to policies, by the words that docs/settings.md lists."""
        if not isinstance(value, dict):
            raise base.ValidationError(
                f"Write kinds of private data, as `telephone number: allow`, not {value!r}."
            )
        policies = dict(DEFAULT_POLICIES)
        for kind, policy in value.items():
            if kind not in set(PrivateKind):
                known = ", ".join(PrivateKind)
                raise base.ValidationError(f"No kind of private data is {kind!r}. Known: {known}.")
            if policy not in set(PrivatePolicy):
                known = ", ".join(PrivatePolicy)
                raise base.ValidationError(f"{kind}: write one of {known}, not {policy!r}.")
            policies[PrivateKind(kind)] = PrivatePolicy(policy)
        return policies


class ArchiveConfig(base.Config):
    """Settings below `orders-archive` in mkdocs.yml; docs/settings.md says what each does."""

    orders_dir = option.Type(str, default="orders")
    page_images = option.Type(bool, default=False)
    link_ledger = option.Type(str, default="link_ledger.csv")
    address_ledger = option.Type(str, default="address_ledger.csv")
    history = option.Type(str, default="history.csv")
    archive_owner = option.Type(str, default="")
    contact = Contact()
    indexable = option.Type(bool, default=False)
    feeds = option.Type(bool, default=True)
    outward_links = option.Type(bool, default=True)
    charts = Charts()
    pairs = option.Type(bool, default=True)
    parties = option.Type(bool, default=True)
    search = option.Type(bool, default=True)
    database = option.Type(bool, default=True)
    cache = option.Type(str, default=".cache")
    private_data = PrivateData()


TellProgress = Callable[[str, int, int], None]  # what is done, how much of it, of how much


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the last build made, for the command line's summary."""

    archive: Archive
    report: WriteReport
    seconds: float


class ArchivePlugin(BasePlugin[ArchiveConfig]):
    """Converts the orders to pages below docs/ before MkDocs collects its files."""

    def __init__(self) -> None:
        self.tell: TellProgress = _tell_nobody
        self.outcome: Outcome | None = None
        self.offered: frozenset[str] = frozenset()  # paths of the site's files, for templates
        self.generated: frozenset[str] = frozenset()  # those that the program made, for templates
        self.published: AddressLedger = {}  # as the ledger said before this build
        self.recorded = 0  # lines that this build wrote anew or changed in the ledger of addresses
        self.logged: tuple[HistoryEvent, ...] = ()  # the history as it was before this build
        self.is_serving = False
        self.jobs = 0  # processes that convert orders; 0: as many as there are processors
        self.cluster = ""  # dask://host:port, whose workers convert orders instead
        self.orders_at = ""  # where these workers find the orders, if not at the same path
        self.shard: Shard | None = None  # build this part alone, for a build that joins all parts
        self.joins = False  # take from the cache what shards made
        self.spoken_before: Interface | None = None  # outside of a build
        self.listed: tuple[str, ...] = ()  # addresses for the sitemap, of pages that were set aside
        self._site: Path | None = None  # what is served while the new one is built beside it
        self._aside: tuple[File, ...] = ()
        self._index: SiteIndex | None = None
        self._nav: Navigation | None = None
        self._others: tuple[str, ...] = ()  # paths of what other shards make
        self._own: frozenset[str] = frozenset()  # of what this shard makes
        self._lock: BuildLock | None = None  # while MkDocs builds

    def find_orders_folder(self, config: MkDocsConfig) -> Path:
        """The folder of raw orders; relative to mkdocs.yml."""
        return _find_home(config) / self.config.orders_dir

    def find_link_ledger(self, config: MkDocsConfig) -> Path:
        """The ledger of links checked on CourtListener; it may not exist."""
        return _find_home(config) / self.config.link_ledger

    def find_history(self, config: MkDocsConfig) -> Path:
        """The log of what became of each order; the first build makes it."""
        return _find_home(config) / self.config.history

    def find_address_ledger(self, config: MkDocsConfig) -> Path:
        """The ledger of every address ever published; the first build makes it."""
        return _find_home(config) / self.config.address_ledger

    def open_cache(self, config: MkDocsConfig) -> ConversionCache | None:
        """The cache of converted orders; None where the settings want none.

        Raises ArchiveError where its address can't be opened.
        """
        place = self._find_cache(config)
        if not place:
            return None
        policies = ",".join(self.policies.values())
        return ConversionCache(f"{place}/orders", f"{fingerprint_conversion()} {policies}")

    def _find_cache(self, config: MkDocsConfig) -> str:
        """The place of the cache, "" where the settings want none."""
        place = self.config.cache
        if not place or "://" in place:
            return place
        return str((_find_home(config) / place).resolve())

    @property
    def policies(self) -> Policies:
        """What becomes of private data, by kind."""
        return self.config.private_data or DEFAULT_POLICIES

    def find_means(self, config: MkDocsConfig) -> Means:
        """How orders are converted: with which cache, in how many processes or on which cluster.

        Raises ArchiveError where the cache can't be opened.
        """
        jobs = self.jobs or count_processors()
        alone = jobs == 1 and not self.cluster
        return Means(
            self.open_cache(config),
            None if alone else partial(open_executor, jobs, self.cluster),
            jobs,
            self.policies,
            self.orders_at,
            None if self.shard is None else self.shard.start,
            (config.site_name, self.config.archive_owner, self.config.contact),
        )

    @contextmanager
    def hold(self, config: MkDocsConfig) -> Iterator[None]:
        """Let no other process build the archive, or this shard of it, within the block.

        Raises BuildRunningError where one does.
        """
        lock = self._open_lock(config)
        lock.acquire()
        try:
            yield
        finally:
            lock.release()

    def _open_lock(self, config: MkDocsConfig) -> BuildLock:
        """Return the lock of the archive's builds, or of a shard's, which has its own folder."""
        name = "build" if self.shard is None else f"shard-{self._find_shard(config).name}"
        place = (_find_home(config) / ".cache" / f"{name}.lock").resolve()
        return BuildLock(place)

    def find_interface(self, config: MkDocsConfig) -> Path:
        """The owner's own words of the interface; it may not exist."""
        return _find_home(config) / FOLDER / f"{_find_language(config)}.toml"

    def list_sources(self, config: MkDocsConfig) -> tuple[Path, ...]:
        """The files, besides orders and pages, that a site is made from; some may not exist."""
        return (
            Path(config.config_file_path),
            self.find_link_ledger(config),
            self.find_interface(config),
            self.find_address_ledger(config),
            self.find_history(config),
        )

    @property
    def policy(self) -> str:
        """The policy that each page states, for templates.

        None under `mkdocs serve`: its inline script reloads pages after a change.
        """
        return "" if self.is_serving else META_POLICY

    def choose(self, config: MkDocsConfig) -> SiteChoices:
        """What the owner chose to publish, from mkdocs.yml."""
        return SiteChoices(
            page_images=self.config.page_images,
            site_url=_find_public_address(config),
            site_name=config.site_name,
            archive_owner=self.config.archive_owner,
            feeds=self.config.feeds,
            search=self.config.search,
            indexable=self.config.indexable,
            outward_links=self.config.outward_links,
            charts=self.config.charts,
            pairs=self.config.pairs,
            parties=self.config.parties,
            database=self.config.database,
        )

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember that `mkdocs serve` only shows: what it shows was not published."""
        del dirty
        self.is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Keep other builds away and put the words of the theme's language in force until the build
        ends; build beside the site that is served, not into it.

        Where another build is at work, `mkdocs serve` waits for its end; others are refused.
        """
        # MkDocs keeps a plugin from one configuration to the next: forget the build before.
        self._site, self._index, self._nav, self._aside, self.outcome = None, None, None, (), None
        self._others, self._own = (), frozenset()
        self._give_lock_back()
        language = _find_language(config)
        with _as_plugin_error():
            lock = self._open_lock(config)
            lock.acquire(log.info if self.is_serving else None)
            self._lock = lock
            interface = read_interface(_find_home(config), language)
        if interface.untranslated:
            counts = len(interface.untranslated), len(interface.messages), language
            log.info("%d of %d messages have no words in %r: they are English", *counts)
        self.spoken_before = current_interface()
        speak(interface)
        if self.shard is not None:
            with _as_plugin_error():
                docs, site = open_shard_folder(self._find_shard(config), Path(config.docs_dir))
            config.docs_dir, config.site_dir = str(docs), str(site)
        if not self.is_serving:
            self._site = Path(config.site_dir)
            with _as_plugin_error():
                config.site_dir = str(begin_beside(self._site))
        return config

    def _find_shard(self, config: MkDocsConfig) -> Path:
        """The folder in which a shard is built; it goes when the shard is done."""
        name = sha256(repr(self.shard).encode()).hexdigest()[:16]
        return _find_home(config) / ".cache" / "shards" / name

    def say(self, key: str, **values: str) -> str:
        """Return a message for templates, which escape it."""
        return say(key, **values)

    def _fall_silent(self) -> None:
        if self.spoken_before is not None:
            speak(self.spoken_before)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Convert, write what changed, say what was found."""
        started = time.monotonic()
        with _as_plugin_error():
            folder = self.find_orders_folder(config)
            ledger = read_ledger(self.find_link_ledger(config))
            self.published = read_address_ledger(self.find_address_ledger(config))
            means = self.find_means(config)
            converting = partial(_tell_converting, self.tell)
            archive = build_archive(folder, converting, ledger, self.published, means)
            self.logged = read_history(self.find_history(config))
            archive = tell_history(archive, self.logged, find_today())
            self.tell("Writing pages", 0, 0)
            choices = self.choose(config)
            report = self._write(config, archive, choices)
        self.outcome = Outcome(archive, report, time.monotonic() - started)
        log.info(
            "%d orders, %d pages: %d written, %d unchanged, %d stale ones removed",
            len(archive.orders),
            report.pages,
            report.written,
            report.unchanged,
            report.removed,
        )
        if archive.findings:
            log.info("%d findings; `orders check` lists them", len(archive.findings))
        for finding in archive.findings:
            if finding.code is FindingCode.LOST_ADDRESS:
                log.warning("%s %s", finding.message, finding.advice)
            elif finding.code is FindingCode.HELD_BACK:
                place = f"{finding.path}, {finding.place}"
                log.warning("%s: %s %s", place, finding.message, finding.advice)
        if choices.feeds and not choices.site_url:
            log.info("No feeds: they need the site's address. Set site_url in mkdocs.yml.")

    def _write(self, config: MkDocsConfig, archive: Archive, choices: SiteChoices) -> WriteReport:
        """Write the site's pages and files below docs/, or a shard's into its own folder."""
        folder, docs = self.find_orders_folder(config), Path(config.docs_dir)
        jobs, store = self.jobs or count_processors(), self.open_store(config)
        if self.shard is not None and store is not None:
            nav = frozenset(list_nav_paths(config.nav))
            report, self._others, self._own = write_shard(
                archive, folder, docs, choices, self.shard, nav, store, jobs
            )
            return report
        kept = _find_home(config) / ".cache" / "joined"
        return write_archive(archive, folder, docs, choices, jobs, kept, store)

    def open_store(self, config: MkDocsConfig) -> MadeStore | None:
        """Where shards leave what they made, beside the cache; None where nobody asked for shards.

        Raises ArchiveError where there is no cache.
        """
        if self.shard is None and not self.joins:
            return None
        place = self._find_cache(config)
        if not place:
            raise ArchiveError("Shards meet in the cache: set `cache` in mkdocs.yml.")
        return MadeStore(f"{place}/made", keeps=self.shard is not None)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add what hosts and search engines read; a file of that name in docs/ is kept."""
        choices = self.choose(config)
        has_search = files.get_file_from_path("search.md") is not None
        for path, text in list_host_files(choices, config.site_name, has_search=has_search):
            if files.get_file_from_path(path) is None:
                files.append(File.generated(config, path, content=text))
        for path in MODULES:
            module = files.get_file_from_path(path)
            if module is not None:
                module.content_string = write_script_words(path, module.content_string)
        promise(files, self._others, config)
        self.offered = frozenset(files.src_uris)
        made = self.outcome.report.versions if self.outcome else {}
        self.generated = frozenset(made) | frozenset(self._others)
        self._aside, self.listed = (), ()
        if not self.is_serving and self.outcome is not None and can_set_aside(config):
            self._aside = set_aside(files, self._own if self.shard else made, config.nav)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for the pages that were set aside."""
        del config, files
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Put what was set aside into the site: taken over, rendered or copied."""
        if not self._aside or self._nav is None or self._site is None or self.outcome is None:
            return env
        self._index = SiteIndex(self._find_index(config), self._site)
        versions = {
            path: f"{version} {self._has_feeds(path.removesuffix('.md'))}"
            for path, version in self.outcome.report.versions.items()
        }
        own = {
            "settings": {name: one for name, one in self.config.items() if name != "cache"},
            "policy": self.policy,
            "offered": sorted(self.offered - versions.keys() - set(self._others)),
        }
        rendering = Rendering(config, files, self._nav, env)
        beside, jobs = Path(config.site_dir), self.jobs or count_processors()
        with _as_plugin_error(self._site), timed(Stage.ASSEMBLING):
            aside, store = self._aside, self.open_store(config)
            take_spare(self._find_spare(config), beside)
            for done in assemble(aside, versions, rendering, own, self._index, beside, jobs, store):
                self.tell("Rendering the site", done, len(aside))
            self._index.clear_rest(beside)
        listed = (file.listed for file in self._index.files.values())
        self.listed = tuple(sorted(address for address in listed if address))
        return env

    def _find_index(self, config: MkDocsConfig) -> Path:
        """Where it is written what the site's files were made from."""
        return _find_site_records(config, self._site or Path(config.site_dir), "tsv")

    def _find_spare(self, config: MkDocsConfig) -> Path:
        """The folder of the site before, with what it shares with this one."""
        return _find_site_records(config, self._site or Path(config.site_dir), "spare")

    def find_build_record(self, config: MkDocsConfig) -> Path:
        """Where the last build of this site is remembered; there may have been none."""
        return _find_site_records(config, Path(config.site_dir), "json")

    def digest_build(self, config: MkDocsConfig) -> str:
        """Return a digest of all that a build reads: settings, orders, ledgers, pages, program.

        Raises ArchiveError where what earlier builds wrote is not known any more.
        """
        docs = Path(config.docs_dir)
        folders = {
            self.find_orders_folder(config): frozenset[str](),
            docs: list_generated(docs),
        }
        if config.theme.custom_dir:
            folders[Path(config.theme.custom_dir)] = frozenset()
        text = Path(config.config_file_path).read_text("utf-8")
        named = (f"{name}={os.environ[name]}" for name in sorted(os.environ) if name in text)
        facts = (fingerprint_program(), fingerprint_conversion(), config.site_url or "", *named)
        return digest_inputs(facts, folders, self.list_sources(config))

    def _has_feeds(self, page: str) -> bool:
        """Whether the page at an address has feeds beside it."""
        return f"{page.rstrip('/')}/feed.xml".removeprefix("/") in self.offered

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> Page:
        """Give the page no day of its own: MkDocs gives it that of the build, and writes it into
        the packed sitemap.
        """
        del config, files
        page.update_date = _NO_DAY
        return page

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Leave out what the page on data says of a file that the owner does not offer."""
        del config, files
        if page.file.src_uri == DATA_PAGE and DATABASE not in self.offered:
            return drop_offer(markdown, DATABASE)
        return markdown

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the template what stands in a page's head: data, feeds, where it moved."""
        del nav
        if moved_to := page.meta.get("moved_to"):
            there = f"{moved_to}/"
            page.canonical_url = (
                urljoin(config.site_url, there)
                if config.site_url
                else get_relative_url(there, page.url)
            )
        if isinstance(page.meta.get("source"), Mapping):
            site_url = _find_public_address(config)
            address = (page.canonical_url or "") if site_url else ""
            data = describe_head(page.meta, address, site_url, config.site_name)
            context["head_data"] = data  # type: ignore[typeddict-unknown-key]
        here = page.url.removesuffix("./")
        context["has_feeds"] = self._has_feeds(here)  # type: ignore[typeddict-unknown-key]
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
        self._fall_silent()
        self.recorded = 0
        if self._site is not None and self.outcome is not None:
            if self.shard is not None:  # what it made lies in the store
                rmtree(self._find_shard(config), ignore_errors=True)
            else:
                self._finish_site(config, self._site, self.outcome)
        self._site = None
        self._give_lock_back()

    def _finish_site(self, config: MkDocsConfig, place: Path, outcome: Outcome) -> None:
        """Prove that what left the orders is not there, record addresses and history, list the
        files, and put the site in its place.
        """
        with _as_plugin_error(), timed(Stage.PROVING):
            site, known = Path(config.site_dir), self._index.files if self._index else {}
            proven = {path: file.proven for path, file in known.items()}
            proof = prove_absence(outcome.archive, [site], proven)
            demand_absence(proof)
            if self._index is not None:
                self._index.mark_proven(proof.search)
        addresses = outcome.archive.address_ledger
        self.recorded = len(set(addresses.values()) - set(self.published.values()))
        with _as_plugin_error(place), timed(Stage.ASSEMBLING):
            if self.recorded:
                ledger = self.find_address_ledger(config)
                write_address_ledger(ledger, addresses.values())
                log.info("%d lines of %s are new: commit it", self.recorded, ledger.name)
            history = outcome.archive.history.log
            if history != self.logged:
                write_history(self.find_history(config), history)
            prove_site(
                Path(config.site_dir),
                outcome.archive,
                self.find_orders_folder(config),
                config.site_url or "",
                self.list_sources(config),
                {path: file.sha256 for path, file in known.items()},
            )
            if self._index is not None:
                self._index.write()
            put_in_place(Path(config.site_dir), place, self._find_spare(config))
        config.site_dir = str(place)

    @event_priority(-100)  # the last: other plugins may have to clear up too
    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing half-built behind, and forget the build's words.

        Where the system refused something, or the archive's own error says all, raises what MkDocs
        prints as that message alone: Abort while it serves, PluginError else.
        """
        self._fall_silent()
        self.clear()
        self._give_lock_back()
        end = Abort if self.is_serving else PluginError
        told = error.__cause__ if isinstance(error, PluginError) else error
        if isinstance(told, ArchiveError):
            raise end(str(told)) from told
        if isinstance(told, OSError) and told.errno is not None:
            raise end(f"{explain_refusal(told, self._site or '')} {_AS_IT_WAS}") from told

    def on_shutdown(self) -> None:
        """Let other builds begin, however this one ended."""
        self._give_lock_back()

    def _give_lock_back(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def clear(self) -> None:
        """Remove what a build that did not end left beside the site; what stays goes before the
        next one.
        """
        if self._site is not None:
            with suppress(OSError):
                clear_beside(self._site)
            if self.shard is not None:
                rmtree(self._site.parent, ignore_errors=True)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Watch the raw orders too, and the ledger of checked links."""
        del builder
        server.watch(str(self.find_orders_folder(config)))
        if self.find_link_ledger(config).is_file():
            server.watch(str(self.find_link_ledger(config)))
        if self.find_interface(config).is_file():
            server.watch(str(self.find_interface(config)))
        return server


def find_today() -> datetime.date:
    """The day of new events: today's in UTC, or that of SOURCE_DATE_EPOCH
    (https://reproducible-builds.org/specs/source-date-epoch/), as MkDocs reads it.
    """
    return get_build_datetime().date()


def _tell_nobody(what: str, done: int, total: int) -> None:
    del what, done, total


def _tell_converting(tell: TellProgress, done: int, total: int, path: str) -> None:
    del path
    tell("Converting orders", done, total)


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


def _find_home(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml."""
    return Path(config.config_file_path).parent if config.config_file_path else Path()


def _find_language(config: MkDocsConfig) -> str:
    """The language of pages, which the theme takes too; English for a theme without languages."""
    return str(config.theme.get("language") or ENGLISH)


def _find_site_records(config: MkDocsConfig, site: Path, ending: str) -> Path:
    """What builds remember of a site, by the site's folder."""
    name = sha256(str(site.absolute()).encode()).hexdigest()[:16]
    return _find_home(config) / ".cache" / "sites" / f"{name}.{ending}"


def _find_public_address(config: MkDocsConfig) -> str:
    """Return `site_url`, "" where it is not set or is that of `mkdocs serve` on this machine."""
    address = config.site_url or ""
    return "" if urlsplit(address).hostname in {"localhost", "127.0.0.1"} else address

"""An archive's settings: the section `orders-archive` of mkdocs.yml, and the paths of its files."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_datetime

from build_scripts.archive.catalogue import OWN_PAGE_FROM
from build_scripts.convert.batch import ConversionOptions
from build_scripts.convert.cache import ConversionCache
from build_scripts.convert.executors import count_processors, open_executor
from build_scripts.convert.fingerprint import fingerprint_conversion
from build_scripts.model.page import Chart, SiteChoices
from build_scripts.model.redaction import DEFAULT_POLICIES, Policies
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.model.withholding import PrivateKind, PrivatePolicy
from build_scripts.pages.i18n import ENGLISH, Interface, read_english, translate
from build_scripts.pages.i18n.messages import BadMessagesError
from build_scripts.problems import ArchiveError
from build_scripts.site.build_lock import BuildLock
from build_scripts.site.earlier_settings import FORMAT
from build_scripts.site.settings_files import find_line

FOLDER = "interface"
"""The owner's folder; "interface/de.toml" has the German words."""


def read_interface(home: Path, language: str) -> Interface:
    """Return the words of `language`, from the owner's folder below `home`, else as shipped.

    Raise ArchiveError, naming the setting, if there is no such file or it can't be used.
    """
    place = _list_files(home).get(language)
    if place is None and language == ENGLISH:
        return read_english()
    if place is None:
        known = ", ".join(sorted({ENGLISH, *_list_files(home)}))
        raise ArchiveError(
            f"theme.language: there are no words of the interface for {language!r}. There are: "
            f"{known}. Write {FOLDER}/{language}.toml beside mkdocs.yml; docs/settings.md says how."
        )
    try:
        Locale.parse(language, sep="-")
        return translate(language, place.read_text("utf-8"))
    except (UnknownLocaleError, ValueError) as error:
        if isinstance(error, BadMessagesError | UnicodeDecodeError):
            raise ArchiveError(f"{place}: {error}.") from error
        raise ArchiveError(
            f"theme.language: {language!r} is no code of a language, as “de” or “pt-BR” are."
        ) from error


def _list_files(home: Path) -> dict[str, Path]:
    """Return every language's file by its code; the owner's come before those that are shipped."""
    shipped = Path(str(files("build_scripts.pages.i18n")))
    found = (*shipped.glob("*.toml"), *(home / FOLDER).glob("*.toml"))
    return {path.stem: path for path in found}


_PATTERNS = read_patterns(__package__, "settings.toml")


class Contact(base.BaseConfigOption[str]):
    """Where readers report mistakes: a mail address or a page on the web; "" is nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.default = ""

    def run_validation(self, value: object) -> str:
        """Accept "", a mail address, or an address that begins with http:// or https://."""
        if value == "":
            return ""
        if isinstance(value, str) and (
            _PATTERNS.MAIL.fullmatch(value) or _PATTERNS.WEB.fullmatch(value)
        ):
            return value
        raise base.ValidationError(
            f"Write a mail address (clerk@example.org) or a web address (https://…), not {value!r}."
        )


@dataclass(frozen=True, slots=True)
class Repository:
    """Where readers propose files: the repository's address, and the beginnings of its pages to add
    and to edit a file, below the folder of mkdocs.yml.
    """

    address: str
    add: str
    edit: str


class RepositoryOption(base.BaseConfigOption[Repository | None]):
    """The owner's repository on GitHub or GitLab, as the browser shows its folder; "" is none."""

    def run_validation(self, value: object) -> Repository | None:
        """Accept "", and an address of GitHub or GitLab, with a branch and a folder or without."""
        if value in ("", None):
            return None
        match = _PATTERNS.REPOSITORY.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            raise base.ValidationError(
                "Write the address of a repository on GitHub or GitLab, as "
                f"https://github.com/owner/archive, not {value!r}."
            )
        address, dash, branch, folder = match.groups()
        is_gitlab = dash or "gitlab" in urlsplit(address).netloc
        base_address = f"{address}/-" if is_gitlab else address
        place = f"{branch or 'main'}{folder or ''}/"
        return Repository(address, f"{base_address}/new/{place}", f"{base_address}/edit/{place}")


_DRAWN_NO_MORE = ("citations", "authorities")


class Charts(base.BaseConfigOption[frozenset[Chart]]):
    """The pictures to draw: `true` is all of them, `false` none, or a list of their kinds."""

    def __init__(self) -> None:
        super().__init__()
        self.default = frozenset(Chart)

    def run_validation(self, value: object) -> frozenset[Chart]:
        """Accept true, false, and a list of the words of `Chart`."""
        if isinstance(value, frozenset):  # the default
            return value
        if isinstance(value, bool):
            return frozenset(Chart) if value else frozenset()
        if isinstance(value, list) and all(one in (*Chart, *_DRAWN_NO_MORE) for one in value):
            return frozenset(Chart(one) for one in value if one not in _DRAWN_NO_MORE)
        raise base.ValidationError(
            f"Write true, false, or a list of some of {', '.join(Chart)}, not {value!r}."
        )


class PrivateData(base.BaseConfigOption[dict[PrivateKind, PrivatePolicy]]):
    """The policy for each kind of private data: redact, flag or allow; others keep theirs."""

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


class Format(base.BaseConfigOption[int]):
    """The version of an archive's files: settings, corrections, ledgers and history."""

    def __init__(self) -> None:
        super().__init__()
        self.default = FORMAT

    def run_validation(self, value: object) -> int:
        """Accept the numbers of versions that this program reads."""
        if type(value) is int and 0 < value <= FORMAT:
            return value
        raise base.ValidationError(
            f"The archive has format {value!r}, and this program reads formats up to {FORMAT}. "
            "Install the version of the program that wrote it, or a newer one."
        )


class Number(option.Type[int]):
    """How many there are of something."""

    def run_validation(self, value: object) -> int:
        """Accept whole numbers from 0 on; Python counts true as 1."""
        if isinstance(value, bool) or (number := super().run_validation(value)) < 0:
            raise base.ValidationError(f"Write a number from 0 on, not {value!r}.")
        return number


class Place(option.Type[str]):
    """A path, or an address."""

    def __init__(self, default: str) -> None:
        super().__init__(str, default=default)

    def run_validation(self, value: object) -> str:
        """Accept text without NUL, which YAML reads in double quotes and no path may have."""
        if "\0" in (place := super().run_validation(value)):
            raise base.ValidationError(
                f"Write a path; put one with \\ into single quotes: {place!r}."
            )
        return place


class ArchiveConfig(base.Config):
    """Settings below `orders-archive` in mkdocs.yml; docs/settings.md describes each."""

    format = Format()
    orders_dir = Place("orders")
    compact = option.Type(bool, default=False)
    source_view = option.Optional(option.Type(bool))
    page_images = option.Type(bool, default=False)
    link_ledger = Place("link_ledger.csv")
    address_ledger = Place("address_ledger.csv")
    history = Place("history.csv")
    publication_log = Place("publication_log.csv")
    archive_owner = option.Type(str, default="")
    contact = Contact()
    archived_before = option.Optional(option.Type(datetime.date))
    repository = RepositoryOption()
    indexable = option.Type(bool, default=False)
    feeds = option.Type(bool, default=True)
    outward_links = option.Type(bool, default=True)
    charts = Charts()
    parties = option.Type(bool, default=True)
    search = option.Type(bool, default=True)
    assistant_tools = option.Type(bool, default=False)
    database = option.Type(bool, default=True)
    authority_page_from = Number(int, default=OWN_PAGE_FROM)
    cache = Place(".cache")
    private_data = PrivateData()

    def validate(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        """Refuse a name that no setting has: MkDocs warns, and what it was to do is not done."""
        failed, warnings = super().validate()
        for name in sorted(map(str, self.keys() - self._schema_keys)):
            line = find_line(Path(self.config_file_path or "mkdocs.yml"), name)
            near = get_close_matches(name.lower(), self._schema_keys, 1)
            meant = f" Did you mean “{near[0]}”?" if near else ""
            said = f"{line}: no setting has this name.{meant} `orders guide settings` lists all."
            failed.append((name, base.ValidationError(said)))
        return failed, [one for one in warnings if one[0] in self._schema_keys]


_WHY_APART = {
    "site_dir": "each build replaces it",
    "docs_dir": "it is published as it is",
    "orders_dir": "what lies there is read as orders",
    "cache": "`orders cache --prune` empties it",
}

OnProgress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Workers:
    """The workers that convert orders: `jobs` local processes, 0 one a processor, or a cluster.

    `cluster` is "dask://host:port"; `orders_at` is where its workers find the orders, "" at the
    same path. `on_progress` is called with the stage, how much of it is done, and of how much.
    """

    jobs: int = 0
    cluster: str = ""
    orders_at: str = ""
    on_progress: OnProgress = lambda *_: None


class ArchiveSettings:
    """An archive as its mkdocs.yml describes it: the paths of its files and what is published.

    `home` is the folder of mkdocs.yml, `orders` that of the raw orders, `docs_dir` that of the
    site's hand-written pages, `imports` that of the journals of imports, which may not exist.
    `address_ledger` has every address ever published, `history` what became of each order,
    `publication_log` the log of publications, with its key: the first build creates these three.
    `link_ledger` has the links that were checked on CourtListener, and may not exist. `contact` is
    a mail or web address, "" for none. An authority has a page of its own if `authority_page_from`
    orders cite it; 0: none has one.
    """

    def __init__(self, config: MkDocsConfig, own: ArchiveConfig) -> None:
        self._config = config
        self._own = own
        self.home = Path(config.config_file_path).parent if config.config_file_path else Path()
        self.orders = self.home / own.orders_dir
        self.docs_dir = Path(config.docs_dir)
        self.link_ledger = self.home / own.link_ledger
        self.address_ledger = self.home / own.address_ledger
        self.history = self.home / own.history
        self.publication_log = self.home / own.publication_log
        self.imports = self.home / ".cache" / "imports"
        self.authority_page_from = own.authority_page_from
        self.contact = own.contact

    def refuse_mistakes(self) -> None:
        """Raise ArchiveError if the site's address can't be continued with a page's path, or if a
        folder or a ledger lies in a folder that is for something else: a build would delete it,
        publish it, or read it as an order.
        """
        if (url := self.site_url) and ({*"?#"} & {*url} or not _PATTERNS.WEB.fullmatch(url)):
            raise ArchiveError(
                f"{self._config.config_file_path}: site_url is {url!r}. Write an address "
                "without blanks, ? and #, as https://example.org/archive/."
            )
        folders = {"site_dir": self.site_dir, "docs_dir": self.docs_dir, "orders_dir": self.orders}
        if self._own.cache and "://" not in self._own.cache:
            folders["cache"] = self.home / self._own.cache / "orders"
        ledgers = {
            "link_ledger": self.link_ledger,
            "address_ledger": self.address_ledger,
            "history": self.history,
            "publication_log": self.publication_log,
        }
        for name, place in (folders | ledgers).items():
            for other, folder in folders.items():
                if name != other and place.resolve().is_relative_to(folder.resolve()):
                    raise ArchiveError(
                        f"{self._config.config_file_path}: {name} is {place}, within {other} "
                        f"({folder}): {_WHY_APART[other]}. Name another place there."
                    )

    @property
    def site_dir(self) -> Path:
        """Return the folder of the built site."""
        return Path(self._config.site_dir)

    @property
    def messages(self) -> Path:
        """Return the owner's own words of the interface; the file may not exist."""
        return self.home / FOLDER / f"{self.language}.toml"

    @property
    def language(self) -> str:
        """Return the language of pages and theme; English for a theme without one."""
        return str(self._config.theme.get("language") or ENGLISH)

    def read_interface(self) -> Interface:
        """Return the words of the interface. Raises ArchiveError."""
        return read_interface(self.home, self.language)

    def list_sources(self) -> tuple[Path, ...]:
        """Return the site's sources other than orders and pages; some may not exist."""
        return (
            Path(self._config.config_file_path),
            self.link_ledger,
            self.messages,
            self.address_ledger,
            self.history,
            self.publication_log,
        )

    @property
    def site_url(self) -> str:
        """Return the site's address in mkdocs.yml, or "" if it is not set."""
        return self._config.site_url or ""

    @property
    def author(self) -> str:
        """Return `site_author` of mkdocs.yml, or "" if it is not set."""
        return self._config.site_author or ""

    @property
    def public_address(self) -> str:
        """Return `site_url`, or "" if it is not set or is that of `mkdocs serve` here."""
        address = self.site_url
        return "" if urlsplit(address).hostname in {"localhost", "127.0.0.1"} else address

    @property
    def policies(self) -> Policies:
        """Return the policy for each kind of private data."""
        return self._own.private_data or DEFAULT_POLICIES

    def choose(self) -> SiteChoices:
        """Return what the owner chose to publish."""
        own = self._own
        return SiteChoices(
            source_view=own.source_view,
            compact=own.compact,
            page_images=own.page_images,
            site_url=self.public_address,
            site_name=self._config.site_name,
            archive_owner=own.archive_owner,
            feeds=own.feeds,
            search=own.search,
            indexable=own.indexable,
            outward_links=own.outward_links,
            charts=own.charts,
            parties=own.parties,
            database=own.database,
        )

    def open_cache(self) -> ConversionCache | None:
        """Return the cache of converted orders, or None if the settings want none.

        Raises ArchiveError if its address can't be opened.
        """
        place = self._own.cache
        if not place:
            return None
        if "://" not in place:
            place = str((self.home / place).resolve())
        policies = ",".join(self.policies.values())
        return ConversionCache(f"{place}/orders", f"{fingerprint_conversion()} {policies}")

    def conversion_options(
        self, workers: Workers = Workers(), cache: ConversionCache | None = None
    ) -> ConversionOptions:
        """Return how orders are converted: which cache (by default, a new one of `open_cache`), how
        many processes or which cluster.

        Raises ArchiveError if the cache can't be opened.
        """
        jobs = workers.jobs or count_processors()
        alone = jobs == 1 and not workers.cluster
        return ConversionOptions(
            cache or self.open_cache(),
            None if alone else partial(open_executor, jobs, workers.cluster),
            jobs,
            self.policies,
            workers.orders_at,
            (
                self._config.site_name,
                self._own.archive_owner,
                self._own.contact,
                self._own.repository.address if self._own.repository else "",
            ),
        )

    def open_lock(self) -> BuildLock:
        """Return the lock of the archive's builds."""
        return BuildLock((self.home / ".cache" / "build.lock").resolve())

    def open_import_lock(self) -> BuildLock:
        """Return the lock of the archive's imports."""
        return BuildLock((self.imports / "import.lock").resolve(), "import")


def find_today() -> datetime.date:
    """Return the day of new events: today's in UTC, or that of SOURCE_DATE_EPOCH
    (https://reproducible-builds.org/specs/source-date-epoch/), as MkDocs reads it.
    """
    return get_build_datetime().date()

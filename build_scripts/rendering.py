"""Generated pages become HTML: by MkDocs' own steps, in several processes, and only once.

MkDocs renders every page at every build, one after the other, and holds all of them. Here the
hand-written pages and those of the navigation stay its own; the others are set aside. Each has a
key: a digest of its Markdown and of all that decides how it is rendered (templates, settings,
extensions, navigation, the program). Where the site before has the page under the same key, that
file is taken over; the rest is rendered by the functions that MkDocs itself renders with, so that
the bytes are the same.
"""

import hashlib
import json
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any

import jinja2
import mkdocs
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from build_scripts.interface import Interface, current_interface
from build_scripts.stage_clock import Stage, timed_each
from build_scripts.storage.code_fingerprint import digest_sources, fingerprint_program
from build_scripts.storage.made_store import MadeStore
from build_scripts.storage.site_folder import SiteIndex, link
from build_scripts.worker_processes import open_pool

OURS = "orders-archive"
BATCH = 40  # pages a task
_LOG = logging.getLogger(mkdocs.__name__)  # the builder's own: a fork of MkDocs has another name
_PASSED_OVER = frozenset({"site_dir", "docs_dir", "config_file_path", "plugins", "theme", "hooks"})
"""Of MkDocs' settings: where things lie, and what is digested by its parts."""


class SetAsideFile(File):
    """A generated file that MkDocs neither renders nor copies; pages can still link to it."""

    def is_documentation_page(self) -> bool:
        """MkDocs renders documentation pages."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Leave it: it is put into the site when the others are."""
        del dirty


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page that was rendered into the site's folder.

    `listed` is its address for the sitemap, "" where it asks not to be listed.
    """

    path: str
    sha256: str
    listed: str
    complaints: tuple[tuple[int, str], ...]  # level and message of what MkDocs logged


@dataclass(frozen=True, slots=True)
class Rendering:
    """What MkDocs renders pages with, once all files and the navigation are known."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment


def can_set_aside(config: MkDocsConfig) -> bool:
    """Whether pages may be rendered apart: other plugins and hooks may have to see each page."""
    return list(config.plugins) == [OURS] and not config.hooks


def promise(files: Files, paths: Iterable[str], config: MkDocsConfig) -> None:
    """Add files that another build makes, so that links to them are resolved."""
    for path in paths:
        if path not in files.src_uris:
            files.append(_turn(File.generated(config, path, content=b"")))


def set_aside(files: Files, generated: Iterable[str], nav: object) -> tuple[File, ...]:
    """Take the generated files out of MkDocs' hands, those that `nav` names excepted.

    They stay in `files`, so that links to them are resolved. Returns them.
    """
    kept = set(list_nav_paths(nav))
    aside = []
    for path in generated:
        file = files.get_file_from_path(path)
        if file is None or path in kept:
            continue
        turned = _turn(file)
        files.src_uris[path] = turned  # type: ignore[index] # a dict; in its place, without a sort
        aside.append(turned)
    return tuple(aside)


def _turn(file: File) -> SetAsideFile:
    """Return the same file, set aside: at the address that it has as a page."""
    _ = (file.dest_uri, file.url, file.abs_dest_path)  # worked out by what kind of file it is
    turned = SetAsideFile.__new__(SetAsideFile)
    turned.__dict__.update(file.__dict__)
    return turned


def list_nav_paths(nav: object) -> Iterator[str]:
    """Yield the paths that the navigation of mkdocs.yml names."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, Mapping):
        for value in nav.values():
            yield from list_nav_paths(value)
    elif isinstance(nav, list):
        for value in nav:
            yield from list_nav_paths(value)


def fingerprint_rendering(rendering: Rendering, own: Mapping[str, object]) -> str:
    """Return a digest of all that decides how a page is rendered, the page apart.

    `own` is what our plugin tells the templates.
    """
    config = rendering.config
    digest = hashlib.sha256(fingerprint_program().encode())
    settings = {key: value for key, value in config.items() if key not in _PASSED_OVER}
    nav = [(type(item).__name__, str(item)) for item in rendering.nav.items]
    pages = [(page.title, page.url) for page in rendering.nav.pages]
    theme = {key: config.theme[key] for key in sorted(config.theme)}
    facts = (settings, theme, config.theme.name, nav, pages, own, current_interface())
    digest.update(json.dumps(facts, default=_say, sort_keys=True).encode())
    if config.theme.custom_dir:
        digest_sources(Path(config.theme.custom_dir), digest.update)
    for name in config.markdown_extensions:
        origin = _find_source(name)
        if origin is not None:
            digest.update(origin.read_bytes())
    return digest.hexdigest()


def _say(value: object) -> object:
    """What JSON has no words for; of other objects their kind, since an address says nothing."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Interface):
        return [value.language, dict(value.messages)]
    if isinstance(value, Path):
        return str(value)
    return getattr(value, "__qualname__", type(value).__qualname__)


def _find_source(extension: str) -> Path | None:
    """The file of a Markdown extension, which an owner may have written; None for a short name."""
    try:
        spec = find_spec(extension.partition(":")[0])
    except (ImportError, ValueError):
        return None
    origin = spec.origin if spec else None
    return Path(origin) if origin and Path(origin).is_file() else None


def render_aside(pages: Sequence[File], rendering: Rendering, jobs: int) -> Iterator[Rendered]:
    """Render pages that were set aside into their places, in `jobs` processes.

    The processes are forks: they know everything already. Where the system has none, pages are
    rendered here.
    """
    if jobs > 1 and len(pages) > BATCH and "fork" in get_all_start_methods():
        global _AT_WORK
        _AT_WORK = rendering
        names = [file.src_uri for file in pages]
        batches = [names[start : start + BATCH] for start in range(0, len(names), BATCH)]
        try:
            with open_pool(jobs, get_context("fork")) as pool:
                for done in pool.map(_render_batch, batches):
                    yield from done
        finally:
            _AT_WORK = None
        return
    for file in pages:
        yield _render(file, rendering)


_AT_WORK: Rendering | None = None
"""What forked processes render with; set while they are made."""


def _render_batch(names: Sequence[str]) -> list[Rendered]:
    rendering = _AT_WORK
    assert rendering is not None  # noqa: S101 (a fork has it)
    return [_render(rendering.files.src_uris[name], rendering) for name in names]


def _render(file: File, rendering: Rendering) -> Rendered:
    config = rendering.config
    listener = _Listener()
    _LOG.addHandler(listener)
    try:
        page = Page(None, file, config)
        _populate_page(page, config, rendering.files)
        _build_page(page, config, (), rendering.nav, rendering.env)
        listed = _list_address(page, rendering)
    finally:
        _LOG.removeHandler(listener)
        file.page = None  # nobody holds the rendered page
    return Rendered(file.dest_uri, _digest_file(file), listed, tuple(listener.heard))


def _list_address(page: Page, rendering: Rendering) -> str:
    """The page's address for the sitemap, "" where the site has none or the page asks not to."""
    try:
        module: Any = rendering.env.get_template("partials/unlisted.html").module
    except jinja2.TemplateNotFound:  # a site with the theme's own templates alone
        return page.canonical_url or ""
    archive = rendering.config.plugins.get(OURS)
    asks = module.ask(page, archive).strip()
    return "" if asks else page.canonical_url or ""


class _Listener(logging.Handler):
    """Hears what MkDocs warns of: a page with a warning is rendered again at each build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[tuple[int, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append((record.levelno, record.getMessage()))


def assemble(
    aside: Sequence[File],
    versions: Mapping[str, str],
    rendering: Rendering,
    own: Mapping[str, object],
    index: SiteIndex,
    beside: Path,
    jobs: int,
    store: MadeStore | None = None,
) -> Iterator[int]:
    """Put all files that were set aside into the folder `beside`; yields how many are there.

    `versions` has a digest of each file under docs/, and of what else its page shows, by path.
    What the site before has under the same key is taken over, pages that shards rendered come from
    the `store`, others are rendered, other files linked: builds write none that is there, but put
    another in its place.
    """
    made = fingerprint_rendering(rendering, own)
    missing: dict[str, tuple[File, str]] = {}
    for done, file in enumerate(aside, start=1):
        version = versions[file.src_uri]
        is_page = file.src_uri.endswith(".md")
        key = hashlib.sha256(f"{made}\0{version}".encode()).hexdigest() if is_page else version
        if not index.take_over(file.dest_uri, key, beside):
            if is_page and store and _fetch(file, key, index, beside, store):
                continue
            if is_page:
                missing[file.dest_uri] = (file, key)
            else:
                _place(file)
                index.add(file.dest_uri, key, _digest_file(file), beside)
        yield done - len(missing)
    there = len(aside) - len(missing)
    pages = [file for file, _ in missing.values()]
    made_anew = timed_each(Stage.RENDERING, render_aside(pages, rendering, jobs))
    for done, rendered in enumerate(made_anew, start=there + 1):
        key = "" if rendered.complaints else missing[rendered.path][1]
        for level, message in rendered.complaints:
            _LOG.log(level, message)
        index.add(rendered.path, key, rendered.sha256, beside, rendered.listed)
        if store and store.keeps and key:
            store.save_page(key, (beside / rendered.path).read_bytes(), rendered.listed)
        yield done


def _fetch(file: File, key: str, index: SiteIndex, beside: Path, store: MadeStore) -> bool:
    """Put a page that a shard rendered in its place; False where none did."""
    found = store.load_page(key)
    if found is None:
        return False
    html, listed = found
    place = Path(file.abs_dest_path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(html)
    index.add(file.dest_uri, key, hashlib.sha256(html).hexdigest(), beside, listed)
    return True


def _place(file: File) -> None:
    """Give a file of docs/ its name in the site too; what lies nowhere is written."""
    if file.abs_src_path is None:
        File.copy_file(file)
    else:
        link(file.abs_src_path, file.abs_dest_path)


def _digest_file(file: File) -> str:
    with Path(file.abs_dest_path).open("rb") as written:
        return hashlib.file_digest(written, "sha256").hexdigest()

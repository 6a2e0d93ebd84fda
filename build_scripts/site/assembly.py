"""The archive's pages and files among those of MkDocs."""

import json
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from build_scripts.archive.storage.folder_walk import leaves_archive
from build_scripts.model.page import DataFile, SiteChoices, TemplatePage
from build_scripts.pages import theme
from build_scripts.pages.host_files import write_host_files
from build_scripts.pages.i18n import t
from build_scripts.pages.llms_text import LLMS, write_llms
from build_scripts.pages.order_markdown import MARKDOWN_FILE
from build_scripts.pages.script_words import MODULES, write_script_words
from build_scripts.problems import ArchiveError
from build_scripts.site.data_writer import list_data_names
from build_scripts.site.manifest import SUMS
from build_scripts.site.order_files import (
    FOLDER,
    refuse_strangers,
    remove_other_files,
    write_order_file,
)
from build_scripts.site.script_bundles import BUNDLES, OF_BUNDLES, OF_PROGRAMS, shrink, write_bundle


class DeferredFile(File):
    """A file that is made when it is written; those as large as the archive come in pieces.

    A page without `write` is written by MkDocs.
    """

    write: Callable[[Path], None] | None = None

    def write_by(self, write: Callable[[Path], None]) -> None:
        """Have a page written by `write`, at the place where MkDocs would write it."""
        self.dest_uri, self.url = self.dest_uri, self.url
        self.write = write

    def is_documentation_page(self) -> bool:
        """Return whether MkDocs has to write the page."""
        return self.write is None and super().is_documentation_page()

    @classmethod
    def of(cls, config: MkDocsConfig, file: DataFile) -> "DeferredFile":
        """Return the file at its place in the site; MkDocs would take ".md" for a page."""
        is_markdown = file.path.endswith(".md")
        made = cls.generated(config, f"{file.path}.txt" if is_markdown else file.path, content=b"")
        made.dest_uri = file.path
        assert isinstance(made, cls)  # noqa: S101 (MkDocs' annotation is any File)
        made.write = partial(_write_pieces, file.load)
        return made

    def copy_file(self, dirty: bool = False) -> None:
        """Write the file into the site."""
        del dirty
        assert self.write is not None  # noqa: S101 (MkDocs copies no page)
        place = Path(self.abs_dest_path)
        if not place.parent.is_dir():  # most are: asking is quicker than to be refused
            place.parent.mkdir(parents=True)
        self.write(place)


def _write_pieces(load: Callable[[], bytes | Iterable[bytes]], place: Path) -> None:
    with place.open("wb") as written:
        loaded = load()
        written.writelines([loaded] if isinstance(loaded, bytes) else loaded)


HOME = "index.md"
SEARCH_PAGE = "search.md"
CHECK_PAGE = "check.md"
_DEEPEST_ASSET = 3  # "assets/javascripts/search/box.js"


def leave_out_old_orders(files: Files, docs: Path) -> None:
    """Remove the orders' Markdown files of the previous build from MkDocs' list.

    Raises ArchiveError if a file that no build wrote is among them.
    """
    refuse_strangers(docs)
    for old in [one for one in files if one.src_uri.startswith(f"{FOLDER}/")]:
        files.remove(old)


def leave_out_outward_links(files: Files, docs: Path) -> list[str]:
    """Remove files that link to the outside from MkDocs' list; return their paths."""
    outward = [one for one in files if leaves_archive(docs, one.src_uri)]
    for one in outward:
        files.remove(one)
    return [one.src_uri for one in outward]


def add_made(
    files: Files,
    made: Iterable[TemplatePage | DataFile],
    choices: SiteChoices,
    config: MkDocsConfig,
) -> dict[str, TemplatePage | None]:
    """Add the archive's pages and files, and write the orders' Markdown files below docs/.

    Returns all paths, those of pages with the page. An owner's home page stays: its words are shown
    on ours. Raises ArchiveError if another file already has the address of one.
    """
    paths: dict[str, TemplatePage | None] = {}
    docs, written = Path(config.docs_dir), set()
    given = {file.dest_uri: file.src_uri for file in files}  # docs/courts.md is courts/index.html
    for one in made:
        file = _make_file(one, config)
        taken = given.get(file.dest_uri)
        if taken is None:
            files.append(file)
        elif not one.path == taken == HOME:
            raise ArchiveError(
                f"{config.docs_dir}/{taken} has the address of a page of the archive. Rename it."
            )
        paths[one.path] = one if isinstance(one, TemplatePage) else None
        if isinstance(one, TemplatePage) and one.markdown:
            write_order_file(docs, one.path, one.markdown())  # while the order's text is at hand
            written.add(one.path)
            if not choices.compact:
                files.append(_offer_markdown(one.path, config))
    remove_other_files(docs, written)
    return paths


def list_missing(files: Files, config: MkDocsConfig) -> Iterator[str]:
    """Yield the files that mkdocs.yml names and that are neither in docs/ nor in the theme."""
    scripts = map(str, config.extra_javascript)
    for name in (
        config.theme.get("logo"),
        config.theme.get("favicon"),
        *config.extra_css,
        *scripts,
    ):
        path = urlsplit(str(name or ""))
        if not (path.scheme or path.netloc) and path.path.strip("/") not in {"", *files.src_uris}:
            yield str(name)


def add_site_files(files: Files, choices: SiteChoices, config: MkDocsConfig) -> None:
    """Add the files for hosts and search engines, and the names of those that are written last.

    A host's file of that name in docs/ is kept, and an owner's own page of the search.
    """
    for name in (SUMS, *list_data_names(choices)):  # pages link to them
        files.append(File.generated(config, name, content=""))
    if choices.search and files.get_file_from_path(SEARCH_PAGE) is None:
        files.append(_make_page_of_search(SEARCH_PAGE, t("page.search"), config))
    if choices.search and files.get_file_from_path(CHECK_PAGE) is None:
        files.append(_make_page_of_search(CHECK_PAGE, t("page.check"), config))
    has_search = files.get_file_from_path(SEARCH_PAGE) is not None
    llms = LLMS, write_llms(choices, files.src_uris.__contains__)
    for path, text in (*write_host_files(choices, config.site_name, has_search=has_search), llms):
        if files.get_file_from_path(path) is None:
            files.append(File.generated(config, path, content=text))
    for asset in _list_assets(files):
        asset.content_string = shrink(asset.src_uri, asset.content_string)
    _join_scripts(files)
    for source_map in [one for one in files if one.src_uri.endswith((".css.map", ".js.map"))]:
        files.remove(source_map)  # the theme's source maps, for its developers
    for path in MODULES:
        module = files.get_file_from_path(path)
        if module is not None:
            module.content_string = write_script_words(path, module.content_string)


def _join_scripts(files: Files) -> None:
    """Bundle the search's modules into the files that readers load; the modules are not served."""
    joined: set[File] = set()

    def read(path: str) -> str:
        module = files.get_file_from_path(path)
        if module is None:
            raise ArchiveError(f"{path} is missing: a script of the search imports it.")
        joined.add(module)
        return module.content_string

    made = {one: write_bundle(one, read) for one in BUNDLES if files.get_file_from_path(one)}
    for module in joined:
        if module.src_uri in made:
            module.content_string = made[module.src_uri]
        elif module.src_uri.startswith(OF_BUNDLES):
            files.remove(module)
    for unserved in filter(None, map(files.get_file_from_path, OF_PROGRAMS)):
        files.remove(unserved)


def _make_page_of_search(path: str, title: str, config: MkDocsConfig) -> File:
    """Return a page whose content is its template's: "search.md" by search.html."""
    meta = {
        "title": title,
        "template": path.replace(".md", ".html"),
        "names_people": True,  # what it finds
        "hide": ["navigation", "toc"],
        "search": {"exclude": True},
    }
    content = f"---\n{json.dumps(meta)}\n---\n\n# {title}\n"
    level = InclusionLevel.NOT_IN_NAV
    return File.generated(config, path, content=content, inclusion=level)


def _list_assets(files: Files) -> list[File]:
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


def _make_file(made: TemplatePage | DataFile, config: MkDocsConfig) -> File:
    if isinstance(made, DataFile):
        return DeferredFile.of(config, made)
    # All pages in the navigation would be quadratic in their number. Where the owner wrote one,
    # it names what belongs there.
    folder, _, name = made.path.rpartition("/")
    listed = name == "index.md" and "/" not in folder and not config.nav
    level = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
    if made.markdown:
        places = config.docs_dir, config.site_dir, config.use_directory_urls
        return DeferredFile(made.path, *places, inclusion=level)
    return DeferredFile.generated(config, made.path, content="", inclusion=level)


def _offer_markdown(path: str, config: MkDocsConfig) -> File:
    """Return the file of an order's page for readers to download, from the folder of the page."""
    place = Path(config.docs_dir, path)
    offered = f"{path.removesuffix('.md')}/{MARKDOWN_FILE}"
    return DeferredFile.of(config, DataFile(offered, place.read_bytes))

"""A file of the site whose bytes are computed when MkDocs copies it."""

from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from build_scripts.model.page import DataFile


class DeferredFile(File):
    """A data file among MkDocs' files; those as large as the archive are written in pieces."""

    load: Callable[[], bytes | Iterable[bytes]]

    @classmethod
    def of(cls, config: MkDocsConfig, file: DataFile) -> "DeferredFile":
        """Return the file at its place in the site; MkDocs would take ".md" for a page."""
        is_markdown = file.path.endswith(".md")
        made = cls.generated(config, f"{file.path}.txt" if is_markdown else file.path, content=b"")
        made.dest_uri = file.path
        assert isinstance(made, cls)  # noqa: S101 (MkDocs' annotation is any File)
        made.load = file.load
        return made

    def copy_file(self, dirty: bool = False) -> None:
        """Write the file into the site."""
        del dirty
        place = Path(self.abs_dest_path)
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as written:
            loaded = self.load()
            written.writelines([loaded] if isinstance(loaded, bytes) else loaded)

"""A build's resources while MkDocs works: the lock, the interface's words, the staging folder."""

import gc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from build_scripts.pages.i18n import Interface, current_interface, set_interface
from build_scripts.site.build_lock import BuildLock
from build_scripts.site.settings import ArchiveSettings
from build_scripts.site.staging import create_staging, discard_staging, require_own_site


class BuildSession:
    """One build after another; `site` is the folder that is served while a new one is built."""

    def __init__(self) -> None:
        self.site: Path | None = None
        self._lock: BuildLock | None = None
        self._interface_before: Interface | None = None
        self._holds_archive = False

    def begin(
        self, settings: ArchiveSettings, config: MkDocsConfig, wait: Callable[[str], None] | None
    ) -> Interface:
        """Acquire the lock, load the archive's interface words and, unless it is only shown,
        redirect the build into a staging folder. Returns the words.

        `wait` is called if another build is running, and its end is awaited; without `wait` this
        raises BuildRunningError. Raises ArchiveError and OSError.
        """
        self.end()
        lock = settings.open_lock()
        lock.acquire(wait)
        self._lock = lock
        interface = settings.read_interface()
        self._interface_before = current_interface()
        set_interface(interface)
        if wait is None:
            require_own_site(Path(config.site_dir))
            self.site = Path(config.site_dir)
            config.site_dir = str(create_staging(self.site))
        return interface

    def hold_archive(self) -> None:
        """Exclude all present objects from garbage collection: they live until the build ends."""
        gc.freeze()
        self._holds_archive = True

    def end(self) -> None:
        """Release all resources: other builds may begin."""
        if self._interface_before is not None:
            set_interface(self._interface_before)
        if self._lock is not None:
            self._lock.release()
        if self._holds_archive:
            gc.unfreeze()
        self.site, self._lock, self._interface_before = None, None, None
        self._holds_archive = False

    def discard(self) -> None:
        """Remove the files of a build that did not end; the next build removes those that stay."""
        if self.site is not None:
            with suppress(OSError):
                discard_staging(self.site)

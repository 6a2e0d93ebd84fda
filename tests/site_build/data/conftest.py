"""The archive that tests of pages read, too."""

from tests.pages.conftest import archive

__all__ = ["archive"]

"""Real JSON, HTML and word-processor files: every word accounted for in each of them."""

import pytest

from build_scripts.archive.storage.orders_folder import read_loose_file
from build_scripts.cleaning import clean_order
from build_scripts.problems import ArchiveError
from build_scripts.reading import read_order
from tests.shared import SHARED, needs_shared
from tests.tables import each_row

pytestmark = pytest.mark.slow


@needs_shared
@each_row()
def test_words_are_conserved_in_every_file(pattern: str, fewest: int) -> None:
    """Hundreds of opinions are read and cleaned; clean_order checks their words."""
    paths = sorted((SHARED / "corpus").glob(pattern))
    assert len(paths) >= fewest
    failed = []
    for path in paths:
        try:
            clean = clean_order(read_order(read_loose_file(path)))
        except ArchiveError as error:
            failed.append(f"{path.name}: {error}")
        else:
            assert clean.blocks, path.name
    assert failed == []

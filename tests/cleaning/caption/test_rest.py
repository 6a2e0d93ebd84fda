"""What a caption leaves below itself, in text that lost its columns and blank lines."""

from build_scripts.cleaning.caption.rest import find_rest
from build_scripts.model.clean_order import BlockKind
from tests.tables import each_row, list_of

CENTRED, DOCKET, PARTIES = BlockKind.CENTRED, BlockKind.DOCKET, BlockKind.PARTIES


@each_row(kinds=list_of(BlockKind))
def test_what_a_caption_left(texts: list[str], kinds: list[BlockKind], why: str) -> None:
    assert find_rest(texts) == kinds, why

from build_scripts.describing.paper_kind import judge_is_order
from build_scripts.model.clean_order import BlockKind
from tests.describing.specimens import Line, as_lines, make_order
from tests.tables import each_row

T = BlockKind.TITLE


@each_row(lines=as_lines)
def test_judge_is_order(lines: tuple[Line, ...], expected: bool) -> None:
    assert judge_is_order(make_order(*lines)).value is expected

"""Documents of a docket in one file are told apart by their stamps."""

from build_scripts.cleaning.furniture.documents import number_documents
from build_scripts.cleaning.lines import Line
from build_scripts.model.clean_order import EcfStamp
from tests.tables import by_number, each_row

DOCKET = "3:23-cv-01234"


@each_row(stamps=by_number)
def test_numbers(pages: list[int], stamps: dict[int, str], expected: list[str]) -> None:
    lines = [Line(number, f"word {number}", page) for number, page in enumerate(pages, 1)]
    found = {index: EcfStamp(DOCKET, number, None, None, None) for index, number in stamps.items()}
    assert [line.document or "" for line in number_documents(lines, found)] == expected

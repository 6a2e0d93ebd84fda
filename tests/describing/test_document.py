from build_scripts.describing.document import find_document_number, find_page_count
from build_scripts.model.clean_order import EcfStamp
from tests.describing.specimens import make_order, stamp


def test_first_stamp_counts() -> None:
    # a second document follows in the same file, with a stamp of its own
    clean = make_order(
        stamps=(stamp("5:24-cv-06185", "10", pages=1), stamp("5:24-cv-06185", "10-1", pages=2))
    )
    number, pages = find_document_number(clean), find_page_count(clean)
    assert number
    assert number.value == "10"
    assert pages
    assert pages.value == 1


def test_a_stamp_may_not_say() -> None:
    clean = make_order(stamps=(EcfStamp("5:24-cv-06185", None, None, 1, None),))
    assert find_document_number(clean) is None
    assert find_page_count(clean) is None

"""A publisher's print on the site: told to its owner, its words masked, its file offered in no form."""

from pathlib import Path

from build_scripts.model.page import DEFAULT_CHOICES
from build_scripts.pages.order_page import name_absence
from build_scripts.pages.originals import is_offered_whole, list_open_pages, offer_original
from build_scripts.pages.source_view import view_source
from build_scripts.problems import Finding, FindingCode
from build_scripts.site import pipeline

HEAD = """2024 WL 7654321
Only the Westlaw citation is currently available.

United States District Court, D. Nevada.

JANE ROE, Plaintiff,
v.
DOE MILLS, INC., Defendant.

Case No. 2:24-cv-00017-ABC-DEF

Synopsis

Owner of burned mill sued miller.

"""
ORDER = """Attorneys and Law Firms

Pat Lee, Reno, NV, for Plaintiff.

Opinion

ORDER DENYING MOTION TO DISMISS

The motion to dismiss is DENIED.

IT IS SO ORDERED.

Dated: March 4, 2024

MARA T. VALE
United States District Judge
"""


def publish(
    folder: Path, text: str, corrections: str = ""
) -> tuple[pipeline.Archive, list[Finding]]:
    (folder / "order.txt").write_text(text)
    if corrections:
        (folder / "order.txt.yml").write_text(corrections)
    archive = pipeline.build_archive(folder)
    codes = {FindingCode.PUBLISHERS_PRINT, FindingCode.HELD_BACK}
    return archive, [one for one in archive.findings if one.code in codes]


def test_a_print_is_told_and_its_file_is_not_offered(tmp_path: Path) -> None:
    archive, (finding,) = publish(tmp_path, HEAD + ORDER)
    assert finding.code is FindingCode.PUBLISHERS_PRINT
    assert "a print of Westlaw" in finding.message
    assert (finding.place, finding.mend) == ("page 1, line 2", "")
    (archived,) = archive.orders
    assert offer_original(archived) is None
    assert list_open_pages(archived.order) == []
    assert not is_offered_whole(archived.order)
    assert name_absence(archived.order) == "order_page.no_original_publisher"
    view = view_source(archived, DEFAULT_CHOICES)
    assert "a publisher" in view.absence
    shown = "\n".join(
        run.text for page in view.pages for row in page.rows for line in row.lines for run in line
    )
    assert "burned mill" not in shown
    assert "Synopsis" not in shown
    assert any("the publisher wrote them" in reason for reason in view.reasons)


def test_a_print_whose_own_words_have_no_end_waits_for_its_owners_word(tmp_path: Path) -> None:
    text = HEAD + "The motion to dismiss is denied.\n"
    archive, (finding,) = publish(tmp_path, text)
    assert (archive.orders, finding.code) == ((), FindingCode.HELD_BACK)
    assert finding.place == "page 1, line 12"
    archive, findings = publish(tmp_path, text, "public: {by: A. Librarian}")
    assert [one.code for one in findings] == [FindingCode.PUBLISHERS_PRINT]
    (archived,) = archive.orders
    assert offer_original(archived) is None

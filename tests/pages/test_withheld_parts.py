"""What an order's pages offer and say where words left: the original, pictures, the counts."""

from dataclasses import replace

from build_scripts.catalogue import catalogue_orders
from build_scripts.model.page import SiteChoices
from build_scripts.model.redaction import HIDDEN, RedactedWords
from build_scripts.model.source_text import SourceFormat
from build_scripts.pages.beside_page import publish_beside
from build_scripts.pages.originals import offer_original
from build_scripts.pages.pages import publish_pages
from tests.redacting.test_redact_order import NOTICE, TEXT, convert


def page_of(order: object, name: str = "") -> str:
    archive = catalogue_orders([order])  # type: ignore[list-item]
    address = f"{archive.orders[0].address}{name}.md"
    return next(page.text for page in publish_pages(archive) if page.path == address)


def test_of_a_text_form_a_copy_without_the_lines_is_offered() -> None:
    (archived,) = catalogue_orders([convert()]).orders
    original = offer_original(archived)
    assert original is not None
    assert original.masked_lines == {14, 15, 16, 17, 18}


def test_of_another_form_nothing_is_offered() -> None:
    html = f"<html><body><pre>{TEXT}</pre></body></html>"
    (archived,) = catalogue_orders([convert(html, name="order.html")]).orders
    assert offer_original(archived) is None
    clean = html.replace("ada.vale@\nquillpress.example", "home").replace("555", "five")
    clean = clean.replace("passport number is X1234567", "passport").replace("X1234567", "it")
    (archived,) = catalogue_orders([convert(clean, name="order.html")]).orders
    assert offer_original(archived) is not None


def test_an_original_that_is_withheld_is_not_offered_and_the_page_says_so() -> None:
    plain = TEXT.partition("Plaintiff wrote")[0] + "The motion is DENIED.\n"
    order = convert(plain, "withhold: {what: original, reason: it shows a child, by: A. Librarian}")
    (archived,) = catalogue_orders([order]).orders
    assert offer_original(archived) is None
    assert "because an editor withholds the file" in publish_beside(archived, SiteChoices()).text
    assert "Withheld by an editor: the file as it came · it shows a child · A. Librarian" in (
        page_of(order)
    )


def test_the_pages_count_what_left_by_kind() -> None:
    order = convert(
        NOTICE, "withhold: {what: passage, words: The shelter at 12 Harrow Lane, reason: safety}"
    )
    beside = page_of(order, "/source")
    assert "private data: 6 (e-mail address 1, passport number 2, telephone number 3)" in beside
    assert "withheld: 1 (passage 1)" in beside
    page = page_of(order)
    assert "private data (6)" in page
    assert "a passage · safety" in page
    for words in ("Harrow", "tfenwick", "Fenwick", "quillpress", "X1234567"):
        assert words not in page
        assert words not in beside


def test_the_page_says_why_an_original_is_not_offered() -> None:
    def as_html(text: str, corrections: str = "") -> str:
        html = f"<html><body><pre>{text}</pre></body></html>"
        return page_of(convert(html, corrections, name="order.html"))

    plain = TEXT.partition("Plaintiff wrote")[0] + "The motion is DENIED.\n"
    mail = "Write to ada@quillpress.example.\n"
    assert "The original is not offered" not in as_html(plain)
    assert "Original: " in as_html(f"{plain}Write to vkd@nvd.uscourts.gov.\n")
    assert "not offered because it contains private data that was removed here" in (
        as_html(plain + mail)
    )
    passage = "withhold: {what: passage, words: The motion}"
    assert "because it contains words that were withheld here" in as_html(plain, passage)
    assert "private data that was removed here" in as_html(plain + mail, passage)
    whole = "withhold: {what: original, reason: it shows a child}"
    assert "because an editor withholds it" in as_html(plain, whole)
    hidden = convert(plain)
    words = (RedactedWords(HIDDEN, 1, 0),)
    hiding = replace(hidden, redaction=replace(hidden.redaction, redacted=words))
    hiding = replace(hiding, source=replace(hiding.source, format=SourceFormat.PDF))
    assert "because it contains text under its redactions" in page_of(hiding)

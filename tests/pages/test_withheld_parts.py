"""What an order's pages offer and say where words left: the original, pictures, the counts."""

from dataclasses import replace

from build_scripts.archive import catalogue_orders
from build_scripts.model.order import Order
from build_scripts.model.page import DEFAULT_CHOICES
from build_scripts.model.redaction import HIDDEN, RedactedWords
from build_scripts.model.source_text import SourceFormat
from build_scripts.model.withholding import WithheldPart
from build_scripts.pages.archive_index import build_index
from build_scripts.pages.order_page import OrderPage, view_order
from build_scripts.pages.originals import offer_original
from build_scripts.pages.source_view import view_source
from tests.redacting.test_redact_order import NOTICE, TEXT, convert


def page_of(order: Order) -> OrderPage:
    return view_order(build_index(catalogue_orders([order])), 0)


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
    assert "an editor withholds" in view_source(archived, DEFAULT_CHOICES).absence
    (withheld,) = page_of(order).withheld
    assert withheld.what is WithheldPart.ORIGINAL
    assert (withheld.reason, withheld.by) == ("it shows a child", "A. Librarian")


def test_the_pages_count_what_left_by_kind() -> None:
    order = convert(
        NOTICE, "withhold: {what: passage, words: The shelter at 12 Harrow Lane, reason: safety}"
    )
    (archived,) = catalogue_orders([order]).orders
    source, page = view_source(archived, DEFAULT_CHOICES), page_of(order)
    kinds = "(e-mail address 1, passport number 2, telephone number 3)"
    assert f"private data: 6 {kinds}" in source.reasons
    assert "withheld: 1 (passage 1)" in source.reasons
    assert page.left_out["private data"] == 6
    assert [one.reason for one in page.withheld] == ["safety"]
    for words in ("Harrow", "tfenwick", "Fenwick", "quillpress", "X1234567"):
        assert words not in repr(page)
        assert words not in repr(source)


def test_the_page_says_why_an_original_is_not_offered() -> None:
    def as_html(text: str, corrections: str = "") -> str:
        html = f"<html><body><pre>{text}</pre></body></html>"
        return page_of(convert(html, corrections, name="order.html")).files.absence

    plain = TEXT.partition("Plaintiff wrote")[0] + "The motion is DENIED.\n"
    mail = "Write to ada@quillpress.example.\n"
    assert as_html(plain) == ""
    assert as_html(f"{plain}Write to vkd@nvd.uscourts.gov.\n") == ""
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
    assert "because it contains text that its pages do not show" in page_of(hiding).files.absence

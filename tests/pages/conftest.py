"""Orders by hand: a fictional case of three orders that cite each other and the real reports."""

import dataclasses
import datetime
import html
import re
from typing import Any

import markdown
import pytest

from build_scripts.archive.authorities import gather_authorities
from build_scripts.model.archive import (
    Archive,
    ArchivedOrder,
    CitedBy,
    Facet,
    Group,
    Link,
    LinkTarget,
    Mention,
)
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.clean_order import (
    Block,
    BlockKind,
    CleanOrder,
    Footnote,
    FootnoteMark,
    PageMark,
    Place,
    Removal,
    RemovalReason,
)
from build_scripts.model.description import (
    Claim,
    Court,
    Description,
    DocketNumber,
    Judge,
    MotionKind,
    OrderType,
    Outcome,
    Qualifier,
    Ruling,
)
from build_scripts.model.order import Order, SourceFile
from build_scripts.model.source_text import SourceFormat, Style, StyleSpan

CAND = Court(
    "cand", "United States District Court for the Northern District of California", "N.D. Cal."
)
HERE = "orders/cand/5-31-cv-01234"
FIRST = f"{HERE}/2031-03-04-order-denying-motion-for-expedited-discovery"
SECOND = f"{HERE}/2031-06-02-order-granting-in-part-motion-to-dismiss"


def claim(value: Any) -> Claim[Any]:
    return Claim(value, None, "by hand")


def block(marked: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Block:
    """A block from text with marks: *italic*, **bold**, {page 2}, {note 1}."""
    text, styles, pages, notes = "", [], [], []
    opened: dict[str, int] = {}
    for part in re.split(r"(\*\*|\*|\{page \d+\}|\{note [^}]+\})", marked):
        if part in {"*", "**"}:
            style = Style.BOLD if part == "**" else Style.ITALIC
            if part in opened:
                styles.append(StyleSpan(style, opened.pop(part), len(text)))
            else:
                opened[part] = len(text)
        elif part.startswith("{page "):
            pages.append(PageMark(len(text), int(part[6:-1])))
        elif part.startswith("{note "):
            notes.append(FootnoteMark(len(text), part[6:-1]))
        else:
            text += part
    places = (Place(0, 1, 1), *(Place(mark.offset, mark.page, 1) for mark in pages))
    return Block(kind, text, places, level, tuple(styles), tuple(pages), tuple(notes))


def cite(clean: CleanOrder, text: str, kind: CitationKind, normal: str, **more: Any) -> Citation:
    start = clean.reading_text.index(text, more.pop("after", 0))
    more.setdefault("authority", normal)
    return Citation(kind, text, start, start + len(text), normal, **more)


def describe(**values: Any) -> Description:
    """A description; every value is wrapped into a claim."""
    qualifiers = values.pop("disposition_qualifiers", ())
    wrapped = {
        key: tuple(map(claim, value)) if isinstance(value, tuple) else claim(value)
        for key, value in values.items()
    }
    return Description(**{"is_order": claim(True), **wrapped}, disposition_qualifiers=qualifiers)


def order(
    clean: CleanOrder, description: Description, citations: tuple[Citation, ...], digest: str = "a"
) -> Order:
    source = SourceFile(f"specimens/{digest}.md", SourceFormat.MARKDOWN, digest * 64)
    return Order(source, clean, description, citations)


SPECIMEN_TEXT = """
court: UNITED STATES DISTRICT COURT

court: NORTHERN DISTRICT OF CALIFORNIA

court: SAN JOSE DIVISION

parties: QUILL & LANTERN LTD., Plaintiff, v. OSTRICH FREIGHT INC., Defendant.

docket: Case No. 5:31-cv-01234-ABC

title: **ORDER DENYING MOTION FOR EXPEDITED DISCOVERY**{note *}

reference: Re: Dkt. No. 7

paragraph: Plaintiff Quill & Lantern Ltd. asks leave to serve discovery before the conference of
the parties. Dkt. No. 7. The complaint says that defendant's agents copied [t]he ledger_2031 file
at 5% _ 3 cost. Dkt. 1 ¶ 5.

heading 1: I. LEGAL STANDARD

paragraph: A court may exercise jurisdiction over a defendant that aims its conduct at the forum.
*Yahoo! Inc. v. La Ligue Contre Le Racisme*, 433 F.3d 1199 (9th Cir. 2006). In *Yahoo!*, the
{page 2}Ninth Circuit applied the so-called *Calder*{note 1} effects test. *Id.* at 1206. Good
cause is asked for by Fed. R. Civ. P. 26(d) and by 28 U.S.C. § 1331.

quote: A defendant must have purposefully directed its acts, or done something quite like it,
before the forum may call it to account.{note 2}

quote: The second paragraph of the same quotation goes on.

heading 2: A. The request

list_item: 1. The request is not tied to any one transfer.

list_item: 2. The request reaches *every* **file** of *the **defendant***, see *Lark v. Ostrich
Freight Inc.*, 2030 WL 1234567.

paragraph: The motion is therefore DENIED without prejudice.

centred: IT IS SO ORDERED.

signature: Dated: March 4, 2031

signature: Amelia B. Cartwright

signature: United States Magistrate Judge
"""


def blocks(document: str) -> tuple[Block, ...]:
    """Blocks of a document: paragraphs that begin with their kind."""
    parts = (" ".join(part.split()) for part in document.strip().split("\n\n"))
    heads = (part.partition(": ") for part in parts)
    return tuple(
        block(text, BlockKind(kind.split()[0]), int(kind[-1]) if kind[-1].isdecimal() else 0)
        for kind, _, text in heads
    )


def _first_clean() -> CleanOrder:
    calder = "*Calder v. Jones*, 465 U.S. 783, 104 S. Ct. 1482, 79 L. Ed. 2d 804 (1984)."
    return CleanOrder(
        blocks=blocks(SPECIMEN_TEXT),
        footnotes=(
            Footnote("*", blocks("paragraph: This order is not for publication."), True),
            Footnote("1", blocks(f"paragraph: {calder}\n\nquote: The test has three parts."), True),
            Footnote("2", blocks("paragraph: - A note that begins with a dash."), True),
            Footnote("3", blocks("paragraph: A note whose mark was lost."), False),
        ),
        removals=(
            Removal(RemovalReason.LINE_NUMBER, "1 2 3", 1, 1),
            Removal(RemovalReason.LINE_NUMBER, "4", 1, 2),
            Removal(RemovalReason.MAILING_NOTICE, "Notice sent to quill@example.com", 2, 40),
        ),
        joins=(),
        stamps=(),
        page_count=2,
        specimen=True,
    )


def first_order() -> Order:
    clean = _first_clean()
    yahoo, calder = "433 F.3d 1199", "465 U.S. 783"
    yahoo_name = "Yahoo! Inc. v. La Ligue Contre Le Racisme"
    code = "28 U.S.C. § 1331"
    k = CitationKind
    return order(
        clean,
        describe(
            case_name="Quill & Lantern Ltd. v. Ostrich Freight Inc.",
            docket_numbers=(DocketNumber("5:31-cv-01234-ABC", "5", 2031, "cv", 1234, "ABC"),),
            court=CAND,
            division="San Jose Division",
            judges=(Judge("Amelia B. Cartwright", "United States Magistrate Judge", "ABC"),),
            title="Order Denying Motion for Expedited Discovery",
            order_type=OrderType.ORDER,
            date=datetime.date(2031, 3, 4),
            document_number="8",
            page_count=2,
            rulings=(
                Ruling(
                    "Motion for Expedited Discovery",
                    Outcome.DENIED,
                    (Qualifier.WITHOUT_PREJUDICE,),
                    ("7",),
                    MotionKind.EXPEDITED_DISCOVERY,
                ),
            ),
            disposition=Outcome.DENIED,
            disposition_qualifiers=(Qualifier.WITHOUT_PREJUDICE,),
        ),
        (
            cite(clean, "Dkt. No. 7", k.RECORD, "Dkt. No. 7", entries=("7",)),
            cite(clean, "Dkt. No. 7", k.RECORD, "Dkt. No. 7", entries=("7",), after=300),
            cite(clean, "Dkt. 1 ¶ 5", k.RECORD, "Dkt. No. 1", entries=("1",)),
            cite(
                clean,
                f"{yahoo_name}, {yahoo} (9th Cir. 2006)",
                k.CASE,
                yahoo,
                case_name=yahoo_name,
                year=2006,
            ),
            cite(clean, "Id. at 1206", k.ID, yahoo, antecedent=yahoo, pin_cite="1206"),
            cite(clean, "Fed. R. Civ. P. 26(d)", k.RULE, "Fed. R. Civ. P. 26(d)"),
            cite(
                clean,
                code,
                k.STATUTE,
                code,
                outward_url="https://www.law.cornell.edu/uscode/text/28/1331",
            ),
            cite(
                clean,
                "2030 WL 1234567",
                k.CASE,
                "2030 WL 1234567",
                case_name="Lark v. Ostrich Freight Inc.",
                year=2030,
            ),
            cite(
                clean,
                "Calder v. Jones, 465 U.S. 783",
                k.CASE,
                calder,
                case_name="Calder v. Jones",
                year=1984,
            ),
            cite(clean, "104 S. Ct. 1482", k.CASE, "104 S. Ct. 1482", authority=calder),
            cite(clean, "79 L. Ed. 2d 804", k.CASE, "79 L. Ed. 2d 804", authority=calder),
        ),
        "a",
    )


FIRST_LINKS = (
    None,
    None,
    None,
    Link(LinkTarget.COURTLISTENER, "https://www.courtlistener.com/c/f3d/433/1199/"),
    Link(LinkTarget.COURTLISTENER, "https://www.courtlistener.com/c/f3d/433/1199/"),
    None,
    Link(LinkTarget.OUTWARD, "https://www.law.cornell.edu/uscode/text/28/1331"),
    None,
    Link(LinkTarget.COURTLISTENER, "https://www.courtlistener.com/c/us/465/783/"),
    Link(LinkTarget.COURTLISTENER, "https://www.courtlistener.com/c/s-ct/104/1482/"),
    Link(LinkTarget.COURTLISTENER, "https://www.courtlistener.com/c/l-ed-2d/79/804/"),
)


def second_order() -> Order:
    clean = CleanOrder(
        blocks=blocks(
            "paragraph: The earlier order, Dkt. No. 8, said so; see *Quill & Lantern*, "
            "No. 5:31-cv-01234-ABC (N.D. Cal. Mar. 4, 2031)."
        ),
        footnotes=(),
        removals=(),
        joins=(),
        stamps=(),
        page_count=1,
        truncated=True,
    )
    return order(
        clean,
        describe(
            case_name="Quill & Lantern Ltd. v. Ostrich Freight Inc.",
            docket_numbers=(DocketNumber("5:31-cv-01234-DEF", "5", 2031, "cv", 1234, "DEF"),),
            court=CAND,
            judges=(Judge("Dolores E. Finch", "United States District Judge", "DEF"),),
            title="Order Granting in Part Motion to Dismiss",
            date=datetime.date(2031, 6, 2),
            document_number="21",
            disposition=Outcome.GRANTED_IN_PART,
        ),
        (
            cite(clean, "Dkt. No. 8", CitationKind.RECORD, "Dkt. No. 8", entries=("8",)),
            cite(clean, "No. 5:31-cv-01234-ABC", CitationKind.DOCKET, "5:31-cv-01234-ABC"),
        ),
        "b",
    )


def bare_order() -> Order:
    clean = CleanOrder((block("Nothing is known of this one."),), (), (), (), (), 1)
    return order(clean, describe(), (), "c")


@pytest.fixture(scope="session")
def archive() -> Archive:
    """Three orders: two of one case, the second citing the first, and one that says nothing."""
    case = ("cand-5-31-cv-01234",)
    here = Link(LinkTarget.ARCHIVE, FIRST)
    orders = (first_order(), second_order(), bare_order())
    links: tuple[tuple[Link | None, ...], ...] = (FIRST_LINKS, (here, here), ())
    authorities, cited = gather_authorities(orders, links, 10)
    return Archive(
        orders=(
            ArchivedOrder(
                FIRST,
                orders[0],
                links[0],
                (CitedBy(SECOND, (Mention(1, 0), Mention(1, 1))),),
                case,
                ("amelia-b-cartwright",),
                cited[0],
            ),
            ArchivedOrder(SECOND, orders[1], links[1], (), case, ("dolores-e-finch",), cited[1]),
            ArchivedOrder("orders/unknown-court/no-docket/undated-order", orders[2], (), ()),
        ),
        authorities=authorities,
        groups={
            Facet.CASE: (
                Group("cand-5-31-cv-01234", "Quill & Lantern Ltd. v. Ostrich Freight Inc.", (0, 1)),
            ),
            Facet.JUDGE: (
                Group("amelia-b-cartwright", "Amelia B. Cartwright", (0,)),
                Group("dolores-e-finch", "Dolores E. Finch", (1,)),
                Group("not-stated", "Judge not identified", (2,)),
            ),
            Facet.COURT: (
                Group("unknown-court", "Court not identified", (2,)),
                Group("cand", CAND.name, (0, 1)),
            ),
            Facet.YEAR: (
                Group("2031", "2031", (0, 1)),
                Group("undated", "Date not identified", (2,)),
            ),
            Facet.DISPOSITION: (
                Group("denied", "Denied", (0,)),
                Group("not-stated", "Disposition not identified", (2,)),
                Group("granted-in-part", "Granted in part", (1,)),
            ),
            Facet.MOTION: (Group("expedited-discovery", "Expedited discovery", (0,)),),
        },
    )


def render(text: str) -> str:
    """Markdown to HTML with the extensions that MkDocs has by itself, and those that people add."""
    extensions = ["attr_list", "def_list", "fenced_code", "footnotes", "tables", "toc"]
    return markdown.Markdown(extensions=extensions).convert(text)


def words(rendered: str) -> list[str]:
    """The words of rendered HTML."""
    return html.unescape(re.sub("<[^>]*>", "", rendered)).split()


def make_notes(*notes: tuple[str, str], text: str = "A paragraph") -> CleanOrder:
    """A cleaned order of one paragraph that ends in the marks of the given footnotes."""
    paragraph = block(text)
    marks = tuple(FootnoteMark(len(text), label) for label, _ in notes)
    return CleanOrder(
        (dataclasses.replace(paragraph, footnote_marks=marks),),
        tuple(Footnote(label, (block(note),), True) for label, note in notes),
        (),
        (),
        (),
        1,
    )

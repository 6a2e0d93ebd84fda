"""Each authority once: what is joined, what stays apart, how it is counted and called."""

import dataclasses
import datetime

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.archive.authorities import gather_authorities, name_section
from build_scripts.archive.authority_places import find_place
from build_scripts.archive.catalogue import catalogue_orders
from build_scripts.model.archive import Archive, Authority, AuthorityKind, LinkTarget
from build_scripts.model.citation import Citation, CitationKind
from build_scripts.model.description import DocketNumber
from build_scripts.model.order import Order
from tests.archive.conftest import make_citation, make_order
from tests.tables import each_row

K = CitationKind
CALDER = "Calder v. Jones"
QUILL = DocketNumber("5:31-cv-01234-ABC", "5", 2031, "cv", 1234, "ABC")


def gather(*orders: Order) -> tuple[Authority, ...]:
    return gather_authorities(orders, [(None,) * len(one.citations) for one in orders], 10)[0]


def list_forms(authorities: tuple[Authority, ...]) -> list[tuple[str, ...]]:
    return [one.forms for one in authorities]


def cite_calder(*forms: str, start: int = 0, name: str | None = CALDER) -> tuple[Citation, ...]:
    """A case's parallel forms, side by side from `start` on."""
    found = []
    for form in forms:
        found.append(
            make_citation(K.CASE, form, authority=forms[0], case_name=name, year=1984, start=start)
        )
        start += len(form) + 2
    return tuple(found)


def test_parallels_that_different_orders_give_are_one_case() -> None:
    (calder,) = gather(
        make_order("a", citations=cite_calder("465 U.S. 783", "104 S. Ct. 1482")),
        make_order("b", citations=cite_calder("104 S. Ct. 1482", "79 L. Ed. 2d 804")),
        make_order("c", citations=cite_calder("79 L. Ed. 2d 804")),
    )
    assert set(calder.forms) == {"465 U.S. 783", "104 S. Ct. 1482", "79 L. Ed. 2d 804"}
    assert calder.forms[0] == "465 U.S. 783"
    assert (calder.slug, calder.case_name, calder.year) == ("465-u-s-783", CALDER, 1984)
    assert len(calder.mentions) == 3


def test_cases_whose_names_differ_are_never_joined() -> None:
    """A misread group that holds two cases; nor does a form without a name bridge them."""
    mixed = (
        *cite_calder("465 U.S. 783"),
        *cite_calder("465 U.S. 770", start=14, name="Keeton v. Hustler Magazine, Inc."),
    )
    mixed = tuple(dataclasses.replace(one, authority="465 U.S. 783") for one in mixed)
    nameless = make_citation(K.CASE, "104 S. Ct. 1473", authority="465 U.S. 770", start=40)
    bridging = (
        *cite_calder("465 U.S. 783"),
        dataclasses.replace(nameless, authority="465 U.S. 783"),
    )
    keeton = cite_calder("465 U.S. 770", name="Keeton v. Hustler Magazine, Inc.")
    found = gather(
        make_order("a", citations=mixed),
        make_order("b", citations=bridging),
        make_order("c", citations=(*keeton, nameless)),
        make_order("d", citations=(*keeton, nameless)),
    )
    assert sorted(list_forms(found)) == [
        ("465 U.S. 770", "104 S. Ct. 1473"),
        ("465 U.S. 783",),
    ]
    assert all(one.mentions for one in found)


def test_a_parallel_beside_another_form_counts_once_and_alone_for_itself() -> None:
    citations = (
        *cite_calder("465 U.S. 783", "104 S. Ct. 1482"),
        make_citation(K.ID, "Id. at 789", antecedent="465 U.S. 783", start=200),
        make_citation(K.SHORT, "465 U.S. at 790", antecedent="465 U.S. 783", start=300),
        make_citation(K.CASE, "104 S. Ct. 1482", authority="465 U.S. 783", start=317),
        make_citation(K.CASE, "104 S. Ct. 1482", authority="465 U.S. 783", start=900),
        *cite_calder("465 U.S. 783", start=1500),
    )
    (calder,) = gather(make_order("a", citations=citations))
    assert [mention.citation for mention in calder.mentions] == [0, 2, 3, 5, 6]


def test_sections_hold_their_subdivisions() -> None:
    rules = [
        "Fed. R. Civ. P. 12(b)(6)",
        "Fed. R. Civ. P. 12",
        "Fed. R. Civ. P. 12(b)(1)",
        "Fed. R. Civ. P. 12.1",
    ]
    twelve, twelve_one = gather(
        make_order("a", citations=tuple(make_citation(K.RULE, rule) for rule in rules))
    )
    assert twelve.forms == (
        "Fed. R. Civ. P. 12",
        "Fed. R. Civ. P. 12(b)(1)",
        "Fed. R. Civ. P. 12(b)(6)",
    )
    assert len(twelve.mentions) == 3
    assert twelve_one.forms == ("Fed. R. Civ. P. 12.1",)


@each_row()
def test_what_a_section_is(form: str, section: str) -> None:
    assert name_section(form) == section


def test_spellings_of_one_code_are_one_section() -> None:
    """Of Pennsylvania's code all, of sections that a stop or a dash tells apart none."""
    same = ["18 Pa.C.S. § 5702", "18 Pa. C.S. § 5702", "18 Pa.C.S. §§ 5702", "18 Pa.C.S. § 5702"]
    (one,) = gather(
        make_order("a", citations=tuple(make_citation(K.STATUTE, form) for form in same))
    )
    assert one.forms[0] == "18 Pa.C.S. § 5702"
    assert len(one.mentions) == 4
    apart = ["Ind. Code § 4-33", "Ind. Code § 4.33", "Ind. Code § 43-3"]
    assert (
        len(
            gather(
                make_order("a", citations=tuple(make_citation(K.STATUTE, form) for form in apart))
            )
        )
        == 3
    )


def test_spellings_that_differ_in_capitals_have_one_sequence() -> None:
    """They sort alike as one looks them up: a set's sequence, which no build repeats, tells none."""
    printed = [f"Ind. {code} § 4-33({part})" for code in ("Code", "CODE", "COde") for part in "ab"]
    (one,) = gather(
        make_order("a", citations=tuple(make_citation(K.STATUTE, form) for form in printed))
    )
    first, second = sorted(printed[::2]), sorted(printed[1::2])
    assert one.forms[1:] == (*first, *second)


def test_a_local_rule_is_one_of_its_court() -> None:
    cited = (make_citation(K.RULE, "Civ. L.R. 7-1(b)"),)
    found = gather(
        make_order("a", citations=cited),
        make_order("b", court="cacd", citations=cited),
        make_order(
            "c",
            citations=(
                make_citation(K.RULE, "Civ. L.R. 7-1"),
                make_citation(K.RULE, "Fed. R. Civ. P. 7"),
            ),
        ),
    )
    assert list_forms(found) == [
        ("Civ. L.R. 7-1 (C.D. Cal.)", "Civ. L.R. 7-1(b)"),
        ("Civ. L.R. 7-1 (N.D. Cal.)", "Civ. L.R. 7-1(b)"),
        ("Fed. R. Civ. P. 7",),
    ]
    assert [one.slug for one in found[:2]] == ["civ-l-r-7-1-c-d-cal", "civ-l-r-7-1-n-d-cal"]


def cite_docket(form: str, **more: object) -> Citation:
    return make_citation(K.DOCKET, form, **more)


def test_a_docket_that_leads_to_an_order_here_is_that_order() -> None:
    cited = cite_docket("No. 5:31-cv-01234-ABC", court="cand", year=2031)
    reported = make_citation(K.CASE, "700 F.4th 12", case_name="Quill v. Ostrich", year=2031)
    archive = catalogue_orders(
        [
            make_order("a", dockets=(QUILL,), own=("700 F.4th 12",)),
            make_order("b", case="Lark v. Finch", court="ca9", citations=(cited,)),
            make_order("c", case="Wren v. Finch", court="cacd", citations=(reported,)),
        ]
    )
    (quill,) = archive.authorities
    assert quill.link is not None
    assert quill.link.target is LinkTarget.ARCHIVE
    assert quill.link.url == "orders/cand/5-31-cv-01234/2031-03-04-order"
    assert quill.forms == ("700 F.4th 12", "No. 5:31-cv-01234-ABC")
    assert quill.path == "authorities/f4th/700-709#700-12"
    assert {archive.orders[m.order].order.source.path for m in quill.mentions} == {"b.txt", "c.txt"}


def test_a_bare_docket_number_means_the_citing_court() -> None:
    cited = (cite_docket("Wren v. Teal, No. 19-1234", case_name="Wren v. Teal", year=2019),)
    found = gather(make_order("a", citations=cited), make_order("b", court="ca9", citations=cited))
    assert [one.slug for one in found] == ["ca9-19-1234-2019", "cand-19-1234-2019"]
    assert {one.forms for one in found} == {("No. 19-1234",)}


def test_alternatives_of_a_doubtful_citation_are_kept() -> None:
    """Two orders of one docket on one day: it may be either, and leads to none."""
    cited = cite_docket("No. 5:31-cv-01234-ABC", court="cand", year=2031)
    archive = catalogue_orders(
        [
            make_order("a", dockets=(QUILL,), document="8"),
            make_order("b", dockets=(QUILL,), document="9", title="Second order"),
            make_order("c", case="Lark v. Finch", court="ca9", citations=(cited,)),
        ]
    )
    (quill,) = archive.authorities
    assert quill.link is not None
    assert quill.link.target is not LinkTarget.ARCHIVE
    assert len(quill.link.alternatives) == 2


def test_papers_that_are_no_orders_add_no_authority() -> None:
    def as_motion(one: Order) -> Order:
        claim = dataclasses.replace(one.description.is_order, value=False)
        description = dataclasses.replace(one.description, is_order=claim)
        return dataclasses.replace(one, description=description)

    calder = cite_calder("465 U.S. 783")
    only = cite_calder("433 F.3d 1199", name="Yahoo! Inc. v. La Ligue Contre Le Racisme")
    motion = as_motion(make_order("a", citations=(*calder, *only)))
    archive = catalogue_orders([motion, make_order("b", case="Lark v. Finch", citations=calder)])
    (found,) = archive.authorities
    assert len(found.mentions) == 1
    paper = next(one for one in archive.orders if one.order.source.path == "a.txt")
    assert paper.authorities == (0, None)


def test_the_record_is_no_authority_and_every_place_leads_to_its_authority() -> None:
    citations = (
        make_citation(K.RECORD, "Dkt. No. 7", entries=("7",)),
        *cite_calder("465 U.S. 783"),
        make_citation(K.ID, "Id.", antecedent="465 U.S. 783"),
        make_citation(K.ID, "Id.", antecedent=None),
        make_citation(K.STATUTE, "28 U.S.C. § 1331"),
    )
    authorities, (places,) = gather_authorities(
        [make_order("a", citations=citations)], [(None,) * 5], 10
    )
    named = [None if place is None else authorities[place].forms[0] for place in places]
    assert named == [None, "465 U.S. 783", "465 U.S. 783", None, "28 U.S.C. § 1331"]
    assert [one.kind for one in authorities] == [AuthorityKind.CASE, AuthorityKind.STATUTE]


FORMS = st.sampled_from(
    ["465 U.S. 783", "104 S. Ct. 1482", "433 F.3d 1199", "1 F.3d 1", "1 F. 3d 1", "2017 WL 1", "a"]
)
NAMES = st.sampled_from([None, CALDER, "Yahoo! Inc. v. La Ligue", "Lark v. Finch", "A v. B"])
CITATIONS = st.builds(
    lambda form, first, name, start: make_citation(
        K.CASE, form, authority=first, case_name=name, start=start
    ),
    FORMS,
    FORMS,
    NAMES,
    st.integers(0, 300),
)
PROVISIONS = st.builds(
    lambda form: make_citation(K.RULE, form),
    st.sampled_from(["L.R. 7", "L.R. 7(b)", "Fed. R. Civ. P. 12(b)(6)", "2", "code", "x", "(a)"]),
)
ORDERS = st.lists(st.lists(st.one_of(CITATIONS, PROVISIONS), max_size=8), min_size=1, max_size=5)


def show(archive: Archive) -> list[tuple[str, tuple[str, ...], list[tuple[str, int]]]]:
    return [
        (one.path, one.forms, [(archive.orders[m.order].address, m.citation) for m in one.mentions])
        for one in archive.authorities
    ]


@given(ORDERS, st.randoms(use_true_random=False))
def test_authorities_do_not_depend_on_the_order_of_the_orders(
    cited: list[list[Citation]], random: object
) -> None:
    orders = [
        make_order(f"o{n}", court=("cand", "cacd", "ca9")[n % 3], title=f"Order {n}",
              date=datetime.date(2031, 1, n + 1), case=f"Case {n}", citations=tuple(citations))
        for n, citations in enumerate(cited)
    ]  # fmt: skip
    forward = catalogue_orders(orders)
    random.shuffle(orders)  # type: ignore[attr-defined]
    assert show(forward) == show(catalogue_orders(orders))
    paths = [one.path for one in forward.authorities]
    assert len(paths) == len(set(paths))
    counted = [mention for one in forward.authorities for mention in one.mentions]
    assert len(counted) == len(set(counted))
    for place, one in enumerate(forward.authorities):
        assert one.mentions
        assert list(one.mentions) == sorted(one.mentions)
        assert all(forward.orders[m.order].authorities[m.citation] == place for m in one.mentions)
        assert not one.slug.isdecimal()  # an address of a list's further page
        assert len(one.slug) > 1  # that of a letter's list
        assert one.place == find_place(one) or "--" in one.place.anchor

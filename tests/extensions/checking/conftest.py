"""An archive of fictional orders to check against."""

import pytest

from build_scripts.archive import catalogue_orders
from build_scripts.convert.order import convert_order
from build_scripts.extensions.checking.citations import CitationIndex
from build_scripts.model.archive import Archive
from build_scripts.model.raw_order import RawOrder
from build_scripts.site.data.json_lines import write_authorities_json
from build_scripts.site.search_engine import SearchEngine, open_archive_search

_HEAD = """
                      UNITED STATES DISTRICT COURT
                     NORTHERN DISTRICT OF CALIFORNIA

{name},
               Plaintiff,                     Case No. {number}
        v.
OSTRICH SUPPLY COMPANY,
               Defendant.

                 ORDER GRANTING MOTION TO COMPEL

"""
_ONE = """    Heron asks for the ledgers that Ostrich keeps of its Tucson warehouse.  Ostrich answers
that the ledgers are privileged.  The privilege protects what a client tells a lawyer in
confidence, and it does not protect the ledgers of a warehouse, however often a lawyer may have
read them.1

    A party that resists discovery must say why.  “Boilerplate objections, such as those here,
are the same as none at all.”  Wren v. Finch, 433 F.3d 1199, 1206 (9th Cir. 2006).

    The motion is GRANTED.  Ostrich must hand over its good-faith estimates within seven days.

_______________
1 The ledgers were read by four lawyers, none of whom was asked for advice.
\f    A naïve reader of Rule 26 may think otherwise.  The Court does not.

    Heron values the ledgers at $1.2 million, some 4.5% of what it sold, or $1,000 a shelf.  The
guard looks at them every 2-3 hours.  He has read pages 25–35, 40 and 52 since March 4,
2019.  12 pages were lost, and .08 of an inch of each is torn. Its freezers
stay at −4.5 degrees, never at 12 – 15.

    IT IS SO ORDERED.

Dated: March 4, 2024
                                              Jane Q. Roe
                                              United States District Judge
"""
_TWO = """    Quill moves to compel answers.  A party that resists discovery must say why, and Ostrich
says nothing at all of it.  Heron Realty v. Ostrich Supply Co., No. 3:24-cv-00123 (N.D. Cal. Mar.
4, 2024); Wren v. Finch, 433 F.3d 1199 (9th Cir. 2006).  A transfer under 28 U.S.C. § 1404(b) is another matter.
Twice over, 28 U.S.C. § 1404(b) does not help.

    The motion is GRANTED.

Dated: May 6, 2024
                                              Jane Q. Roe
                                              United States District Judge
"""


@pytest.fixture(scope="session")
def archive() -> Archive:
    """Two orders of one court."""
    texts = {
        "heron.txt": _HEAD.format(name="HERON REALTY", number="3:24-cv-00123-JQR") + _ONE,
        "quill.txt": _HEAD.format(name="QUILL PRESS", number="3:24-cv-00456-JQR") + _TWO,
    }
    return catalogue_orders(
        [convert_order(RawOrder.from_bytes(path, text.encode())) for path, text in texts.items()]
    )


@pytest.fixture(scope="session")
def citation_index(archive: Archive) -> CitationIndex:
    authorities = b"".join(write_authorities_json(archive))
    return CitationIndex(open_archive_search(archive), lambda: authorities)


@pytest.fixture(scope="session")
def search(citation_index: CitationIndex) -> SearchEngine:
    return citation_index.search

"""Street addresses that a text calls somebody's home: Fed. R. Crim. P. 49.1(a)(5)."""

import re

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern import Pattern
from build_scripts.redacting.private.private_words import Detector

_HOME = Pattern(
    r"""
    \b(?: resid(?:es?|ed|ing|ences?) | lives | lived | living | homes? | house | dwelling
        | apartment | home[ ]address ) \b
    [^.;\d]{0,40}? [ :]
    (?P<private> \d{1,6}[A-Z]? [ ] (?:[NSEW]\.?[ ]|(?:North|South|East|West)[ ])?
      (?:\d{1,3}(?:st|nd|rd|th)[ ]|[A-Z][\w.'’-]*[ ]){1,4}
      (?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Way|Place|Pl
        |Circle|Cir|Terrace|Trail|Parkway|Pkwy|Highway|Hwy|Loop|Square|Alley|Row)\b\.?
      (?:,?[ ](?:Apt|Apartment|Unit|Suite|\#)\.?[ ]?[\w-]{1,6})? )
    """,
    re.VERBOSE,
    accepts=[
        "resides at 12 Harrow Lane, Apt. 3",
        "his home at 1200 N. Vale Street",
        "residence located at 7 Mill Road",
    ],
    refuses=[
        "resides in Oakhurst",
        "offices at 12 Harrow Lane",
        "resides there. The shop is at 12 Harrow Lane",
        "his home, 12 miles from Harrow Lane",
    ],
)

# The caller checks whether the case is criminal.
HOME_ADDRESSES = (Detector(PrivateKind.HOME_ADDRESS, _HOME),)

"""Orders of a few lines, each of a case of its own: for archives of which only the number matters."""

from pathlib import Path

_MOTIONS = ("DISMISS", "COMPEL", "REMAND", "SEAL", "STAY DISCOVERY")
ORDER = """\
SPECIMEN: a fictional order.

UNITED STATES DISTRICT COURT
DISTRICT OF OREGON

QUILL PRESS NO. {number}, INC.,
Plaintiff,
v.
HARBOR LIGHT BOOKS LLC,
Defendant.

Case No. 3:{year}-cv-{number:05}-TVB

ORDER DENYING MOTION TO {motion}

Defendant moves. Dkt. No. {entry}. A complaint must state a claim that is plausible on its face.
Ashcroft v. Iqbal, 556 U.S. 662, {page} (2009). See also Quill Press No. {before}, Inc. v. Harbor
Light Books LLC, No. 3:{year}-cv-{before:05}-TVB (D. Or.). The motion is DENIED.

IT IS SO ORDERED.

Dated: August {day}, 20{year}

THEODORA V. BRANDT
United States District Judge
"""


def write_orders(folder: Path, first: int, end: int) -> None:
    """Write the short orders of numbers `first` to `end`, each of a case of its own."""
    folder.mkdir(exist_ok=True)
    for number in range(first, end):
        text = ORDER.format(
            number=number + 100,
            before=number + 99,
            year=10 + number % 12,
            motion=_MOTIONS[number % len(_MOTIONS)],
            entry=number % 90 + 3,
            page=662 + number % 20,
            day=number % 28 + 1,
        )
        (folder / f"{number:05}.txt").write_text(text)

"""The result of one file of the orders folder."""

from dataclasses import dataclass

from build_scripts.model.order import Order
from build_scripts.model.withholding import WithheldOrder
from build_scripts.problems import Finding


@dataclass(frozen=True, slots=True)
class ConvertedFile:
    """The order of one file, or those of a ZIP archive, and the findings on them.

    `withheld` are the orders that corrections keep off the site. `seen` are the paths that
    corrections can belong to. `made_from` distinguishes the bytes of the file and of its
    corrections from all others; "" if it could not be read.
    """

    path: str
    orders: tuple[Order, ...] = ()
    findings: tuple[Finding, ...] = ()
    withheld: tuple[WithheldOrder, ...] = ()
    seen: tuple[str, ...] = ()
    made_from: str = ""

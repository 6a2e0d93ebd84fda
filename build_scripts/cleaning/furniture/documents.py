"""Where another document of the docket begins in the same file, by the stamps on its pages."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from build_scripts.cleaning.lines import Line
from build_scripts.model.clean_order import EcfStamp


def number_documents(lines: Sequence[Line], stamps: Mapping[int, EcfStamp]) -> list[Line]:
    """Give every line the number of the docket document that its page is stamped as.

    Only the stamps of the docket that most pages name count; lines before the first stamp belong
    to its document. Lines have no number where all pages are one document, and where a number
    comes back after another (two stamps on each page: an order that was filed again).
    """
    dockets = Counter(stamp.docket_number for stamp in stamps.values())
    if not dockets:
        return list(lines)
    docket = dockets.most_common(1)[0][0]
    numbers: dict[int, str] = {}
    before = -1
    for index, stamp in sorted(stamps.items()):
        # An order on a party's form bears two stamps: its own above the form's.
        filled = before < 0 or any(not line.blank for line in lines[before + 1 : index])
        if filled and stamp.docket_number == docket and stamp.document_number:
            numbers[index] = stamp.document_number
        before = index
    runs = [number for number, _ in groupby(numbers.values())]
    if len(runs) < 2 or len(set(runs)) < len(runs):
        return list(lines)
    by_page: dict[int, str] = {}
    for index, number in numbers.items():
        by_page.setdefault(lines[index].page, number)
    current, page = runs[0], 0
    numbered = []
    for index, line in enumerate(lines):
        if line.page != page:  # one without a stamp belongs to the document of the page before it
            page, current = line.page, by_page.get(line.page, current)
        current = numbers.get(index, current)  # text without pages: each stamp begins one
        numbered.append(replace(line, document=current))
    return numbered

"""One spelling for what labels and orders print alike: "79 L.Ed.2d 804", "Dkt. 7" and "ECF No. 7".

Independent of the program's own normal forms: letters and digits, and a few names of one thing.
"""

import re
from collections.abc import Iterator

# Old and long names of reporters → the one that the program writes.
_REPORTERS = (
    (r"\bSup\.?\s?Ct\.?\s?Rep\.?", "S. Ct."),
    (r"\bS\.?\s?W\.?\s?Rep\.?", "S.W."),
    (r"\bFed\.?\s?Appx\.?", "F. App'x"),
    (r"\bApp\.?\s?Div\.?", "A.D."),
    (r"\bFed\.?\s?Reg\.?", "Fed. Reg."),
)
# Codes and rules under all the names that orders print → one.
_CODES = (
    (r"\d* ?U\.?\s?S\.?\s?C\.?A?\.?(?:\s?App\.?)?", None),
    (r"(?:F\.\s?R\.|Fed(?:eral|\.)?\s?R(?:ules?|\.)(?:\sof)?)\s?Civ(?:il|\.)?\s?P(?:roc(?:edure|\.)?|\.)", "frcp"),
    (r"(?:F\.\s?R\.|Fed(?:eral|\.)?\s?R(?:ules?|\.)(?:\sof)?)\s?Crim(?:inal|\.)?\s?P(?:roc(?:edure|\.)?|\.)", "frcrp"),
    (r"Fed(?:eral|\.)?\s?R(?:ules?|\.)(?:\sof)?\s?App(?:ellate|\.)?\s?P(?:roc(?:edure|\.)?|\.)", "frap"),
    (r"Fed(?:eral|\.)?\s?R(?:ules?|\.)(?:\sof)?\s?Evid(?:ence|\.)?", "fre"),
    (r"General\sOrder(?:\sNos?\.)?", "generalorder"),
    (r"(?:Sixth|6th)CircuitR", "ca6r"),
    (r"(?:Ninth|9th)CircuitR", "ca9r"),
    (r"Cal(?:ifornia|\.)?\s?Penal\sCode|CIPA", "calpenalcode"),
)  # fmt: skip
_LOCAL = (
    r"^(?:(?:[A-Z]\.)?D\.\s?\w+\.?\s)?(?:(?:Civil|Civ\.|Crim\.|Criminal|ADR)\s?)?"
    r"(?:L\.?\s?R\.|Local(?:\sCivil)?\sRules?)\s?"
)
_CIRCUIT = r"^(?P<number>Sixth|Ninth|\dth)\sCir(?:cuit|\.)\sR(?:ule|\.)\s?"
_NUMBER = r"\d[\w.:-]*(?:\s?\([0-9A-Za-z]{1,5}\)®?)*"
_RECORD = re.compile(
    r"^\[?(?:(?:CM/)?ECF|Dkt|Docket|R\. Doc|Docs?|Paper|#|D\.?E)\.?\s?(?:Nos?\.?|#)?\s?#?"
    r"(?P<entry>\d{1,5}(?:-\d{1,3})?)\]?$"
)


def squeeze(text: str) -> str:
    """Letters and digits alone, lower case."""
    return re.sub(r"[\W_]", "", text.lower())


def fold_case(citation: str) -> str:
    """A case citation without punctuation, its reporter under one name."""
    for pattern, name in _REPORTERS:
        citation = re.sub(pattern, f" {name} ", citation)
    return squeeze(citation)


def fold_provisions(printed: str) -> Iterator[str]:
    """Each provision that a citation of codes or rules names: "18 U.S.C. §§ 1, 2" has two.

    A rule without its set folds to its number alone: "12b6"; so do sections.
    """
    text = re.sub(r"^§(?=\d+ U)", "", printed)
    text = re.sub(r"(\d+ U\.S\.C\.) (\d)", r"\1 § \2", text)
    text = re.sub(_LOCAL, "L.R. ", text)
    text = re.sub(_CIRCUIT, r"\g<number>CircuitR ", text)
    text = re.sub(r",?\s?et\.? seq\.?", "", text).replace("(l)", "(1)").replace("®", "(i)")
    text = re.sub(r"^(?:Rules?|R\.)\s(.*)\sof the (Fed.*)$", r"\2 \1", text)
    head = re.match(r"(?P<code>.*?)\s?(?:§+|[Ss]ections?|\bs{1,2}(?=\s\d)|[Pp]ts?\.|Rules?)?\s?"
                    rf"(?P<list>{_NUMBER}(?:(?:,? (?:and|&) |, | and ){_NUMBER})*)(?:, [Aa]pp\..*|, Supp.*)?$", text)  # fmt: skip
    if head is None:
        yield squeeze(text)
        return
    code = _fold_code(head["code"].strip(" ,"))
    for number in re.findall(_NUMBER, head["list"]):
        yield f"{code}:{squeeze(number.rstrip('.'))}"


def _fold_code(code: str) -> str:
    for pattern, name in _CODES:
        if name and re.fullmatch(rf"{pattern},?", code):
            return name
    return squeeze(code)


def fold_authority(printed: str) -> frozenset[str]:
    """What an antecedent's label, or the program's answer, may be compared by."""
    entry = _RECORD.match(printed.strip())
    if entry:
        return frozenset({f"entry {entry['entry']}"})
    printed = re.sub(r"(Rep\. No\. .*) \(\d{4}\)$", r"\1", printed)
    folded = {fold_case(printed)}
    if re.search(r"§|U\.?S\.?C|C\.F\.R|R\. |Rule", printed):
        folded |= set(fold_provisions(printed))
    return frozenset(folded)

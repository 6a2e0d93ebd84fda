"""Whether a PDF has form XObjects or tiling patterns: pieces of drawing that are repeated.

Ten forms that each call the next ten times make PDFium draw for years, as does a pattern whose
tiles are a thousandth of a point apart; text inside forms is counted by nothing that is asked of
the page. Court papers hardly have any.
"""

from build_scripts.model.text.pattern import Pattern

# A name may be written with its letters' codes.
FORM = Pattern(
    rb"/Subtype\s{0,20}/(?:Form\b|[^\s/<>\[\]()]{0,20}#)|/PatternType\b",
    accepts=[b"/Subtype /Form", b"/Subtype/Form>>", b"/Subtype/F#6Frm", b"/PatternType 1"],
    refuses=[b"/Subtype/FormField", b"/Subtype/Image", b"/FormType 1", b"/Pattern 5 0 R"],
)


def has_forms(data: bytes) -> bool:
    """Return whether the file has form XObjects or patterns; their dictionaries are unpacked."""
    return FORM.search(data) is not None

"""Whether a PDF has form XObjects: pieces of drawing that a page calls, and that call others.

Ten forms that each call the next ten times make PDFium draw for years, and text inside them is
counted by nothing that is asked of the page. Court papers hardly have any.
"""

from build_scripts.model.text.pattern import Pattern

# A name may be written with its letters' codes.
FORM = Pattern(
    rb"/Subtype\s{0,20}/(?:Form\b|[^\s/<>\[\]()]{0,20}#)",
    accepts=[b"/Subtype /Form", b"/Subtype/Form>>", b"/Subtype/F#6Frm"],
    refuses=[b"/Subtype/FormField", b"/Subtype/Image", b"/FormType 1"],
)


def has_forms(data: bytes) -> bool:
    """Return whether the file has form XObjects, without opening it.

    A form is a stream, and the dictionary of a stream is never packed.
    """
    return FORM.search(data) is not None

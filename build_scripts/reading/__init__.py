"""Raw bytes in, pages of lines out: one file a form.

A reader keeps what its form knows (place, style, headings) and decides nothing about furniture;
that is cleaning's work.
"""

from build_scripts.model.raw_order import RawOrder
from build_scripts.model.source_text import SourceFormat, SourceText
from build_scripts.problems import UnreadableOrderError
from build_scripts.reading.correspondence import refuse_correspondence
from build_scripts.reading.encodings import decode_text
from build_scripts.reading.file_words import add_file_words
from build_scripts.reading.forms import HTML, JSON, detect_form, is_pdf, refuse_foreign_form
from build_scripts.reading.layout_text import read_layout_text
from build_scripts.reading.markdown_text import read_markdown_text
from build_scripts.reading.unseen import drop_unseen
from build_scripts.reading.word_forms import detect_word_form

MOST_CHARACTERS = 20_000_000  # of all lines; 500 printed pages have some 1.5 million


def read_order(raw: RawOrder) -> SourceText:
    """Read a raw order of any form. Detect the form from the content, never from the name.

    Raises UnreadableOrderError, with a finding that names the next step, for an empty file, a form
    that is not read yet, bytes that are no text, mail, and more than MOST_CHARACTERS of text.
    """
    source = add_file_words(drop_unseen(_read_form(raw)), raw.data)
    refuse_correspondence(raw.path, source)
    if sum(len(line.text) for page in source.pages for line in page.lines) > MOST_CHARACTERS:
        message = f"Its text has more than {MOST_CHARACTERS:,} characters."
        raise UnreadableOrderError.of(raw.path, message, "Split it: one order a file.")
    return source


def _read_form(raw: RawOrder) -> SourceText:
    """Read by the form's own reader; those that need libraries are loaded with their first file."""
    if word_form := detect_word_form(raw.data):
        from build_scripts.reading.word import read_word

        return read_word(raw, word_form)
    refuse_foreign_form(raw)
    if is_pdf(raw.data):
        from build_scripts.reading.pdf import read_pdf

        return read_pdf(raw)
    decoded, encoding = decode_text(raw)
    if HTML.match(decoded):
        from build_scripts.reading.html import read_html

        return read_html(decoded, encoding, raw.path)
    if JSON.match(decoded):
        from build_scripts.reading.service_json import read_json

        return read_json(decoded, encoding, raw.path)
    form = detect_form(decoded)
    if form is SourceFormat.MARKDOWN:
        return read_markdown_text(decoded, encoding)
    return read_layout_text(decoded, encoding, form)

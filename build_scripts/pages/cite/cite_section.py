"""The section of an order's page that says how to cite it."""

from html import escape

from build_scripts.i18n import t
from build_scripts.model.archive import ArchivedOrder
from build_scripts.pages.cite.bibtex import name_key
from build_scripts.pages.cite.bluebook import cite_bluebook
from build_scripts.pages.cite.citation import read_citation
from build_scripts.pages.cite.cite_files import (
    BIBTEX,
    BLUEBOOK,
    CSL,
    RIS,
    address_order,
    write_forms,
)
from build_scripts.pages.markdown_text import escape_url
from build_scripts.pages.wording import join_with_or

ANCHOR = "cite-this-order"
_SHOWN = {BIBTEX: "BibTeX", RIS: "RIS", CSL: "CSL-JSON"}


def render_cite_section(archived: ArchivedOrder, site_url: str = "") -> str:
    """Return the section: the Bluebook citation, the other forms folded, and all as downloads.

    The page's script adds copy buttons and keeps the pin at the page of what a reader has
    selected; without it everything can be read, selected and saved.
    """
    citation = read_citation(archived)
    bluebook = cite_bluebook(citation)
    forms = write_forms(citation, address_order(archived, site_url))
    pin = (
        f'<span class="cite-pin" data-lead="{escape(bluebook.pin_lead)}" '
        f'data-first-page="{citation.first_page}"></span>'
        if bluebook.pin_lead
        else ""
    )
    folder = escape_url(archived.address.rpartition("/")[2])
    saved = name_key(archived.address).replace(":", "-")
    links = (
        f'[{label}]({folder}/{name}){{download="{saved}.{name.rpartition(".")[2]}"}}'
        for name, label in ({BLUEBOOK: "Bluebook"} | _SHOWN).items()
    )
    parts = [
        f"## {t('cite.title')} {{#{ANCHOR} data-search-exclude}}",
        f"{bluebook.to_markdown(pin)}\n{{: .cite-text }}",
        _note_missing(citation.missing),
        "\n".join(
            [
                '<details class="cite-forms"><summary>BibTeX, RIS, CSL-JSON</summary>',
                *(_fold(label, forms[name]) for name, label in _SHOWN.items()),
                "</details>",
            ]
        ),
        f"{t('cite.download', files=', '.join(links))}\n{{: .cite-files }}",
    ]
    return "\n\n".join(part for part in parts if part)


def _note_missing(missing: tuple[str, ...]) -> str:
    if not missing:
        return ""
    words = t("cite.missing", facts=join_with_or(missing))
    return f"{words}\n{{: .cite-missing }}"


def _fold(label: str, text: str) -> str:
    """Return one form's text, each line of it shown as it is."""
    shown = escape(text.replace("\r\n", "\n").rstrip("\n"), quote=False)
    return (
        f'<p class="cite-label">{label}</p>\n'
        f'<pre class="cite-form" tabindex="0" role="region" aria-label="{label}">{shown}</pre>'
    )

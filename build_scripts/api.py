"""What extensions may import: they know nothing else of the program."""

import sqlite3
from collections.abc import Callable, Iterator
from functools import partial

from build_scripts.archive.authorities import name_section
from build_scripts.archive.docket_key import DocketKey, key_of_docket_number, read_docket_key
from build_scripts.archive.doubts import Doubt, list_doubts
from build_scripts.archive.storage.atomic import write_atomically
from build_scripts.archive.storage.corrections_folder import (
    attach_corrections,
    locate_corrections,
    read_corrections_file,
    remove_corrections_file,
    write_corrections_file,
)
from build_scripts.archive.storage.new_orders import index_orders
from build_scripts.archive.storage.orders_folder import LARGEST as LARGEST_ORDER
from build_scripts.archive.storage.orders_folder import (
    list_order_paths,
    locate_file,
    read_loose_file,
    read_raw_order,
)
from build_scripts.archive.storage.provenance_files import (
    iter_provenance,
    read_provenance_file,
    write_provenance_file,
)
from build_scripts.archive.storage.publication_log import OwnLog, read_log
from build_scripts.citing import cite_order
from build_scripts.cleaning import clean_order
from build_scripts.cli.config_option import config_option
from build_scripts.cli.correction_draft import open_corrections
from build_scripts.cli.link_check import read_secret, read_token
from build_scripts.cli.opening import (
    open_archive,
    open_archive_here,
    read_archive,
    with_archive,
)
from build_scripts.cli.registry import load_extension
from build_scripts.convert.order import convert_order
from build_scripts.describing import (
    NO_CORRECTIONS,
    Corrections,
    MistakeError,
    add_withholding,
    edit_corrections,
    read_corrections,
    read_withholdings,
    write_settings,
)
from build_scripts.describing.corrections.template import write_record, write_typed
from build_scripts.describing.corrections.yaml_text import read_plain
from build_scripts.describing.rivals import Rival, list_rivals
from build_scripts.describing.tagging import read_again
from build_scripts.model.archive import Archive, Facet
from build_scripts.model.citation import BACK_REFERENCES, Citation, CitationKind
from build_scripts.model.clean_order import BlockKind, CleanOrder
from build_scripts.model.description import (
    FIELDS,
    Outcome,
    Party,
    PartyRole,
    Qualifier,
    Ruling,
    Span,
    read_field,
)
from build_scripts.model.law.court_table import find_known_court, load_courts_by_id
from build_scripts.model.law.docket_numbers import parse_docket_number
from build_scripts.model.law.states import STATES
from build_scripts.model.order import Order
from build_scripts.model.page import SiteChoices
from build_scripts.model.partial_date import parse_any_date
from build_scripts.model.provenance import NOTHING_SAID, NOTICE, Origin, read_origins, write_origins
from build_scripts.model.publication_log import COLUMNS as LOG_COLUMNS
from build_scripts.model.publication_log import (
    Checkpoint,
    LogLine,
    Tile,
    find_breaks,
    find_place,
    find_root,
    hash_leaf,
    join_digests,
    make_checkpoint,
    parse_checkpoint,
    parse_line,
)
from build_scripts.model.raw_order import RawOrder, SideFile
from build_scripts.model.redaction import Policies
from build_scripts.model.source_text import ExternalFacts, SourceFormat
from build_scripts.model.text.dates import iterate_dates
from build_scripts.model.text.deadline import Deadline, check_time
from build_scripts.model.text.folding import print_line
from build_scripts.model.text.name_case import is_capitals, to_normal_case
from build_scripts.model.text.numbers import count
from build_scripts.model.text.os_errors import describe_os_error, with_filename
from build_scripts.model.text.pattern import Pattern
from build_scripts.model.text.pattern_table import read_patterns
from build_scripts.model.text.placeholders import find_placeholder
from build_scripts.model.text.sentences import split_sentences
from build_scripts.model.withholding import WithheldPart, Withholding, Words
from build_scripts.pages.accessibility_page import view_accessibility
from build_scripts.pages.archive_index import ArchiveIndex, build_index
from build_scripts.pages.correction_words import tell_value, tell_values
from build_scripts.pages.formatting import name_order
from build_scripts.pages.i18n import speaking, t, t_html, term
from build_scripts.problems import (
    ArchiveError,
    ExitCode,
    FindingCode,
    MissingExtraError,
    UnreadableOrderError,
    WithheldOrderError,
    require_extra,
)
from build_scripts.reading import read_order
from build_scripts.reading.archive_zip import expand_archive
from build_scripts.reading.external.program import (
    MissingProgramError,
    Program,
    ProgramFailedError,
    run_program,
)
from build_scripts.reading.html import is_too_nested
from build_scripts.reading.pdf.pictures import draw_page
from build_scripts.reading.service_json.json_object import (
    JsonObject,
    read_date,
    read_objects,
    read_string,
    read_strings,
)
from build_scripts.reading.word.xml_tree import Element, UnreadableXmlError, parse_xml
from build_scripts.redacting.candidates import find_passage
from build_scripts.search.case_names import fold_words, is_extra, name_token, shorten_name
from build_scripts.search.key_tokens import OWN as OWN_KEY
from build_scripts.search.key_tokens import (
    find_keys,
    list_authority_keys,
    list_docket_keys,
    plain_signs,
)
from build_scripts.search.recognised import compact
from build_scripts.site.adding import judge_place, place_order
from build_scripts.site.data.archive_database import fill_database, list_all_rows
from build_scripts.site.data.json_lines import write_authorities_json
from build_scripts.site.data.passages import name_passages, write_passages
from build_scripts.site.data.publication import CHECKPOINT, TREE, read_state, write_state
from build_scripts.site.data.publication import LOG as PUBLICATION_LOG
from build_scripts.site.data.publication import MEMBER as PROOF
from build_scripts.site.data.publication import ROOTS as TREE_ROOTS
from build_scripts.site.data.publication import WITHHELD as WITHHELD_DATA
from build_scripts.site.data.record import make_record
from build_scripts.site.data_writer import AUTHORITIES
from build_scripts.site.database_file import digest_folder, read_packed
from build_scripts.site.manifest import (
    FileChanges,
    compare_files,
    hash_site,
    read_made_from,
    read_manifest,
)
from build_scripts.site.own_address import HERE, REFUSAL, listen
from build_scripts.site.package_templates import open_templates
from build_scripts.site.pipeline import build_archive, convert_folder
from build_scripts.site.published.order_page import Passage, PublishedPage
from build_scripts.site.published.site import PublishedSite
from build_scripts.site.published.site_files import open_files
from build_scripts.site.search_engine import (
    Excerpt,
    Hit,
    SearchEngine,
    Sort,
    open_archive_search,
    open_site_search,
)
from build_scripts.site.settings import ArchiveSettings, find_today
from build_scripts.site.templates import drop_controls
from build_scripts.site.web.courtlistener_api import Service
from build_scripts.site.web.http_client import (
    GoneError,
    Host,
    RefusedError,
    Reply,
    ServiceError,
    UnavailableError,
    WrongAnswerError,
    is_safe,
    send,
    take_reply,
)
from build_scripts.site.web.patience import PATIENT, Pacing, PausedError, ask_patiently, say_time


def read_index(settings: ArchiveSettings) -> ArchiveIndex:
    """Convert the archive's orders and index them, as the site lists them. Raises ArchiveError."""
    return build_index(read_archive(settings))


def open_search(settings: ArchiveSettings) -> tuple[SearchEngine, Callable[[], bytes]]:
    """Open the archive's search: that of the built site if it is up to date, otherwise one made of
    the orders. Return it with a function that loads authorities.json.
    """
    folder, site = settings.orders, settings.site_dir
    key = read_log(settings.publication_log).key
    built = open_site_search(site, folder, key) if folder.is_dir() else None
    if built is not None:
        return built, partial(read_packed, site, AUTHORITIES)
    archive = read_index(settings).archive
    return open_archive_search(archive), lambda: b"".join(write_authorities_json(archive))


def read_document(raw: RawOrder) -> CleanOrder:
    """Read and clean a document of any form: without line numbers, stamps and running heads."""
    return clean_order(read_order(raw))


def find_alternatives(order: Order, field: str) -> tuple[Rival, ...]:
    """Return other values of a field, likeliest first: rejected ones, the second reader's."""
    court = order.description.court
    second = read_again(order.pages, order.clean, court.value.name if court else None)
    others = (claim for name, claim in second.claims.items() if name == field)
    return list_rivals(order.clean, order.description, field, others)


def fill_tables(connection: sqlite3.Connection, index: ArchiveIndex, site_url: str) -> None:
    """Create and fill the tables of `archive.sqlite` in an empty database."""
    fill_database(connection, index, list_all_rows(index, site_url))


def iter_passages(index: ArchiveIndex, site_url: str) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield for each listed order the name of the file for its passages, and their lines."""
    for archived in map(index.order, index.list_orders()):
        record = make_record(archived, site_url)
        yield name_passages(record), write_passages(archived, record)

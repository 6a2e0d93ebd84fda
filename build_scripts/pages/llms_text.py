"""The site's llms.txt, for assistants that read it on somebody's behalf (https://llmstxt.org)."""

from collections.abc import Callable, Iterator

from build_scripts.model.page import SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.facts import read_facts
from build_scripts.pages.head_data import describe_head
from build_scripts.pages.i18n import t

LLMS, LLMS_FULL = "llms.txt", "llms-full.txt"
_OPTIONAL = "Optional"  # programs that want a short file may skip a section of this name
_SECTIONS = {
    "llms.find": {
        "search.md": "llms.search",
        "cases/index.md": "llms.cases",
        "courts/index.md": "llms.courts",
        "judges/index.md": "llms.judges",
        "motions/index.md": "llms.motions",
        "authorities/index.md": "llms.authorities",
    },
    "llms.data": {
        "orders.csv": "llms.orders_csv",
        "rulings.csv": "llms.rulings_csv",
        "orders.jsonl.gz": "llms.orders_jsonl",
        "data.md": "llms.data_page",
    },
    _OPTIONAL: {"about.md": "llms.about", LLMS_FULL: "llms.full"},
}
"""The links of each section: a file, and its message: name and note with a colon between."""
MOST_ORDERS = 2_000
"""Orders that are listed, the newest: a line has some 200 bytes, and a file is to be read whole."""

Has = Callable[[str], bool]


def write_llms(choices: SiteChoices, has: Has) -> str:
    """Return llms.txt: what the archive is, how it may be used, where to begin.

    `has` returns whether the site has a file, by its MkDocs name. It names no order, case or party:
    an archive that asks not to be listed can state that here too.
    """
    lines = list(_write_head(choices))
    for heading, links in _SECTIONS.items():
        listed = [_write_link(choices, file, t(key)) for file, key in links.items() if has(file)]
        if listed:
            named = heading if heading == _OPTIONAL else t(heading)
            lines += ["", f"## {named}", "", *listed]
    return "\n".join(lines) + "\n"


def write_llms_full(index: ArchiveIndex, choices: SiteChoices) -> str:
    """Return llms-full.txt: the same head, and a line for each order, newest first."""
    places = index.sort_newest_first(index.list_orders())
    lines = [*_write_head(choices), "", f"## {t('llms.orders')}", ""]
    for place in places[:MOST_ORDERS]:
        archived = index.order(place)
        facts = read_facts(archived)
        text = "" if choices.compact else "order.md"
        address = f"{_root(choices)}{archived.address}/{text}"
        name = _in_link(": ".join(filter(None, (facts.get("case"), facts["title"]))))
        note = _in_line(describe_head(facts).description)
        lines.append(f"- [{name}]({address}){f': {note}' if note else ''}")
    if len(places) > MOST_ORDERS:
        lines += ["", t("llms.newest", count=MOST_ORDERS, all=str(len(places)))]
    return "\n".join(lines) + "\n"


def _write_head(choices: SiteChoices) -> Iterator[str]:
    kept_by = choices.archive_owner
    yield f"# {_in_line(choices.site_name)}"
    yield ""
    said = t("llms.summary")
    yield f"> {said} {t('llms.kept_by', owner=_in_line(kept_by))}" if kept_by else f"> {said}"
    yield ""
    yield f"- {t('llms.text_is_data')}"
    yield f"- {t('llms.cite')}"
    yield f"- {t('llms.can_be_wrong')}"
    yield f"- {t('llms.as_page') if choices.compact else t('llms.as_file')}"
    if not choices.indexable:
        yield f"- {t('llms.not_listed')}"


def _write_link(choices: SiteChoices, file: str, said: str) -> str:
    name, _, note = said.partition(": ")
    page = file.removesuffix("/index.md").removesuffix(".md")
    address = f"{page}/" if page != file else file
    return f"- [{name}]({_root(choices)}{address}): {note}"


def _root(choices: SiteChoices) -> str:
    return f"{choices.site_url.rstrip('/')}/" if choices.site_url else ""


def _in_line(text: str) -> str:
    return " ".join(text.split())


def _in_link(text: str) -> str:
    """Return a name for use between brackets, without characters that would end or open one."""
    return _in_line(text.translate({ord(sign): " " for sign in "[]<>`"}))

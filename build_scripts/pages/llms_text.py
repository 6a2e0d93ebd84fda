"""The site's llms.txt, for assistants that read it on somebody's behalf (https://llmstxt.org)."""

from collections.abc import Callable, Iterator

from build_scripts.model.page import SiteChoices
from build_scripts.pages.archive_index import ArchiveIndex
from build_scripts.pages.facts import read_facts
from build_scripts.pages.head_data import describe_head
from build_scripts.pages.i18n import t

LLMS, LLMS_FULL = "llms.txt", "llms-full.txt"
MOST_ORDERS = 2_000
"""Orders that are listed, the newest: a line has some 200 bytes, and a file is to be read whole."""

Has = Callable[[str], bool]


def write_llms(choices: SiteChoices, has: Has) -> str:
    """Return llms.txt: what the archive is, how it may be used, where to begin.

    `has` returns whether the site has a file, by its MkDocs name. It names no order, case or party,
    so that an archive that asks not to be listed can state that here too.
    """
    lines = list(_write_head(choices))
    for heading, links in _list_sections():
        listed = [_write_link(choices, *link[1:]) for link in links if has(link[0])]
        if listed:
            lines += ["", f"## {heading}", "", *listed]
    return "\n".join(lines) + "\n"


def _list_sections() -> Iterator[tuple[str, tuple[tuple[str, str, str], ...]]]:
    """Yield the links of each section: file, address, and name and note with a colon between."""
    yield (
        t("llms.find"),
        (
            ("search.md", "search/", t("llms.search")),
            ("cases/index.md", "cases/", t("llms.cases")),
            ("courts/index.md", "courts/", t("llms.courts")),
            ("judges/index.md", "judges/", t("llms.judges")),
            ("motions/index.md", "motions/", t("llms.motions")),
            ("authorities/index.md", "authorities/", t("llms.authorities")),
        ),
    )
    yield (
        t("llms.data"),
        (
            ("orders.csv", "orders.csv", t("llms.orders_csv")),
            ("rulings.csv", "rulings.csv", t("llms.rulings_csv")),
            ("orders.jsonl.gz", "orders.jsonl.gz", t("llms.orders_jsonl")),
            ("data.md", "data/", t("llms.data_page")),
        ),
    )
    # Programs that want a short file may skip a section of this name, in English.
    yield (
        "Optional",
        (
            ("about.md", "about/", t("llms.about")),
            (LLMS_FULL, LLMS_FULL, t("llms.full")),
        ),
    )


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


def _write_link(choices: SiteChoices, address: str, said: str) -> str:
    name, _, note = said.partition(": ")
    return f"- [{name}]({_root(choices)}{address}): {note}"


def _root(choices: SiteChoices) -> str:
    return f"{choices.site_url.rstrip('/')}/" if choices.site_url else ""


def _in_line(text: str) -> str:
    return " ".join(text.split())


def _in_link(text: str) -> str:
    """Return a name for use between brackets, without characters that would end or open one."""
    return _in_line(text.translate({ord(sign): " " for sign in "[]<>`"}))

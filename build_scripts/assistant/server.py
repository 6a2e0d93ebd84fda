"""The tools, as the Model Context Protocol offers them to an assistant."""

import json
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from pydantic import Field

from build_scripts.assistant.answers import (
    answer_check_citations,
    answer_check_quote,
    answer_cited_by,
    answer_read,
    answer_rulings,
    answer_search,
    answer_similar,
)
from build_scripts.assistant.sizes import LARGEST, SMALL
from build_scripts.i18n import t
from build_scripts.problems import ArchiveError
from build_scripts.published.site import PublishedSite

_INSTRUCTIONS = """\
An archive of judicial orders, read from its published files. {notice}
Cite an order by `citation`, a page of it by `cite_a_page_as`, and give the address: it leads to the
paragraph. Quote only what a tool returned. An answer with "partial": true goes on: ask again with
`start` set to its `next`. Values such as outcomes were read by a program; compare the words at
`address` before you rely on one."""

_MEMO = """\
Write a short memo on this question from the orders of this archive alone: {question}

Search first, with several wordings; read the passages that decide. Support every statement with a
quotation that a tool returned, its citation with the page, and its address. Say what you looked
for and did not find. Do not add authorities from memory."""

_Start = Annotated[int, Field(ge=0, description="Where to go on: `next` of the answer before.")]
_Room = Annotated[
    int, Field(ge=500, le=LARGEST, description="Bytes that the answer may take, about.")
]
_LONGEST = 400_000
"""Characters of a text that is checked: some 200 pages."""
_READS = ToolAnnotations(read_only_hint=True, open_world_hint=False)


def make_server(site: PublishedSite) -> MCPServer[Any]:
    """Return a server of the tools over a site; nothing is read before it is asked for."""
    server: MCPServer[Any] = MCPServer(
        "orders-archive",
        instructions=_INSTRUCTIONS.format(notice=t("assistant.notice")),
        version=version("orders-archive"),
        log_level="WARNING",
    )

    @server.tool(annotations=_READS, structured_output=False)
    async def search(
        query: Annotated[
            str,
            Field(
                description='Words, "exact phrases", AND, OR, NOT, /5 /s /p, fields such as '
                "judge:roe court:cand motion:dismiss outcome:granted after:2020, citations, "
                "docket numbers."
            ),
        ],
        sort: Annotated[str, Field(pattern="^(relevance|newest|oldest)$")] = "relevance",
        start: _Start = 0,
        room: _Room = SMALL,
    ) -> str:
        """Find orders: each with its citation and the passages that match, by page and line."""
        return _answer(partial(answer_search, site, query, sort, start, room))

    @server.tool(annotations=_READS, structured_output=False)
    async def read(
        order: Annotated[
            str,
            Field(
                description="An order's address (with #p-12, from there on), docket number, "
                "citation or case name."
            ),
        ],
        page: Annotated[str, Field(description="Begin at this page.")] = "",
        start: _Start = 0,
        room: _Room = SMALL,
    ) -> str:
        """Read an order, passage by passage, with page and line of each."""
        return _answer(partial(answer_read, site, order, page, start, room))

    @server.tool(annotations=_READS, structured_output=False)
    async def rulings(
        judge: str = "",
        motion: Annotated[str, Field(description='What was asked: "dismiss", "seal".')] = "",
        outcome: Annotated[str, Field(description='"granted", "denied", "granted in part" …')] = "",
        court: Annotated[str, Field(description="CourtListener's id: cand, ca9.")] = "",
        start: _Start = 0,
        room: _Room = SMALL,
    ) -> str:
        """List rulings on motions: counts by outcome, and the address of the words that decide."""
        return _answer(partial(answer_rulings, site, judge, motion, outcome, court, start, room))

    @server.tool(annotations=_READS, structured_output=False)
    async def cited_by(
        authority: Annotated[str, Field(description='"550 U.S. 544", "28 U.S.C. § 1404", a name.')],
        start: _Start = 0,
        room: _Room = SMALL,
    ) -> str:
        """List the places where orders of the archive cite a case, statute or rule."""
        return _answer(partial(answer_cited_by, site, authority, start, room))

    @server.tool(annotations=_READS, structured_output=False)
    async def check_quote(
        quotation: Annotated[str, Field(description="Words as quoted: four at least.")],
        room: _Room = SMALL,
    ) -> str:
        """Say whether an order has these words: exactly, nearly and what differs, or not at all."""
        return _answer(partial(answer_check_quote, site, quotation, room))

    @server.tool(annotations=_READS, structured_output=False)
    async def check_citations(
        text: Annotated[str, Field(max_length=_LONGEST, description="A brief, or a part of one.")],
        start: _Start = 0,
        room: _Room = SMALL,
    ) -> str:
        """Say of each citation of a text what the archive knows: whether names, courts and years
        agree, and whether what is quoted from it stands there.
        """
        return _answer(partial(answer_check_citations, site, text, start, room))

    @server.tool(annotations=_READS, structured_output=False)
    async def similar(
        order: Annotated[str, Field(description="An order's address, number, citation or name.")],
        room: _Room = SMALL,
    ) -> str:
        """List up to five orders of other cases that an order is like, and what both have."""
        return _answer(partial(answer_similar, site, order, room))

    @server.resource("orders://{+address}", mime_type="text/markdown")
    def order(address: str) -> str:
        """An order's clean text as Markdown, facts on top; `address` as tools give it."""
        return site.load_text(f"{address.strip('/')}/order.md")

    @server.prompt()
    def memo(question: str) -> str:
        """A memo on a question, from this archive alone, with page citations."""
        return _MEMO.format(question=question)

    return server


def _answer(make: Callable[[], dict[str, Any]]) -> str:
    try:
        return json.dumps(make(), ensure_ascii=False)
    except ArchiveError as error:
        raise ToolError(str(error)) from error

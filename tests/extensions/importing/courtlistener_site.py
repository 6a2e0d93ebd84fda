"""CourtListener on this machine, as its documentation says that it behaves.

https://wiki.free.law/c/courtlistener/help/api/rest/v4/overview: pages of twenty with cursors, a token,
5 requests a minute and 125 in 24 hours, beyond which 429 comes with Retry-After; files lie in a storage
that counts nothing. The endpoints of docket entries and of RECAP documents are open to few users: they
refuse, so that nothing may rest on them.
"""

import base64
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from tests.extensions.importing.papers import Clock
from tests.file_server import Answer

TOKEN = "0123456789abcdef0123456789abcdef01234567"
PAGE = 20
API = "/api/rest/v4"


@dataclass
class CourtListenerSite:
    """What it has; `papers` and `clusters` are as the search gives them, with their docket's id."""

    clock: Clock
    dockets: dict[int, dict[str, Any]] = field(default_factory=dict)
    papers: list[dict[str, Any]] = field(default_factory=list)
    clusters: list[dict[str, Any]] = field(default_factory=list)
    opinions: dict[int, list[dict[str, Any]]] = field(default_factory=dict)  # by cluster
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[float] = field(default_factory=list)
    refused: int = 0
    searched: tuple[Any, list[dict[str, Any]]] = (None, [])
    era: int = 1  # cursors of another one are forgotten

    def respond(self, path: str, heads: dict[str, str]) -> Answer:
        parts = urlsplit(path)
        if not parts.path.startswith(API):
            if "Authorization" in heads:
                return Answer(500, b"the token came to the storage")
            data = self.files.get(parts.path.lstrip("/"))
            return Answer(404, b"nothing") if data is None else Answer(body=data)
        if heads.get("Authorization") != f"Token {TOKEN}":
            return Answer(401, {"detail": "Invalid token."})
        if wait := self._throttle():
            self.refused += 1
            detail = {"detail": f"Request was throttled. Expected available in {wait} seconds."}
            return Answer(429, detail, {"Retry-After": str(wait)})
        self.asked.append(self.clock.time)
        kind, *rest = parts.path.removeprefix(f"{API}/").strip("/").split("/")
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if kind == "dockets" and rest:
            docket = self.dockets.get(int(rest[0]))
            return Answer(404, {"detail": "Not found."}) if docket is None else Answer(body=docket)
        if kind == "search":
            return self._page(self._search(query), parts.path, query)
        if kind == "opinions":
            return self._page(self.opinions.get(int(query["cluster"]), []), parts.path, query)
        return Answer(403, {"detail": "You do not have permission to perform this action."})

    def _throttle(self) -> int:
        now = self.clock.time
        for most, seconds in ((5, 60), (125, 86400)):
            recent = [time for time in self.asked if time > now - seconds]
            if len(recent) >= most:
                return int(recent[-most] + seconds - now) + 1
        return 0

    def _search(self, query: dict[str, str]) -> list[dict[str, Any]]:
        """What a search finds; searched once for all its pages."""
        plain = str({name: value for name, value in query.items() if name != "cursor"})
        known = (plain, len(self.papers), len(self.clusters))
        if known != self.searched[0]:
            self.searched = (known, self._find(query))
        return self.searched[1]

    def _find(self, query: dict[str, str]) -> list[dict[str, Any]]:
        docket = query.get("q", "").partition("docket_id:")[2].partition(" ")[0]
        since = query.get("entry_date_filed_after", query.get("filed_after", ""))
        if query["type"] == "o":
            return [
                one
                for one in self.clusters
                if (not docket or str(one["docket_id"]) == docket)
                and query.get("court", one["court_id"]) == one["court_id"]
                and query.get("judge", "") in str(one["judge"])
                and one["dateFiled"] >= since
                and query.get("citation", '""').strip('"') in ["", *one["citation"]]
            ]
        papers = [
            one
            for one in self.papers
            if one["is_available"]
            and str(one["entry_date_filed"]) >= since
            and (not docket or str(one["docket_id"]) == docket)
        ]
        if query["type"] == "rd":
            return papers
        return [
            {
                "docket_id": number,
                "caseName": one["case_name"],
                "court_id": one["court_id"],
                "docketNumber": one["docket_number"],
                "assignedTo": one["assigned_to_str"],
                "recap_documents": of[:3],
                "meta": {"more_docs": len(of) > 3},
            }
            for number, one in self.dockets.items()
            if (of := [each for each in papers if each["docket_id"] == number])
            and query.get("court", one["court_id"]) == one["court_id"]
            and query.get("assigned_to", "") in one["assigned_to_str"]
        ]

    def _page(self, found: list[Any], path: str, query: dict[str, str]) -> Answer:
        cursor = query.get("cursor", "")
        era, start = map(int, base64.b64decode(cursor).split(b":")) if cursor else (self.era, 0)
        if era != self.era:
            return Answer(404, {"detail": "Invalid cursor"})
        following = None
        if start + PAGE < len(found):
            named = "&".join(f"{name}={value}" for name, value in query.items() if name != "cursor")
            at = quote(base64.b64encode(f"{self.era}:{start + PAGE}".encode()))
            following = f"https://www.courtlistener.com{path}?cursor={at}&{named}".replace(" ", "+")
        body = {
            "count": len(found),
            "next": following,
            "previous": None,
            "results": found[start : start + PAGE],
        }
        return Answer(body=body)


def make_docket(site: CourtListenerSite, number: int, court: str = "cand") -> None:
    site.dockets[number] = {
        "id": number,
        "court": f"https://www.courtlistener.com/api/rest/v4/courts/{court}/",
        "court_id": court,
        "docket_number": f"3:31-cv-00{number:03}",
        "case_name": "Harbor Mills, Inc. v. Roe",
        "assigned_to_str": "Jane Q. Poe",
        "clusters": [],
    }


def make_paper(
    site: CourtListenerSite, number: int, docket: int, data: bytes | None, **more: Any
) -> dict[str, Any]:
    path = f"recap/gov.uscourts.cand.{docket}/gov.uscourts.cand.{docket}.{number}.0.pdf"
    paper: dict[str, Any] = {
        "id": 1000 + number,
        "docket_id": docket,
        "document_number": number,
        "attachment_number": None,
        "description": "ORDER denying 30 Motion to Dismiss",
        "short_description": "Order",
        "entry_date_filed": "2031-03-05",
        "is_available": data is not None,
        "filepath_local": path,
        **more,
    }
    if data is not None:
        site.files[path] = data
    site.papers.append(paper)
    return paper


def make_cluster(
    site: CourtListenerSite, number: int, data: bytes | None, **more: Any
) -> dict[str, Any]:
    path = f"pdf/2031/03/04/harbor_mills_v._roe_{number}.pdf" if data else ""
    cluster: dict[str, Any] = {
        "cluster_id": number,
        "docket_id": number,
        "caseName": "Harbor Mills, Inc. v. Roe",
        "court_id": "cand",
        "docketNumber": f"3:31-cv-00{number:03}",
        "dateFiled": "2031-03-04",
        "judge": "Poe",
        "citation": [f"{number} F.5th 1"],
        "absolute_url": f"/opinion/{number}/harbor-mills-v-roe/",
        "opinions": [{"id": number, "local_path": path}],
        **more,
    }
    if data:
        site.files[path] = data
    site.clusters.append(cluster)
    return cluster

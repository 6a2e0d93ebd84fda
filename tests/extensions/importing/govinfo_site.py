"""GovInfo on this machine, as https://github.com/usgpo/api and https://api.data.gov/docs say it behaves.

Lists of packages in pages with `nextPage`, MODS records, PDFs of granules; a key in X-Api-Key; a number
of requests an hour, beyond which 429 comes.
"""

from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from tests.extensions.importing.papers import Clock
from tests.file_server import Answer

KEY = "SecretKeyOfTheOwner00"
PAGE = 3  # what the server gives, whatever is asked for


@dataclass
class Case:
    """A package; `opinions` by their granules' ends: day, docket text, PDF."""

    court: str
    number: str  # 3:31-cv-00123
    modified: str = "2031-03-05T01:32:08Z"
    title: str = "HARBOR MILLS INC v. ROE et al"
    opinions: dict[int, tuple[str, str, bytes]] = field(default_factory=dict)

    @property
    def package(self) -> str:
        return f"USCOURTS-{self.court}-{self.number.replace(':', '_')}"


@dataclass
class GovInfoSite:
    clock: Clock
    cases: list[Case] = field(default_factory=list)
    an_hour: int = 1000
    asked: list[float] = field(default_factory=list)
    refused: int = 0
    prefix: str = ""  # of the record's elements

    def respond(self, path: str, heads: dict[str, str]) -> Answer:
        parts = urlsplit(path)
        if heads.get("X-Api-Key") != KEY:
            return Answer(403, {"error": {"code": "API_KEY_INVALID"}})
        recent = [time for time in self.asked if time > self.clock.time - 3600]
        if len(recent) >= self.an_hour:
            self.refused += 1
            return Answer(429, {"error": {"code": "OVER_RATE_LIMIT"}}, {"Retry-After": "600"})
        self.asked.append(self.clock.time)
        match parts.path.strip("/").split("/"):
            case ["collections", "USCOURTS", since]:
                return self._list(since, {n: v[0] for n, v in parse_qs(parts.query).items()})
            case ["packages", package, "mods"]:
                found = [one for one in self.cases if one.package == package]
                return Answer(body=self._write_mods(found[0])) if found else Answer(404, b"")
            case ["packages", package, "granules", granule, "pdf"]:
                end = int(granule.rpartition("-")[2])
                (case,) = (one for one in self.cases if one.package == package)
                return Answer(body=case.opinions[end][2]) if end in case.opinions else Answer(404)
        return Answer(404, {"message": "Not found"})

    def _list(self, since: str, query: dict[str, str]) -> Answer:
        found = [
            one
            for one in self.cases
            if one.modified >= since and query.get("courtCode", one.court) == one.court
        ]
        mark = query["offsetMark"]
        start = 0 if mark == "*" else int(mark)
        following = None
        if start + PAGE < len(found):
            more = "&".join(f"{n}={v}" for n, v in query.items() if n != "offsetMark")
            following = (
                f"https://api.govinfo.gov/collections/USCOURTS/{since}"
                f"?offsetMark={start + PAGE}&{more}&api_key=LEAKED"
            )
        packages = [
            {
                "packageId": one.package,
                "lastModified": one.modified,
                "packageLink": f"https://api.govinfo.gov/packages/{one.package}/summary",
                "docClass": "USCOURTS",
                "title": one.title,
            }
            for one in found[start : start + PAGE]
        ]
        return Answer(body={"count": len(found), "nextPage": following, "packages": packages})

    def _write_mods(self, case: Case) -> bytes:
        p = self.prefix
        items = "".join(
            f'<{p}relatedItem type="constituent" ID="id-{case.package}-{end}">'
            f"<{p}titleInfo><{p}title>Opinion</{p}title></{p}titleInfo>"
            f"<{p}originInfo><{p}dateIssued encoding='w3cdtf'>{day}</{p}dateIssued></{p}originInfo>"
            f"<{p}extension><{p}docketText>{text}</{p}docketText></{p}extension>"
            f"</{p}relatedItem>"
            for end, (day, text, _) in case.opinions.items()
        )
        space = f"xmlns{':' + p.strip(':') if p else ''}"
        return (
            f'<?xml version="1.0"?><{p}mods {space}="http://www.loc.gov/mods/v3">'
            f"<{p}titleInfo><{p}title>{case.title}</{p}title></{p}titleInfo>"
            f"<{p}extension><{p}docClass>USCOURTS</{p}docClass></{p}extension>"
            f"<{p}extension><{p}courtType>District</{p}courtType>"
            f"<{p}courtCode>{case.court}</{p}courtCode><{p}caseNumber>{case.number}</{p}caseNumber>"
            f'<{p}party fullName="Dell Roe" role="Defendant"/></{p}extension>'
            f'<{p}relatedItem type="host"/>{items}</{p}mods>'
        ).encode()

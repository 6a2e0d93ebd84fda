"""E-mail addresses, also where a line's end or a scan put blanks into them."""

import re
from collections.abc import Iterator

from build_scripts.model.private_data import PrivateKind
from build_scripts.model.text.pattern import Pattern
from build_scripts.redacting.private.private_words import PrivateWords

_ENDINGS = "com|org|net|gov|edu|us|mil|info|biz|co|io|law|uk|ca|de|eu|int|example|test|invalid"
_PLAIN = Pattern(
    rf"""
    (?<![\w*█.+-]) (?P<local>[\w.+%'&=~$!-]{{1,64}}) [ ]? @ [ ]?
    (?P<host>
        [^\W_][\w-]{{0,62}} (?:\.[\w-]{{1,62}}){{0,6}} \.[^\W\d_]{{2,24}}
      | [^\W_][\w-]{{0,62}} (?:[ ]?\.[ ]?[\w-]{{1,62}}){{0,4}} [ ]?\.[ ]?(?:{_ENDINGS})
    ) (?![\w@]) (?!-\w)
    """,
    re.VERBOSE,
    accepts=[
        "ada@quillpress.example",
        "a.b+c@mail.uscourts.gov",
        "ada@ quillpress.example",
        "ada @quillpress. com",
    ],
    refuses=["F.3d @ 1017", "@quillpress", "two widgets @ 4.50 each", "***@quillpress.com"],
)
_SPELT = Pattern(
    r"""
    (?<![\w*█.+-]) (?P<local>[\w.+-]{1,64}) [ ]? [\[(\{] [ ]?at[ ]? [\])\}] [ ]?
    (?P<host> [\w-]{1,63} (?: (?:[ ]?[\[(\{][ ]?dot[ ]?[\])\}][ ]?|\.) [\w-]{1,63} ){1,5} )
    """,
    re.VERBOSE | re.IGNORECASE,
    accepts=["ada [at] quillpress [dot] com", "ada(at)quillpress.com", "ada {AT} quill.example"],
    refuses=["ada at quillpress dot com", "the papers (at 12) are", "[at] quillpress.com"],
)
# Before a blank: "any address @quillpress.com" is of all addresses there, nobody's.
_OF_ALL = Pattern(
    r"(?:e-?mails?|domains?|names?|address(?:es)?|accounts?|users?)",
    re.IGNORECASE,
    accepts=["address", "E-mail", "users"],
    refuses=["ada", "accounts.payable"],
    by="fullmatch",
)
# Of "xxxx@quillpress.com", which is already redacted.
_BLACKED = Pattern(
    r"[xX.*_-]+", accepts=["xxxx", "X.X", "***"], refuses=["ada", "x1"], by="fullmatch"
)
# A law review's article: "E-Mail@Work.Com: Employer Monitoring of …, 48 Ala. L. Rev. 1079".
# Captions have addresses in a title's capitals too, without a subtitle or a law review after them.
_TITLE = Pattern(
    r"""
    (?: [A-Z][\w-]* [ ]?@[ ]? [A-Z][\w-]* (?:\.[A-Z][a-z]+)+
      | E-?[Mm]ail [ ]?@[ ]? [A-Z][\w-]* (?:\.[A-Za-z][a-z]+)+ )
    (?: [?!”"]? : [ ] (?:A[ ]|An[ ]|The[ ])? (?!Dear\b) [A-Z][\w’'-]+ [ ]
          (?:[a-z]{1,4}[ ]){0,2} [A-Z]
      | [?!]? ,[”"]? [ ] \d{1,3} [ ] (?:[A-Z&][\w.’'-]*[ ]){0,5} (?:L\.|J\.|Rev\.|Law\b) )
    """,
    re.VERBOSE,
    accepts=[
        "E-Mail@Work.Com: Employer Monitoring of Employee E-Mail, 48 Ala. L. Rev. 1079",
        "E-Mail @ Work.com: The Privacy of Letters",
        "Speech@School.Edu, 12 Harbor L. Rev. 100",
    ],
    refuses=[
        "Ada@Quillpress.Com: Mr. Vale wrote",
        "Ada@Quillpress.com: Judge Vale wrote",
        "ADA@QUILLPRESS.COM: Employer Monitoring of Letters",
        "Ada@Quillpress.Com, 12 Harrow Lane",
    ],
    by="match",
)


def find_email_addresses(text: str, masked: str) -> Iterator[PrivateWords]:
    """Yield each address; `masked` is not needed, since nothing else resembles one."""
    del masked
    if "@" in text:
        yield from _find(_PLAIN, text)
    if "at]" in text or "at)" in text or "at}" in text or "AT" in text:
        yield from _find(_SPELT, text)


def _find(pattern: Pattern[str], text: str) -> Iterator[PrivateWords]:
    for match in pattern.finditer(text):
        local = match["local"]
        apart = text[match.end("local")] == " "
        if _BLACKED.fullmatch(local) or (apart and _OF_ALL.fullmatch(local)):
            continue
        if _TITLE.match(text, match.start()):
            continue
        start = match.start() + len(local) - len(local.lstrip("'.-&=~$!"))
        yield PrivateWords(PrivateKind.EMAIL, start, match.end(), start)

"""States and territories as citations abbreviate them (Bluebook table T10.1)."""

# Bluebook abbreviation, then other spellings met in orders.
STATES: dict[str, tuple[str, ...]] = {
    "Ala.": ("Alabama",),
    "Alaska": (),
    "Ariz.": ("Arizona",),
    "Ark.": ("Arkansas",),
    "Cal.": ("California", "Calif."),
    "Colo.": ("Colorado",),
    "Conn.": ("Connecticut",),
    "D.C.": ("District of Columbia",),
    "Del.": ("Delaware",),
    "Fla.": ("Florida",),
    "Ga.": ("Georgia",),
    "Haw.": ("Hawaii", "Hawai'i"),
    "Idaho": (),
    "Ill.": ("Illinois",),
    "Ind.": ("Indiana",),
    "Iowa": (),
    "Kan.": ("Kansas",),
    "Ky.": ("Kentucky",),
    "La.": ("Louisiana",),
    "Mass.": ("Massachusetts",),
    "Md.": ("Maryland",),
    "Me.": ("Maine",),
    "Mich.": ("Michigan",),
    "Minn.": ("Minnesota",),
    "Miss.": ("Mississippi",),
    "Mo.": ("Missouri",),
    "Mont.": ("Montana",),
    "N.C.": ("North Carolina",),
    "N.D.": ("North Dakota",),
    "N.H.": ("New Hampshire",),
    "N.J.": ("New Jersey",),
    "N.M.": ("New Mexico",),
    "N.Y.": ("New York",),
    "Neb.": ("Nebraska",),
    "Nev.": ("Nevada",),
    "Ohio": (),
    "Okla.": ("Oklahoma",),
    "Or.": ("Oregon",),
    "P.R.": ("Puerto Rico",),
    "Pa.": ("Pennsylvania",),
    "R.I.": ("Rhode Island",),
    "S.C.": ("South Carolina",),
    "S.D.": ("South Dakota",),
    "Tenn.": ("Tennessee",),
    "Tex.": ("Texas",),
    "Utah": (),
    "V.I.": ("Virgin Islands",),
    "Va.": ("Virginia",),
    "Vt.": ("Vermont",),
    "W. Va.": ("West Virginia",),
    "Wash.": ("Washington",),
    "Wis.": ("Wisconsin",),
    "Wyo.": ("Wyoming",),
}


def name_state(printed: str) -> str:
    """Return the Bluebook abbreviation of a state as printed ("California", "Cal" → "Cal.")."""
    squeezed = _squeeze(printed)
    return _BY_SPELLING[squeezed]


def state_pattern() -> str:
    """Return a regular expression for every spelling, longest first; spaces may be missing."""
    spellings = {s for abbreviation, others in STATES.items() for s in (abbreviation, *others)}
    parts = []
    for spelling in sorted(spellings, key=lambda s: (-len(s), s)):
        words = spelling.replace("'", "[’']").replace(".", r"\.?").split()
        pattern = r"\s?".join(words) if "." in spelling else r"\s".join(words)
        if spelling.count(".") > 1:
            pattern = pattern.replace(r"\.?", r"\.?\s?", spelling.count(".") - 1)
        parts.append(pattern)
    return rf"(?:{'|'.join(parts)})"


def full_name_pattern() -> str:
    """Return a regular expression for the states' names in full, longest first."""
    names = {others[0] if others else abbreviation for abbreviation, others in STATES.items()}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return f"(?:{'|'.join(longest_first)})".replace(" ", r"\s")


def _squeeze(spelling: str) -> str:
    return "".join(ch for ch in spelling.lower() if ch.isalpha())


_BY_SPELLING = {
    _squeeze(spelling): abbreviation
    for abbreviation, others in STATES.items()
    for spelling in (abbreviation, *others)
}

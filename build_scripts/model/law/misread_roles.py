"""Parties' roles whose letters OCR misread or set apart: "Plainti ffs,", "Defend4nts."."""

from build_scripts.model.text.folding import normalize_alnum

_ROLES = tuple(
    f"{role}{ending}"
    for role in ("plaintiff", "defendant", "petitioner", "respondent", "appellant", "appellee")
    for ending in ("s", "")
)
_SHORTEST, _LONGEST = 7, 16  # characters of a role as printed


def mend_role(line: str) -> str:
    """Return a line as long, with the role that it holds and nothing else as it is spelled, if at
    most one letter is another, missing or too many; any other line as it is.
    """
    begin = next((at for at, sign in enumerate(line) if sign.isalnum()), len(line))
    end = next((at for at in range(len(line), begin, -1) if line[at - 1].isalnum()), begin)
    printed = line[begin:end]
    if not _SHORTEST <= len(printed) <= _LONGEST:
        return line
    letters = normalize_alnum(printed)
    near = (each for each in _ROLES if _is_near(letters, each) and len(each) <= len(printed))
    role = letters if letters in _ROLES else next(near, None)
    if role is None or printed.lower() == role:
        return line
    role = role.upper() if printed.isupper() else role.capitalize()
    return f"{line[:begin]}{role}{line[end:]}{' ' * (len(printed) - len(role))}"


def _is_near(one: str, other: str) -> bool:
    """Return whether one letter at most is another, missing or too many."""
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if same is None:
        return abs(len(one) - len(other)) <= 1
    ends = (one[same + 1 :], other[same:]), (one[same:], other[same + 1 :])
    return one[same + 1 :] == other[same + 1 :] or any(a == b for a, b in ends)

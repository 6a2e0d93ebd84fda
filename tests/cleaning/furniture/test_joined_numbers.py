"""Chains of bare numbers a printed line apart are line numbers; other numbers are text."""

from hypothesis import given
from hypothesis import strategies as st

from build_scripts.cleaning.furniture.joined_numbers import find_joined_numbers
from build_scripts.cleaning.lines import Line

WORDS = (
    "the court finds that the complaint does not say when or where the statement was made and "
    "so gives the defendant no notice of what it must answer"
).split()


def join_numbered(count: int, per_line: int = 13, start: int = 1) -> str:
    """Prose with a line number every `per_line` words, as a converter joins it."""
    out = []
    for number in range(start, start + count):
        out.append(str(number))
        out.extend(WORDS[(number * 7 + at) % len(WORDS)] for at in range(per_line))
    return " ".join(out)


def find_values(text: str) -> list[int]:
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    return [place.value for place in find_joined_numbers(lines)]


def test_numbers_inside_a_joined_paragraph_are_found() -> None:
    assert find_values(join_numbered(28)) == list(range(1, 29))


def test_runs_of_numbers_by_themselves_are_found() -> None:
    assert find_values("\n".join(f"{n}  " for n in range(1, 29))) == list(range(1, 29))
    assert find_values(" ".join(str(n) for n in range(1, 29))) == list(range(1, 29))


def test_numbers_of_the_text_beside_line_numbers_stay() -> None:
    text = join_numbered(28).replace("3 ", "3 within 4 days of 28 pages and ", 1)
    lines = [Line(1, text)]
    found = find_joined_numbers(lines)
    assert [place.value for place in found] == list(range(1, 29))
    kept = text.index("4 days")
    assert kept not in {place.start for place in found}


def test_a_citation_number_after_no_is_not_the_line_number_beside_it() -> None:
    # "ECF No. 8 64 at 2": 8 is the printed line, 64 the entry
    head, tail = join_numbered(7), join_numbered(12, start=9)
    text = f"{head} the District asks to seal it ECF No. 8 64 at 2 and says no more of it than that {tail}"
    assert find_values(text) == list(range(1, 21))


def test_prose_without_line_numbers_keeps_every_number() -> None:
    text = (
        "Rule 12 applies. See 28 U.S.C. § 1331 and 1 of 2 counts; from 3 to 4 days, 5 of 6 "
        "witnesses, 7 or 8 exhibits on 9 or 10 occasions in 11 months."
    )
    assert find_values(text) == []


@given(st.lists(st.sampled_from([*WORDS, "3", "12", "Rule 15", "28"]), max_size=120))
def test_random_prose_has_no_chain(words: list[str]) -> None:
    found = find_values(" ".join(words))
    values = [word for word in words if word.isdigit()]
    assert len(found) <= len(values)
    assert not found or found == sorted(found) or 1 in found


def test_short_footnotes_that_count_up_are_no_line_numbers() -> None:
    # reports print notes as bare numerals before short texts
    notes = "\n".join(f"{n}\nSee the record at {n}." for n in range(1, 30))
    assert find_values(notes) == []
    assert find_values("\n".join(f"{n} Id. at {n + 40}." for n in range(1, 30))) == []
    assert find_values(join_numbered(14, start=14)) == []  # no page begins with the 14th line


def test_a_glued_number_is_a_line_number_and_an_ordinal_is_not() -> None:
    lines = [f"{number} " + " ".join(WORDS[:12]) for number in range(1, 29)]
    lines[8] = lines[8].replace("9 the", "9The", 1)
    lines.insert(14, "15th Street is where the boat lay.")
    assert find_values("\n".join(lines)) == list(range(1, 29))


def test_a_short_last_page_counts_only_beside_a_long_one() -> None:
    short = join_numbered(6)
    assert find_values(short) == []
    pages = "\n".join(f"{number} " + " ".join(WORDS[:12]) for number in range(1, 29))
    last = "\n".join(f"{number} " + " ".join(WORDS[3:14]) for number in range(1, 7))
    assert find_values(f"{pages}\n{last}") == [*range(1, 29), *range(1, 7)]


def test_a_page_of_little_text_has_its_line_numbers_alone() -> None:
    """An order of one page, whose few lines all begin with capitals."""
    page = "\n".join(f"{n}\n{'ORDER' if n == 9 else ''}" for n in range(1, 29))
    assert find_values(page) == list(range(1, 29))

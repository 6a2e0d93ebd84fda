"""Claims that are more likely wrong than right: the field stays empty, an editor sees the guess."""

from dataclasses import replace

from build_scripts.model.description import FIELDS, Description, Guess, read_field, write_fields

LEAST_CONFIDENCE = 0.5


def set_guesses_apart(description: Description) -> Description:
    """Empty the fields whose claims have a confidence below one half; keep the claims as
    guesses.
    """
    doubted = {
        field: claims
        for field in FIELDS
        if field != "is_order"
        and (claims := read_field(description, field))
        and all(
            claim.confidence is not None and claim.confidence < LEAST_CONFIDENCE for claim in claims
        )
    }
    guesses = tuple(Guess(field, claim) for field, claims in doubted.items() for claim in claims)
    emptied = write_fields(description, dict.fromkeys(doubted, ()))
    return replace(emptied, guesses=guesses)

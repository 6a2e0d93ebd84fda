"""The converters refuse what is not of their form, and say so."""

from collections.abc import Callable

import pytest

from build_scripts.reading.external.converters import read_word97_text, read_wordperfect_text
from build_scripts.reading.external.program import ProgramFailedError


@pytest.mark.parametrize(
    "convert",
    [read_word97_text, read_wordperfect_text],
    ids=["antiword", "wpd2text"],
)
def test_bytes_of_another_form_are_refused(convert: Callable[[bytes], object]) -> None:
    with pytest.raises(ProgramFailedError, match="could not read the file"):
        convert(b"%PDF-1.4 An order is no document of this form.")

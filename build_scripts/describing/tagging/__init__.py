"""A second reader: a small learned model that tags an order's first and last lines.

Rules read an order first. The second reader fills what they leave empty and is a witness where
they speak; it never overrules. Its model is readable: `model.json` holds a weight for each feature
and label, written by `python -m tools.training.tagger`.
"""

from build_scripts.describing.tagging.joining import Use, join_reading, list_differences
from build_scripts.describing.tagging.values import NOTHING_READ, SecondReading, read_again

__all__ = ["NOTHING_READ", "SecondReading", "Use", "join_reading", "list_differences", "read_again"]

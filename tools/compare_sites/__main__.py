"""What differs between two built sites: `python -m tools.compare_sites OLD NEW`.

Pages are compared by what readers get of them: text, labels, links, anchors and the head's words.
Mark-up alone makes no difference. Ends with 0 where the sites are equal, with 1 where they differ.
"""

import argparse
import re
import sys
from pathlib import Path

from tools.compare_sites.comparison import compare_sites
from tools.compare_sites.report import list_differences, summarise


def main() -> int:
    """Print what differs between the sites named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.compare_sites", description=__doc__)
    parser.add_argument("old", type=Path, metavar="OLD", help="the folder of a built site")
    parser.add_argument("new", type=Path, metavar="NEW", help="the folder to compare with it")
    parser.add_argument(
        "--ignore",
        metavar="REGEX",
        action="append",
        default=[],
        type=re.compile,
        help="take what matches out of both sites' lines first; may be given again",
    )
    parser.add_argument(
        "--skip",
        metavar="GLOB",
        action="append",
        default=[],
        help="leave these files out, as '*.json'; may be given again",
    )
    parser.add_argument("--summary", action="store_true", help="leave out the diff of each file")
    arguments = parser.parse_args()
    for site in (arguments.old, arguments.new):
        if not (site / "index.html").is_file():
            parser.error(f"{site} holds no built site")
    comparison = compare_sites(arguments.old, arguments.new, arguments.ignore, arguments.skip)
    lines = [] if arguments.summary else list_differences(comparison)
    print("\n".join([*lines, *summarise(comparison)]))
    return 0 if comparison.equal else 1


if __name__ == "__main__":
    sys.exit(main())

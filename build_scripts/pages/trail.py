"""Breadcrumbs: the pages above a page, for the template to show at its head."""

from collections.abc import Iterable, Mapping

from build_scripts.pages.order_lists import shorten

Step = tuple[str, str]
_LONGEST = 60


def trace_trail(steps: Iterable[Step] = ()) -> Mapping[str, str]:
    """Return the front matter's `above`: addresses below the site's root, and their labels.

    `steps` are labels and pages ("judges/index"), from the top on. The home page, which stands
    above all, and the page itself, which its heading names, are left out.
    """
    return {
        f"{page.removesuffix('/index')}/": shorten(" ".join(label.split()), _LONGEST)
        for label, page in steps
    }

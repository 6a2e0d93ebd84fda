"""Links between generated pages, relative, so that they hold under any base path."""

from build_scripts.pages.markdown_text import escape_label, escape_url


def link_to_page(from_path: str, to_page: str, label: str) -> str:
    """Return a Markdown link from the page at `from_path` to the page `to_page` ("courts/cand").

    `from_path` is relative to the docs folder; MkDocs turns the `.md` address into the site's.
    """
    return f"[{escape_label(label)}]({relative_address(from_path, to_page)})"


def relative_address(from_path: str, to_page: str) -> str:
    """Return the address of `to_page`'s Markdown file as seen from `from_path`."""
    page, sign, anchor = to_page.partition("#")
    return "../" * from_path.count("/") + escape_url(page) + ".md" + sign + anchor


def address_on_site(from_path: str, to_page: str) -> str:
    """Return the address of the page `to_page` in HTML, where MkDocs translates nothing.

    `from_path` and `to_page` are those of `link_to_page`; a fragment behind `to_page` stays.
    """
    page, hash_sign, fragment = to_page.partition("#")
    up = "../" * _place(from_path.removesuffix(".md")).count("/")
    return (up + escape_url(_place(page)) or "./") + hash_sign + fragment


def _place(page: str) -> str:
    """Return a page's address below the site's root: "", "judges/", "judges/dolores-e-finch/"."""
    return "" if page == "index" else f"{page.removesuffix('/index')}/"

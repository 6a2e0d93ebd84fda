"""Dead links of a built site: `python -m tools.check_links site`.

Every internal link must lead to a file of the site, every fragment to an element of that page.
Links to other hosts are not followed: a build makes no requests.
"""

import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

BASE = "http://site.invalid/"


def list_dead_links(site: Path) -> list[str]:
    """One line a dead link: the page, the link, and what is missing."""
    pages = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    trees = {name: LexborHTMLParser(path.read_bytes()) for name, path in pages.items()}
    anchors = {
        name: {node.attributes.get("id") or "" for node in tree.css("[id]")}
        for name, tree in trees.items()
    }
    dead = []
    for name, tree in trees.items():
        if name == "404.html":
            continue  # served for any address: its links are absolute to the site
        for node in tree.css("a[href], link[href], script[src], img[src]"):
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            target = urlsplit(urljoin(BASE + name, link))
            if f"{target.scheme}://{target.netloc}/" != BASE:
                continue
            path = unquote(target.path).lstrip("/")
            file = path + "index.html" if not path or path.endswith("/") else path
            if not (site / file).is_file():
                dead.append(f"{name}: {link}: there is no {file}")
            elif (
                target.fragment
                and file in anchors
                and unquote(target.fragment) not in anchors[file] | {"__skip", "top"}
            ):
                dead.append(f"{name}: {link}: {file} has no #{target.fragment}")
    return dead


def main() -> int:
    """Print the dead links of the site named on the command line."""
    site = Path(sys.argv[1])
    pages = len(list(site.rglob("*.html")))
    if not pages:
        print(f"There is no site in {site}. Run make site first.", file=sys.stderr)
        return 2
    dead = list_dead_links(site)
    print("\n".join([*dead, f"{pages} pages, {len(dead)} dead links"]))
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main())

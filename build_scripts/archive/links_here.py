"""An archive without links to other sites, for owners who want none."""

from dataclasses import replace

from build_scripts.model.archive import Archive, Link, LinkTarget

_HERE = frozenset({LinkTarget.ARCHIVE, LinkTarget.CHOICE, LinkTarget.HERE})


def keep_links_here(archive: Archive) -> Archive:
    """Return the archive with only those links that lead to pages of its own."""
    orders = tuple(
        replace(archived, links=tuple(map(_keep_here, archived.links)))
        for archived in archive.orders
    )
    authorities = tuple(
        replace(authority, link=_keep_here(authority.link)) for authority in archive.authorities
    )
    return replace(archive, orders=orders, authorities=authorities, docket_searches={})


def _keep_here(link: Link | None) -> Link | None:
    """Return a link to a page here, or the orders here that it may mean, or None."""
    if link is None or link.target in _HERE:
        return link
    if link.alternatives:
        return Link(LinkTarget.CHOICE, "", alternatives=link.alternatives)
    return None

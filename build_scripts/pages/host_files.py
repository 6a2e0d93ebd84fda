"""Files for hosts, search engines and browsers: policy, headers, robots, OpenSearch."""

from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

from build_scripts.model.page import SiteChoices
from build_scripts.pages.i18n import t

# Nothing is fetched from elsewhere and only files of the site run. WebAssembly is
# compiled by the search. The style sheets may contain pictures as data.
META_POLICY = (
    "default-src 'self'; "
    "script-src 'self' 'wasm-unsafe-eval'; "
    "style-src 'self'; "
    "img-src 'self' data:; "
    "font-src 'self'; "
    "connect-src 'self'; "
    "worker-src 'self'; "
    "object-src 'none'; "
    "base-uri 'self'; "
    "form-action 'self'"
)
"""The Content-Security-Policy in each page, for hosts that send no headers."""

CONTENT_POLICY = f"{META_POLICY}; frame-ancestors 'none'"
"""The Content-Security-Policy as a header; `frame-ancestors` counts only there."""

HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}

# What may be crawled if orders are not to be listed: pages, which ask for themselves, and what
# they are shown with. All other files of the site may hold names, and can't ask.
_CRAWLED = ("/$", "/?", "/*/$", "/*/?", "/*.html$", "/assets/", "/sitemap.xml$", "/llms.txt$")


def write_host_files(
    choices: SiteChoices, site_name: str, *, has_search: bool
) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file; OpenSearch needs absolute addresses, so `site_url`."""
    headers = "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())
    yield "_headers", f"/*\n{headers}"  # of every file, as Netlify and Cloudflare Pages read it
    yield "robots.txt", write_robots(choices)
    if has_search and choices.site_url:
        yield "opensearch.xml", write_opensearch(choices.site_url, site_name)


def write_robots(choices: SiteChoices) -> str:
    """Return a robots.txt. Pages may be crawled, so that their own `noindex` is seen; if search
    engines are not to find orders, the only files to crawl are those that pages need (RFC 9309).
    """
    base = urlsplit(choices.site_url).path.rstrip("/")
    crawled = ("/",) if choices.indexable else _CRAWLED
    lines = ["User-agent: *", *(f"Allow: {base}{path}" for path in crawled)]
    lines += [] if choices.indexable else [f"Disallow: {base}/"]
    if choices.site_url:
        lines += ["", f"Sitemap: {choices.site_url.rstrip('/')}/sitemap.xml"]
    return "\n".join(lines) + "\n"


def write_opensearch(site_url: str, site_name: str) -> str:
    """Return an OpenSearch 1.1 description for browsers; a short name has 16 characters at most."""
    root = escape(site_url.rstrip("/"))
    name = escape(" ".join(site_name.split()))
    said = t("head.opensearch", site=name)
    short = escape(" ".join(site_name.split())[:16].rstrip())
    return f"""\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{short}</ShortName>
  <Description>{said}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="{root}/search/?q={{searchTerms}}"/>
</OpenSearchDescription>
"""

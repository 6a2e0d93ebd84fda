"""CourtListener's official client, over our own requests: bounded, only https, no far redirects.

It is the package `courtlistener-api-client`
(https://github.com/freelawproject/courtlistener-api-client), an extra of this one, with the API's
addresses, filters and pages.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from build_scripts import api

API = "/api/rest/v4"
LARGEST_PAGE = 64 * 1024 * 1024  # bytes

with api.require_extra("CourtListener", "courtlistener"):
    import httpx
    from courtlistener import CourtListener
    from courtlistener.sync_client.resource import ResourceIterator

Around = Callable[[Callable[[], api.Reply]], api.Reply]
"""Makes a request when it is allowed, and retries if that helps."""


class _Transport(httpx.BaseTransport):
    def __init__(self, service: api.Service, around: Around) -> None:
        self._service = service
        self._around = around

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, which is a GET."""
        host = self._service.host

        def ask() -> api.Reply:
            return api.send(host, str(request.url), self._service.heads, largest=LARGEST_PAGE)

        reply = self._around(ask)
        api.take_reply(host, reply)
        return httpx.Response(200, content=reply.data)


class Client(CourtListener):
    """The official client with our requests."""

    def __init__(self, service: api.Service, around: Around) -> None:
        super().__init__(service.token, base_url=f"{service.server.rstrip('/')}{API}")
        self._transport = _Transport(service, around)

    @property
    def client(self) -> httpx.Client:
        """Return the sender of the official client's requests."""
        if self._http_client is None:
            self._http_client = httpx.Client(base_url=self.base_url, transport=self._transport)
        return self._http_client

    def fetch(self, kind: str, number: int) -> dict[str, Any]:
        """Return an object by its kind ("dockets") and id. Raise ServiceError."""
        with _reading(kind):
            found = getattr(self, kind).get(number)
            if not isinstance(found, dict):
                raise ValueError("it is no object")
            return found

    def iterate_pages(
        self, kind: str, filters: dict[str, Any], page: str = ""
    ) -> Iterator[tuple[list[dict[str, Any]], str]]:
        """Yield the pages of a list, from the address `page` on, each with that of the next, or "".

        Raise ArchiveError for filters that the client does not have, and ServiceError.
        """
        try:
            pages = getattr(self, kind).list(**filters)
        except (ValueError, AssertionError) as error:
            raise api.ArchiveError(f"CourtListener has no such list: {_shorten(error)}") from error
        if page:
            state = {"current_page": {"results": [], "next": page}, "count": None}
            begun = {**state, "filters": {}, "endpoint": "", "page_result_index": 0}
            pages = ResourceIterator.load(self, begun)
            with _reading(kind):
                pages.next()
        passed = {page}
        while True:
            with _reading(kind):
                results = list(pages.get_results())
                following = pages.get_current_page().next or ""
                if following and following in passed:
                    raise ValueError("a list leads back to a page of it that was read")
                passed.add(following)
            yield results, following
            if not following:
                return
            with _reading(kind):
                pages.next()


@contextmanager
def _reading(kind: str) -> Iterator[None]:
    """Raise WrongAnswerError for an answer that the client can't read."""
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError, AssertionError) as error:
        raise api.WrongAnswerError(
            f"CourtListener's answer ({kind}) is not as its documentation says: {_shorten(error)}. "
            "Look whether this program and courtlistener-api-client are up to date; what came "
            "before is kept."
        ) from error


def _shorten(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__

"""A server for one browser of this machine: pages of questions, pictures of originals, answers.

The token in the address is the only key, and only under the host's own name: a page of another site
can neither read (a name that leads here is another host) nor write (its origin is another).
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from hmac import compare_digest
from importlib.resources import files
from threading import Lock
from typing import Any, TypeVar, get_origin
from urllib.parse import parse_qs

import uvicorn
from pydantic import BaseModel, ValidationError
from pypdfium2 import PdfiumError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from build_scripts import api
from build_scripts.extensions.review.desk import Answer, Desk, Name, Passage, Reason
from build_scripts.extensions.review.question import view_question

M = TypeVar("M", bound=BaseModel)
_PACKAGE = "build_scripts.extensions.review"
LARGEST = 64 * 1024  # bytes of what a form sends
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'self'; script-src"
    " 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",  # "no-referrer" would remove the origin from forms
    "X-Content-Type-Options": "nosniff",
}


class Guard:
    """Accepts only requests for `host` below `/token/`, and writes only from its own pages."""

    def __init__(self, app: ASGIApp, token: str, host: str) -> None:
        self.app = app
        self.token = token
        self.host = host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it, with the headers that every answer has."""

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refusal = self._refuse(scope)
        app = PlainTextResponse(refusal[1], refusal[0]) if refusal else self.app
        await app(scope, receive, send_guarded)

    def _refuse(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if headers.get("host") != self.host:
            return 403, api.REFUSAL
        first = scope["path"].split("/")[1]
        if not compare_digest(first.encode("utf-8", "replace"), self.token.encode()):
            return 404, "There is nothing here: open the address that `orders review` printed.\n"
        if scope["method"] == "POST":
            if headers.get("origin") != f"http://{self.host}":
                return 403, "A form of another site was sent here.\n"
            size = headers.get("content-length", "")
            if not size.isdecimal() or int(size) > LARGEST:
                return 413, "The form is too large.\n"
        elif scope["method"] not in {"GET", "HEAD"}:
            return 405, "Pages are read and forms are sent here; nothing else.\n"
        return None


def write_redirect(address: str) -> bytes:
    """Return a page that redirects to `address`."""
    page = api.open_templates(_PACKAGE).get_template("redirect.html")
    return page.render(address=address).encode()


class Pages:
    """The pages of a desk."""

    def __init__(self, desk: Desk, language: str) -> None:
        self.desk = desk
        self.drawing = Lock()  # PDFium does one thing at a time
        self.templates = api.open_templates(_PACKAGE)
        self.templates.globals.update(
            t=api.t_html, term=api.term, zip=zip, desk=desk, language=language
        )

    def list_routes(self) -> list[Route]:
        """Return the routes below the token."""
        number = "{number:int}"
        forms: dict[str, tuple[Any, ...]] = {  # form, action, go on to the next?
            "answer": (Answer, self.desk.answer, True),
            "withhold": (Passage, self.desk.withhold, False),
            "off": (Reason, self.desk.keep_off, True),
            "note": (Reason, self.desk.note, False),
        }
        shown = {"review.js": "text/javascript", "review.css": "text/css"}
        return [
            Route("/", self.show_list),
            Route("/name", self.take_name, methods=["POST"]),
            Route(f"/value/{number}", self.show_value),
            Route(f"/picture/{number}/{{page:int}}", self.show_picture),
            Route(f"/field/{number}/{{name}}", self.open_field),
            *(
                Route(f"/{name}/{number}", partial(self._take, *form), methods=["POST"])
                for name, form in forms.items()
            ),
            Route("/undo", self.undo, methods=["POST"]),
            *(Route(f"/{name}", partial(_show_file, name, kind)) for name, kind in shown.items()),
        ]

    def _render(self, name: str, status: int = 200, **values: Any) -> HTMLResponse:
        page = self.templates.get_template(name).render(**values)
        return HTMLResponse(api.drop_controls(page), status)

    def _go(self, request: Request, number: int) -> Response:
        """Redirect to a value, or to the list if none is left."""
        home = f"/{request.path_params['token']}/"
        return RedirectResponse(f"{home}value/{number}" if number else home, 303)

    async def show_list(self, request: Request) -> Response:
        """Show all values with their answers, and the reviewer's name."""
        del request
        return self._render("list.html", error="")

    async def take_name(self, request: Request) -> Response:
        """Store the reviewer's name; go to the first value."""
        try:
            self.desk.by = " ".join((await _read_form(request, Name)).by.split())
        except api.ArchiveError as error:
            return self._render("list.html", 422, error=str(error))
        except ValidationError:
            return self._render("list.html", 422, error=api.t("review.who_is_missing"))
        return self._go(request, self.desk.find_next())

    def _find(self, request: Request) -> int:
        number = int(request.path_params["number"])
        return number if 1 <= number <= len(self.desk.values) else 0

    def _show(
        self, number: int, page: int = 0, refused: str = "", given: BaseModel | None = None
    ) -> Response:
        """Show a value, with the refused answer as it was typed."""
        kept, cells = (given.value, given.cells) if isinstance(given, Answer) else ("", [])
        try:
            question = view_question(self.desk, number, page, cells)
        except api.ArchiveError as error:
            return self._render("list.html", 409, error=str(error))
        return self._render(
            "value.html", 409 if refused else 200, one=question, error=refused, kept=kept
        )

    async def show_value(self, request: Request) -> Response:
        """Show one value with the order's text and its original."""
        number, page = self._find(request), request.query_params.get("page", "")
        if not number:
            return PlainTextResponse("There is no such value.\n", 404)
        if not self.desk.by:
            return self._go(request, 0)
        return await run_in_threadpool(
            self._show, number, int(page) if page.isdecimal() and len(page) < 6 else 0
        )

    async def _take(
        self, model: type[M], act: Callable[[int, M], None], on: bool, request: Request
    ) -> Response:
        """Perform a form's action; then show the next value, or the same one with the error."""
        number = self._find(request)
        if not number or not self.desk.by:
            return self._go(request, 0)
        given = None
        try:
            given = await _read_form(request, model)
            await run_in_threadpool(act, number, given)
        except ValidationError:
            return await run_in_threadpool(self._show, number, 0, api.t("review.form_is_wrong"))
        except api.ArchiveError as error:
            return await run_in_threadpool(self._show, number, 0, str(error), given)
        return self._go(request, self.desk.find_next(number) if on else number)

    async def open_field(self, request: Request) -> Response:
        """Redirect to another field of a value's order."""
        number, name = self._find(request), request.path_params["name"]
        if not number or name not in api.FIELDS:
            return PlainTextResponse("There is no such field.\n", 404)
        return self._go(request, self.desk.open_field(number, name))

    async def undo(self, request: Request) -> Response:
        """Undo the last step, and show its value."""
        try:
            return self._go(request, await run_in_threadpool(self.desk.undo))
        except api.ArchiveError as error:
            return self._render("list.html", 409, error=str(error))

    async def show_picture(self, request: Request) -> Response:
        """Return a page of the original as a picture, if it is a PDF."""
        number, page = self._find(request), int(request.path_params["page"])
        if number:
            with suppress(api.ArchiveError, PdfiumError):
                if picture := await run_in_threadpool(self._draw, number, page):
                    return Response(picture, media_type="image/webp")
        return PlainTextResponse("There is no such picture.\n", 404)

    def _draw(self, number: int, page: int) -> bytes:
        if not 1 <= page <= len(self.desk.open_order(number).pages):
            return b""
        with self.drawing:
            return api.draw_page(self.desk.read_raw(number), page)


async def _show_file(name: str, kind: str, request: Request) -> Response:
    del request
    return Response(files(_PACKAGE).joinpath(name).read_bytes(), media_type=kind)


async def _read_form(request: Request, model: type[M]) -> M:
    """Read a browser's form; a field that is a list takes all its values, others the last. Raises
    ValidationError if the form does not fit the model.
    """
    text = (await request.body()).decode("utf-8", "replace")
    try:
        given = parse_qs(text, keep_blank_values=True, max_num_fields=5000)
    except ValueError:
        given = {}
    lists = {name for name, one in model.model_fields.items() if get_origin(one.annotation) is list}
    return model.model_validate(
        {name: values if name in lists else values[-1] for name, values in given.items()}
    )


def make_server(desk: Desk, token: str, host: str, language: str) -> uvicorn.Server:
    """Return the server that answers at `http://host/token/`, once it is given a socket."""
    routes = Pages(desk, language).list_routes()
    config = uvicorn.Config(
        Guard(Starlette(routes=[Mount("/{token}", routes=routes)]), token, host),
        access_log=False,  # it would print the token
        lifespan="off",
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=2,
        ws="none",
    )
    return uvicorn.Server(config)

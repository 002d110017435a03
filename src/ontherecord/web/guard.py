"""What stands before every request: who may ask (Host, Origin), how much may be sent, and what a browser may do with the answer."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# No inline script or style, nothing from elsewhere, no frames: even if a report's words reached the page as markup, they could do nothing.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # With "no-referrer" browsers send "Origin: null" with our own forms, which could then not be told from a stranger's.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
READING = ("GET", "HEAD")
# A correction is some hundred bytes, with a reason some thousand.
MOST_BYTES = 64 * 1024
LONGEST_ADDRESS = 4096


class Guard:
    """ASGI middleware. Answers 421 to another Host (DNS rebinding), 403 to another Origin, 413 and 414 to what is too long."""

    def __init__(self, app: ASGIApp, *, port: int) -> None:
        self.app = app
        names = ("127.0.0.1", "localhost")
        self.hosts = {f"{name}:{port}" for name in names} | (set(names) if port == 80 else set())
        self.origins = {f"http://{host}" for host in self.hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, dressed)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self.hosts:
            return PlainTextResponse("This page answers to 127.0.0.1 only. Open it by the address that otr serve printed.\n", 421)
        origin = headers.get("origin")
        writing = scope["method"] not in READING
        if (origin is None and writing) or (origin is not None and origin not in self.origins):
            return PlainTextResponse("This request comes from another site, and is refused.\n", 403)
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            return PlainTextResponse("This address is too long.\n", 414)
        length = headers.get("content-length", "0")
        if writing and (not length.isdecimal() or int(length) > MOST_BYTES or "transfer-encoding" in headers):
            return PlainTextResponse(f"A request may hold {MOST_BYTES} bytes.\n", 413)
        return None

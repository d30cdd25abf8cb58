"""The server's side of a WebSocket, as uvicorn has it, which also answers a request that it cannot read.

uvicorn reads the head of such a request twice, the second time by the stricter rules of the library websockets: no
control character, no line over 8 KB, no more than 128 lines. What these refuse it neither answers nor closes, so that
one byte of ESC keeps a connection for good.
"""

from __future__ import annotations

from uvicorn.config import WS_PROTOCOLS
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

_NAME = "websockets-sansio"
_SAID = b"The head of the request cannot be read.\n"
_REFUSED = (
    b"HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n"
    b"Content-Length: %d\r\n\r\n%s" % (len(_SAID), _SAID)
)


class AnsweringProtocol(WebSocketsSansIOProtocol):
    """The same, but a head that cannot be read is answered with 400 and the connection is closed."""

    def data_received(self, data: bytes) -> None:
        """Take what came in."""
        super().data_received(data)
        if self.conn.handshake_exc is not None and not self.handshake_initiated:
            self.transport.write(_REFUSED)
            self.transport.close()


def install() -> None:
    """Let uvicorn take this protocol wherever Streamlit asks for the one that it stands for."""
    WS_PROTOCOLS[_NAME] = f"{__name__}:{AnsweringProtocol.__name__}"

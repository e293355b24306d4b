"""A look at a link: only what the server says itself counts, and no link leads into the house."""

import socketserver
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from articles.citing.link_answer import is_public, look


class Stand(BaseHTTPRequestHandler):
    """Answers /404 with 404, /to/X by sending on to X, /slow a byte at a time."""

    asked: list[str] = []

    def do_GET(self) -> None:
        Stand.asked.append(self.path)
        if self.path == "/slow":
            for _each in range(50):
                self.wfile.write(b"H")
                time.sleep(0.1)
            return
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to/"))
        else:
            self.send_response(int(self.path.partition("?")[0].strip("/") or "200"))
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Quiet."""


@pytest.fixture
def stand() -> Iterator[str]:
    Stand.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stand)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def certificate(folder: Path) -> Path:
    """A certificate of this machine by its name, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / "localhost.pem"
    file.write_bytes(made.public_bytes(pem) + secret)
    return file


def looked(address: str, seconds: float = 5, ports: set[int] | None = None) -> str:
    return look(address, seconds=seconds, may_call=lambda _address, port: ports is None or port in ports)


@pytest.mark.parametrize(("path", "state"), [
    ("/", "fine"), ("/204", "fine"), ("/404", "gone"), ("/410", "gone"), ("/403", "unknown"), ("/429", "unknown"),
    ("/500", "unknown"), ("/503", "unknown"), ("/to//", "fine"), ("/to//404", "gone"), ("/to//to//410", "gone"),
])  # fmt: skip
def test_a_link_is_gone_only_where_its_server_says_so(stand, path, state):
    assert looked(stand + path) == state


def test_a_server_that_sends_everybody_round_is_left(stand):
    assert looked(f"{stand}/to//to//to//to//to//to//to//") == "unknown"
    assert len(Stand.asked) == 5


def test_a_server_that_is_away_says_nothing_about_the_page(stand):
    with socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as closed:
        port = closed.server_address[1]

    assert looked(f"http://127.0.0.1:{port}/") == "unknown"


def test_a_server_that_sends_a_byte_now_and_then_is_left_in_time(stand):
    began = time.monotonic()

    assert looked(f"{stand}/slow", seconds=0.5) == "unknown"
    assert time.monotonic() - began < 3


def test_a_redirect_into_the_house_is_not_followed(stand):
    own = int(stand.rpartition(":")[2])
    with ThreadingHTTPServer(("127.0.0.1", 0), Stand) as inside:
        address = f"http://127.0.0.1:{inside.server_address[1]}/404"

        assert looked(f"{stand}/to/{address}", ports={own}) == "unknown"
        assert looked(f"{stand}/to/file:///etc/passwd", ports={own}) == "unknown"


@pytest.mark.parametrize("address", [
    "http://127.0.0.1/", "http://localhost/", "http://10.0.0.1/", "http://192.168.1.1/", "http://169.254.169.254/latest/",
    "http://0.0.0.0/", "http://[::1]/", "http://2130706433/", "http://0x7f.1/", "http://100.64.0.1/",
])  # fmt: skip
def test_nothing_inside_the_house_is_ever_asked(address):
    assert look(address, seconds=2) == "unknown"


@pytest.mark.parametrize("address", [
    "", "ftp://x.org/", "file:///etc/passwd", "http://", "http://user:word@8.8.8.8/", "http://[/", "gopher://8.8.8.8/",
    "http://8.8.8.8:22/", "http://8.8.8.8:99999/", "http://a\r\nb/",
])  # fmt: skip
def test_what_is_no_address_to_call_is_not_called(address):
    assert look(address, seconds=2) == "unknown"


@pytest.mark.parametrize(("address", "port", "may"), [
    ("8.8.8.8", 443, True), ("8.8.8.8", 80, True), ("8.8.8.8", 8080, False), ("10.0.0.1", 443, False),
    ("127.0.0.1", 80, False), ("169.254.169.254", 80, False), ("224.0.0.1", 80, False), ("100.64.0.1", 443, False),
])  # fmt: skip
def test_only_machines_out_in_the_world_may_be_called(address, port, may):
    assert is_public(address, port) is may


def test_words_in_an_address_that_are_no_ascii_are_asked_for_as_the_web_writes_them(stand):
    assert looked(f"{stand}/204?q=ü x") == "fine"
    assert Stand.asked == ["/204?q=%C3%BC%20x"]


def test_an_encrypted_page_is_asked_for_by_its_name_and_only_with_a_certificate_that_holds(tmp_path, monkeypatch):
    file, secure = certificate(tmp_path), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(file)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stand)
    server.socket = secure.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_args: None  # a caller who does not trust it hangs up
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"https://localhost:{server.server_address[1]}"

    untrusted = looked(f"{address}/404")
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    trusted = [looked(f"{address}{path}", seconds=1) for path in ("/204", "/404", "/to//204", "/slow")]
    server.shutdown()
    server.server_close()

    assert (untrusted, trusted) == ("unknown", ["fine", "gone", "fine", "unknown"])

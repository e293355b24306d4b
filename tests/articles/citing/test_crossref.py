import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

import pytest

from articles.citing.crossref import Crossref, LookupFailed

DOI = "10.1016/S0006-3223(99)00230-9"
BERMAN = {
    "DOI": DOI.lower(),
    "type": "journal-article",
    "title": ["Antidepressant effects of ketamine &amp; 10<sup>9</sup>"],
    "container-title": ["Biological Psychiatry"],
    "author": [{"given": "Robert M.", "family": "Berman", "sequence": "first", "affiliation": []}],
    "issued": {"date-parts": [[2000, 2, 15]]},
    "volume": "47",
    "page": "351-354",
}


class Stand(BaseHTTPRequestHandler):
    """Stands in for Crossref; `answer` says what it does."""

    answer = staticmethod(lambda handler: handler.says(BERMAN))
    asked: list[str] = []

    def do_GET(self):
        Stand.asked.append(f"{unquote(self.path)} by {self.headers['User-Agent']}")
        Stand.answer(self)

    def says(self, message, status=200):
        self.gives(json.dumps({"status": "ok", "message": message}).encode(), status)

    def gives(self, body, status=200, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args):
        """Quiet."""


@pytest.fixture
def crossref():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stand)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    Stand.asked.clear()
    Stand.answer = staticmethod(lambda handler: handler.says(BERMAN))
    yield Crossref(f"http://127.0.0.1:{server.server_port}", "desk@clinic.example", seconds=1)
    server.shutdown()
    thread.join()
    server.server_close()


def why(crossref):
    with pytest.raises(LookupFailed) as failed:
        crossref.work(DOI)
    return str(failed.value)


def test_what_crossref_says_becomes_plain_csl(crossref):
    csl = crossref.work(DOI)

    assert Stand.asked == [f"/works/{DOI} by clinic_cms (mailto:desk@clinic.example)"]
    assert csl["title"] == "Antidepressant effects of ketamine & 10⁹"
    assert (csl["type"], csl["container-title"], csl["issued"]) == (
        "article-journal", "Biological Psychiatry", {"date-parts": [[2000, 2, 15]]},
    )  # fmt: skip
    assert csl["author"] == [{"family": "Berman", "given": "Robert M."}]


def test_an_unknown_doi(crossref):
    Stand.answer = staticmethod(lambda handler: handler.gives(b"Resource not found.", 404))

    assert why(crossref) == "Crossref does not know this DOI. Compare it with the paper."


def test_an_error(crossref):
    Stand.answer = staticmethod(lambda handler: handler.gives(b"", 503))

    assert why(crossref) == "Crossref answered with error 503."


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"null", b'{"message": 5}', b"\xff\xfe", b"[" * 100_000])
def test_garbage(crossref, body):
    Stand.answer = staticmethod(lambda handler: handler.gives(body))

    assert why(crossref) == "Crossref answered something that can't be read."


def test_too_large(crossref):
    Stand.answer = staticmethod(lambda handler: handler.gives(b" " * 1_500_000))

    assert why(crossref) == "Crossref answered something that can't be read."


def test_a_silent_server_is_given_up(crossref):
    Stand.answer = staticmethod(lambda _handler: time.sleep(2))
    began = time.monotonic()

    assert why(crossref) == "Crossref took too long. Fill in the fields, or try later."
    assert time.monotonic() - began < 1.9


def test_a_server_that_drips_is_given_up(crossref):
    def drip(handler):
        handler.send_response(200)
        handler.end_headers()
        for _each in range(20):
            time.sleep(0.2)
            try:
                handler.wfile.write(b" ")
            except OSError:
                return

    Stand.answer = staticmethod(drip)

    assert why(crossref) == "Crossref took too long. Fill in the fields, or try later."


def test_it_does_not_follow_to_another_host(crossref):
    elsewhere = {"Location": "http://169.254.169.254/latest/meta-data/"}
    Stand.answer = staticmethod(lambda handler: handler.gives(b"", 302, **elsewhere))

    assert why(crossref) == "Crossref could not be reached. Fill in the fields, or try later."
    assert len(Stand.asked) == 1


def test_nobody_there(crossref):
    assert why(Crossref("http://127.0.0.1:9", seconds=1)) == (
        "Crossref could not be reached. Fill in the fields, or try later."
    )


def test_an_answer_about_another_paper_is_not_taken(crossref):
    Stand.answer = staticmethod(lambda handler: handler.says({**BERMAN, "DOI": "10.1001/other"}))

    assert why(crossref) == "Crossref answered about another paper."

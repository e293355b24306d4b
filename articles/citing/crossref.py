"""Asking Crossref about one DOI: with a time limit, a size limit, and no way to be led to another host."""

import json
import time
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from typing import IO, Final
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.utils.translation import gettext as _

from articles.citing.csl import Csl, cleaned
from articles.citing.identifiers import doi_key

MOST_BYTES: Final = 1_000_000
AT_ONCE: Final = 65_536
TYPES: Final = {
    "journal-article": "article-journal",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-chapter": "chapter",
    "dissertation": "thesis",
}


class LookupFailed(Exception):
    """Crossref gave no answer that can be used; says why, in a sentence for the person who asked."""


@dataclass(frozen=True, slots=True)
class Crossref:
    """Where to ask, who asks, and how many seconds the whole answer may take."""

    base: str
    mail: str = ""
    seconds: float = 10

    def work(self, doi: str) -> Csl:
        """What Crossref says of this DOI, as clean CSL-JSON. Raises LookupFailed for everything else."""
        try:
            answer = json.loads(self._fetched(f"{self.base.rstrip('/')}/works/{quote(doi, safe='')}"))
            message = answer["message"]
            said = {**message, "type": TYPES.get(message.get("type"), message.get("type"))}
            csl = cleaned(said)
        except HTTPError as problem:
            problem.close()
            known = _("Crossref does not know this DOI. Compare it with the paper.")
            raise LookupFailed(
                known if problem.code == 404 else _("Crossref answered with error %(code)d.") % {"code": problem.code}
            ) from problem
        except TimeoutError as problem:
            raise LookupFailed(_("Crossref took too long. Fill in the fields, or try later.")) from problem
        except (URLError, HTTPException, OSError) as problem:
            slow = isinstance(getattr(problem, "reason", None), TimeoutError)
            sentence = _("Crossref took too long. Fill in the fields, or try later.") if slow else _(
                "Crossref could not be reached. Fill in the fields, or try later."
            )  # fmt: skip
            raise LookupFailed(sentence) from problem
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
            raise LookupFailed(_("Crossref answered something that can't be read.")) from problem
        if doi_key(csl.get("DOI", "")) != doi_key(doi) or not csl.get("title"):
            raise LookupFailed(_("Crossref answered about another paper."))
        return csl

    def _fetched(self, address: str) -> bytes:
        if urlsplit(address).scheme not in ("http", "https"):
            raise ValueError("no web address")
        agent = f"clinic_cms (mailto:{self.mail})" if self.mail else "clinic_cms"
        request = Request(address, headers={"Accept": "application/json", "User-Agent": agent})  # noqa: S310  checked
        ends = time.monotonic() + self.seconds
        parts: list[bytes] = []
        with build_opener(_SameHost).open(request, timeout=self.seconds) as response:
            while part := response.read1(AT_ONCE):
                parts.append(part)
                if time.monotonic() > ends:
                    raise TimeoutError
                if sum(map(len, parts)) > MOST_BYTES:
                    raise ValueError("too large")
        return b"".join(parts)


class _SameHost(HTTPRedirectHandler):
    """Follows Crossref only to Crossref: an answer must not send the server anywhere else, such as into its network."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        here, there = urlsplit(req.full_url), urlsplit(newurl)
        if (here.scheme, here.netloc) != (there.scheme, there.netloc):
            fp.close()
            raise URLError("led to another host")
        return super().redirect_request(req, fp, code, msg, headers, newurl)

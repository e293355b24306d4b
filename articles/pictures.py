"""Pictures in the words: which there are, their frames, and what a browser needs to choose a size. Pure."""

import re
from dataclasses import dataclass, replace
from html import escape
from html.parser import HTMLParser
from typing import Final

from articles.picture_address import ADDRESS, address, sized, srcset, usual_width
from articles.picture_html import PICTURE, attributes_of, written
from articles.richtext import clean_for_readers

# How wide the words stand on a page (`.prose` in site.css).
SIZES: Final = "(min-width: 48rem) 42rem, 100vw"


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as some words show it. `alt` is None where nobody has decided, and empty where it only decorates."""

    token: str
    alt: str | None
    caption: str = ""

    @property
    def decorative(self) -> bool:
        return self.alt == ""


def shown_in(html: str) -> list[Shown]:
    """Every picture of cleaned words, in their order; the same one as often as it stands there."""
    reader = _PictureReader()
    reader.feed(html)
    reader.close()
    return reader.shown


def lead_figure(token: str, alt: str, caption: str) -> str:
    """The picture at the top of an article, for comparing; empty where there is none."""
    if not token:
        return ""
    below = f"<figcaption>{escape(caption, quote=False)}</figcaption>" if caption else ""
    return f'<figure class="picture">{written({"alt": escape(alt), "src": address(token)})}{below}</figure>'


def figure(token: str, width: int, height: int, *, alt: str | None, caption: str = "") -> str:
    """A picture as it stands in the words. Caption and text are plain text."""
    values = {"alt": escape(alt)} if alt is not None else {}
    image = written({**values, "height": str(height), "src": address(token), "width": str(width)})
    below = f"<figcaption>{escape(caption, quote=False)}</figcaption>" if caption else ""
    return f'<figure class="picture">{image}{below}</figure>'


def with_sizes(html: str, sizes: dict[str, tuple[int, int]]) -> str:
    """Cleaned words in which every known picture has its true size, whatever somebody typed."""

    def sized_right(match: re.Match[str]) -> str:
        values = attributes_of(match)
        found = ADDRESS.fullmatch(values.get("src", ""))
        if not found or found[1] not in sizes:
            return match[0]
        values |= dict(zip(("width", "height"), map(str, sizes[found[1]]), strict=True))
        return written(values)

    return PICTURE.sub(sized_right, html)


def for_readers(html: str) -> str:
    """Cleaned words with every size of their pictures, so that nobody loads more of one than their screen can show.
    Cleaned again after it, last.
    """
    if "<img" not in html:
        return html
    return clean_for_readers(PICTURE.sub(_responsive, html))


def _responsive(match: re.Match[str]) -> str:
    values = attributes_of(match)
    found, width = ADDRESS.fullmatch(values.get("src", "")), values.get("width", "")
    if not found:
        return ""
    values |= {"loading": "lazy", "decoding": "async"}
    if width:
        token = found[1]
        values |= {"src": sized(token, usual_width(int(width))), "srcset": srcset(token, int(width)), "sizes": SIZES}
    return written(values)


class _PictureReader(HTMLParser):
    """Collects the pictures of cleaned words, each with the caption of the frame it stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[Shown] = []
        self._frame: int | None = None  # how many pictures there were when it opened
        self._caption: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "figure":
            self._frame = len(self.shown)
        elif tag == "figcaption":
            self._caption = []
        elif tag == "img":
            values = dict(attrs)
            found = ADDRESS.fullmatch(values.get("src") or "")
            if found:
                alt = (values["alt"] or "").strip() if "alt" in values else None
                self.shown.append(Shown(found[1], alt))

    def handle_data(self, data: str) -> None:
        if self._caption is not None:
            self._caption.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "figcaption" and self._caption is not None and self._frame is not None:
            caption = " ".join("".join(self._caption).split())
            framed = self.shown[self._frame :]
            self.shown[self._frame :] = [replace(each, caption=caption) for each in framed]
            self._caption = None
        elif tag == "figure":
            self._frame = None

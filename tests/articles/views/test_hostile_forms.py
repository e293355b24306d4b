"""Hostile, malformed and huge words, in every field and by every way a form can bring them: cleaned or refused, told,
and never lost.
"""

import re
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest
from django.utils.html import escape

from articles.models import Revision
from tests.articles.test_richtext import forbidden
from tests.factories import REFERENCE, make_draft, make_live, make_person, make_topic
from tests.hostile_words import FAMILIES

pytestmark = pytest.mark.django_db
LONGEST = {"title": 160, "summary": 300, "interests": 1000, "change_note": 300}
REFERENCE_LONGEST = {"authors": 100, "title": 160, "container": 100, "volume": 10, "pages": 10}


DATA = {"type": "application/ld+json"}  # no browser runs it
OURS = ("iframe", "preview")  # the empty frame of the writing page that the preview is shown in


class Armed(HTMLParser):
    """What on a page would run, load or lead elsewhere though none of our templates writes it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if (tag, values.get("name")) == OURS and values.keys() <= {"name", "title"}:
            return
        if tag == "script" and values == DATA:
            return
        if tag in ("iframe", "object", "embed", "base", "frame", "applet") or (tag == "script" and "src" not in values):
            self.found.append(tag)
        for name, value in values.items():
            leads = value.strip().lower().split(":")[0] if name in ("href", "src", "action", "formaction") else ""
            if name.startswith("on") or name == "srcdoc" or leads in ("javascript", "data", "vbscript"):
                self.found.append(f"{tag} {name}={value}")


def hostile(family: str, longest: int) -> str:
    """As many attacks of one family as fit into a field."""
    words = ""
    for attack in FAMILIES[family]:
        attack = attack.encode("utf-8", "ignore").decode().replace("\0", "")
        fits = len(words) + len(attack) <= longest and "<![CDATA[" not in attack  # that alone is refused
        words += attack if fits else ""
    return words or "x"


def fields(revision: Revision, **typed: str) -> dict[str, object]:
    usual = {"seen": revision.state_token, "title": "Rest", "topic": revision.topic_id, "author": revision.author_id}
    lists = {"references-TOTAL_FORMS": 0, "references-INITIAL_FORMS": 0}
    return {**usual, **lists, "stay": "1", **typed}


@pytest.mark.parametrize("family", FAMILIES)
def test_hostile_words_in_every_field_arm_no_page(client, family):
    words = {name: hostile(family, longest) for name, longest in LONGEST.items()}
    attacks = re.sub(
        r"(</h[1-6]>)", r"\1<p>Rest.</p>", hostile(family, 5_000)
    )  # something has to stand under a heading
    body = f"<h2>Rest</h2><p>{'Rest well. ' * 60}<a href='#ref-1'>1</a></p>{attacks}<p>Rest.</p>"
    reference = REFERENCE | {name: hostile(family, longest) for name, longest in REFERENCE_LONGEST.items()}
    title = f"x {words.pop('title')}"[:160]
    live = make_live(title, topic=make_topic(), body=body, references=[reference], **words)
    client.force_login(live.author)
    pages = ["/", "/articles/", live.article.get_absolute_url(), "/desk/articles/", f"/desk/revisions/{live.pk}/"]

    draft = client.post(f"/desk/articles/{live.article_id}/revise/", follow=True)

    assert forbidden(live.body) == []
    assert {page: Armed(client.get(page).content.decode()).found for page in pages} == {page: [] for page in pages}
    assert Armed(draft.content.decode()).found == []
    assert b"data-writing" in draft.content


@pytest.mark.parametrize("family", FAMILIES)
def test_a_raw_post_is_cleaned_and_what_was_left_out_is_told_without_its_words(client, family):
    revision = make_draft()
    client.force_login(revision.saved_by)
    body = hostile(family, 8_000)

    page = client.post(f"/desk/revisions/{revision.pk}/edit/", fields(revision, body=body), follow=True)
    revision.refresh_from_db()

    told = [str(message) for message in page.context["messages"]]
    assert (page.status_code, forbidden(revision.body)) in ((200, []), (422, []))
    assert "ran(" not in "".join(told)
    if page.status_code == 200 and family in ("script", "handlers", "javascript", "foreign", "frames"):
        assert told[1].startswith("We left out: ")


def test_what_was_left_out_is_told_in_plain_words(client):
    revision = make_draft()
    client.force_login(revision.saved_by)
    body = '<p style="color:red">5 mg<img src="//a/b"><img src="//a/c"></p><script>ran(1)</script>'

    page = client.post(f"/desk/revisions/{revision.pk}/edit/", fields(revision, body=body), follow=True)

    assert [str(message) for message in page.context["messages"]] == [
        "Saved.",
        "We left out: 1 script, 2 pictures from elsewhere, colors, fonts and other styles.",
    ]


@pytest.mark.parametrize("name", ["title", "summary", "interests", "change_note", "body"])
@pytest.mark.parametrize("typed", ["a\0b", "\ud800", "x" * 20_001, "\u202e5 mg"])
def test_malformed_words_are_an_answer_and_not_an_error(client, name, typed):
    revision = make_draft()
    client.force_login(revision.saved_by)
    raw = urlencode(fields(revision, **{name: typed}), encoding="utf-8", errors="surrogatepass")

    page = client.post(
        f"/desk/revisions/{revision.pk}/edit/", raw, content_type="application/x-www-form-urlencoded", follow=True
    )

    assert page.status_code in (200, 422)


@pytest.mark.parametrize("megabytes", [2, 3])
@pytest.mark.parametrize("letter", ["w", "ü"])
def test_megabytes_of_words_are_refused_and_stay_in_the_form(client, megabytes, letter):
    revision = make_draft()
    client.force_login(revision.saved_by)
    sentence = f"{letter * 7} 5 &lt; 10. "
    words = sentence * (megabytes * 1_000_000 // len(sentence.encode()))
    raw = urlencode(fields(revision, body=f"<p>{words}</p>"))

    page = client.post(f"/desk/revisions/{revision.pk}/edit/", raw, content_type="application/x-www-form-urlencoded")

    assert page.status_code == 422
    assert escape(words.replace("&lt;", "<").strip()) in page.content.decode()
    assert page.context["form"].errors["__all__"][0].startswith("These words are too long: ")
    revision.refresh_from_db()
    assert revision.words_version == 2


def test_without_scripts_no_paste_is_cut_short(client):
    revision = make_draft()
    client.force_login(make_person("editor"))
    page = client.get(f"/desk/revisions/{revision.pk}/edit/").content.decode()

    textarea = page[page.index('<textarea name="body"') :].split(">")[0]
    assert "maxlength" not in textarea

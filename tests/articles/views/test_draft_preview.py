"""The reader's page with a draft's words as they are typed: shown to who writes, kept by nobody."""

import re

import pytest

from articles.models import Revision
from clinic_cms.roles import CLINICIAN, EDITOR
from tests.articles.test_editor import STRICT, policy
from tests.articles.views.test_desk import rows, words
from tests.factories import make_draft, make_in_review, make_live, make_person

pytestmark = pytest.mark.django_db

MINE = "<h2>Why walk</h2><p>Typed, not saved.</p>"


def preview(client, revision, **typed):
    return client.post(f"/desk/revisions/{revision.pk}/preview/", words(revision, **typed))


def main(response) -> str:
    return re.search(r"<main.*</main>", response.content.decode(), re.DOTALL)[0]


def body_of(html: str) -> str:
    """From the first of the words to the end of the disclaimer."""
    return re.search(r'<div class="prose">.*?</aside>', html, re.DOTALL)[0]


def test_it_shows_what_is_typed_and_saves_nothing(client):
    revision = make_draft()
    client.force_login(revision.saved_by)
    before = Revision.objects.values().get(pk=revision.pk)

    shown = main(preview(client, revision, title="Typed title", summary="Typed summary.", body=MINE, **rows()))

    assert [shown.count(each) for each in ("Typed title", "Typed summary.", "Typed, not saved.")] == [1, 1, 1]
    assert Revision.objects.values().get(pk=revision.pk) == before
    assert list(revision.references.values_list("title", flat=True)) == ["Physical Activity Basics"]


def test_it_is_the_readers_own_page(client):
    """The same article through the same templates: what stands in `main` is what readers get."""
    live = make_live()
    client.force_login(make_person(EDITOR))
    client.post(f"/desk/articles/{live.article_id}/revise/")
    draft = Revision.objects.get(article=live.article, number=2)

    shown = main(preview(client, draft, body=live.body, **rows(source=draft.references.get().source.key)))

    assert body_of(shown).split() == body_of(client.get(live.article.get_absolute_url()).content.decode()).split()


def test_the_references_are_those_that_are_typed_in_their_order(client):
    revision = make_draft()
    client.force_login(revision.saved_by)
    second = {"references-1-kind": "book", "references-1-title": "First now", "references-1-ORDER": 1}

    shown = main(preview(client, revision, **{**rows(ORDER=2), **second, "references-TOTAL_FORMS": 2}))

    assert re.findall(r'<li id="ref-(\d)".*?(First Now|Physical Activity Basics)', shown, re.DOTALL) == [
        ("1", "First Now"),
        ("2", "Physical Activity Basics"),
    ]


def test_hostile_words_are_cleaned(client):
    revision = make_draft()
    client.force_login(revision.saved_by)

    shown = main(preview(client, revision, body="<p onclick=ran()>5 mg</p><script>ran()</script>", title="<b>x</b>"))

    assert "ran()" not in shown
    assert (shown.count("<p>5 mg</p>"), shown.count("&lt;b&gt;x&lt;/b&gt;"), shown.count("<b>x</b>")) == (1, 1, 0)


def test_what_cannot_be_saved_is_named_and_shown_as_it_was_saved(client):
    revision = make_draft()
    client.force_login(revision.saved_by)

    response = preview(client, revision, title="", body=MINE, **rows(doi="doi:10.1/x"))

    html = response.content.decode()
    assert html.count("Title: Fill this in. Shown as it was last saved.") == 1
    assert html.count("A reference needs mending. The list is shown as it was last saved.") == 1
    assert (main(response).count(revision.title), main(response).count("Typed, not saved.")) == (1, 1)
    assert main(response).count("Physical Activity Basics. Centers for Disease Control and Prevention. 2024.") == 1


def test_words_that_are_too_large_are_refused_in_a_sentence(client):
    revision = make_draft()
    client.force_login(revision.saved_by)

    response = preview(client, revision, body="<div>" * 150 + "kept")

    assert response.status_code == 200
    assert re.search(r'<aside class="draft-strip".*?<li>[^<]+</li>', response.content.decode(), re.DOTALL)


def test_it_says_that_it_is_a_draft(client):
    revision = make_draft()
    client.force_login(revision.saved_by)

    assert preview(client, revision).content.decode().count("Not reviewed, not published.") == 1


def test_no_cache_keeps_it_and_only_this_site_may_frame_it(client):
    revision = make_draft()
    client.force_login(revision.saved_by)

    response = preview(client, revision)

    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert policy(response) == {**STRICT, "frame-ancestors": ["'self'"]}


@pytest.mark.parametrize("path", ["/", "/desk/", "{revision}", "{revision}edit/"])
def test_no_other_page_may_be_framed(client, path):
    revision = make_draft()
    client.force_login(revision.saved_by)

    response = client.get(path.format(revision=revision.get_absolute_url()))

    assert response["X-Frame-Options"] == "DENY"
    assert policy(response)["frame-ancestors"] == ["'none'"]


def test_only_who_writes_may_see_it_and_only_by_posting(client):
    revision = make_draft()
    client.force_login(make_person(CLINICIAN))
    assert preview(client, revision).status_code == 403

    client.force_login(revision.saved_by)
    assert client.get(f"/desk/revisions/{revision.pk}/preview/").status_code == 405


def test_words_that_froze_meanwhile_can_still_be_looked_at(client):
    """Somebody submitted the draft while another had it open: what that one typed is not lost, and can be seen."""
    revision = make_in_review()
    client.force_login(revision.saved_by)

    assert main(preview(client, revision, body=MINE)).count("Typed, not saved.") == 1

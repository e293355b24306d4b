import json
import re
from uuid import UUID, uuid4

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from articles.domain import drafting, keeping, reviewing
from articles.models import Autosave, Contribution, NamedVersion
from clinic_cms.roles import CLINICIAN, EDITOR
from tests.articles.domain.test_autosaving import keep
from tests.articles.views.test_desk import words
from tests.factories import make_draft, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft()


@pytest.fixture
def editor(draft, client):
    client.force_login(draft.saved_by)
    return draft.saved_by


def sent(draft, by, window=None, **other):
    usual = {
        "person": by.pk,
        "window": window or uuid4(),
        "filled_from": "",
        "seen": draft.state_token,
        "count": 1,
        "typed": json.dumps([["title", "Half a tit"], ["body", "<p onclick='x()'>Half a sen"]]),
    }
    return {**usual, **other}


def post(client, draft, data):
    return client.post(f"/desk/revisions/{draft.pk}/autosave/", data)


def edit_page(client, draft, query=""):
    return client.get(f"/desk/revisions/{draft.pk}/edit/{query}").content.decode()


def value_of(html, name):
    return re.search(rf'name="{name}" value="([^"]*)"', html)[1]


def title_of(html):
    return re.search(r'<textarea name="title"[^>]*>\s*([^<]*)</textarea>', html)[1]


def as_typed(draft, **changed):
    return [[name, str(value)] for name, value in words(draft, **changed).items() if name != "seen"]


def test_what_is_typed_is_kept_and_the_draft_stays_as_it_is(client, draft, editor):
    window = uuid4()

    response = post(client, draft, sent(draft, editor, window))

    kept = Autosave.objects.get()
    assert (response.status_code, response.content) == (204, b"")
    assert (kept.window, kept.person, kept.typed[0]) == (window, editor, ["title", "Half a tit"])
    draft.refresh_from_db()
    assert (draft.title, draft.words_version) == ("Walking and mood", 2)


def test_who_else_saved_meanwhile_is_told_and_the_words_are_kept(client, draft, editor):
    seen = draft.state_token
    other = make_person(EDITOR, full_name="Nadia Rahman")
    drafting.save_draft(draft, by=other, seen=seen, words={"title": "Theirs"})

    response = post(client, draft, sent(draft, editor, seen=seen))

    assert response.status_code == 200
    assert response.json()["reason"].startswith("Nadia Rahman saved these words on ")
    assert Autosave.objects.get().words_version == 2


def test_words_that_froze_are_told_with_409_and_not_kept(client, draft, editor):
    seen = draft.state_token
    reviewing.submit(draft, by=make_person(EDITOR, full_name="Nadia Rahman"), seen=seen)

    response = post(client, draft, sent(draft, editor, seen=seen))

    assert response.status_code == 409
    assert response.json()["reason"].startswith("Nadia Rahman submitted")
    assert Autosave.objects.count() == 0


def test_nothing_is_kept_in_the_name_of_somebody_else(client, draft):
    stranger = make_person(EDITOR, full_name="Nadia Rahman")
    client.force_login(stranger)

    response = post(client, draft, sent(draft, draft.saved_by))

    assert response.status_code == 403
    assert response.json() == {"reason": "Nadia Rahman is signed in now, so nothing was kept in their name."}
    assert Autosave.objects.count() == 0


def test_who_may_not_write_is_told_403(client, draft):
    doctor = make_person(CLINICIAN)
    client.force_login(doctor)

    assert post(client, draft, sent(draft, doctor)).status_code == 403


def test_who_has_been_signed_out_is_sent_to_sign_in(client, draft):
    response = post(client, draft, sent(draft, draft.saved_by))

    assert (response.status_code, response["Location"].partition("?")[0]) == (302, "/accounts/login/")


def test_without_its_token_nothing_is_kept(draft, editor, client):
    strict = type(client)(enforce_csrf_checks=True)
    strict.force_login(editor)

    assert post(strict, draft, sent(draft, editor)).status_code == 403
    assert Autosave.objects.count() == 0


def test_more_than_can_be_kept_is_told_413(client, draft, editor):
    typed = json.dumps([["body", "x" * 1_000_001]])

    response = post(client, draft, sent(draft, editor, typed=typed))

    assert response.status_code == 413
    assert response.json()["reason"].startswith("This is more than can be kept while you write")


@pytest.mark.parametrize(
    "broken",
    [
        {"typed": "{"},
        {"typed": '{"title": "x"}'},
        {"typed": '[["title"]]'},
        {"typed": '[["title", 5]]'},
        {"typed": "[" * 100_000},
        {"window": "here"},
        {"seen": "draft"},
        {"count": "-1"},
        {"person": ""},
    ],
)
def test_what_cannot_be_read_is_told_400(client, draft, editor, broken):
    assert post(client, draft, sent(draft, editor, **broken)).status_code == 400


def test_nothing_unsaved_drops_what_was_kept(client, draft, editor):
    window = uuid4()
    keep(draft, editor, window)

    assert post(client, draft, sent(draft, editor, window, typed="")).status_code == 204
    assert Autosave.objects.count() == 0


def test_a_get_keeps_nothing(client, draft, editor):
    assert client.get(f"/desk/revisions/{draft.pk}/autosave/").status_code == 405


def test_the_page_learns_who_is_signed_in_with_a_token_that_works(draft):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(draft.saved_by)

    told = strict.get("/desk/writing/me/").json()

    assert (told["person"], told["name"]) == (draft.saved_by_id, draft.saved_by.display_name)
    data = sent(draft, draft.saved_by) | {"csrfmiddlewaretoken": told["token"]}
    assert post(strict, draft, data).status_code == 204


def test_the_key_of_local_copies_is_ones_own_and_stays_the_same(client, draft, editor):
    first, again = (client.get("/desk/writing/me/").json()["key"] for _each in range(2))
    client.force_login(make_person(EDITOR))

    assert first == again
    assert client.get("/desk/writing/me/").json()["key"] != first


def test_opening_the_draft_offers_what_is_not_saved_to_its_person_only(client, draft, editor):
    kept = keep(draft, editor)
    offer = f'href="/desk/revisions/{draft.pk}/edit/?unsaved={kept.window}"'

    mine = edit_page(client, draft)
    client.force_login(make_person(EDITOR))
    theirs = edit_page(client, draft)

    assert (mine.count("You have words that are not saved"), mine.count(offer)) == (1, 1)
    assert (theirs.count("You have words that are not saved"), theirs.count(offer)) == (0, 0)


def test_restoring_fills_the_form_and_saves_nothing(client, draft, editor):
    kept = keep(
        draft, editor, typed=as_typed(draft, title="Typed <b>title", body="<p>Typed<script>x</script> words</p>")
    )

    html = edit_page(client, draft, f"?unsaved={kept.window}")

    draft.refresh_from_db()
    assert (draft.title, Autosave.objects.count()) == ("Walking and mood", 1)
    assert title_of(html) == "Typed &lt;b&gt;title"
    assert "&lt;p&gt;Typed words&lt;/p&gt;" in html
    assert "These are your words from" in html
    assert value_of(html, "filled_from") == f"{kept.window}:{kept.count}"
    assert html.count("You have words that are not saved") == 0


def test_saving_restored_words_drops_them(client, draft, editor):
    kept = keep(draft, editor, typed=as_typed(draft, title="Typed"))
    html = edit_page(client, draft, f"?unsaved={kept.window}")

    hidden = {name: value_of(html, name) for name in ("window", "filled_from", "seen")}
    client.post(f"/desk/revisions/{draft.pk}/edit/", {**words(draft, title="Typed"), **hidden})

    draft.refresh_from_db()
    assert (draft.title, Autosave.objects.count()) == ("Typed", 0)


def test_restoring_words_that_are_older_than_a_save_shows_both_texts(client, draft, editor):
    kept = keep(draft, editor, typed=as_typed(draft, title="Mine"))
    other = make_person(EDITOR, full_name="Nadia Rahman")
    drafting.save_draft(draft, by=other, seen=draft.state_token, words={"title": "Theirs"})

    html = edit_page(client, draft, f"?unsaved={kept.window}")

    assert title_of(html) == "Mine"
    assert html.count("Not saved: somebody else saved first") == 1
    assert "Nadia Rahman saved these words on " in html
    assert html.count("Theirs") >= 1


def test_words_typed_into_an_earlier_revision_come_back_with_both_texts(client, draft, editor):
    keep(draft, editor, typed=as_typed(draft, title="Mine"))
    in_review = reviewing.submit(draft, by=editor, seen=draft.state_token)
    following = reviewing.recall(in_review, by=editor, seen=in_review.state_token)
    kept = Autosave.objects.get()

    html = edit_page(client, following, f"?unsaved={kept.window}")

    assert title_of(html) == "Mine"
    assert html.count("Not saved: somebody else saved first") == 1


def test_nobody_else_looks_at_restores_or_throws_away_what_a_person_typed(client, draft, editor):
    kept = keep(draft, editor, typed=as_typed(draft, title="Secret"))
    client.force_login(make_person(EDITOR))
    address = f"/desk/revisions/{draft.pk}/unsaved/{kept.window}/"

    assert client.get(address).status_code == 404
    assert client.post(f"{address}throw-away/").status_code == 404
    assert "Secret" not in edit_page(client, draft, f"?unsaved={kept.window}")
    assert Autosave.objects.count() == 1


def test_looking_shows_what_would_change(client, draft, editor):
    kept = keep(draft, editor, typed=as_typed(draft, title="Typed title", body="<p>Take 50 mg</p>", interests="None"))

    html = client.get(f"/desk/revisions/{draft.pk}/unsaved/{kept.window}/").content.decode()

    assert "<ins>Typed title</ins>" in html or "Typed" in html
    assert "50 mg" in html
    assert "A reference needs mending" not in html


def test_looking_at_words_that_no_save_would_take_shows_them_all_the_same(client, draft, editor):
    broken = {"references-TOTAL_FORMS": 1, "references-0-title": "A book", "references-0-doi": "not a doi"}
    typed = as_typed(draft, title="T" * 200, topic="0", **broken)
    kept = keep(draft, editor, typed=typed)

    html = client.get(f"/desk/revisions/{draft.pk}/unsaved/{kept.window}/").content.decode()

    assert "T" * 200 in html
    assert "A reference needs mending" in html


def test_throwing_away_is_for_good(client, draft, editor):
    kept = keep(draft, editor)

    response = client.post(f"/desk/revisions/{draft.pk}/unsaved/{kept.window}/throw-away/")

    assert response["Location"] == f"/desk/revisions/{draft.pk}/edit/"
    assert Autosave.objects.count() == 0


def test_the_part_with_the_offers_leaves_the_asking_window_out(client, draft, editor):
    here, elsewhere = keep(draft, editor), keep(draft, editor)

    html = client.get(f"/desk/revisions/{draft.pk}/unsaved/?window={here.window}").content.decode()

    assert (str(here.window) in html, str(elsewhere.window) in html) == (False, True)


def test_a_page_that_comes_back_keeps_the_name_of_its_window(client, draft, editor):
    window = uuid4()

    response = client.post(f"/desk/revisions/{draft.pk}/edit/", words(draft, title="", window=window))

    assert response.status_code == 422
    assert value_of(response.content.decode(), "window") == str(window)
    assert UUID(value_of(edit_page(client, draft), "window")) != window


def test_unsaved_words_reach_no_other_page_and_no_list(client, draft, editor):
    keep(draft, editor, typed=[["title", "Unsaved title"], ["body", "Unsaved body"]])
    assert Contribution.objects.exclude(person=editor).count() == 0
    pages = ["/desk/", "/desk/articles/", f"/desk/revisions/{draft.pk}/", f"/desk/articles/{draft.article_id}/compare/"]

    assert ["Unsaved" in client.get(page).content.decode() for page in pages] == [False] * 4


def test_saving_with_a_name_keeps_the_version(client, draft, editor):
    data = words(draft, title="A new title", version_name="Before the cuts", stay="keep")

    response = client.post(f"/desk/revisions/{draft.pk}/edit/", data, follow=True)

    version = NamedVersion.objects.get()
    assert (version.name, version.words["title"], version.by) == ("Before the cuts", "A new title", editor)
    html = response.content.decode()
    assert html.count("Saved, and kept as “Before the cuts”.") == 1
    assert html.count(f'href="/desk/revisions/{draft.pk}/versions/{version.pk}/"') == 1


def test_a_name_that_is_refused_saves_nothing_and_keeps_the_words_in_the_form(client, draft, editor):
    data = words(draft, title="A new title", version_name="x" * 121)

    response = client.post(f"/desk/revisions/{draft.pk}/edit/", data)

    draft.refresh_from_db()
    assert (response.status_code, draft.title) == (422, "Walking and mood")
    assert title_of(response.content.decode()) == "A new title"


def test_looking_at_a_version_and_restoring_it(client, draft, editor):
    version = keeping.keep_version(draft, by=editor, seen=draft.state_token, name="Before the cuts")
    newer = drafting.save_draft(draft, by=editor, seen=draft.state_token, words={"title": "Cut"}, references=[])
    address = f"/desk/revisions/{draft.pk}/versions/{version.pk}/"

    html = client.get(address).content.decode()
    response = client.post(address, {"seen": value_of(html, "seen")}, follow=True)

    newer.refresh_from_db()
    assert newer.title == "Walking and mood"
    assert "The words of “Before the cuts” are back in the draft." in response.content.decode()


def test_restoring_from_a_stale_page_says_who_was_faster(client, draft, editor):
    version = keeping.keep_version(draft, by=editor, seen=draft.state_token, name="Before the cuts")
    seen = draft.state_token
    other = make_person(EDITOR, full_name="Nadia Rahman")
    drafting.save_draft(draft, by=other, seen=seen, words={"title": "Theirs"})

    response = client.post(f"/desk/revisions/{draft.pk}/versions/{version.pk}/", {"seen": seen})

    draft.refresh_from_db()
    assert (response.status_code, draft.title) == (409, "Theirs")
    assert "Nadia Rahman saved these words on " in response.content.decode()


def test_an_earlier_revision_is_looked_at_and_restored(client, draft, editor):
    in_review = reviewing.submit(draft, by=editor, seen=draft.state_token)
    following = reviewing.recall(in_review, by=editor, seen=in_review.state_token)
    following = drafting.save_draft(following, by=editor, seen=following.state_token, words={"title": "Cut"})
    address = f"/desk/revisions/{following.pk}/revisions/{draft.pk}/"

    html = client.get(address).content.decode()
    client.post(address, {"seen": value_of(html, "seen")})

    following.refresh_from_db()
    assert following.title == "Walking and mood"
    assert NamedVersion.objects.get().name == "Before revision 1 was restored"


def test_words_beside_a_revision_that_is_no_draft_can_only_be_looked_at(client, draft, editor):
    version = keeping.keep_version(draft, by=editor, seen=draft.state_token, name="Before the cuts")
    reviewing.submit(draft, by=editor, seen=draft.state_token)

    html = client.get(f"/desk/revisions/{draft.pk}/versions/{version.pk}/").content.decode()

    assert "Words come back only into a draft." in html
    assert "Restore these words" not in html


def signed_out_form(client, draft, editor):
    """A page that was open when the session ended, filled in and posted by a browser without scripts."""
    html = edit_page(client, draft)
    hidden = {name: value_of(html, name) for name in ("window", "writer", "seen")}
    client.logout()
    return {**words(draft, title="Typed while signed out", body="<p>Half a sentence</p>"), **hidden}


def sign_in(client, person):
    person.set_password("a-long-password-for-the-tests")
    person.save(update_fields=["password"])
    data = {"login": person.username, "password": "a-long-password-for-the-tests"}
    return client.post("/accounts/login/", data)


def test_a_form_posted_after_the_session_ended_is_offered_once_its_person_is_back(client, draft, editor):
    data = signed_out_form(client, draft, editor)

    refused = client.post(f"/desk/revisions/{draft.pk}/edit/", data)
    assert refused["Location"] == f"/accounts/login/?next=/desk/revisions/{draft.pk}/edit/"
    assert sign_in(client, editor).status_code == 302

    kept = Autosave.objects.get()
    assert (kept.person, dict(kept.typed)["title"]) == (editor, "Typed while signed out")
    assert edit_page(client, draft).count("You have words that are not saved") == 1
    assert title_of(edit_page(client, draft, f"?unsaved={kept.window}")) == "Typed while signed out"
    draft.refresh_from_db()
    assert draft.title == "Walking and mood"


def test_a_form_posted_after_the_session_ended_is_nobody_elses(client, draft, editor):
    data = signed_out_form(client, draft, editor)
    client.post(f"/desk/revisions/{draft.pk}/edit/", data)

    sign_in(client, make_person(EDITOR))

    assert Autosave.objects.count() == 0
    assert "Typed while signed out" not in edit_page(client, draft)


def test_words_that_froze_meanwhile_are_shown_to_who_typed_them(client, draft, editor):
    data = signed_out_form(client, draft, editor)
    client.post(f"/desk/revisions/{draft.pk}/edit/", data)
    reviewing.submit(draft, by=make_person(EDITOR, full_name="Nadia Rahman"), seen=draft.state_token)

    sign_in(client, editor)

    html = client.get("/desk/").content.decode()
    assert "Nadia Rahman submitted it for review on " in html
    assert (html.count("Typed while signed out"), html.count("Half a sentence")) == (1, 1)


@pytest.mark.parametrize("writer", ["", "1", "1:forged:signature"])
def test_a_stranger_cannot_have_anything_kept(client, draft, writer):
    client.post(f"/desk/revisions/{draft.pk}/edit/", words(draft, writer=writer))

    assert Session.objects.count() == 0


def test_the_articles_page_offers_what_is_not_saved_after_the_words_froze(client, draft, editor):
    kept = keep(draft, editor, typed=as_typed(draft, title="Typed"))
    reviewing.submit(draft, by=editor, seen=draft.state_token)

    html = client.get(f"/desk/revisions/{draft.pk}/").content.decode()

    assert html.count("You have words that are not saved") == 1
    assert html.count(f'href="/desk/revisions/{draft.pk}/unsaved/{kept.window}/"') == 1
    assert f"?unsaved={kept.window}" not in html

import re

import pytest

from articles.domain import drafting, overriding
from articles.domain.checking import look
from articles.models import Autosave, CheckRun, Contribution, FindingOverride, Revision, Thread
from clinic_cms.roles import CLINICIAN, EDITOR
from tests.factories import (
    BODY,
    let_stand,
    make_crisis_line,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_signed_off,
)
from tests.translations import begun

pytestmark = pytest.mark.django_db
CLAIM = "<p>Walking cures low mood.</p>"


@pytest.fixture
def draft():
    return make_draft(body=BODY + CLAIM)


def checked(client, draft, **typed):
    return client.post(f"/desk/revisions/{draft.pk}/check/", typed)


def page_of(client, revision, person):
    client.force_login(person)
    return client.get(f"/desk/revisions/{revision.pk}/").content.decode()


def decision(draft, note="It is true here.", **other):
    [finding] = look(draft).open_blocking
    return {"seen": draft.state_token, "finding": finding.fingerprint, "note": note, **other}


# ---- While writing ---------------------------------------------------------------------------------------------------


def test_the_words_as_they_are_typed_are_checked_and_nothing_is_kept(client):
    draft = make_draft()
    client.force_login(draft.saved_by)
    before = Revision.objects.values().get()

    response = checked(client, draft, title="Walking", summary="Why.", interests="None", body=BODY + CLAIM)

    assert (response.status_code, response["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert re.findall(r"data-quote>([^<]*)</q>", response.content.decode())[0] == "cures"
    assert Revision.objects.values().get() == before
    assert (CheckRun.objects.count(), Autosave.objects.count(), Contribution.objects.count()) == (0, 0, 1)


def test_what_is_not_sent_is_as_it_was_saved(client, draft):
    client.force_login(draft.saved_by)

    assert "1 finding stops these words." in checked(client, draft).content.decode()


def test_nothing_can_be_decided_while_writing(client, draft):
    draft.saved_by.groups.add(make_person(CLINICIAN).groups.get())
    client.force_login(draft.saved_by)

    assert "<form" not in checked(client, draft).content.decode()


def test_hostile_words_come_back_as_text(client):
    draft = make_draft()
    client.force_login(draft.saved_by)
    words = "<p>It cures <script>ran(1)</script><img src=x onerror=ran(1)>&lt;b&gt;everything&lt;/b&gt;.</p>"

    page = checked(client, draft, body=BODY + words, title="<b onclick=ran(1)>cures</b>").content.decode()

    assert ("<script" in page, "<img" in page, "<b onclick" in page) == (False, False, False)


def test_words_that_are_too_large_are_told_and_not_checked(client):
    draft = make_draft()
    client.force_login(draft.saved_by)

    response = checked(client, draft, body="x" * 200_001)

    assert (response.status_code, "too long" in response.content.decode()) == (200, True)


def test_a_mention_of_suicide_is_told_and_is_no_finding_where_saving_puts_help(client):
    make_crisis_line()
    draft = make_draft()
    client.force_login(draft.saved_by)

    page = checked(client, draft, body=BODY + "<p>Some people think about suicide.</p>").content.decode()

    assert ("saving puts the crisis box beside them" in page, "SAF-01" in page) == (True, False)


def test_a_get_changes_nothing_and_answers_nothing(client, draft):
    client.force_login(draft.saved_by)

    assert client.get(f"/desk/revisions/{draft.pk}/check/").status_code == 405


def test_without_scripts_the_writing_page_shows_what_is_found_in_the_saved_words(client, draft):
    client.force_login(draft.saved_by)

    page = client.get(f"/desk/revisions/{draft.pk}/edit/").content.decode()

    assert ("1 finding stops these words." in page, "School grade" in page) == (True, True)


def test_a_spanish_article_has_its_place_on_the_inflesz_scale_and_no_school_grade(client):
    draft = begun(make_live())
    client.force_login(draft.saved_by)

    page = checked(client, draft, body="<p>Camine un poco cada día. Beba agua.</p>").content.decode()

    assert ("INFLESZ scale: <strong>79</strong> (fairly easy)." in page, "School grade" in page) == (True, False)


def test_quotes_and_suggestions_are_marked_as_words_of_the_articles_language(client):
    draft = begun(make_live())
    client.force_login(draft.saved_by)

    page = checked(client, draft, body="<p>Cometió suicidio.</p>").content.decode()

    assert '<q class="finding__quote" lang="es" data-quote>Cometió suicidio</q>' in page
    assert 'For example: <span lang="es">murió por suicidio</span>' in page


# ---- Deciding --------------------------------------------------------------------------------------------------------


def test_a_clinician_lets_a_finding_stand_on_the_page_of_the_draft(client, draft):
    doctor = make_person(CLINICIAN, full_name="Ana Ruiz", honorific="Dr")
    assert "Let it stand" in page_of(client, draft, doctor)

    response = client.post(f"/desk/revisions/{draft.pk}/let-stand/", decision(draft), follow=True)

    page = response.content.decode()
    assert ("Dr Ana Ruiz, MD, board-certified psychiatrist, lets it stand" in page, "It is true here." in page) == (
        True, True,
    )  # fmt: skip
    assert look(draft).open_blocking == []


def test_what_stands_is_not_counted_among_what_must_be_mended(client, draft):
    """The numbers of the groups agree with the sentence above them."""
    let_stand(draft)
    drafting.save_draft(
        draft, by=draft.saved_by, seen=draft.state_token, words={"body": draft.body + "<p>Running cures it too.</p>"}
    )

    page = page_of(client, draft, make_person(EDITOR))

    groups = re.findall(r"<h3>([^<]*) <span class=\"tabs__count\">(\d+)", page)
    assert "1 finding stops these words." in page
    assert groups[:2] == [("Must be mended before review", "1"), ("A clinician lets these stand", "1")]


def test_a_refusal_keeps_the_reason_that_was_typed(client, draft):
    client.force_login(make_person(EDITOR))

    page = client.post(
        f"/desk/revisions/{draft.pk}/let-stand/", decision(draft, "My good reason."), follow=True
    ).content.decode()

    assert ("Only a clinician can let a finding stand." in page, "You wrote: My good reason." in page) == (True, True)
    assert FindingOverride.objects.count() == 0


def test_a_page_that_is_out_of_date_is_answered_with_409_and_the_text(client, draft):
    answers = decision(draft, "My good reason.")
    drafting.save_draft(draft, by=draft.saved_by, seen=draft.state_token, words={"summary": "Short walks help."})
    client.force_login(make_person(CLINICIAN))

    response = client.post(f"/desk/revisions/{draft.pk}/let-stand/", answers)

    assert (response.status_code, "My good reason." in response.content.decode()) == (409, True)


def test_it_is_taken_back_on_the_same_page(client, draft):
    answers = decision(draft, "No, it is too much.")
    let_stand(draft)
    assert "Take this back" in page_of(client, draft, make_person(CLINICIAN))

    client.post(f"/desk/revisions/{draft.pk}/take-back/", answers)

    assert [finding.rule for finding in look(draft).open_blocking] == ["CLM-01"]


def test_an_editor_asks_and_the_clinician_finds_it_on_the_desk(client, draft):
    doctor = make_person(CLINICIAN)
    assert "Ask a clinician" in page_of(client, draft, draft.saved_by)

    response = client.post(f"/desk/revisions/{draft.pk}/ask-clinicians/", decision(draft, "The trial says so."))

    assert response["Location"].endswith(f"#thread-{Thread.objects.get().pk}")
    assert "The clinicians have been asked" in page_of(client, draft, draft.saved_by)
    client.force_login(doctor)
    assert "Asked whether it may stand" in client.get("/desk/").content.decode()
    overriding.override(draft, decision(draft)["finding"], by=doctor, seen=draft.state_token, reason="Yes.")
    assert "Asked whether it may stand" not in client.get("/desk/").content.decode()


def test_a_form_without_its_finding_is_refused(client, draft):
    client.force_login(make_person(CLINICIAN))

    client.post(f"/desk/revisions/{draft.pk}/let-stand/", {"note": "Why."})

    assert FindingOverride.objects.count() == 0


# ---- Shown with the sign-offs ----------------------------------------------------------------------------------------


def test_a_sign_off_is_shown_with_what_was_overridden_when_it_was_given(client):
    revision = make_signed_off(body=BODY + CLAIM, let_stand=True)

    page = page_of(client, revision, make_person(EDITOR))

    sign_offs = page.partition('id="sign-offs"')[2].partition("</section>")[0]
    assert sign_offs.count("CLM-01 stands by the word of") == 2


def test_the_review_screen_groups_the_findings(client):
    page = page_of(client, make_in_review(), make_person(CLINICIAN))

    assert "Nothing that the checks find stops these words." in page


# ---- Help beside a mention of suicide, at each save ------------------------------------------------------------------


def saved(client, draft, body):
    form = client.get(f"/desk/revisions/{draft.pk}/edit/").context["form"]
    management = {"references-TOTAL_FORMS": "0", "references-INITIAL_FORMS": "0"}
    words = {name: form[name].value() or "" for name in ("title", "summary", "topic", "author", "interests")}
    return client.post(
        f"/desk/revisions/{draft.pk}/edit/",
        {**words, **management, "seen": draft.state_token, "body": body, "stay": "1"},
        follow=True,
    )


def test_saving_puts_help_beside_the_mention_and_says_so_and_puts_it_back(client):
    make_crisis_line()
    draft = make_draft()
    client.force_login(draft.saved_by)
    words = BODY + "<p>Some people think about suicide.</p><p>Others do not.</p>"

    page = saved(client, draft, words).content.decode()
    draft.refresh_from_db()
    assert "the crisis box now stands beside them" in page
    assert re.search(r'suicide\.</p><aside class="crisis-help">.*tel:988.*</aside><p>Others', draft.body)

    page = saved(client, draft, words).content.decode()
    draft.refresh_from_db()
    assert ("The crisis box is back" in page, draft.body.count("crisis-help")) == (True, 1)

"""GOV-06 the whole way: a typo is a typo, and whoever was told something wrong is told so."""

import pytest
from django.db import connection

from articles.domain import publishing, reviewing
from articles.domain.checking import look
from articles.enums import ChangeClass, Status
from articles.models import CheckRun, Review, Revision
from clinic_cms.roles import EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal
from tests.factories import BODY, give_sign_offs, make_live, make_person, make_update

pytestmark = pytest.mark.django_db

DOSED = BODY.replace("Start with ten minutes.", "Start with 41 minutes.")
CORRECTION = {"correction_said": "Start with 41 minutes.", "correction_says": "Start with 14 minutes."}


def submit(draft: Revision, **options: object) -> Revision:
    return reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token, whole_article=False, **options)


def publish(revision: Revision) -> Revision:
    signed = give_sign_offs(revision)
    return publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)


def change_told(revision: Revision):
    return look(Revision.objects.get(pk=revision.pk)).facts.change


def test_a_typo_that_changes_a_number_is_refused_with_the_number_and_nothing_is_kept():
    draft = make_update(make_live(body=DOSED), body=DOSED.replace("41", "14"))
    runs, reviews = CheckRun.objects.count(), Review.objects.count()

    with pytest.raises(Refusal, match=r"^This is called a typo, and it changes 41 minutes\. Call it what it is\.$"):
        submit(draft, change_class=ChangeClass.TYPO)

    draft.refresh_from_db()
    assert (draft.status, CheckRun.objects.count(), Review.objects.count()) == (Status.DRAFT, runs, reviews)


def test_a_typo_that_changes_words_is_refused_too():
    draft = make_update(make_live(), body=BODY.replace("Stop if it hurts.", "Rest if it hurts."))

    with pytest.raises(Refusal, match="it changes more than spelling"):
        submit(draft, change_class=ChangeClass.TYPO)


def test_a_typo_goes_the_whole_way_and_the_checks_are_told_so_at_each_step():
    live = make_live(body=BODY.replace("short walk", "shrot walk", 1))

    submitted = submit(make_update(live, body=BODY), change_class=ChangeClass.TYPO)

    change = change_told(submitted)
    assert (change.label, change.least, change.protected, change.has_notice) == ("typo", "typo", (), False)
    assert publish(submitted).status == Status.PUBLISHED
    digests = CheckRun.objects.filter(revision=submitted, occasion__in=("submit", "sign_off"))
    assert digests.values("checked").distinct().count() == 1


def test_a_number_that_is_called_clinical_goes_the_whole_way():
    submitted = submit(make_update(make_live(body=DOSED), body=DOSED.replace("41", "14")))

    assert change_told(submitted).label == "clinical"
    assert publish(submitted).status == Status.PUBLISHED


def test_a_clinical_error_is_mended_only_with_a_public_correction():
    live = make_live(body=DOSED)
    draft = make_update(live, body=DOSED.replace("41", "14"))

    with pytest.raises(Refusal, match=r"This mends a clinical error\. Tell readers what the article said"):
        submit(draft, mends_error=True)


def test_with_the_correction_it_goes_the_whole_way():
    live = make_live(body=DOSED)

    submitted = submit(make_update(live, body=DOSED.replace("41", "14"), **CORRECTION), mends_error=True)

    change = change_told(submitted)
    assert (change.label, change.has_notice, submitted.review.change_class) == ("clinical-error", True, "clinical")
    assert publish(submitted).status == Status.PUBLISHED


def test_it_is_asked_again_at_the_moment_of_going_live():
    """A review that a program opened by another way does not get a wrong name past the last gate."""
    live = make_live(body=DOSED)
    signed = give_sign_offs(submit(make_update(live, body=DOSED.replace("41", "14"))))
    called_wrongly = {"declared_class": ChangeClass.TYPO}
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what is pending would stand in the way
        cursor.execute("ALTER TABLE articles_review DISABLE TRIGGER USER")
    Review.objects.filter(revision=signed).update(**called_wrongly)

    with pytest.raises(Refusal, match="This is called a typo"):
        publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)


def test_a_new_article_is_no_change():
    assert change_told(make_live()) is None


def test_the_editor_chooses_it_on_the_page_and_is_told_what_is_missing(client):
    live = make_live(body=DOSED)
    editor = make_person(EDITOR)
    draft = make_update(live, body=DOSED.replace("41", "14"), by=editor)
    client.force_login(editor)
    answers = {"seen": draft.state_token, "change_class": "clinical-error"}
    assert "Clinical error: readers were told something wrong" in client.get(draft.get_absolute_url()).content.decode()

    page = client.post(f"/desk/revisions/{draft.pk}/submit/", answers, follow=True).content.decode()

    draft.refresh_from_db()
    assert (draft.status, "This mends a clinical error." in page) == (Status.DRAFT, True)

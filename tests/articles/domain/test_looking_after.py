"""Who looks after an article and how often it is reviewed: a person says so, and it is on record."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from articles.domain import publishing, reviewing
from articles.domain.looking_after import look_after
from articles.domain.reminding import remind_due
from articles.domain.review_dates import add_months
from articles.models import Article, Notice, Stewardship
from clinic_cms.roles import CLINICIAN, EDITOR, MODERATOR
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.factories import give_sign_offs, make_live, make_person, make_update

pytestmark = pytest.mark.django_db


def test_an_article_is_looked_after_by_somebody_who_is_told():
    live, editor, owner = make_live(), make_person(EDITOR), make_person(CLINICIAN)

    kept = look_after(live.article, by=editor, seen=0, owner=owner, review_months=6)

    article = Article.objects.get(pk=live.article_id)
    assert (article.owner, article.review_months) == (owner, 6)
    assert (kept.by, kept.owner, kept.review_months) == (editor, owner, 6)
    assert Notice.objects.filter(person=owner, heading="You look after “Walking and mood” now").count() == 1


def test_the_owner_is_reminded_of_the_review_in_place_of_the_author():
    live, owner = make_live(), make_person(CLINICIAN)
    look_after(live.article, by=live.author, seen=0, owner=owner, review_months=None)

    remind_due(live.next_review_due - timedelta(days=60))

    told = Notice.objects.filter(heading__startswith="Review due").values_list("person", flat=True)
    assert list(told) == [owner.pk]


def test_an_owner_whose_account_is_closed_is_not_relied_on():
    live, owner = make_live(), make_person(CLINICIAN)
    look_after(live.article, by=live.author, seen=0, owner=owner, review_months=None)
    owner.is_active = False
    owner.save()

    remind_due(live.next_review_due - timedelta(days=60))

    told = Notice.objects.filter(heading__startswith="Review due").values_list("person", flat=True)
    assert list(told) == [live.author_id]


def test_the_months_count_from_the_next_review_and_an_edit_moves_no_date():
    live = make_live()
    due = live.next_review_due
    look_after(live.article, by=live.author, seen=0, owner=None, review_months=6)
    update = make_update(live, summary="Why a short walk helps!")
    live.refresh_from_db()
    assert live.next_review_due == due

    whole = reviewing.submit(update, by=update.saved_by, seen=update.state_token)
    whole = give_sign_offs(whole)
    whole = publishing.publish(whole, by=make_person("publisher"), seen=whole.state_token)

    assert whole.next_review_due == add_months(whole.last_reviewed_on, 6)


@pytest.mark.parametrize(
    ("role", "owner_role", "months", "sentence"),
    [
        (CLINICIAN, EDITOR, 6, "Only an editor"),
        (EDITOR, MODERATOR, 6, "who can read drafts"),
        (EDITOR, EDITOR, 37, "between 1 and 36 months"),
        (EDITOR, EDITOR, 0, "between 1 and 36 months"),
    ],
)
def test_what_cannot_be_is_refused(role, owner_role, months, sentence):
    live = make_live()

    with pytest.raises(Refusal, match=sentence):
        look_after(live.article, by=make_person(role), seen=0, owner=make_person(owner_role), review_months=months)


def test_a_stale_page_and_one_that_changes_nothing_are_refused():
    live, owner = make_live(), make_person(EDITOR)
    kept = look_after(live.article, by=live.author, seen=0, owner=owner, review_months=None)

    with pytest.raises(StaleRefusal, match="has changed this meanwhile"):
        look_after(live.article, by=live.author, seen=0, owner=None, review_months=None)
    with pytest.raises(Refusal, match="Nothing has changed"):
        look_after(live.article, by=live.author, seen=kept.pk, owner=owner, review_months=None)


def test_the_database_keeps_what_is_on_record_and_what_holds_together():
    live = make_live()
    kept = look_after(live.article, by=live.author, seen=0, owner=live.author, review_months=12)

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError, match="is on record"), transaction.atomic():
        Article.objects.filter(pk=live.article_id).update(review_months=24)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        Stewardship.objects.filter(pk=kept.pk).update(review_months=1)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        kept.delete()

"""An article's address changes; whatever once led to it leads to it for ever."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction

from articles.domain import addresses, drafting
from articles.models import AddressChange, Article
from clinic_cms.roles import EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.factories import make_live_article, make_person, make_topic
from tests.races import race

pytestmark = pytest.mark.django_db


def reached(slug):
    """Where readers who ask at this address are led, if it is another one."""
    found = addresses.leads_to(slug)
    return found.slug if found and found.slug != slug else ""


def moved(article, slug, by=None):
    return addresses.change(
        article, slug, by=by or make_person(PUBLISHER), seen=Article.objects.get(pk=article.pk).slug
    )


def test_an_article_gets_another_address_and_may_take_one_of_its_own_back():
    article, publisher = make_live_article("Walking"), make_person(PUBLISHER, full_name="Mira Novak", job_title="")

    moved(article, "a-short-walk", publisher)
    assert (reached("walking"), reached("a-short-walk")) == ("a-short-walk", "")
    moved(article, "walking", publisher)

    assert (reached("walking"), reached("a-short-walk")) == ("", "walking")
    assert [each.sentence for each in article.address_changes.all()] == [
        "Mira Novak changed its address from “a-short-walk” to “walking”",
        "Mira Novak changed its address from “walking” to “a-short-walk”",
    ]


def test_what_cannot_be_is_refused():
    article, other = make_live_article("Walking"), make_live_article("Sleeping")
    moved(other, "sleep")

    for slug, sentence in {
        "walking": "has already",
        "sleep": "leads to another article",
        "sleeping": "leads to another article",  # from older links
        "Walk": "small letters",
        "a walk": "small letters",
        "walk-": "small letters",
        "gehstörung": "small letters",
        "a" * 121: "at most 120",
        "new": "The site itself needs",
    }.items():
        with pytest.raises(Refusal, match=sentence):
            moved(article, slug)
    with pytest.raises(Refusal, match="Only a publisher"):
        moved(article, "a-walk", make_person(EDITOR))
    with pytest.raises(StaleRefusal, match="“walking” by now"):
        addresses.change(article, "a-walk", by=make_person(PUBLISHER), seen="something")
    assert AddressChange.objects.filter(article=article).count() == 0


@pytest.mark.parametrize("title", ["Walking", "Search"])
def test_a_new_article_does_not_take_an_address_that_leads_elsewhere(title):
    moved(make_live_article("Walking"), "a-short-walk")

    with pytest.raises(Refusal, match="Choose another title"):
        drafting.start_article(by=make_person(EDITOR), title=title, topic=make_topic())


def test_the_database_keeps_old_addresses_and_the_record_of_them():
    article = make_live_article("Walking")
    kept = moved(article, "a-short-walk")

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError, match="leads to another article"), transaction.atomic():
        Article.objects.create(slug="walking")
    with pytest.raises(IntegrityError, match="on record"), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(slug="elsewhere")
    for was, now in [("elsewhere", "walk"), ("a-short-walk", "walk"), ("a-short-walk", "a-short-walk")]:
        with pytest.raises(IntegrityError, match="address"), transaction.atomic():
            AddressChange.objects.create(article=article, was=was, now=now, by=kept.by)
    for spoil in (lambda: kept.delete(), lambda: AddressChange.objects.update(was="elsewhere")):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            spoil()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_want_an_address_at_once_one_gets_it():
    first, second, publisher, editor = (
        make_live_article("Walking"),
        make_live_article("Sleeping"),
        make_person(PUBLISHER),
        make_person(EDITOR),
    )
    topic = make_topic()

    both = race(lambda: moved(first, "rest", publisher), lambda: moved(second, "rest", publisher))
    freed = race(
        lambda: moved(first, "walks", publisher),
        lambda: drafting.start_article(by=editor, title="Walking", topic=topic),
    )

    assert sorted(type(each).__name__ for each in both) == ["AddressChange", "Refusal"]
    assert type(freed[1]).__name__ == "Refusal"


@pytest.mark.django_db(transaction=True)
def test_who_waits_for_an_address_that_is_being_let_go_does_not_get_it():
    """The new row waits in the unique index for the change, which commits: only then the trigger looks."""
    article, publisher = make_live_article("Walking"), make_person(PUBLISHER)
    with transaction.atomic():
        moved(article, "walks", publisher)
        waiting = _in_a_thread(lambda: Article.objects.create(slug="walking"))
        _until_somebody_waits()

    assert "leads to another article" in str(waiting.result(timeout=20))


def _in_a_thread(act):
    def run():
        try:
            return act()
        except IntegrityError as problem:
            return problem
        finally:
            connection.close()

    pool = ThreadPoolExecutor(1)
    future = pool.submit(run)
    pool.shutdown(wait=False)
    return future


def _until_somebody_waits():
    for _try in range(400):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
        time.sleep(0.02)
    raise AssertionError("nobody waits")

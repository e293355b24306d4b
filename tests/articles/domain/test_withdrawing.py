import pytest
from django.db import DatabaseError, transaction

from articles.domain import publishing
from articles.domain.withdrawing import live_on, withdraw_topic
from articles.enums import Status
from articles.models import Article, FollowUp, Revision, TopicWithdrawal, Transition
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.articles.domain.test_due import a_database_that_refuses
from tests.articles.test_guards import refused
from tests.factories import make_live, make_person, make_scheduled, make_signed_off, make_topic
from tests.notice_queue import told
from tests.races import race

WORDS = {"note": "The tablets were recalled.", "notice": "The maker has recalled these tablets."}


def withdraw_all(topic, *, by=None, seen=None, **words):
    listed = [revision.pk for revision in live_on(topic)] if seen is None else seen
    return withdraw_topic(topic, by=by or make_person(CLINICIAN), seen=listed, **{**WORDS, **words})


def publish(revision, *, by=None):
    return publishing.publish(revision, by=by or make_person(PUBLISHER), seen=revision.state_token)


@pytest.fixture
def topic(db):
    return make_topic(name="Sleep tablets")


@pytest.mark.django_db
@pytest.mark.parametrize("role", [CLINICIAN, PUBLISHER])
def test_every_live_article_of_the_topic_comes_down_in_one_act_and_no_other(topic, role):
    who = make_person(role)
    for title in ("One", "Two", "Three"):
        make_live(title, topic=topic)
    other = make_live("Other", topic=make_topic(name="Feet"))

    done = withdraw_all(topic, by=who)

    assert [each.title for each in done.withdrawn] == ["One", "Two", "Three"]
    assert list(Article.objects.live()) == [other.article]
    assert [(each.by, each.note, each.notice) for each in Transition.objects.filter(action="withdraw")] == [
        (who, *WORDS.values())
    ] * 3
    assert done.sentence == "3 articles were withdrawn. Readers find a notice in place of each."


@pytest.mark.django_db
def test_each_article_has_its_own_follow_up_and_people_are_told_once(topic):
    make_live("One", topic=topic)
    make_live("Two", topic=topic)

    withdraw_all(topic)

    reviewers = told("Please look again: every article on Sleep tablets")
    assert sorted(each.title for each in FollowUp.objects.open()) == ["One", "Two"]
    assert len(reviewers) == len(set(reviewers)) > 0
    assert told("Please look again: One") == []


@pytest.mark.django_db
def test_what_went_live_after_the_list_was_opened_comes_down_too_and_is_named(topic):
    first = make_live("One", topic=topic)
    make_live("Late", topic=topic)

    done = withdraw_all(topic, seen=[first.pk])

    assert done.sentence == (
        "2 articles were withdrawn. Readers find a notice in place of each. "
        "“Late” went live after you had opened the list, and came down too."
    )


@pytest.mark.django_db
def test_nothing_of_the_topic_goes_live_by_the_clock_after_it(topic):
    make_live("One", topic=topic)
    waiting = make_scheduled("Never live yet", topic=topic)

    withdraw_all(topic)

    waiting.refresh_from_db()
    assert (waiting.status, waiting.publish_at) == (Status.SIGNED_OFF, None)
    assert waiting.transitions.first().note == "Every article on “Sleep tablets” was withdrawn."


@pytest.mark.django_db
def test_what_was_submitted_before_it_does_not_go_live_after_it(topic):
    make_live("One", topic=topic)
    ready = make_signed_off("Never live yet", topic=topic)
    withdraw_all(topic)

    with pytest.raises(Refusal) as refusal:
        publish(ready)

    assert refusal.value.reason.startswith("Every article of this topic was withdrawn on ")
    assert refusal.value.reason.endswith(", after this was submitted. Reopen it first.")


@pytest.mark.django_db
def test_what_was_submitted_after_it_goes_live(topic):
    make_live("One", topic=topic)
    withdraw_all(topic)

    live = make_live("Put right", topic=topic)

    assert live.status == Status.PUBLISHED


@pytest.mark.django_db
def test_only_who_may_withdraw_one_article_may_withdraw_a_topic(topic):
    make_live("One", topic=topic)

    with pytest.raises(Refusal) as refusal:
        withdraw_all(topic, by=make_person(EDITOR))

    assert refusal.value.reason == "Only a publisher or a clinician can withdraw an article."


@pytest.mark.django_db
@pytest.mark.parametrize("missing", ["note", "notice"])
def test_the_reason_and_the_readers_notice_are_both_asked_for(topic, missing):
    make_live("One", topic=topic)

    with pytest.raises(Refusal) as refusal:
        withdraw_all(topic, **{missing: " "})

    assert refusal.value.reason == "Please say why, and what readers are told."
    assert Article.objects.live().count() == 1


@pytest.mark.django_db
def test_one_article_that_cannot_come_down_leaves_all_of_them_up(topic):
    make_live("One", topic=topic)
    second = make_live("Two", topic=topic)

    with a_database_that_refuses("id", second.pk), pytest.raises(DatabaseError), transaction.atomic():
        withdraw_all(topic)

    assert (Article.objects.live().count(), TopicWithdrawal.objects.count()) == (2, 0)


@pytest.mark.django_db
def test_a_topic_without_live_articles_has_nothing_to_withdraw(topic):
    make_signed_off("Never live", topic=topic)

    with pytest.raises(Refusal) as refusal:
        withdraw_all(topic)

    assert refusal.value.reason == "No article on “Sleep tablets” is live."


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sql", ["DELETE FROM {0}", "UPDATE {0} SET note = 'Mistake.'", "TRUNCATE {0} CASCADE", "UPDATE {0} SET notice = ''"]
)
def test_that_it_happened_stays_on_record(topic, sql):
    make_live("One", topic=topic)
    withdraw_all(topic)

    assert refused(sql.format("articles_topicwithdrawal"))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("attempt", range(3))
def test_a_publication_at_the_same_moment_comes_down_with_the_rest_or_is_refused(attempt):
    topic = make_topic(name="Sleep tablets")
    make_live("One", topic=topic)
    ready, doctor, publisher = make_signed_off("Two", topic=topic), make_person(CLINICIAN), make_person(PUBLISHER)

    outcomes = race(lambda: withdraw_all(topic, by=doctor), lambda: publish(ready, by=publisher))

    names = [type(outcome).__name__ for outcome in outcomes]
    assert names in (["TakenDown", "Revision"], ["TakenDown", "Refusal"])
    assert Revision.objects.filter(status=Status.PUBLISHED).count() == 0
    assert TopicWithdrawal.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_withdraw_the_topic_at_once_the_second_reads_who_was_faster():
    topic = make_topic(name="Sleep tablets")
    for number in range(4):
        make_live(f"Words {number}", topic=topic)
    people = [make_person(CLINICIAN), make_person(PUBLISHER)]

    outcomes = race(*[lambda each=each: withdraw_all(topic, by=each, seen=[]) for each in people])

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["StaleRefusal", "TakenDown"]
    assert [str(each).partition(" withdrew every article")[1] for each in outcomes if isinstance(each, StaleRefusal)]


@pytest.mark.django_db(transaction=True)
def test_single_withdrawals_at_the_same_moment_do_not_deadlock_with_it():
    topic = make_topic(name="Sleep tablets")
    live = [make_live(f"Words {number}", topic=topic) for number in range(4)]
    doctor, publisher = make_person(CLINICIAN), make_person(PUBLISHER)

    def one_by_one():
        gone = []
        for revision in reversed(live):
            try:
                words = {"note": "Wrong.", "seen": revision.state_token}
                gone.append(publishing.withdraw(revision, by=publisher, **words).pk)
            except StaleRefusal:
                continue
        return gone

    outcomes = race(lambda: withdraw_all(topic, by=doctor, seen=[]), one_by_one)

    down = [*outcomes[1], *(each.pk for each in getattr(outcomes[0], "withdrawn", []))]
    assert sorted(down) == [each.pk for each in live]
    assert Article.objects.live().count() == 0

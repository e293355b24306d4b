import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from articles.domain import publishing, reviewing
from articles.models import Article
from clinic_cms.roles import CLINICIAN, EDITOR, MODERATOR, PUBLISHER
from comments.domain.moderation import approve, reject
from comments.domain.posting import post_comment
from tests.comment_factories import make_approved
from tests.factories import (
    REFERENCE,
    give_sign_offs,
    make_draft,
    make_live,
    make_live_article,
    make_person,
    make_signed_off,
    make_update,
    make_withdrawn,
)

pytestmark = pytest.mark.django_db

START = datetime(2026, 3, 2, 18, 0, 0, 123_457, tzinfo=UTC)
TICK = timedelta(microseconds=1)


def publish(revision):
    return publishing.publish(revision, by=make_person(PUBLISHER), seen=revision.state_token)


def withdraw(article, notice="One of its sources was retracted."):
    live = Article.objects.get(pk=article.pk).live_revision
    return publishing.withdraw(
        live, by=make_person(PUBLISHER), seen=live.state_token, note="A source was retracted.", notice=notice
    )


def update(article, **words):
    """Signed-off newer words; of an article that is down, words to put it up again."""
    draft = make_update(article.revisions.first(), **words)
    return give_sign_offs(reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token, whole_article=False))


def text_of(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def page_of(response):
    """What a reader can read on the page of an article or of its withdrawal, and the comments beneath."""
    html = response.content.decode()
    found = re.search(r'<article class="wrap article">.*?</article>', html, re.DOTALL)
    notice = re.search(
        r'<p class="kicker">Article withdrawn</p>.*?ask the person who treats you first', html, re.DOTALL
    )
    comments = re.findall(r'<article class="comment".*?</article>', html, re.DOTALL)
    return text_of((found or notice or [""])[0]), [text_of(comment) for comment in comments]


def seen(client, article, at):
    return page_of(client.get(f"/desk/articles/{article.pk}/as-of/?{urlencode({'at': at.isoformat()})}"))


def answer(response):
    return text_of(re.search(r'<div class="notice notice--info".*?</div>', response.content.decode(), re.DOTALL)[0])


@pytest.fixture
def reader():
    return Client()


@pytest.fixture
def desk(client):
    client.force_login(make_person(CLINICIAN, "looker"))
    return client


class Timeline:
    """Takes one act every ten minutes, and keeps what the public page was just before and after each."""

    def __init__(self, reader):
        self.reader, self.now, self.kept, self.article = reader, START, [], None

    def act(self, verb, *arguments, **options):
        with time_machine.travel(self.now - TICK, tick=False):
            self.look()
        with time_machine.travel(self.now, tick=False):
            done = verb(*arguments, **options)
            self.article = self.article or getattr(done, "article", None)
            self.look()
        with time_machine.travel(self.now + timedelta(minutes=5), tick=False):
            self.look()
        self.now += timedelta(minutes=10)
        return done

    def look(self):
        if self.article:
            self.kept.append((timezone.now(), page_of(self.reader.get(self.article.get_absolute_url()))))


def test_at_every_moment_it_shows_what_the_public_page_showed(reader, client):
    timeline = Timeline(reader)
    with time_machine.travel(START - timedelta(days=1)):
        first = make_signed_off(summary="The first words.")
        moderator = make_person(MODERATOR)
    timeline.article = article = first.article
    timeline.act(publish, first)
    kim = timeline.act(post_comment, article, name="Kim", body="This helped me.")
    kim = timeline.act(approve, kim, by=moderator, seen=kim.version)
    mia = timeline.act(post_comment, article, name="Mia", body="Thank you.")
    mia = timeline.act(reject, mia, by=moderator, seen=mia.version, reason="spam")
    second = timeline.act(update, article, summary="The second words.", references=[{**REFERENCE, "year": "2025"}])
    timeline.act(publish, second)
    mia = timeline.act(approve, mia, by=moderator, seen=mia.version)
    kim = timeline.act(reject, kim, by=moderator, seen=kim.version, reason="off_topic")
    timeline.act(withdraw, article)
    kim = timeline.act(approve, kim, by=moderator, seen=kim.version)
    third = timeline.act(update, article, summary="The third words.")
    timeline.act(publish, third)
    timeline.act(withdraw, article, notice="")
    with time_machine.travel(timeline.now):
        client.force_login(make_person(CLINICIAN, "looker"))
        shown = [(at, seen(client, article, at)) for at, _page in timeline.kept]

    assert shown == timeline.kept
    assert len({str(page) for _at, page in timeline.kept}) == 9


def test_it_says_which_revision_readers_saw_and_from_when_to_when(desk):
    with time_machine.travel(START, tick=False):
        live = make_live()
    with time_machine.travel(START + timedelta(days=1), tick=False):
        publish(update(live.article, summary="Newer words."))

    first = desk.get(f"/desk/articles/{live.article_id}/as-of/?at=2026-03-02T12:00")
    second = desk.get(f"/desk/articles/{live.article_id}/as-of/?at=2026-03-04T12:00")

    assert answer(first).startswith(
        "2 March 2026, 12:00:00 MST : readers saw revision 1."
        " From 2 March 2026, 11:00:00 MST to 3 March 2026, 11:00:00 MST."
    )
    assert answer(second).startswith(
        "4 March 2026, 12:00:00 MST : readers saw revision 2. From 3 March 2026, 11:00:00 MST until now."
    )


def test_before_the_first_words_nothing_was_live(desk):
    with time_machine.travel(START, tick=False):
        article = make_live_article()

    response = desk.get(f"/desk/articles/{article.pk}/as-of/", {"at": (START - TICK).isoformat()})

    assert answer(response) == (
        "2 March 2026, 11:00:00 MST : nothing was live then. Readers found no page at this address."
        " The first words went live on 2 March 2026, 11:00:00 MST."
    )
    assert page_of(response) == ("", [])


def test_after_a_withdrawal_it_shows_the_notice_that_readers_found(desk):
    with time_machine.travel(START, tick=False):
        article = make_withdrawn().article

    response = desk.get(f"/desk/articles/{article.pk}/as-of/", {"at": START.isoformat()})

    assert answer(response).startswith(
        "2 March 2026, 11:00:00 MST : readers found a notice that revision 1 had been withdrawn."
    )
    assert page_of(response)[0].count("One of its sources was retracted.") == 1


def test_without_a_moment_it_shows_what_readers_see_now(desk, reader):
    article = make_approved(body="This helped me.", article=make_live_article()).article

    assert page_of(desk.get(f"/desk/articles/{article.pk}/as-of/")) == page_of(reader.get(article.get_absolute_url()))


def test_an_article_that_was_never_live_shows_nothing(desk):
    article = make_draft().article

    response = desk.get(f"/desk/articles/{article.pk}/as-of/")

    assert (page_of(response), response.status_code) == (("", []), 200)


def test_the_names_are_the_ones_of_then(desk):
    with time_machine.travel(START, tick=False):
        writer = make_person(EDITOR, full_name="Sam Rivera")
        editor, doctor = make_person(EDITOR, full_name="Jo Lindqvist"), make_person(CLINICIAN, full_name="Amara Osei")
        article = make_live_article(by=writer, signers=[editor, doctor])
    for person in (writer, editor, doctor):
        person.full_name, person.job_title = "Somebody Else", "Baker"
        person.save()
    doctor.credentials.update(title="Baker")

    text = seen(desk, article, START)[0]

    names = (
        "Sam Rivera, Health writer",
        "Amara Osei , MD, board-certified psychiatrist",
        "Jo Lindqvist",
        "Else",
        "Baker",
    )
    assert [text.count(name) for name in names] == [1, 1, 1, 0, 0]


def test_a_comment_that_was_taken_down_later_says_so(desk):
    with time_machine.travel(START, tick=False):
        comment = make_approved(article=make_live_article())
    with time_machine.travel(START + timedelta(days=1), tick=False):
        reject(comment, by=make_person(MODERATOR), seen=comment.version, reason="personal_data")

    html = desk.get(f"/desk/articles/{comment.article_id}/as-of/", {"at": START.isoformat()}).content.decode()

    assert html.count("Readers do not see this comment any more.") == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("yesterday", "Enter a date and a time, such as 2026-03-02T09:30."),
        ("0001-01-01T00:00+14:00", "Enter a date and a time, such as 2026-03-02T09:30."),
        ("1066-10-14T09:00", "Enter a date and a time, such as 2026-03-02T09:30."),
        ("9999-12-31T23:59-14:00", "Enter a date and a time, such as 2026-03-02T09:30."),
        ("2026-03-02T09:30 or so", "Enter a date and a time, such as 2026-03-02T09:30."),
        (
            "2026-03-08T02:30",
            "This time does not exist: on 8 March 2026 the clocks go forward from 02:00 to 03:00."
            " The nearest moments are 01:59 MST and 03:00 MDT.",
        ),
        ("2030-01-01T00:00", "That moment has not come yet. Choose one that has passed."),
    ],
)
def test_what_is_no_moment_of_the_past_is_told_beside_the_field(desk, typed, sentence):
    article = make_live_article()

    with time_machine.travel("2026-11-25 12:00Z"):
        response = desk.get(f"/desk/articles/{article.pk}/as-of/", {"at": typed})

    assert (response.status_code, response.context["refusal"]) == (422, sentence)


def test_a_time_that_came_twice_is_the_first_and_links_to_the_second(desk):
    with time_machine.travel("2025-06-01 12:00Z"):
        article = make_live_article()

    first = desk.get(f"/desk/articles/{article.pk}/as-of/?at=2025-11-02T01:30")
    link = re.search(r'href="([^"]*)">Show the second', first.content.decode())[1]
    second = desk.get(f"/desk/articles/{article.pk}/as-of/{link}")

    assert answer(first).startswith("2 November 2025, 01:30:00 MDT : readers saw revision 1.")
    assert answer(second).startswith("2 November 2025, 01:30:00 MST : readers saw revision 1.")


def test_what_stands_in_the_field_leads_to_the_same_page_again(desk):
    with time_machine.travel(START, tick=False):
        article = make_live_article()

    response = desk.get(f"/desk/articles/{article.pk}/as-of/", {"at": START.isoformat()})
    again = desk.get(f"/desk/articles/{article.pk}/as-of/", {"at": response.context["typed"]})

    assert response.context["typed"] == "2026-03-02T11:00:00.124"
    assert page_of(again) == page_of(response)


def test_every_change_readers_saw_is_a_link(desk):
    with time_machine.travel(START, tick=False):
        article = make_live_article()
    with time_machine.travel(START + timedelta(days=1), tick=False):
        comment = make_approved(name="Kim", article=article)
        publish(update(article, summary="Newer words."))
    with time_machine.travel(START + timedelta(days=2), tick=False):
        reject(comment, by=make_person(MODERATOR), seen=comment.version, reason="spam")
    with time_machine.travel(START + timedelta(days=3), tick=False):
        withdraw(article)

    response = desk.get(f"/desk/articles/{article.pk}/as-of/", {"at": (START + timedelta(days=2)).isoformat()})

    assert [(change.sentence, (change.at - START).days) for change in response.context["changes"]] == [
        ("Revision 2 was withdrawn", 3),
        ("Kim's comment was taken down", 2),
        ("Revision 2 went live", 1),
        ("Kim's comment appeared", 1),
        ("Revision 1 went live", 0),
    ]
    around = response.context["earlier"].sentence, response.context["later"].sentence
    assert around == ("Revision 2 went live", "Revision 2 was withdrawn")


@pytest.mark.parametrize("count", [1, 40])
def test_it_costs_the_same_for_one_comment_and_for_many(desk, django_assert_num_queries, count):
    article, moderator = make_live_article(), make_person(MODERATOR)
    for number in range(count):
        make_approved(f"Comment {number}", article=article, by=moderator)

    with django_assert_num_queries(17):
        desk.get(f"/desk/articles/{article.pk}/as-of/")

import re

import pytest

from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, MODERATOR, PUBLISHER
from comments.domain import queue
from comments.domain.noting import note
from comments.domain.posting import post_comment
from comments.enums import Reason
from comments.models import Comment
from tests.comment_factories import make_approved, make_comment, make_rejected
from tests.factories import make_live_article, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(client):
    person = make_person(MODERATOR)
    client.force_login(person)
    return person


def make_many(count: int) -> list[Comment]:
    article = make_live_article()
    return [post_comment(article, name=f"Reader {number}", body="Thanks") for number in range(count)]


def names(response) -> list[str]:
    """Who wrote the comments on the page, in order."""
    return re.findall(r"<h2 id=\"who-\d+\"><bdi>(.*?)</bdi>", response.content.decode())


def tabs(response) -> dict[str, str]:
    """Each lane's name with its count."""
    html = response.content.decode()
    return dict(re.findall(r"<a [^>]*class=\"lane[^>]*>(.*?) <span class=\"lane__count\">(.*?)<span", html))


def decide(client, comment, outcome, **fields):
    return client.post(f"/desk/comments/{comment.pk}/decide/", {"outcome": outcome, "seen": comment.version, **fields})


def test_the_queue_shows_what_waits_the_longest_wait_first(client, moderator):
    article = make_many(3)[0].article
    make_approved("Decided", article=article)
    make_rejected("Decided too", article=article)

    assert names(client.get("/desk/comments/")) == ["Reader 0", "Reader 1", "Reader 2"]


def test_pages_follow_each_other_without_a_gap(client, moderator):
    make_many(45)
    seen, url = [], "/desk/comments/"

    while url:
        page = client.get(url)
        seen += names(page)
        more = re.search(r'rel="next" id="queue-more" href="([^"]*)"', page.content.decode())
        url = more and f"/desk/comments/{more[1]}"

    assert seen == [f"Reader {number}" for number in range(45)]


@pytest.mark.parametrize(
    "key", ["x", "-1", "5.0.0", "9" * 40, "5.²", "%00", "1.2.3.4", "1.99999999999999999.1", "1' OR 1"]
)
def test_an_unknown_place_in_the_queue_is_never_a_fault(client, moderator, key):
    make_comment()

    assert client.get("/desk/comments/", {"after": key}).status_code == 200


def test_a_lane_that_is_long_is_counted_only_so_far(client, moderator, monkeypatch):
    monkeypatch.setattr(queue, "MOST_COUNTED", 2)
    make_many(3)

    assert tabs(client.get("/desk/comments/")) == {
        "All": "2+", "Crisis": "0", "Side effects": "0", "Personal details": "0", "Reported": "0", "Routine": "2+",
        "Likely spam": "0",
    }  # fmt: skip


@pytest.mark.parametrize("count", [1, 30])
def test_the_queue_costs_the_same_for_one_comment_and_for_thirty(client, moderator, count, django_assert_num_queries):
    waiting = make_many(count)
    make_approved(by=moderator, article=waiting[0].article)
    for comment in waiting:
        note(comment, "Who knows more?", by=moderator)

    with django_assert_num_queries(18):
        client.get("/desk/comments/")


def test_an_approved_comment_shows_at_once(client, moderator):
    comment = make_comment("Worth reading")

    response = decide(client, comment, "approve")

    assert (response.status_code, response["Location"]) == (302, "/desk/comments/")
    assert client.get(comment.article.get_absolute_url()).content.count(b"Worth reading") == 1


@pytest.mark.parametrize("reason", Reason.values)
def test_a_rejected_comment_keeps_its_reason_and_stays_hidden(client, moderator, reason):
    comment = make_comment("Not this one")

    decide(client, comment, "reject", reason=reason)

    assert comment.decisions.get().reason == reason
    assert client.get(comment.article.get_absolute_url()).content.count(b"Not this one") == 0


@pytest.mark.parametrize("fields", [{"reason": ""}, {"reason": "negative"}, {"seen": "x"}, {"seen": ""}])
def test_a_rejection_without_a_reason_or_a_version_changes_nothing(client, moderator, fields):
    comment = make_comment()

    response = decide(client, comment, "reject", **{"reason": "spam", "note": "Seen before.", **fields})

    assert response.status_code == 422
    assert response.content.decode().count('name="note" maxlength="1000" value="Seen before."') == 1
    assert Comment.objects.get().status == "pending"


def test_a_decision_on_what_was_decided_meanwhile_names_who_was_faster(client, moderator):
    comment = make_comment()
    decide(client, comment, "approve")

    response = decide(client, comment, "reject", reason="spam")

    assert response.status_code == 409
    assert response.content.decode().count(f"{moderator.display_name} approved this comment") == 1
    assert Comment.objects.get().status == "approved"


@pytest.mark.parametrize("role", [EDITOR, CLINICIAN, PUBLISHER, ADMINISTRATOR])
def test_nobody_but_a_moderator_may_look_or_decide(client, role):
    client.force_login(make_person(role))
    comment = make_comment()

    assert client.get("/desk/comments/").status_code == 403
    assert decide(client, comment, "approve").status_code == 403


def test_a_decision_is_taken_by_post_only(client, moderator):
    assert client.get(f"/desk/comments/{make_comment().pk}/decide/").status_code == 405


def test_a_comment_that_is_not_there_is_not_decided(client, moderator):
    assert client.post("/desk/comments/999999999999999999999/decide/").status_code == 404

"""Undo, the list of what was decided, several at once, and the one card that a script asks for."""

import re

import pytest

from clinic_cms.roles import MODERATOR
from comments.domain.moderation import approve, decide, reject
from comments.domain.posting import post_comment
from comments.enums import Outcome, Reason
from comments.models import Comment, ModerationDecision
from tests.comment_factories import make_approved, make_comment, make_rejected
from tests.factories import make_live_article, make_person

pytestmark = pytest.mark.django_db

QUEUE = "http://testserver/desk/comments/?lane=routine"
PART = {"X-Desk-Part": "1"}


@pytest.fixture
def moderator(client):
    person = make_person(MODERATOR, full_name="Mia Torres")
    client.force_login(person)
    return person


def act(client, comment, outcome, headers=None, **fields):
    data = {"outcome": outcome, "seen": comment.version, **fields}
    return client.post(f"/desk/comments/{comment.pk}/decide/", data, headers=headers)


def test_a_decision_on_the_comments_own_page_leads_back_to_the_queue(client, moderator):
    comment = make_comment()

    response = act(client, comment, "approve", {"Referer": f"http://testserver/desk/comments/{comment.pk}/"})

    assert response["Location"] == "/desk/comments/"


def undo_buttons(html: str) -> int:
    return len(re.findall(r'<form class="undo', html))


def test_a_decision_leads_back_to_where_it_was_taken_at_the_next_comment(client, moderator):
    response = act(client, make_comment(), "approve", {"Referer": QUEUE}, following="77")

    assert response["Location"] == "/desk/comments/?lane=routine#comment-77"


@pytest.mark.parametrize("outcome", ["approve", "reject", "spam"])
def test_what_was_just_decided_is_undone_from_the_queue(client, moderator, outcome):
    comment = make_comment()
    act(client, comment, outcome, reason="spam")
    offered = client.get("/desk/comments/").content.decode()

    act(client, Comment.objects.get(), "restore")

    assert (undo_buttons(offered), offered.count("undo--fresh")) == (1, 1)
    assert Comment.objects.get().status == "pending"
    first, second = ModerationDecision.objects.order_by("pk")
    assert second.undoes == first


def test_what_somebody_acted_on_since_is_not_offered(client, moderator):
    comment = approve(make_comment(), by=moderator, seen=1)
    decide(comment, Outcome.REMOVE, by=make_person(MODERATOR), seen=2, reason=Reason.ABUSE)

    assert undo_buttons(client.get("/desk/comments/").content.decode()) == 0


def test_everything_decided_is_listed_newest_first_and_undone_while_it_is_the_last_word(client, moderator):
    article = make_live_article()
    make_rejected("Buy pills", article=article, name="Noah")
    restored = make_approved("It is up.", article=article, name="Ann")
    decide(restored, Outcome.RESTORE, by=moderator, seen=restored.version)

    html = client.get("/desk/comments/decided/").content.decode()

    assert re.findall(r'class="status status--\w+">(.*?)</span>', html) == ["waiting", "approved", "rejected"]
    assert undo_buttons(html) == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [("", 3), ("?outcome=reject", 1), ("?by=me", 1), ("?outcome=approve&by=me", 0), ("?outcome=x&before=²", 3)],
)
def test_the_list_is_narrowed_by_act_and_to_ones_own(client, moderator, query, found):
    article = make_live_article()
    make_rejected(article=article)
    make_approved("It is up.", article=article)
    decide(make_comment("Sold.", article=article), Outcome.SPAM, by=moderator, seen=1)

    html = client.get(f"/desk/comments/decided/{query}").content.decode()

    assert html.count('<th scope="row">') == found


@pytest.mark.parametrize("count", [1, 40])
def test_the_list_costs_the_same_for_one_decision_and_for_forty(client, moderator, count, django_assert_num_queries):
    article = make_live_article()
    for number in range(count):
        approve(post_comment(article, name="Mia", body=f"Number {number}"), by=moderator, seen=1)

    with django_assert_num_queries(7):
        html = client.get("/desk/comments/decided/").content.decode()

    assert html.count('rel="next"') == int(count > 30)


def test_a_script_gets_the_card_as_it_is_after_the_act(client, moderator):
    comment = make_comment("It rains.")

    decided = act(client, comment, "approve", PART)
    undone = act(client, Comment.objects.get(), "restore", PART)

    assert (decided.status_code, decided.content.decode().count("Mia Torres approved this comment")) == (200, 1)
    assert (undone.status_code, undone.content.decode().count("It rains.")) == (200, 1)


def test_a_script_gets_the_refusal_on_the_card_with_what_was_typed(client, moderator):
    response = act(client, make_comment(), "reject", PART, note="Seen before.")

    html = response.content.decode()
    assert response.status_code == 422
    assert html.count("Choose a reason. The comment&#x27;s author reads it.") == 1
    assert html.count('value="Seen before."') == 1


def test_a_script_gets_who_was_faster(client, moderator):
    comment = make_comment()
    reject(comment, by=make_person(MODERATOR, full_name="Jo Lind"), seen=1, reason=Reason.SPAM)

    response = act(client, comment, "approve", PART)

    assert response.status_code == 409
    assert response.content.decode().count("Jo Lind rejected this comment on ") == 1


def test_several_are_told_first_and_done_when_confirmed(client, moderator):
    article = make_live_article()
    picked = [make_comment(words, article=article) for words in ("One", "I want to kill myself.")]
    data = {"outcome": "approve", "pick": [f"{each.pk}:1" for each in picked]}

    told = client.post("/desk/comments/several/", data)
    before = ModerationDecision.objects.count()
    done = client.post("/desk/comments/several/", {**data, "confirmed": "1"})

    assert (told.content.decode().count("1 of 2 can be done. Nothing has happened yet."), before) == (1, 0)
    assert told.content.decode().count("Will be left alone: Somebody may be in crisis.") == 1
    assert done.content.decode().count("1 of 2 are done.") == 1
    assert sorted(Comment.objects.values_list("status", flat=True)) == ["approved", "pending"]


@pytest.mark.parametrize(
    "fields", [{}, {"pick": "1:1"}, {"outcome": "remove", "pick": "1:1"}, {"outcome": "spam", "pick": "²:1"}]
)
def test_several_need_comments_and_an_act(client, moderator, fields):
    response = client.post("/desk/comments/several/", fields)

    assert (response.status_code, response["Location"]) == (302, "/desk/comments/")


def test_the_page_hears_who_looks_and_what_others_decided(client, moderator):
    article = make_live_article()
    one, two = (make_comment(words, article=article) for words in ("One", "Two"))
    other = make_person(MODERATOR, full_name="Jo Lind")
    approve(one, by=other, seen=1)
    seen = {"seen": f"{one.pk}:1,{two.pk}:1,²:1,x", "looking": str(two.pk)}
    client.post("/desk/comments/live/", seen)
    client.force_login(other)

    heard = client.post("/desk/comments/live/", seen).json()

    assert heard["looking"] == {str(two.pk): "Mia Torres is looking"}
    assert list(heard["decided"]) == [str(one.pk)]
    assert heard["decided"][str(one.pk)].startswith("Jo Lind approved this comment, ")
    assert str(heard).count("Two") == 0


@pytest.mark.parametrize("looking", ["", "²", "9" * 30, "999999"])
def test_whoever_looks_at_nothing_is_not_told_of(client, moderator, looking):
    comment = make_comment()
    client.post("/desk/comments/live/", {"seen": "", "looking": str(comment.pk)})

    answer = client.post("/desk/comments/live/", {"seen": "", "looking": looking})

    assert (answer.status_code, comment.looked_at_by.count()) == (200, 0)

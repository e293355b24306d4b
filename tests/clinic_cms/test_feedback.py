"""What readers think of a page: asked of everybody, told on the desk, and nobody's."""

import re

import pytest

from articles.domain import counting
from articles.enums import FollowUpKind
from articles.models import FollowUp
from clinic_cms.roles import EDITOR, MODERATOR
from comments.models import Dropped, Feedback
from tests.factories import make_live_article, make_person, make_withdrawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_live_article("Sleep")


def say(client, article, verdict, words="", **more):
    typed = {"verdict": verdict, "words": words, **more.pop("typed", {})}
    return client.post(f"/articles/{article.slug}/feedback/", typed, **more)


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_two_buttons_stand_beneath_every_article_and_one_press_is_enough(client, article):
    html = client.get(article.get_absolute_url()).content.decode()
    buttons = re.findall(r'name="verdict" value="(\w+)"', html)
    answers = [say(client, article, verdict) for verdict in buttons]

    assert buttons == ["useful", "not_useful"]
    assert [each["Location"] for each in answers] == [f"/articles/{article.slug}/feedback/thanks/"] * 2
    assert client.get(answers[0]["Location"]).status_code == 200
    assert sorted(Feedback.objects.values_list("verdict", flat=True)) == ["not_useful", "useful"]


def test_a_problem_is_kept_with_its_words_and_without_personal_details(client, article):
    say(client, article, "unclear", "The second part. Call me on 202 555 0143.\r\nAnn")

    (kept,) = Feedback.objects.all()
    assert (kept.verdict, kept.revision) == ("unclear", article.live_revision)
    assert kept.words == "The second part. Call me on [phone number removed].\nAnn"
    assert FollowUp.objects.count() == 0


def test_what_is_medically_wrong_is_looked_at_by_two_people_once(client, article):
    editor = make_person(EDITOR)
    say(client, article, "wrong", "The dose is ten times too much.")
    say(client, article, "wrong")

    (follow_up,) = FollowUp.objects.all()
    assert (follow_up.kind, follow_up.note) == (FollowUpKind.READER, "The dose is ten times too much.")
    assert (follow_up.revision, [each.value for each in follow_up.missing]) == (
        article.live_revision,
        ["editorial", "clinical"],
    )
    client.force_login(editor)
    assert "A reader told us on" in text_of(client.get(follow_up.get_absolute_url()))


@pytest.mark.parametrize(
    ("verdict", "words", "told"),
    [
        ("", "Hm.", "Choose what is wrong with it."),
        ("nonsense", "Hm.", "Select a valid choice"),
        ("other", "x" * 501, "at most 500"),
    ],
)
def test_what_cannot_be_taken_comes_back_with_its_words(client, article, verdict, words, told):
    response = say(client, article, verdict, words)

    assert (response.status_code in (409, 422), Feedback.objects.count()) == (True, 0)
    assert f">\n{words}</textarea>" in response.content.decode()
    assert told in text_of(response) or "nonsense" in verdict


def test_another_site_and_a_filled_trap_are_kept_out(client, article):
    elsewhere = say(client, article, "useful", headers={"Sec-Fetch-Site": "cross-site"})
    trapped = say(client, article, "wrong", "Buy", typed={"website": "x"})

    assert (elsewhere.status_code, trapped.status_code, Feedback.objects.count()) == (403, 200, 0)
    assert Dropped.objects.get().why == "trap"
    assert FollowUp.objects.count() == 0


def test_one_network_says_ten_things_in_ten_minutes(client, article):
    answers = [say(client, article, "useful", REMOTE_ADDR="198.51.100.7").status_code for _each in range(11)]

    assert answers == [303] * 10 + [429]
    assert Feedback.objects.count() == 10


def test_whoever_may_be_in_crisis_reads_where_to_find_help_before_anything_else(client, article):
    response = say(client, article, "other", "I want to kill myself.")

    html = response.content.decode()
    assert response.status_code == 200
    assert html.index("988") < html.index("<h1>")


def test_there_is_nothing_to_say_of_what_is_not_live(client):
    withdrawn = make_withdrawn("Gone").article

    assert [client.get(f"/articles/{withdrawn.slug}/feedback/{rest}").status_code for rest in ("", "thanks/")] == [
        404
    ] * 2


def test_the_desk_reads_how_useful_it_was_and_what_was_said(client, article, django_assert_max_num_queries):
    for verdict in ("useful", "useful", "not_useful"):
        say(client, article, verdict)
    for number in range(3):
        say(client, article, "unclear", f"Part {number} <b>")
    client.force_login(make_person(EDITOR))

    counting.count(article.pk, referrer="", own_host="clinic.example")
    for _each in range(5):
        counting.count(article.pk, referrer="https://news.example/x", own_host="clinic.example")
    counting.flush()

    with django_assert_max_num_queries(11):
        response = client.get(f"/desk/articles/{article.pk}/readers/")
    text = text_of(response)
    assert ("Readers by day: 6" in text, "news.example: 5" in text) == (True, True)
    assert "2 of 3 said yes: 67 %." in text
    assert "I could not understand it: 3" in text
    assert re.findall(r"Part (\d) &lt;b&gt;", text) == ["2", "1", "0"]
    client.force_login(make_person(MODERATOR))
    assert client.get(f"/desk/articles/{article.pk}/readers/").status_code == 403


def test_no_cookie_is_set_and_nothing_says_who_it_was(client, article):
    response = say(client, article, "useful", REMOTE_ADDR="198.51.100.7")

    assert response.cookies == {}
    assert {field.name for field in Feedback._meta.fields} == {"id", "article", "revision", "verdict", "words", "at"}

"""The page where an article begins, and the one that says who looks after it."""

import pytest

from articles.domain import drafting
from articles.models import Article, Revision
from clinic_cms.roles import CLINICIAN, EDITOR
from tests.factories import BRIEF, make_live, make_person, make_topic

pytestmark = pytest.mark.django_db
NEW = "/desk/articles/new/"


@pytest.fixture
def editor(client):
    person = make_person(EDITOR)
    client.force_login(person)
    return person


def test_every_kind_shows_its_sections_before_it_is_chosen(client, editor):
    page = client.get(NEW).content.decode()

    assert page.count("<details>") == 4
    assert "<dt>Risks and side effects</dt><dd>What can go wrong" in page


def test_the_kinds_begin_with_a_capital_as_labels_do(client, editor):
    kinds = client.get(NEW).context["form"].fields["kind"].choices

    assert [label for _kind, label in kinds] == [
        "A treatment or medicine", "A condition or symptom", "News or new evidence", "A service of this clinic",
    ]  # fmt: skip


def test_an_article_begins_with_its_kind_and_brief(client, editor):
    brief = {name: BRIEF[name] for name in ("kind", "audience", "need", "main_message")}

    answer = client.post(NEW, {"title": "Sleep well", "topic": make_topic().pk, **brief})

    revision = Revision.objects.get()
    assert answer.url == f"/desk/revisions/{revision.pk}/edit/"
    assert {name: getattr(revision, name) for name in brief} == brief
    assert revision.body.startswith('<div class="key-points"><h2 id="w-key-points">Key points</h2>')


def test_without_a_kind_nothing_begins_and_nothing_is_lost(client, editor):
    page = client.post(NEW, {"title": "Sleep well", "topic": make_topic().pk, "need": "To sleep."})

    assert (page.status_code, Article.objects.count()) == (422, 0)
    assert "To sleep." in page.content.decode()


def test_an_article_begins_with_the_words_of_another(client, editor):
    live = make_live()
    page = client.get(f"{NEW}?from={live.article_id}").content.decode()

    client.post(f"{NEW}?from={live.article_id}", {"title": "Swimming", "topic": live.topic_id})

    assert "It starts with the words and references of “Walking and mood”." in page
    assert Revision.objects.get(article__slug="swimming").body == live.body


@pytest.mark.parametrize("source", ["0", "x", "999999", "99999999999999999999", "-1"])
def test_words_of_nothing_are_not_found(client, editor, source):
    assert client.get(f"{NEW}?from={source}").status_code == 404


def test_who_looks_after_an_article_is_said_on_a_page_of_its_own(client, editor):
    live, owner = make_live(), make_person(CLINICIAN)
    address = f"/desk/articles/{live.article_id}/looking-after/"

    saved = client.post(address, {"seen": 0, "owner": owner.pk, "review_months": 6})
    stale = client.post(address, {"seen": 0, "owner": "", "review_months": ""})
    wrong = client.post(address, {"seen": 0, "owner": owner.pk, "review_months": 37})

    live.article.refresh_from_db()
    assert (saved.status_code, stale.status_code, wrong.status_code) == (302, 409, 422)
    assert (live.article.owner, live.article.review_months) == (owner, 6)
    screen = client.get(f"/desk/revisions/{live.pk}/").content.decode()
    assert f"<dd>{owner.display_name}</dd>" in screen
    assert "every 6 months" in screen


def test_a_form_without_the_brief_leaves_it_alone(client, editor):
    live = make_live()
    draft = client.post(f"/desk/articles/{live.article_id}/revise/", follow=True).context["revision"]
    fields = {"seen": draft.state_token, "title": "Rest", "topic": draft.topic_id, "author": draft.author_id}
    lists = {"references-TOTAL_FORMS": 0, "references-INITIAL_FORMS": 0}

    client.post(f"/desk/revisions/{draft.pk}/edit/", {**fields, **lists})

    draft.refresh_from_db()
    assert (draft.title, {name: getattr(draft, name) for name in BRIEF}) == ("Rest", BRIEF)


def test_nothing_beside_the_words_is_a_form_so_that_the_one_form_is_whole(client, editor):
    """A form in a form ends the outer one: its buttons would save nothing."""
    draft = drafting.start_article(by=editor, title="Rest", topic=make_topic(), kind="condition")

    page = client.get(f"/desk/revisions/{draft.pk}/edit/")

    inside = page.content.decode().split('<form id="writing"')[1].split("</form>")[0]
    stopping = [row["stops"] for group in page.context["findings"]["groups"] for row in group["rows"]]
    assert any(stopping)
    assert (
        inside.count("<form"),
        inside.count('name="csrfmiddlewaretoken"'),
        inside.count('name="stay" value="1"'),
    ) == (0, 1, 1)

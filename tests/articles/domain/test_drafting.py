import pytest

from articles.domain import drafting
from articles.enums import Status
from articles.models import Article, Contribution
from clinic_cms.roles import CLINICIAN, EDITOR, MODERATOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from tests.factories import make_draft, make_in_review, make_person, make_topic

pytestmark = pytest.mark.django_db


def save(revision, by, **words):
    return drafting.save_draft(revision, by=by, seen=revision.state_token, words=words)


def test_an_article_starts_as_a_draft_at_an_address_made_of_its_title():
    editor = make_person(EDITOR, full_name="Sam Rivera", job_title="Health writer")

    revision = drafting.start_article(by=editor, title="Sleep, and what helps", topic=make_topic())

    assert (revision.article.slug, revision.status, revision.number) == ("sleep-and-what-helps", Status.DRAFT, 1)
    assert revision.byline == "Sam Rivera, Health writer"


@pytest.mark.parametrize("role", [CLINICIAN, PUBLISHER, MODERATOR])
def test_only_an_editor_writes(role):
    with pytest.raises(Refusal):
        drafting.start_article(by=make_person(role), title="Sleep", topic=make_topic())

    assert Article.objects.count() == 0


def test_an_address_that_is_taken_is_refused():
    make_draft("Sleep")

    with pytest.raises(Refusal) as refusal:
        drafting.start_article(by=make_person(EDITOR), title="Sleep!", topic=make_topic())

    assert refusal.value.reason == "Another article has the address “sleep” already. Choose another title."


def test_a_title_without_a_letter_makes_no_address():
    with pytest.raises(Refusal):
        drafting.start_article(by=make_person(EDITOR), title="—!", topic=make_topic())


def test_saving_cleans_the_words_and_counts_them():
    draft = make_draft()

    saved = save(draft, draft.saved_by, body="<h2>Hello</h2><p onclick='x()'>Two words<script>alert(1)</script></p>")

    assert saved.body == '<h2 id="w-hello">Hello</h2><p>Two words</p>'
    assert saved.word_count == 3


def test_a_save_from_a_stale_page_is_refused_and_changes_nothing():
    draft, second = make_draft(), make_person(EDITOR)
    seen = draft.state_token
    save(draft, make_person(EDITOR, full_name="Nadia Rahman"), title="First")

    with pytest.raises(StaleRefusal) as refusal:
        drafting.save_draft(draft, by=second, seen=seen, words={"title": "Second"})

    draft.refresh_from_db()
    assert refusal.value.reason.startswith("Nadia Rahman saved these words on ")
    assert draft.title == "First"
    assert not Contribution.objects.filter(person=second).exists()


def test_frozen_words_cannot_be_saved():
    revision = make_in_review()

    with pytest.raises(Refusal) as refusal:
        save(revision, revision.saved_by, title="Changed")

    assert refusal.value.reason == "These words are in review, so they can't be changed."


def test_words_too_large_to_clean_are_refused():
    draft = make_draft()

    with pytest.raises(Refusal):
        save(draft, draft.saved_by, body="<div>" * 200 + "x")


def test_references_are_replaced_in_the_order_given():
    draft = make_draft()

    drafting.save_draft(
        draft, by=draft.saved_by, seen=draft.state_token, words={}, references=[{"title": "B"}, {"title": "A"}]
    )

    assert list(draft.references.values_list("position", "title")) == [(1, "B"), (2, "A")]


def test_discarding_keeps_the_words_in_the_history():
    draft = make_draft()

    drafting.discard(draft, by=draft.saved_by, seen=draft.state_token)

    assert draft.article.revisions.get().status == Status.DISCARDED

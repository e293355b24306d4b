import re
from html import unescape

import pytest

from articles.domain import reviewing
from articles.domain.drafting import save_draft, start_revision
from clinic_cms.roles import CLINICIAN, EDITOR
from tests.articles.domain.test_corrections import corrected
from tests.factories import BODY, REFERENCE, make_draft, make_live, make_person, make_update

pytestmark = pytest.mark.django_db

OLD = BODY.replace("Start with ten minutes.", 'Take 0.5 mg. See <a href="/old/">this</a> <strong>page</strong>.')
NEW = BODY.replace("Start with ten minutes.", 'Take 5 mg. See <a href="/new/">this</a> <em>page</em>.')


def text(html: str) -> str:
    """What stands on the page, as a screen reader meets it."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def box(html: str) -> str:
    return text(re.search(r'<section class="numbers-changed.*?</section>', html, re.DOTALL)[0])


def with_references(live, references):
    """A draft that cites other sources than the live words."""
    draft = start_revision(live.article, by=make_person(EDITOR))
    return save_draft(draft, by=draft.created_by, seen=draft.state_token, words={}, references=references)


@pytest.fixture
def reviewer(client):
    person = make_person(CLINICIAN)
    client.force_login(person)
    return person


def compared(client, old, new) -> str:
    return client.get(f"/desk/articles/{new.article_id}/compare/?old={old.pk}&new={new.pk}").content.decode()


def test_the_numbers_that_changed_come_first_with_the_words_around_them(client, reviewer):
    live = make_live(body=OLD)

    html = compared(client, live, make_update(live, body=NEW))

    assert (
        box(html)
        == "Numbers changed 0.5 mg → became 5 mg “Take 5 mg . See this page. Stop if it hurts.” · What you can do"
    )
    assert html.index("numbers-changed") < html.index('id="field-title"')


def test_a_page_without_changed_numbers_says_so(client, reviewer):
    live = make_live()

    html = compared(client, live, make_update(live, summary="Why a long walk helps."))

    assert box(html) == "Numbers changed No number changed: every dose, unit, percentage and date is as it was."


def test_links_and_formatting_are_told_in_words(client, reviewer):
    live = make_live(body=OLD)

    words = text(compared(client, live, make_update(live, body=NEW)))

    assert words.count("(link: /old/ → became /new/ )") == 1
    assert words.count("(was bold, is italic)") == 1


def test_a_change_is_marked_by_elements_and_words_and_not_by_colour_alone(client, reviewer):
    live = make_live(body=OLD)

    html = compared(client, live, make_update(live, body=NEW))

    words = text(re.search(r'<p class="compare-words">[^\n]*0\.5.*?</p>', html)[0])
    assert words.startswith("Take removed: 0.5 end of what was removed inserted: 5 end of what was inserted mg. See")


def test_without_saying_which_it_is_what_readers_see_against_the_newest(client, reviewer):
    live = make_live(body=OLD)
    draft = make_update(live, body=NEW)

    html = client.get(f"/desk/articles/{live.article_id}/compare/").content.decode()

    assert re.findall(r'<option value="(\d+)" selected>', html) == [str(live.pk), str(draft.pk)]


def test_an_article_with_one_revision_has_nothing_to_compare(client, reviewer):
    draft = make_draft()

    response = client.get(f"/desk/articles/{draft.article_id}/compare/")

    assert response.status_code == 200
    assert text(response.content.decode()).count("there is nothing to compare it with") == 1


def test_equal_revisions_have_no_mark(client, reviewer):
    live = make_live()
    draft = start_revision(live.article, by=make_person(EDITOR))

    html = compared(client, live, draft)

    assert (html.count("<ins"), html.count("<del"), html.count('id="change-1"')) == (0, 0, 0)
    assert text(html).count("No number changed, and nothing else did: readers would see the same words.") == 1


@pytest.mark.parametrize("asked", ["?new={other}", "?old={other}", "?new=0", "?old=x", "?new=99999999999999999999"])
def test_revisions_of_other_articles_are_not_found(client, reviewer, asked):
    live, other = make_live(), make_draft("Another article")

    response = client.get(f"/desk/articles/{live.article_id}/compare/{asked.format(other=other.pk)}")

    assert response.status_code == 404


def test_what_somebody_typed_never_becomes_markup(client, reviewer):
    live = make_live()
    draft = make_update(live, title="<script>ran(1)</script>", summary="<i>5</i> ways", interests='"><img src=x>')

    html = compared(client, live, draft)

    assert (html.count("<script>ran"), html.count("<i>5</i>"), html.count("<img src=x>")) == (0, 0, 0)


def test_changed_references_are_told_with_both_values(client, reviewer):
    live = make_live()
    draft = with_references(live, [{**REFERENCE, "year": "2025"}])

    words = text(compared(client, live, draft))

    assert words.count("year: removed: 2024 → became inserted: 2025") == 1


def test_a_public_correction_is_told_with_its_numbers_as_what_comes_with_the_update(client, reviewer):
    live = make_live()
    draft = make_update(live, correction_said="Take 5 mg a day.", correction_says="Take 0.5 mg a day.")

    html = compared(client, live, draft)

    words = text(html)
    assert box(html).count("added: 0.5 mg a day") == 1
    assert words.count("Correction: the article said Added · Paragraph") == 1
    assert words.count("inserted: Take 0.5 mg a day. end of what was inserted") == 1


def test_a_correction_that_readers_see_already_is_not_told_as_removed(client, reviewer):
    live = corrected(make_live())

    words = text(compared(client, live, make_update(live, summary="Another summary.")))

    assert (words.count("1 passage changed."), words.count("Correction")) == (1, 0)


def test_a_correction_that_a_draft_dropped_again_is_told(client, reviewer):
    first = make_update(make_live(), correction_said="Take 5 mg a day.", correction_says="Take 0.5 mg a day.")
    submitted = reviewing.submit(first, by=first.saved_by, seen=first.state_token)
    draft = reviewing.recall(submitted, by=first.saved_by, seen=submitted.state_token)
    nothing = {"correction_said": "", "correction_says": ""}
    draft = save_draft(draft, by=first.saved_by, seen=draft.state_token, words=nothing)

    words = text(compared(client, submitted, draft))

    assert words.count("removed: Take 0.5 mg a day. end of what was removed") == 1


def test_texts_that_are_too_different_to_be_marked_word_by_word_say_so(client, reviewer):
    """A pair made to be slow: whole passages are marked, the page tells why, and it comes with everything on it."""
    old, new = (
        f"<h2>Words</h2><p>{'take one not two ' * 900}</p>",
        f"<h2>Words</h2><p>{'two not take one ' * 900}</p>",
    )
    old, new = old + BODY, new.replace("two not", "not two", 400) + BODY
    live = make_live(body=old)

    rough, usual = compared(client, live, make_update(live, body=new)), compared(client, live, live)

    sentence = "These texts differ so much that some passages are marked as a whole, not word by word."
    assert (text(rough).count(sentence), text(usual).count(sentence)) == (1, 0)
    assert rough.count("</main>") == 1


def test_every_change_leads_to_the_one_before_and_after(client, reviewer):
    live = make_live(body=OLD)

    html = compared(client, live, make_update(live, body=NEW, summary="Another summary.", interests="Some"))

    anchors = re.findall(r'id="(change-\d+)" tabindex="-1"', html)
    assert anchors == ["change-1", "change-2", "change-3"]
    assert re.findall(r'href="#(change-\d+)">(Go|Next|Previous)', html) == [
        ("change-1", "Go"),
        ("change-2", "Next"),
        ("change-1", "Previous"),
        ("change-3", "Next"),
        ("change-2", "Previous"),
    ]


def test_the_review_screen_leads_to_the_comparison_with_what_readers_see(client, reviewer):
    live = make_live()
    draft = make_update(live, summary="Another summary.")

    html = client.get(f"/desk/revisions/{draft.pk}/").content.decode()

    link = f"/desk/articles/{live.article_id}/compare/?old={live.pk}&amp;new={draft.pk}"
    assert re.findall(rf'href="{re.escape(link)}">([^<]*)<', html) == ["Compare with what readers see now", "compare"]


@pytest.mark.parametrize("count", [1, 5])
def test_it_costs_the_same_few_queries_for_few_and_for_many_revisions(
    client, reviewer, django_assert_num_queries, count
):
    live = make_live()
    references = [{**REFERENCE, "title": f"Source {number}"} for number in range(count)]
    draft = with_references(live, references)
    compared(client, live, draft)

    with django_assert_num_queries(12):
        compared(client, live, draft)

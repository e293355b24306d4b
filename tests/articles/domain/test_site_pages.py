"""Pages about the site are written, signed off and published like articles, by an editor's sign-off alone."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.domain import addresses, drafting, reviewing
from articles.domain.check_runs import keep_run
from articles.domain.readiness import problems, unprepared
from articles.domain.site_pages import all_site_pages, start_site_page, what_is_live
from articles.enums import CheckOccasion, Risk, SignOffKind, SitePage, Status
from articles.headings import outline
from articles.models import Article, Review, Revision, SearchEntry
from articles.site_pages import frame
from clinic_cms.demonstration.site_pages import PAGES, write
from clinic_cms.profile import clinic
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from clinic_cms.shared.refusal import Refusal
from comments.domain import feedback, posting
from tests.factories import give_sign_offs, make_draft, make_in_review, make_person, make_topic
from tests.site_pages import make_in_review_page, make_live_page, make_page_draft

pytestmark = pytest.mark.django_db


def test_a_page_starts_with_its_title_its_sections_and_no_disclaimer():
    draft = start_site_page(SitePage.PRIVACY, by=make_person(EDITOR))

    assert (draft.article.slug, draft.article.get_absolute_url()) == ("site-privacy", "/about/privacy/")
    headings = [each.text for each in outline(draft.body)]
    assert (draft.title, draft.disclaimer, draft.interests) == ("Privacy", "", "None")
    assert headings == [each.text for each in outline(frame(SitePage.PRIVACY))]
    assert headings[0] == "When you read"
    assert unprepared(draft) == []


@pytest.mark.parametrize("each", PAGES, ids=lambda each: each.page.value)
def test_what_the_demonstration_says_of_this_software_passes_every_check(each):
    assert problems(write(each, by=make_person(EDITOR))) == []


def test_one_editor_who_did_not_write_it_signs_it_off_and_the_words_are_live():
    editor = make_person(EDITOR)
    draft = make_page_draft(SitePage.CONTACT, by=editor)
    submitted = reviewing.submit(draft, by=editor, seen=draft.state_token)
    missing = submitted.review.missing()

    signed = give_sign_offs(submitted)

    assert missing == {SignOffKind.EDITORIAL: 1}
    assert signed.status == Status.SIGNED_OFF


def test_in_a_topic_of_high_risk_it_needs_what_every_article_there_needs():
    editor = make_person(EDITOR)
    draft = make_page_draft(SitePage.CONTACT, by=editor, topic=make_topic(Risk.HIGH, "Medicines"))
    submitted = reviewing.submit(draft, by=editor, seen=draft.state_token)

    assert submitted.review.missing() == {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 2}


def test_only_an_editor_begins_a_page_each_page_once_and_no_article_takes_its_address():
    editor = make_person(EDITOR)
    with pytest.raises(Refusal, match=r"^Only an editor can write articles\.$"):
        start_site_page(SitePage.CONTACT, by=make_person(CLINICIAN))
    with pytest.raises(Refusal, match=r"^The site itself needs the address “site-contact”\."):
        drafting.start_article(by=editor, title="Site: contact", topic=make_topic(), slug="site-contact")
    page, publisher = start_site_page(SitePage.CONTACT, by=editor).article, make_person(PUBLISHER)
    with pytest.raises(Refusal, match=r"^A page of the site keeps its address\.$"):
        addresses.change(page, "reach-us", by=publisher, seen="site-contact")
    with pytest.raises(Refusal, match=r"^The site itself needs that address\."):
        addresses.change(make_draft().article, "site-privacy", by=publisher, seen="walking-and-mood")
    with pytest.raises(Refusal, match=r"^Somebody has begun this page already\. Open it from the list\.$"):
        start_site_page(SitePage.CONTACT, by=editor)

    assert [each.page.value for each in all_site_pages() if each.is_open] == ["contact"]
    assert what_is_live(clinic().written).site_pages == []


def test_a_live_page_is_in_no_library_search_or_topic_and_takes_no_comments_or_remarks():
    article = make_live_page(SitePage.PRIVACY).article

    assert (list(Article.objects.live()), list(Article.objects.library())) == ([article], [])
    assert list(Article.objects.for_cards()) == []
    assert SearchEntry.objects.count() == 0
    assert [(each.address, each.name) for each in what_is_live(clinic().written).site_pages] == [
        ("/about/privacy/", "Privacy")
    ]
    topics = type(article.live_revision.topic).objects
    assert (list(topics.with_live_articles()), list(topics.known_to_readers())) == ([], [])
    with pytest.raises(posting.NotLive):
        posting.post_comment(article, name="Ana", body="Thank you.")
    with pytest.raises(Refusal, match="not here any more"):
        feedback.give(article, "useful", "")


REFUSED = "UPDATE on articles_article is refused"


def test_the_review_date_of_a_page_is_the_day_of_its_sign_off_in_the_database_too():
    live = make_live_page()
    today = timezone.localdate()
    signed = give_sign_offs(make_in_review_page(SitePage.PRIVACY))
    keep_run(signed, CheckOccasion.GOING_LIVE)

    assert live.last_reviewed_on == today
    with pytest.raises(IntegrityError, match="the last review is the day"), transaction.atomic():
        Revision.objects.filter(pk=signed.pk).update(
            status=Status.PUBLISHED,
            published_at=timezone.now(),
            last_reviewed_on=today + timedelta(days=9),
            next_review_due=today + timedelta(days=99),
        )


def refused(sql, *arguments):
    with pytest.raises(IntegrityError) as problem, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, arguments)
    return str(problem.value).splitlines()[0]


def test_the_database_keeps_which_article_is_which_page():
    article = make_draft().article
    page = make_page_draft(SitePage.PRIVACY).article
    become = "UPDATE articles_article SET site_page = %s, slug = %s WHERE id = %s"

    assert refused(become, "contact", "site-contact", article.pk) == f"{REFUSED}: an article stays the page that it is"
    assert refused(become, None, "privacy", page.pk) == f"{REFUSED}: an article stays the page that it is"
    assert "a_site_page_has_the_address_kept_for_it" in refused(
        "UPDATE articles_article SET slug = 'elsewhere' WHERE id = %s", page.pk
    )
    assert "a_site_page_has_the_address_kept_for_it" in refused(
        "UPDATE articles_article SET slug = 'site-contact' WHERE id = %s", article.pk
    )


def test_the_database_opens_no_review_of_a_health_article_without_a_clinical_sign_off():
    draft = make_draft()
    known = Review.objects.filter(pk=make_in_review("Another").review.pk).values().get()
    new = Review(**known | {"id": None, "revision_id": draft.pk, "clinical_needed": 0})

    with pytest.raises(IntegrityError, match="a health article needs a clinical sign-off"), transaction.atomic():
        new.save(force_insert=True)

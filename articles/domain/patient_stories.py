"""Which patients' words an article shows, and whether their written authorization holds today."""

from django.utils import timezone

from articles.checks import StoryFacts
from articles.checks.finding import normalised
from articles.checks.html_reading import HtmlReader
from articles.models import PatientStory, Revision


def story_facts(revision: Revision) -> tuple[StoryFacts, ...]:
    """What is on record for this article. Of what is not allowed today only what the words still show: a story that
    was taken out stops nobody.
    """
    stories = list(PatientStory.objects.filter(article=revision.article_id).order_by("pk"))
    if not stories:
        return ()
    words, today = words_for_stories(revision), timezone.localdate()
    facts = [StoryFacts(quote=each.quote, authorised=each.authorised_on(today)) for each in stories]
    allowed = {normalised(each.quote) for each in facts if each.authorised}
    return tuple(
        each
        for each in facts
        if each.authorised or ((quote := normalised(each.quote)) in words and quote not in allowed)
    )


def shown_without_authorization() -> list[PatientStory]:
    """The stories that live articles show today, though nothing on record allows it."""
    today = timezone.localdate()
    shown = PatientStory.objects.unauthorised(today).filter(article__live_revision__isnull=False)
    found = [
        story
        for story in shown.select_related("article__live_revision").order_by("pk")
        if (live := story.article.live_revision) and normalised(story.quote) in words_for_stories(live)
    ]
    if not found:
        return []
    signed = PatientStory.objects.authorised(today).filter(article__in={story.article_id for story in found})
    again = {(each.article_id, normalised(each.quote)) for each in signed}
    return [story for story in found if (story.article_id, normalised(story.quote)) not in again]


def words_for_stories(revision: Revision) -> str:
    """The words as stories are sought in them: the shape of quotation marks, case and white space don't count."""
    return normalised(HtmlReader(revision.body).read().text)

"""Patients' words that are still live after the patient's authorization ended: two people are asked to look."""

from django.db import transaction

from articles.checks.finding import normalised
from articles.domain.follow_ups import open_for_story
from articles.domain.patient_stories import shown_without_authorization, words_for_stories
from articles.models import Article, PatientStory


def look_for_ended_authorizations() -> list[PatientStory]:
    """The stories that live articles show since their authorization ended or was taken back: each article gets one
    follow-up for it. The clock calls this every round.
    """
    found = []
    for story in shown_without_authorization():
        with transaction.atomic():
            live = Article.objects.locked().get(pk=story.article_id).live_revision
            if live and normalised(story.quote) in words_for_stories(live) and open_for_story(live, story):
                found.append(story)
    return found

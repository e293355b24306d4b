"""Every address of the desk with what it answers to each role; the role tests read their own column.

A new address that is not in the table fails `tests/architecture/test_urls_are_guarded.py`.
"""

from dataclasses import dataclass
from uuid import uuid4

from django.test import Client
from django.urls import reverse

from articles.domain.keeping import keep_version
from articles.domain.sharing import share
from articles.models import Notice
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, MODERATOR, PRIVACY_OFFICER, PUBLISHER
from comments.domain import canned_replies
from comments.models import CannedReply
from tests.clinic_records import make_clinic_phone, make_service, make_story
from tests.comment_factories import make_comment, make_second_look
from tests.factories import (
    make_credential,
    make_crisis_line,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_plan,
    make_thread,
    make_use,
    make_withdrawn,
)
from tests.pictures import make_picture

WRITERS = frozenset({EDITOR})
READERS = frozenset({EDITOR, CLINICIAN, PUBLISHER, ADMINISTRATOR})
SHARERS = frozenset({EDITOR, CLINICIAN, PUBLISHER})
PUBLISHERS = frozenset({PUBLISHER})
WITHDRAWERS = frozenset({PUBLISHER, CLINICIAN})
DISCUSSERS = frozenset({EDITOR, CLINICIAN, PUBLISHER})
WITHDRAWERS = frozenset({PUBLISHER, CLINICIAN})
MODERATORS = frozenset({MODERATOR, PRIVACY_OFFICER})
PRIVACY_OFFICERS = frozenset({PRIVACY_OFFICER})
KEEPERS_OF_COMMENT_RULES = frozenset({PRIVACY_OFFICER, ADMINISTRATOR})
ADMINISTRATORS = frozenset({ADMINISTRATOR})
KEEPERS_OF_MEDICINES = frozenset({CLINICIAN, PUBLISHER, ADMINISTRATOR})
KEEPERS_OF_CRISIS_LINES = frozenset({PUBLISHER, ADMINISTRATOR})
KEEPERS_OF_SERVICES = frozenset({PUBLISHER, ADMINISTRATOR})
KEEPERS_OF_THE_CLINIC = frozenset({PUBLISHER, ADMINISTRATOR})
KEEPERS_OF_STORIES = frozenset({CLINICIAN, PUBLISHER})
EVERYBODY = READERS | MODERATORS


@dataclass(frozen=True, slots=True)
class Address:
    name: str
    method: str
    roles: frozenset[str]
    arguments: tuple[str, ...] = ()  # names of the things in `things()`

    def url(self, made: dict[str, object]) -> str:
        return reverse(f"desk:{self.name}", args=[made[argument] for argument in self.arguments])


ADDRESSES = [
    Address("home", "get", EVERYBODY),
    Address("articles", "get", READERS),
    Address("article_new", "get", WRITERS),
    Address("article_new", "post", WRITERS),
    Address("revise", "post", WRITERS, ("live_article",)),
    Address("translate", "post", WRITERS, ("live_article",)),
    Address("address", "get", PUBLISHERS, ("live_article",)),
    Address("address", "post", PUBLISHERS, ("live_article",)),
    Address("looking_after", "get", WRITERS, ("live_article",)),
    Address("looking_after", "post", WRITERS, ("live_article",)),
    Address("reports", "get", READERS),
    Address("site_pages", "get", READERS),
    Address("site_page_start", "post", WRITERS, ("site_page",)),
    Address("compare", "get", READERS, ("live_article",)),
    Address("review_dates", "get", READERS),
    Address("recheck", "post", WRITERS, ("live_revision",)),
    Address("reviews", "get", READERS),
    Address("claim", "post", READERS, ("review",)),
    Address("release", "post", READERS, ("review",)),
    Address("assign", "post", PUBLISHERS, ("review",)),
    Address("follow_ups", "get", READERS),
    Address("follow_up", "get", READERS, ("follow_up",)),
    Address("follow_up", "post", READERS, ("follow_up",)),
    Address("revision", "get", READERS, ("draft",)),
    Address("follow_source", "post", WRITERS, ("draft",)),
    Address("revision_edit", "get", WRITERS, ("draft",)),
    Address("revision_writing", "post", WRITERS, ("draft",)),
    Address("revision_take_over", "post", WRITERS, ("draft",)),
    Address("revision_edit", "post", WRITERS, ("draft",)),
    Address("draft_preview", "post", WRITERS, ("draft",)),
    Address("autosave", "post", WRITERS, ("draft",)),
    Address("unsaved", "get", READERS, ("draft",)),
    Address("unsaved_text", "get", READERS, ("draft", "window")),
    Address("unsaved_throw_away", "post", READERS, ("draft", "window")),
    Address("version", "get", READERS, ("draft", "version")),
    Address("version", "post", READERS, ("draft", "version")),
    Address("earlier_revision", "get", READERS, ("draft", "draft")),
    Address("earlier_revision", "post", READERS, ("draft", "draft")),
    Address("writing_me", "get", EVERYBODY),
    Address("writing_signed_in", "get", EVERYBODY),
    Address("step", "post", READERS, ("in_review", "action")),
    Address("as_of", "get", READERS, ("live_article",)),
    Address("readers", "get", READERS, ("live_article",)),
    Address("evidence", "get", READERS, ("live_article",)),
    Address("share", "get", SHARERS, ("in_review",)),
    Address("share", "post", SHARERS, ("in_review",)),
    Address("preview_revoke", "post", SHARERS, ("preview",)),
    Address("notices", "get", EVERYBODY),
    Address("notices_choose", "post", EVERYBODY),
    Address("notice_try_again", "post", ADMINISTRATORS, ("notice",)),
    Address("follow", "post", READERS, ("live_article",)),
    Address("thread_new", "post", DISCUSSERS, ("in_review",)),
    Address("thread_reply", "post", DISCUSSERS, ("thread",)),
    Address("thread_resolve", "post", DISCUSSERS, ("thread",)),
    Address("thread_reopen", "post", DISCUSSERS, ("thread",)),
    Address("calendar", "get", READERS),
    Address("plan_withdrawal", "post", PUBLISHERS, ("live_revision",)),
    Address("plan_cancel", "post", PUBLISHERS, ("plan",)),
    Address("plan_now", "post", WITHDRAWERS, ("plan",)),
    Address("sources", "get", READERS),
    Address("source_add", "post", WRITERS),
    Address("source_read", "post", WRITERS),
    Address("source_find", "get", WRITERS),
    Address("source_lookups", "get", WRITERS),
    Address("source", "get", READERS, ("source",)),
    Address("source", "post", READERS, ("source",)),
    Address("pictures", "get", READERS),
    Address("picture_upload", "post", WRITERS),
    Address("picture_choose", "get", WRITERS),
    Address("picture", "get", READERS, ("picture",)),
    Address("picture", "post", READERS, ("picture",)),
    Address("picture_consent", "post", READERS, ("picture",)),
    Address("picture_consent_withdraw", "post", READERS, ("picture",)),
    Address("picture_delete", "post", WRITERS, ("picture",)),
    Address("comments", "get", MODERATORS),
    Address("comments_live", "post", MODERATORS),
    Address("comments_bulk", "post", MODERATORS),
    Address("comments_decided", "get", MODERATORS),
    Address("comments_report", "get", MODERATORS),
    Address("comment_rules", "get", KEEPERS_OF_COMMENT_RULES),
    Address("comment_rules", "post", KEEPERS_OF_COMMENT_RULES),
    Address("comment_switch", "post", KEEPERS_OF_COMMENT_RULES),
    Address("canned_replies", "get", MODERATORS),
    Address("canned_replies", "post", MODERATORS),
    Address("canned_reply", "get", MODERATORS, ("canned_reply",)),
    Address("canned_reply", "post", MODERATORS, ("canned_reply",)),
    Address("canned_reply_retire", "post", MODERATORS, ("canned_reply",)),
    Address("second_looks", "get", MODERATORS),
    Address("second_look", "post", MODERATORS, ("second_look",)),
    Address("side_effects", "get", MODERATORS),
    Address("side_effect", "post", MODERATORS, ("comment",)),
    Address("comment", "get", MODERATORS, ("comment",)),
    Address("comment_reply", "post", MODERATORS, ("comment",)),
    Address("comment_note", "post", MODERATORS, ("comment",)),
    Address("comment_redact", "get", MODERATORS, ("comment",)),
    Address("comment_redact", "post", MODERATORS, ("comment",)),
    Address("comment_original", "post", PRIVACY_OFFICERS, ("comment",)),
    Address("decide", "post", MODERATORS, ("comment",)),
    Address("crisis_alerts", "get", MODERATORS | ADMINISTRATORS),
    Address("crisis_alerts", "post", MODERATORS | ADMINISTRATORS),
    Address("people", "get", ADMINISTRATORS),
    Address("person_new", "get", ADMINISTRATORS),
    Address("person_new", "post", ADMINISTRATORS),
    Address("person", "get", ADMINISTRATORS, ("person",)),
    Address("person", "post", ADMINISTRATORS, ("person",)),
    Address("person_invite", "post", ADMINISTRATORS, ("person",)),
    Address("credential_new", "post", ADMINISTRATORS, ("person",)),
    Address("credential_verify", "post", ADMINISTRATORS, ("person", "credential")),
    Address("clinic", "get", KEEPERS_OF_THE_CLINIC),
    Address("clinic", "post", KEEPERS_OF_THE_CLINIC),
    Address("topics", "get", PUBLISHERS),
    Address("topic_new", "get", PUBLISHERS),
    Address("topic_new", "post", PUBLISHERS),
    Address("topic", "get", PUBLISHERS, ("topic",)),
    Address("topic", "post", PUBLISHERS, ("topic",)),
    Address("check", "post", WRITERS, ("draft",)),
    Address("let_stand", "post", READERS, ("draft",)),
    Address("take_back", "post", READERS, ("draft",)),
    Address("ask_clinicians", "post", READERS, ("draft",)),
    Address("medicines", "get", KEEPERS_OF_MEDICINES),
    Address("medicine_new", "get", KEEPERS_OF_MEDICINES),
    Address("medicine_new", "post", KEEPERS_OF_MEDICINES),
    Address("medicine", "get", KEEPERS_OF_MEDICINES, ("medicine",)),
    Address("medicine", "post", KEEPERS_OF_MEDICINES, ("medicine",)),
    Address("medicine_use_new", "get", KEEPERS_OF_MEDICINES, ("medicine",)),
    Address("medicine_use_new", "post", KEEPERS_OF_MEDICINES, ("medicine",)),
    Address("medicine_use", "get", KEEPERS_OF_MEDICINES, ("medicine_use",)),
    Address("medicine_use", "post", KEEPERS_OF_MEDICINES, ("medicine_use",)),
    Address("medicine_use_verify", "post", KEEPERS_OF_MEDICINES, ("medicine_use",)),
    Address("condition_new", "get", KEEPERS_OF_MEDICINES),
    Address("condition_new", "post", KEEPERS_OF_MEDICINES),
    Address("condition", "get", KEEPERS_OF_MEDICINES, ("condition",)),
    Address("condition", "post", KEEPERS_OF_MEDICINES, ("condition",)),
    Address("crisis_lines", "get", KEEPERS_OF_CRISIS_LINES),
    Address("crisis_line_new", "get", KEEPERS_OF_CRISIS_LINES),
    Address("crisis_line_new", "post", KEEPERS_OF_CRISIS_LINES),
    Address("crisis_line", "get", KEEPERS_OF_CRISIS_LINES, ("crisis_line",)),
    Address("crisis_line", "post", KEEPERS_OF_CRISIS_LINES, ("crisis_line",)),
    Address("crisis_line_verify", "post", KEEPERS_OF_CRISIS_LINES, ("crisis_line",)),
    Address("services", "get", KEEPERS_OF_SERVICES),
    Address("service_new", "get", KEEPERS_OF_SERVICES),
    Address("service_new", "post", KEEPERS_OF_SERVICES),
    Address("service", "get", KEEPERS_OF_SERVICES, ("service",)),
    Address("service", "post", KEEPERS_OF_SERVICES, ("service",)),
    Address("clinic_phone_new", "get", KEEPERS_OF_SERVICES),
    Address("clinic_phone_new", "post", KEEPERS_OF_SERVICES),
    Address("clinic_phone", "get", KEEPERS_OF_SERVICES, ("clinic_phone",)),
    Address("clinic_phone", "post", KEEPERS_OF_SERVICES, ("clinic_phone",)),
    Address("stories", "get", KEEPERS_OF_STORIES),
    Address("story_new", "get", KEEPERS_OF_STORIES, ("live_article",)),
    Address("story_new", "post", KEEPERS_OF_STORIES, ("live_article",)),
    Address("story", "get", KEEPERS_OF_STORIES, ("story",)),
    Address("story", "post", KEEPERS_OF_STORIES, ("story",)),
    Address("topic_withdraw", "get", WITHDRAWERS, ("topic",)),
    Address("topic_withdraw", "post", WITHDRAWERS, ("topic",)),
]


def things() -> dict[str, object]:
    """One of everything that an address of the desk can be about."""
    live = make_live("Live words")
    use = make_use()
    person, in_review = make_person(CLINICIAN), make_in_review("Words in review")
    preview = share(in_review, by=person, name="Robin Hale", email="robin@elsewhere.example")
    draft = make_draft("Draft words")
    canned_replies.seed()
    version = keep_version(draft, by=draft.saved_by, seen=draft.state_token, name="Before the cuts")
    return {
        "live_article": live.article_id,
        "live_revision": live.pk,
        "plan": make_plan(live).pk,
        "draft": draft.pk,
        "version": version.pk,
        "window": uuid4(),
        "in_review": in_review.pk,
        "preview": preview.pk,
        "review": in_review.review.pk,
        "thread": make_thread(live).pk,
        "action": "recall",
        "site_page": "contact",
        "comment": make_comment(article=live.article).pk,
        "canned_reply": CannedReply.objects.get(key="support").pk,
        "second_look": make_second_look(article=live.article).pk,
        "person": person.pk,
        "credential": make_credential(person, verified_on=None).pk,
        "picture": make_picture().token,
        "source": make_draft("Cites a source").references.get().source_id,
        "topic": live.topic_id,
        "medicine": use.drug_id,
        "condition": use.condition_id,
        "medicine_use": use.pk,
        "crisis_line": make_crisis_line().pk,
        "service": make_service().pk,
        "clinic_phone": make_clinic_phone().pk,
        "story": make_story(live.article).pk,
        "follow_up": make_withdrawn("Withdrawn words").follow_ups.get().pk,
        "notice": Notice.objects.latest("pk").pk,
    }


def allowed(client: Client) -> set[tuple[str, str]]:
    """The addresses that answer whoever is signed in with anything but 403."""
    made = things()
    return {
        (address.name, address.method)
        for address in ADDRESSES
        if getattr(client, address.method)(address.url(made)).status_code != 403
    }


def expected(role: str) -> set[tuple[str, str]]:
    return {(address.name, address.method) for address in ADDRESSES if role in address.roles}

"""The fifteen tests that no other system passes: what each of them lets through, tried here by the people who would.

Each is named after its sentence, and goes through the desk's pages where a person would. What they are, and where other
systems fail them, stands in `docs/decisions/0014-the-fifteen.md`.
"""

import re
from datetime import date, timedelta
from html import unescape

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.checklists import record
from articles.domain import drafting, publishing
from articles.domain.due import do_what_is_due
from articles.domain.facts import compute_seal, valid_credential
from articles.domain.history import broken_chains
from articles.enums import SignOffKind, Status
from articles.models import Article, Notice, Revision, SignOff, Transition
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import (
    BODY,
    answers_for,
    give_sign_offs,
    make_credential,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_scheduled,
    make_signed_off,
    make_update,
)
from tests.notice_queue import run_the_queue, told
from tests.races import race

pytestmark = pytest.mark.django_db

WEAK, STRONG = BODY.replace("ten minutes", "0.5 mg"), BODY.replace("ten minutes", "5 mg")


class Desk:
    """One person at their desk, with the pages they have open."""

    def __init__(self, person: User) -> None:
        self.person, self.client = person, Client()
        self.client.force_login(person)

    def take(self, revision: Revision, step: str, **answers: str) -> int:
        """Send a step's form from the page as it is now, or from an older one with `seen`."""
        seen = Revision.objects.get(pk=revision.pk).state_token
        return self.client.post(
            reverse("desk:step", args=[revision.pk, step]), {"seen": seen, "note": "Because.", **answers}
        ).status_code

    def sign(self, revision: Revision, kind: SignOffKind) -> int:
        return self.take(revision, "sign_off", kind=kind, **answers_for(revision, kind))

    def save(self, revision: Revision, body: str, seen: str) -> "tuple[int, str]":
        words = {name: getattr(revision, name) for name in ("title", "summary", "interests", "change_note")}
        forms = {"references-TOTAL_FORMS": "1", "references-INITIAL_FORMS": "1"}
        reference = {
            f"references-0-{name}": getattr(revision.references.get(), name)
            for name in ("kind", "title", "container", "year", "url")
        }
        response = self.client.post(
            reverse("desk:revision_edit", args=[revision.pk]),
            {
                **words, **forms, **reference, "references-0-ORDER": "1", "body": body, "seen": seen,
                "topic": revision.topic_id, "author": revision.author_id,
            },
        )  # fmt: skip
        return response.status_code, response.content.decode()


def everything(name: str = "all") -> User:
    """Somebody with every role, a superuser, and a credential that is valid today."""
    person = make_person(EDITOR, name=name, is_superuser=True, is_staff=True)
    for role in (CLINICIAN, PUBLISHER):
        person.groups.add(*make_person(role).groups.all())
    make_credential(person)
    return person


def live_titles() -> list[str]:
    return [article.live_revision.title for article in Article.objects.live().select_related("live_revision")]


def given(revision: Revision) -> int:
    return SignOff.objects.filter(review__revision=revision).count()


def test_01_self_approval_is_refused_also_for_superusers_by_form_bulk_admin_and_command():
    author = everything()
    revision, desk = make_in_review(by=author), Desk(author)
    assert valid_credential(author, timezone.localdate()) is not None

    for kind in SignOffKind:
        desk.sign(revision, kind)
    desk.take(revision, "publish")
    desk.client.post(f"/desk/support/articles/revision/{revision.pk}/change/", {"status": "published"})
    forged = SignOff(review=revision.review, kind="editorial", by=author, seal=revision.seal, signer_name="Me")
    forged.answers = record(SignOffKind.EDITORIAL, answers_for(revision, SignOffKind.EDITORIAL), [])
    with pytest.raises(IntegrityError, match="a signer is not a contributor"), transaction.atomic():
        SignOff.objects.bulk_create([forged])
    with pytest.raises(IntegrityError, match="do not have the sign-offs they need"), transaction.atomic():
        Revision.objects.filter(pk=revision.pk).update(status=Status.SIGNED_OFF)
    call_command("publish_due")

    assert (given(revision), live_titles()) == (0, [])


def test_02_a_writes_b_touches_a_approves_is_refused():
    """Whoever is named as the author is somebody else, so that nothing but having written stands against A."""
    a, b = everything("a"), make_person(EDITOR, name="b")
    draft = make_draft(by=a, author=make_person(EDITOR))
    draft = drafting.save_draft(draft, by=b, seen=draft.state_token, words={"body": BODY.replace("lifts", "can lift")})
    Desk(b).take(draft, "submit")

    Desk(a).sign(draft, SignOffKind.EDITORIAL)

    assert (given(draft), draft.author_id == a.pk) == (0, False)
    assert refusals(a, draft).count("You changed these words, so somebody else has to sign them off.") == 2


def refusals(person: User, revision: Revision) -> str:
    return Desk(person).client.get(reverse("desk:revision", args=[revision.pk])).content.decode()


def test_03a_a_sign_off_does_not_reach_words_that_were_changed_after_it():
    """Lab C: the clinician signs 0.5 mg, somebody makes it 5 mg, the editor signs: it must not go live."""
    writer, other, publisher = make_person(EDITOR), make_person(EDITOR), make_person(PUBLISHER)
    revision = make_in_review(by=writer, body=WEAK)
    Desk(make_person(CLINICIAN)).sign(revision, SignOffKind.CLINICAL)
    Desk(other).take(revision, "recall")
    changed = revision.article.revisions.latest("number")
    Desk(other).save(changed, STRONG, changed.state_token)
    Desk(other).take(changed, "submit")

    Desk(make_person(EDITOR)).sign(changed, SignOffKind.EDITORIAL)
    Desk(publisher).take(changed, "publish")

    changed.refresh_from_db()
    assert ("5 mg" in changed.body, changed.status, live_titles()) == (True, Status.IN_REVIEW, [])


def test_03b_whoever_signed_cannot_write_into_the_same_words_from_an_open_tab():
    """Lab E2: the signer still has the editing page open and saves other words into the very same revision."""
    signer = everything("signer")
    draft = make_draft()
    tab = draft.state_token
    Desk(draft.saved_by).take(draft, "submit")
    Desk(signer).sign(draft, SignOffKind.CLINICAL)

    status, _page = Desk(signer).save(draft, "<h2>Else</h2><p>TOTALLY DIFFERENT</p>", tab)

    draft.refresh_from_db()
    assert (status, "TOTALLY DIFFERENT" in draft.body, compute_seal(draft)) == (409, False, draft.seal)


def test_04a_a_stale_save_is_a_409_with_both_texts():
    first, second = make_person(EDITOR), make_person(EDITOR)
    draft = make_draft(by=first)
    seen = draft.state_token
    Desk(first).save(draft, BODY.replace("hurts", "hurts a lot"), seen)

    status, page = Desk(second).save(draft, BODY.replace("hurts", "is uncomfortable"), seen)

    draft.refresh_from_db()
    assert (status, "hurts a lot" in draft.body) == (409, True)
    assert ("hurts a lot" in page, "is uncomfortable" in page) == (True, True)


def test_04b_a_stale_publish_is_a_409():
    revision = make_signed_off()
    seen = revision.state_token
    Desk(make_person(PUBLISHER)).take(revision, "reopen")

    status = Desk(make_person(PUBLISHER)).take(revision, "publish", seen=seen)

    assert (status, live_titles()) == (409, [])


@pytest.mark.django_db(transaction=True)
def test_05_of_two_decisions_at_once_one_is_recorded_and_the_other_hears_who_was_faster():
    revision = make_in_review()
    signer, objector = Desk(make_person(CLINICIAN)), Desk(make_person(CLINICIAN))
    seen = revision.state_token
    kind = SignOffKind.CLINICAL
    Desk(make_person(EDITOR)).sign(revision, SignOffKind.EDITORIAL)

    statuses = race(
        lambda: signer.take(revision, "sign_off", seen=seen, kind=kind, **answers_for(revision, kind)),
        lambda: objector.take(revision, "request_changes", seen=seen),
    )

    decided = Transition.objects.filter(revision=revision, by__in=[signer.person, objector.person])
    assert sorted(statuses) == [302, 409]
    assert decided.count() == 1


def test_06_of_three_due_two_go_live_one_is_kept_with_its_reason_and_can_be_tried_again():
    """Lab H: one broken article stops neither the others nor loses its own schedule."""
    publisher = make_person(PUBLISHER, name="chief")
    due = [make_scheduled(f"Article {number}", minutes=30) for number in range(3)]
    broken = due[0]
    User.objects.filter(pk=broken.author_id).update(job_title="")

    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        do_what_is_due()
        broken.refresh_from_db()
        assert sorted(live_titles()) == ["Article 1", "Article 2"]
        assert (broken.status, broken.schedule_failure.split(".")[0]) == ("scheduled", "The byline needs a role")
        assert "chief" in told("Could not be published")
        assert broken.schedule_failure.split(".")[0] in refusals(publisher, broken)

        User.objects.filter(pk=broken.author_id).update(job_title="Health writer")
        do_what_is_due()

    assert sorted(live_titles()) == ["Article 0", "Article 1", "Article 2"]


def test_07_a_failed_publish_leaves_every_schedule_untouched():
    """Lab G: publishing at once fails; the schedules of this article and of the others are as before."""
    scheduled = [make_scheduled(f"Article {number}") for number in range(2)]
    User.objects.filter(pk=scheduled[0].author_id).update(job_title="")
    before = list(Revision.objects.order_by("pk").values_list("status", "publish_at"))

    Desk(make_person(PUBLISHER)).take(scheduled[0], "publish")

    assert list(Revision.objects.order_by("pk").values_list("status", "publish_at")) == before
    assert live_titles() == []


def readers_named(person: User, revision: Revision) -> int:
    """How often the review screen says that somebody is reading these words now."""
    return refusals(person, revision).count("is reviewing this until")


def test_08a_a_claim_ends_by_itself():
    """Lab J: a lock that is 400 days old still blocks everybody."""
    revision, first, second = make_in_review(), make_person(CLINICIAN), make_person(CLINICIAN)
    Desk(first).client.post(reverse("desk:claim", args=[revision.review.pk]), {"kind": "clinical"})
    before = readers_named(second, revision)

    with time_machine.travel(timezone.now() + timedelta(hours=2, minutes=1)):
        after = readers_named(second, revision)
        Desk(second).client.post(reverse("desk:claim", args=[revision.review.pk]), {"kind": "clinical"})

        assert (before > 0, after) == (True, 0)
        assert readers_named(first, revision) > 0


def test_08b_a_claim_of_somebody_whose_account_is_closed_counts_for_nothing():
    """Lab S."""
    revision, first, second = make_in_review(), make_person(CLINICIAN), make_person(CLINICIAN)
    Desk(first).client.post(reverse("desk:claim", args=[revision.review.pk]), {"kind": "clinical"})

    User.objects.filter(pk=first.pk).update(is_active=False)

    assert readers_named(second, revision) == 0


def test_09_the_comparison_marks_link_target_bold_heading_list_and_alt_and_lists_changed_numbers():
    """Lab F: what a plain-text comparison shows as nothing."""
    old = (
        "<h2>Dose</h2>"
        '<p>Take 0.5 mg with <strong>food</strong>, see <a href="https://old.example/">the leaflet</a>.</p>'
        f"<h2>Risks</h2><ul><li>Dizziness</li><li>Nausea</li></ul>{BODY}"
    )
    new = (
        '<h2>Dose</h2><p>Take 5 mg with <em>food</em>, see <a href="https://new.example/">the leaflet</a>.</p>'
        f"<p>Dizziness</p><p>Nausea</p>{BODY}"
    )
    live = make_live(body=old)
    update = make_update(live, body=new)
    show_a_picture(live, "A frame")
    show_a_picture(update, "A stick")

    page = (
        Desk(update.saved_by)
        .client.get(reverse("desk:compare", args=[live.article_id]), {"old": live.pk, "new": update.pk})
        .content.decode()
    )

    read = " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())
    numbers, words = read[read.index("Numbers changed ") :].split("How changes are marked:")
    assert numbers.startswith("Numbers changed 0.5 mg → became 5 mg “Take 5 mg with food, see the leaflet.” · Dose")
    told = [
        "(link: https://old.example/ → became https://new.example/ )",
        "(was bold, is italic)",
        "Removed · Heading 2 Previous change Next change removed: Risks end of what was removed",
        "List item became paragraph.",
        "(text for the picture: “A frame” became “A stick”)",
    ]
    assert [words.count(each) for each in told] == [1, 1, 1, 2, 1], words


def show_a_picture(revision: Revision, alt: str) -> None:
    """Past the guards: whichever way a picture came into the words."""
    sql = 'UPDATE articles_revision SET body = body || \'<p><img src="/media/walk.png" alt="{}"></p>\' WHERE id = {}'
    with transaction.atomic(), transaction.get_connection().cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql.format(alt, revision.pk))
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


@pytest.mark.django_db(transaction=True)
def test_10_nothing_is_mailed_for_a_step_that_was_rolled_back(mailoutbox):
    """Lab M."""
    draft, _doctor = make_draft(), make_person(CLINICIAN)

    with transaction.atomic():
        Desk(draft.saved_by).take(draft, "submit")
        transaction.set_rollback(True)
    run_the_queue()

    draft.refresh_from_db()
    assert (draft.status, Notice.objects.count(), mailoutbox) == (Status.DRAFT, 0, [])


EVIDENCE = ["articles_transition", "articles_signoff", "articles_review", "articles_contribution"]


@pytest.mark.parametrize("table", EVIDENCE)
def test_11a_evidence_cannot_be_changed_or_removed(table):
    """Lab I: by whoever has the database, past all our code."""
    make_live()

    for sql in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):
        with pytest.raises(IntegrityError), transaction.atomic():
            run_sql(sql)


def run_sql(sql: str) -> None:
    with transaction.get_connection().cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; {sql}")


def test_11b_people_stay_by_name_on_what_they_did():
    signer = make_person(CLINICIAN, honorific="Dr", full_name="Amara Osei")
    live = make_live(signers=[make_person(EDITOR), signer])

    with pytest.raises(IntegrityError), transaction.atomic():
        run_sql(f"DELETE FROM clinic_cms_user WHERE id = {signer.pk}")
    User.objects.filter(pk=signer.pk).update(is_active=False)

    page = Client().get(live.article.get_absolute_url()).content.decode()
    assert "Dr Amara Osei" in page
    assert list(broken_chains()) == []


def test_12_every_gate_holds_for_an_update_of_live_words_too():
    """On edit, update of live, bulk, schedule, the clock and the command; `test_every_gate` tries each gate on each."""
    live = make_live(body=WEAK)
    update = make_update(live, body=STRONG)
    publisher = Desk(make_person(PUBLISHER, is_superuser=True, is_staff=True))
    Desk(update.saved_by).take(update, "submit", change_class="editorial")

    publisher.take(update, "publish")
    tomorrow = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    publisher.take(update, "schedule", moment=tomorrow)
    publisher.client.post("/desk/support/articles/revision/", {"action": "publish", "_selected_action": [update.pk]})
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        do_what_is_due()
        call_command("publish_due")
    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.filter(pk=update.pk).update(status=Status.PUBLISHED, published_at=timezone.now())

    page = Client().get(live.article.get_absolute_url()).content.decode()
    assert ("0.5 mg" in page, "with 5 mg" in page) == (True, False)


def test_13_an_open_thread_blocks_every_sign_off():
    revision, doctor, editor = make_in_review(), make_person(CLINICIAN), make_person(EDITOR)
    said = {"section": "", "quote": "Start with ten minutes.", "position": "", "text": "Is ten enough?"}
    Desk(doctor).client.post(reverse("desk:thread_new", args=[revision.pk]), said)

    Desk(doctor).sign(revision, SignOffKind.CLINICAL)
    Desk(editor).sign(revision, SignOffKind.EDITORIAL)
    blocked = given(revision)
    thread = revision.article.threads.get()
    seen = {"seen": thread.entries.latest("pk").pk, "on": revision.pk, "text": "It is."}
    Desk(doctor).client.post(reverse("desk:thread_resolve", args=[thread.pk]), seen)
    Desk(doctor).sign(revision, SignOffKind.CLINICAL)
    Desk(editor).sign(revision, SignOffKind.EDITORIAL)

    revision.refresh_from_db()
    assert (blocked, given(revision), revision.status) == (0, 2, Status.SIGNED_OFF)


def test_14_last_reviewed_is_unchanged_by_an_edit():
    with time_machine.travel("2026-03-02 18:00:00+00:00", tick=False):
        live = make_live()
    with time_machine.travel("2026-09-02 18:00:00+00:00", tick=False):
        update = make_update(live, summary="Why a short walk each day helps.")
        Desk(update.saved_by).take(update, "submit", change_class="clinical")
        give_sign_offs(Revision.objects.get(pk=update.pk))
        Desk(make_person(PUBLISHER)).take(update, "publish")

        page = Client().get(live.article.get_absolute_url()).content.decode()

    assert "Why a short walk each day helps." in page
    assert page.count('<time datetime="2026-03-02">2 March 2026</time>') == 1
    assert Article.objects.get().live_revision.last_reviewed_on == date(2026, 3, 2)


def test_15_the_overdue_reminders_come_once_when_the_command_runs_twice(mailoutbox):
    with time_machine.travel("2026-03-02 18:00:00+00:00", tick=False):
        live = publishing_of(make_signed_off())
    Notice.objects.all().delete()
    told_on = []

    for days in (-60, -30, 0, 30):
        with time_machine.travel(f"{live.next_review_due + timedelta(days=days)} 18:00:00+00:00", tick=False):
            before = Notice.objects.count()
            call_command("remind_reviews")
            once = Notice.objects.count()
            call_command("remind_reviews")
            told_on.append((once > before, Notice.objects.count() == once))

    assert told_on == [(True, True)] * 4


def publishing_of(revision: Revision) -> Revision:
    return publishing.publish(revision, by=make_person(PUBLISHER), seen=revision.state_token)

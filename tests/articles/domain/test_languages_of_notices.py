"""Whatever people are told of at the desk is in the language of each of them: one reader in English, one in Spanish."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.domain import discussing, overriding, publishing, reviewing
from articles.domain.advising import advise
from articles.domain.assigning import assign
from articles.domain.checking import look
from articles.domain.due import do_what_is_due
from articles.domain.following import follow
from articles.domain.link_checking import keep_answer
from articles.domain.looking_after import look_after
from articles.domain.reminding import remind_due
from articles.domain.withdrawing import live_on, withdraw_topic
from articles.enums import AdviceVerdict, SignOffKind
from articles.models import Assignment, CheckedLink, FollowUp, Notice
from articles.source_enums import LinkState
from clinic_cms.models import User
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.articles.domain.test_ended_authorizations import look_for_ended_authorizations, shown
from tests.articles.domain.test_retractions import CITED, check, file, retracted
from tests.articles.views.test_previewing import make_link
from tests.factories import BODY, make_draft, make_in_review, make_live, make_person, make_plan, make_scheduled, sign
from tests.notice_queue import run_the_queue
from tests.translations import changed, make_live_translation

pytestmark = pytest.mark.django_db

OLD = "https://www.nih.example/sleep/"


@pytest.fixture(autouse=True)
def readers():
    """Two people with every role, so that everything is told to both."""
    return [make_reader("english", "en"), make_reader("spanish", "es")]


def make_reader(name, language):
    reader = make_person(CLINICIAN, name=name, language=language)
    for role in (EDITOR, PUBLISHER):
        reader.groups.add(*make_person(role, is_active=False).groups.all())
    return reader


def followed(revision):
    for reader in User.objects.filter(username__in=("english", "spanish")):
        follow(revision.article, by=reader)
    return revision


def told(event):
    """What the two were told of the newest event whose name starts like this: the English words, then the Spanish."""
    notices = Notice.objects.filter(event__startswith=event, person__username__in=("english", "spanish"))
    return notices.filter(event=notices.latest("pk").event).order_by("person__username")


def submit():
    draft = followed(make_draft())
    reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)


def sign_off():
    sign(followed(make_in_review()), SignOffKind.CLINICAL, make_person(CLINICIAN))


def request_changes():
    revision = followed(make_in_review())
    reviewing.request_changes(revision, by=make_person(CLINICIAN), seen=revision.state_token, note="Name the dose.")


def recall():
    revision = followed(make_in_review())
    reviewing.recall(revision, by=revision.author, seen=revision.state_token)


def withdraw():
    live = make_live()
    publishing.withdraw(followed(live), by=make_person(PUBLISHER), seen=live.state_token, note="Wrong.")


def discuss():
    revision = followed(make_in_review())
    discussing.open_thread(revision, by=make_person(CLINICIAN), text="Name the pain.")


def let_a_finding_stand():
    draft = followed(make_draft(body=BODY + "<p>Walking cures low mood.</p>"))
    [finding] = look(draft).open_blocking
    doctor = make_person(CLINICIAN)
    overriding.override(draft, finding.fingerprint, by=doctor, seen=draft.state_token, reason="It is true here.")


def take_that_back():
    let_a_finding_stand()
    draft, doctor = Notice.objects.latest("pk").article.revisions.get(), make_person(CLINICIAN)
    [finding] = look(draft).overrides
    overriding.take_back(draft, finding, by=doctor, seen=draft.state_token, reason="It is not.")


def ask_the_clinicians():
    draft = make_draft(body=BODY + "<p>Walking cures low mood.</p>")
    [finding] = look(draft).open_blocking
    overriding.ask(draft, finding.fingerprint, by=draft.saved_by, seen=draft.state_token, note="The trial says so.")


def answer_as_an_expert():
    link = make_link(followed(make_in_review()))
    advise(link, verdict=AdviceVerdict.COMMENTS, text="Name the dose.", interests="None")


def find_a_dead_link():
    make_live(body=BODY + f'<p><a href="{OLD}">What the NIH says of sleep</a></p>', by=make_person(EDITOR))
    User.objects.filter(pk=Notice.objects.latest("pk").article.revisions.get().author_id).update(is_active=False)
    link = CheckedLink.objects.create(address=OLD, listed_at=timezone.now())
    for _look in range(2):
        keep_answer(link, LinkState.GONE)


def come_due():
    live = make_live()
    remind_due(live.next_review_due)


def withdraw_a_topic():
    topic = make_live().topic
    seen = [each.pk for each in live_on(topic)]
    withdraw_topic(topic, by=make_person(CLINICIAN), seen=seen, note="It was recalled.", notice="It was recalled.")


def take_back_a_story():
    _live, story = shown()
    type(story).objects.filter(pk=story.pk).update(withdrawn_on=timezone.localdate())
    look_for_ended_authorizations()


def retract_a_source():
    make_live(references=[CITED])
    check(file(retracted()))


def change_what_is_translated():
    live = make_live()
    make_live_translation(live)
    changed(live)


@pytest.mark.parametrize(("act", "event"), [
    (submit, "transition"), (sign_off, "transition"), (request_changes, "transition"), (recall, "transition"),
    (withdraw, "transition"), (withdraw, "follow_up"), (discuss, "thread-entry"),
    (let_a_finding_stand, "finding-decided"), (take_that_back, "finding-decided"),
    (ask_the_clinicians, "finding-asked"), (answer_as_an_expert, "advice"), (find_a_dead_link, "dead_link"),
    (come_due, "review_due"), (withdraw_a_topic, "topic_withdrawal"), (take_back_a_story, "follow_up"),
    (retract_a_source, "follow_up"), (change_what_is_translated, "follow_up"),
])  # fmt: skip
def test_everything_is_told_in_both_languages_with_the_address_of_each(act, event):
    act()

    english, spanish = told(event)
    assert (english.heading != spanish.heading, english.sentence != spanish.sentence) == (True, True)
    assert spanish.path == f"/es{english.path}"


@pytest.mark.parametrize(("act", "in_english", "in_spanish"), [
    (withdraw, "Wrong.", "Wrong."),  # what a person wrote stays as it is
    (change_what_is_translated, "The article that it translates, “", "El artículo que traduce, «"),
    (take_back_a_story, "The patient took back the", "El paciente "),
])  # fmt: skip
def test_why_two_people_should_look_again_is_told_in_both_where_nobody_wrote_it(act, in_english, in_spanish):
    act()

    english, spanish = told("follow_up")
    assert [english.note.startswith(in_english), spanish.note.startswith(in_spanish)] == [True, True]
    assert FollowUp.objects.latest("pk").note == english.note


def test_days_are_written_as_each_language_writes_them():
    come_due()

    english, spanish = told("review_due")
    assert [english.sentence.count(" de 20"), spanish.sentence.count(" de 20")] == [0, 1]


def test_whoever_is_given_an_article_is_told_in_their_language(readers):
    live, spanish = make_live(), readers[1]

    look_after(live.article, by=make_person(EDITOR), seen=0, owner=spanish, review_months=None)

    assert Notice.objects.get(event__startswith="stewardship").heading == "Ahora «Walking and mood» está a su cargo"


def test_whoever_is_given_a_sign_off_is_told_in_their_language():
    revision = make_in_review(by=make_person(EDITOR))
    given, chosen = Assignment.objects.get(kind=SignOffKind.CLINICAL), make_person(CLINICIAN, language="es")

    to = {"to": chosen, "instead_of": given, "reason": "On leave."}
    assign(revision, SignOffKind.CLINICAL, by=make_person(PUBLISHER), **to)

    notice = Notice.objects.get(person=chosen)
    assert (notice.heading, notice.note) == ("Espera su visto bueno: Walking and mood", "On leave.")


def test_why_the_clock_could_not_publish_is_told_to_each_publisher_in_their_language(mailoutbox):
    revision = make_scheduled(by=make_person(EDITOR))
    User.objects.filter(pk=revision.author_id).update(job_title="")

    for _round in range(2):
        do_what_is_due(revision.publish_at)
    run_the_queue()

    english, spanish = told("failure")
    revision.refresh_from_db()
    assert english.sentence.endswith(f"was stopped: {revision.schedule_failure}")
    assert spanish.sentence.startswith("«Walking and mood» ya debería haberse publicado, pero se detuvo: La firma")
    assert [message.subject for message in mailoutbox].count(spanish.heading) == 1


def test_why_the_clock_could_not_take_words_down_too():
    signed = make_scheduled(minutes=60)
    publishing.unschedule(signed, by=make_person(PUBLISHER), seen=signed.state_token)
    signed.refresh_from_db()
    planned = make_plan(signed, minutes=5)

    with time_machine.travel(planned.at + timedelta(seconds=1)):
        do_what_is_due()

    english, spanish = told("failure")
    assert [words.sentence.count("No words of this article are live") for words in (english, spanish)] == [1, 0]

import json
from datetime import timedelta

import pytest

from articles.domain import addresses, discussing, follow_ups, publishing, reviewing
from articles.domain.advising import advise
from articles.domain.assigning import assign
from articles.domain.looking_after import look_after
from articles.domain.rechecking import recheck
from articles.domain.reminding import remind_due
from articles.domain.sharing import share
from articles.enums import AdviceVerdict, ChangeClass, SignOffKind
from articles.models import Assignment
from clinic_cms.evidence.building import files_of
from clinic_cms.evidence.further import KINDS
from clinic_cms.roles import CLINICIAN, EDITOR, PUBLISHER
from tests.factories import (
    BODY,
    give_sign_offs,
    make_in_review,
    make_live,
    make_person,
    make_thread,
    make_update,
    make_withdrawn,
)

pytestmark = pytest.mark.django_db

EDITORIAL, CLINICAL = SignOffKind.EDITORIAL, SignOffKind.CLINICAL


def told(article, name):
    return json.loads(files_of(article)[name])


def discussed(revision, *, replies=1):
    """A thread that a clinician opened, an editor answered and the clinician resolved."""
    thread = make_thread(revision, by=make_person(CLINICIAN, full_name="Amara Osei"), text="Is ten minutes enough?")
    editor = make_person(EDITOR, full_name="Jo Lindqvist", job_title="Editor")
    for number in range(replies):
        discussing.reply(thread, by=editor, text=f"So the source says ({number}).")
    return discussing.resolve(thread, by=thread.opened_by, seen=thread.entries.latest("pk").pk, text="Thank you.")


def looked_at(article):
    """The withdrawal's follow-up, closed by an editor and a clinician."""
    follow_up = article.follow_ups.get()
    follow_ups.confirm(follow_up, EDITORIAL, by=make_person(EDITOR, full_name="Jo Lindqvist"), note="It was too late.")
    doctor = make_person(CLINICIAN, full_name="Amara Osei")
    follow_ups.confirm(follow_up, CLINICAL, by=doctor, note="No reader was at risk.")


def test_it_holds_what_was_discussed_with_who_said_what_about_which_words():
    revision = make_in_review()
    discussed(revision)

    [thread] = told(revision.article, "threads.json")

    assert (thread["revision_id"], thread["opened_by_name"], thread["whole_section"]) == (
        revision.pk,
        "Amara Osei",
        True,
    )
    assert [(each["kind"], each["by_name"], each["by_role"], each["text"]) for each in thread["entries"]] == [
        ("comment", "Amara Osei", "Health writer", "Is ten minutes enough?"),
        ("comment", "Jo Lindqvist", "Editor", "So the source says (0)."),
        ("resolve", "Amara Osei", "Health writer", "Thank you."),
    ]


def test_it_holds_the_follow_ups_with_what_each_of_the_two_people_found():
    article = make_withdrawn().article
    looked_at(article)

    [follow_up] = told(article, "follow_ups.json")

    by = article.follow_ups.get().opened_by.display_name
    assert (follow_up["kind"], follow_up["opened_by_name"], follow_up["note"]) == (
        "withdrawal",
        by,
        "A source was retracted.",
    )
    assert [(each["kind"], each["by_name"], each["note"]) for each in follow_up["confirmations"]] == [
        ("editorial", "Jo Lindqvist", "It was too late."),
        ("clinical", "Amara Osei", "No reader was at risk."),
    ]


def test_it_holds_who_was_asked_to_sign_off_by_whom_and_why():
    first = make_person(CLINICIAN, full_name="Amara Osei")
    revision = make_in_review()
    second, managing = make_person(CLINICIAN, full_name="Tobias Okonjo"), make_person(PUBLISHER, full_name="Jo Lind")
    instead_of = Assignment.objects.get(kind=CLINICAL)
    assign(revision, CLINICAL, by=managing, to=second, reason="On holiday.", instead_of=instead_of)

    assigned = [each for each in told(revision.article, "assignments.json") if each["kind"] == "clinical"]

    assert instead_of.person == first
    assert [(each["person_name"], each["by_name"], each["reason"], each["replaces_id"]) for each in assigned] == [
        ("Amara Osei", "", "", None),
        ("Tobias Okonjo", "Jo Lind", "On holiday.", instead_of.pk),
    ]


def test_it_holds_what_class_a_change_is_and_what_makes_it_that():
    live = make_live()
    draft = make_update(live, body=BODY.replace("ten minutes", "20 minutes"))
    reviewing.submit(
        draft, by=draft.saved_by, seen=draft.state_token, whole_article=False, change_class=ChangeClass.EDITORIAL
    )

    [_first, second] = told(live.article, "reviews.json")

    assert (second["declared_class"], second["change_class"], second["compared_with_id"]) == (
        "editorial",
        "clinical",
        live.pk,
    )
    assert second["class_reasons"] == draft.article.revisions.get(number=2).review.class_reasons != []


def test_it_holds_which_review_asked_for_no_change():
    live = make_live()
    recheck(live, by=make_person(EDITOR), seen=live.state_token)

    assert [each["without_change"] for each in told(live.article, "reviews.json")] == [False, True]


def test_it_holds_the_reminders_of_its_reviews():
    live = make_live()
    remind_due(live.next_review_due - timedelta(days=20))

    reminders = told(live.article, "reminders.json")

    assert [(each["due_on"], each["step"], each["passed_over"]) for each in reminders] == [
        (live.next_review_due.isoformat(), -60, True),
        (live.next_review_due.isoformat(), -30, False),
    ]


def everything_of(*, discussions=1):
    """An article with something of every kind on record, withdrawn and looked at again."""
    revision = make_in_review(body=BODY + "<p>Walking cures low mood.</p>", let_stand=True)
    link = share(revision, by=make_person(EDITOR), name="Robin Hale", email="robin@elsewhere.example")
    advise(link, verdict=AdviceVerdict.NOTHING_AGAINST, text="", interests="None")
    for _each in range(discussions):
        discussed(revision, replies=discussions)
    revision = give_sign_offs(revision)
    live = publishing.publish(revision, by=make_person(PUBLISHER), seen=revision.state_token)
    look_after(live.article, by=make_person(EDITOR), seen=0, owner=make_person(EDITOR), review_months=12)
    addresses.change(live.article, "a-walk", by=make_person(PUBLISHER), seen=live.article.slug)
    remind_due(live.next_review_due)
    gone = publishing.withdraw(live, by=make_person(PUBLISHER), seen=live.state_token, note="A source was retracted.")
    looked_at(gone.article)
    return gone.article


def test_nobodys_address_is_in_it():
    files = files_of(everything_of())

    assert [name for name in KINDS if json.loads(files[name]) == []] == ["plans.json", "pictures.json"]
    assert [name for name, content in files.items() if b"robin@" in content or b"@clinic.example" in content] == []


@pytest.mark.parametrize("discussions", [1, 4])
def test_it_costs_the_same_for_few_records_and_for_many(django_assert_num_queries, discussions):
    article = everything_of(discussions=discussions)

    with django_assert_num_queries(23):
        files_of(article)

"""A private link for one person without an account: what it opens, when it does not, and what comes of it."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone, translation

from articles.domain import discussing, reviewing
from articles.domain.advising import MOST_CODES, MOST_TRIES
from articles.domain.facts import compute_seal
from articles.domain.sharing import path_of, revoke, share
from articles.enums import PreviewKind, SignOffKind, Status
from articles.models import Advice, Notice, PreviewRecord, SignOff, Thread
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, MODERATOR
from clinic_cms.shared.refusal import Refusal
from tests.factories import make_draft, make_in_review, make_live, make_person, sign
from tests.notice_queue import run_the_queue, told
from tests.translations import begun

pytestmark = pytest.mark.django_db

WORDS = "Most people find that a short walk"


def make_link(revision=None, **options):
    by = options.pop("by", None) or make_person(CLINICIAN)
    usual = {"name": "Robin Hale", "email": "robin@elsewhere.example", "profession": "Cardiologist"}
    return share(revision or make_in_review(), by=by, **{**usual, **options})


def ask_for_code(client, link, mailoutbox):
    client.post(path_of(link) + "code/")
    run_the_queue()
    return re.search(r"\b\d{6}\b", mailoutbox[-1].body)[0]


def confirmed(link, mailoutbox):
    client = Client()
    client.post(path_of(link) + "confirm/", {"code": ask_for_code(client, link, mailoutbox)})
    return client


def text(response):
    return response.content.decode()


def test_the_link_goes_to_the_named_address_with_the_question_and_none_of_the_words(mailoutbox):
    link = make_link(question="Is the dose right?", by=make_person(CLINICIAN, honorific="Dr", full_name="Amara Osei"))
    run_the_queue()

    message = next(each for each in mailoutbox if each.to == ["robin@elsewhere.example"])
    assert message.subject == "Dr Amara Osei asks you to read an article"
    assert [message.body.count(each) for each in ("Is the dose right?", path_of(link), WORDS)] == [1, 1, 0]


def test_mail_about_a_preview_is_in_the_language_of_the_words_it_leads_to(client, mailoutbox):
    link = make_link(begun(make_live()), kind=PreviewKind.COLLEAGUE, by=make_person(EDITOR, full_name="Wren Hale"))
    with translation.override("en"):
        ask_for_code(client, link, mailoutbox)

    asked, code = (message for message in mailoutbox if message.to == ["robin@elsewhere.example"])
    assert (asked.subject, code.subject) == (
        "Wren Hale le pide que lea un artículo", "Su código para leer el artículo",
    )  # fmt: skip
    assert asked.body.count(f"/es/{path_of(link).removeprefix('/es/')}") == 1
    assert [message.body.split()[0] for message in (asked, code)] == ["Hola,", "Hola,"]


def test_the_link_alone_shows_nothing_of_the_article():
    link = make_link()

    page = text(Client().get(path_of(link)))

    assert [page.count(each) for each in (WORDS, link.revision.title, link.email, "r…@elsewhere.example")] == [
        0,
        0,
        0,
        1,
    ]


def test_the_code_from_the_mail_opens_the_words(mailoutbox):
    link = make_link()

    page = text(confirmed(link, mailoutbox).get(path_of(link)))

    assert page.count(WORDS) >= 1


def test_another_browser_has_to_confirm_for_itself(mailoutbox):
    link = make_link()
    confirmed(link, mailoutbox)

    assert text(Client().get(path_of(link))).count(WORDS) == 0


def test_a_confirmed_browser_reads_for_eight_hours(mailoutbox):
    link = make_link()
    client = confirmed(link, mailoutbox)

    with time_machine.travel(timezone.now() + timedelta(hours=8, minutes=1)):
        assert text(client.get(path_of(link))).count(WORDS) == 0


def test_no_cache_or_search_engine_keeps_the_page_and_the_address_goes_nowhere(mailoutbox):
    link = make_link()

    response = confirmed(link, mailoutbox).get(path_of(link))

    assert [response[name] for name in ("Cache-Control", "X-Robots-Tag", "Referrer-Policy")] == [
        "private, no-store",
        "noindex, nofollow",
        "same-origin",
    ]


def test_a_wrong_code_opens_nothing_and_after_five_tries_the_right_one_does_not_either(mailoutbox):
    link, client = make_link(), Client()
    code = ask_for_code(client, link, mailoutbox)
    wrong = "000000" if code != "000000" else "111111"

    statuses = [client.post(path_of(link) + "confirm/", {"code": wrong}).status_code for _each in range(MOST_TRIES)]
    late = client.post(path_of(link) + "confirm/", {"code": code})

    assert (set(statuses), late.status_code) == ({422}, 422)
    assert text(client.get(path_of(link))).count(WORDS) == 0


def test_a_code_is_good_once(mailoutbox):
    link = make_link()
    code = ask_for_code(Client(), link, mailoutbox)

    statuses = [Client().post(path_of(link) + "confirm/", {"code": code}).status_code for _each in range(2)]

    assert statuses == [302, 422]


def test_a_code_is_good_for_fifteen_minutes(mailoutbox):
    link, client = make_link(), Client()
    code = ask_for_code(client, link, mailoutbox)

    with time_machine.travel(timezone.now() + timedelta(minutes=15)):
        assert client.post(path_of(link) + "confirm/", {"code": code}).status_code == 422


def test_codes_are_not_sent_without_end():
    link, client = make_link(), Client()

    statuses = [client.post(path_of(link) + "code/").status_code for _each in range(MOST_CODES + 1)]

    assert statuses == [200] * MOST_CODES + [429]


def ended(link):
    return time_machine.travel(link.expires_at, tick=False)


def test_a_closed_link_is_gone_at_once_for_whoever_has_it_open(mailoutbox):
    link = make_link()
    client = confirmed(link, mailoutbox)

    revoke(link, by=make_person(EDITOR))

    assert client.get(path_of(link)).status_code == 410


def test_a_link_ends_by_itself(mailoutbox):
    link = make_link(days=3)
    client = confirmed(link, mailoutbox)

    with ended(link):
        assert client.get(path_of(link)).status_code == 410


def test_a_link_ends_with_the_words_it_leads_to(mailoutbox):
    link = make_link()
    client = confirmed(link, mailoutbox)
    revision = link.revision

    reviewing.recall(revision, by=revision.saved_by, seen=revision.state_token)

    assert client.get(path_of(link)).status_code == 410


@pytest.mark.parametrize("step", ["", "code/", "confirm/", "remark/", "advice/"])
def test_a_forged_address_leads_nowhere(step):
    link = make_link()
    forged = path_of(link).replace(link.nonce[:4], "beef") if link.nonce in path_of(link) else path_of(link)[:-3] + "x/"

    response = Client().post(forged + step, {"code": "1"}) if step else Client().get(forged)

    assert response.status_code == 410


def test_a_link_to_one_article_opens_no_other(mailoutbox):
    link, other = make_link(make_in_review("Sleep")), make_link(make_in_review("Walking"))
    client = confirmed(link, mailoutbox)

    assert text(client.get(path_of(other))).count(WORDS) == 0


def advise(client, link, **answers):
    usual = {"verdict": "comments", "text": "Name the dose in milligrams.", "interests": "None"}
    return client.post(path_of(link) + "advice/", {**usual, **answers})


def test_an_experts_advice_is_kept_with_the_words_it_is_about_and_told_to_whoever_works_on_them(mailoutbox):
    revision = make_in_review(by=make_person(EDITOR, name="writer", full_name="Wren Hale"))
    link = make_link(revision, by=make_person(CLINICIAN, name="doctor"))

    advise(confirmed(link, mailoutbox), link)

    advice = Advice.objects.get()
    assert (advice.verdict, advice.text, advice.seal) == (
        "comments",
        "Name the dose in milligrams.",
        compute_seal(revision),
    )
    assert told("Advice on") == ["doctor", "writer"]
    assert [each.sentence.count("milligrams") for each in Notice.objects.filter(heading__startswith="Advice")] == [0, 0]


def test_advice_never_counts_as_a_sign_off(mailoutbox):
    link = make_link()

    advise(confirmed(link, mailoutbox), link, verdict="nothing_against")

    assert SignOff.objects.count() == 0
    assert link.revision.review.missing() == {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 1}
    link.revision.refresh_from_db()
    assert link.revision.status == Status.IN_REVIEW


def test_nobody_advises_before_they_have_confirmed_who_they_are():
    link = make_link()

    response = advise(Client(), link)

    assert (response.status_code, Advice.objects.count()) == (403, 0)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"text": "  "}, "Please write your comments."),
        ({"interests": ""}, "Please state your interests. If you have none, write “None”."),
        ({"verdict": "signed_off"}, "Select a valid choice. signed_off is not one of the available choices."),
    ],
)
def test_unfinished_advice_comes_back_with_what_was_typed(mailoutbox, answers, sentence):
    link = make_link()

    response = advise(confirmed(link, mailoutbox), link, **{"text": "Half a thought.", **answers})

    assert (response.status_code, Advice.objects.count()) == (422, 0)
    assert text(response).count(sentence) >= 1
    assert text(response).count("Half a thought.") == ("text" not in answers)


def remark(client, link, **answers):
    usual = {"quote": "Start with ten minutes.", "section": "", "text": "Cite the trial.", "position": ""}
    return client.post(path_of(link) + "remark/", {**usual, **answers})


def test_an_expert_comments_on_exact_words_and_it_stands_in_the_way_of_every_sign_off(mailoutbox):
    revision = make_in_review(by=make_person(EDITOR, name="writer", full_name="Wren Hale"))
    link = make_link(revision)
    client = confirmed(link, mailoutbox)

    answer = remark(client, link)

    thread = Thread.objects.get()
    assert (answer.status_code, thread.preview_link, thread.opened_by_name) == (302, link, "Robin Hale")
    assert [(entry.by, entry.by_role, entry.text) for entry in thread.entries.all()] == [
        (None, "Cardiologist", "Cite the trial.")
    ]
    assert told("Discussion") == ["writer"]
    with pytest.raises(Refusal) as refusal:
        sign(revision, SignOffKind.CLINICAL, make_person(CLINICIAN))
    assert refusal.value.reason == "1 thread is still open. Resolve it first."


def test_an_expert_reads_what_the_desk_answered(mailoutbox):
    link = make_link()
    client = confirmed(link, mailoutbox)
    remark(client, link)

    discussing.reply(Thread.objects.get(), by=make_person(EDITOR), text="It is in the next draft.")

    assert text(client.get(path_of(link))).count("It is in the next draft.") == 1


@pytest.mark.parametrize(
    ("answers", "field", "sentence"),
    [
        ({"text": " "}, "text", "Please write something."),
        (
            {"quote": "words that are not there"},
            "quote",
            "These exact words are not in the article. Copy them from it, or leave them out and choose the section.",
        ),
    ],
)
def test_a_comment_that_cannot_be_anchored_comes_back_with_its_field_marked(mailoutbox, answers, field, sentence):
    link = make_link()

    response = remark(confirmed(link, mailoutbox), link, **answers)

    assert (response.status_code, Thread.objects.count()) == (422, 0)
    assert text(response).count(sentence) == 2
    assert re.findall(r'name="(\w+)"[^>]*aria-invalid="true"', response.content.decode()) == [field]


def test_nobody_comments_before_they_have_confirmed_who_they_are():
    link = make_link()

    assert (remark(Client(), link).status_code, Thread.objects.count()) == (403, 0)


def test_a_colleague_comments_on_nothing(mailoutbox):
    link = make_link(kind=PreviewKind.COLLEAGUE)

    assert (remark(confirmed(link, mailoutbox), link).status_code, Thread.objects.count()) == (422, 0)


def test_a_colleague_reads_and_is_not_asked(mailoutbox):
    link = make_link(make_draft(), kind=PreviewKind.COLLEAGUE)
    client = confirmed(link, mailoutbox)

    page = text(client.get(path_of(link)))
    response = advise(client, link)

    assert (page.count(WORDS) >= 1, page.count("Send your answer"), response.status_code) == (True, 0, 422)


def test_an_expert_is_not_asked_about_a_draft():
    with pytest.raises(Refusal) as refusal:
        make_link(make_draft())

    assert refusal.value.reason == "Submit the draft first: an expert is asked about words that stay as they are."


@pytest.mark.parametrize("role", [MODERATOR, ADMINISTRATOR])
def test_who_does_not_work_on_articles_shares_none(role):
    with pytest.raises(Refusal) as refusal:
        make_link(by=make_person(role))

    assert refusal.value.reason == "Only an editor, a clinician or a publisher can share a preview."


def test_a_mail_server_that_stays_away_is_shown_with_the_link(settings):
    settings.EMAIL_BACKEND = "tests.articles.domain.test_delivery.RefusingBackend"
    link = make_link()

    for hours in range(5):
        with time_machine.travel(timezone.now() + timedelta(hours=hours * 2)):
            run_the_queue()

    assert [record.event for record in link.records.all()] == ["not_delivered"]


def test_the_desk_shows_the_links_their_advice_and_closes_them(mailoutbox, client):
    link = make_link()
    advise(confirmed(link, mailoutbox), link)
    client.force_login(make_person(EDITOR))

    page = text(client.get(f"/desk/revisions/{link.revision_id}/share/"))
    client.post(f"/desk/previews/{link.pk}/close/")

    assert page.count("Name the dose in milligrams.") == 1
    link.refresh_from_db()
    assert link.revoked_at is not None


def test_a_person_at_the_desk_sends_a_link_by_its_form(client, mailoutbox):
    revision = make_in_review()
    client.force_login(make_person(EDITOR))

    answers = {"kind": "expert", "name": "Robin Hale", "email": "robin@elsewhere.example", "days": "14"}
    client.post(f"/desk/revisions/{revision.pk}/share/", answers)
    run_the_queue()

    assert [message.to for message in mailoutbox].count(["robin@elsewhere.example"]) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE articles_advice SET text = 'Fine.'",
        "DELETE FROM articles_advice",
        "DELETE FROM articles_previewrecord",
        "UPDATE articles_previewlink SET email = 'other@elsewhere.example'",
        "DELETE FROM articles_previewlink",
        "TRUNCATE articles_advice CASCADE",
    ],
)
def test_what_outsiders_said_cannot_be_bent(mailoutbox, sql):
    link = make_link()
    advise(confirmed(link, mailoutbox), link)
    assert PreviewRecord.objects.count() > 0

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; {sql}")

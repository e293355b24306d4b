import json
import re
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
import time_machine
from django.utils import timezone, translation

from articles.domain import publishing, reviewing
from clinic_cms.evidence.building import build, files_of
from clinic_cms.evidence.verify import verify
from clinic_cms.roles import CLINICIAN, EDITOR, MODERATOR, PUBLISHER
from comments.domain.moderation import approve, reject
from tests.comment_factories import make_approved, make_comment, make_rejected
from tests.factories import (
    BODY,
    REFERENCE,
    give_sign_offs,
    make_draft,
    make_live,
    make_live_article,
    make_person,
    make_plan,
    make_update,
    make_withdrawn,
)

pytestmark = pytest.mark.django_db


def publish_update(article, *, people=None, **words):
    editor, signer, doctor, publisher = people or [make_person(role) for role in (EDITOR, EDITOR, CLINICIAN, PUBLISHER)]
    draft = make_update(article.revisions.first(), by=editor, **words)
    revision = reviewing.submit(draft, by=editor, seen=draft.state_token)
    revision = give_sign_offs(revision, [signer, doctor])
    return publishing.publish(revision, by=publisher, seen=revision.state_token)


def record(files, name):
    return json.loads(files[name])


def test_it_holds_every_revision_that_was_live_with_its_words_and_references():
    article = make_live_article(summary="The first words.")
    publish_update(article, summary="The second words.")
    make_update(article.revisions.first(), summary="Not yet seen by anybody.")

    files = files_of(article)

    told = record(files, "article.json")["revisions"]
    assert [each["words"] and each["words"]["summary"] for each in told] == [
        "The first words.",
        "The second words.",
        None,
    ]
    assert [[reference["title"] for reference in each["references"]] for each in told] == [
        ["Physical Activity Basics"],
        ["Physical Activity Basics"],
        [],
    ]
    assert [each["status"] for each in told] == ["superseded", "published", "draft"]
    assert b"Not yet seen" not in b"".join(files.values())


def test_a_correction_is_among_the_words_once_readers_have_seen_it():
    article = make_live_article()
    publish_update(article, correction_said="Take 5 mg.", correction_says="Take 0.5 mg.")
    make_update(article.revisions.first(), correction_said="Not yet seen.", correction_says="Nor this.")

    files = files_of(article)

    words = record(files, "article.json")["revisions"][1]["words"]
    assert (words["correction_said"], words["correction_says"]) == ("Take 5 mg.", "Take 0.5 mg.")
    assert [name for name, content in files.items() if b"Not yet seen" in content] == []
    assert len(verify(BytesIO(build(article))).article["revisions"]) == 3
    assert files["diffs/0001-0002.html"].decode().count("Correction: it says now") == 1


def test_it_holds_the_sign_offs_with_names_credentials_and_answers_as_they_were():
    editor, doctor = make_person(EDITOR, full_name="Jo Lindqvist"), make_person(CLINICIAN, full_name="Amara Osei")
    article = make_live_article(signers=[editor, doctor])
    doctor.full_name = "Somebody Else"
    doctor.save()

    review = record(files_of(article), "reviews.json")[0]

    assert (review["risk"], review["editorial_needed"], review["clinical_needed"]) == ("standard", 1, 1)
    assert [(each["kind"], each["signer_name"], each["credential_title"]) for each in review["sign_offs"]] == [
        ("editorial", "Jo Lindqvist", ""),
        ("clinical", "Amara Osei", "MD, board-certified psychiatrist"),
    ]
    expires = (timezone.localdate() + timedelta(days=365)).isoformat()
    assert [each["credential_expires_on"] for each in review["sign_offs"]] == [None, expires]
    assert [each["answers"]["version"] for each in review["sign_offs"]] == [2, 2]


def test_it_holds_every_step_with_its_note_notice_and_hashes():
    article = make_withdrawn().article

    steps = record(files_of(article), "transitions.json")

    assert [each["action"] for each in steps] == ["submit", "sign_off", "sign_off", "publish", "withdraw"]
    assert (steps[-1]["note"], steps[-1]["notice"]) == ("A source was retracted.", "One of its sources was retracted.")
    assert [each["previous_hash"] for each in steps[1:]] == [each["hash"] for each in steps[:-1]]


def test_it_holds_the_plans_for_the_words_to_come_down():
    live = make_live()
    make_plan(live, note="The trial ends.")
    make_plan(live, note="The trial ends later.")

    plans = record(files_of(live.article), "plans.json")

    assert [(each["reason"], each["cancelled_at"] is None) for each in plans] == [
        ("The trial ends.", False),
        ("The trial ends later.", True),
    ]


def test_it_holds_what_was_decided_about_comments_and_the_words_only_of_those_readers_see():
    article = make_live_article()
    make_approved("This helped me.", article=article)
    make_rejected("Buy pills from my shop", article=article)
    make_comment("Nobody has decided this one", name="Undecided", article=article)

    files = files_of(article)

    told = record(files, "comments.json")
    assert [each.get("body") for each in told] == ["This helped me.", None, None]
    assert sorted(told[1]) == ["created_at", "decisions", "id", "revision_id", "status", "version"]
    assert [[decision["outcome"] for decision in each["decisions"]] for each in told] == [["approve"], ["reject"], []]
    everything = b"".join(files.values())
    assert (everything.count(b"Buy pills"), everything.count(b"Undecided")) == (0, 0)


def test_a_moderators_own_notes_stay_with_the_moderators():
    comment = make_comment()
    approve(comment, by=make_person(MODERATOR), seen=comment.version, note="Known to us by phone.")

    assert b"by phone" not in b"".join(files_of(comment.article).values())


def test_words_taken_down_later_are_not_given_out():
    comment = make_approved("My number is 555 0100.")
    reject(comment, by=make_person(MODERATOR), seen=comment.version, reason="personal_data")

    assert b"555 0100" not in b"".join(files_of(comment.article).values())


def changes(article, **words):
    """The page that says what an update changed, without its white space."""
    publish_update(article, **words)
    return " ".join(files_of(article)["diffs/0001-0002.html"].decode().split())


def test_it_shows_what_changed_between_words_that_were_live():
    article = make_live_article(summary="Take 5 mg.")
    html = changes(article, summary="Take 50 mg.")
    publish_update(article, summary="Take 0.5 mg.")

    assert html.count("Take <del>5</del><ins>50</ins> mg.") == 1
    assert html.count("<h2>Numbers changed</h2>") == 1
    assert html.count("<h2>Summary</h2>") == 1
    assert html.count("<h2>Words</h2>") == 0
    assert [name for name in sorted(files_of(article)) if name.startswith("diffs/")] == [
        "diffs/0001-0002.html",
        "diffs/0002-0003.html",
    ]


def test_a_link_that_leads_elsewhere_is_a_change():
    body = f'{BODY}<p>See <a href="https://www.cdc.gov/sleep/">the guide</a>.</p>'

    html = changes(make_live_article(body=body), body=body.replace("cdc.gov/sleep", "cdc.gov/pills"))

    assert html.count("[href: https://www.cdc.gov/sleep/ → https://www.cdc.gov/pills/]") == 1
    assert html.count("<mark>the guide</mark>") == 1


def test_a_source_that_went_is_a_change():
    html = changes(
        make_live_article(), body=BODY, references=[{**REFERENCE, "title": "Another", "url": "https://nih.gov/"}]
    )

    assert html.count("<del>1. Physical Activity Basics</del> (taken out)") == 1
    assert html.count("<ins>1. Another</ins> (added)") == 1


def test_its_pages_need_nothing_but_the_pack():
    article = make_live_article()
    publish_update(article, summary="Newer words.")
    files = files_of(article)
    pages = {name: content.decode() for name, content in files.items() if name.endswith(".html")}

    assert sorted(pages) == ["diffs/0001-0002.html", "index.html", "revisions/0001.html", "revisions/0002.html"]
    for html in pages.values():
        assert re.findall(r"<(?:script|img|iframe|form|object|embed)\b|\ssrc=|\sstyle=|\son[a-z]+=", html) == []
        assert html.count("default-src &#x27;none&#x27;") + html.count("default-src 'none'") == 1
    linked = re.findall(r'href="([^"]*)"', pages["index.html"])
    assert {name for name in linked if name not in files} == set()
    assert re.findall(r'<link[^>]*href="([^"]*)"', pages["revisions/0001.html"]) == ["../evidence.css"]


def test_the_overview_tells_names_times_with_their_zone_and_seals():
    with time_machine.travel("2026-03-02 18:00Z", tick=False):
        revision = make_live(signers=[make_person(EDITOR, full_name="Jo Lindqvist"), make_person(CLINICIAN)])

    html = files_of(revision.article)["index.html"].decode()

    assert html.count("Revision 1, live from 2 March 2026, 11:00:00 MST") == 1
    assert html.count("Jo Lindqvist (editorial)") == 1
    assert html.count("Jo Lindqvist signed off") == 1
    assert html.count(revision.seal) == 3


def test_the_same_records_make_the_same_bytes_whoever_asks():
    article = make_withdrawn().article
    make_rejected(article=make_live_article("Another"))

    with (
        time_machine.travel(timezone.now() + timedelta(days=400)),
        translation.override("de"),
        timezone.override("UTC"),
    ):
        later = build(article)

    assert build(article) == later


def test_an_article_that_was_never_live_has_a_pack_too():
    pack = verify(BytesIO(build(make_draft().article)))

    assert pack.summary == (
        "walking-and-mood: everything holds (files: 18, revisions that were live: 0, sign-offs: 0, transitions: 0)"
    )


def test_a_pack_is_a_zip_to_keep(client):
    client.force_login(make_person(CLINICIAN))
    article = make_live_article()

    response = client.get(f"/desk/articles/{article.pk}/evidence.zip")

    content = response.content
    assert ZipFile(BytesIO(content)).testzip() is None
    assert response["Content-Disposition"] == 'attachment; filename="evidence-walking-and-mood.zip"'
    assert response["Content-Type"] == "application/zip"
    assert response["Cache-Control"] == "max-age=0, no-cache, no-store, must-revalidate, private"


def test_there_is_no_pack_of_what_does_not_exist(client):
    client.force_login(make_person(CLINICIAN))

    assert client.get("/desk/articles/999/evidence.zip").status_code == 404


@pytest.mark.parametrize("updates", [0, 3])
def test_it_costs_the_same_for_one_revision_and_for_many(django_assert_num_queries, updates):
    article = make_live_article()
    for number in range(updates):
        publish_update(article, summary=f"Words {number}.")
        make_approved(f"Comment {number}", article=article)
    make_approved(article=article)

    with django_assert_num_queries(22):
        files_of(article)


def test_a_pack_of_fifty_revisions_holds(django_assert_num_queries):
    article, people = make_live_article(), [make_person(role) for role in (EDITOR, EDITOR, CLINICIAN, PUBLISHER)]
    for number in range(49):
        publish_update(article, people=people, summary=f"Words {number}.")

    with django_assert_num_queries(21):
        pack = verify(BytesIO(build(article)))

    assert len(pack.article["revisions"]) == 50

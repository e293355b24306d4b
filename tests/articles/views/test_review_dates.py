from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.domain import publishing, reviewing
from articles.domain.reminding import remind_due
from articles.models import Article, Revision
from clinic_cms.roles import ADMINISTRATOR, CLINICIAN, EDITOR, PUBLISHER
from tests.factories import (
    give_sign_offs,
    make_draft,
    make_in_review,
    make_live,
    make_person,
    make_topic,
    make_update,
    make_withdrawn,
)

pytestmark = pytest.mark.django_db


def make_due(title="Walking and mood", *, days, **options):
    """Live words of a topic that is reviewed every 24 months, whose next review is due in so many days."""
    today = timezone.localdate()
    with time_machine.travel(timezone.now() + timedelta(days=days - 730)):
        live = make_live(title, **options)
    due = Revision.objects.get(pk=live.pk).next_review_due
    assert abs((due - today).days - days) <= 1  # two years have a leap day or not
    return live


def listed(response):
    return [item["revision"].title for item in response.context["items"]]


@pytest.fixture
def editor(client):
    person = make_person(EDITOR, "reader")
    client.force_login(person)
    return person


def test_live_articles_stand_in_the_order_of_their_review_dates(client, editor):
    for title, days in (("Later", 300), ("Overdue", -20), ("Soon", 30)):
        make_due(title, days=days)
    make_draft("Draft")
    make_in_review("In review")
    make_withdrawn("Withdrawn")

    assert listed(client.get("/desk/review-dates/")) == ["Overdue", "Soon", "Later"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("show=overdue", ["Overdue"]),
        ("show=soon", ["Today", "Soon"]),
        ("show=all", ["Overdue", "Today", "Soon", "Later"]),
        ("show=nonsense", ["Overdue", "Today", "Soon", "Later"]),
        ("sort=title", ["Later", "Overdue", "Soon", "Today"]),
        ("sort=reviewed", ["Overdue", "Today", "Soon", "Later"]),
        ("topic=feet", ["Soon"]),
        ("topic=nonsense", ["Overdue", "Today", "Soon", "Later"]),
        ("topic=feet&show=overdue", []),
    ],
)
def test_the_list_is_narrowed_and_sorted(client, editor, asked, found):
    with time_machine.travel("2026-03-02 20:00Z"):
        make_live("Overdue")
    with time_machine.travel("2026-04-10 20:00Z"):
        make_live("Today")
    with time_machine.travel("2026-05-20 20:00Z"):
        make_live("Soon", topic=make_topic(name="Feet"))
    with time_machine.travel("2026-11-20 20:00Z"):
        make_live("Later")

    with time_machine.travel("2028-04-10 20:00Z"):
        client.force_login(editor)
        assert listed(client.get(f"/desk/review-dates/?{asked}")) == found


def test_each_choice_says_how_many_there_are_and_keeps_the_others(client, editor):
    for title, days in (("Overdue", -20), ("Soon", 30), ("Later", 300)):
        make_due(title, days=days)

    shows = client.get("/desk/review-dates/?topic=everyday-health&sort=title").context["shows"]

    assert [(show["count"], show["url"]) for show in shows] == [
        (1, "?show=overdue&topic=everyday-health&sort=title"),
        (1, "?show=soon&topic=everyday-health&sort=title"),
        (3, "?show=all&topic=everyday-health&sort=title"),
    ]


@pytest.mark.parametrize(
    ("day", "left", "is_overdue"),
    [
        ("2028-03-01", "in 1 day", False),
        ("2028-03-02", "today", False),
        ("2028-03-03", "1 day overdue", True),
        ("2028-04-01", "30 days overdue", True),
        ("2028-01-02", "in 60 days", False),
        ("2028-01-01", "", False),
    ],
)
def test_each_article_says_how_far_off_its_review_is(client, editor, day, left, is_overdue):
    with time_machine.travel("2026-03-02 20:00Z"):
        make_live()

    with time_machine.travel(f"{day} 20:00Z"):
        client.force_login(editor)
        item = client.get("/desk/review-dates/").context["items"][0]

    assert (item["left"], item["is_overdue"]) == (left, is_overdue)


def test_it_says_which_reminders_were_sent_and_not_which_were_passed_over(client, editor):
    live = make_due(days=-40)
    remind_due(live.next_review_due - timedelta(days=60))
    remind_due(live.next_review_due)

    item = client.get("/desk/review-dates/").context["items"][0]

    assert [each.step for each in item["reminders"]] == [-60, 0]


def test_what_is_under_way_is_linked_instead_of_the_buttons(client, editor):
    update = make_update(make_due(days=-40), summary="Newer words.")

    html = client.get("/desk/review-dates/").content.decode()

    assert [html.count(each) for each in (f'href="/desk/revisions/{update.pk}/"', "Review without change")] == [1, 0]


@pytest.mark.parametrize("role", [CLINICIAN, PUBLISHER, ADMINISTRATOR])
def test_who_may_not_write_sees_the_list_without_the_buttons(client, role):
    make_due(days=-40)
    client.force_login(make_person(role))

    html = client.get("/desk/review-dates/").content.decode()

    assert [html.count(each) for each in (">Walking and mood</a>", "Review without change")] == [1, 0]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("overdue", "No review is overdue. Well done."),
        ("soon", "No review is due within 60 days."),
        ("all", "Nothing is live here yet. Articles get a review date when they are published."),
    ],
)
def test_an_empty_list_says_so(client, editor, asked, sentence):
    assert sentence in client.get(f"/desk/review-dates/?show={asked}").content.decode()


def test_the_list_has_thirty_to_a_page_and_keeps_what_was_asked(client, editor):
    first = make_live("First")
    for number in range(30):
        make_live(f"Live {number}", by=first.saved_by, by_publisher=make_person(PUBLISHER))

    response = client.get("/desk/review-dates/?sort=title")

    assert len(response.context["items"]) == 30
    assert "?show=all&amp;topic=&amp;sort=title&amp;page=2" in response.content.decode()
    assert len(client.get("/desk/review-dates/?sort=title&page=2").context["items"]) == 1


@pytest.mark.parametrize("count", [1, 5])
def test_the_list_costs_the_same_for_one_and_for_many(client, editor, django_assert_num_queries, count):
    for number in range(count):
        live = make_due(f"Live {number}", days=-40)
        remind_due()
        if number % 2:
            make_update(live, summary="Newer words.")

    with django_assert_num_queries(12):
        client.get("/desk/review-dates/")


def test_the_button_sends_the_same_words_into_review(client, editor):
    live = make_due(days=-40)

    response = client.post(f"/desk/revisions/{live.pk}/recheck/", {"seen": live.state_token}, follow=True)

    again = Revision.objects.get(number=2)
    assert response.redirect_chain == [(f"/desk/revisions/{again.pk}/", 302)]
    assert (again.status, again.review.without_change) == ("in_review", True)
    html = response.content.decode()
    assert html.count("Nothing changed since revision 1. You are asked whether all of it still stands.") == 1


def test_a_refusal_is_told_on_the_list(client, editor):
    live = make_due(days=-40)
    make_update(live, summary="Newer words.")

    response = client.post(
        f"/desk/revisions/{live.pk}/recheck/",
        {"seen": live.state_token},
        headers={"referer": "http://testserver/desk/review-dates/"},
        follow=True,
    )

    assert response.redirect_chain == [("/desk/review-dates/", 302)]
    assert "This article is being worked on already." in response.content.decode()


def test_a_button_from_before_the_words_were_replaced_is_a_conflict(client, editor):
    live = make_due(days=-40)

    assert client.post(f"/desk/revisions/{live.pk}/recheck/", {"seen": "published.1"}).status_code == 409


def test_the_screen_of_live_words_has_the_button_and_an_earlier_ones_has_not(client, editor):
    live = make_due(days=-40)
    address = f"/desk/revisions/{live.pk}/recheck/"

    assert address in client.get(f"/desk/revisions/{live.pk}/").content.decode()
    draft = make_update(live, summary="Newer words.")
    assert address not in client.get(f"/desk/revisions/{live.pk}/").content.decode()
    assert "/recheck/" not in client.get(f"/desk/revisions/{draft.pk}/").content.decode()


def test_the_screen_says_why_words_cannot_be_reviewed_as_they_are(client, editor):
    live = make_due(days=-40)
    live.author.job_title = ""
    live.author.save(update_fields=["job_title"])

    html = client.get(f"/desk/revisions/{live.pk}/").content.decode()

    assert "The byline needs a role." in html
    assert "/recheck/" not in html


def update_through_the_desk(client, live, *, whole, change_class="clinical"):
    """An update written, submitted, signed and published in the browser; the box is ticked or not."""
    client.force_login(make_person(EDITOR))
    client.post(f"/desk/articles/{live.article_id}/revise/")
    draft = Revision.objects.open().get()
    asked = {"change_class": change_class, **({"whole_article": "on"} if whole else {})}
    client.post(f"/desk/revisions/{draft.pk}/submit/", {"seen": draft.state_token, "note": "", **asked})
    signed = give_sign_offs(Revision.objects.open().get())
    client.force_login(make_person(PUBLISHER))
    client.post(f"/desk/revisions/{signed.pk}/publish/", {"seen": signed.state_token})
    return Article.objects.get().live_revision


@pytest.mark.parametrize("change_class", ["typo", "editorial", "clinical"])
@pytest.mark.parametrize(("whole", "reviewed"), [(False, date(2026, 3, 2)), (True, date(2026, 9, 2))])
def test_only_the_ticked_box_moves_what_readers_see_as_last_reviewed(client, whole, reviewed, change_class):
    with time_machine.travel("2026-03-02 20:00Z"):
        live = make_live()
    with time_machine.travel("2026-09-02 20:00Z"):
        now_live = update_through_the_desk(client, live, whole=whole, change_class=change_class)

    assert (now_live.number, now_live.last_reviewed_on) == (2, reviewed)
    client.logout()
    assert f'datetime="{reviewed}"' in client.get("/articles/walking-and-mood/").content.decode()


def test_a_review_without_change_is_a_review_for_readers_too(client, editor):
    with time_machine.travel("2026-03-02 20:00Z"):
        live = make_live()
    with time_machine.travel("2028-03-02 20:00Z"):
        client.force_login(editor)
        client.post(f"/desk/revisions/{live.pk}/recheck/", {"seen": live.state_token})
        signed = give_sign_offs(Revision.objects.open().get())
        publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

    client.logout()
    assert 'datetime="2028-03-02"' in client.get("/articles/walking-and-mood/").content.decode()


BANNER = "This article is past its review date."


@pytest.mark.parametrize(("day", "shown"), [("2028-05-30", False), ("2028-05-31", True), ("2030-01-01", True)])
def test_readers_are_told_from_the_90th_day_on(client, day, shown):
    with time_machine.travel("2026-03-02 20:00Z"):
        make_live()

    with time_machine.travel(f"{day} 20:00Z"):
        html = " ".join(client.get("/articles/walking-and-mood/").content.decode().split())

    assert html.count(BANNER) == shown
    assert html.count("on 2 March 2026, and meant to do so again by 2 March 2028.") == shown


def test_the_banner_is_the_same_bytes_for_everybody_with_an_address_of_their_own(client):
    with time_machine.travel("2026-03-02 20:00Z"):
        make_live()

    with time_machine.travel("2028-05-30 20:00Z"):
        before = client.get("/articles/walking-and-mood/")
    with time_machine.travel("2028-06-01 20:00Z", tick=False):
        first, second = client.get("/articles/walking-and-mood/"), client.get("/articles/walking-and-mood/")

    assert (first.content, first["ETag"]) == (second.content, second["ETag"])
    assert first["ETag"] != before["ETag"]


def test_the_banner_goes_with_the_next_whole_review_and_not_with_an_edit(client):
    with time_machine.travel("2026-03-02 20:00Z"):
        live = make_live()
    with time_machine.travel("2028-06-10 20:00Z"):
        edit = update_through_the_desk(client, live, whole=False)
        after_edit = client.get("/articles/walking-and-mood/").content.decode()
        update_through_the_desk(client, edit, whole=True)
        after_review = client.get("/articles/walking-and-mood/").content.decode()

    assert (BANNER in after_edit, BANNER in after_review) == (True, False)


def test_the_desk_shows_no_banner_over_the_words_that_are_written(client, editor):
    with time_machine.travel("2026-03-02 20:00Z"):
        live = make_live()

    with time_machine.travel("2030-01-01 20:00Z"):
        client.force_login(editor)
        assert BANNER not in client.get(f"/desk/revisions/{live.pk}/").content.decode()


def test_looking_back_shows_the_banner_of_that_day(client, editor):
    with time_machine.travel("2026-03-02 20:00Z"):
        live = make_live()

    with time_machine.travel("2030-01-01 20:00Z"):
        client.force_login(editor)
        address = f"/desk/articles/{live.article_id}/as-of/"
        pages = [client.get(address, {"at": f"{day}T12:00"}).content.decode() for day in ("2028-05-30", "2028-06-01")]

    assert [page.count(BANNER) for page in pages] == [0, 1]


def test_an_edit_in_review_is_no_review_without_change(client, editor):
    draft = make_update(make_due(days=-40), summary="Newer words.")
    submitted = reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)

    assert "Nothing changed since" not in client.get(f"/desk/revisions/{submitted.pk}/").content.decode()

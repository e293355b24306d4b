"""Readers report comments: no account, no name, and a person looks."""

import pytest

from clinic_cms.roles import MODERATOR
from comments.domain.author import withdraw
from comments.domain.replying import Reply, say
from comments.models import Comment, Report
from tests.comment_factories import make_approved, make_comment, make_rejected
from tests.factories import make_person

pytestmark = pytest.mark.django_db


def test_a_report_puts_the_comment_before_the_moderators_and_leaves_it_up(client):
    comment = make_approved()

    form = client.get(f"/comments/report/{comment.pk}/").content.decode()
    response = client.post(f"/comments/report/{comment.pk}/", {"reason": "unsafe"})
    thanks = client.get(response["Location"]).content.decode()

    assert form.count('type="radio" name="reason"') == 6
    assert response.status_code == 303
    assert thanks.count("A moderator will look at the comment.") == 1
    assert list(Report.objects.values_list("comment", "reason")) == [(comment.pk, "unsafe")]
    fresh = Comment.objects.get()
    assert (fresh.status, fresh.get_lane_display()) == ("approved", "Reported")


@pytest.mark.parametrize("reason", ["", "dislike"])
def test_a_report_needs_a_reason_of_the_list(client, reason):
    response = client.post(f"/comments/report/{make_approved().pk}/", {"reason": reason})

    assert (response.status_code, Report.objects.count()) == (422, 0)
    assert response.content.decode().count('role="alert"') == 1


def test_a_report_from_another_site_is_not_taken(client):
    comment = make_approved()

    headers = {"Sec-Fetch-Site": "cross-site"}
    response = client.post(f"/comments/report/{comment.pk}/", {"reason": "unsafe"}, headers=headers)

    assert (response.status_code, Report.objects.count()) == (403, 0)


@pytest.mark.parametrize("make", [make_comment, make_rejected, lambda: withdraw(make_approved())])
def test_what_readers_do_not_see_they_do_not_report(client, make):
    comment = make()

    assert client.get(f"/comments/report/{comment.pk}/").status_code == 404
    assert client.post(f"/comments/report/{comment.pk}/", {"reason": "unsafe"}).status_code == 404


def test_what_the_clinic_says_is_not_reported(client):
    said = say(make_approved(), Reply("Thank you."), by=make_person(MODERATOR))

    assert client.get(f"/comments/report/{said.pk}/").status_code == 404


def test_reporting_sets_no_cookie_and_is_not_listed(client):
    comment = make_approved()
    pages = [client.get(f"/comments/report/{comment.pk}/"), client.get(f"/comments/report/{comment.pk}/thanks/")]

    assert [(page["X-Robots-Tag"], dict(page.cookies)) for page in pages] == [("noindex", {})] * 2

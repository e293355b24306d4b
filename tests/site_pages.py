"""Makes pages about the site for tests, through the verbs."""

from typing import Any

from articles.domain import drafting, publishing, reviewing
from articles.domain.site_pages import start_site_page
from articles.enums import SitePage
from articles.models import Revision
from clinic_cms.models import User
from clinic_cms.roles import EDITOR, PUBLISHER
from tests.factories import give_sign_offs, make_person

BODY = (
    "<h2>How to reach us</h2><p>"
    + "Call the front desk on any day of the week, and somebody will answer. " * 5
    + "</p>"
)


def make_page_draft(page: SitePage = SitePage.CONTACT, *, by: User | None = None, **words: Any) -> Revision:
    """A draft that is ready to be submitted."""
    editor = by or make_person(EDITOR)
    draft = start_site_page(page, by=editor)
    words = {"summary": "How to reach us.", "body": BODY, **words}
    return drafting.save_draft(draft, by=editor, seen=draft.state_token, words=words)


def make_in_review_page(page: SitePage = SitePage.CONTACT, **options: Any) -> Revision:
    draft = make_page_draft(page, **options)
    return reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token)


def make_live_page(page: SitePage = SitePage.CONTACT, **options: Any) -> Revision:
    signed = give_sign_offs(make_in_review_page(page, **options))
    return publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

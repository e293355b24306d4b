"""The pages about the site itself: the address of each, and the sections it starts with. Pure."""

import re
from typing import Final

from django.conf import settings
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from articles.enums import SitePage

_SECTIONS: Final[dict[SitePage, tuple[Promise, ...]]] = {
    SitePage.HOW_WE_WRITE: (
        _("Who writes"),
        _("Who reviews, and what they check"),
        _("Where our facts come from"),
        _("When we look again"),
        _("Who pays for this"),
    ),
    SitePage.CORRECTIONS: (
        _("Tell us what is wrong"),
        _("What we do then"),
        _("What you will see"),
    ),
    SitePage.PRIVACY: (
        _("When you read"),
        _("When you write to us"),
        _("How long we keep it"),
        _("Your rights"),
        _("Who is responsible"),
    ),
    SitePage.ACCESSIBILITY: (
        _("What we promise"),
        _("How we check"),
        _("What does not work yet"),
        _("Tell us"),
    ),
    SitePage.CONTACT: (
        _("In an emergency"),
        _("Appointments and questions"),
        _("About this site"),
    ),
}


SITE_PAGE_SLUG: Final = rf"^site-({'|'.join(page.value for page in SitePage)})(-[a-z]{{2}}(-[a-z]+)?)?$"


def slug_of(page: SitePage, language: str = settings.LANGUAGE_CODE) -> str:
    """Under which the page is kept among the articles. No ordinary article takes it."""
    return f"site-{page.value}" if language == settings.LANGUAGE_CODE else f"site-{page.value}-{language}"


def page_of(slug: str) -> SitePage | None:
    """The page kept under this slug, in whichever language."""
    found = re.match(SITE_PAGE_SLUG, slug)
    return SitePage(found[1]) if found else None


def frame(page: SitePage) -> str:
    """The words a page starts with: its headings, and an empty place under each."""
    return "\n".join(f"<h2>{escape(str(heading))}</h2><p></p>" for heading in _SECTIONS[page])

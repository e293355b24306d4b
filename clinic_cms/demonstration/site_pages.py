"""What the demonstration's clinic says of its site. It is true of this software; the clinic is made up."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from articles.domain import drafting
from articles.domain.site_pages import start_site_page
from articles.enums import SitePage
from articles.models import Revision

if TYPE_CHECKING:
    from clinic_cms.models import User


@dataclass(frozen=True, slots=True)
class Page:
    page: SitePage
    summary: str
    body: str


HOW_WE_WRITE: Final = """
<h2>Who writes</h2>
<p>Our health writers draft every article, and their names stand on it. Where a computer program helped with a draft,
the people who review it are told so. The program signs nothing off. People do.</p>
<h2>Who reviews, and what they check</h2>
<p>An editor and a licensed health professional read the whole article before it goes up. The editor asks whether it
is clear and promises no more than its sources say. The health professional checks numbers, risks, sources, and when
to get help. Subjects where a wrong word could do great harm, such as medicines or the health of children, need two
health professionals.</p>
<p>Nobody signs off words that they wrote or changed. A sign-off holds for those exact words: when one letter changes
after it, the article can't go up until it has been reviewed again. To mend a slip of
spelling, an editor's review is enough.</p>
<p>The pages about this site, like this one, say nothing about treatments. An editor who did not write them signs them
off.</p>
<h2>Where our facts come from</h2>
<p>Every article lists its sources: guidelines, studies, and public agencies. When a source is taken back by those who
published it, the article is marked, and we look at it again.</p>
<h2>When we look again</h2>
<p>Each article shows the day of its last full review and the month of the next one. That is after two years at most,
and sooner where mistakes could do more harm. A small edit does not move the date.</p>
<h2>Who pays for this</h2>
<p>The clinic does. There are no advertisements here. Where an article is about something that we offer, it says so,
and each author states what else could sway them.</p>
"""

CORRECTIONS: Final = """
<h2>Tell us what is wrong</h2>
<p>Under every article is a link for mistakes. Choose what kind of mistake it is, and add a few words if you like. You
don't need to give your name. You can also write a comment, or use the addresses on our <a
href="/about/contact/">contact page</a>.</p>
<h2>What we do then</h2>
<p>If you tell us that something is medically wrong, an editor and a health professional look at it. They aim to do so
within a week. If the words could hurt somebody, we can take the whole article down at once, and say on that page that
we did, and when.</p>
<p>Corrected words are reviewed and signed off like new ones.</p>
<h2>What you will see</h2>
<p>When readers were told something wrong, a dated correction stands under the article. It gives what the article said
and what it says now. It stays there. Earlier versions can be read from the link under the article, marked as such,
unless they were taken down because they could do harm.</p>
<p>If you printed or saved a page, please look here for the current one before you rely on it.</p>
"""

PRIVACY: Final = """
<h2>When you read</h2>
<p>You can read everything without an account. The pages for readers set no cookies and load nothing from other
companies, so nobody follows you from here. We count how often a page is read each day, and which site a link came
from when at least five readers followed it. We don't keep who you are, your internet address, or which browser you
use.</p>
<h2>When you write to us</h2>
<p>A comment needs a name, which need not be your own, and your words. We don't ask for an e-mail address. Every
comment waits until a moderator has read it, and only then can others see it. If your words hold personal details,
such as a telephone number, we ask you once whether to take them out first.</p>
<p>After you post, you get a page of your own. Keep its address. There you can correct, take back, or erase your
comment, get a copy of it, and ask for a second look at our decision.</p>
<p>When you tell us what you think of an article, we remove telephone numbers and other personal details before we
keep it.</p>
<h2>How long we keep it</h2>
<p>Comments that were approved stay with the article until you take them back or erase them. The words and the name of
comments that we refused, or that you took back, are erased 30 days after the last decision. That there was a comment,
and what was decided, stays on record. To stop floods of messages we count how many come from one network, under a
code in place of the address, and forget those counts after a week.</p>
<h2>Your rights</h2>
<p>You can ask what we hold about you, and ask us to correct or erase it. Your own comment page does most of this at
once. For the rest, ask our privacy officer.</p>
<h2>Who is responsible</h2>
<p>Ines Aldecott is the privacy officer of Alder Street Clinic. Our <a href="/about/contact/">contact page</a> says
how to reach her. Please don't put details of your health into a comment: it is no private message to the clinic.</p>
"""

ACCESSIBILITY: Final = """
<h2>What we promise</h2>
<p>Everybody should be able to use this site. We aim to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at
level AA, on the pages for readers and on those for our staff.</p>
<p>You can use every page with a keyboard alone, without scripts, enlarged to twice the size, in light or dark colors,
and in print. Every article can also be printed in large type.</p>
<h2>How we check</h2>
<p>A program called axe looks at the pages whenever the software changes, and we try the keyboard and small screens
ourselves. Pictures have a description unless they only decorate. A program also measures how hard the words are to
read.</p>
<h2>What does not work yet</h2>
<p>We have not yet asked people who use screen readers every day to test the whole site. Sources that we link to are
not ours, and some are hard to use.</p>
<h2>Tell us</h2>
<p>If something here is in your way, please tell us. Our <a href="/about/contact/">contact page</a> says how. Say
which page it was and what you wanted to do. If you need the words of an article in another form, ask us for them.</p>
"""

CONTACT: Final = """
<h2>In an emergency</h2>
<p>Call 911. Nobody watches this website or our messages for emergencies.</p>
<h2>Appointments and questions</h2>
<p>Call the front desk at <a href="tel:+13035550142">(303) 555-0142</a>. We are open Monday to Friday, 9 am to 5 pm.
Please ask about your own health there or at your visit, not in a comment, which everybody could read.</p>
<h2>About this site</h2>
<p>For a mistake in an article, use the link under that article: our editors read what you say. For anything else about
this site, such as privacy or accessibility, call the front desk. Ask for patient information or for the privacy
officer.</p>
"""

PAGES: Final = (
    Page(
        SitePage.HOW_WE_WRITE,
        "Who writes our health articles, who checks them, and what has to happen before you read them.",
        HOW_WE_WRITE,
    ),
    Page(SitePage.CORRECTIONS, "How to tell us about a mistake, and what we do about it.", CORRECTIONS),
    Page(SitePage.PRIVACY, "What this site knows about you, which is little, and what you can do about it.", PRIVACY),
    Page(SitePage.ACCESSIBILITY, "How we make this site easy to use, and what does not work yet.", ACCESSIBILITY),
    Page(SitePage.CONTACT, "How to reach the clinic, and what to do when you need help right now.", CONTACT),
)  # fmt: skip


def write(each: Page, *, by: "User") -> Revision:
    """The draft of a page, ready to be submitted."""
    draft = start_site_page(each.page, by=by)
    words = {"summary": each.summary, "body": each.body, "ai_assistance": "draft"}
    return drafting.save_draft(draft, by=by, seen=draft.state_token, words=words)

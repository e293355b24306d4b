"""The demonstration content keeps the promises that the clinic makes to its readers. Pure data, so no database."""

import re
from collections import Counter
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from typing import Final

import pytest

from clinic_cms.demonstration.articles import ARTICLES
from clinic_cms.demonstration.comments import COMMENTS
from clinic_cms.demonstration.kinds import Article, Reference
from clinic_cms.demonstration.people import PEOPLE
from clinic_cms.demonstration.topics import TOPICS
from tests.clinic_cms.demonstration.source_fingerprints import FINGERPRINTS

DOI: Final = re.compile(r"10\.\d{4,9}/\S+")
PMID: Final = re.compile(r"[1-9]\d{0,7}")
MARKER: Final = re.compile(r'<sup><a\s+href="#ref-(\d+)">(\d+)</a></sup>')
STATES_BEFORE_READERS: Final = {"draft", "in_review", "returned", "signed_off", "scheduled"}
NEEDED: Final = {"standard": Counter(editorial=1, clinical=1), "high": Counter(editorial=1, clinical=2)}
KIND_OF_ROLE: Final = {"editor": "editorial", "publisher": "editorial", "clinician": "clinical"}
ALLOWED_TAGS: Final = {
    *("h2", "h3", "p", "ul", "ol", "li", "strong", "em", "sup", "a", "abbr", "blockquote", "div", "section", "aside"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
RISKS: Final = {topic.slug: topic.risk for topic in TOPICS}
ROLES: Final = {person.username: person.role for person in PEOPLE}

BODIES: Final = [(article, article.body) for article in ARTICLES] + [
    (article, article.update.body) for article in ARTICLES if article.update
]
every_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.slug)
every_body = pytest.mark.parametrize(
    ("article", "body"), BODIES, ids=[f"{number}-{article.slug}" for number, (article, _) in enumerate(BODIES)]
)
every_reference = pytest.mark.parametrize(
    "reference",
    [reference for article in ARTICLES for reference in article.references],
    ids=lambda reference: reference.title[:30],
)


class _Balance(HTMLParser):
    """Collects the tags, and the end tags that close something other than what was opened last."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def read(html: str) -> _Balance:
    parser = _Balance()
    parser.feed(html)
    parser.close()
    return parser


def words(html: str) -> list[str]:
    return re.sub(r"<[^>]+>", " ", html).split()


def fingerprints(html: str) -> set[str]:
    text = re.sub("[’']", "", " ".join(words(html)).lower())
    plain = re.findall(r"[a-z0-9]+", text)
    return {sha256(" ".join(plain[at : at + 8]).encode()).hexdigest() for at in range(len(plain) - 7)}


@every_body
def test_references_are_numbered_in_order_of_first_use_and_all_cited(article: Article, body: str) -> None:
    markers = [int(number) for number, _ in MARKER.findall(body)]

    in_order_of_first_use = list(dict.fromkeys(markers))

    assert in_order_of_first_use == list(range(1, len(article.references) + 1))


@every_body
def test_every_marker_shows_the_number_it_links_to(article: Article, body: str) -> None:
    markers = MARKER.findall(body)

    mismatched = [(target, shown) for target, shown in markers if target != shown]

    assert (mismatched, len(markers)) == ([], body.count("#ref-"))


@every_body
def test_headings_start_at_two_and_never_skip_a_level(article: Article, body: str) -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)>", body)]

    skipped = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]

    assert (levels[0], skipped) == (2, [])


@every_body
def test_body_is_well_formed_and_uses_only_allowed_elements(article: Article, body: str) -> None:
    html = read(body)

    assert (html.tags - ALLOWED_TAGS, html.open, html.wrong) == (set(), [], [])


@every_body
def test_body_has_between_700_and_1400_words(article: Article, body: str) -> None:
    count = len(words(body))

    assert min(max(count, 700), 1400) == count


@every_body
def test_key_points_come_first(article: Article, body: str) -> None:
    opening = body.strip()[: len('<div class="key-points">')]

    assert opening == '<div class="key-points">'


@every_body
def test_body_says_when_to_get_help_at_each_of_three_levels(article: Article, body: str) -> None:
    cards = re.findall(r'class="care-card care-card--([a-z-]+)"', body)

    assert cards == ["non-urgent", "urgent", "emergency"]


@every_body
def test_body_has_one_section_on_risks_and_one_on_what_is_not_known(article: Article, body: str) -> None:
    sections = (body.count('<section class="risks">'), body.count("<h2>What we don't know yet</h2>"))

    assert sections == (1, 1)


@every_body
def test_body_that_mentions_suicide_gives_the_crisis_lines(article: Article, body: str) -> None:
    mentions = "suicid" in body.lower()

    lines = ('href="tel:988"' in body, 'href="tel:838255"' in body)

    assert lines == (mentions, mentions)


@every_body
def test_no_sentence_is_shared_with_the_customers_source(article: Article, body: str) -> None:
    shared = fingerprints(f"{article.title} {article.summary} {body} {article.interests}") & FINGERPRINTS

    assert shared == set()


def test_fingerprint_ignores_markup_case_and_apostrophes() -> None:
    plain = fingerprints("you dont have to wait for an appointment")

    marked_up = fingerprints("<p>You don’t have to <em>wait</em>, for an appointment!</p>")

    assert (len(plain), marked_up) == (1, plain)


@every_article
def test_texts_fit_their_fields(article: Article) -> None:
    sizes = {"title": 160, "summary": 300, "interests": 1000, "change_note": 300, "note": 1000, "reader_notice": 2000}

    too_long = [name for name, limit in sizes.items() if len(getattr(article, name)) > limit]

    assert too_long == []


@every_article
def test_article_has_a_title_a_summary_interests_and_a_change_note(article: Article) -> None:
    missing = [name for name in ("title", "summary", "interests", "change_note") if not getattr(article, name).strip()]

    assert missing == []


@every_article
def test_topic_and_author_exist_and_the_author_is_an_editor(article: Article) -> None:
    assert (article.topic in RISKS, ROLES[article.author]) == (True, "editor")


@every_article
def test_nobody_signs_off_their_own_words_or_twice(article: Article) -> None:
    signers = [*article.signed_off_by]

    assert (signers.count(article.author), len(set(signers))) == (0, len(signers))


@every_article
def test_sign_offs_match_the_risk_of_the_topic_and_the_state(article: Article) -> None:
    given = Counter(KIND_OF_ROLE[ROLES[name]] for name in article.signed_off_by)

    still_missing = NEEDED[RISKS[article.topic]] - given

    complete = article.state not in {"draft", "in_review", "returned"}
    assert (not still_missing, given - NEEDED[RISKS[article.topic]]) == (complete, Counter())


@every_article
def test_only_a_withdrawn_article_carries_a_notice_and_only_a_scheduled_one_a_date(article: Article) -> None:
    carried = (bool(article.reader_notice), article.scheduled_in_days > 0, article.update is not None)

    state = article.state
    assert carried == (state == "withdrawn", state == "scheduled", state == "published_with_update_in_review")


@every_article
def test_only_withdrawn_and_returned_articles_carry_a_note_to_colleagues(article: Article) -> None:
    assert bool(article.note) == (article.state in {"withdrawn", "returned"})


def test_update_changes_the_words_and_misses_a_sign_off() -> None:
    (article,) = [article for article in ARTICLES if article.update]
    update = article.update

    assert update is not None
    assert (update.body == article.body, update.signed_off_by) == (False, ("editor",))
    assert update.body.count("twelve to lend") == 1
    assert update.body.count("after a large meal") == 1


def test_a_slip_that_was_mended_stood_in_the_words_once() -> None:
    (article,) = [article for article in ARTICLES if article.mended]
    typo = article.mended

    assert typo is not None
    assert (article.body.count(typo.right), article.body.count(typo.wrong)) == (1, 0)


def test_every_state_of_the_workflow_is_shown_and_five_articles_are_published() -> None:
    states = Counter(article.state for article in ARTICLES)

    assert states.pop("published") == 5
    assert states == Counter({*STATES_BEFORE_READERS, "published_with_update_in_review", "withdrawn"})


@every_reference
def test_identifiers_have_the_right_form(reference: Reference) -> None:
    doi = not reference.doi or DOI.fullmatch(reference.doi) is not None
    pmid = not reference.pmid or PMID.fullmatch(reference.pmid) is not None
    url = not reference.url or reference.url.startswith("https://")

    assert (doi, pmid, url) == (True, True, True)


@every_reference
def test_reference_can_be_found_and_dated(reference: Reference) -> None:
    found = bool(reference.doi or reference.pmid or reference.url)

    checked = date.fromisoformat(reference.checked)

    assert (found, bool(reference.authors), checked.year >= int(reference.year)) == (True, True, True)


def test_no_article_cites_a_source_twice() -> None:
    repeated = [
        (article.slug, doi)
        for article in ARTICLES
        for doi, count in Counter(reference.doi for reference in article.references if reference.doi).items()
        if count > 1
    ]

    assert repeated == []


def test_slugs_and_accounts_and_addresses_are_unique() -> None:
    names = [*(article.slug for article in ARTICLES), *(topic.slug for topic in TOPICS)]
    people = [value for person in PEOPLE for value in (person.username, person.full_name, person.email)]

    repeated = [name for name, count in Counter([*names, *people]).items() if count > 1]

    assert repeated == []


def test_every_demonstration_account_is_there_with_its_role() -> None:
    assert ROLES == {
        "editor": "editor",
        "editor2": "editor",
        "clinician": "clinician",
        "clinician2": "clinician",
        "publisher": "publisher",
        "moderator": "moderator",
        "moderator2": "moderator",
        "privacy": "privacy_officer",
        "admin": "administrator",
    }


def test_exactly_the_doctors_hold_credentials_verified_within_a_year() -> None:
    credentialed = {person.username for person in PEOPLE if person.credentials}
    stale = [c.title for person in PEOPLE for c in person.credentials if c.verified_days_ago > 365 or c.valid_days < 90]

    assert (credentialed, stale) == ({"clinician", "clinician2"}, [])


def test_mail_addresses_can_never_reach_a_real_person() -> None:
    domains = {person.email.rpartition("@")[2] for person in PEOPLE}

    assert domains == {"alderstreet.example"}


def test_comments_are_only_under_articles_that_readers_can_see() -> None:
    live = {article.slug for article in ARTICLES if article.state in {"published", "published_with_update_in_review"}}

    assert {comment.article for comment in COMMENTS} == live


def test_exactly_the_rejected_comments_have_a_reason() -> None:
    wrong = [comment.body for comment in COMMENTS if bool(comment.reason) != (comment.state == "rejected")]

    assert wrong == []


def test_rejections_show_every_reason() -> None:
    reasons = {comment.reason for comment in COMMENTS if comment.reason}

    assert reasons == {
        "spam",
        "abuse",
        "personal_data",
        "medical_advice",
        "unsafe",
        "off_topic",
        "undisclosed_affiliation",
    }


def test_phone_numbers_in_comments_are_fictional() -> None:
    numbers = [number for comment in COMMENTS for number in re.findall(r"\d{3}-\d{4}", comment.body)]

    assert numbers == ["555-0142"]

"""GOV-01 to GOV-04: who stands for the words, until when, and what readers are told of their limits."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks import disclaimer
from articles.checks.examples import DISCLAIMER
from articles.checks.facts import Facts
from articles.checks.reading import Reading
from articles.checks.rule import BOTH, EVERY, Hit, Rule, example
from articles.enums import Severity

MOST_MONTHS: Final = 36
_NOBODY: Final = re.compile(
    r"\W{0,5}(?:(?:the|our) )?(?:[\w’']{1,20} ){0,3}(?:staff|team|admin|administrator|editors?|editorial|clinic"
    r"|writers?"
    r"|anonymous|guest|author)\W{0,5}"
    r"|\W{0,5}(?:(?:el|la|nuestr[oa]) )?(?:equipo|personal|redacci[oó]n|editores|cl[ií]nica|autor[ae]?s?|an[oó]nim[oa]"
    r"|administraci[oó]n)(?: [\w’']{1,20}){0,4}\W{0,5}",
    re.IGNORECASE,
)


def _nobody(reading: Reading, facts: Facts) -> Iterator[Hit]:
    name, _comma, rest = facts.byline.partition(",")
    if not name.strip() or _NOBODY.fullmatch(name):
        yield Hit("byline", 0, len(facts.byline), _("Say who wrote this: a person with a name, not “Staff”."))
    elif not (facts.author_role.strip() or rest.strip()):
        yield Hit(
            "byline",
            0,
            len(facts.byline),
            _("Say what the author is: “health writer”, or what qualifies them to write it."),
        )


def _unsigned(reading: Reading, facts: Facts) -> Iterator[Hit]:
    if facts.signed_clinically is False:
        yield Hit(
            "sign_off",
            0,
            0,
            _("No clinical sign-off holds for exactly these words. Send them for review."),
            basis=reading.body.text,
        )


def _undated(reading: Reading, facts: Facts) -> Iterator[Hit]:
    due, today = facts.next_review_due, facts.today
    if due is None and not facts.review_months:
        yield Hit(
            "next_review_due", 0, 0, _("Say when this article is to be reviewed again, within 36 months."), basis=""
        )
    elif (facts.review_months or 0) > MOST_MONTHS or (due and today and due > _months_later(today, MOST_MONTHS)):
        message = _("The next review is more than 36 months away. Choose an earlier date.")
        yield Hit("next_review_due", 0, 0, message, basis=f"{due} {facts.review_months}")
    elif due and today and due < today:
        message = _("The review was due on %(date)s. Review the article, or take it down.") % {"date": due.isoformat()}
        yield Hit("next_review_due", 0, 0, message, severity=Severity.WARN, basis=due.isoformat())


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, 28))


def _half_a_disclaimer(reading: Reading, facts: Facts) -> Iterator[Hit]:
    if facts.is_site_page:
        return
    passage = reading.passages["disclaimer"]
    if missing := disclaimer.missing(passage.masked):
        message = _("The disclaimer does not say %(missing)s.") % {"missing": "; ".join(map(str, missing))}
        yield Hit("disclaimer", 0, len(passage.text), message, disclaimer.SUGGESTED)


RULES: Final = (
    Rule(
        id="GOV-01",
        languages=EVERY,
        severity=Severity.BLOCK,
        title=gettext_lazy("No author with a name and a role"),
        why=gettext_lazy("Readers must be able to see who speaks to them, and what that person knows."),
        source="HONcode principle 1; JAMA benchmarks, authorship",
        find=_nobody,
        must=(
            example("Words.", "Written by Staff", byline="Staff"),
            example("Words.", byline="The clinic’s editorial team", author_role="team"),
            example("Words.", byline="", author_role=""),
            example("Words.", byline="Sam Rivera", author_role=""),
        ),
        must_not=(
            example("Words.", byline="Sam Rivera, health writer", author_role=""),
            example("Words.", byline="Sam Rivera", author_role="health writer"),
            example("Words.", byline="Dr Ana Stafford", author_role="psychiatrist"),
        ),
    ),
    Rule(
        id="GOV-02",
        languages=EVERY,
        severity=Severity.BLOCK,
        title=gettext_lazy("No clinical sign-off for exactly these words"),
        why=gettext_lazy("One changed word can turn advice around."),
        source="NHS Standard for creating health content §1",
        find=_unsigned,
        must=(example("Words.", "a word changed since the sign-off", signed_clinically=False),),
        must_not=(example("Words.", signed_clinically=True), example("Words.", signed_clinically=None)),
    ),
    Rule(
        id="GOV-03",
        languages=EVERY,
        severity=Severity.BLOCK,
        lighter=Severity.WARN,
        title=gettext_lazy("No review date, one too far away, or one that has passed"),
        why=gettext_lazy("Health advice goes stale; three years is the longest that anybody lets it stand."),
        source="PIF TICK; NHS pattern “know that a page is up to date”",
        find=_undated,
        must=(
            example("Words.", "a review due yesterday", next_review_due=date(2026, 11, 24)),
            example("Words.", next_review_due=None),
            example("Words.", next_review_due=date(2030, 1, 1)),
            example("Words.", next_review_due=None, review_months=48),
        ),
        must_not=(
            example("Words.", next_review_due=date(2028, 5, 25)),
            example("Words.", next_review_due=None, review_months=36),
            example("Words.", next_review_due=date(2026, 11, 25)),
            example("Words.", next_review_due=date(2020, 1, 1), today=None),
        ),
    ),
    Rule(
        id="GOV-04",
        languages=BOTH,
        severity=Severity.BLOCK,
        title=gettext_lazy("A disclaimer without one of its four parts"),
        why=gettext_lazy("It must say that it is general, that it is no advice, whom to ask, and what to call."),
        source="HONcode principle 2",
        find=_half_a_disclaimer,
        must=(
            example(
                "Words.",
                "For your general knowledge only, Learn More.",
                disclaimer="This article is intended for your general knowledge only, Learn More.",
            ),
            example("Words.", disclaimer=""),
            example("Words.", disclaimer=DISCLAIMER.partition("In an emergency")[0]),
        ),
        must_not=(
            example("Words.", disclaimer=DISCLAIMER),
            example(
                "Words.",
                disclaimer="For general information only. This isn’t medical advice. Speak to your doctor. Dial 999.",
            ),
        ),
    ),
)

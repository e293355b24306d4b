"""GOV-05 to GOV-08: interests, corrections, patients' stories and help from machines."""

import re
from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks import spanish_claims
from articles.checks.facts import ChangeFacts, Facts, PictureFacts, StoryFacts
from articles.checks.finding import normalised
from articles.checks.mentions import mentions
from articles.checks.patterns import any_of
from articles.checks.reading import BODY, Reading
from articles.checks.rule import BOTH, EVERY, Hit, Rule, example
from articles.enums import Severity

_STORY_HEADING: Final = any_of(
    "patient(?:'s|s'|s)? (?:story|stories|voice|voices|experience)s?", "testimonials?", "success stor(?:y|ies)",
    "what (?:our )?patients say", "(?:real|true) stories", "in (?:her|his|their) own words",
    *spanish_claims.STORY_HEADING,
)  # fmt: skip
_FIRST_PERSON: Final = any_of("I", "I'm", "I've", "my", "me", "myself")
_FIRST_PERSON_IN_SPANISH: Final = any_of(*spanish_claims.FIRST_PERSON, flags=re.NOFLAG)
_PERHAPS_FIRST_PERSON: Final = any_of(*spanish_claims.FIRST_PERSON_OR_VOS, flags=re.NOFLAG)


def _interests(reading: Reading, facts: Facts) -> Iterator[Hit]:
    if not facts.interests.strip():
        yield Hit("interests", 0, 0, _("State the interests of everyone who wrote this. If there are none, say so."))
    said = normalised(" ".join([facts.interests, facts.disclaimer, reading.body.text]))
    told = set()
    for each in mentions(reading, facts.services):
        if each.thing not in told and normalised(each.thing.sentence).rstrip(". ") not in said:
            told.add(each.thing)
            yield each.found.hit(
                _("The clinic sells this, and the article does not say so. Add the clinic's standard sentence."),
                each.thing.sentence,
            )


def _correction(reading: Reading, facts: Facts) -> Iterator[Hit]:
    change = facts.change
    if change is None:
        return
    if change.label == "clinical-error" and not change.has_notice:
        message = _("This mends a clinical error. Tell readers what the article said, and what it says now.")
        yield Hit("correction", 0, 0, message, basis=reading.body.text)
    touched = ", ".join(change.protected)
    if change.label == "typo" and (change.protected or change.least not in ("", "typo")):
        message = (
            _("This is called a typo, and it changes %(what)s. Call it what it is.") % {"what": touched}
            if touched
            else _("This is called a typo, and it changes more than spelling. Call it what it is.")
        )
        yield Hit("change", 0, 0, message, basis=reading.body.text)


def _story(reading: Reading, facts: Facts) -> Iterator[Hit]:
    allowed = [normalised(each.quote) for each in facts.stories if each.authorised and each.quote.strip()]
    message = _("This looks like a patient's own words. Keep them only with the patient's written authorization.")
    for each in facts.stories:
        if not each.authorised:
            start = reading.body.text.find(each.quote) if each.quote else -1
            end = start + len(each.quote) if start >= 0 else 0
            yield Hit(BODY, max(start, 0), end, _("No valid authorization is on record for this story."))
    for start, end, until in _told(reading):
        text = normalised(reading.body.text[start:end])
        under = normalised(reading.body.text[start:until])
        if not any(quote in under or text in quote for quote in allowed) and not _is_listed(text, facts):
            yield Hit(BODY, start, end, message)
    for picture in facts.pictures:
        if picture.depicts_patient and not picture.consent_valid:
            at = next((image.start for image in reading.images if image.src == picture.src), None)
            said = _(
                "This picture shows a patient, and no valid consent is on record. Take it out, or renew the consent."
            )
            yield Hit(BODY, at or 0, 0 if at is None else at + 1, said, basis=picture.src)


def _told(reading: Reading) -> Iterator[tuple[int, int, int]]:
    """Where a story is told: a quotation in the first person, or a section that calls itself one (named by
    its heading). The third number is where what is told there ends.
    """
    for box in reading.boxes_of("blockquote"):
        if _is_first_person(reading.body.masked[box.start : box.end]):
            yield box.start, box.end, box.end
    for heading in reading.headings:
        if _STORY_HEADING.search(heading.title):
            yield heading.start, heading.start + len(heading.title), heading.end


def _is_first_person(words: str) -> bool:
    """Whether somebody speaks of themselves at least twice, in English or Spanish."""
    sure = len(_FIRST_PERSON_IN_SPANISH.findall(words))
    perhaps = len(_PERHAPS_FIRST_PERSON.findall(words)) if sure else 0
    return len(_FIRST_PERSON.findall(words)) > 1 or sure + perhaps > 1


def _is_listed(text: str, facts: Facts) -> bool:
    return any(not each.authorised and normalised(each.quote) in text for each in facts.stories if each.quote.strip())


def _machine(reading: Reading, facts: Facts) -> Iterator[Hit]:
    if facts.ai_assistance not in ("", "none") and facts.signed_clinically is False:
        yield Hit(
            "ai_assistance",
            0,
            0,
            _("A machine helped to write this, and no clinician has read it. It needs a clinical sign-off."),
            basis=reading.body.text,
        )


_STORY: Final = "<blockquote><p>I could not sleep. My nights are mine again.</p></blockquote>"
_PICTURE: Final = "<p>Words.<img src='/media/a.jpg' alt='A woman'></p>"

RULES: Final = (
    Rule(
        id="GOV-05",
        languages=EVERY,
        severity=Severity.BLOCK,
        title=gettext_lazy("No statement of interests, or a service that the clinic sells without saying so"),
        why=gettext_lazy("Who earns from a treatment must say so where they write about it."),
        source="HONcode principle 7; NHS Standard §1; JAMA benchmarks, disclosure",
        find=_interests,
        must=(
            example("Words.", "interests left empty", interests=""),
            example("We describe ketamine infusions."),
            example("Read on.", title="Ketamine infusions: the evidence"),
        ),
        must_not=(
            example("We describe ketamine infusions. This clinic offers ketamine infusions."),
            example("About ketamine infusions.", interests="None. This clinic offers  ketamine infusions."),
            example("Ketamine is an anesthetic."),
        ),
    ),
    Rule(
        id="GOV-06",
        languages=EVERY,
        severity=Severity.BLOCK,
        title=gettext_lazy("A clinical error mended without a notice, or a “typo” that is none"),
        why=gettext_lazy("Whoever read the wrong words must be able to learn that they were wrong."),
        source="ICMJE, corrections; NHS pattern “know that a page is up to date”",
        find=_correction,
        must=(
            example(
                "Words.",
                "“41” made “14”, called a typo",
                change=ChangeFacts(label="typo", least="clinical", protected=("41",)),
            ),
            example("Words.", change=ChangeFacts(label="clinical-error")),
            example("Words.", change=ChangeFacts(label="typo", least="editorial")),
        ),
        must_not=(
            example("Words.", change=ChangeFacts(label="typo", least="typo")),
            example("Words.", change=ChangeFacts(label="clinical-error", has_notice=True)),
            example("Words.", change=ChangeFacts(label="editorial", protected=("41",))),
        ),
    ),
    Rule(
        id="GOV-07",
        languages=BOTH,
        severity=Severity.BLOCK,
        title=gettext_lazy("A patient's story or picture without a valid authorization"),
        why=gettext_lazy("A patient decides who sees their story, and may change their mind."),
        source="45 CFR 164.508(c); 16 CFR 255.2",
        find=_story,
        must=(
            example(_STORY, "“My nights are mine again.” (no authorization)"),
            example(_STORY, stories=(StoryFacts(quote="My nights are mine again."),)),
            example("<h2>Success stories</h2><p>Read on.</p>"),
            example(
                "<h2>Success stories</h2><p>Read on.</p><h2>Sleep</h2><p>My nights are mine again.</p>",
                stories=(StoryFacts(quote="My nights are mine again.", authorised=True),),
            ),
            example(_PICTURE, pictures=(PictureFacts(src="/media/a.jpg", depicts_patient=True),)),
        ),
        must_not=(
            example(_STORY, stories=(StoryFacts(quote="My nights are mine again.", authorised=True),)),
            example(
                "<h2>Success stories</h2><p>“My nights are mine again.”</p><h2>Risks</h2>",
                stories=(StoryFacts(quote="My nights are mine again.", authorised=True),),
            ),
            example("<blockquote><p>Talk therapy comes first, says the guideline [1].</p></blockquote>"),
            example(_PICTURE, pictures=(PictureFacts(src="/media/a.jpg", depicts_patient=True, consent_valid=True),)),
            example("<h2>Am I at risk?</h2><ul><li>Should I call my doctor?</li></ul>"),
        ),
    ),
    Rule(
        id="GOV-08",
        languages=EVERY,
        severity=Severity.BLOCK,
        title=gettext_lazy("Help from a machine without a clinician's sign-off"),
        why=gettext_lazy("A machine writes what sounds right; only a person can answer for it."),
        source="Cal. AB 3030, by analogy",
        find=_machine,
        must=(example("Words.", "a machine's draft, no clinician", ai_assistance="draft", signed_clinically=False),),
        must_not=(
            example("Words.", ai_assistance="draft", signed_clinically=True),
            example("Words.", ai_assistance="none", signed_clinically=False),
            example("Words.", ai_assistance="edit", signed_clinically=None),
        ),
    ),
)

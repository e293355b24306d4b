"""What came of the first comments: answers of readers and of the clinic, reports, second thoughts. Made up."""

from typing import Final

from clinic_cms.demonstration.comments import ANTIBIOTICS, KETAMINE, PANIC, PRESSURE, SLEEP
from clinic_cms.demonstration.kinds import Comment, Said

FOLLOWING: Final[tuple[Comment, ...]] = (
    Comment(
        article=SLEEP,
        name="Joan",
        body="Folding towels at two in the morning! I clean out one kitchen drawer. I have run out of drawers, and I "
        "sleep.",
        answers="Henry",
    ),
    Comment(
        article=SLEEP,
        name="Priya",
        body="Twelve-hour nights here too. Blackout curtains and the same bedtime on days off are what did it for me.",
        answers="night nurse",
        then="withdrawn",
    ),
    Comment(
        article=ANTIBIOTICS,
        name="Greta",
        body="If the mucus turns green it is bacterial and you need the antibiotic. Everybody knows that.",
        said=Said(
            "The color comes from the body's own defense cells and is seen with viruses as well. By itself it is no "
            "sign that an antibiotic will help.",
            source="https://www.cdc.gov/antibiotic-use/",
        ),
    ),
    Comment(
        article=PRESSURE,
        name="Nell",
        body="Which arm, if one always reads higher than the other?",
        said=Said(
            "Use the arm with the higher readings from then on, and tell whoever looks after your blood pressure when "
            "they differ by more than 10. We can't discuss anyone's own readings here."
        ),
    ),
    Comment(
        article=PANIC,
        name="Dee",
        body="It started for me after my divorce and nobody believed me for a year. Be gentle with yourselves.",
        then="withdrawn",
    ),
    Comment(article=PANIC, name="Luis", body="I believe you. It was a year for me too.", answers="Dee"),
    Comment(
        article=PANIC,
        name="straight talk",
        body="These people just want attention and you all give it to them.",
        then="removed",
    ),
    Comment(
        article=KETAMINE,
        name="Sam from accounting",
        body="A friend swears that two weeks of it fixed what ten years of therapy didn't. So why bother with therapy?",
        then="reported",
    ),
    Comment(
        article=SLEEP,
        name="crypto queen",
        body="I could not sleep until I doubled my savings with this trading robot. Message me for the link!",
        state="spam",
    ),
)

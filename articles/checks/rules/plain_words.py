"""RDB: whether people can read it."""

import re
from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.checks import spanish_claims
from articles.checks.abbreviations import unexplained
from articles.checks.facts import Facts
from articles.checks.patterns import any_of
from articles.checks.readability import NORMAL, perspicuity, score
from articles.checks.reading import BODY, PROSE, Passage, Reading
from articles.checks.rule import BOTH, EVERY, Hit, Rule, example
from articles.checks.sentences import Sentence, words_of
from articles.enums import Severity

_HIGHEST_GRADE: Final = 8.0
_FEWEST_WORDS: Final = 30  # a grade of less is chance
_MOST_WORDS: Final = 25
_MOST_SENTENCES: Final = 3
_MOST_PASSIVE: Final = 0.2
_PASSIVE: Final = any_of(
    "(?:am|is|are|was|were|be|been|being|gets?|got) (?:(?:not|also|often|usually|then|being|been|first|only"
    "|\\w{2,12}ly) ){0,2}?"
    "(?:\\w{2,16}ed|given|taken|seen|known|shown|found|made|done|said|told|held|kept|left|sent|set|put|read|written"
    "|driven|chosen|broken|"
    "drawn|felt|hurt|led|lost|paid|sold|thought|understood|begun|brought|built|caught|cut|forgotten|born)",
    *spanish_claims.PASSIVE,
)
_NO_PASSIVE: Final = re.compile(
    r"(?:need|tired|interested|worried|supposed|married|scared|excited|pleased|concerned|related|red|bed|need)\Z"
    rf"|\b(?:{spanish_claims.NO_PASSIVE})[oa]s?\Z",
    re.IGNORECASE,
)


def _hard(reading: Reading, facts: Facts) -> Iterator[Hit]:
    yield from (_hard_spanish(reading) if facts.language == "es" else _grade(reading))


def _hard_spanish(reading: Reading) -> Iterator[Hit]:
    found = perspicuity(reading)
    if found.words >= _FEWEST_WORDS and found.index < NORMAL:
        hardest = found.hardest[0]
        message = _(
            "This has %(index).0f on the INFLESZ scale (%(said)s); 55 or more is what most readers manage. Begin with"
            " this sentence, the hardest: shorter sentences, shorter words."
        ) % {"index": found.index, "said": found.said}
        yield Hit(BODY, hardest.start, hardest.end, message, basis=f"{found.index:.0f}")


def _grade(reading: Reading) -> Iterator[Hit]:
    found = score(reading)
    if found.words >= _FEWEST_WORDS and found.grade > _HIGHEST_GRADE:
        hardest = found.hardest[0]
        values = {"grade": f"{found.grade:.1f}", "smog": f"{found.smog:.1f}"}
        yield Hit(
            BODY,
            hardest.start,
            hardest.end,
            _(
                "This reads like school grade %(grade)s (SMOG %(smog)s); 8 is what most readers manage. Begin with this"
                " sentence, the hardest: shorter sentences, shorter words."
            )
            % values,
            basis=f"{found.grade:.0f}",
        )


def _long(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for name in PROSE:
        passage = reading.passages[name]
        for sentence in passage.sentences:
            count = len(words_of(_text(passage, sentence)))
            if count > _MOST_WORDS:
                message = _("This sentence has %(count)d words. Make two of it.") % {"count": count}
                yield Hit(name, sentence.start, sentence.start + len(_text(passage, sentence).rstrip()), message)
    yield from _long_paragraphs(reading)


def _long_paragraphs(reading: Reading) -> Iterator[Hit]:
    counts: dict[int, int] = {}
    for sentence in reading.body.sentences:
        if words_of(_text(reading.body, sentence)):
            counts[sentence.block] = counts.get(sentence.block, 0) + 1
    for number, count in counts.items():
        block = reading.block(number)
        if count > _MOST_SENTENCES and not block.level:
            message = ngettext(
                "This paragraph has %(count)d sentence. Three are enough for most.",
                "This paragraph has %(count)d sentences. Three are enough for most.",
                count,
            ) % {"count": count}
            yield Hit(BODY, block.start, block.end, message, severity=Severity.INFO)


def _text(passage: Passage, sentence: Sentence) -> str:
    return passage.masked[sentence.start : sentence.end]


def _passive(reading: Reading, facts: Facts) -> Iterator[Hit]:
    found = [each for each in reading.find(_PASSIVE, (BODY,)) if not _NO_PASSIVE.search(each.words)]
    passive = {each.sentence.start for each in found}
    total = sum(1 for each in reading.body.sentences if words_of(_text(reading.body, each)))
    if total and len(passive) / total > _MOST_PASSIVE:
        values = {"count": len(passive), "total": total}
        message = _("%(count)d of %(total)d sentences are passive. Say who does it.")
        first = found[0]
        example = gettext_lazy("Doctors treated the patients.")
        yield Hit(BODY, first.start, first.end, message % values, example, basis=f"{10 * len(passive) // total}")


def _abbreviations(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for found in unexplained(reading, facts.known_abbreviations):
        yield found.hit(
            _("“%(short)s” is not explained where it first stands. Write it out, with the short form in brackets.")
            % {"short": found.words}
        )


_HARD: Final = (
    "Emerging neurobiological investigations demonstrate considerable pharmacological heterogeneity, necessitating "
    "individualized therapeutic deliberation regarding administration, contraindications and longitudinal monitoring "
    "of participants throughout rehabilitation, notwithstanding methodological limitations."
)
_EASY: Final = "The pill may help you sleep. Take it at night with food. Call us if you feel sick or your skin itches. "

RULES: Final = (
    Rule(
        id="RDB-01",
        severity=Severity.WARN,
        languages=BOTH,
        title=gettext_lazy("Harder to read than school grade 8, or in Spanish below 55 on the INFLESZ scale"),
        why=gettext_lazy("Half of adults read at or below grade 8, and nobody reads well when they are afraid."),
        source="AMA and NIH (PMC6334864, PMC3049622); NHS content style; Barrio-Cantalejo and others, 2008 (INFLESZ)",
        find=_hard,
        must=(example(f"{_HARD} {_HARD}", "a text of school grade 12"),),
        must_not=(example(_EASY * 3), example("Multidisciplinary rehabilitation.")),
    ),
    Rule(
        id="RDB-02",
        languages=EVERY,
        severity=Severity.WARN,
        lighter=Severity.INFO,
        title=gettext_lazy("A sentence of more than 25 words, or a paragraph of more than three sentences"),
        why=gettext_lazy("By the end of a long sentence its beginning is forgotten."),
        source="NHS, how we write",
        find=_long,
        must=(
            example("word " * 29 + "end.", "a sentence of 30 words"),
            example("<p>" + "word <strong>and</strong> " * 13 + "end.</p>"),
            example("One is here. Two is here. Three is here. Four is here."),
            example("Words.", summary="word " * 26),
        ),
        must_not=(
            example("word " * 11 + "end."),
            example("word " * 24 + "end. Another one, of 6.8 words, e.g. this."),
            example("<ul><li>" + "</li><li>".join(["a few words here"] * 12) + "</li></ul>"),
        ),
    ),
    Rule(
        id="RDB-04",
        languages=BOTH,
        severity=Severity.INFO,
        title=gettext_lazy("More than one sentence in five is passive"),
        why=gettext_lazy("A passive sentence hides who does what."),
        source="NHS, how we write",
        find=_passive,
        must=(example("The patients were treated with ketamine."),),
        must_not=(example("Doctors treated the patients."), example("You are tired. The cheeks are red.")),
    ),
    Rule(
        id="RDB-05",
        languages=EVERY,
        severity=Severity.WARN,
        title=gettext_lazy("An abbreviation that is not explained where it first stands"),
        why=gettext_lazy("A reader who does not know it stops there, or guesses."),
        source="NHS content style, formatting; PEMAT 4",
        find=_abbreviations,
        must=(
            example("It is given through an IV."),
            example("The CAPS score fell."),
            example("Call the ER. The emergency room (ER) is open."),
            example("<h2>Emergency room (ER)</h2><p>The ER is open.</p>"),
            example("<p>SSRIs are medicines.</p>"),
        ),
        must_not=(
            example("Post-traumatic stress disorder (PTSD) is common. PTSD can be treated."),
            example("It goes into a vein (IV). The IV stays for an hour."),
            example("The ER (emergency room) is open."),
            example("<p>The <abbr title='emergency room'>ER</abbr> is open. The ER is near.</p>"),
            example("It is common in the US and the UK, and with HIV."),
            example("<h2>What PTSD is</h2><p>It is common.</p>"),
            example("It is a Schedule III drug for type II diabetes."),
            example("DO NOT TAKE TWO."),
            example("Selective serotonin reuptake inhibitors (SSRIs) are medicines. An SSRI takes weeks."),
        ),
    ),
)

"""EVD-01 to EVD-03: what is said of numbers and studies has its source beside it."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks import spanish, spanish_evidence
from articles.checks.facts import Facts
from articles.checks.negation import is_denied, is_question
from articles.checks.patterns import any_of
from articles.checks.reading import CITED, Found, Reading
from articles.checks.rule import BOTH, Hit, Rule, example
from articles.checks.vocabulary import PEOPLE, STUDY
from articles.enums import Severity

_NUMBER: Final = (
    r"(?:(?<![\d.,])\d{1,9}(?:[.,]\d{1,3}){0,3}|one|two|three|four|five|six|seven|eight|nine|ten|\d{0,3}[½¼¾⅓⅔⅕⅛])"
)
_STATISTIC: Final = any_of(
    rf"(?:{_NUMBER}|half|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:%|percent|per cent)(?<=[%t])",
    rf"{_NUMBER} (?:in|out of)(?: every)? (?:\d[\d,]{{0,9}}|two|three|four|five|six|seven|eight|nine|ten|twenty"
    rf"|hundred)(?! (?:hours?|minutes?|days?|weeks?|months?|years?|mg|ml|doses?))",
    rf"{_NUMBER} of (?:every )?(?:the )?\d[\d,]{{0,9}} {PEOPLE}",
    rf"(?:half|a third|(?:one|two|three|four)-(?:third|quarter|fifth|tenth)s?|a quarter|a fifth|the majority"
    rf"|[½¼¾⅓⅔]) (?:of )?(?:all )?(?:the "
    rf"|of |those |these )?{PEOPLE}",
    rf"{_NUMBER} (?:million|billion|thousand|hundred)(?: \w{{2,16}}){{0,2}}? {PEOPLE}",
    rf"\d{{1,3}}(?:,\d{{3}}){{1,3}} (?:\w{{2,16}} )?{PEOPLE}",
    rf"{_NUMBER} times (?:more|less|as|higher|lower|greater)",
    *spanish_evidence.STATISTIC,
)  # fmt: skip
# "70% alcohol" is no statistic, nor is "100% safe", which is another rule's.
_STRENGTH: Final = any_of(
    " (?:\\w{3,12} ){0,3}?(?:solution|cream|milk|gel|lotion|ointment|alcohol|saline|bleach|strength|oxygen"
    "|concentration|cotton|"
    "juice|safe|effective|sure|off|spf|lidocaine|permethrin|hydrocortisone|peroxide|discount|whole)",
    *spanish_evidence.STRENGTH,
)
# What is measured, paid or scored in percent, or out of ten, is no share of people.
_MEASURE: Final = any_of(
    "humidity", "oxygen", "saturation", "spf", "battery", "brightness", "keep", "incline", "strength", "a1c", "hba1c",
    "co-?pay\\w{0,5}", "co-?insurance", "insurance (?:covers|pays)", "medicare (?:covers|pays)", "deductible",
    "discount",
    *spanish_evidence.MEASURE,
)  # fmt: skip
_SCORE: Final = any_of("pain", "scale", "scores?", "rate (?:your|it)", "rated", *spanish_evidence.SCORE)
_PERSON: Final = any_of(PEOPLE)
_OF_PEOPLE: Final = any_of(rf" (?:of |de (?:los |las )?)?{PEOPLE}")
_VAGUE: Final = any_of(
    "(?:stud(?:y|ies)|research|evidence|science|trials|data) (?:\\w{4,12} )?(?:have |has |now |also |clearly "
    "|already )?"
    "(?:show|suggest|found|find|confirm|prove|demonstrate|indicate|support)(?:s|n|ed|d)?",
    "(?:dozens|hundreds|thousands|scores|plenty|a number|a growing number) of (?:\\w{3,15} )?(?:studies|trials"
    "|experts|doctors|scientists)",
    "(?:experts?|doctors|scientists|researchers|physicians|specialists) (?:\\w{4,12} )?(?:believe|agree|say|think"
    "|consider|claim|know|suspect)s?",
    "(?:has|have) (?:already |also |now |long )?been (?:shown|proven|proved|found|demonstrated) to",
    "(?:is|are) (?:well )?(?:known|proven|shown) to",
    "it is (?:well |widely )?(?:known|accepted|established|believed) that",
    *spanish.VAGUE,
)  # fmt: skip


def _statistic(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for found in reading.find(_STATISTIC, CITED):
        after = found.passage.masked[found.end : found.end + 30]
        before = found.passage.masked[max(found.sentence.start, found.start - 40) : found.start]
        is_score = _SCORE.search(before) and not (_PERSON.search(found.words) or _OF_PEOPLE.match(after))
        if not (found.sentence.cited or _STRENGTH.match(after) or _MEASURE.search(before) or is_score):
            yield found.hit(
                _("“%(words)s” is a figure without a source. Cite where it is from, and say of which year it is.")
                % {"words": found.words}
            )


def _study(reading: Reading, facts: Facts) -> Iterator[Hit]:
    cited = {sentence.block for sentence in reading.body.sentences if sentence.cited}
    told: set[int] = set()
    for found in reading.find(STUDY, CITED):
        block = found.sentence.block
        if block in cited or block in told or reading.block(block).level or is_question(found):
            continue
        told.add(block)
        yield _whole_sentence(
            found,
            _(
                "A study is described here, and no source is given. Add it to the references and cite it in this"
                " paragraph."
            ),
        )


def _vague(reading: Reading, facts: Facts) -> Iterator[Hit]:
    last = -1
    for found in reading.find(_VAGUE, CITED):
        sentence = found.sentence
        if sentence.cited or sentence.start == last or is_denied(found) or is_question(found):
            continue
        last = sentence.start
        if not reading.block(sentence.block).level:
            yield found.hit(
                _("“%(words)s”: which ones? Cite them, or say who says so.") % {"words": found.words},
            )


def _whole_sentence(found: Found, message: str) -> Hit:
    text = found.passage.masked[found.sentence.start : found.sentence.end]
    return Hit(found.passage.field, found.sentence.start, found.sentence.start + len(text.rstrip()), message)


RULES: Final = (
    Rule(
        id="EVD-01",
        languages=BOTH,
        severity=Severity.BLOCK,
        title=gettext_lazy("A figure without a source in its sentence"),
        why=gettext_lazy("Nobody can check a number without its source, and old numbers live for ever."),
        source="NHS content style, numbers; CDC Clear Communication Index 15-17",
        find=_statistic,
        must=(
            example("About 6.8% of adults have PTSD."),
            example("About 6.8&nbsp;% of adults have PTSD."),
            example("Half of people with PTSD get better."),
            example("½ of all adults know somebody who has it."),
            example("It affects 8 million adult Americans."),
            example("One in five people is affected."),
            example("One third of patients had it, and two-thirds did not."),
            example("Some 30 to 40 percent of patients feel no benefit."),
            example("<ul><li>7 out of <strong>10</strong> felt better</li></ul>"),
            example("About 6.8% have PTSD. Many get better [1]."),
            example("<p>About 6.8% of adults have it<sup><a href='#ref-0'>?</a></sup>.</p>"),
            example("<table><tr><th>Adults</th><td>6.8%</td></tr><tr><th>Teens</th><td>5% [1]</td></tr></table>"),
            example("<table><caption>One [1]</caption><tr><th>A</th></tr></table><p>About 6.8% of adults.</p>"),
            example("Rates of PTSD are about 7 out of 100."),
            example("Of all with chronic pain, 7 out of 10 people feel better."),
            example("Women are 2 times more likely to have it."),
        ),
        must_not=(
            example("About 6.8% of adults have PTSD [1]."),
            example("About 6.8% of adults have PTSD.[1] Many get better."),
            example("Infusions last 40 minutes."),
            example("Clean it with 70% alcohol."),
            example("Take half of a tablet."),
            example("Take one in the morning and one at night."),
            example("Take 2 in 24 hours at most."),
            example("<table><tr><th>Adults [1]</th><td>6.8%</td></tr></table>"),
            example("<table><caption>Shares [1]</caption><tr><th>Adults</th><td>6.8%</td></tr></table>"),
            example("Call 911 or 988."),
            example("It is 1.5 times the usual dose."),
            example("Use SPF 30 or a 15% zinc oxide cream, and 2 percent milk."),
            example("If your pain is worse than 7 out of 10, call us. Your A1C should be below 7 percent."),
            example("Insurance covers 80% of the cost, and the copay is 20 percent."),
            example("Keep humidity below 50%. Oxygen below 92% is an emergency."),
            example("It began in 1970. In 2000, a second clinic opened."),
        ),
    ),
    Rule(
        id="EVD-02",
        languages=BOTH,
        severity=Severity.BLOCK,
        title=gettext_lazy("A study is described in a paragraph that cites none"),
        why=gettext_lazy("Readers and reviewers must be able to look the study up."),
        source="FTC Health Products Compliance Guidance 2022; HONcode principle 4",
        find=_study,
        must=(
            example("In a study published in JAMA Psychiatry, researchers recruited 41 patients."),
            example("Patients were randomly assigned to two groups."),
            example("The findings suggest that it lasts a week."),
            example("<p>One trial [1] was small.</p><p>The study found a benefit after a day.</p>"),
            example("Researchers at a large hospital gave ketamine to veterans."),
            example("Patients who received ketamine slept better and improved."),
            example("<ul><li>The <em>trial</em> involved 41 adults.</li></ul>"),
        ),
        must_not=(
            example("In a study published in JAMA Psychiatry, researchers recruited 41 patients [1]."),
            example("Ask your doctor about clinical trials."),
            example("<h2>What the study found</h2><p>Read on.</p>"),
            example("You can trial a new pillow."),
            example("In a study of 41 adults, some felt better. It was small [1]."),
        ),
    ),
    Rule(
        id="EVD-03",
        languages=BOTH,
        severity=Severity.WARN,
        title=gettext_lazy("“Studies show”, “experts believe” without saying which"),
        why=gettext_lazy("An authority without a name can't be checked."),
        source="DISCERN 4; HONcode principle 4",
        find=_vague,
        must=(
            example("Dozens of studies confirm this."),
            example("Experts believe that it works."),
            example("It has been shown to reduce pain."),
            example("Emerging research suggests a benefit."),
        ),
        must_not=(
            example("Studies show that ketamine helps [1]."),
            example("No study has shown a benefit."),
            example("Few have been shown to be better."),
            example("Many studies are small."),
            example("What do studies show?"),
            example("<h2>What studies have found</h2><p>Read on.</p>"),
        ),
    ),
)

"""SAF-04 to SAF-06: sensational words, words about people, and wrong numbers."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks import spanish
from articles.checks.facts import Facts
from articles.checks.patterns import any_of
from articles.checks.phones import EMERGENCY, dialled, numbers, same_line
from articles.checks.reading import BODY, PROSE, Reading
from articles.checks.rule import BOTH, Hit, Rule, example
from articles.checks.stigma import STIGMA, better
from articles.enums import Severity

_LEGACY: Final = "18002738255"
_SENSATIONAL: Final = any_of(
    "(?:suicide|self-harm) (?:epidemic|wave|outbreak|contagion|hotspot|capital|spree|cluster|crisis)s?(?! (?:line"
    "|lifeline))",
    "(?:epidemic|wave|outbreak|spate|rash) of (?:\\w{3,10} )?suicides?",
    "suicides? (?:rates? )?(?:have |has |are |is )?(?:soar|skyrocket|explod|spik)(?:s|ed|ing|e)?",
    "(?:skyrocketing|soaring|shocking|horrific|gruesome|tragic) (?:\\w{3,10} )?suicides?",
    "suicide (?:pact|mission|bomb)", "cry for help",
    *spanish.SENSATIONAL,
)  # fmt: skip
_HELP_WORDS: Final = any_of(
    "(?:hot|life)lines?", "cris(?:is|es)", "suicid\\w{0,10}", "self-harm", "prevention line", *spanish.HELP_WORDS
)


def _sensational(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for found in reading.find(_SENSATIONAL):
        yield found.hit(
            _("“%(words)s” is sensational. Say in plain words what happened.") % {"words": found.words},
            gettext_lazy("rates of suicide rose"),
        )


def _stigma(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for found in reading.find(STIGMA):
        yield found.hit(
            _("“%(words)s” makes an illness of a person, or a burden of them. Put the person first.")
            % {"words": found.words},
            better(found.words),
        )


def _wrong_number(reading: Reading, facts: Facts) -> Iterator[Hit]:
    active = {each.digits for each in facts.crisis_lines if each.active}
    known = active | EMERGENCY | set(facts.clinic_phones)
    has_988 = any(
        same_line(phone.digits, {"988"}) for each in reading.body.sentences for phone in numbers(reading.body, each)
    )
    near = {(found.passage.field, found.sentence.start) for found in reading.find(_HELP_WORDS)}
    for name in PROSE if near else ():
        passage = reading.passages[name]
        for sentence in passage.sentences:
            if (name, sentence.start) not in near:
                continue
            for phone in numbers(passage, sentence):
                if same_line(phone.digits, {_LEGACY}):
                    if not has_988:
                        yield Hit(name, phone.start, phone.end, _("This is the old number. Give 988 as well."), "988")
                elif not same_line(phone.digits, known):
                    yield Hit(name, phone.start, phone.end, _no_line(phone.digits))
    for link in reading.links:
        sentence = reading.body.sentence_at(link.start)
        is_call = link.href.startswith(("tel:", "sms:"))
        if is_call and (BODY, sentence.start) in near and not same_line(dialled(link.href), known | {_LEGACY}):
            yield Hit(BODY, link.start, link.end, _no_line(dialled(link.href)))


def _no_line(digits: str) -> str:
    return _(
        "%(number)s stands next to a call for help, and is no active crisis line of the clinic's list. Call it, correct"
        " it, or have it added to the list with the date it was checked."
    ) % {"number": digits}


RULES: Final = (
    Rule(
        id="SAF-04",
        languages=BOTH,
        severity=Severity.WARN,
        title=gettext_lazy("Sensational words about suicide"),
        why=gettext_lazy("Drama makes suicide look common and inevitable, and others follow."),
        source="WHO 2023; reportingonsuicide.org",
        find=_sensational,
        must=(example("There is a suicide epidemic."), example("Suicide rates have skyrocketed.")),
        must_not=(
            example("Rates of suicide rose."),
            example("Call the 988 Suicide and Crisis Lifeline."),
            example("Call a suicide crisis line."),
        ),
    ),
    Rule(
        id="SAF-05",
        languages=BOTH,
        severity=Severity.WARN,
        title=gettext_lazy("Words that make an illness of a person"),
        why=gettext_lazy("People who feel judged don't come back."),
        source="NHS inclusive content; NIDA Words Matter; retext-equality",
        find=_stigma,
        must=(
            example("PTSD sufferers often sleep badly."),
            example("Many suffer from depression."),
            example("He is an addict."),
            example("Substance abuse is common."),
            example("<ul><li>help for <em>the mentally ill</em></li></ul>"),
            example("She is confined to a wheelchair."),
        ),
        must_not=(
            example("People with depression often sleep badly."),
            example("It can cause a psychotic episode."),
            example("Alcoholic drinks and alcoholic hepatitis are no friends. Alcoholics Anonymous may help."),
            example("It can be addictive."),
            example("Victims of violence get help here."),
            example("The bladder suffers."),
        ),
    ),
    Rule(
        id="SAF-06",
        languages=BOTH,
        severity=Severity.BLOCK,
        title=gettext_lazy("A number next to a call for help that is no active crisis line"),
        why=gettext_lazy("Somebody may dial it on the worst day of their life."),
        source="988lifeline.org; SAMHSA",
        find=_wrong_number,
        must=(
            example("Call the crisis hotline at 1-800-555-0199."),
            example("If you think about suicide, text HOME to 741741."),
            example("The suicide hotline is 1-800-273-8255."),
            example("Call the crisis line: <a href='tel:9888'>988</a>."),
            example("Suicide is never the only way: call (800)&nbsp;555&#8209;0199."),
        ),
        must_not=(
            example("Call or text 988."),
            example("In a crisis, call or text 988, or call 911."),
            example("The alcohol helpline is free: call 0300 123 1110 (weekdays, 9 to 8)."),
            example("Veterans in crisis can text 838255."),
            example("In a crisis, call us at 555-555-0142."),
            example("In a crisis, call 988 24 hours a day, or text 838255 24/7."),
            example("A study of suicide in 158 people began in 2019 and lasted 365 days."),
            example("Rates of suicide rose in 2019–2023, as of 2024-05-11, by 1 200 000."),
            example("The hotline answers calls from 500 people and 12,000 texts a day."),
            example("Call or text 988. The suicide hotline's old number was 1-800-273-8255."),
        ),
    ),
)

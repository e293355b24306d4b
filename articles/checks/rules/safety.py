"""SAF-01 to SAF-03: words about suicide."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.checks import spanish
from articles.checks.crisis_words import where_to_call
from articles.checks.facts import CrisisLine, Facts
from articles.checks.patterns import any_of
from articles.checks.phones import numbers, offers_help
from articles.checks.reading import PROSE, Found, Reading
from articles.checks.rule import BOTH, Hit, Rule, example
from articles.checks.vocabulary import SUICIDE
from articles.enums import Severity

_STIGMA: Final = any_of(
    "commit(?:s|ted|ting)? suicide", "commit(?:s|ted|ting)? self-harm", "complet(?:e|es|ed|ing) suicides?",
    "suicide complet(?:er|ers|ion)",
    "(?:successful|successfully completed|unsuccessful|failed) (?:suicides?|suicide attempts?|attempts? (?:at"
    "|of) suicide)",
    "(?:failed|successful) at suicide", "suicide (?:attempt )?(?:was|were) (?:successful|unsuccessful)",
    "succeed(?:s|ed)? (?:in|at) (?:\\w{2,8} )?(?:suicide|killing (?:him|her|them)sel(?:f|ves))",
    *spanish.STIGMA_OF_SUICIDE,
)  # fmt: skip
_ABOUT_WORDS: Final = any_of(
    "say(?:s|ing)?",
    "said",
    "terms?",
    "phrases?",
    "wording",
    "words?",
    "avoid(?:s|ing)?",
    "instead of",
    *spanish.ABOUT_WORDS,
)
_METHOD: Final = any_of(
    "overdos(?:e|ed|es|ing) (?:on|of|with)", "(?:took|taking|take|taken|by|an?) (?:an )?(?:\\w{4,12} )?overdose",
    "(?:swallow|ingest)(?:s|ed|ing)? (?:\\w{2,12} )?(?:pills|tablets|poison|bleach)",
    "(?:took|swallowed) (?:\\w{2,12} ){0,3}?(?:pills|tablets)",
    "by (?:taking |swallowing )?(?:\\w{2,12} ){0,2}?(?:pills|tablets)", "taking (?:too many )?(?:pills|tablets)",
    "(?:handful|bottle)s? of (?:\\w{3,12} )?(?:pills|tablets)",
    "(?:suicides?|died|death) by (?:train|gun|hanging|jumping|drowning|gas|fire|shooting)",
    "hang(?:s|ed|ing)? (?:him|her|them|your|my)sel(?:f|ves)", "(?:by|from) hanging",
    "hung (?:him|her|them)sel(?:f|ves)",
    "(?:shot|shoots?|shooting) (?:him|her|them|your|my)sel(?:f|ves)",
    "(?:guns?|firearms?|pistols?|rifles?|shotguns?|gunshot)",
    "jump(?:s|ed|ing)? (?:off|from|in front|out)",
    "(?:cut|slit|slash)(?:s|ting|ed|ing)? (?:\\w{3,6} )?(?:wrists?|throat|arms?|veins?)",
    "carbon monoxide", "asphyxiat\\w{1,4}", "suffocat\\w{1,4}", "noose", "ligature", "poison(?:ed|ing)?",
    "drown(?:ed|ing|s)?", "lethal (?:dose|amount|method)\\w{0,1}",
    "in front of a (?:train|truck|car|bus)", "razor(?:s| blades?)?",
    *spanish.METHOD,
)  # fmt: skip
_KEEPING_SAFE: Final = any_of(
    "lock(?:s|ed|ing)?", "stor(?:e|es|ed|ing|age)", "remov(?:e|es|ed|ing)", "limit(?:s|ed|ing)? access", "access to",
    "out of reach", "ask(?:s|ed|ing)? about", "(?:at|in (?:the|your|their)) home",
    "safely", "dispos(?:e|al|ing)", "keep(?:s|ing)? (?:\\w{2,12} ){0,3}?away",
    "give (?:\\w{2,12} ){0,3}?to (?:someone|somebody|a friend)",
    *spanish.KEEPING_SAFE,
)  # fmt: skip


def _without_help(reading: Reading, facts: Facts) -> Iterator[Hit]:
    first = next(reading.find(SUICIDE), None)
    if first is None or offers_help(reading, facts):
        return
    yield first.hit(
        _(
            "Suicide or self-harm is mentioned, and the article gives no working crisis line. Put the crisis box"
            " near it."
        ),
        where_to_call(facts),
    )


def _stigma(reading: Reading, facts: Facts) -> Iterator[Hit]:
    for found in reading.find(_STIGMA):
        if not _is_quoted(found):
            yield found.hit(
                _("“%(words)s” hurts: it speaks of a crime or a success. Say what happened without a judgement.")
                % {"words": found.words},
                gettext_lazy("died by suicide"),
            )


def _is_quoted(found: Found) -> bool:
    """Whether the words are quoted to say that one doesn't use them."""
    text = found.passage.masked
    before, after = text[max(0, found.start - 1) : found.start], text[found.end : found.end + 2]
    quoted = before in tuple("\"'“‘«") and any(sign in after for sign in "\"'”’»")
    return quoted and bool(_ABOUT_WORDS.search(text, found.sentence.start, found.sentence.end))


def _method(reading: Reading, facts: Facts) -> Iterator[Hit]:
    suicide = {(found.passage.field, found.sentence.start) for found in reading.find(SUICIDE)}
    for found in reading.find(_METHOD, PROSE) if suicide else ():
        sentence = found.passage.masked[found.sentence.start : found.sentence.end]
        if (found.passage.field, found.sentence.start) not in suicide or _KEEPING_SAFE.search(sentence):
            continue
        if any(each.is_called for each in numbers(found.passage, found.sentence)):
            continue  # what to do after an overdose is no method
        yield found.hit(
            _("“%(words)s” says how, in a sentence about suicide. Such details are copied: leave them out.")
            % {"words": found.words}
        )


_HELP: Final = "<p>Call or text <a href='tel:988'>988</a> at any hour.</p>"

RULES: Final = (
    Rule(
        id="SAF-01",
        languages=BOTH,
        severity=Severity.BLOCK,
        title=gettext_lazy("Suicide or self-harm without a working crisis line"),
        why=gettext_lazy("Someone who reads this may be in danger now, and needs a number, not advice."),
        source="reportingonsuicide.org; WHO 2023; Samaritans media guidelines",
        find=_without_help,
        must=(
            example("Some people think about suicide."),
            example("Some people hurt themselves on purpose."),
            example("Do you think about hurting yourself?"),
            example("<h2>Suicidal thoughts</h2><p>They are common. Call your doctor.</p>"),
            example("Some think about suicide. In 988 people this was studied."),
            example("Some think about suicide. Call 1-800-555-0199."),
            example("If you think about suicide, call 988.", crisis_lines=(CrisisLine(digits="988", active=False),)),
            example("<p>Suicide: <a href='https://findahelpline.com/'>find a line</a>.</p>"),
            example("Self&#8209;harm is common.", summary="About harm."),
        ),
        must_not=(
            example("Some people feel hopeless."),
            example("You will not hurt yourself if you walk with a sore back."),
            example(f"<p>Some people think about suicide.</p>{_HELP}"),
            example("If you think about suicide, call or text 988."),
            example(
                "If you think about suicide, call 116 123 24 hours a day.", crisis_lines=(CrisisLine(digits="116123"),)
            ),
            example("<p>Suicide: <a href='https://findahelpline.com/'>find a line</a>.</p>", crisis_lines=()),
            example("<p>Thoughts of suicide are an emergency.</p><p>The lifeline is free: 988.</p>"),
        ),
    ),
    Rule(
        id="SAF-02",
        languages=BOTH,
        severity=Severity.BLOCK,
        title=gettext_lazy("Stigmatising words about suicide, such as “committed”"),
        why=gettext_lazy(
            "Suicide is no crime, and a death is no success; such words keep people from asking for help."
        ),
        source="AFSP; Samaritans; retext-equality",
        find=_stigma,
        must=(
            example("He committed suicide in 2019."),
            example("It was a failed suicide attempt."),
            example("She <em>com&shy;mitted</em> <strong>suicide</strong>."),
            example("Read on.", title="Why people commit suicide"),
        ),
        must_not=(
            example("We are committed to suicide prevention."),
            example("He died by suicide."),
            example("We do not say “committed suicide”."),
            example("She survived a suicide attempt."),
        ),
    ),
    Rule(
        id="SAF-03",
        languages=BOTH,
        severity=Severity.BLOCK,
        title=gettext_lazy("A method in a sentence about suicide"),
        why=gettext_lazy("Details of a method are copied by readers in danger."),
        source="WHO 2023; Samaritans; reportingonsuicide.org",
        find=_method,
        must=(
            example("She died by suicide after she overdosed on pills."),
            example("He ended his life by jumping off a bridge."),
            example("Most suicides there involve a <em>gun</em>."),
            example("He took a bottle of pills in a suicide attempt."),
            example("It was a suicide by train."),
        ),
        must_not=(
            example("An overdose is an emergency. Call 911."),
            example("Antidepressant tablets can raise suicidal thoughts; tell us before you take the tablets."),
            example("Ask about guns at home if someone is suicidal."),
            example("Locking up guns and pills lowers the risk of suicide."),
            example("If someone has taken an overdose or talks about suicide, call 911."),
            example("Take your pills with water. Suicide is discussed below."),
        ),
    ),
)

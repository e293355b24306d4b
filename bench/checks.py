"""The clinical checks of an article of 1,000 words, and of words made to be slow."""

from functools import partial

from articles.checks import check
from articles.checks.examples import FACTS
from articles.checks.readability import scores
from bench.case import Case

BUDGET = 50
PARAGRAPH = (
    "About 7 in 100 adults have had this at some point in their life [1]. Many of them get better with time, with talk"
    " therapy, or with a medicine that a doctor has chosen. A small study of 41 people found that ketamine eased their"
    " symptoms for a day, and a larger one did not find a benefit. Side effects are common: a rise in blood pressure,"
    " nausea, and a feeling of being cut off. If you are thinking about suicide, call or text 988. Nobody can tell who"
    " will be helped, and we know little about what happens over the years. "
)  # 100 words
SECTION = f"<h2>A part</h2><p>{PARAGRAPH}</p><ul><li>{PARAGRAPH.replace('. ', '.</li><li>')}</li></ul>"
ARTICLE = SECTION * 5


def case(name: str, html: str, budget: float = BUDGET) -> Case:
    return Case(f"clinical checks: {name}", budget, partial(check, html, FACTS))


CASES = (
    case("1,000 words", ARTICLE),
    Case("reading grade: 1,000 words", BUDGET, partial(scores, ARTICLE)),
    case("10,000 words", ARTICLE * 10, BUDGET * 10),
    case("one sentence of 1,000 words (pathological)", f"<p>{'ketamine helps suicide pills ' * 250}</p>", BUDGET * 4),
    case("one word of 200,000 letters (pathological)", f"<p>{'a' * 200_000}</p>", BUDGET * 10),
    case("nothing but digits (pathological)", f"<p>{'1 555-' * 1_000}</p>", BUDGET * 4),
)

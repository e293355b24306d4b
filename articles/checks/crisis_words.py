"""The sentence that leads a reader in danger to help, made of the clinic's own crisis lines."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from articles.checks.facts import CrisisLine, Facts
from articles.checks.phones import ANYWHERE
from articles.checks.rule import Words, filled


def where_to_call(facts: Facts) -> Words:
    """A sentence for the article: the first line that is told in its language, or else the first that there is. Without
    any it names the lines of every country.
    """
    lines = _for_readers(facts)
    called = next((each for each in lines if not each.is_text), None)
    texted = next((each for each in lines if each.is_text), None)
    if called and texted and _number(called) == _number(texted) and not (called.then or texted.word):
        return filled(_("If you are thinking about suicide, call or text %(number)s now."), {"number": _number(called)})
    if called:
        number = " ".join(each for each in (_number(called), called.then) if each)
        return filled(_("If you are thinking about suicide, call %(number)s now."), {"number": number})
    if texted and texted.word:
        values = {"word": texted.word, "number": _number(texted)}
        return filled(_("If you are thinking about suicide, text %(word)s to %(number)s now."), values)
    if texted:
        return filled(_("If you are thinking about suicide, text %(number)s now."), {"number": _number(texted)})
    return filled(
        _("If you are thinking about suicide, find a helpline in your country: %(address)s"), {"address": ANYWHERE}
    )


def _for_readers(facts: Facts) -> Sequence[CrisisLine]:
    active = [each for each in facts.crisis_lines if each.active and each.for_all]
    return [each for each in active if each.language == facts.language] or active


def _number(line: CrisisLine) -> str:
    return line.written or line.digits

"""Puts the demonstration's translations live, through the verbs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from articles.domain import drafting, publishing, reviewing, translating
from articles.models import Article, Revision
from clinic_cms.demonstration.kinds import Translation

if TYPE_CHECKING:
    from clinic_cms.models import User

SignOff = Callable[[Revision, tuple[str, ...]], Revision]


def translate(each: Translation, people: "dict[str, User]", sign_off: SignOff) -> None:
    """Write over the live words, have them signed off by `sign_off`, and publish them."""
    article, translator = Article.objects.get(slug=each.of), people[each.translator]
    draft = translating.translate(article, each.language, by=translator, title=each.title)
    names = ("summary", "body", "interests", "change_note")
    words = {name: getattr(each, name) for name in names} | {"ai_assistance": "translate"}
    draft = drafting.save_draft(draft, by=translator, seen=draft.state_token, words=words)
    signed = sign_off(reviewing.submit(draft, by=translator, seen=draft.state_token), each.signed_off_by)
    publishing.publish(signed, by=people["publisher"], seen=signed.state_token)

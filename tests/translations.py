"""Makes translations for tests, through the domain's verbs."""

from typing import Any

from articles.domain import drafting, publishing, reviewing, translating
from articles.enums import ChangeClass
from articles.models import Revision
from clinic_cms.models import User
from clinic_cms.roles import EDITOR, PUBLISHER
from tests.factories import give_sign_offs, let_stand, make_person, make_update

SPANISH = "Caminar y el ánimo"


def begun(live: Revision, title: str = SPANISH, *, by: User | None = None) -> Revision:
    """A draft that translates live words, as it begins."""
    return translating.translate(live.article, "es", by=by or make_person(EDITOR), title=title)


def make_live_translation(live: Revision, title: str = SPANISH) -> Revision:
    draft = let_stand(begun(live, title))
    return _live(reviewing.submit(draft, by=draft.saved_by, seen=draft.state_token))


def live_with(draft: Revision, **words: Any) -> Revision:
    """A draft with these words, live."""
    saved = drafting.save_draft(draft, by=draft.saved_by, seen=draft.state_token, words=words)
    ready = let_stand(saved)
    return _live(reviewing.submit(ready, by=ready.saved_by, seen=ready.state_token))


def changed(live: Revision, how: str = ChangeClass.CLINICAL, **words: Any) -> Revision:
    """The article with other words live."""
    update = make_update(live, **(words or {"summary": "Why a long walk helps more."}))
    return _live(reviewing.submit(update, by=update.saved_by, seen=update.state_token, change_class=ChangeClass(how)))


def withdrawn(live: Revision) -> Revision:
    words = {"note": "It was wrong.", "notice": "This article was wrong."}
    return publishing.withdraw(live, by=make_person(PUBLISHER), seen=live.state_token, **words)


def _live(submitted: Revision) -> Revision:
    signed = give_sign_offs(submitted)
    return publishing.publish(signed, by=make_person(PUBLISHER), seen=signed.state_token)

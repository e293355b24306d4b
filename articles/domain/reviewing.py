"""The review: submit, sign off, request changes, recall, reopen."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import checklists
from articles.checks import ChangeFacts
from articles.domain.assigning import assign_needed, credit
from articles.domain.carrying import Change, carry_over, classify
from articles.domain.change_facts import CLINICAL_ERROR
from articles.domain.check_runs import keep_run
from articles.domain.checking import look
from articles.domain.drafting import continue_from
from articles.domain.facts import compute_seal, review_of, sources_of, valid_credential
from articles.domain.notices import tell
from articles.domain.readiness import open_findings
from articles.domain.transitions import advance
from articles.enums import Action, ChangeClass, CheckOccasion, Risk, SignOffKind, Status
from articles.models import Review, Revision, SignOff
from articles.models.revision import NOT_TRIED
from articles.workflow import DUE_IN_WORKING_DAYS, POLICY, SITE_PAGE_POLICY
from articles.working_days import add_working_days
from clinic_cms.shared.refusal import Refusal

if TYPE_CHECKING:
    from clinic_cms.models import User


@transaction.atomic
def submit(
    revision: Revision,
    *,
    by: "User",
    seen: str,
    note: str = "",
    whole_article: bool = True,
    without_change: bool = False,
    change_class: ChangeClass = ChangeClass.CLINICAL,
    mends_error: bool = False,
) -> Revision:
    """Freeze and seal a draft and open its Review, with the sign-offs and the due date its topic's risk asks for today.

    Each sign-off is given to the qualified person with the least to do; the author has no say in it.

    `change_class` is what the editor calls the change of live words; it counts as more where the words say so, and a
    “typo” that is none is refused. A lesser change that is not a review of the whole article keeps clinical sign-offs
    (`carrying.carry_over`). `mends_error` says that readers were told something clinically wrong: a public correction
    has to go with it.
    Refuses while anything is missing, with the first sentence of what; `without_change` also refuses words that are
    not exactly the live ones.
    """
    changes: list[Change] = []

    def open_review(fresh: Revision) -> dict[str, Any]:
        risk = Risk(fresh.topic.risk)
        needed, seal = (SITE_PAGE_POLICY if fresh.article.site_page else POLICY)[risk], compute_seal(fresh)
        live = fresh.article.live_revision
        if without_change and (live is None or seal != live.seal):
            raise Refusal(_("These words are not the ones that are live. Submit them as an update."))
        changes.append(change := classify(fresh, ChangeClass.CLINICAL if mends_error else change_class))
        called = _called(fresh, change, mends_error)
        Review.objects.create(
            revision=fresh,
            requested_by=by,
            risk=risk,
            editorial_needed=needed[SignOffKind.EDITORIAL],
            clinical_needed=needed[SignOffKind.CLINICAL],
            whole_article=whole_article or without_change or live is None,
            without_change=without_change,
            change_class=change.counts_as,
            declared_class=change.declared,
            mends_error=mends_error,
            class_reasons=list(change.reasons),
            compared_with=change.compared_with,
            due_on=add_working_days(timezone.localdate(), DUE_IN_WORKING_DAYS[risk]),
        )
        keep_run(fresh, CheckOccasion.SUBMIT, change=called)
        return {"seal": seal}

    submitted = advance(revision, Action.SUBMIT, by=by, seen=seen, note=note, prepare=open_review)
    submitted = carry_over(submitted, changes[0], by=by)
    assign_needed(submitted)
    tell(submitted, Action.SUBMIT, by=by)
    return submitted


def _called(revision: Revision, change: Change, mends_error: bool) -> ChangeFacts | None:
    """The change as the checks are told of it from now on. Refuses what is called by a wrong name (GOV-06)."""
    if change.compared_with is None:
        return None
    called = ChangeFacts(
        label=CLINICAL_ERROR if mends_error else change.declared.value,
        least=change.counts_as.value,
        has_notice=bool(revision.correction_said.strip()),
    )
    for sentence in open_findings(look(revision, change=replace(called, protected=change.protected))):
        raise Refusal(sentence)
    return called


@transaction.atomic
def sign_off(
    revision: Revision, kind: SignOffKind, *, by: "User", seen: str, answers: checklists.Answers, note: str = ""
) -> Revision:
    """Give one sign-off, sealed to the exact words; with the last one needed the revision is signed off.

    Refuses contributors, people who have signed these words already, kinds that are complete, a clinical sign-off
    without a credential valid that day, and answers to the checklist that stand against it. The credential's words
    are copied into the sign-off, and so is the checklist as it was asked and answered.
    """

    def sign(fresh: Revision) -> dict[str, Any]:
        credit(fresh, kind, by=by)
        credential = valid_credential(by, timezone.localdate()) if kind == SignOffKind.CLINICAL else None
        sign_off = SignOff.objects.create(
            review=fresh.review,
            kind=kind,
            by=by,
            seal=compute_seal(fresh),
            signer_name=by.display_name,
            credential=credential,
            credential_title=credential.title if credential else "",
            credential_issuer=credential.issuer if credential else "",
            credential_expires_on=credential.expires_on if credential else None,
            note=note.strip(),
            answers=_kept(fresh, kind, answers),
        )
        keep_run(fresh, CheckOccasion.SIGN_OFF, sign_off)
        return {"status": Status.IN_REVIEW if review_of(fresh).missing() else Status.SIGNED_OFF}

    signed = advance(revision, Action.SIGN_OFF, by=by, seen=seen, kind=kind, note=note, prepare=sign)
    tell(signed, Action.SIGN_OFF, by=by)
    return signed


def _kept(revision: Revision, kind: SignOffKind, answers: checklists.Answers) -> dict[str, Any]:
    sources, translates = sources_of(revision), revision.translated_from_id is not None
    for _field, sentence in checklists.objections(kind, answers, sources, translates):
        raise Refusal(sentence)
    return checklists.record(kind, answers, sources, translates)


def request_changes(revision: Revision, *, by: "User", seen: str, note: str) -> Revision:
    """End the review with a note; a new draft continues from the words, and is returned."""
    return _return(revision, Action.REQUEST_CHANGES, by=by, seen=seen, note=note)


def recall(revision: Revision, *, by: "User", seen: str, note: str = "") -> Revision:
    """Take the words back from review; a new draft continues from them, and is returned."""
    return _return(revision, Action.RECALL, by=by, seen=seen, note=note)


def reopen(revision: Revision, *, by: "User", seen: str, note: str) -> Revision:
    """Give up the sign-offs of words not yet live; a new draft continues from them, and is returned."""
    return _return(revision, Action.REOPEN, by=by, seen=seen, note=note)


@transaction.atomic
def _return(revision: Revision, action: Action, *, by: "User", seen: str, note: str) -> Revision:
    ended = advance(
        revision, action, by=by, seen=seen, note=note, prepare=lambda _fresh: {"publish_at": None, **NOT_TRIED}
    )
    draft = continue_from(ended, by=ended.saved_by)
    tell(ended, action, by=by)
    return draft

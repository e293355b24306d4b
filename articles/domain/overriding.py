"""A clinician lets one blocking finding stand, takes that back, or is asked to. Each locks the article."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from articles import thread_rules
from articles.checks import Finding
from articles.domain import discussing
from articles.domain.checking import Checked, look
from articles.domain.delivery import Told, notify
from articles.domain.facts import barred_from_signing, person_facts, valid_credential
from articles.domain.following import followers
from articles.domain.notices import who_may
from articles.domain.transitions import lock, refuse_stale
from articles.enums import OverrideAct, Severity, Status
from articles.models import FindingOverride, OverrideRequest, Revision, Thread
from articles.override_rules import against_finding, against_overriding
from articles.workflow import SIGN_OFF_CLINICAL
from clinic_cms.shared.refusal import Refusal
from clinic_cms.shared.text import lines

if TYPE_CHECKING:
    from clinic_cms.models import User


@transaction.atomic
def override(revision: Revision, fingerprint: str, *, by: "User", seen: str, reason: str) -> FindingOverride:
    """Let one blocking finding stand, with a reason that is kept for ever. What was asked about it is answered by it.

    Refuses who may not decide, words that have changed since, a finding that is not there any more, and the rules that
    nobody overrides.
    """
    fresh = _locked(revision, by, seen)
    checked = look(fresh)
    finding = _standing(checked, fingerprint)
    _refuse(against_finding(finding) or thread_rules.against_text(lines(reason)))
    already = checked.override_of(finding)
    if already:
        raise Refusal(_("%(name)s has let this stand already.") % {"name": already.by_name})
    kept = _keep(fresh, OverrideAct.OVERRIDE, finding.rule, fingerprint, finding.quote, finding.message, by, reason)
    _answer(kept)
    _tell(kept)
    return kept


@transaction.atomic
def take_back(revision: Revision, fingerprint: str, *, by: "User", seen: str, reason: str) -> FindingOverride:
    """Let a finding that somebody had let stand stop the words again."""
    fresh = _locked(revision, by, seen)
    given = look(fresh).overrides.get(fingerprint)
    if given is None:
        raise Refusal(_("Nobody has let this stand, so there is nothing to take back."))
    _refuse(thread_rules.against_text(lines(reason)))
    kept = _keep(fresh, OverrideAct.TAKE_BACK, given.rule, fingerprint, given.quote, given.message, by, reason)
    _tell(kept)
    return kept


@transaction.atomic
def ask(revision: Revision, fingerprint: str, *, by: "User", seen: str, note: str) -> Thread:
    """Ask the clinicians whether a finding may stand, in a thread on its words; everybody who can decide is told."""
    fresh = lock(revision)
    refuse_stale(fresh, seen)
    checked = look(fresh)
    finding = _standing(checked, fingerprint)
    _refuse(against_finding(finding) or thread_rules.against_text(lines(note)))
    if checked.override_of(finding):
        raise Refusal(_("A clinician has let this stand already."))
    asked = open_requests(fresh).filter(fingerprint=fingerprint).select_related("thread").first()
    if asked:
        raise Refusal(_("The clinicians have been asked about this already: see the discussion."))
    text = f"{_('May this stand?')} {finding.rule}: {finding.message}\n\n{note.strip()}"
    thread = _thread(fresh, finding, by, text)
    OverrideRequest.objects.create(thread=thread, rule=finding.rule, fingerprint=fingerprint)
    _tell_clinicians(thread, fresh, fingerprint, by)
    return thread


def _tell_clinicians(thread: Thread, revision: Revision, fingerprint: str, by: "User") -> None:
    barred = barred_from_signing(revision)
    names = {"name": by.display_name, "title": revision.title}

    def say() -> Told:
        return Told(
            heading=_("May this stand? %(title)s") % names,
            sentence=_("%(name)s asks a clinician about a finding of the checks in “%(title)s”.") % names,
            path=f"{revision.get_absolute_url()}#finding-{fingerprint}",
        )

    people = [each for each in who_may(SIGN_OFF_CLINICAL) if each.pk not in barred]
    notify(people, revision.article, event=f"finding-asked:{thread.pk}", say=say)


def open_requests(revision: Revision) -> QuerySet[OverrideRequest]:
    """What the clinicians were asked about this article and have not answered."""
    return OverrideRequest.objects.filter(thread__in=Thread.objects.open().filter(article=revision.article_id))


def _locked(revision: Revision, by: "User", seen: str) -> Revision:
    fresh = lock(revision)
    refuse_stale(fresh, seen)
    _refuse(against_overriding(person_facts(by, fresh), Status(fresh.status)))
    return fresh


def _standing(checked: Checked, fingerprint: str) -> Finding:
    found = [each for each in checked.findings if each.fingerprint == fingerprint]
    if not found:
        raise Refusal(_("The words have changed: this finding is not there any more. Please look again."))
    return min(found, key=lambda each: each.severity != Severity.BLOCK)


def _keep(
    revision: Revision, act: OverrideAct, rule: str, fingerprint: str, quote: str, message: str, by: "User", reason: str
) -> FindingOverride:
    credential = valid_credential(by, timezone.localdate())
    if credential is None:  # the rules have asked; somebody took it away this very moment
        raise Refusal(_("You need a verified credential that is valid today."))
    return FindingOverride.objects.create(
        revision=revision,
        act=act,
        rule=rule,
        fingerprint=fingerprint,
        quote=quote,
        message=message,
        reason=reason.strip(),
        by=by,
        by_name=by.display_name,
        credential=credential,
        credential_title=credential.title,
        credential_issuer=credential.issuer,
        credential_expires_on=credential.expires_on,
    )


def _thread(revision: Revision, finding: Finding, by: "User", text: str) -> Thread:
    """A thread on the words of the finding, or on the whole where it is about something that is not there."""
    if finding.quote and finding.field in ("title", "summary", "body"):
        try:
            with transaction.atomic():
                return discussing.open_thread(revision, by=by, text=text, quote=finding.quote)
        except Refusal:  # words that a thread can't hold on to, such as those of two paragraphs
            pass
    return discussing.open_thread(revision, by=by, text=text)


def _answer(given: FindingOverride) -> None:
    """Resolve what was asked about this finding: the decision is the answer."""
    for asked in open_requests(given.revision).filter(fingerprint=given.fingerprint).select_related("thread"):
        last = asked.thread.entries.latest("pk").pk
        text = _("It may stand. %(reason)s") % {"reason": given.reason}
        discussing.resolve(asked.thread, by=given.by, seen=last, text=text[: thread_rules.LONGEST_TEXT])


def _tell(given: FindingOverride) -> None:
    revision = given.revision
    people = {each.pk: each for each in (revision.author, revision.saved_by, *followers(revision.article))}
    people.pop(given.by_id, None)
    names = {"name": given.by_name, "title": revision.title}

    def say() -> Told:
        if given.act == OverrideAct.OVERRIDE:
            sentence = _("%(name)s lets a finding stand in “%(title)s”.")
        else:
            sentence = _("A finding stops “%(title)s” again: %(name)s took back what let it stand.")
        return Told(
            heading=_("Checks: %(title)s") % names,
            sentence=sentence % names,
            path=f"{revision.get_absolute_url()}#finding-{given.fingerprint}",
        )

    active = [each for each in people.values() if each.is_active]
    notify(active, revision.article, event=f"finding-decided:{given.pk}", say=say)


def _refuse(reason: str) -> None:
    if reason:
        raise Refusal(reason)

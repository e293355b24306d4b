"""Builds what the review screen shows."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from articles import richtext
from articles.domain.corrections import corrections_with
from articles.domain.facts import contributions, person_facts, situation, sources_of
from articles.domain.following import is_followed
from articles.domain.readiness import advice
from articles.domain.rechecking import reason_against_recheck
from articles.domain.sharing import MOST_OPEN_LINKS
from articles.enums import Action, SignOffKind, Status
from articles.forms import StepForm
from articles.models import Revision
from articles.queue_form import AssignForm
from articles.rules import Person, Situation, open_actions, reason_against
from articles.sign_off_form import SignOffForm
from articles.views import hands, panels, translating
from articles.views.aftercare_panel import aftercare
from articles.views.coming_down_panel import coming_down
from articles.views.discussion_panel import Failed as FailedThread
from articles.views.discussion_panel import discussion
from articles.views.findings_panel import looked_at, panel_of
from articles.views.unsaved import unsaved_rows
from articles.views.who import who_is_writing
from articles.workflow import MAY_SIGN, SHARE, WRITE

if TYPE_CHECKING:
    from clinic_cms.models import User

PRIMARY = {Action.SUBMIT, Action.SIGN_OFF, Action.PUBLISH}
DANGEROUS = {Action.WITHDRAW, Action.DISCARD}
Failed = tuple[Action, StepForm] | None


def review_screen(
    revision: Revision,
    by: "User",
    failed: Failed = None,
    refusal: str = "",
    failed_assignment: AssignForm | None = None,
    failed_thread: FailedThread | None = None,
) -> dict[str, Any]:
    """Everything on the page of one revision, as its template wants it.

    `failed` is a step form that comes back with what was typed; `refusal` is what the verb said to it;
    `failed_assignment` is the form for another person that comes back, `failed_thread` one of the discussion.
    """
    checked = looked_at(revision)
    person, where = person_facts(by, revision), situation(revision, checked)
    writes = WRITE in person.permissions
    review, sources = panels.review_of(revision), list(revision.references.as_listed())
    actions = _actions(revision, person, where, failed)
    sign_off_forms = panels.forms_below(actions, sources)
    is_live = revision.article.live_revision_id == revision.pk
    can_revise = writes and not revision.article.revisions.open().exists()
    return {
        "revision": revision,
        "review": review,
        "refusal": refusal,
        "failed_form": failed[1] if failed and not isinstance(failed[1], SignOffForm) else None,
        "is_live": is_live,
        "site_page": revision.article.site_page,
        "unsaved": unsaved_rows(revision, by),
        "outline": richtext.outline(revision.body),
        "corrections": corrections_with(revision),
        "references": sources,
        "reviewers": panels.reviewers(review),
        "actions": actions,
        "sign_off_forms": sign_off_forms,
        "next_step": next((step for step in actions if step["style"] == "primary" and not step["refusal"]), None),
        "who": who_is_writing(revision, by) if revision.status == Status.DRAFT else None,
        "can_edit": writes and revision.status == Status.DRAFT,
        "can_revise": can_revise,
        "recheck_refusal": reason_against_recheck(revision) if is_live and can_revise else "",
        "checks": panels.checks(revision, where, checked),
        "findings": panel_of(revision, person, checked),
        "advice": advice(revision),
        "needed": panels.needed(review),
        "change": panels.change(revision, review),
        "hands": hands.panel(review, person, where, by, failed_assignment),
        "transitions": panels.history(revision.article),
        "contributors": [each.person.display_name for each in contributions(revision).select_related("person")],
        "revisions": revision.article.revisions.defer("body").order_by("-number")[:50],
        "followed": is_followed(revision.article, by),
        "coming_down": coming_down(revision, by),
        "can_share": by.has_perm(SHARE),
        "preview_links": revision.preview_links.prefetch_related("advice")[:MOST_OPEN_LINKS],
        "discussion": discussion(revision, by, person, failed_thread),
        "aftercare": aftercare(revision, review),
        **translating.panel(revision, by),
    }


def _actions(revision: Revision, person: Person, where: Situation, failed: Failed) -> list[dict[str, Any]]:
    actions = []
    for action in open_actions(person, where):
        kinds = _kinds_offered(person) if action == Action.SIGN_OFF else [None]
        actions += [_action(revision, action, kind, person, where, failed) for kind in kinds]
    return sorted(actions, key=lambda each: ("primary", "secondary", "danger").index(each["style"]))


def _action(
    revision: Revision, action: Action, kind: SignOffKind | None, person: Person, where: Situation, failed: Failed
) -> dict[str, Any]:
    form = _form(revision, action, kind, failed)
    return {
        "id": f"{action}-{kind}" if kind else action.value,
        "action": action.value,
        "label": _label(action, kind, revision),
        "refusal": reason_against(action, person, where, kind),
        "style": "primary" if action in PRIMARY else "danger" if action in DANGEROUS else "secondary",
        "form": form,
        "needs_input": bool(form.visible_fields()),
        "open": form.is_bound or bool(form.initial.get("note")),
    }


def _form(revision: Revision, action: Action, kind: SignOffKind | None, failed: Failed) -> StepForm:
    """The form of a step; one that failed comes back, and what rules a sign-off out begins the note to the author."""
    if failed and failed[0] == action and failed[1].data.get("kind") in (None, kind):
        return failed[1]
    form = step_form(action, kind, revision)
    if failed and action == Action.REQUEST_CHANGES and isinstance(failed[1], SignOffForm):
        form.initial["note"] = failed[1].asks_for_changes()
    return form


def step_form(action: Action, kind: SignOffKind | None, revision: Revision, data: Any = None) -> StepForm:
    """The form of one step, bound to `data` where given; a sign-off of a kind asks for its checklist."""
    options: dict[str, Any] = {"auto_id": f"{action}-{kind}-%s" if kind else f"{action}-%s"}
    if data is None:
        moment = revision.publish_at
        options["initial"] = {"seen": revision.state_token, "kind": kind, "whole_article": False, "moment": moment}
    if action == Action.SIGN_OFF and kind:
        sources = sources_of(revision) if kind == SignOffKind.CLINICAL else []
        return SignOffForm(kind, sources, data, translates=revision.translated_from_id is not None, **options)
    return StepForm(action, data, is_update=bool(revision.article.live_revision_id), **options)


def _label(action: Action, kind: SignOffKind | None, revision: Revision) -> str:
    if kind == SignOffKind.EDITORIAL:
        return _("Give the editorial sign-off")
    if kind == SignOffKind.CLINICAL:
        return _("Give the clinical sign-off")
    if action == Action.SCHEDULE and revision.publish_at:
        return _("Change the moment")
    if action == Action.PUBLISH and revision.schedule_failure:
        return _("Try again now")
    return str(action.label)


def _kinds_offered(person: Person) -> list[SignOffKind]:
    return [kind for kind in SignOffKind if MAY_SIGN[kind] in person.permissions]

"""Whom the sign-offs of a review wait for and who is reading it, for a row of the queue and for the review screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from articles.domain.assigning import reason_against_assigning
from articles.domain.claiming import reading_until, reason_against_claiming
from articles.domain.queue import hands_on
from articles.enums import Action, SignOffKind, Status
from articles.models import Assignment, Claim, Review
from articles.queue_form import AssignForm
from articles.rules import Person, Situation, reason_against
from articles.workflow import ASSIGN, MAY_SIGN

if TYPE_CHECKING:
    from clinic_cms.models import User


def sign_offs(
    where: Situation, asked: Sequence[Assignment], reading: Sequence[Claim], by: "User"
) -> list[dict[str, Any]]:
    """Each kind that is missing: how many, whom they wait for, for how many nobody was found, and who reads."""
    return [
        {
            "kind": kind,
            "count": count,
            "asked": [each for each in asked if each.kind == kind],
            "nobody": range(count - sum(each.kind == kind for each in asked)),
            "reading": [reading_until(each) for each in reading if each.kind == kind and each.person_id != by.pk],
        }
        for kind, count in where.missing.items()
    ]


def own_part(person: Person, where: Situation, reading: Sequence[Claim], by: "User") -> dict[str, Any]:
    """What this person can do about a review: sign it off or why not, claim it, or give the claim back."""
    kind = _own_kind(person, where)
    refusal = reason_against(Action.SIGN_OFF, person, where, kind)
    own = next((each for each in reading if each.person_id == by.pk), None)
    in_the_way = reason_against_claiming(person, where, kind, reading, by) if kind and not refusal else ""
    return {
        "kind": kind,
        "refusal": refusal,
        "can_sign": not refusal,
        "claim": own,
        "can_claim": not refusal and not own and not in_the_way,
        "others_read": "" if own else in_the_way,
    }


def panel(
    review: Review | None, person: Person, where: Situation, by: "User", failed: AssignForm | None = None
) -> dict[str, Any]:
    """The same on the review screen, where a publisher can also choose who signs; `failed` comes back as it was."""
    if review is None or where.status != Status.IN_REVIEW:
        return {}
    all_asked, all_reading = hands_on([review])
    asked, reading = all_asked[review.pk], all_reading[review.pk]
    chooses = by.has_perm(ASSIGN)
    refusal = reason_against_assigning(review.revision, by) if chooses else ""
    needed = sign_offs(where, asked, reading, by)
    if chooses and not refusal:
        for each in needed:
            each["forms"] = _forms(review, each, failed)
    today = timezone.localdate()
    return {
        "review": review,
        "is_overdue": review.is_overdue(today),
        "is_due_today": review.due_on == today,
        "sign_offs": needed,
        "own": own_part(person, where, reading, by),
        "assigning_refusal": refusal,
        "earlier": review.assignments.filter(replaced_by__isnull=False).select_related(
            "person", "replaced_by__by", "replaced_by__person"
        ),
    }


def _forms(review: Review, needed: dict[str, Any], failed: AssignForm | None) -> list[dict[str, Any]]:
    """One form for each sign-off that is missing: instead of whom it waits for, or where nobody was found."""
    slots = [*needed["asked"], *(None for _each in needed["nobody"])]
    return [_form(review, needed["kind"], slot, number, failed) for number, slot in enumerate(slots)]


def _form(
    review: Review, kind: SignOffKind, slot: Assignment | None, number: int, failed: AssignForm | None
) -> dict[str, Any]:
    initial = {"kind": kind, "instead_of": slot}
    form = AssignForm(review, initial=initial, auto_id=f"assign-{kind}-{number}-%s")
    same = failed and (failed.data.get("kind"), failed.data.get("instead_of", "")) == (
        kind,
        str(slot.pk if slot else ""),
    )
    nobody_else = not form.people().exists()
    return {"form": failed if same else form, "instead_of": slot, "open": same, "nobody_else": nobody_else}


def _own_kind(person: Person, where: Situation) -> SignOffKind | None:
    offered = [kind for kind in SignOffKind if MAY_SIGN[kind] in person.permissions]
    return next((kind for kind in offered if where.missing.get(kind)), offered[0] if offered else None)

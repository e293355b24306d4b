"""What stands beside the words on the review screen: the frozen banner, who signed and what they answered, checks."""

from collections.abc import Sequence
from typing import Any

from articles.checklists import readable
from articles.domain.carrying import Change, classify
from articles.domain.checking import Checked
from articles.domain.readiness import problems
from articles.enums import ChangeClass, SignOffKind, Status
from articles.models import AddressChange, Article, Review, Revision, SignOff, Transition
from articles.rules import Situation
from articles.sign_off_form import SignOffForm


def review_of(revision: Revision) -> Review | None:
    """The review that was opened for a revision, with its sign-offs; a draft has none."""
    with_sign_offs = ("sign_offs__carried_from__review__revision", "sign_offs__check_run")
    reviews = Review.objects.select_related("requested_by", "compared_with").prefetch_related(*with_sign_offs)
    return reviews.filter(revision=revision).first()


def reviewers(review: Review | None) -> list[dict[str, str]]:
    """Who has signed so far, as the readers' byline wants them: clinicians first."""
    given = list(review.sign_offs.all()) if review else []
    return [
        {"name": each.signer_name, "credential": each.credential_title, "kind": each.kind}
        for each in sorted(given, key=lambda each: each.kind != SignOffKind.CLINICAL)
    ]


def needed(review: Review | None) -> list[dict[str, Any]]:
    """By kind: how many sign-offs were asked for, who gave them and what they answered, how many are missing."""
    if review is None:
        return []
    missing = review.missing()
    return [
        {
            "kind": kind.label,
            "count": count,
            "signed": [_signed(each) for each in review.sign_offs.all() if each.kind == kind],
            "missing": missing.get(kind, 0),
        }
        for kind, count in review.needed().items()
        if count or any(each.kind == kind for each in review.sign_offs.all())
    ]


def change(revision: Revision, review: Review | None) -> Change | None:
    """What kind of change of the live words this is; while it is a draft, what it would count as at the least."""
    if review is None:
        return classify(revision, ChangeClass.TYPO) if revision.status == Status.DRAFT else None
    return Change(
        ChangeClass(review.change_class),
        ChangeClass(review.declared_class),
        tuple(review.class_reasons),
        review.compared_with,
    )


def checks(revision: Revision, where: Situation, checked: Checked | None) -> Sequence[str]:
    """The sentences of what fails now; none means that all checks pass."""
    if revision.status == Status.IN_REVIEW:
        return problems(revision, checked)
    return where.problems or where.broken_gates


def history(article: Article) -> list[Transition | AddressChange]:
    """What happened to the article, the last first: the steps that were taken, and what became of its address."""
    steps, addresses = (
        article.transitions.select_related("revision")[:100],
        article.address_changes.select_related("by"),
    )
    return sorted((*steps, *addresses), key=lambda each: each.at, reverse=True)


def forms_below(actions: Sequence[dict[str, Any]], sources: Sequence[Any]) -> list[dict[str, Any]]:
    """The sign-off forms that stand under the words, each with its verdicts beside the sources they are about."""
    return [
        {**step, "verdicts": list(zip(step["form"].verdicts(), sources, strict=False))}
        for step in actions
        if isinstance(step["form"], SignOffForm) and (step["open"] or not step["refusal"])
    ]


def _signed(sign_off: SignOff) -> dict[str, Any]:
    run = getattr(sign_off, "check_run", None)  # those given before there were checks, or carried over, have none
    return {"sign_off": sign_off, "answers": readable(sign_off.answers), "overridden": run.overridden if run else []}

"""The workflow on one screen: which action leads from where to where, and who may take it. Pure data, no database."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from articles.enums import Action, ChangeClass, Risk, SignOffKind, Status

READ: Final = "articles.read_drafts"
WRITE: Final = "articles.write_articles"
SIGN_OFF_EDITORIAL: Final = "articles.sign_off_editorial"
SIGN_OFF_CLINICAL: Final = "articles.sign_off_clinical"
REOPEN: Final = "articles.reopen_articles"
PUBLISH: Final = "articles.publish_articles"
WITHDRAW: Final = "articles.withdraw_articles"
DISCUSS: Final = "articles.discuss_articles"
ASSIGN: Final = "articles.assign_reviews"
SHARE: Final = "articles.share_previews"
KEEP_MEDICINES: Final = "articles.keep_medicines"
KEEP_CRISIS_LINES: Final = "articles.keep_crisis_lines"
KEEP_SERVICES: Final = "articles.keep_services"
KEEP_STORIES: Final = "articles.keep_stories"

MAY_SIGN: Final = {SignOffKind.EDITORIAL: SIGN_OFF_EDITORIAL, SignOffKind.CLINICAL: SIGN_OFF_CLINICAL}

# Which sign-offs an article needs is decided by its topic's risk, and fixed when it is submitted.
POLICY: Final = {
    Risk.STANDARD: {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 1},
    Risk.HIGH: {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 2},
}
# A page about the site says nothing about health: an editor signs it off. In a topic of high risk it needs what all do.
SITE_PAGE_POLICY: Final = POLICY | {Risk.STANDARD: {SignOffKind.EDITORIAL: 1, SignOffKind.CLINICAL: 0}}
# In so many working days after its submission a review is due; fixed when it is submitted. A wrong word on a page of
# high risk does more harm for every day that it stays.
DUE_IN_WORKING_DAYS: Final = {Risk.STANDARD: 5, Risk.HIGH: 3}
CLAIM_LASTS: Final = timedelta(hours=2)
WRITING_LASTS: Final = timedelta(seconds=90)  # since the page of whoever writes was heard of last

# How long a review of the whole article holds, in months; a topic may say otherwise, up to the most.
REVIEW_MONTHS: Final = {Risk.STANDARD: 24, Risk.HIGH: 12}
MOST_REVIEW_MONTHS: Final = 36
OVERDUE_FOR_READERS: Final = 90  # days past the review date after which the page itself says so


def most_carried(change: ChangeClass, clinical_needed: int) -> int:
    """How many of the clinical sign-offs a review needs may be carried over from the live words: a typo carries all of
    them, an editorial change all but one, a clinical change none. Editorial sign-offs are always given anew.
    """
    return {ChangeClass.TYPO: clinical_needed, ChangeClass.EDITORIAL: max(clinical_needed - 1, 0)}.get(change, 0)


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the workflow: an action, where it starts and ends, who may take it (any one permission will do)."""

    action: Action
    sources: frozenset[Status]
    target: Status
    permissions: tuple[str, ...]
    only_who: Promise
    only_when: Promise
    note_required: bool = False
    continues: bool = False  # ends this revision and opens a new draft with its words
    clock: frozenset[Status] = field(default_factory=frozenset)  # where the clock may take it without a person
    internal: bool = False  # taken only inside another step


S, A, L = Status, Action, gettext_lazy

# fmt: off
STEPS: Final[dict[Action, Step]] = {
    step.action: step
    for step in (
        Step(
            A.SUBMIT, frozenset({S.DRAFT}), S.IN_REVIEW, (WRITE,),
            L("Only an editor can submit an article for review."), L("Only a draft can be submitted for review."),
        ),
        Step(
            A.SIGN_OFF, frozenset({S.IN_REVIEW}), S.SIGNED_OFF, (SIGN_OFF_EDITORIAL, SIGN_OFF_CLINICAL),
            L("Only an editor, a publisher or a clinician can sign off an article."),
            L("Only an article in review can be signed off."),
        ),
        Step(
            A.CARRY_OVER, frozenset({S.IN_REVIEW}), S.IN_REVIEW, (WRITE,),
            L("Only an editor can carry a sign-off over."),
            L("A sign-off can be carried over only into an article that is in review."),
            internal=True,
        ),
        Step(
            A.REQUEST_CHANGES, frozenset({S.IN_REVIEW}), S.RETURNED, (SIGN_OFF_EDITORIAL, SIGN_OFF_CLINICAL),
            L("Only a reviewer can request changes."),
            L("Changes can be requested only while an article is in review."),
            note_required=True, continues=True,
        ),
        Step(
            A.RECALL, frozenset({S.IN_REVIEW}), S.RETURNED, (WRITE,),
            L("Only an editor can recall an article."), L("Only an article in review can be recalled."),
            continues=True,
        ),
        Step(
            A.REOPEN, frozenset({S.SIGNED_OFF, S.SCHEDULED}), S.RETURNED, (REOPEN,),
            L("Only an editor or a publisher can reopen an article."),
            L("Only an article that is signed off or scheduled can be reopened."),
            note_required=True, continues=True,
        ),
        Step(
            A.SCHEDULE, frozenset({S.SIGNED_OFF, S.SCHEDULED}), S.SCHEDULED, (PUBLISH,),
            L("Only a publisher can schedule an article."), L("Only an article that is signed off can be scheduled."),
        ),
        Step(
            A.UNSCHEDULE, frozenset({S.SCHEDULED}), S.SIGNED_OFF, (PUBLISH, WITHDRAW),
            L("Only a publisher or a clinician can take an article off the schedule."),
            L("Only a scheduled article can be unscheduled."),
        ),
        Step(
            A.PUBLISH, frozenset({S.SIGNED_OFF, S.SCHEDULED}), S.PUBLISHED, (PUBLISH,),
            L("Only a publisher can publish an article."),
            L("Only an article that is signed off can be published."),
            clock=frozenset({S.SCHEDULED}),
        ),
        Step(
            A.SUPERSEDE, frozenset({S.PUBLISHED}), S.SUPERSEDED, (PUBLISH,),
            L("Only a publisher can replace published words."), L("Only published words can be replaced."),
            clock=frozenset({S.PUBLISHED}), internal=True,
        ),
        Step(
            A.WITHDRAW, frozenset({S.PUBLISHED}), S.WITHDRAWN, (WITHDRAW,),
            L("Only a publisher or a clinician can withdraw an article."),
            L("Only a published article can be withdrawn."),
            note_required=True, clock=frozenset({S.PUBLISHED}),
        ),
        Step(
            A.DISCARD, frozenset({S.DRAFT}), S.DISCARDED, (WRITE,),
            L("Only an editor can discard a draft."), L("Only a draft can be discarded."),
        ),
    )
}
# fmt: on

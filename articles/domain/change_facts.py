"""What the checks are told of a change of live words: what the editor called it, and the least that it is."""

from articles.checks import ChangeFacts
from articles.enums import Status
from articles.models import Review, Revision

CLINICAL_ERROR = "clinical-error"


def change_facts(revision: Revision) -> ChangeFacts | None:
    """As it was submitted; None before that, and where nothing live is changed. Whoever submits a “typo” that is none
    is told then which words it touches: afterwards there is none such.
    """
    submitted = revision.pk and revision.status != Status.DRAFT
    review = Review.objects.filter(revision=revision).first() if submitted else None
    if review is None or review.compared_with_id is None:
        return None
    return ChangeFacts(
        label=CLINICAL_ERROR if review.mends_error else review.declared_class,
        least=review.change_class,
        has_notice=bool(revision.correction_said.strip()),
    )

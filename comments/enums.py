"""The words of moderation."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CommentStatus(TextChoices):
    """Where a comment stands. Every comment starts pending; only a person's decision moves it."""

    PENDING = "pending", _("waiting")
    APPROVED = "approved", _("approved")
    REJECTED = "rejected", _("rejected")


class Outcome(TextChoices):
    """What a moderator decides."""

    APPROVE = "approve", _("Approve")
    REJECT = "reject", _("Reject")

    @property
    def status(self) -> CommentStatus:
        return CommentStatus.APPROVED if self == Outcome.APPROVE else CommentStatus.REJECTED


class Reason(TextChoices):
    """Why a comment is rejected. Being negative about the clinic is not a reason."""

    SPAM = "spam", _("Spam or advertising")
    ABUSE = "abuse", _("Abusive to somebody")
    PERSONAL_DATA = "personal_data", _("Personal details")
    MEDICAL_ADVICE = "medical_advice", _("Asks for or gives personal medical advice")
    UNSAFE = "unsafe", _("Could put somebody in danger")
    OFF_TOPIC = "off_topic", _("Not about the article")
    UNDISCLOSED = "undisclosed_affiliation", _("Hides an interest in what it recommends")

    @property
    def sentence(self) -> str:
        """What the comment's author is told."""
        return str(_SENTENCES[self])


_SENTENCES = {
    Reason.SPAM: _("It reads like advertising, so we did not publish it."),
    Reason.ABUSE: _("It could hurt somebody, so we did not publish it."),
    Reason.PERSONAL_DATA: _("It has personal details in it. To protect you and others, we did not publish it."),
    Reason.MEDICAL_ADVICE: _(
        "It asks for or gives advice for one person's care. We can't do that here; please talk with your doctor."
    ),
    Reason.UNSAFE: _("Parts of it could put another reader in danger, so we did not publish it."),
    Reason.OFF_TOPIC: _("It is not about this article, so we did not publish it."),
    Reason.UNDISCLOSED: _("It recommends something without saying how you are connected to it."),
}

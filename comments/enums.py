"""The words of moderation."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class CommentStatus(TextChoices):
    """Where a comment stands. Every comment starts pending; only a recorded act of a person moves it."""

    PENDING = "pending", _("waiting")
    APPROVED = "approved", _("approved")
    REJECTED = "rejected", _("rejected")
    SPAM = "spam", _("spam")
    REMOVED = "removed", _("taken down")
    WITHDRAWN = "withdrawn", _("withdrawn by its author")


class Kind(TextChoices):
    """Who speaks."""

    READER = "reader", _("A reader")
    OFFICIAL = "official", _("The clinic")


class Lane(IntegerChoices):
    """The order of the moderators' queue, the most urgent first. It never decides anything."""

    CRISIS = 1, _("Crisis")
    ADVERSE_EVENT = 2, _("Side effects")
    PRIVACY = 3, _("Personal details")
    REPORTED = 4, _("Reported")
    ROUTINE = 5, _("Routine")
    LIKELY_SPAM = 6, _("Likely spam")

    @property
    def slug(self) -> str:
        """How an address names it."""
        return self.name.lower().replace("_", "-")


class Outcome(TextChoices):
    """What a person does with a comment: a moderator, or (the last three) its author."""

    APPROVE = "approve", _("Approve")
    REJECT = "reject", _("Reject")
    SPAM = "spam", _("Spam")
    SECOND_OPINION = "second_opinion", _("Ask for a second opinion")
    NOT_A_CRISIS = "not_a_crisis", _("Not a crisis")
    REMOVE = "remove", _("Take down")
    KEEP = "keep", _("Keep it up")
    RESTORE = "restore", _("Back to the queue")
    WITHDRAW = "withdraw", _("Withdraw")
    CORRECT = "correct", _("Correct")
    APPEAL = "appeal", _("Ask to look again")


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

    @property
    def sentence_of_removal(self) -> str:
        """The same, of a comment that was up before."""
        return str(_REMOVED[self])


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
_REMOVED = {
    Reason.SPAM: _("It reads like advertising, so we took it down."),
    Reason.ABUSE: _("It could hurt somebody, so we took it down."),
    Reason.PERSONAL_DATA: _("It has personal details in it. To protect you and others, we took it down."),
    Reason.MEDICAL_ADVICE: _(
        "It asks for or gives advice for one person's care, so we took it down. Please talk with your doctor."
    ),
    Reason.UNSAFE: _("Parts of it could put another reader in danger, so we took it down."),
    Reason.OFF_TOPIC: _("It is not about this article, so we took it down."),
    Reason.UNDISCLOSED: _("It recommends something without saying how you are connected to it, so we took it down."),
}


class ReportReason(TextChoices):
    """Why a reader reports a comment that is up."""

    UNSAFE = "unsafe", _("It could put somebody in danger")
    ABUSE = "abuse", _("It is abusive or hateful")
    PERSONAL_DATA = "personal_data", _("It has somebody's personal details in it")
    WRONG = "wrong", _("It says something that is medically wrong")
    SPAM = "spam", _("It is advertising")
    OTHER = "other", _("Something else")


class Verdict(TextChoices):
    """What a reader thinks of a page."""

    USEFUL = "useful", _("It was useful")
    NOT_USEFUL = "not_useful", _("It was not useful")
    WRONG = "wrong", _("It says something that is medically wrong")
    UNCLEAR = "unclear", _("I could not understand it")
    OUTDATED = "outdated", _("It is out of date")
    BROKEN = "broken", _("A link, a picture or the page does not work")
    OTHER = "other", _("Something else")


class AdverseEventState(TextChoices):
    """What the clinic did about a side effect that a reader wrote of."""

    NEW = "new", _("new")
    FORWARDED = "forwarded", _("forwarded")
    CLOSED = "closed", _("closed")

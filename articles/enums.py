"""The words of the workflow, and the groups they fall into."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

from articles.picture_enums import ConsentEvent as ConsentEvent
from articles.picture_enums import Licence as Licence
from articles.picture_enums import PeopleShown as PeopleShown
from articles.record_enums import Audience as Audience
from articles.record_enums import RecordAct as RecordAct
from articles.record_enums import Schedule as Schedule
from articles.record_enums import Standing as Standing


class Status(TextChoices):
    """Where a revision stands. A status exists only if it changes what may happen next."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    RETURNED = "returned", _("returned")
    SIGNED_OFF = "signed_off", _("signed off")
    SCHEDULED = "scheduled", _("scheduled")
    PUBLISHED = "published", _("published")
    SUPERSEDED = "superseded", _("superseded")
    WITHDRAWN = "withdrawn", _("withdrawn")
    DISCARDED = "discarded", _("discarded")

    @classmethod
    def open(cls) -> frozenset["Status"]:
        """Revisions on their way to readers: an article has at most one of them."""
        return frozenset({cls.DRAFT, cls.IN_REVIEW, cls.SIGNED_OFF, cls.SCHEDULED})

    @classmethod
    def ended(cls) -> frozenset["Status"]:
        """Revisions that nothing can happen to any more."""
        return frozenset({cls.RETURNED, cls.SUPERSEDED, cls.WITHDRAWN, cls.DISCARDED})


class Action(TextChoices):
    """A verb of the workflow."""

    SUBMIT = "submit", _("Submit for review")
    SIGN_OFF = "sign_off", _("Sign off")
    CARRY_OVER = "carry_over", _("Carry a sign-off over")
    REQUEST_CHANGES = "request_changes", _("Request changes")
    RECALL = "recall", _("Recall")
    REOPEN = "reopen", _("Reopen")
    SCHEDULE = "schedule", _("Schedule")
    UNSCHEDULE = "unschedule", _("Unschedule")
    PUBLISH = "publish", _("Publish now")
    SUPERSEDE = "supersede", _("Supersede")
    WITHDRAW = "withdraw", _("Withdraw")
    DISCARD = "discard", _("Discard draft")


class SignOffKind(TextChoices):
    EDITORIAL = "editorial", _("editorial")
    CLINICAL = "clinical", _("clinical")


class Risk(TextChoices):
    """What a wrong word in a topic could do; decides which sign-offs its articles need."""

    STANDARD = "standard", _("standard")
    HIGH = "high", _("high")


class ChangeClass(TextChoices):
    """What kind of change a revision makes to live words, the lightest first; decides which sign-offs carry over."""

    TYPO = "typo", _("typo")
    EDITORIAL = "editorial", _("editorial")
    CLINICAL = "clinical", _("clinical")

    @property
    def weight(self) -> int:
        return list(ChangeClass).index(self)


class CrisisHelp(TextChoices):
    """What saving did about the crisis block, as the person who saved is told."""

    NOTHING = "nothing", ""
    ADDED = (
        "added",
        _("These words mention suicide or self-harm, so the crisis box now stands beside them. You can move it."),
    )
    RETURNED = (
        "returned",
        _("The crisis box is back, because these words mention suicide or self-harm. You can move it."),
    )
    RENEWED = "renewed", _("The crisis box was made anew from the clinic's crisis lines.")


class CheckOccasion(TextChoices):
    """When what the clinical checks find is kept."""

    SUBMIT = "submit", _("submitted")
    SIGN_OFF = "sign_off", _("signed off")
    GOING_LIVE = "going_live", _("going live")


class OverrideAct(TextChoices):
    """What a clinician does about a finding that stops the words."""

    OVERRIDE = "override", _("let it stand")
    TAKE_BACK = "take_back", _("took that back")


class ReferenceKind(TextChoices):
    JOURNAL_ARTICLE = "journal_article", _("journal article")
    GUIDELINE = "guideline", _("guideline")
    AGENCY_PAGE = "agency_page", _("agency page")
    BOOK = "book", _("book")


class Answer(TextChoices):
    """What a signer says to a question of the checklist."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    DOES_NOT_APPLY = "does_not_apply", _("Does not apply")


class Verdict(TextChoices):
    """What a clinician says of one source, having looked at it again."""

    STILL_RIGHT = "still_right", _("Still right")
    SUPERSEDED = "superseded", _("Superseded")
    NOT_SURE = "not_sure", _("Not sure")


class Planned(TextChoices):
    """What stands in the calendar."""

    GOES_LIVE = "goes_live", _("goes live")
    COMES_DOWN = "comes_down", _("comes down")
    REVIEW_DUE = "review_due", _("review due")
    WENT_LIVE = "went_live", _("went live")
    CAME_DOWN = "came_down", _("came down")


class PreviewKind(TextChoices):
    """Who is let in by a preview link: somebody who gives advice, or somebody who only reads."""

    EXPERT = "expert", _("an outside expert")
    COLLEAGUE = "colleague", _("a colleague, to read only")


class PreviewEvent(TextChoices):
    SENT = "sent", _("link sent")
    NOT_DELIVERED = "not_delivered", _("mail could not be delivered")
    OPENED = "opened", _("link opened")
    CODE_SENT = "code_sent", _("code sent")
    WRONG_CODE = "wrong_code", _("wrong code")
    CONFIRMED = "confirmed", _("address confirmed")
    ADVISED = "advised", _("advice given")
    REVOKED = "revoked", _("link closed")


class AdviceVerdict(TextChoices):
    """What an outside expert says of the words. Advice only: it never counts as a sign-off."""

    NOTHING_AGAINST = "nothing_against", _("I found nothing wrong")
    COMMENTS = "comments", _("I have comments")
    DECLINED = "declined", _("I can't advise on this")


class ReminderStep(IntegerChoices):
    """When people are reminded of a review: so many days from the day it is due, each step once."""

    SIXTY_DAYS_BEFORE = -60, _("60 days before")
    THIRTY_DAYS_BEFORE = -30, _("30 days before")
    ON_THE_DAY = 0, _("on the day")
    THIRTY_DAYS_AFTER = 30, _("30 days after")


class EntryKind(TextChoices):
    """What an entry of a thread does: it only speaks, or it closes or opens the thread again."""

    COMMENT = "comment", _("wrote")
    RESOLVE = "resolve", _("resolved this")
    REOPEN = "reopen", _("reopened this")


class FollowUpKind(TextChoices):
    """What two people have to look at again."""

    WITHDRAWAL = "withdrawal", _("withdrawn words")
    CONSENT = "consent", _("a picture without consent")
    SOURCE = "source", _("a source that was retracted, corrected or put in doubt")
    STORY = "story", _("a patient's words without authorization")
    READER = "reader", _("something that a reader found wrong")
    TRANSLATION = "translation", _("a translation that is behind")


class Severity(TextChoices):
    """What a finding of the clinical checks does: it stops the words, asks the editor, or only tells."""

    BLOCK = "block", _("must be mended")
    WARN = "warn", _("please look at this")
    INFO = "info", _("good to know")


class ArticleKind(TextChoices):
    """What an article is about; decides the sections it starts with (`articles.kinds`) and which checks apply."""

    TREATMENT = "treatment", _("a treatment or medicine")
    CONDITION = "condition", _("a condition or symptom")
    NEWS = "news", _("news or new evidence")
    SERVICE = "service", _("a service of this clinic")


class AiAssistance(TextChoices):
    """Where a machine had a hand in the words. Whatever it did, a clinician reads them."""

    NONE = "none", _("no")
    DRAFT = "draft", _("yes, it drafted them")
    EDIT = "edit", _("yes, it edited them")
    TRANSLATE = "translate", _("yes, it translated them")


class SitePage(TextChoices):
    """A page on which the clinic speaks of this site and of itself; its value stands in the page's address."""

    HOW_WE_WRITE = "how-we-write", _("How we write and review")
    CORRECTIONS = "corrections", _("How we correct")
    PRIVACY = "privacy", _("Privacy")
    ACCESSIBILITY = "accessibility", _("Accessibility")
    CONTACT = "contact", _("Contact")

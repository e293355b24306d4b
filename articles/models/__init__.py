from articles.models.address_change import AddressChange
from articles.models.article import Article
from articles.models.assignment import Assignment, Claim
from articles.models.autosave import Autosave
from articles.models.check_run import CheckRun, FindingOverride, OverrideRequest
from articles.models.checked_link import CheckedLink
from articles.models.clinic_record import ClinicPhone, ClinicService, PatientStory
from articles.models.clinical_data import Condition, CrisisResource, Drug, DrugUse
from articles.models.follow_up import Confirmation, FollowUp
from articles.models.named_version import NamedVersion
from articles.models.notice import Follow, Notice
from articles.models.picture import Picture, PictureConsent, PictureUse
from articles.models.planned_withdrawal import FailedAttempt, PlannedWithdrawal
from articles.models.preview import Advice, PreviewCode, PreviewLink, PreviewRecord
from articles.models.read_count import ReadCount
from articles.models.record_change import RecordChange
from articles.models.reference import Reference
from articles.models.reminder import ReviewReminder
from articles.models.retraction import RetractionEntry
from articles.models.review import Review, SignOff
from articles.models.revision import Contribution, Revision
from articles.models.search_entry import SearchEntry
from articles.models.shown_change import ShownChange
from articles.models.source import Source
from articles.models.source_lookup import SourceLookup
from articles.models.stewardship import Stewardship
from articles.models.thread import Thread, ThreadEntry
from articles.models.topic import Topic
from articles.models.topic_withdrawal import TopicWithdrawal
from articles.models.transition import Transition
from articles.models.writing import ReplacedWords, Writer

__all__ = [
    "AddressChange",
    "Advice",
    "Article",
    "Assignment",
    "Autosave",
    "CheckRun",
    "CheckedLink",
    "Claim",
    "ClinicPhone",
    "ClinicService",
    "Condition",
    "Confirmation",
    "Contribution",
    "CrisisResource",
    "Drug",
    "DrugUse",
    "FailedAttempt",
    "FindingOverride",
    "Follow",
    "FollowUp",
    "NamedVersion",
    "Notice",
    "OverrideRequest",
    "PatientStory",
    "Picture",
    "PictureConsent",
    "PictureUse",
    "PlannedWithdrawal",
    "PreviewCode",
    "PreviewLink",
    "PreviewRecord",
    "ReadCount",
    "RecordChange",
    "Reference",
    "ReplacedWords",
    "RetractionEntry",
    "Review",
    "ReviewReminder",
    "Revision",
    "SearchEntry",
    "ShownChange",
    "SignOff",
    "Source",
    "SourceLookup",
    "Stewardship",
    "Thread",
    "ThreadEntry",
    "Topic",
    "TopicWithdrawal",
    "Transition",
    "Writer",
]

"""A word that a reader wrote turns up on their own page and on the moderators' desk, and nowhere else."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone
from django.views.debug import get_exception_reporter_class
from django_tasks_db.models import DBTaskResult

from clinic_cms.roles import MODERATOR
from clinic_cms.serving.logs import JsonLine
from comments import tokens
from comments.domain.moderation import decide
from comments.enums import Outcome
from comments.models import Comment
from tests.factories import make_live_article, make_person

pytestmark = pytest.mark.django_db

WORD = "quokkacanary"
FIELDS = {"comment": f"I felt the same, {WORD}. Call 202 555 0143.", "name": f"{WORD} Mia"}


class Kept(logging.Handler):
    """Every record, as the site's own log would write it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.records: list[logging.LogRecord] = []
        self.lines = io.StringIO()

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)
        self.lines.write(JsonLine().format(record))


@pytest.fixture
def log() -> Iterator[Kept]:
    handler, names = Kept(), ("", "django", "comments", "clinic_cms", "django_tasks")
    levels = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).addHandler(handler)
        logging.getLogger(name).setLevel(logging.DEBUG)
    yield handler
    for name, level in levels.items():
        logging.getLogger(name).removeHandler(handler)
        logging.getLogger(name).setLevel(level)


@pytest.fixture
def article():
    return make_live_article()


def post(client, article, **more):
    fields = {**FIELDS, "token": tokens.issue(article.pk, timezone.now()), **more}
    return client.post(f"/articles/{article.slug}/comments/", fields)


def left_behind(log: Kept, responses) -> str:
    """Everything that could carry a word away, as one text."""
    tasks = [json.dumps([task.args_kwargs, task.task_path, task.traceback]) for task in DBTaskResult.objects.all()]
    letters = [f"{letter.subject} {letter.body} {letter.to} {letter.extra_headers}" for letter in mail.outbox]
    headers = [f"{response.headers} {response.cookies}" for response in responses]
    return " ".join([log.lines.getvalue(), *tasks, *letters, *headers])


def reports(log: Kept) -> list[str]:
    """What an error report would say of every error on record, as mail and as a page."""
    made = []
    for record in errors(log):
        request = record.request
        reporter = get_exception_reporter_class(request)(request, *record.exc_info, is_email=True)
        made += [reporter.get_traceback_text(), reporter.get_traceback_html()]
    return made


def errors(log: Kept) -> list[logging.LogRecord]:
    return [record for record in log.records if record.levelno >= logging.ERROR and record.exc_info]


def test_a_word_is_in_no_log_mail_address_cookie_or_task(client, article, log):
    refused = post(client, article, name="")
    nudged = post(client, article)
    removed = post(client, article, personal="remove")
    elsewhere = client.post(f"/articles/{article.slug}/comments/", FIELDS, headers={"Sec-Fetch-Site": "cross-site"})
    crisis = post(client, make_live_article("Another"), comment=f"I want to kill myself, {WORD}.")
    posted = post(client, article, personal="keep")
    own = posted["Location"]
    words = {**FIELDS, "seen": 1, "personal": "keep"}
    visits = [client.get(own), client.post(f"{own}correct/", words), client.post(f"{own}correct/", words)]
    comment = Comment.objects.get(article=article)
    decide(comment, Outcome.REJECT, by=make_person(MODERATOR), seen=comment.version, reason="unsafe")
    visits += [client.get(f"{own}comment.json"), client.post(f"{own}appeal/"), client.post(f"{own}erase/")]
    responses = [refused, nudged, removed, elsewhere, crisis, posted, *visits]

    assert [response.status_code for response in responses] == [
        422, 422, 422, 403, 303, 303, 200, 303, 409, 200, 303, 303,
    ]  # fmt: skip
    assert left_behind(log, responses).count(WORD) == 0
    assert own.count("Mia") == 0


@pytest.mark.parametrize("constraint", ["length(body) < 1", "length(name) < 1"])
def test_a_word_is_in_no_report_of_an_error_that_quotes_it(client, article, log, constraint):
    client.raise_request_exception = False
    with connection.cursor() as cursor:  # a fault whose message quotes the whole row
        cursor.execute(f"ALTER TABLE comments_comment ADD CONSTRAINT broken CHECK ({constraint})")

    response = post(client, article, personal="keep")

    assert response.status_code == 500
    told = reports(log)
    assert [WORD in str(record.exc_info) for record in errors(log)] == [True]
    assert " ".join([*told, left_behind(log, [response]), response.content.decode()]).count(WORD) == 0
    assert ["IntegrityError" in report for report in told] == [True, True]


def test_the_secret_address_of_a_comment_is_in_no_report_either(client, article, log):
    own = post(client, article, personal="keep")["Location"]
    client.raise_request_exception = False
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE comments_moderationdecision ADD CONSTRAINT broken CHECK (version < 1)")

    assert client.post(f"{own}withdraw/").status_code == 500
    secret = own.split("/")[2]
    assert " ".join([*reports(log), log.lines.getvalue()]).count(secret) == 0

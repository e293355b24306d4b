"""One line of JSON for each thing worth knowing, and in it nothing that a reader typed."""

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from typing import Any, Final

# Whoever knows one of these addresses is let in: a preview of words, the page of a reader's own comment.
SECRET_ADDRESS: Final = re.compile(r"/(preview|comments)/[^/\s]{8,}")


class JsonLine(logging.Formatter):
    """Formats a record as one line. Of an exception only its kind and the places in our code are kept: its message can
    quote the words or the database row that caused it. A secret address loses its secret.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": SECRET_ADDRESS.sub(r"/\1/...", record.getMessage()),
        }
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            frames = traceback.extract_tb(record.exc_info[2])
            line["places"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return json.dumps(line, ensure_ascii=True)


SETTINGS: Final[dict[str, Any]] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "clinic_cms.serving.logs.JsonLine"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line"},
        "problems": {"class": "logging.StreamHandler", "formatter": "line", "level": "WARNING"},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # The worker sets its own level, and says two lines for each task.
        "django_tasks": {"handlers": ["problems"], "propagate": False},
        "django_tasks_db": {"handlers": ["problems"], "propagate": False},
        "articles": {"level": "INFO"},
        "comments": {"level": "INFO"},
        "clinic_cms": {"level": "INFO"},
    },
}

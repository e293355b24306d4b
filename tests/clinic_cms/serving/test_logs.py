"""What the log keeps, and what it never holds."""

import json
import logging
import re
import sys

import pytest

from clinic_cms.serving.logs import JsonLine


def test_a_record_is_one_line_and_an_error_loses_its_words() -> None:
    try:
        raise ValueError("Key (name)=(Ann\nMiller) already exists")
    except ValueError:
        record = logging.LogRecord("site", logging.ERROR, "", 1, "Error at %s", ("/articles/",), sys.exc_info())

    line = JsonLine().format(record)

    assert (line.count("\n"), "Miller" in line) == (0, False)
    kept = json.loads(line)
    assert (kept["level"], kept["message"], kept["exception"]) == ("ERROR", "Error at /articles/", "ValueError")


@pytest.mark.parametrize("address", ["/preview/WzEsIjkwOGY3:OM-deRyE/code/", "/comments/8f14e45fceea167a/"])
def test_a_secret_address_is_not_kept(address: str) -> None:
    record = logging.LogRecord("django.security.csrf", logging.WARNING, "", 1, "Forbidden: %s", (address,), None)

    kept = json.loads(JsonLine().format(record))

    assert kept["message"] == re.sub(r"/(preview|comments)/[^/]+", r"Forbidden: /\1/...", address, count=1)

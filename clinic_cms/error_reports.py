"""What an error report says where people's words pass through: the kind of error, and the places in the code."""

from typing import Any, Final

from django.conf import settings
from django.views.debug import ExceptionReporter

# An error's message can quote the words or the row that caused it; a request has what was posted, and its address may
# be a secret.
_HIDDEN: Final = ("exception_value", "exception_notes", "unicode_hint", "template_info", "request", "user_str")


class NoWordsReporter(ExceptionReporter):
    """Django's report without anything that a person typed; while developing it is as it was."""

    def get_traceback_data(self) -> dict[str, Any]:
        data = super().get_traceback_data()
        if settings.DEBUG:
            return data
        for frame in data.get("frames", []):
            frame.update(vars=[], exc_cause=None)
        return {name: value for name, value in data.items() if not name.startswith(_HIDDEN)}

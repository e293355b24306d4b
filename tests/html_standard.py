"""What the HTML standard says of attributes, where a parser does not ask."""

import re
from typing import Final

# A day, a month, or a day and a time with its zone. https://html.spec.whatwg.org/#the-time-element
MOMENT: Final = re.compile(r"\d{4}-\d\d(-\d\d(T\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:?\d\d))?)?")
NEVER_REQUIRED: Final = frozenset({"hidden", "range", "color", "submit", "reset", "button", "image"})
TAKE_A_PLACEHOLDER: Final = frozenset({"text", "search", "url", "tel", "email", "password", "number"})

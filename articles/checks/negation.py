"""Whether words are denied where they stand: "there is no cure" promises nothing."""

import re
from typing import Final

from articles.checks.reading import Found

FAR: Final = 5  # words back
_DENIAL: Final = re.compile(
    r"no|not|never|neither|nor|none|nobody|nothing|cannot|without|hardly|rarely|unproven|untrue|false|myth|n't"
    r"|whether|if|unlikely|\w{1,12}n['’]t",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(
    r"[;:—()?!]|\s–\s|,?\s(?:but|because|although|though|while|so|yet|however)\s", re.IGNORECASE
)
_WORD: Final = re.compile(r"\w[\w'’-]{0,40}")


def is_denied(found: Found, far: int = FAR) -> bool:
    """Whether a "no", "not" or the like, or a doubt as "whether", stands up to five words before in the same clause."""
    before = found.passage.masked[max(found.sentence.start, found.start - 200) : found.start]
    clause = _CLAUSE.split(before)[-1]
    words = _WORD.findall(clause)[-far:]
    return any(_DENIAL.fullmatch(word) for word in words)

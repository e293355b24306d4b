"""Whether words are denied where they stand: "there is no cure" promises nothing."""

import re
from typing import Final

from articles.checks import spanish
from articles.checks.reading import Found

FAR: Final = 5  # words back
_DENIAL: Final = re.compile(
    r"no|not|never|few|lacks?|lacking|neither|nor|none|nobody|nothing|cannot|without|hardly|rarely|unproven|untrue"
    r"|false|myth"
    r"|whether|if"
    r"|unlikely|beware|avoid|\w{1,12}n['’]t"
    rf"|{spanish.DENIAL}",
    re.IGNORECASE,
)
# A condition that has ended ("si se usa bien, …") doubts nothing of what follows it; "pregunte si …" does.
_CLAUSE: Final = re.compile(
    r"[;:—()?!¿¡]|\bsi\s[^,;:]{1,80},\s|\s–\s|,?\s(?:but|because|although|though|while|however|pero|porque|aunque|mientras)\s",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w[\w'’-]{0,40}")
_ONLY: Final = ("only", "just", "merely", "simply", "solo", "sólo", "solamente", "únicamente", "unicamente")


def is_denied(found: Found, far: int = FAR) -> bool:
    """Whether a "no", "not" or the like, or a doubt as "whether", stands up to five words before in the same clause."""
    return denies(found.passage.masked[max(found.sentence.start, found.start - 200) : found.start], far)


def denies(words_before: str, far: int = FAR) -> bool:
    """Whether these words deny what follows them. "Not only" denies nothing, nor does "no solo"."""
    words = _WORD.findall(_CLAUSE.split(words_before)[-1])[-far:]
    following = [*words[1:], ""][: len(words)]
    return any(
        _DENIAL.fullmatch(word) and after.lower() not in _ONLY for word, after in zip(words, following, strict=True)
    )


def is_question(found: Found) -> bool:
    """Whether the sentence asks: "Is it safe?" claims nothing."""
    sentence = found.passage.masked[found.sentence.start : found.sentence.end].rstrip(" \n\"'”’»)")
    return sentence.endswith("?")

"""Words that carry the meaning of medical advice: take one out, put one in, and another person gets hurt. Pure."""

import re
from typing import Final

_NEGATIONS: Final = frozenset(
    """
    not no nor never none neither nobody nothing nowhere without except unless only avoid avoids avoided
    avoiding always cannot cant dont doesnt didnt wont isnt arent shouldnt mustnt non lack lacks lacking absent
    absence free fail fails hardly rarely seldom scarcely barely instead rather but although however
    """.split()  # noqa: SIM905
)
_QUANTIFIERS: Final = frozenset(
    """
    all any some most many few every each both either several much little enough nearly almost exactly about
    around approximately roughly least up maximum minimum max min total per daily nightly weekly monthly often
    sometimes usually frequently occasionally always mostly mainly generally typically commonly common uncommon
    rare ever
    """.split()  # noqa: SIM905
)
_DIRECTIONS: Final = frozenset(
    """
    increase increases increased increasing decrease decreases decreased decreasing reduce reduces reduced
    reducing raise raises raised raising lower lowers lowered lowering rise rises rising fall falls falling grow
    grows worsen worsens worsened worsening improve improves improved improving better worse best worst more
    less fewer greater smaller higher highest lowest high low above below over under before after during until
    till since within beyond between from early late earlier later first last next immediately now slowly
    quickly fast slow gradually suddenly up down strong weak stronger weaker mild moderate severe acute chronic
    long short longer shorter large small big positive negative normal abnormal safe unsafe safer safely safety
    harmful harmless harm harms danger dangerous risk risks risky effective ineffective help helps cause causes
    caused prevent prevents prevented cure cures treat treats toxic poisonous fatal deadly lethal left right on
    off in out with and or if when while yes
    """.split()  # noqa: SIM905
)
_MODALS: Final = frozenset(
    """
    may might must should shall can could will would need needs ought recommended recommend recommends allowed
    allow permitted forbidden required require requires optional possible impossible likely unlikely certain
    uncertain
    """.split()  # noqa: SIM905
)
_ACTS: Final = frozenset(
    """
    start starts started starting stop stops stopped stopping continue continues continued pause skip skipped
    double halve repeat repeated take takes taken taking swallow inject injected inhale inhaled chew crush
    dissolve apply mix combine combined drink eat fast fasting call ask tell see go emergency urgent urgently
    ambulance hospital suicide suicidal overdose addiction addictive withdrawal oral orally sublingual
    intravenous intramuscular topical rectal nasal tablet tablets capsule capsules injection dose doses dosage
    dosing contraindicated contraindication contraindications interact interacts interaction interactions
    allergy allergic allergies approved unapproved approval licensed label prescription prescribed prescribe
    """.split()  # noqa: SIM905
)
_WHOM: Final = frozenset(
    """
    pregnant pregnancy breastfeeding nursing lactating child children childhood baby babies infant infants
    toddler newborn teenager teenagers teen teens adolescent adolescents adult adults elderly older younger old
    young men women man woman male female boys girls kidney liver heart
    """.split()  # noqa: SIM905
)
# Words of every rephrased sentence; they count only in place of their opposite (see _OPPOSITES).
_WEAK: Final = frozenset(
    """
    about around some many much little up on off in out with and if when while from next now see go ask tell eat
    help helps long short big small large old young over under both each common usually often generally
    typically mainly mostly commonly sometimes first last can will would right left but although however rather
    per fast free
    """.split()  # noqa: SIM905
)
WITH_MEANING: Final = (_NEGATIONS | _QUANTIFIERS | _DIRECTIONS | _MODALS | _ACTS | _WHOM) - _WEAK
_OPPOSITES: Final = (
    ("with", "without"), ("and", "or"), ("on", "off"), ("in", "out"), ("up", "down"), ("left", "right"), ("can", "may"),
    ("can", "should"), ("can", "must"), ("will", "may"), ("will", "can"), ("will", "might"), ("would", "should"),
    ("first", "last"), ("long", "short"), ("over", "under"), ("big", "small"), ("large", "small"), ("old", "young"),
    ("many", "few"), ("some", "all"), ("some", "most"), ("some", "no"), ("often", "rarely"), ("if", "when"),
    ("when", "before"), ("while", "after"), ("and", "but"), ("both", "either"), ("many", "some"), ("many", "most"),
    ("often", "sometimes"), ("usually", "sometimes"), ("usually", "often"), ("common", "rare"), ("little", "much"),
    ("fast", "slow"), ("from", "to"), ("if", "unless"), ("men", "women"), ("helps", "harms"), ("help", "harm"),
    ("can", "will"), ("commonly", "rarely"),
)  # fmt: skip
_OPPOSED: Final = frozenset(frozenset(pair) for pair in _OPPOSITES)
_PREFIXES: Final = (
    "un",
    "in",
    "im",
    "ir",
    "il",
    "non",
    "dis",
    "mis",
    "anti",
    "contra",
    "over",
    "under",
    "de",
    "sub",
)
_LATIN: Final = re.compile(r"hyper[a-z]*|hypo[a-z]*|tachy[a-z]*|brady[a-z]*|anti[a-z]{3,}|contra[a-z]{3,}")
RISK_HEADING: Final = re.compile(
    r"\b(?:dos(?:e|es|age|ing)|how (?:much|often|to take)|risks?|side[ -]?effects?|adverse|contra-?indications?"
    r"|warnings?|caution\w*|precaution\w*|emergenc(?:y|ies)|urgent\w*|danger\w*|safe(?:ty|ly)?|unsafe"
    r"|who (?:should|can|may|must|cannot|can['’]t)|do not|don['’]t|never|avoid\w*|when to (?:call|seek|get|see|go)"
    r"|call (?:us|911|999|112|988)|get help|interactions?|allerg\w+|overdos\w+|withdrawal|pregnan\w+|breast-?feeding"
    r"|children|off[ -]label|stop(?:ping)?|suicid\w*|self[ -]harm|crisis)\b",
    re.IGNORECASE,
)


def has_meaning(word: str) -> bool:
    """Whether this word alone, added or taken out, can turn advice into other advice."""
    lower = word.lower().replace("’", "'")
    return lower in WITH_MEANING or lower.endswith(("n't", "nt'")) or bool(_LATIN.fullmatch(lower))


def are_opposed(old: str, new: str) -> bool:
    """Whether one word in place of the other turns the sentence: "with" and "without", "usual" and "unusual"."""
    before, after = old.lower(), new.lower()
    shorter, longer = sorted((before, after), key=len)
    if any(longer == prefix + shorter for prefix in _PREFIXES) and len(shorter) > 2:
        return True
    if longer == f"a{shorter}" and len(shorter) > 5:
        return True
    stems = {word.removesuffix("less").removesuffix("ful") for word in (before, after)}
    one_less = before.endswith("less") != after.endswith("less")
    return frozenset((before, after)) in _OPPOSED or (one_less and len(stems) == 1)

"""How hard a text is to read: Flesch-Kincaid grade and SMOG in English, the INFLESZ scale in Spanish (`inflesz.py`),
and its hardest sentences.

Scores of two programs can't be compared: they count syllables and sentences differently. So every score carries the
version of how we count, which changes with the table, the rule of thumb, or the way sentences are split.
"""

from articles.checks.readability.inflesz import NORMAL as NORMAL
from articles.checks.readability.inflesz import Perspicuity as Perspicuity
from articles.checks.readability.inflesz import perspicuity as perspicuity
from articles.checks.readability.scoring import ALGORITHM as ALGORITHM
from articles.checks.readability.scoring import VERSION as VERSION
from articles.checks.readability.scoring import Scored as Scored
from articles.checks.readability.scoring import Scores as Scores
from articles.checks.readability.scoring import score as score
from articles.checks.readability.scoring import scores as scores

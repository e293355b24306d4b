"""What differs between two revisions' words, down to a link target or one digit. Pure: no database.

`compare` is the way in. `reading` turns HTML into blocks, `sequences` finds what stayed within a bounded amount of
work, `aligning` pairs blocks, `pieces` compares the words of a pair, `numbers` tells which numbers changed.
"""

from articles.comparison.comparing import Comparison as Comparison
from articles.comparison.comparing import compare as compare
from articles.comparison.words import Words as Words

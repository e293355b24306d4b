"""Puts together what two people made of the same words. Pure: no database.

`merge` is the way in. Where only one of them changed a sentence, that change stands; where both changed the same one, a
person chooses: no sentence is ever put together of two, unless somebody who sees it says so. `units` cuts words into
sentences and block tags, `three_way` finds what each side changed, `sources` does the same for the list of references.
"""

from articles.merging.draft import Clash as Clash
from articles.merging.draft import Draft as Draft
from articles.merging.draft import Merged as Merged
from articles.merging.draft import merge as merge
from articles.merging.three_way import Choice as Choice

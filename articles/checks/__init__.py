"""The clinical checks: cleaned HTML and plain facts in, findings out. Pure: no database, no request, no network.

`check` is the whole of it. Rules are data with their examples beside them (`rules/`); `RULES` lists them by id.
"""

from articles.checks.engine import ENGINE_VERSION as ENGINE_VERSION
from articles.checks.engine import SECONDS as SECONDS
from articles.checks.engine import check as check
from articles.checks.facts import ChangeFacts as ChangeFacts
from articles.checks.facts import ConditionFacts as ConditionFacts
from articles.checks.facts import CrisisLine as CrisisLine
from articles.checks.facts import DrugFacts as DrugFacts
from articles.checks.facts import Facts as Facts
from articles.checks.facts import PictureFacts as PictureFacts
from articles.checks.facts import ServiceFacts as ServiceFacts
from articles.checks.facts import SourceFacts as SourceFacts
from articles.checks.facts import StoryFacts as StoryFacts
from articles.checks.finding import Finding as Finding
from articles.checks.reading import field_text as field_text
from articles.checks.registry import NEVER_OVERRIDABLE as NEVER_OVERRIDABLE
from articles.checks.registry import RULES as RULES
from articles.checks.registry import RULESET_VERSION as RULESET_VERSION
from articles.checks.registry import STOPPED_EARLY as STOPPED_EARLY
from articles.enums import Severity as Severity

"""The names of medicines that a comment may speak of: the package's own and those that the clinic knows. Pure."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from comments.triage.folding import Reading, folded
from comments.triage.phrases import Phrases
from comments.triage.signal import Facts, Found

DEFAULT: Final = frozenset(
    """
    ketamine esketamine spravato ketalar ketamina esketamina fluoxetine prozac fluoxetina sertraline zoloft
    sertralina citalopram celexa escitalopram lexapro paroxetine paxil paroxetina fluvoxamine luvox
    venlafaxine effexor venlafaxina desvenlafaxine pristiq duloxetine cymbalta duloxetina bupropion wellbutrin
    bupropión mirtazapine remeron mirtazapina trazodone trazodona vortioxetine trintellix vilazodone viibryd
    amitriptyline amitriptilina nortriptyline imipramine clomipramine doxepin phenelzine tranylcypromine
    lithium litio lamotrigine lamictal lamotrigina valproate depakote valproato carbamazepine tegretol
    quetiapine seroquel quetiapina aripiprazole abilify aripiprazol olanzapine zyprexa olanzapina risperidone
    risperdal risperidona clozapine haloperidol latuda lurasidone cariprazine vraylar lorazepam ativan
    alprazolam xanax clonazepam klonopin diazepam valium midazolam zolpidem ambien temazepam gabapentin
    neurontin gabapentina pregabalin lyrica pregabalina buspirone hydroxyzine propranolol prazosin adderall
    methylphenidate ritalin vyvanse modafinil naltrexone buprenorphine suboxone methadone metadona tramadol
    oxycodone morphine morfina fentanyl fentanilo ibuprofen ibuprofeno paracetamol acetaminophen tylenol
    aspirin aspirina naproxen metformin metformina insulin insulina ozempic semaglutide semaglutida wegovy
    mounjaro levothyroxine prednisone prednisona atorvastatin lisinopril amlodipine losartan omeprazole
    omeprazol ondansetron zofran topiramate topamax sumatriptan psilocybin psilocibina brexanolone zuranolone
    zurzuvae auvelity dextromethorphan ssri ssris snri snris maoi antidepressant antidepressants antidepresivo
    antidepresivos benzo benzos antipsychotic
    """.split()  # noqa: SIM905  a list of names reads best as names
)
# What people call the treatment when they do not name it.
TREATMENT: Final = Phrases(
    treatment=(
        "{my|the|our|his|her|their|first|second|third|last|this|every|each|an|one} [very] [first|second|third|fourth"
        "|fifth|sixth|last|latest|next|iv|ketamine|previous|recent|new] {infusion|infusions|injection|injections"
        "|nasal spray|lozenge|lozenges|troche|troches|medication|medicine|meds|dose|pill|pills|tablets|drip|vaccine"
        "|shot|maintenance dose}",
        "{la|mi|el|una|cada|primera|segunda|tercera|ultima|su|las|los|mis} [primera|segunda|tercera|ultima|cuarta"
        "] {infusion|infusiones|inyeccion|medicina|medicacion|medicamento|dosis|pastilla|pastillas|vacuna|spray nasal}",
    )
)


@lru_cache(maxsize=64)
def _names(names: frozenset[str]) -> Phrases:
    return Phrases(medicine=tuple(sorted(_as_phrase(name) for name in names | DEFAULT if _as_phrase(name))))


def _as_phrase(name: str) -> str:
    """The name as a phrase: its letters and digits only, so that no name can mean more than itself."""
    return " ".join("".join(char if char.isalnum() else " " for char in folded(name)).split())


def medicines(reading: Reading, facts: Facts) -> Iterator[Found]:
    """Where a medicine is named."""
    return _names(facts.medicines).find(reading)


def products(reading: Reading, facts: Facts) -> list[Found]:
    """Where a medicine is named, or the treatment without its name, from left to right."""
    return sorted([*medicines(reading, facts), *TREATMENT.find(reading)])

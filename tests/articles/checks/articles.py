"""Two whole articles about one subject: as a clinic advertises, and as it may publish. With what is known of each."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from django.conf import settings

from articles.checks import CrisisLine, SourceFacts
from articles.checks.examples import DISCLAIMER, FACTS, facts_of
from articles.checks.spanish_facts import in_spanish

HERE: Final = Path(__file__).with_name("whole_articles")
MARKETING: Final = (HERE / "marketing.html").read_text()
REWRITTEN: Final = (HERE / "rewritten.html").read_text()
MARKETING_IN_SPANISH: Final = (HERE / "marketing.es.html").read_text()
REWRITTEN_IN_SPANISH: Final = (HERE / "rewritten.es.html").read_text()

BERMAN: Final = SourceFacts(
    position=1,
    title="Antidepressant effects of ketamine in depressed patients",
    container="Biological Psychiatry",
    year="2000",
    doi="10.1016/S0006-3223(99)00230-9",
    study_type="rct",
    participants=7,
)
FEDER: Final = SourceFacts(
    position=2,
    title="Efficacy of intravenous ketamine for treatment of chronic posttraumatic stress disorder",
    container="JAMA Psychiatry",
    year="2014",
    doi="10.1001/jamapsychiatry.2014.62",
    pmid="24740528",
    study_type="rct",
    participants=41,
)
MARKETING_FACTS: Final = replace(
    FACTS,
    title="Here's why you should consider ketamine infusion therapy for PTSD",
    summary="",
    byline="Staff",
    author_role="",
    interests="",
    disclaimer="This article is intended for your general knowledge only, Learn More.",
    kind="treatment",
    references=(BERMAN, FEDER),
    signed_clinically=False,
    next_review_due=None,
)
REWRITTEN_FACTS: Final = replace(
    FACTS,
    title="Ketamine infusions for PTSD: what the research says",
    summary="What is known about ketamine infusions for PTSD, the risks, and the other options.",
    interests="The author has no interests to declare. This clinic offers ketamine infusions.",
    disclaimer=DISCLAIMER,
    kind="treatment",
    references=(
        SourceFacts(
            position=1,
            kind="agency_page",
            title="FDA warns about compounded ketamine",
            year="2023",
            url="https://fda.gov/",
        ),
        FEDER,
        SourceFacts(
            position=3,
            title="Dose-related effects of ketamine for antidepressant-resistant symptoms of PTSD in veterans",
            container="Neuropsychopharmacology",
            year="2022",
            doi="10.1038/s41386-022-01266-9",
            study_type="rct",
            participants=158,
        ),
        SourceFacts(
            position=4, kind="agency_page", title="How common is PTSD?", year="2023", url="https://www.va.gov/"
        ),
        replace(BERMAN, position=5),
        SourceFacts(
            position=6,
            kind="guideline",
            title="The management of posttraumatic stress disorder: synopsis of the 2023 guideline",
            year="2024",
            doi="10.7326/M23-2757",
        ),
    ),
    crisis_lines=(CrisisLine(digits="988"),),
    signed_clinically=True,
    next_review_due=date(2028, 11, 1),
)
SPANISH_FACTS: Final = facts_of(in_spanish(""))
SPANISH_MARKETING_FACTS: Final = replace(
    MARKETING_FACTS,
    language="es",
    title="Por qué debería considerar la infusión de ketamina para el TEPT",
    drugs=SPANISH_FACTS.drugs,
    conditions=SPANISH_FACTS.conditions,
    services=SPANISH_FACTS.services,
    disclaimer="Este artículo es solo para fines informativos.",
)
SPANISH_REWRITTEN_FACTS: Final = replace(
    REWRITTEN_FACTS,
    language="es",
    title="Infusiones de ketamina para el TEPT: lo que dice la investigación",
    summary="Lo que se sabe de las infusiones de ketamina para el TEPT, sus riesgos y las otras opciones.",
    interests="La autora no tiene intereses que declarar. This clinic offers ketamine infusions.",
    drugs=SPANISH_FACTS.drugs,
    conditions=SPANISH_FACTS.conditions,
    services=SPANISH_FACTS.services,
    disclaimer=settings.CLINIC_DISCLAIMERS["es"],
)

"""The medicines and crisis lines that a new clinic begins with. Pure data, each with where it can be checked.

Medicines and conditions have their Spanish names too: that is how the checks know them in Spanish articles.

Nobody of the clinic has looked at these sources yet, so every record says that it is not checked. A label that the
source does not bear out is not here: better a use that is missing than an approval that nobody gave.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Line:
    country: str
    name: str
    source_url: str
    audience: str = "general"
    phone: str = ""
    then: str = ""
    sms_number: str = ""
    sms_keyword: str = ""
    chat_url: str = ""
    hours: str = "24 hours a day, 7 days a week"
    order: int = 1
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine with the conditions it is approved for, and those it is used for off-label; FDA alone."""

    name: str
    synonyms: str
    approved: tuple[str, ...]
    off_label: tuple[str, ...] = ()
    schedule: str = ""
    off_label_source: str = ""  # where it is not the label, which leaves the use out

    @property
    def label(self) -> str:
        """The medicine's labels, at the National Library of Medicine."""
        return f"https://dailymed.nlm.nih.gov/dailymed/search.cfm?labeltype=human&query={self.name.replace(' ', '+')}"


CRISIS_LINES: Final = (
    Line(
        "US", "988 Suicide & Crisis Lifeline", "https://988lifeline.org/",
        phone="988", sms_number="988", chat_url="https://988lifeline.org/chat/",
    ),
    Line(
        "US", "Línea 988 de Prevención del Suicidio y Crisis", "https://988lifeline.org/es/",
        phone="988", then="y oprima 2", sms_number="988", sms_keyword="AYUDA", language="es",
        hours="24 horas al día, los 7 días de la semana",
    ),
    Line(
        "US", "Veterans Crisis Line", "https://www.veteranscrisisline.net/", "veterans",
        phone="988", then="then press 1", sms_number="838255", chat_url="https://www.veteranscrisisline.net/", order=2,
    ),
    Line(
        "US", "Línea de Crisis para Veteranos", "https://www.veteranscrisisline.net/es/acerca-de/sobre-nosotros/",
        "veterans", phone="988", then="y oprima 1", sms_number="838255", language="es", order=2,
        chat_url="https://www.veteranscrisisline.net/", hours="24 horas al día, los 7 días de la semana",
    ),
    Line("CA", "9-8-8: Suicide Crisis Helpline", "https://988.ca/", phone="988", sms_number="988"),
    Line("GB", "Samaritans", "https://www.samaritans.org/", phone="116 123"),
    Line("GB", "Shout", "https://giveusashout.org/", sms_number="85258", sms_keyword="SHOUT", order=2),
    Line("AU", "Lifeline", "https://www.lifeline.org.au/", phone="13 11 14"),
    Line("NZ", "1737, need to talk?", "https://1737.org.nz/", phone="1737", sms_number="1737"),
)  # fmt: skip

CONDITIONS: Final[dict[str, str]] = {
    "depression": (
        "major depressive disorder, MDD, major depression, clinical depression, depresión, trastorno depresivo mayor"
    ),
    "treatment-resistant depression": "TRD, depresión resistente al tratamiento, depresión resistente, DRT",
    "post-traumatic stress disorder": (
        "PTSD, posttraumatic stress disorder, post traumatic stress disorder, TEPT, trastorno por estrés postraumático,"
        " trastorno de estrés postraumático, estrés postraumático"
    ),
    "obsessive-compulsive disorder": (
        "OCD, obsessive compulsive disorder, trastorno obsesivo-compulsivo, trastorno obsesivo compulsivo"
    ),
    "panic disorder": "panic attacks, trastorno de pánico, ataques de pánico",
    "social anxiety disorder": "social phobia, trastorno de ansiedad social, fobia social",
    "generalized anxiety disorder": "generalised anxiety disorder, trastorno de ansiedad generalizada",
    "premenstrual dysphoric disorder": "PMDD, trastorno disfórico premenstrual",
    "bulimia nervosa": "bulimia, bulimia nerviosa",
    "migraine": "migraines, migraña, migrañas",
    "epilepsy": "epilepsia",
    "general anesthesia": (
        "anesthesia, anaesthesia, anesthetic, anaesthetic, anestesia general, anestesia, anestésico"
    ),
}

_FDA_ON_KETAMINE: Final = (
    "https://www.fda.gov/drugs/human-drug-compounding/"
    "fda-warns-patients-and-health-care-providers-about-potential-risks-associated-compounded-ketamine"
)
MEDICINES: Final = (
    Medicine(
        "ketamine", "Ketalar, ketamine hydrochloride, ketamina, clorhidrato de ketamina", ("general anesthesia",),
        ("depression", "treatment-resistant depression", "post-traumatic stress disorder"),
        schedule="III", off_label_source=_FDA_ON_KETAMINE,
    ),
    Medicine(
        "esketamine", "Spravato, esketamina", ("treatment-resistant depression",), ("post-traumatic stress disorder",),
        schedule="III",
    ),
    Medicine(
        "sertraline", "Zoloft, sertralina",
        (
            "depression", "obsessive-compulsive disorder", "panic disorder", "post-traumatic stress disorder",
            "social anxiety disorder", "premenstrual dysphoric disorder",
        ),
    ),
    Medicine(
        "paroxetine", "Paxil, paroxetina",
        (
            "depression", "obsessive-compulsive disorder", "panic disorder", "post-traumatic stress disorder",
            "social anxiety disorder", "generalized anxiety disorder",
        ),
    ),
    Medicine(
        "venlafaxine", "Effexor, Effexor XR, venlafaxina",
        ("depression", "generalized anxiety disorder", "social anxiety disorder", "panic disorder"),
        ("post-traumatic stress disorder",),
    ),
    Medicine(
        "fluoxetine", "Prozac, fluoxetina",
        ("depression", "obsessive-compulsive disorder", "bulimia nervosa", "panic disorder"),
        ("post-traumatic stress disorder",),
    ),
    Medicine("citalopram", "Celexa", ("depression",), ("panic disorder",)),
    Medicine("escitalopram", "Lexapro", ("depression", "generalized anxiety disorder"), ("panic disorder",)),
    Medicine("alprazolam", "Xanax", ("panic disorder",), schedule="IV"),
    Medicine("sumatriptan", "Imitrex, sumatriptán", ("migraine",)),
    Medicine("ubrogepant", "Ubrelvy", ("migraine",)),
    Medicine("propranolol", "Inderal", ("migraine",)),
    Medicine("topiramate", "Topamax, topiramato", ("migraine", "epilepsy")),
)  # fmt: skip

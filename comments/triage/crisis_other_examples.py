"""What `crisis_other` must find, and what it must let stand."""

from typing import Final

HITS: Final = {
    "other": (
        "My brother wants to kill himself and I don't know what to do",
        "My daughter is suicidal, can she get this treatment?",
        "my son tried to kill himself last night",
        "My husband keeps talking about ending his life",
        "My best friend told me she wants to die",
        "My teenage daughter cuts herself",
        "I am afraid my son will kill himself",
        "My wife says she doesn't want to live anymore",
        "My roommate is threatening to kill herself",
        "My sister has been self harming for a year",
        "She is going to kill herself, please tell me what to do",
        "My dad has suicidal thoughts since the stroke",
        "My brother attempted suicide yesterday",
        "Mi hermano quiere suicidarse",
        "Mi hija se corta los brazos",
        "Mi esposo dice que se quiere morir",
        "Mi madre tiene ideas suicidas",
        "Mi mejor amiga no quiere vivir",
    ),
    "past": (
        "My brother killed himself in 2015",
        "I lost my son to suicide",
        "My mother died by suicide when I was six",
        "My uncle took his own life",
        "Years ago my sister tried to kill herself; she is well now",
        "Mi hermano se suicidó",
    ),
}
MISSES: Final = (
    "My grandmother died of cancer",
    "My dad is going to die laughing when he reads this",
    "My friend works in suicide prevention",
    "My wife killed it at work this week",
    "My son wants to dye his hair",
    "My daughter is going to be a nurse",
    "My husband cut himself shaving",
    "My sister takes her own blood pressure",
    "My brother is afraid of needles",
    "My mother lives with diabetes",
    "He said the infusion lasts forty minutes",
    "They want to live longer",
    "My partner and I read about suicide prevention",
    "My friend hurt himself at the gym",
    "Mi abuela murió de cáncer",
    "Mi hermana quiere vivir en Sevilla",
    "Mi hijo se corta el pelo solo",
)

"""What `misinformation` must find, and what it must let stand."""

from typing import Final

HITS: Final = {
    "stop_treatment": (
        "Stop taking your meds and pray instead",
        "Throw away those pills",
        "Antidepressants are poison",
        "You don't need medication, you need sunlight",
        "Psychiatry is a scam",
        "Deja de tomar esas pastillas",
        "Los antidepresivos son veneno",
    ),
    "cure": (
        "Ketamine cures cancer",
        "CBD oil cured my depression",
        "A miracle cure for autism",
        "Drink chlorine dioxide every morning",
        "Depression is a choice",
        "Ivermectin kills cancer",
        "El bicarbonato cura el cáncer",
        "Remedio milagroso contra la ansiedad",
    ),
    "vaccine": (
        "Vaccines cause autism",
        "The jab is a bioweapon",
        "Never vaccinate your kids",
        "Las vacunas causan autismo",
        "The shot gave my son autism",
    ),
    "conspiracy": (
        "Doctors don't want you to know this",
        "Big Pharma is hiding the cure",
        "What they won't tell you about ketamine",
        "Do your own research",
        "Covid was a hoax",
        "Las farmacéuticas ocultan la verdad",
    ),
}
MISSES: Final = (
    "Don't stop taking your meds",
    "There is no cure for PTSD",
    "Does ketamine cure depression?",
    "It is a myth that vaccines cause autism",
    "This treatment killed my depression",
    "I got my flu shot here",
    "My doctor didn't tell me about this",
    "I hope we cure cancer one day",
    "My depression is in remission",
    "My mother died of cancer last year",
    "I stopped my medication with the help of my doctor",
    "Ask your doctor before you take anything",
    "I don't want you to know my name",
    "The cancer center is next door",
    "The vaccine made my arm sore",
    "Nothing cures autism, and nothing should",
    "No dejes de tomar tu medicación",
    "No hay cura para el Alzheimer",
    "La vacuna contra la gripe es gratis",
    "Research on ketamine is promising",
)

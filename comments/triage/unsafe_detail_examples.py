"""What `unsafe_detail` must find, and what it must let stand."""

from typing import Final

HITS: Final = {
    "method": (
        "The easiest way to die is in your sleep, here is how",
        "What is the most painless way to kill yourself?",
        "Google how to tie a noose",
        "An exit bag costs nothing",
        "Carbon monoxide in a closed garage is painless",
        "Crush the tablets and snort them",
        "I was snorting ketamine for years, crush it first",
        "La mejor forma de morir es dormido",
    ),
    "dose": (
        "The lethal dose is about ten grams",
        "It takes 40 pills to die",
        "Take 30 tablets of xanax and you won't wake up",
        "How many tylenol to die?",
        "Mix it with vodka and you just stop breathing",
        "There is enough insulin to kill a horse",
        "La dosis letal de ketamina es alta",
        "¿Cuántas pastillas hacen falta para morir?",
        "Double your dose until you feel it",
    ),
    "hoarding": (
        "I have been saving up my pills for months",
        "You can stash your lozenges for a weekend",
        "Cheek your meds and sell the rest",
        "I get scripts from three doctors",
        "Estoy guardando las pastillas",
    ),
    "stopping": (
        "Just stop taking your meds cold turkey",
        "I quit lithium cold turkey and you can too",
        "Flush it, I stopped my antidepressants overnight",
        "Deja de tomar tus pastillas de golpe",
    ),
}
MISSES: Final = (
    "The usual dose is 0.5 mg/kg over 40 minutes",
    "I was given 56 mg of esketamine",
    "My dose was doubled by my psychiatrist",
    "Never stop your medication without talking with your doctor",
    "I take 20 mg of fluoxetine every morning",
    "It takes 40 minutes to feel normal again",
    "How many infusions do I need?",
    "How many sessions until it works?",
    "Saving money for the treatment is hard",
    "I saved the receipt for insurance",
    "Suicide prevention matters",
    "Heroin killed two of my friends",
    "Overdose deaths are rising",
    "Is it true that esketamine is safer?",
    "The best way to sleep is a dark room",
    "Mixing wine with this made me dizzy",
    "My husband hides my pills from the children",
    "La dosis fue de 0,5 mg/kg",
    "Guardo las recetas en una carpeta",
    "How to tie it all together is the hard part of the article",
)

"""What the rules about treatments look for in Spanish, beside English: benefits, risks and other options. Accents
may be missing, and pronouns may hang on to verbs ("ayudarle").
"""

from typing import Final

_IT: Final = "(?:les?|l[oa]s?|te|me|nos|se)?"
_A: Final = f"(?:a|an|ar|[oó]|aron|ando|ad[oa]s?|e|en){_IT}"  # endings of verbs in -ar

BENEFIT: Final = (
    f"(?:ayud|alivi|calm|benefici|elimin|cur|funcion){_A}", f"mejor(?:a|an|ar|[oó]|aron|ando|ad[oa]s?|e|en){_IT}",
    "mejor[ií]as?", "mejoras", f"(?<!se[ ])trat(?:a|an|ar|[oó]|aron|ad[oa]s?){_IT}(?! de)",
    f"reduc(?:e|en|ir|iendo|id[oa]s?){_IT}", "reduj(?:o|eron)", "reducci[oó]n",
    f"disminu(?:ye|yen|ir|y[oó]|yeron|ido){_IT}",
    "benefici(?:os?|os[oa]s?)", "alivio", "eficaz|eficaces|eficacia|efectiv[oa]s?",
    f"previenen?|prevenir{_IT}|previn(?:o|ieron)", f"proteg(?:e|en|er|i[oó]|ieron){_IT}",
    "sirv(?:e|en|i[oó]|ieron)(?! de)", "servir[aá]?", f"combat(?:e|en|ir|i[oó]){_IT}",
    "desaparec(?:e|en|er|i[oó]|ieron)",
    "respond(?:e|en|er|i[oó]|ieron)", "respuesta",
    f"recuper{_A}", "recuperaci[oó]n", f"levant{_A} el [aá]nimo",
    "(?:siente|sienten|sinti[oó]|sintieron|sentirse) mejor",
)  # fmt: skip
RISK_HEADING: Final = (
    "riesgos?", "efectos? (?:secundarios?|adversos?|indeseados|indeseables|no deseados)", "da[nñ]os?", "seguridad",
    "peligros?", "advertencias?", "precauciones", "reacciones adversas", "complicaciones", "contraindicaciones",
    "cu[aá]ndo no", "qui[eé]n(?:es)? no (?:debe|deber[ií]a|puede)n?", "desventajas",
)  # fmt: skip
RISKS: Final = (
    "(?:presi[oó]n|tensi[oó]n) (?:arterial|alta|baja|sangu[ií]nea)", "palpitaciones", "infarto",
    "(?:ritmo|frecuencia|latidos?) (?:card[ií]ac[oa]s?|del coraz[oó]n)", "problemas? (?:del coraz[oó]n|card[ií]acos?)",
    "disociaci[oó]n", "disociativ[oa]s?", "n[aá]useas?", "v[oó]mitos?", "mareos?", "v[eé]rtigo", "dolor(?:es)?",
    "cefaleas?",
    "sangrados?", "hemorragias?", "moretones", "hematomas?", "[uú]lceras?", "erupci[oó]n", "erupciones", "sarpullido",
    "ronchas", "urticaria", "al[eé]rgi\\w{1,4}", "hinchaz[oó]n", "uso indebido", "abusar", "abuso", "dependencia",
    "adicci[oó]n", "adictiv[oa]s?", "abstinencia", "sobredosis", "vejiga", "h[ií]gado", "ri[nñ][oó]n", "ri[nñ]ones",
    "convulsi[oó]n", "convulsiones", "confusi[oó]n", "alucinaci[oó]n", "alucinaciones", "somnolencia", "sue[nñ]o",
    "sedaci[oó]n", "visi[oó]n borrosa", "respirar", "respiraci[oó]n", "falta de aire", "fiebre", "diarrea",
    "est[oó]mago",
    "aument\\w{1,3} de peso", "(?:problemas?|disfunci[oó]n) sexual(?:es)?", "boca seca", "sequedad", "estre[nñ]imiento",
    "embaraz\\w{1,3}", "infecci[oó]n", "infecciones", "derrames?", "co[aá]gulos?", "desmay\\w{1,4}", "ca[ií]das?",
    "s[ií]ndrome serotonin[eé]rgico", "sodio bajo", "ansiedad", "agitaci[oó]n", "inquietud", "temblor(?:es)?", "fatiga",
    "cansancio", "insomnio", "interacci[oó]n", "interacciones", "sudor(?:es|aci[oó]n)?",
)  # fmt: skip
_TREATMENT: Final = (
    "(?:tratamientos?|medicamentos?|medicinas?|f[aá]rmacos?|terapias?|pastillas?|p[ií]ldoras?|infusi[oó]n)"
)
ALTERNATIVES: Final = (
    f"otr[oa]s? (?:opciones|opci[oó]n|formas?|maneras?|alternativas?|{_TREATMENT})", "alternativas?", "psicoterapias?",
    "terapias? (?:de conversaci[oó]n|psicol[oó]gicas?|cognitiv[oa]\\w{0,10}|f[ií]sicas?|conductual(?:es)?)", "tcc",
    "exposici[oó]n prolongada", "consejer[ií]a", "fisioterapia", "estilo de vida", "ejercicios?",
    "espera vigilante", "conducta expectante", "esperar (?:y|a) (?:ver|observar|vigilar)", "(?:o|es|bien) esperar",
    f"(?:sin|ning[uú]n|ninguna|no (?:tomar|recibir|seguir)(?: ning[uú]n)?) {_TREATMENT}",
    "no hac(?:er|e|es|[eé]s) nada",
    f"en (?:lugar|vez) de (?:la |el |los |las |una? |tomar )?{_TREATMENT}", "tambi[eé]n (?:puede|puedes|pod[eé]s)",
)  # fmt: skip

"""What the rules look for in Spanish, beside what they look for in English. Accents may be missing; the reader is
addressed as tú, usted or vos.

What is not said about suicide, and how: PAHO and WHO, "Preventing suicide: a resource for media professionals" (2023).
"""

from typing import Final

from articles.checks.patterns import any_of

_ONESELF: Final = "(?:se|te|me|nos)"
_TO: Final = "(?:[aei]r|[aá]ndo|i[eé]ndo)"

SUICIDE: Final = (
    "autoles\\w{2,12}", "quit[aáeéoó]\\w{0,8} la (?:propia )?vida",
    f"mat{_TO}{_ONESELF}", f"{_ONESELF} (?:quier\\w{{1,4}}|quiso|intent\\w{{1,5}}) matar",
    "(?:pi?ens\\w{1,9}|ideas?|ganas|dese\\w{1,5}|quier\\w{1,4}|querer|impulsos?|intent\\w{1,5}|plane\\w{1,5}) "
    f"(?:\\w{{1,10}} ){{0,4}}?hac{_TO}{_ONESELF} da[nñ]o",
    f"hac{_TO}{_ONESELF} da[nñ]o (?:a prop[oó]sito|deliberadamente|adrede|a (?:s[ií]|ti|m[ií]) mism[oa])",
    # "Lastimarse" and "herirse" happen by accident too; those who think of it mean it.
    "(?:pi?ens\\w{1,9}|ideas?|ganas|dese\\w{1,5}|quier\\w{1,4}|querer|impulsos?|intent\\w{1,5}|plan(?:e|ific)\\w{1,5}) "
    f"(?:\\w{{1,10}} ){{0,4}}?(?:lastim[aá](?:r|ndo)|her(?:ir|i[eé]ndo)|da[nñ][aá](?:r|ndo)){_ONESELF}",
    f"(?:lastim[aá](?:r|ndo)|cort[aá](?:r|ndo)|quem[aá](?:r|ndo)|her(?:ir|i[eé]ndo)){_ONESELF} (?:a prop[oó]sito"
    "|deliberadamente|adrede|a (?:s[ií]|ti|m[ií]) mism[oa])",
    "(?:acabar|acabando|terminar|terminando) con (?:su|tu|mi|la) (?:propia )?vida",
    "(?:poner|poniendo|puso|puse) fin a (?:su|tu|mi|la) (?:propia )?vida",
    "(?:ganas|deseos?|querer|ideas?|pensamientos?) de morir(?:se|te|me)?", "(?:quier|dese)\\w{1,4} morir(?:se|te|me)?",
    "(?:sin|no (?:\\w{2,8} ){0,2}?(?:ganas|deseos?)) (?:de )?(?:ganas de )?(?:seguir )?vivi(?:r|endo)",
    "no quier\\w{1,3} (?:seguir )?vivi(?:r|endo)", "mejor muert[oa]s?", f"cort{_TO}{_ONESELF} las venas",
)  # fmt: skip
STIGMA_OF_SUICIDE: Final = (
    "comet\\w{1,7} (?:un )?suicidio",
    "suicidios? (?:exitosos?|fallidos?|frustrados?|fracasados?|logrados?)",
    "(?:intentos?|tentativas?) (?:de suicidio )(?:exitos|fallid|fracasad|frustrad)[oa]s?",
    "(?:intentos?|tentativas?) (?:exitos|fallid|fracasad|frustrad)[oa]s? de suicidio",
    "(?:logr|consigui?)(?:[oó]|ar|eron|aron|ieron) suicidarse",
)
ABOUT_WORDS: Final = (
    "dec(?:ir|imos|[ií]a|[ií]an)", "dic\\w{1,4}", "dig\\w{1,4}", "palabras?", "t[eé]rminos?", "expresi[oó]n",
    "evit\\w{1,5}", "en (?:lugar|vez) de",
)  # fmt: skip
METHOD: Final = (
    "sobredosis de", "(?:una|con|por) sobredosis",
    "(?:tom|ingir|ingiri|trag)\\w{1,6} (?:\\w{2,12} ){0,3}?(?:pastillas|p[ií]ldoras|tabletas|veneno|cloro|lej[ií]a)",
    "(?:frascos?|pu[nñ]ados?) de (?:\\w{3,12} )?(?:pastillas|p[ií]ldoras|tabletas)", "ahorc\\w{1,8}",
    "(?:peg|dio|dar)\\w{0,4} un tiro", "dispar(?:arse|[oó]|[aá]ndose)",
    "(?:armas? de fuego|pistolas?|escopetas?)",
    "(?:salt|tir|arroj|lanz)\\w{1,8} (?:de|desde|del|a|al|a las?) (?:\\w{1,12} )?(?:puentes?|edificios?|ventanas?"
    "|balc[oó]n|azotea|tren|metro|v[ií]as?)",
    "cort\\w{1,7} (?:las )?(?:venas|mu[nñ]ecas)", "mon[oó]xido de carbono", "asfixi\\w{1,6}", "soga", "envenen\\w{1,7}",
    "dosis letal(?:es)?",
)  # fmt: skip
KEEPING_SAFE: Final = (
    "bajo llave", "guard\\w{1,5}", "alej\\w{1,5}", "limit\\w{1,4} el acceso", "acceso a", "fuera del alcance",
    "en (?:casa|el hogar)", "pregunt\\w{1,4}", "desech\\w{1,5}", "retir\\w{1,4}",
)  # fmt: skip
SENSATIONAL: Final = (
    "(?:epidemia|ola|oleada|racha|brote) de suicidios?",
    "suicidios? (?:tr[aá]gico|espeluznante|impactante|escalofriante)s?",
    "(?:tr[aá]gico|espeluznante|impactante|escalofriante)s? suicidios?", "pacto suicida",
    "(?:grito|llamada) de auxilio",
)  # fmt: skip
HELP_WORDS: Final = ("l[ií]neas? (?:\\w{2,12} )?(?:de )?(?:ayuda|crisis|prevenci[oó]n)",)
CALL: Final = (
    "llam\\w{1,5}", "marc(?:a|ar|ando|ad|á|ue|o)", "mensajes?", "tel[eé]fono", "n[uú]mero", "l[ií]nea",
    "escrib\\w{1,4}", "comun[ií]\\w{2,9}",
)  # fmt: skip
COUNTS: Final = (
    " (?:\\w{3,12} )?(?:personas|adultos|pacientes|participantes|veteranos|horas?|d[ií]as?|veces|semanas?|miligramos?"
    "|por ciento|mujeres|hombres|ni[nñ]os|estudios|ensayos|calor[ií]as|pasos|de|llamadas)",
)
CRISIS_LINE: Final = ("l[ií]nea (?:\\w{2,12} )?(?:de )?(?:ayuda|crisis|prevenci[oó]n)",)
STIGMA: Final = {  # by what is said instead: articles/checks/stigma.py
    "addiction": ("(?:drog)?adict[oa]s?(?! (?:a|al|en))",),
    "alcohol": ("(?:un|una|el|la|los|las) alcoh[oó]lic[oa]s?(?! an[oó]nim)",),
    "mind": ("enferm[oa]s? mental(?:es)?", "lun[aá]ticos?"),
    "schizophrenia": ("(?:un|una|el|la|los|las) esquizofr[eé]nic[oa]s?(?! \\w)", "esquizofr[eé]nic[oa]s"),
    "disability": ("retrasad[oa]s? mental(?:es)?", "minusv[aá]lid[oa]s?", "lisiad[oa]s?", "inv[aá]lid[oa]s"),
}
ABSOLUTE: Final = (
    "cura(?:n|r|r[aá]n?|rse)?", "curaci[oó]n (?:total|completa|definitiva)", "milagr\\w{1,5}", "garantiz\\w{1,6}",
    "sin (?:ning[uú]n )?riesgos?", "100-(?:%|por ciento) (?:segur[oa]|eficaz|efectiv[oa])",
    "(?:completamente|totalmente|absolutamente|del todo) (?:segur[oa]s?|inofensiv[oa]s?|eficaz|eficaces|efectiv[oa]s?)",
    "no (?:tiene|hay|presenta|conlleva|implica)n? (?:ning[uú]n )?riesgos?(?! (?:de|para))", "siempre funciona",
    "funciona (?:para|en|con) (?:todos|todas|todo el mundo|cualquier persona)", "nunca falla",
    "alivio (?:inmediato|instant[aá]neo|permanente)",
)  # fmt: skip
NO_SIDE_EFFECTS: Final = (
    "sin (?:ning[uú]n )?(?:\\w{3,12} )?efectos? secundarios?",
    "no (?:tiene|tienen|causa|causan|produce|producen) (?:ning[uú]n )?efectos? secundarios?",
)
NOT_A_CURE: Final = (
    "cura(?:n|r|rse)? (?:\\w{2,12} ){0,3}?(?:infecci[oó]n|infecciones|tuberculosis|hepatitis|s[ií]filis|malaria"
    "|neumon[ií]a)",
    "la herida",
    "se cura",
)
SOME: Final = ("algun[oa]s", "much[oa]s", "la mayor[ií]a", "poc[oa]s", "puede", "suele", "a menudo", "si", "la mitad")
NOT_ADDICTIVE: Final = (
    "no (?:es|son|resulta|crea|crean|causa|causan|produce|producen|genera|generan) (?:\\w{2,12} )?(?:adictiv[oa]s?"
    "|adicci[oó]n|dependencia|h[aá]bito)",
    "sin (?:ning[uú]n )?(?:riesgo|peligro) de (?:\\w{2,12} )?(?:adicci[oó]n|dependencia|abuso)",
)
IT: Final = (
    "(?:el|la|los|las|este|esta|estos|estas|su|una?) (?:medicamento|medicina|tratamiento|terapia|infusi[oó]n|infusione|"
    "f[aá]rmaco)s?",
    "usted", "pacientes", "personas", "esto",
)  # fmt: skip
VAGUE: Final = (
    "(?:estudios|investigaciones|ensayos|datos) (?:\\w{2,12} ){0,2}?(?:muestran|demuestran|sugieren|indican|prueban"
    "|confirman|revelan|se[nñ]alan|apuntan|han (?:mostrado|demostrado|sugerido|indicado|probado|confirmado|revelado"
    "|comprobado))",
    "(?:investigaci[oó]n|ciencia|evidencia) (?:\\w{2,12} )?(?:muestra|demuestra|sugiere|indica|prueba|confirma|revela"
    "|ha (?:mostrado|demostrado|sugerido|probado|confirmado|revelado|comprobado))",
    "(?:expertos|m[eé]dicos|cient[ií]ficos|investigadores|especialistas) (?:\\w{2,12} )?(?:creen|dicen|opinan|afirman"
    "|piensan|sostienen)",
    "est[aá] (?:demostrado|probado|comprobado) que", "se (?:sabe|ha demostrado|ha comprobado) que",
)  # fmt: skip
PROMISE: Final = (
    "recuper(?:e|es|ar|ará|arás) (?:su|tu) vida", "(?:puede|podr[ií]a|va a) cambiar(?:le|te)? la vida",
    "(?:se|te) (?:sentir[aá]s?|va a sentir|vas a sentir) (?:mucho )?mejor", "le devolver[aá] la vida",
    "notar[aá]s? (?:la diferencia|los resultados|el cambio)", "(?:merece|mereces) (?:alivio|sentir(?:se|te)|ser feliz)",
)  # fmt: skip
PROMOTION: Final = (
    "(?:cont[aá]ctenos|ll[aá]menos|vis[ií]tenos) (?:hoy|ahora|ya)", "consulta (?:gratuita|gratis|sin compromiso)",
    "(?:reserv|pid|agend|program)[ea] (?:su|tu) (?:cita|consulta|infusi[oó]n|sesi[oó]n) (?:hoy|ahora|ya"
    "|con nosotros|en l[ií]nea)",
    "(?:oferta|precio) especial", "por qu[eé] deber[ií]a (?:considerar|probar|elegir)",
    "nuestro (?:galardonado|experimentado|compasivo) equipo",
)  # fmt: skip
OFF_LABEL: Final = (
    "fuera de (?:indicaci[oó]n|etiqueta|ficha t[eé]cnica|prospecto)",
    "(?:no|nunca|jam[aá]s) (?:\\w{2,8} ){0,3}?(?:aprob|autoriz)(?:ad[oa]s?|[oó]|aron|a)",
    "uso no aprobado", "sin (?:\\w{2,12} )?(?:aprobaci[oó]n|autorizaci[oó]n)",
)  # fmt: skip
MISUSE: Final = (
    "abus(?:ar|arse|o de)", "uso indebido", "mal uso", "adicci[oó]n", "adictiv[oa]s?", "depend(?:encia|er|e de)",
    "(?:sustancia|medicamento)s? controlad[oa]s?",
    "vigil\\w{1,6}", "crea h[aá]bito",
)  # fmt: skip
USE: Final = (
    "para", "contra", "us(?:a|an|ar|o|ad[oa])", "tratamiento", "terapia", "recet\\w{1,5}", "opci[oó]n", "ofrec\\w{1,5}",
)  # fmt: skip
HARM: Final = (
    "(?:algun|otr)[oa]s (?:medicamentos|medicinas|f[aá]rmacos|pastillas) (?:para|contra)",  # a kind of medicine
    "(?:aument|empeor|caus|provoc|desencaden)\\w{1,4}", "(?:mayor|m[aá]s) (?:riesgo|probabilidad|peligro)",
    "antecedentes? de", "al[eé]rgic[oa]s? a",
)  # fmt: skip
DENIAL: Final = (
    "ni|nunca|jam[aá]s|tampoco|ning[uú]n|ningun[oa]|nadie|nada|sin|dif[ií]cilmente|raramente|mito|falso|evite|si|carece"
)
VAGUE_LINKS: Final = (
    r"(?:haga |haz )?clic(?: aqu[ií])?|(?:vea |ver |lea |leer |saber )?(?:m[aá]s|aqu[ií])(?: informaci[oó]n)?"
    r"|(?:este |el )?(?:enlace|sitio(?: web)?|art[ií]culo|estudio)|(?:esta |la )?(?:p[aá]gina|fuente|web)|detalles"
    r"|informaci[oó]n|continuar|descargar"
)

PARTS_OF_A_DISCLAIMER: Final = {
    "general": any_of("informaci[oó]n general", "fines (?:informativos|educativos)"),
    "no_advice": any_of(
        "no es (?:un )?(?:consejo|consulta|asesoramiento|diagn[oó]stico) m[eé]dic[oa]", "no (?:sustituye|reemplaza)n?"
    ),
    "whom_to_ask": any_of(
        "(?:hable|consulte|pregunte|acuda|habla|consulta)(?: con| a)?~(?:m[eé]dic[oa]|doctora?|profesional"
        "|farmac[eé]utic[oa]|enfermer[oa]|nosotros)"
    ),
    "emergency": any_of("emergencia~(?:llame|marque|llama)", "(?:llame|marque|llama) (?:al )?(?:911|112|999|000|111)"),
}

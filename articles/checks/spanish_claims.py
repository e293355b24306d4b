"""What the rules about claims, stories and passive sentences look for in Spanish, beside English. Accents may be
missing.

What counts as passive: "ser" with a participle ("fue realizado"). "Estar" with one tells a state ("está cerrado"), and
"se recomienda" is how Spanish speaks (RAE and ASALE, "Nueva gramática de la lengua española", chapter 41).
"""

from typing import Final

_EFFECTIVE: Final = "(?:eficaz|eficaces|efectiv[oa]s?)"
_VERY: Final = "(?:tambi[eé]n |muy |altamente |sumamente |realmente |bastante |perfectamente |extremadamente )?"
_TREATMENT: Final = (
    "(?:tratamientos?|terapias?|medicamentos?|medicinas?|f[aá]rmacos?|antidepresivos?|anest[eé]sicos?|pastillas?"
    "|p[ií]ldoras?|opioides?|opi[aá]ceos?|placebo|cirug[ií]as?|infusi[oó]n|infusiones|inyecci[oó]n|inyecciones)"
)
_THE: Final = "(?:(?:el|la|los|las|l[oa]s otr[oa]s|otr[oa]s?|una?|cualquier) )?"
_BE: Final = "(?:es|son|sea|sean|ser|ofrecemos|ofrece|ofrecen|sigue siendo|siguen siendo|nuestr[oa]s?)"
_FDA: Final = (
    "(?:fda|administraci[oó]n de (?:alimentos y medicamentos|medicamentos y alimentos|alimentos y f[aá]rmacos)"
    "|food and drug administration)(?: \\([^()]{1,60}\\)|\\))?"
)
_OF_THE_USA: Final = "(?: de (?:(?:los )?estados unidos|ee\\.uu\\.|ee\\. uu\\.|ee uu))?"
_PAST: Final = "(?:ad[oa]s?|[ií]d[oa]s?)"

CONCLUSION: Final = (
    f"segur[oa]s?(?:,| y|, y| e) {_VERY}{_EFFECTIVE}", f"segur[oa]s?, [\\w-]{{3,15}} y {_EFFECTIVE}",
    f"{_EFFECTIVE}(?:,| y|, y) {_VERY}segur[oa]s?",
    "(?:cl[ií]nica|cient[ií]fica|m[eé]dica)mente (?:probad|comprobad|demostrad)[oa]s?",
    "(?:probad|comprobad|demostrad)[oa]s? (?:cl[ií]nica|cient[ií]fica|m[eé]dica)mente",
    "eficacia (?:probada|comprobada|demostrada)", "(?:probada|comprobada|demostrada) eficacia",
    "(?:tratamiento|terapia|remedio|resultado)s? (?:probad|comprobad)[oa]s?",
    f"(?:es|son|resulta|resultan) {_VERY}{_EFFECTIVE} (?:para|en|contra|al)",
    f"(?:es|son) {_VERY}segur[oa]s? para (?:todos|todas|todo el mundo|cualquiera|cualquier persona)",
    "(?:reduce|mejora|disminuye|alivia)n? (?:dr[aá]stica|dram[aá]tica|notable)mente",
    f"(?:altamente|sumamente|extremadamente|muy|realmente) {_EFFECTIVE}",
    f"una? (?:alternativa|soluci[oó]n|{_TREATMENT}) (?:muy |completamente |totalmente )?segur[oa]s?",
)  # fmt: skip
SAFE: Final = (f"(?:es|son) {_VERY}segur[oa]s?(?! (?:y|si|cuando|para|con|que|de|m[eé]dic[oa])|,)",)
APPROVAL: Final = (
    f"(?:aprobad|autorizad)[oa]s? por (?:la )?{_FDA}",
    f"{_FDA}{_OF_THE_USA} (?:\\w{{2,12}} ){{0,3}}?(?:aprob[oó]|aprueba|aprobado|aprobaron|autoriz[oó]|autoriza"
    "|autorizado)",
    f"{_FDA}{_OF_THE_USA} (?:\\w{{2,12}} ){{0,2}}?(?:dio|dado|da) (?:la |el |su )?(?:luz verde|visto bueno"
    "|aprobaci[oó]n)",
    f"(?:aprobaci[oó]n|autorizaci[oó]n) (?:de|por) la {_FDA}",
    "(?:est[aá]|est[aá]n|es|son|fue|fueron|sido) (?:\\w{2,14} )?(?:aprobad|autorizad)[oa]s? (?:\\w{2,14} )?(?:para"
    "|contra)",
)  # fmt: skip
OFF_LABEL: Final = ("fuera de (?:indicaci[oó]n|etiqueta|ficha t[eé]cnica|prospecto)", "uso no aprobado")
# "Aprobada como anestésico y cada vez más recetada para la depresión" claims no approval for the second.
BESIDES: Final = (
    "(?:y|e|pero|aunque|mientras) (?:\\w{2,14} ){0,4}?(?:recet|us|utiliz|ofrec|estudi|emple|prescrib)\\w{1,5}",
)
OTHERS: Final = (
    "(?<!de[ ])(?<!que[ ])(?:algun|otr|vari|much)[oa]s (?:\\w{3,16} )?(?:medicamentos|medicinas|f[aá]rmacos"
    "|tratamientos)",
)
MEANT: Final = (
    "(?:el|la|las|este|esta|estas|dich[oa]) (?:medicamento|medicina|tratamiento|terapia|f[aá]rmaco|infusi[oó]n"
    "|infusiones)",
    "infusi[oó]n|infusiones",
    "(?:puede|podr[ií]a) (?:tambi[eé]n )?(?:tratar|ayudar|aliviar|reducir|mejorar)\\w{0,3}",
)  # fmt: skip
BETTER: Final = (
    "(?:funciona|act[uú]a|alivia|hace efecto|cura|trabaja|actu[oó]|funcion[oó])n? (?:mucho |a[uú]n )?"
    "(?:m[aá]s r[aá]pid[oa]|m[aá]s r[aá]pidamente|mejor|antes|m[aá]s pronto) que",
    f"(?:m[aá]s|menos) {_EFFECTIVE} (?:y \\w{{4,12}} )?que(?! (?:antes|nunca|lo))",
    f"m[aá]s (?:segur[oa]s?|r[aá]pid[oa]s?|suaves?|fuertes?|potentes?) que {_THE}{_TREATMENT}",
    f"(?:superior|preferible|inferior)(?:es)? (?:al {_TREATMENT}|a {_THE}{_TREATMENT})",
    f"mejor(?:es)? que {_THE}{_TREATMENT}", f"supera[n]? (?:al {_TREATMENT}|a {_THE}{_TREATMENT})",
    f"{_BE} {_THE}(?:(?:un[oa]? de )?l[oa]s )?(?:mejor(?:es)?|[uú]nic[oa]) (?:opci[oó]n|opciones|{_TREATMENT})",
    f"{_BE} {_THE}(?:(?:un[oa]? de )?l[oa]s )?(?:opci[oó]n|opciones|{_TREATMENT}) (?:disponibles? )?m[aá]s "
    f"(?:{_EFFECTIVE}|segur[oa]s?|r[aá]pid[oa]s?|potentes?|avanzad[oa]s?)",
    f"(?:a diferencia de|en comparaci[oó]n con|comparad[oa]s? con) {_THE}{_TREATMENT} (?:tradicional|convencional"
    "|com[uú]n|habitual|cl[aá]sic[oa])(?:es|s)?",
    f"(?:opciones|{_TREATMENT}) (?:\\w{{4,16}} ){{0,2}}?(?:(?:suelen ser|son|es|suele ser) (?:a menudo "
    f"|casi siempre )?)?"
    "(?:ineficaz|ineficaces|in[uú]til(?:es)?|fracasan?|fallan?)",
    "tienen? poco efecto", "revolucionari[oa]s?", "de vanguardia", "de [uú]ltima generaci[oó]n",
    "(?:tecnolog[ií]a|tratamiento|terapia) de punta", "(?:gran|mayor) avance", "innovador(?:a|es|as)?",
    "sin precedentes",
)  # fmt: skip
STORY_HEADING: Final = (
    "(?:historia|testimonio|experiencia|relato|voz|voce)s? (?:de|del) (?:\\w{2,9} )?pacientes?", "testimonios?",
    "(?:historia|caso)s? de [eé]xito", "(?:lo )?qu[eé] dicen (?:\\w{3,9} )?pacientes",
    "(?:historia|caso|testimonio)s? (?:real|verdader[oa])(?:es|s)?", "en sus propias palabras",
    "(?:nuestr[oa]s )?pacientes (?:cuentan|opinan)",
)  # fmt: skip
# Spanish leaves "yo" out: the first word says for sure who speaks, the second kind may also be a "vos" ("escribí").
FIRST_PERSON: Final = (
    "[Yy]o", "[Mm]is?", "[Mm][ií]", "[Mm][ií][oa]s?", "[Cc]onmigo", "[Mm]e",
    "(?:[Ee]stoy|[Tt]engo|[Tt]uve|[Pp]ude|[Ee]stuve|[Hh]ice|[Qq]uise|[Vv]oy|[Dd]uermo|[Ss]iento)",
)  # fmt: skip
FIRST_PERSON_OR_VOS: Final = (
    "(?!(?:[Aa]qu|[Aa]s|[Aa]ll|[Aa]h)í|[Pp]orqué|[Cc]afé|[Bb]ebé|José)[A-Za-záéíóúñ]{2,12}[éí]",
    "[Ee]staba",
    "(?:[Ss]ent|[Tt]en|[Pp]od|[Qq]uer|[Vv]iv|[Dd]orm)[ií]a",
)
PASSIVE: Final = (
    "(?:es|son|era|eran|fue|fueron|ser[aá]n?|ser[ií]an?|sean?|fueran?|fueras?|ser|sido|siendo) "
    "(?:(?:no|ya|tambi[eé]n|luego|antes|primero|\\w{3,14}mente) ){0,2}?"
    f"(?:\\w{{2,16}}{_PAST}|\\w{{0,6}}(?:hech|dich|vist|puest|scrit|abiert|cubiert|vuelt|suelt|impres)[oa]s?)",
)  # fmt: skip
# Adjectives and nouns that end like participles.
NO_PASSIVE: Final = (
    "satisfech|adecuad|complicad|delicad|pesad|cuidad|parecid|debid|conocid|querid|r[aá]pid|v[aá]lid|l[ií]quid|[aá]cid"
    "|s[oó]lid|p[aá]lid|c[aá]lid|t[ií]mid|[uú]nid|medid|comid|bebid|vid|herid|sonid|marid|nad|cad|demasiad|casad"
    "|divorciad|cansad|elevad|avanzad|privad|pasad|limitad|variad|prolongad|moderad|aislad|sagrad|educad|ocupad"
    "|est[uú]pid|estad|lad|grad"
)

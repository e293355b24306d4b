"""What the rules about figures and studies look for in Spanish, beside English. Accents may be missing, and numbers
have decimal commas or points ("6,8 %", "9.282 adultos", "9,282 adultos").
"""

from typing import Final

PEOPLE: Final = (
    "personas|adult[oa]s|estadounidenses|pacientes|mujeres|hombres|ni[nñ][oa]s|adolescentes|j[oó]venes|veteran[oa]s"
    "|participantes|voluntari[oa]s|casos|familias|estudiantes|sobrevivientes|fumador[ea]s|madres|padres|muertes"
    "|embarazos|hogares|poblaci[oó]n|quienes|ellos|ellas|nosotros|ancian[oa]s|mayores|trabajador[ea]s|habitantes"
    "|hispan[oa]s|latin[oa]s|mexican[oa]s|sujetos|enferm[oa]s"
)
_SOME: Final = f"(?:{PEOPLE})"
_DIGITS: Final = "\\d{1,9}(?:[.,]\\d{1,3}){0,3}"
_WORDS: Final = "un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez"
_NUMBER: Final = f"(?:(?<![\\d.,]){_DIGITS}|{_WORDS})"
_TENS: Final = "once|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien"
_TIMES: Final = "(?! (?:horas?|minutos?|d[ií]as?|semanas?|meses|a[nñ]os|mg|ml|mcg|µg|dosis))"

STATISTIC: Final = (
    f"(?:{_NUMBER}|{_TENS}) por (?:ciento|cien)",
    f"{_NUMBER} (?:de|por) cada (?:los |las )?(?:\\d[\\d.,]{{0,9}}|{_WORDS}|{_TENS}|mil){_TIMES}",
    f"{_NUMBER} (?:de|en|de entre) (?:los |las )?(?:\\d[\\d.,]{{0,9}}|{_TENS}|diez) {_SOME}",
    "(?:la mitad|(?:una?|dos|tres|cuatro) (?:tercios?|cuartos?|quintos?)|(?:una|dos|tres|cuatro) (?:tercera|cuarta"
    "|quinta"
    f"|d[eé]cima)s? partes?|la (?:tercera|cuarta|quinta) parte) de (?:tod[oa]s )?(?:los |las |l[oa]s otr[oa]s "
    f"|est[oa]s )?{_SOME}",
    f"(?:{_NUMBER} )?(?:mil|mill[oó]n|millones|cientos|miles) (?:de )?(?:\\w{{2,16}} )?{_SOME}",
    f"\\d{{1,3}}(?:[., ]\\d{{3}}){{1,3}} (?:\\w{{2,16}} )?{_SOME}",
    f"{_NUMBER} veces (?:m[aá]s|menos|mayor|menor|superior)",
    f"el (?:doble|triple) de (?:probab\\w{{5,8}}|riesgo|frecuente|{_SOME})",
)  # fmt: skip
STRENGTH: Final = (
    " (?:\\w{2,12} ){0,3}?(?:soluci[oó]n|crema|leche|gel|loci[oó]n|ung[uü]ento|pomada|alcohol|lej[ií]a|cloro|ox[ií]geno"
    "|algod[oó]n|jugo|lidoca[ií]na|permetrina|hidrocortisona|per[oó]xido|descuento|segur[oa]s?|eficaz|efectiv[oa]s?"
    "|grasa|[oó]xido|natural|pur[oa])",
)
_MIXED: Final = (
    "(?:alcohol|soluci[oó]n|crema|leche|gel|loci[oó]n|pomada|lej[ií]a|cloro|agua oxigenada|per[oó]xido"
    "|jugo|suero|lidoca[ií]na|povidona|yodo|clorhexidina)"
)
MEASURE: Final = (
    f"{_MIXED} (?:\\w{{3,14}} )?(?:al|del|de|con)(?: un| una| el)? ?\\Z",
    "humedad", "ox[ií]geno", "saturaci[oó]n", "fps", "bater[ií]a", "brillo", "inclinaci[oó]n", "concentraci[oó]n",
    "hemoglobina", "copago", "coaseguro", "deducible", "(?:seguro|medicare|medicaid) (?:\\w{3,12} )?(?:cubre|paga)",
    "descuento", "deb(?:e|en|er[ií]an?) (?:estar|ser|quedar)",
    "(?:reduzca|aumente|disminuya|baje|suba|llene|paga|pague|cubre)",
)  # fmt: skip
SCORE: Final = ("dolor", "escala", "puntuaci[oó]n", "puntaje", "calif[ií]\\w{1,5}")

_STUDY: Final = "(?:estudio|ensayo|metaan[aá]lisis|meta-an[aá]lisis|experimento)"
_TOLD: Final = (
    "(?:recluta|encontra|halla|die|siguie|compara|proba|reporta|informa|mostra|investiga|inscribie|descubrie|concluye"
    "|observa|estudia|analiza|evalua|se[nñ]ala|administra)ron"
)
_TOLD_OF_ONE: Final = (
    "(?:(?:reclut|hall|compar|prob|mostr|investig|estudi|analiz|administr)[oó]|descubri[oó]|concluy[oó]|dio)"
)
_FOUND: Final = (
    "(?:sugier|sugir|mostr|muestr|encontr|encuentr|hall|inclu|inscrib|report|demostr|demuestr|compar|sigui|conclu"
    "|reclut|observ|indic|se[nñ]al)\\w{1,6}"
)
_BY_CHANCE: Final = "(?:al azar|aleatoriamente|de (?:forma|manera) aleatoria)"
# One study told of, not "los estudios muestran" in general; an "análisis" or a "revisión" alone may be a patient's own.
STUDY: Final = (
    "(?:estudio|ensayo|revisi[oó]n|an[aá]lisis|metaan[aá]lisis|experimento|encuesta|informe|art[ií]culo) "
    "(?:\\w{3,14} )?(?:que se public[oó]|publicad[oa]) (?:\\w{2,8} ){0,3}?en",
    "publicad[oa]s? en (?:la revista|jama|the lancet|nature|science|\\w{3,20} psychiatry)",
    f"(?:investigador[ea]s|cient[ií]fic[oa]s|l[oa]s autor[ea]s) (?:\\w{{1,12}} ){{0,4}}?{_TOLD}",
    "(?:un equipo|un grupo de (?:investigador[ea]s|cient[ií]fic[oa]s|expert[oa]s)|el equipo de (?:investigaci[oó]n"
    f"|investigadores)) (?:\\w{{1,12}} ){{0,6}}?{_TOLD_OF_ONE}(?! (?:su|tu|el) caso)",
    f"(?:\\d{{1,6}}|{_WORDS}|once|doce) {_SOME} (?:\\w{{2,12}} ){{0,4}}?"
    "(?:recibieron(?! el alta)|fueron asignad[oa]s|participaron(?! en (?:el|un|este) grupo))",
    "(?:seg[uú]n|de acuerdo (?:con|a)) (?:una?|otr[oa]|el|la) (?:\\w{1,20}[- ]){0,3}?"
    f"(?:{_STUDY}|revisi[oó]n (?:sistem[aá]tica|de (?:l[oa]s )?(?:\\w{{1,9}} )?estudios))",
    "(?:seg[uú]n|de acuerdo con|en) (?:una|otra) encuesta",
    f"(?:asign|repart|distribu)\\w{{2,6}} {_BY_CHANCE}", f"se (?:realiz[oó]|hizo|llev[oó] a cabo) un {_STUDY}",
    f"(?:{_STUDY}|hallazgos?) (?:\\w{{4,14}} ){{0,2}}?(?:ha |han )?{_FOUND}",
    f"revisi[oó]n (?:sistem[aá]tica|de (?:l[oa]s )?(?:\\w{{1,9}} )?estudios) (?:\\w{{1,12}} ){{0,4}}?{_FOUND}",
    "(?:l[oa]s|sus|est[oa]s) resultados (?:tambi[eé]n )?(?:sug|muestr|mostr|demuestr|demostr)\\w{2,7}",
    f"participantes (?:del|de un|en el) {_STUDY}",
    "(?<!participar[ ])(?<!participe[ ])(?<!participes[ ])(?<!entrar[ ])en (?:una?|otr[oa]|este|esta|ese|el|la|dicho) "
    f"(?:\\w{{1,20}}[- ]){{0,3}}?{_STUDY}",
    f"(?:{_STUDY}|investigaci[oó]n|revisi[oó]n|encuesta) (?:de|con|en) \\d[\\d.,]{{0,8}}",
    "(?:pacientes|personas|participantes|quienes) (?:que )?(?:recibieron|tomaron)~(?:mostraron|reportaron|tuvieron"
    "|mejoraron|durmieron|refirieron|experimentaron)",
)  # fmt: skip

_SMALL: Final = (
    "(?:peque[nñ][oa]s?|breves?|cort[oa]s?|limitad[oa]s?|d[eé]bil(?:es)?|escas[oa]s?|modest[oa]s?|preliminar(?:es)?)"
)
_FINDING: Final = (
    "(?:estudios?|ensayos?|evidencia|pruebas|resultados?|datos|grupo|muestra|n[uú]mero|beneficios?|efectos?)"
)
LIMITS: Final = (
    "no (?:se )?(?:encontr|hall|mostr|ayud|mejor|cambi|dur|observ|super)(?:[oó]|aron)", "no (?:hubo|hay|hab[ií]a)"
    " (?:\\w{3,15} )?(?:diferencia|beneficio|evidencia|prueba)s?",
    "(?:sin|ning[uú]n|ninguna) (?:\\w{3,15} )?(?:diferencia|beneficio|evidencia|prueba)s?",
    "(?:sin|ning[uú]n|no hubo) (?:\\w{3,15} )?efectos?(?! (?:secundari|advers|indese|no dese))",
    "no (?:es|fue|era|fueron) (?:estad[ií]sticamente )?significativ[oa]s?",
    f"{_FINDING} (?:(?:era|eran|es|son|fue|fueron|muy|a[uú]n|todav[ií]a|de baja) ){{0,2}}?(?:{_SMALL}|calidad"
    f"|contradictori[oa]s)",
    f"(?:{_SMALL}|poc[oa]s?) (?:\\w{{3,15}} )?{_FINDING}", f"(?:era|eran|es|son|fue|fueron|muy"
    f"|demasiado) (?:muy )?{_SMALL}",
    "l[ií]mites?", "limitaci[oó]n", "limitaciones", "limitad[oa]s?", "incertidumbres?", "inciert[oa]s?",
    "desconocid[oa]s?",
    "no (?:se (?:sabe|conoce|ha demostrado|ha probado|ha estudiado|ha comprobado)|sabemos|conocemos)",
    "nadie (?:lo )?sabe",
    "se desconoce", "(?:poco se|se) sabe (?:muy )?poco", "poco se sabe", "sabemos poco",
    "no est[aá] (?:claro|demostrado|probado)",
    "(?:a[uú]n|todav[ií]a) no", "no podemos (?:saber|predecir|decir)",
    "(?:m[aá]s|nuev[oa]s|mejores|mayores) (?:investigaci[oó]n|investigaciones|estudios|ensayos|evidencia|pruebas)",
    "(?:hacen|hace) falta", "faltan (?:estudios|datos|pruebas)", "no (?:a|en|para|funciona para) tod[oa]s?",
    "s[oó]lo (?:\\d{1,4}|un[oa]s|duraron|dur[oó])", "demasiado pronto", "(?:desapareci[oó]|se perdi[oó])",
)  # fmt: skip
SIZE_SAID: Final = (
    "(?:estudio|ensayo|grupo|muestra)s? (?:\\w{3,15} )?(?:peque[nñ][oa]s?|piloto|breves?|preliminar(?:es)?)",
    "peque[nñ][oa]s? (?:\\w{3,15} )?(?:estudio|ensayo|grupo|muestra)s?",
    "(?:era|fue|eran|fueron) (?:muy )?peque[nñ][oa]s?",
    "s[oó]lo (?:\\d{1,3}|un[oa]s poc[oa]s|un pu[nñ]ado)", "l[ií]mites?", "limitaci[oó]n", "limitaciones",
    "limitad[oa]s?",
)  # fmt: skip
NO_PEOPLE_SAID: Final = (
    "animal(?:es)?", "rat[oó]n", "ratones", "ratas?", "mon[oa]s", "laboratorios?", "c[eé]lulas?", "tubos? de ensayo",
)  # fmt: skip
SMALL_NUMBERS: Final = "cero un[oa] dos tres cuatro cinco seis siete ocho nueve diez once doce".split()

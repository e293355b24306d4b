"""Phrases of `crisis_self` that the words around them decide about, English and Spanish."""

from typing import Final

# An act that a person can also deny, or tell of as over.
ACT: Final = (
    "{kill|killing|killed} [all of] {myself|my self}",
    "{end|ending|ended|take|taking|took} [my] [own] [miserable] life [of mine|tonight|today]",
    "{take|taking|end|ending|took|ended} my [own|whole|miserable|sad] life",
    (
        "{commit|committing|commiting|attempt|attempting|attempted|considered|considering|contemplated"
        "|contemplating|contemplate|consider|committed} suicide"
    ),
    "{hang|hanging|hung|hanged|drown|drowning|shoot|shooting|shot|gas|poison|poisoning|suffocate} myself",
    "{overdose|overdosing|overdosed|od} [on|with] [purpose|my|pills|intentionally|everything|all|them]",
    (
        "{hurt|hurting|harm|harming|cut|cutting|cuts|burn|burning|starve|starving|punish|punishing} myself "
        "[again|on purpose|to feel|badly]"
    ),
    "{slit|slitting|cut|cutting} [both] my {wrists|wrist|veins|arms|throat|thighs|legs}",
    "{self harm|self harming|self harmed|selfharm|selfharming}",
    (
        "{matarme|suicidarme|quitarme la vida|autolesionarme|cortarme las venas|ahorcarme|lastimarme a proposito"
        "|hacerme dano|cortarme los brazos|cortarme}"
    ),
    (
        "me {corto|autolesiono|lastimo a proposito|hago dano|quise matar|quise suicidar|intente suicidar|intente "
        "matar|intente quitar la vida|cortaba|autolesionaba}"
    ),
    "{intente|intento de} {suicidarme|matarme|suicidio|quitarme la vida}",
)  # fmt: skip
# Told in the past tense: over, unless the sentence says that it was just now.
PAST: Final = (
    "quise {morir|morirme|matarme|suicidarme|quitarme la vida}",
    (
        "i {was|used to be|had been|felt|have been|was once|was so|was very|was actively|was deeply|was severely"
        "|was constantly} suicidal"
    ),
    (
        "i [really|just|often|even] {wanted|used to want|wished|longed|hoped|was ready|planned} to {die|be dead"
        "|end it all|end everything|disappear forever}"
    ),
    (
        "i [once] {had|used to have|struggled with|lived with|suffered from|battled|survived|dealt with|fought} "
        "[a|my|constant|daily|strong|severe|terrible|many|several|two|three|years of] {suicidal thoughts"
        "|suicidal ideation|suicide attempts|suicide attempt|thoughts of suicide|suicidal feelings}"
    ),
    "{yo era|fui|estuve|estaba|era} [muy] suicida",
    "{tuve|tenia|sufri} {ideas suicidas|pensamientos suicidas|ideacion suicida|ganas de morir|ganas de morirme}",
    "queria {morir|morirme|matarme|suicidarme|desaparecer para siempre}",
    (
        "my {suicidal thoughts|suicidal ideation|suicidality} {went away|stopped|disappeared|are gone|is gone"
        "|vanished|lifted|have stopped|faded|left}"
    ),
    (
        "{suicidal thoughts|suicidal ideation} {are gone|is gone|went away|stopped|disappeared|vanished|have "
        "gone|lifted}"
    ),
)  # fmt: skip
DENIED: Final = (
    "i {dont|do not|didnt} [really] want to {die|kill myself|end my life|hurt myself}",
    (
        "{not|no longer|never|never been|never felt|isnt|dont feel|nor} [at all|currently|actively|really|been"
        "|felt] suicidal"
    ),
    "no [more|longer] [any] {suicidal thoughts|suicidal ideation|thoughts of suicide}",
    "no {quiero morir|quiero morirme|quiero matarme|soy suicida|estoy pensando en suicidarme|tengo ideas suicidas}",
)

"""The phrases of `crisis_self`, English and Spanish."""

from typing import Final

# Said of now, whatever else the sentence says.
NOW: Final = (
    (
        "i [just|really|only|honestly|so|truly|sometimes|often|actually|still|do|kinda|now] {want|wanna|wish"
        "|need|long|hope|plan} [to] {die|be dead|not exist}"
    ),
    (
        "i [just|really|only|honestly|truly|still] {want to|wanna|wish i could} {disappear forever|not be here"
        "|sleep forever|not wake up|not be alive|be gone forever|be dead|never wake up|stop existing|vanish "
        "forever|unalive}"
    ),
    "{wish|wished|hope|pray|praying|wishing} [that] {i was|i were|i could be|to be} dead",
    (
        "wish i [had|was] {never been born|never born|not been born|wouldnt wake up|didnt exist|never existed"
        "|werent here|wasnt here|werent alive|wasnt alive|could die|would die|could just die|could disappear}"
    ),
    "{hope|pray|hoping|praying|wish|hoped} [that] i {dont|do not|never|wont|didnt|wouldnt|will not} wake [back] up",
    "{hope|pray|wish} i die [soon]",
    (
        "{dont|do not|didnt|never|not|no longer} [really|even] {want|wanna|wish|care|wanting} [to|if i] {live|be "
        "alive|exist|wake up|be here|go on living|keep living|continue living|be around|be on this earth|be in "
        "this world} [anymore|any more|any longer] -{in|with|near|my|him|her|them|at|on|there|for|without|to"
        "|next|here because|until|tired|late|early|late|groggy|sick|during}"
    ),
    (
        "{dont|do not} {see|have|find} [a|any] {reason|point|purpose} [in|to|for] [me] [to] {live|living|go on"
        "|stay alive|being alive|keep going|going on|carry on|exist} "
    ),
    (
        "{no|any|one|not a single} [more|good] {reason|point|purpose} [left] [for me|in] [to] {live|living|go on"
        "|stay alive|being alive|keep living|exist}"
    ),
    "{nothing|nobody|no one} [left] {to live for|worth living for}",
    (
        "{cant|cannot|can not} [do this|go on|live|keep|carry on|take it|bear it|keep going] [like this] {living"
        "|live|exist} [like this|with this|this way] [anymore|any more|any longer]"
    ),
    (
        "i {cant|cannot|can not} {go on|carry on|keep going|take this life|take life|face another day|live "
        "anymore|live any more|do life} [like this] [anymore|any more|any longer|much longer] -{holiday|holidays"
        "|vacation|a|the|with|trips|my|to|walks|medication|leave|long|without|taking|working}"
    ),
    "life {isnt|is not|isn't|is no longer} worth [living|it]",
    (
        "{better off|happier|easier|better} [if i was|if i were|being|off] {dead|without me|if i was gone|if i "
        "were gone|if i died|if i wasnt here|if i werent here|if i wasnt around|if i disappeared|if im gone}"
    ),
    (
        "{nobody|noone|no one} {would|will} {miss me|notice if i|care if i} [died|die|was gone|were gone"
        "|disappeared|am gone]"
    ),
    (
        "{ready|want|going|time|decided|prepared|plan|planning|about|like|gonna|wanna} [for me|of] [to] {end it "
        "all|ending it all|end it tonight|end everything|ending everything|end this life|end it for good}"
    ),
    "{ready|prepared|i deserve|my time|time for me} to die",
    (
        "{gonna|going to|will|wanna|want to|about to|could|might|may|ill|should|planning to} {kill my self|kms"
        "|unalive myself|off myself|neck myself|top myself|do myself in}"
    ),
    "{kms|sewerslide}",
    (
        "im {suicidal|going to do it tonight|done with life|done with living|done living|sick of living|sick of "
        "life|actively suicidal} -{in|with|insurance}"
    ),
    (
        "i am [feeling|very|so|still|really|actively|extremely] {suicidal|done with life|done living|sick of "
        "living} -{in|with}"
    ),
    "{feel|feeling|felt|been|being|become|becoming} [really|so|very|pretty|increasingly|quite] suicidal",
    "im [feeling|very|so|still|really|extremely] suicidal",
    "tired of {living|being alive|life|existing} -{insurance|in|with|here|on|at|coach*}",
    "{this|here} is {my goodbye|goodbye|my last message|my last post|my last night|the end for me}",
    (
        "{my|a|the|wrote|written|writing} [a|my|last] {suicide note|goodbye letter|goodbye letters|goodbye note"
        "|last goodbye|final goodbye}"
    ),
    "goodbye {everyone|world|cruel world|all|everybody|to everyone|to you all}",
    "by the time you {read|see} this",
    "{tonight|today|tomorrow} [is] [the night|the day] {i end|ill end|im ending|i die|ill die} ",
    (
        "{i|ive|have|already} {wrote|written|writing|have|got|bought|saved up|been saving|stockpiled|saved|been "
        "hoarding} ~ {pills|rope|gun|razor|tablets|meds} ~ {kill|end|die|overdose|goodbye}"
    ),
    (
        "{going|want|plan|planning|ready|about|think|thinking|tempted|could|might|will|ill|wanna|gonna} [to"
        "|about|of] [just] [take|taking|swallow|swallowing] [all|a bunch of|every one of|the whole bottle of|a "
        "whole bottle of|too many] [of] [my|these|the] {overdose|overdosing|pills and never wake up|pills and "
        "sleep forever|pills and not wake up|pills tonight|medication tonight|tablets tonight|meds tonight}"
    ),
    (
        "{swallow|swallowing|take|taking|took|swallowed} [all|the whole bottle|a whole bottle|every one] [of] "
        "[my|these|the] {whole bottle|pills at once|tablets at once|pills so i|tablets so i|meds so i|pills to "
        "die|pills i have|pills i had}"
    ),
    "{go to|want to|just want to} sleep and {never|not} wake up",
    (
        "{never|not|dont|didnt} {waking up|wake up} [again|tomorrow|in the morning] {sounds|would be|seems|again "
        "would|and be}"
    ),
    (
        "{i|ill|im|id} [am|will|would|going to|gonna|want to|could|could just|feel like|just] {jump|jumping"
        "|throw myself|throwing myself|step|drive|driving|driving my car} {off|in front of|under|from|into} [a"
        "|the|that|this] {bridge|train|building|roof|balcony|bus|truck|traffic|overpass|wall|tree|cliff|window"
        "|lorry}"
    ),
    (
        "{thinking|think|thoughts|fantasize|fantasise|fantasizing|fantasising|dream|daydream|planning|plan|plans"
        "|urges|urge|researching|looking up|looking at} [about|of|on|to] [ways] [for] {suicide|ending it|ending "
        "it all|ways to die|how to die|dying every day|ways to kill|taking my life|driving off|driving my car "
        "into|driving into|not being here anymore|jumping off}"
    ),
    (
        "{having|have|get|getting|got|these|constant|daily|my} [constant|daily|strong|bad|some|such|intrusive"
        "|more|really] {suicidal|suicide} {thoughts|ideation|urges|feelings|plan|plans|ideas}"
    ),
    "{plan|method|date|day} {picked out|chosen|set} ~ {kill|die|suicide|end}",
    (
        "{the world|everyone|everybody|my family|my kids|they|my wife|my husband|my children|people} {would|will"
        "|will all|would all|would be|is|are} [all] [be] [much|so much|a lot] {better off|happier|better} "
        "{without me|if i died|if i was gone|if i were gone|if i was dead|with me dead|if i wasnt here|when im "
        "gone|once im gone}"
    ),
    (
        "{nothing matters|theres no way out|there is no way out|no way out|no other way out|only way out} ~ {die"
        "|death|dying|dead|end it|goodbye|but}"
    ),
    (
        "{death|dying|suicide} {is|feels like|seems like|would be|sounds like} [the] [my] {only way|only option"
        "|only answer|only escape|way out|a relief|a release|easier|the answer|the solution|peaceful|better than}"
    ),
    (
        "{quiero|deseo|prefiero|necesito|preferiria} {morir|morirme|estar muerto|estar muerta|desaparecer para "
        "siempre|no despertar|dormir y no despertar|matarme|suicidarme|dejar de existir|quitarme la vida|acabar "
        "con mi vida|acabar con todo|no existir}"
    ),
    (
        "{me|ya me|solo me} {quiero|voy a|quisiera|dan ganas de|quiero} {morir|matar|quitar la vida|suicidar"
        "|ahorcar|cortar las venas|tirar de un puente|tirar por la ventana|lanzar}"
    ),
    (
        "{no|ya no|tampoco} {quiero|deseo|tengo ganas de|puedo} [seguir] {vivir|seguir viviendo|viviendo|vivir "
        "mas|despertar|despertarme|estar vivo|estar viva|existir|seguir en este mundo|seguir asi|estar en este "
        "mundo} -{en|con|lejos|tarde|cerca|sola|solo|temprano|a}"
    ),
    (
        "{no|ya no} {le veo|veo|encuentro|tiene|tengo} [ningun|el|un|mas] {sentido a la vida|sentido a vivir"
        "|sentido vivir|motivo para vivir|razon para vivir|razones para vivir|motivos para vivir|sentido a "
        "seguir|nada por que vivir|por que vivir}"
    ),
    "{estarian|estaran|estarias|estaria|estara|viviran} [todos|mucho|mi familia] mejor sin mi",
    (
        "{ojala|quisiera|desearia} {no|estar|me|nunca|haber} [me] {despertar|despertara|haber nacido|muerto"
        "|muerta|muriera|despierte|muera|existir}"
    ),
    (
        "{voy|pienso|estoy pensando|estoy decidido|estoy decidida|planeo|he decidido|pensando|pienso mucho} [a"
        "|en] {matarme|suicidarme|quitarme la vida|acabar con mi vida|acabar con todo|terminar con todo|terminar "
        "con mi vida|morirme|el suicidio|suicidio|ahorcarme|tirarme de|tomarme todas las pastillas|tomarme todo "
        "el frasco|cortarme las venas}"
    ),
    (
        "{adios a todos|esta es mi despedida|mi carta de despedida|carta suicida|me despido de todos|me despido "
        "para siempre}"
    ),
    (
        "{tengo|tuve|con|estos} [muchos|constantes|estos] {pensamientos suicidas|ideas suicidas|ideas de "
        "suicidio|ideacion suicida|ganas de morir|ganas de morirme|ganas de matarme}"
    ),
    "{cansado|cansada|harto|harta} de {vivir|la vida|estar vivo|estar viva}",
    "{nadie|nadie me} {me extranaria|me echaria de menos|extranaria|echaria de menos|notaria si me muero}",
)  # fmt: skip
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

"""Whether words are denied, long past, or about somebody else, judged by what stands before them. Pure.

Judged narrowly: only words that do nothing but carry a denial to its object may stand between the two. "I don't care,
I'll do it" denies nothing.
"""

import re
from typing import Final

_CARRIERS: Final = (
    "want|wants|wanted|wanting|going|gonna|planning|plan|plans|intend|intending|intention|intentions|thinking|think"
    "|trying|about|to|of|on|ever|actually|really|feeling|feel|felt|be|being|am|been|have|had|having|any"
    "|thoughts|desire"
    "|at|all|myself|the|a|do|go|it|for|suicidal|currently|anymore|saying|im|i|would|will|could|that|me|by|or"
    "|quiero|voy|pienso|pensando|estoy|he|tengo|intencion|ganas|de|a|en|querer|soy|deseo|piensa|quise|me"
    "|se|pensado|tuve|hubo|hay|tenido"
)
_DENIAL: Final = (
    r"(?:not|never|no longer|without|wouldnt|wont|dont|didnt|isnt|wasnt|arent|havent|hasnt|couldnt|no|nor|nunca|jamas"
    r"|no|sin|tampoco|ya no)"
)
_DENIED: Final = re.compile(rf"(?<!\w)(?<!why )(?<!if )(?<!whether ){_DENIAL}(?: (?:{_CARRIERS})){{0,6}} ?\Z")
_DOUBTS: Final = re.compile(
    r"(?<!\w)(?:why|por que|cant stop|cant help|cannot stop|not sure|dont know|no se|promise|if i|si no|cannot help) "
)
RECENT: Final = re.compile(
    r"(?<!\w)(?:last night|yesterday|today|tonight|this (?:morning|week|month|afternoon|evening)|last (?:week"
    r"|month)|again"
    r"|lately|recently|still|days ago|hours ago|weeks ago|an hour ago|right now|anoche|ayer|hoy(?! (?:soy"
    r"|estoy|vivo|ayudo|doy|puedo|tengo|sigo))|esta (?:manana|noche"
    r"|semana)|otra vez|de nuevo|ultimamente|todavia|aun|hace (?:unos|pocos|dos|tres) dias|hace (?:unas|dos"
    r"|tres) horas"
    r"|la semana pasada|came back|come back|coming back|volvieron|vuelven|every day|cada dia|sigo|keep|keeps)(?!\w)"
)
PAST: Final = re.compile(
    r"(?<!\w)(?:used to|years? ago|decades? ago|months ago|long ago|back then|in the past|in my (?:past|teens"
    r"|twenties"
    r"|thirties|youth|20s|30s)|when i was|when i were|in (?:19|20)\d\d|before (?:i|the|my|ketamine|treatment|this)"
    r"|at (?:age )?(?:1\d|2\d)|as a (?:teen|teenager|child|kid|student)|until (?:i|the|ketamine|this)|no longer"
    r"|survived|survivor|after my (?:divorce|breakup)|former|formerly|earlier in my life|at my lowest|during my"
    r"|solia|hace (?:muchos |varios |unos |\w{2,8} )?anos|hace meses|en el pasado|cuando (?:era|tenia)|antes de|antes"
    r"|de (?:joven|adolescente)|hasta que|ya no|sobrevivi|en (?:19|20)\d\d)(?!\w)"
)
RECOVERED: Final = re.compile(
    r"(?<!\w)(?:(?:im|i am|were|am) (?:so |much |very |really )?(?:well|better|fine|ok|okay|happy|stable|good"
    r"|glad|alive"
    r"|grateful|here)(?: now| today| to be (?:here|alive))?|glad (?:i|im|i am|to be)|recovered|in recovery|well now"
    r"|better now|thankful|grateful|havent had (?:a|any|one|those)|estoy (?:bien|mejor|vivo|viva"
    r"|recuperad[oa]|agradecid[oa])"
    r"|me (?:recupere|alegro)|salio bien|sali adelante)(?!\w)"
)


def is_denied(before: str) -> bool:
    """Whether the words before deny what follows them. A doubt or a question denies nothing."""
    return bool(_DENIED.search(before[-80:])) and not _DOUBTS.search(before[-80:])


def is_past(sentence: str) -> bool:
    """Whether the sentence speaks of a time that is over, and of nothing that is still so."""
    return bool(PAST.search(sentence) or RECOVERED.search(sentence)) and not RECENT.search(sentence)

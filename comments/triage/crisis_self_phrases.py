"""English phrases of `crisis_self` that say it of now, whatever else the sentence says."""

from typing import Final

NOW: Final = (
    "suicidal {again|today|tonight|every|all the time|all day}",
    "{rather|want to|wanna|like to|go to} {sleep|be asleep|close my eyes} and {not|never} [have to] wake up",
    (
        "{dont|do not|never} [really] {think|believe|expect} [that] {ill|i will|im going to|i can|i would} "
        "{make it|live|survive|last|be here|be alive} [through|past|to|until|much|another|to see]"
    ),
    (
        "i {wish|hope|want|hoped|wished|pray} [that] [a|something|someone|the|an] {truck|car|bus|train"
        "|lightning|heart attack|accident|cancer|plane} [would|to|could|will] [just] {hit|kill|take|end|hits"
        "|kills|takes|run} [me|over me|it]"
    ),
    (
        "{please|someone|sorry} ~ {tell|let} {my|them|her|him|everyone} [sister|brother|mom|dad|mum|mother"
        "|father|kids|wife|husband|son|daughter|family|know] [that|i] [i] {loved|love} {them|her|him|you|all}"
    ),
    (
        "{keep|keeps|kept} [on] [telling|thinking] [me|about|i should] [to|how to] {end it|ending it|kill "
        "myself|die|ending things|end things|ending it all}"
    ),
    "{rather|sooner|better off|prefer to|be better off} {die|be dead|dead|not be alive|not exist}",
    "{should|shouldve} [have|be|just] {died|be dead|dead}",
    (
        "{dying|death|being dead} {would be|is|sounds|seems|looks|feels} [so|much|a lot|far|like a|a|like] "
        "{easier|better|simpler|relief|peaceful|comforting|kinder}"
    ),
    (
        "{disappointed|angry|upset|sad|mad|annoyed|devastated|sorry} [that|when|because] i {woke up|wake up"
        "|survived|am still alive|am alive|didnt die|lived|am still here|was saved}"
    ),
    "{why am i|how am i|i am|im} still {alive|here} -{waiting|taking|on|reading|a|at|in|learning|not|looking}",
    (
        "i {wont|will not|might not|may not|probably wont|shouldnt} be {here|around|alive} {tomorrow|by|next"
        "|much longer|for long|for christmas|long|when you|anymore|in the morning|this time}"
    ),
    "{you|nobody|they} {wont|will never|will not} {see|hear from} me [ever] {again|anymore}",
    (
        "{have|got|ive|made|make|making} [got|made] [a|my] [suicide] {plan|method} [and|to|for|picked|ready] "
        "[a|the|my] {date|means|die|it|go|end|killing|kill|ready|place|note|rope|gun|pills|method|how}"
    ),
    (
        "{know|decided|figured out|planned} [exactly] how {id do it|ill do it|i would do it|i will do it|im "
        "going to do it|to do it when}"
    ),
    (
        "{want|need|wish|begging for} [for] {it|this|everything|it all|all of it|all this} [to|would] [all"
        "|just] {be over|stop forever|end forever|be done|end for good|be finished} -{soon|by|before|with "
        "the}"
    ),
    (
        "i {took|swallowed|downed|ate|have taken|just took} [a|the|all|all of|every one of|an|too|way too] "
        "[whole|entire|full|my|the|many|half a] [bottle of|box of|of|pack of|my|the] {pills|tablets|meds"
        "|sleeping pills|tylenol|xanax|paracetamol|medication|antidepressants} {on|last|and|tonight|because"
        "|to|today|yesterday|this|i} ~ {told|die|dead|nobody|regret|hospital|sleep|er|survived|alive|end"
        "|woke|kill|over|hoped|hoping|hospitalized}"
    ),
    (
        "{whats|what is} the {point|use|sense} [anymore|any more] [of|in] {living|life|being alive|going on"
        "|existing|carrying on|staying alive|waking up|keep going|trying to live|surviving|another day}"
    ),
    (
        "{i|we} {cant|cannot|can not} {do this|take it|take this|bear it|bear this|stand it|handle it|handle "
        "this|cope} {anymore|any more|any longer|much longer}"
    ),
    (
        "{no|any} {fight|hope|strength|will|energy|desire} [left|to] [left|in] [in] {left|live|me|to live"
        "|keep living|to go on|to fight|go on} "
    ),
    (
        "{lost|losing|have lost|ive lost} [the|my|all|any] {will|desire|reason|hope|wish} [to|for|of] {live"
        "|living|life|go on|keep living|exist}"
    ),
    (
        "{ive|i have|im|i am|i|have} {given up|giving up|gave up|ready to give up|done fighting|done trying} "
        "[on] {life|everything|living|myself|fighting to live|all hope}"
    ),
    (
        "{im|i am|being|feel like|just|such|only} [just|nothing but|only|such|like] a burden {to|on|for} "
        "-{the system|society}"
    ),
    "{everyones|familys|my|nothing but a|such a|only a|just a} burden -{of|is|was|has}",
    (
        "{started|start|keep|kept|been|back to|relapsed and|relapsed with|relapsed on|want to|urge to|urges "
        "to|need to|cant stop|i am|im|i was} [been|back to] {cutting|cut|burning|self harm|self harming"
        "|selfharm|selfharming|hurting myself|scratching myself|hitting myself|punching myself|biting "
        "myself} {again|myself|to feel|every|when|at night|since|my arms|my legs|my wrists|my thighs|because"
        "|with a razor|with a blade} -{off|some|slack|out|back|shaving}"
    ),
    "{cant|cannot|dont} [even] {imagine|see} {a future|myself alive|myself living|making it|being alive|a reason to}",
    (
        "{tell|take care of|look after|please tell} my {kids|wife|husband|mom|mum|family|son|daughter"
        "|children|dog|cat|mother|parents} [that] {i loved|i love them|i am sorry|im sorry|when im gone"
        "|after im gone|when i am gone|i tried}"
    ),
    "{when|once|after|if} {im|i am} {gone|dead} {everyone|my|they|nobody|people|you|please|it|things|maybe|no}",
    (
        "{giving|gave|given} away {my things|all my things|my stuff|my possessions|everything i own|my "
        "belongings|all my stuff}"
    ),
    (
        "{make|making|stop|end|stopping|ending} {it|the pain|my pain|this pain|the suffering|my suffering} "
        "[stop] {permanently|forever|for good|for ever|once and for all}"
    ),
    "i {hate|hated} {being alive|living|my life and want|my life so much|waking up every|existing}",
    "i {deserve|need|have} to {die|be dead}",
    (
        "{dont|do not|didnt} {deserve|plan|expect|intend|care} [to|if i|whether i|about] {live|be alive|live "
        "or die|living|die|being alive|live much longer|make it to|see another|be here}"
    ),
    (
        "{thinking|think|thought|thoughts|dreaming|dream|fantasies|ideas|urge|urges|planning} [a lot"
        "|constantly|more and more|again|daily] [about|of] [my own|my] {death|suicide|funeral|not existing"
        "|being dead|dying|not being here|disappearing forever|jumping} -{of|in|rates|prevention|rate|and "
        "taxes}"
    ),
    "{suicide|suicidal} {is|feels like|seems} [my|the] [only|last|best] {option|choice|way|plan b|answer|hope|next}",
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
        "{cant|cannot|can not} [do this|go on|keep|carry on|take it|bear it|keep going] [like this] {living"
        "|live|exist} {like this|with this|this way|with myself|with the pain|with this pain|anymore|any "
        "more} [anymore|any more|any longer]"
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
)

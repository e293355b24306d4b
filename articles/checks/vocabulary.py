"""Words that several rules look for."""

from typing import Final

from articles.checks import spanish, spanish_evidence, spanish_treatments
from articles.checks.patterns import any_of

# Those whom figures are about; a part of a pattern.
PEOPLE: Final = (
    r"(?:people|persons|adults|americans|patients|women|men|children|teens|teenagers|adolescents|veterans|participants"
    r"|volunteers|subjects|cases|them|those|us|you|all|families|students|survivors|smokers|drinkers|users|mothers"
    r"|fathers|parents|older|young|deaths|cancers|strokes|pregnancies|households|population"
    rf"|{spanish_evidence.PEOPLE})"
)

BENEFIT: Final = any_of(
    "help(?:s|ed|ing|ful)?", "treat(?:s|ed|ing)?", "reliev(?:e|es|ed|ing)", "relief", "eas(?:e|es|ed|ing)",
    "improv(?:e|es|ed|ing|ement|ements)", "reduc(?:e|es|ed|ing)", "lessen(?:s|ed|ing)?", "benefit(?:s|ed)?",
    "effective(?:ly)?", "works?", "worked", "cur(?:e|es|ed|ing)", "eliminat(?:e|es|ed|ing)", "prevent(?:s|ed|ing)?",
    "squelch(?:es|ed)?", "sooth(?:e|es|ed|ing)", "calm(?:s|ed|ing)?", "respon(?:d|ds|ded|se)", "recover(?:s|ed|y)?",
    "alleviat(?:e|es|ed|ing)", "lift(?:s|ed)?", "protect(?:s|ed|ing)?", "feel better", "felt better",
    *spanish_treatments.BENEFIT,
)  # fmt: skip

SUICIDE: Final = any_of(
    "suicid\\w{0,10}", "self-harm(?:s|ed|ing)?",
    "kill(?:s|ed|ing)? (?:your|him|her|my|them)sel(?:f|ves)",
    "(?:thoughts?|think(?:s|ing)?|thought|feel(?:s|ing)? like|want(?:s|ed|ing)?|urges?|plan(?:s|ned|ning)?|tr(?:y"
    "|ied|ying)) "
    "(?:\\w{2,10} ){0,4}?(?:hurt|harm|injur)(?:e|ing)? (?:your|him|her|my|them)sel(?:f|ves)",
    "(?:hurt|harm|injur|cut)(?:s|e|ed|ing|ting)? (?:your|him|her|my|them)sel(?:f|ves) (?:on purpose|deliberately)",
    "deliberately (?:hurt|harm|injur|cut)(?:s|e|ed|ing|ting)? (?:your|him|her|my|them)sel(?:f|ves)",
    "(?:end|ending|ended|take|taking|took) (?:your|his|her|my|their) own li(?:fe|ves)",
    "(?:end|ending|ended) (?:your|his|her|my|their) li(?:fe|ves)", "better off dead", "want(?:s|ed|ing)? to die",
    *spanish.SUICIDE,
)  # fmt: skip

# One study told of, not "studies show" in general.
STUDY: Final = any_of(
    "(?:study|trial|review|analysis|meta-analysis|experiment|survey|report|paper) (?:was "
    "|were )?(?:that was )?(?:published|reported) (?:last year |this year |in \\d{4} )?in",
    "(?:published|reported) in (?:the journal|jama|the lancet|nature|science|the new england|\\w{3,20} psychiatry)",
    "(?:researchers|scientists|investigators|the authors?|a team) (?:\\w{1,12} ){0,4}?(?:recruited|found|gave|followed"
    "|compared|tested|reported|showed|investigated|enrolled|discovered|concluded|observed|studied|looked|noted"
    "|set out)",
    "(?:\\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:people|patients|adults|participants"
    "|veterans|volunteers|women|men|children|subjects) (?:\\w{2,12} ){0,4}?(?:received|were given|were assigned"
    "|were followed"
    "|took part)",
    "according to (?:a|an|one|another) (?:\\w{1,20}[- ]){0,3}?(?:study|trial|review|report|survey|analysis)",
    "randomly assigned", "randomi[sz]ed to",
    "(?:study|trial|findings?|review|analysis|meta-analysis|experiment) (?:also |has |have |further )?(?:suggest"
    "|show|found|find|involv|enroll?|includ|report|demonstrat|follow|compar|pool|look|conclud|involve|recruit)(?:s"
    "|ed|n)?",
    "(?:the|its|these|their) results (?:also )?(?:suggest|show|demonstrate)(?:ed|s)?",
    "(?:study|trial) participants",
    "in (?:a|an|one|another|this|that|the) (?:\\w{1,20}[- ]){0,3}?(?:study|trial|meta-analysis|experiment)",
    "(?:study|trial|review) of \\d[\\d,]{0,8}",
    "(?:patients|people|participants|subjects|those) (?:patients )?who (?:received|were given|got|took)~(?:showed"
    "|demonstrated|reported|had|improved|experienced)",
    *spanish_evidence.STUDY,
)  # fmt: skip

LIMITS: Final = any_of(
    "did not (?:find|show|help|improve|differ|change|last)", "didn't (?:find|show|help|improve|differ|change|last)",
    "(?:no|not|nor)(?: a| any)? (?:statistically )?(?:significant|clear|lasting|real|better)(?:ly)?(?: better"
    "| change\\w{0,2}| difference\\w{0,1}| effect\\w{0,1}| benefit\\w{0,1})?",
    "(?:f[io]u?nd|show(?:s|ed|n)?|saw|was|were|is|are|with) no (?:\\w{3,15} )?(?:difference|effect|benefit|evidence"
    "|proof)",
    "no (?:clear|significant|lasting|good|real) (?:difference|effect|benefit|evidence|proof)",
    "(?:small|tiny|short|early|few|weak|low-quality|limited|mixed|modest) (?:\\w{3,15} )?(?:stud(?:y|ies)|trials?"
    "|evidence|results|number|group|sample|benefit|effect|data)",
    "(?:was|were|is|are|study is|too) (?:small|tiny|modest|short|weak)",
    "limits?", "limitations?", "limited", "uncertain\\w{0,4}", "unclear",
    "not (?:yet )?(?:known|clear|certain|sure|proven|understood)",
    "(?:do not|don't|does not|doesn't|can't|cannot|can not|not) (?:yet )?(?:know|tell|prove|say|show)\\w{0,1}",
    "(?:more|further|larger|better|longer) (?:research|studies|trials|evidence)",
    "not (?:everyone|everybody|all|for everyone)",
    "know little", "little is known", "known little", "remains? to be seen", "too early", "only \\d{1,4}", "unknown",
    "wore off", "lost the benefit", "few (?:good )?studies", "what we don't know", "hasn't been", "has not been",
    "(?:nobody|no one) (?:yet )?(?:knows|can)", "questions? (?:remain|are open)",
    *spanish_evidence.LIMITS,
)  # fmt: skip

RISK_HEADING: Final = any_of(
    "risk(?:s|y)?", "side-effects?", "harms?", "safety", "dangers?", "warnings?", "adverse", "complications?",
    "when not to", "who should not", "who shouldn't", "downsides?", "cautions?",
    *spanish_treatments.RISK_HEADING,
)  # fmt: skip

RISKS: Final = any_of(
    "blood pressure", "heart (?:rate|rhythm|attack|beat|disease|failure|problems?)", "heartbeat", "dissociat\\w{0,6}",
    "nausea", "vomiting",
    "dizz(?:y|iness)", "headaches?", "bleed(?:s|ing)?", "bruis\\w{0,4}", "ulcers?", "rash(?:es)?", "allerg\\w{1,5}",
    "swelling",
    "misuse[ds]?", "dependen(?:ce|t|cy)", "addict\\w{0,5}", "withdrawal", "overdos\\w{1,4}", "bladder", "liver",
    "kidneys?",
    "seizures?", "confusion", "hallucinat\\w{1,5}", "drows(?:y|iness)", "sleep(?:y|iness)", "sedat\\w{1,4}",
    "blurred vision", "breath(?:ing|e|lessness)?",
    "suicidal", "fever", "diarrh\\w{2,4}", "loose stools", "stomach", "weight gain", "sexual problems?", "dry mouth",
    "constipation",
    "pregnan\\w{1,4}", "infections?", "stroke", "blood clots?", "faint(?:s|ing)?", "falls?", "serotonin syndrome",
    "low sodium",
    "anxiety", "agitation", "restless\\w{0,4}", "tremors?", "sore(?:ness)?", "pain", "fatigue", "tired(?:ness)?",
    "insomnia", "interactions?",
    *spanish_treatments.RISKS,
)  # fmt: skip

"""Advertising and floods. Pure. Details: `words`, `repetition`, `links` (little else), `script` (mostly not Latin)."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from comments.triage.folding import Reading
from comments.triage.link import urls
from comments.triage.phrases import Phrases
from comments.triage.signal import Detector, Facts, Found

_FEW_WORDS: Final = 3  # around a link: nothing is said about it
LEAST_LETTERS: Final = 20
_WORDS: Final = Phrases(
    words=(
    "{satisfaction|money back|results|works|work} guaranteed [or] {money|back|results|or|100}",
    "{guaranteed|guarantee} or [your] money back",
    "{use|with|enter} [my|our] [promo|discount|coupon] code {*}",
    "{off|discount|sale} [this|ends|only] [week|today|friday] {only|this week only|today only|ends soon}",
    "{trading|forex|crypto|investment|betting} {robot|bot|bots|signals|platform|course|mentor|account manager}",
    (
        "{get|gain|buy|grow|increase|real} [1*|10|your|free|more|real] [000|free|real] [free|real] "
        "{instagram|tiktok|youtube|twitter|facebook} {followers|likes|views|subscribers}"
    ),
        (
            "{online|best|free|crypto|live|bitcoin|top} {casino|casinos|slots|poker|betting|gambling"
            "|roulette|sportsbook|bonus}"
        ),
        "{casino|betting|slots|jackpot} {bonus|online|site|games|sites|winner|win|free}",
        (
            "{seo|backlinks|backlink|guest post|guest posting|link building} {service|services|agency|expert"
            "|package|packages|for your|opportunity|on your|company|experts|ranking|help|boost}"
        ),
        (
            "{buy|get|cheap|quality|high quality|more} {backlinks|followers|likes|views|traffic|subscribers"
            "|instagram followers|youtube views|tiktok followers}"
        ),
        (
            "{rank|ranking|boost|increase|improve|grow} [your|up] [website|site|traffic|sales|business] {on "
            "google|rankings|traffic|on the first page|to page one|your traffic|website traffic|seo|on page "
            "one}"
        ),
        (
            "{bitcoin|crypto|forex|btc|ethereum|usdt|binary options|nft|cryptocurrency} {investment"
            "|investments|trading|trader|broker|recovery|expert|signals|profit|profits|mining|manager"
            "|giveaway|platform|wallet recovery|recovery expert}"
        ),
        (
            "{invest|invested|investing|deposit|made|earn|earned|earning|make|making|profit|profits} [of"
            "|over|up to|about|with|just|at least|a|in] [only] ~ {per day|a day|per week|in one week|a week"
            "|daily|weekly|from home|in bitcoin|in 7 days|in crypto|working from home|in just|every day "
            "online}"
        ),
        "{earn|make money|extra income|online jobs|passive income} [online] from {home|your home|your phone}",
        (
            "{i|we} [can] {noticed|visited|was looking at|came across|found|browsed|checked} your {website"
            "|site} ~ {seo|rank|design|issues|traffic|errors|google|improve|app}"
        ),
        (
            "{loan|loans|payday loan|payday loans|credit repair|debt relief} {offer|offers|available"
            "|approved|services|approval|company|lender|without collateral|fast|online}"
        ),
        (
            "{lottery|powerful|real|genuine|great|love|best|traditional} {spell|spells|spell caster"
            "|spellcaster|spell casters|winning numbers|herbal doctor}"
        ),
        (
            "{spell caster|spellcaster|herbal cure|herbal doctor|dr * herbal|love spell|love spells"
            "|illuminati|herbalist}"
        ),
        "{hot|sexy|single|horny} {girls|women|singles|ladies|milfs} [in|near|waiting|online|want]",
        (
            "{click|tap|check} {here|this link|the link|link|out my|my profile|my bio|my channel|my website"
            "|my site|my blog} [in|for|to|now|below]"
        ),
        (
            "{whatsapp|telegram} [me|him|her|us|group|number|at|on|channel] [+|via] {1*|2*|3*|4*|5*|6*|7*|8*"
            "|9*|group|channel}"
        ),
        "{replica|cheap|luxury|fake} {watches|rolex|handbags|jordans|passports|degrees|passport|diploma|nike|gucci}",
        (
            "{weight loss|keto|diet|cbd|male enhancement} {gummies|pill offer|supplement offer|free trial"
            "|pills free|gummy}"
        ),
        (
            "{limited time|act now|100 free|risk free|free trial|special promotion|exclusive deal"
            "|congratulations you|you have won|you won} {offer|today|order|won|a|money|trial|now|code|been"
            "|the|claim}"
        ),
        (
            "{nice|great|amazing|wonderful|good|awesome|excellent} {blog|site|post|web site|weblog|website"
            "|article} [i] {check my|visit my|visit mine|feel free to|check out my|look at my|please visit"
            "|here is my|also visit}"
        ),
        (
            "{gana|ganar|gane|ganas} [dinero] [mucho|facil|hasta] {dinero|desde casa|dolares|euros} [facil"
            "|desde|rapido|en|por|online|al]"
        ),
        "{casino|apuestas|tragamonedas} {online|en linea|gratis|bono|en vivo|deportivas}",
        (
            "{prestamo|prestamos|credito|creditos} {rapido|rapidos|urgente|urgentes|sin aval|inmediato|en "
            "linea|sin buro|entre particulares}"
        ),
        "{invierte|invertir|inversion|inversiones} en {bitcoin|criptomonedas|forex|cripto}",
        (
            "{amarres|brujo|brujeria|vidente|tarot} [de|del|gratis|poderoso|por] {amor|telefono|whatsapp"
            "|efectivo|efectivos|poderoso}"
        ),
        "haz [clic|click] aqui",
        "{haz|da|dale|haga} {clic|click} [en|aqui|al] {aqui|el enlace|este enlace|enlace}",
    )
)  # fmt: skip
_RUN: Final = re.compile(r"([^\W_])\1{9,}|([^\w\s.\-_=*])\2{14,}")
_TOKENS: Final = re.compile(r"\w{2,}")
_NOT_LATIN: Final = re.compile(r"[\u0370-\u1dff\u2c00-\ua71f\ua800-\ufaff]")

HITS: Final = {
    "words": (
        "Play at the best online casino and win",
        "Buy cheap backlinks for your site",
        "We offer SEO services for your clinic",
        "Bitcoin investment made me rich, ask me how",
        "I earn 500 dollars per day from my phone",
        "Get instagram followers fast",
        "Contact this powerful spell caster for your ex",
        "Hot singles in your area",
        "Click here to claim your prize",
        "Payday loans available today",
        "Free trial: keto gummies",
        "Replica rolex at low price",
        "Nice blog! Check out my page",
        "Apuestas deportivas y casino online",
        "Gana dinero desde casa",
        "Préstamos rápidos sin aval",
    ),
    "repetition": (
        "aaaaaaaaaaaaaaaaaaaa",
        "buy now buy now buy now buy now buy now buy now",
        "!!!!!!!!!!!!!!!!!!!!!!!",
        "hola " * 20,
    ),
    "links": (
        "http://a.example.com http://b.example.com http://c.example.com",
        "look https://x.example.com/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ),
    "script": (
        "Купить дешёвые часы и сумки онлайн прямо сейчас",
        "我们提供最好的在线赌场服务请点击这里注册账号领取奖金谢谢",
    ),
}
MISSES: Final = (
    "My day off this week was spent in bed",
    "The pharmacy said to use the code on the box",
    "I gambled my savings away when I was manic",
    "Casino work made my PTSD worse",
    "Thank you so much!!!",
    "Noooooo, really?",
    "I read about this at https://www.nimh.nih.gov and found your article clearer than the page there.",
    "I work from home because of my pain",
    "My wife's name in Greek is Ελένη and she likes this",
    "very very very helpful",
    "No no no, that is not how it works",
    "The loan for the treatment is hard to get",
    "Ha ha ha ha",
    "Great article",
    "1 2 3 4 5 6 7 8 9",
    "----------------------",
    "I invested years in therapy",
    "Gracias, muy buen artículo",
    "El dinero no alcanza para el tratamiento",
)


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    text = reading.text
    yield from _WORDS.find(reading)
    for match in _RUN.finditer(text):
        yield Found(match.start(), match.end(), "repetition")
        break
    tokens = _TOKENS.findall(text)
    if len(tokens) >= 12 and (2 * max(Counter(tokens).values()) > len(tokens) or 5 * len(set(tokens)) < len(tokens)):
        yield Found(0, len(text), "repetition")
    links = list(urls(text))
    linked = set[str]().union(*(text[found.start : found.end].split() for found in links))
    around = sum(token not in linked for token in text.split())
    if links and (len(links) > 2 or around < _FEW_WORDS):
        yield Found(links[0].start, links[-1].end, "links")
    beginning = reading.original[:2000]
    letters = sum(map(str.isalpha, beginning))
    if letters >= LEAST_LETTERS and 2 * len(_NOT_LATIN.findall(beginning)) > letters:
        yield Found(0, len(text), "script")


DETECTOR: Final = Detector(name="spam", code="spam", find=_find, hits=HITS, misses=MISSES)

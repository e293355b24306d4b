"""Offers, or asks for, a medicine or a drug outside of a pharmacy. Pure."""

import re
from collections.abc import Iterator
from typing import Final

from comments.triage.context import is_denied
from comments.triage.folding import Reading
from comments.triage.medicines import medicines
from comments.triage.phrases import Phrases
from comments.triage.signal import Detector, Facts, Found

_NEAR: Final = 80
# Enough alone.
_OFFER: Final = (
    (
        "{without|no} [a|any] [need for|need of] [doctors] {prescription|script|rx} [is|are] {needed"
        "|required|necessary|asked}"
    ),
    (
        "{no prescription|without prescription|no rx|no script} {needed|required|necessary|drugs|meds"
        "|pharmacy|overnight}"
    ),
    (
        "{online|mexican|canadian} {pharmacy|drugstore|pharma} {no|without|cheap|discreet|with no|ships"
        "|delivers|that sells}"
    ),
    "{discreet|discrete|stealth|overnight} {shipping|delivery|packaging|shipment|parcel}",
    (
        "{we|i} {ship|deliver} [worldwide|anywhere|discreetly|overnight|nationwide] ~ {meds|pills|ketamine"
        "|discreet|pharma|powder|vials|xanax}"
    ),
    "{legit|trusted|reliable|verified|best} {vendor|plug|supplier|dealer|source} [for|of|on|who]",
    "{envio|entrega|envios} {discreto|discreta|discretos|anonimo}",
    "{sin receta} {medica|y|con envio|envio|disponible|en linea}",
    (
        "{top quality|pharma grade|pharmaceutical grade|lab tested|pure} {ketamine|xanax|mdma|crystals"
        "|powder|heroin|cocaine|shrooms|lsd}"
    ),
)  # fmt: skip
# Together with the name of a medicine or a drug.
_TRADE: Final = (
    "{shipped|delivered|delivery} to {your door|your home|you|any address}",
    "no questions asked",
    "{anybody|anyone|someone|somebody|who} [here|is|is here] {selling|sells|got|holding|have|has}",
    "{hit me up|hmu|message me|dm me|text me|call me} [for|if|on|at]",
    "{bucks|dollars|usd|each|euros} {a pill|per pill|a pop|a gram|per gram|a vial|each|a pop}",
    (
        "{buy|order|purchase|get|ordering|buying} [some|your|real|cheap|pure|quality|liquid] ~ {online|cheap"
        "|here|from us|from me|overnight|on telegram|on whatsapp|without prescription|no rx|without a "
        "prescription|with bitcoin|for cheap|from my site|from this site}"
    ),
    (
        "{for sale|in stock|bulk orders|wholesale|per gram|per vial|best price|best prices|good price|cheap "
        "price|cheap prices|cod available|available now}"
    ),
    "{i|we|im|were} [am|are] [also|now|still] {sell|selling|offering|supply|supplying|offer}",
    "{selling|sell} {my|your|some|the|extra|leftover} [extra|leftover|unused|own]",
    (
        "{dm|message|text|pm|inbox|contact|hit|write|hmu|whatsapp|telegram} [me|us] [up|on|at|for|to] "
        "[telegram|whatsapp|signal|wickr|order|buy|prices|info|details|supply]"
    ),
    (
        "{where|anyone|who|does anyone|anybody} [know|knows] [where|how|who] [can|to|could|sells] [i|we|one] "
        "{buy|get|find|order|score|sells|selling|source} ~ {without|online|cheap|street|no prescription"
        "|black market|dealer|illegally|on the street}"
    ),
    "{looking for|need|want} [a] {plug|dealer|vendor|supplier}",
    "{vendo|vendemos|se vende|venta de|compra|compre|ofrezco|dispongo de|tengo a la venta}",
    "{escribeme|escribanme|contactame|mandame|contacto} [al|por|a|un] [whatsapp|telegram|privado|mensaje]",
    "{donde} [puedo] {comprar|conseguir|compro|consigo} ~ {sin receta|barata|barato|online}",
    "sin receta",
)  # fmt: skip
_WITH: Final = re.compile(r" (?:solo |solamente |only )?(?:con|with) (?:a |una )?(?:receta|prescription)")
_STREET: Final = Phrases(
    street=(
        "{heroin|cocaine|coke|weed|mdma|molly|lsd|shrooms|meth|crystal meth|ecstasy|percs|oxys|bars|xans"
        "|special k|dmt"
        "|vials|research chemicals|viagra|cialis|steroids|cocaina|heroina|marihuana|pastillas|cialis|hgh|adderall}",
    )
)
_OFFERS: Final = Phrases(offer=_OFFER)
_TRADES: Final = Phrases(trade=_TRADE)

HITS: Final = {
    "": (
        "Buy ketamine online here",
        "Xanax for sale, best prices",
        "No prescription needed, overnight delivery",
        "I sell pure ketamine, message me on Telegram",
        "Order Adderall without a prescription",
        "We ship worldwide, discreet packaging",
        "Selling my leftover oxycodone",
        "legit vendor for mdma and lsd",
        "Ketamine vials in stock, hmu on wickr",
        "Does anyone know where to buy ketamine on the street?",
        "Viagra cheap price available now",
        "Order your xanax from us",
        "Vendo ketamina, envío discreto",
        "Xanax sin receta médica",
        "Tengo a la venta ketamina, escríbeme por WhatsApp",
        "¿Dónde puedo comprar ketamina sin receta?",
        "Pharma grade ketamine powder, trusted supplier",
    ),
}
MISSES: Final = (
    "Buying ketamine on the street ruined my life",
    "I can't get ketamine without a prescription and that is right",
    "You need a prescription for esketamine",
    "Never buy ketamine online",
    "Heroin killed my cousin",
    "My pharmacy has sertraline in the back",
    "The FDA warns about compounded ketamine",
    "Please don't sell this as a miracle",
    "The house is for sale",
    "I bought the book you recommended",
    "Insurance would not pay for my Spravato",
    "I was given the prescription by my psychiatrist",
    "Contact me if you want to talk about the article",
    "Ketamine is available at clinics",
    "Cocaine is a topic you should cover",
    "La ketamina se vende solo con receta",
    "No compre ketamina en la calle",
)


def _is_lawful(reading: Reading, found: Found) -> bool:
    """Whether the words say that it cannot, or must not, be had that way."""
    before, after = reading.before(found.start), reading.after(found.end, 40)
    return is_denied(before) or before.endswith(("cant ", "cannot ", "couldnt ")) or bool(_WITH.match(after))


def _find(reading: Reading, facts: Facts) -> Iterator[Found]:
    for found in _OFFERS.find(reading):
        if not is_denied(reading.before(found.start)):
            yield found._replace(detail="")
    trades = [each for each in _TRADES.find(reading) if not _is_lawful(reading, each)]
    if not trades:
        return
    goods = [*medicines(reading, facts), *_STREET.find(reading)]
    for trade in trades:
        near = [each for each in goods if max(each.start - trade.end, trade.start - each.end) <= _NEAR]
        if near:
            yield Found(min(trade.start, near[0].start), max(trade.end, near[0].end))


DETECTOR: Final = Detector(name="drug_selling", code="drug_selling", find=_find, hits=HITS, misses=MISSES)

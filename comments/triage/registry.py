"""All detectors. The order says nothing: all of them always run."""

from typing import Final

from comments.triage import (
    abuse,
    adverse_event,
    advice_request,
    crisis_hints,
    crisis_learned,
    crisis_other,
    crisis_self,
    drug_selling,
    link,
    misinformation,
    spam,
    testimonial,
    unsafe_detail,
)
from comments.triage.personal import contact, numbers, people, phones, places
from comments.triage.signal import Detector

_PERSONAL: Final = (contact, numbers, people, phones, places)
PERSONAL: Final[tuple[Detector, ...]] = tuple(module.DETECTOR for module in _PERSONAL)
DETECTORS: Final[tuple[Detector, ...]] = (
    crisis_self.DETECTOR,
    crisis_other.DETECTOR,
    crisis_hints.DETECTOR,
    crisis_learned.DETECTOR,
    abuse.DETECTOR,
    unsafe_detail.DETECTOR,
    *PERSONAL,
    adverse_event.DETECTOR,
    advice_request.DETECTOR,
    drug_selling.DETECTOR,
    misinformation.DETECTOR,
    testimonial.DETECTOR,
    link.DETECTOR,
    spam.DETECTOR,
)

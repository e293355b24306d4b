"""Compares a proved pack with this site's own records: whether what it tells is what happened here."""

from typing import Any

from articles.models import SignOff, Transition
from clinic_cms.evidence.reading import Broken
from clinic_cms.evidence.rows import row
from clinic_cms.evidence.verify import Pack


def compare(pack: Pack) -> None:
    """Raises Broken where a step or a sign-off of the pack is not the one on record here. Both are append-only, so a
    pack that was true once stays true; what came after it is no fault of the pack.
    """
    hashes = dict(Transition.objects.filter(article=pack.article["id"]).values_list("pk", "hash"))
    for each in pack.transitions:
        if hashes.get(each["id"]) != each["hash"]:
            raise Broken(f"transitions.json: transition {each['id']}", "it is not on record here")
    told: dict[int, Any] = {each["id"]: each for review in pack.reviews for each in review["sign_offs"]}
    kept = {each.pk: row(each) for each in SignOff.objects.filter(review__revision__article=pack.article["id"])}
    for key, sign_off in told.items():
        known = kept.get(key)
        if known is None or any(known.get(name) != value for name, value in sign_off.items()):
            raise Broken(f"reviews.json: sign-off {key}", "it is not on record here")

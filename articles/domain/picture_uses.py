"""Pictures in articles: what a revision shows, whether it may, and where a picture is used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.enums import PeopleShown
from articles.models import Picture, PictureConsent, PictureUse, Revision
from articles.picture_address import address, tokens_in
from articles.pictures import Shown, shown_in, with_sizes
from clinic_cms.shared.refusal import Refusal

# What a camera or a computer calls a file says nothing to who cannot see it.
_FILE_NAME: Final = re.compile(
    r"(?:IMG|DSC|PXL|MVIMG)[_-]?\d+.*|.*\.(?:jpe?g|png|gif|webp|avif|heic|tiff?)", re.IGNORECASE
)
# That nobody in the picture is a patient: said in English or in Spanish, whichever the article is in.
_MODEL: Final = re.compile(
    r"\b(?:model|staff|team|colleague)"
    r"|(?<!\bse )\b(?:posan?|pos[oó]|posaron|posando|posad[ao]s?)\b"
    r"(?! (?:la|el|las|los|su|sus|una?) (?:mano|dedo|pie)s?\b)"
    r"|\b(?:d?el|al|nuestro|su) personal\b|\bpersonal (?:sanitario|de (?:la|nuestra|esta) cl[ií]nica)\b"
    r"|\b(?:personas?|miembros?|integrantes?|parte|alguien|gente) (?:del|de nuestro|de un) equipo\b"
    r"|\bnuestro equipo\b|\bcolegas?\b|\bcompa[nñ]er[ao]s? de (?:trabajo|la cl[ií]nica)\b|\bmodelos?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PictureFact:
    """A picture as a revision shows it, for checks. `alt` is None where nobody has decided; `consent_valid` says
    whether it may be shown today: always, unless it shows a patient. `known` is False where the library has none.
    """

    src: str
    alt: str | None
    decorative: bool
    caption: str
    is_lead: bool
    known: bool
    people: str
    depicts_patient: bool
    consent_valid: bool


def pictures_of(revision: Revision) -> list[PictureFact]:
    """Every picture of a revision, the lead picture first; two queries where it has any, none where it has not."""
    shown = shown_in(revision.body)
    lead = revision.lead_picture if revision.lead_picture_id else None
    if lead:
        alt = "" if revision.lead_decorative else revision.lead_alt or None
        shown.insert(0, Shown(lead.token, alt, revision.lead_caption))
    if not shown:
        return []
    known = {each.token: each for each in Picture.objects.kept().filter(token__in={each.token for each in shown})}
    today = timezone.localdate()
    missing = set(Picture.objects.without_consent(today).filter(token__in=known).values_list("token", flat=True))
    return [
        PictureFact(
            src=address(each.token),
            alt=each.alt,
            decorative=each.decorative,
            caption=each.caption,
            is_lead=bool(lead) and at == 0,
            known=each.token in known,
            people=known[each.token].people if each.token in known else PeopleShown.NOBODY,
            depicts_patient=each.token in known and known[each.token].depicts_patient,
            consent_valid=each.token not in missing,
        )
        for at, each in enumerate(shown)
    ]


def problems_with_pictures(revision: Revision) -> Iterator[str]:
    """What has to be mended before these words go any further; asked again at the moment of going live."""
    for number, each in enumerate(pictures_of(revision), start=1):
        values = {"picture": _("The lead picture") if each.is_lead else _("Picture %(n)d") % {"n": number}}
        if not each.known:
            yield _("%(picture)s is not in the library any more. Choose another one or take it out.") % values
            continue
        if each.alt is None:
            yield _("%(picture)s needs words for who cannot see it, or the mark that it only decorates.") % values
        elif _FILE_NAME.fullmatch(each.alt):
            yield _("%(picture)s is described by the name of a file. Say what it shows.") % values
        if not each.consent_valid:
            yield (
                _(
                    "%(picture)s shows a patient, and no consent holds today. Record it in the library, or take "
                    "the picture out."
                )
                % values
            )
        if each.people == PeopleShown.MODEL and not _MODEL.search(each.caption):
            values["example"] = _posed(revision.article.language)
            yield _("%(picture)s shows a model. Say so in its caption, for example: “%(example)s”") % values


def _posed(language: str) -> str:
    """A caption that says it, in the language of the article that it is for."""
    with translation.override(language):
        return _("Posed by a model.")


def with_true_sizes(body: str) -> str:
    """Cleaned words whose pictures have the sizes that the library knows."""
    tokens = tokens_in(body)
    if not tokens:
        return body
    known = Picture.objects.filter(token__in=tokens).values_list("token", "width", "height")
    return with_sizes(body, {token: (width, height) for token, width, height in known})


def settle_lead(revision: Revision) -> None:
    """Words about a lead picture go with it, and one that was deleted is none. Refuses words for who cannot see a
    picture that only decorates.
    """
    if revision.lead_picture is None or revision.lead_picture.deleted_at:
        revision.lead_picture, revision.lead_alt = None, ""
        revision.lead_decorative, revision.lead_caption = False, ""
    elif revision.lead_decorative and revision.lead_alt.strip():
        raise Refusal(
            _("The lead picture has words for who cannot see it, so it does not only decorate. Keep one of the two.")
        )


def uses_of(picture: Picture) -> "QuerySet[PictureUse]":
    """Where a picture is used, what readers see first, then the newest; without the words."""
    uses = PictureUse.objects.filter(picture=picture).select_related("revision__article", "revision__topic")
    uses = uses.defer("revision__body", "revision__disclaimer", "revision__interests")
    return uses.order_by("revision__ended_at", "-revision__published_at", "-revision_id")


def live_with(picture: Picture) -> list[Revision]:
    """The live words that show a picture."""
    return list(Revision.objects.live().filter(picture_uses__picture=picture).select_related("article").order_by("pk"))


def last_consent(picture: Picture) -> PictureConsent | None:
    return picture.consents.order_by("pk").last()

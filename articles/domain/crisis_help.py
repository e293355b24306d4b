"""Puts the clinic's crisis lines beside the first words about suicide or self-harm, whenever words are saved."""

from articles import crisis, richtext
from articles.enums import Audience
from articles.models import CrisisResource
from articles.models.clinical_data import told_here
from clinic_cms.profile import clinic


def with_crisis_help(title: str, summary: str, body: str) -> str:
    """A cleaned body with the crisis block that it needs, cleaned once more; other bodies as they are."""
    text = richtext.plain_text(body)
    mentioned_before = crisis.mentions(title, summary)
    if not (mentioned_before or crisis.mentions(text) or crisis.has_block(body)):
        return body
    block = crisis.block(lines_for(f"{title} {summary} {text}"), clinic().emergency_number)
    return richtext.clean(crisis.with_block(body, richtext.clean(block), mentioned_before=mentioned_before))


def lines_for(text: str) -> list[crisis.Line]:
    """The lines of the clinic's country that are in use and are for everybody, or for those the words are about."""
    audiences = [Audience.GENERAL, *([Audience.VETERANS] if crisis.is_for_veterans(text) else [])]
    kept = CrisisResource.objects.filter(country=clinic().country, active=True, audience__in=audiences)
    return [
        crisis.Line(
            name=each.name,
            hours=each.hours,
            phone=each.phone,
            tel=each.tel,
            then=each.then,
            sms_number=each.sms_number,
            sms=each.sms,
            sms_keyword=each.sms_keyword,
            chat_url=each.chat_url,
        )
        for each in told_here(kept)
    ]

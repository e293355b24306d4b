"""Says what saving did about the crisis box, to the person whose words it stands in now."""

from django.contrib import messages
from django.http import HttpRequest

from articles.crisis import what_happened
from articles.enums import CrisisHelp
from articles.models import Revision
from articles.richtext import clean


def tell_crisis_help(request: HttpRequest, *, was: str, typed: str, pk: int) -> None:
    """Queue the sentence for the next page, where saving added the box, put it back or made it anew."""
    saved = Revision.objects.only("body").get(pk=pk).body
    told = what_happened(was, clean(typed), saved)
    if told != CrisisHelp.NOTHING:
        messages.info(request, told.label)

"""The blind second look: the words and the article, and neither what the checks found nor who decided what."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown
from clinic_cms.shared.refusal import Refusal
from comments.domain.moderation import MODERATE
from comments.domain.second_looks import look, open_for
from comments.models import SecondLook


@require_safe
@permission_required(MODERATE, raise_exception=True)
def show(request: AuthenticatedRequest) -> HttpResponse:
    """The oldest that this person can look at."""
    looks = open_for(request.user).select_related("decision__comment__revision", "decision__comment__parent")
    second = looks.defer("decision__comment__revision__body").first()
    comment = second.decision.comment if second else None
    return render(request, "desk/comments/second_look.html", {"second": second, "comment": comment})


@require_POST
@permission_required(MODERATE, raise_exception=True)
@refusals_shown
def answer(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    second = get_object_or_404(SecondLook.objects.select_related("decision"), pk=pk)
    said = request.POST.get("show")
    if said not in ("yes", "no"):
        raise Refusal(_("Say whether you would show it."))
    look(second, by=request.user, would_show=said == "yes")
    if said == "yes":
        messages.success(request, _("Thank you. You both see it the same way."))
        return redirect("desk:second_looks")
    messages.info(
        request, _("Thank you. The first moderator saw it otherwise, so it is up. You can take it down here.")
    )
    return redirect("desk:comment", second.decision.comment_id)

"""How the clinic takes comments: the rules of the site, the switches of topics and articles, and how they were."""

from typing import Final

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clinic_cms.shared.http import AuthenticatedRequest, conflict_shown
from clinic_cms.shared.refusal import Refusal, StaleRefusal
from comments.domain import keeping_rules
from comments.domain.rules import KEEP_RULES, rules
from comments.models import CommentRules, CommentSwitch
from comments.rules_form import RulesForm, SwitchForm

MOST_SHOWN: Final = 20


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(KEEP_RULES, raise_exception=True)
def show(request: AuthenticatedRequest) -> HttpResponse:
    form = RulesForm(rules(), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            keeping_rules.keep(by=request.user, **form.cleaned_data)
            messages.success(request, _("These rules hold from now on."))
            return redirect("desk:comment_rules")
        except StaleRefusal as refusal:
            return conflict_shown(request, refusal, list(filter(None, [form.cleaned_data["consent_text"]])))
        except Refusal as refusal:
            form.add_error(refusal.field or None, refusal.reason)
    return _page(request, form, SwitchForm())


@require_POST
@permission_required(KEEP_RULES, raise_exception=True)
def switch(request: AuthenticatedRequest) -> HttpResponse:
    form = SwitchForm(request.POST)
    if form.is_valid():
        try:
            keeping_rules.switch(by=request.user, **form.said())
            messages.success(request, _("Done. It holds from now on."))
            return redirect("desk:comment_rules")
        except Refusal as refusal:
            form.add_error(None, refusal.reason)
    return _page(request, RulesForm(rules()), form)


def _page(request: AuthenticatedRequest, form: RulesForm, switches: SwitchForm) -> HttpResponse:
    context = {
        "form": form,
        "switch_form": switches,
        "switches": CommentSwitch.objects.select_related("topic", "article__live_revision", "by")[:MOST_SHOWN],
        "history": CommentRules.objects.select_related("by").prefetch_related("on_call")[:MOST_SHOWN],
    }
    return render(request, "desk/comments/rules.html", context, status=422 if form.errors or switches.errors else 200)

"""The page on which every live article of a topic is withdrawn in one act."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from articles.domain.withdrawing import live_on, withdraw_topic
from articles.enums import Status
from articles.models import Revision, Topic
from articles.workflow import WITHDRAW
from clinic_cms.shared.http import AuthenticatedRequest, conflict_shown
from clinic_cms.shared.refusal import Refusal, StaleRefusal


class TopicWithdrawalForm(forms.Form):
    """Why, what readers are told, and that the list was read. `seen` are the revisions that were in it."""

    note = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("For your colleagues. Readers don't see it."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Please say why. The note is kept for ever.")},
    )
    notice = forms.CharField(
        label=gettext_lazy("What readers are told"),
        help_text=gettext_lazy("Stands in place of each article, under “We took this article down on” and the date."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Please write one or two sentences for readers.")},
    )
    read = forms.BooleanField(
        error_messages={"required": gettext_lazy("Please read the list first. It may have changed.")},
    )

    def __init__(self, live: list[Revision], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.current = seen_token(live)
        self.fields["read"].label = ngettext(
            "I have read the list: %(count)d article comes down",
            "I have read the list: %(count)d articles come down",
            len(live),
        ) % {"count": len(live)}

    @property
    def seen(self) -> set[int]:
        return {int(each) for each in self.data.get("seen", "").split(",") if each.isdecimal() and len(each) < 19}


def seen_token(live: list[Revision]) -> str:
    return ",".join(str(revision.pk) for revision in live)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(WITHDRAW, raise_exception=True)
def withdraw(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """The list of what would come down; a POST takes it down, with whatever has gone live since."""
    topic = get_object_or_404(Topic, pk=pk)
    form = TopicWithdrawalForm(list(live_on(topic)), request.POST or None)
    if not form.is_valid():
        return _page(request, topic, form, status=422 if form.is_bound else 200)
    words = {name: form.cleaned_data[name] for name in ("note", "notice")}
    try:
        done = withdraw_topic(topic, by=request.user, seen=form.seen, **words)
    except StaleRefusal as refusal:
        return conflict_shown(request, refusal, list(words.values()))
    except Refusal as refusal:
        form.add_error(None, refusal.reason)
        return _page(request, topic, form, status=422)
    messages.success(request, done.sentence)
    return redirect("desk:follow_ups")


def _page(request: AuthenticatedRequest, topic: Topic, form: TopicWithdrawalForm, *, status: int) -> HttpResponse:
    """The list as it is now. A tick that was set on another list is taken back."""
    live = list(live_on(topic))
    if form.is_bound and form.seen != {revision.pk for revision in live}:
        form.data = {name: form.data.get(name, "") for name in ("note", "notice")}
        messages.info(request, _("The list has changed. Please read it again."))
    scheduled = Revision.objects.filter(topic=topic, status=Status.SCHEDULED).count()
    context = {"topic": topic, "form": form, "live": live, "seen": seen_token(live), "scheduled": scheduled}
    return render(request, "desk/topics/withdraw.html", context, status=status)

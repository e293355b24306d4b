"""The topics of the library: whoever publishes keeps the shelves. A topic's address never changes."""

from typing import Any, Final

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import format_lazy, slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from articles.enums import Risk
from articles.models import Topic
from articles.workflow import MOST_REVIEW_MONTHS, PUBLISH, REVIEW_MONTHS
from clinic_cms.shared.http import AuthenticatedRequest
from clinic_cms.shared.languages import language_name

OTHERS: Final = [(code, name) for code, name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
LONGEST: Final = {"name": 80, "description": 300}
keeps_topics = permission_required(PUBLISH, raise_exception=True)


class TopicForm(forms.ModelForm):
    class Meta:
        model = Topic
        fields = ("name", "description", "risk", "review_months")
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "risk": gettext_lazy(
                "High risk asks for two clinical sign-offs. A change counts from the next submission; reviews that are "
                "under way keep what they were asked for."
            ),
            "review_months": format_lazy(
                gettext_lazy(
                    "How long a review of a whole article holds, {most} months at most. Empty: {standard} months, or "
                    "{high} where the risk is high. A change counts from the next review; live words keep their date."
                ),
                most=MOST_REVIEW_MONTHS,
                standard=REVIEW_MONTHS[Risk.STANDARD],
                high=REVIEW_MONTHS[Risk.HIGH],
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, _name in OTHERS:
            said = self.instance.translations.get(code, {})
            labels = {"name": _("Name in %(language)s"), "description": _("Description in %(language)s")}
            for each, label in labels.items():
                widget = forms.Textarea(attrs={"rows": 3, "lang": code}) if each == "description" else None
                self.fields[f"{each}_{code}"] = forms.CharField(
                    label=label % {"language": language_name(code)},
                    max_length=LONGEST[each],
                    required=False,
                    widget=widget or forms.TextInput(attrs={"lang": code}),
                    initial=said.get(each, ""),
                )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for code, _name in OTHERS:
            if cleaned.get(f"description_{code}") and not cleaned.get(f"name_{code}"):
                self.add_error(
                    f"name_{code}",
                    _("Write the name in %(language)s too.") % {"language": language_name(code)},
                )
        return cleaned

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        self.slug = self.instance.slug or slugify(name)
        if not self.slug or Topic.objects.filter(slug=self.slug).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Choose another name; this one makes no address of its own."), code="taken")
        return name

    def save(self, commit: bool = True) -> Any:
        self.instance.slug = self.slug
        said = {
            code: {each: self.cleaned_data[f"{each}_{code}"] for each in ("name", "description")} for code, _n in OTHERS
        }
        self.instance.translations |= said
        self.instance.translations = {code: each for code, each in self.instance.translations.items() if each["name"]}
        return super().save(commit)


@require_safe
@keeps_topics
def index(request: AuthenticatedRequest) -> HttpResponse:
    return render(request, "desk/topics/list.html", {"topics": Topic.objects.all()})


@require_http_methods(["GET", "HEAD", "POST"])
@keeps_topics
def edit(request: AuthenticatedRequest, pk: int | None = None) -> HttpResponse:
    topic = get_object_or_404(Topic, pk=pk) if pk else None
    form = TopicForm(request.POST or None, instance=topic)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("desk:topics")
    status = 422 if form.is_bound else 200
    return render(request, "desk/topics/edit.html", {"form": form, "topic": topic}, status=status)

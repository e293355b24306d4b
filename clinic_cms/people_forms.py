"""Forms for people and their credentials."""

from typing import Any, Final

from django import forms
from django.conf import settings
from django.contrib.auth.models import Group
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from clinic_cms.models import Credential, User
from clinic_cms.roles import LABELS
from clinic_cms.shared.languages import language_name

OTHERS: Final = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]


class PersonForm(forms.ModelForm):
    """A person's details, their roles, and whether the account is open."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=list(LABELS.items()), widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = User
        fields = (
            "honorific",
            "full_name",
            "job_title",
            "email",
            "language",
            "username",
            "slug",
            "biography",
            "roles",
            "is_active",
        )
        labels = {"is_active": _("The account is open")}
        help_texts = {
            "is_active": _("Close the account when somebody leaves. What they did keeps their name."),
            "username": _("What this person signs in with: letters, digits and @ . + - _ are possible."),
            "slug": _("The last part of this person's page address. Left empty, it is made from the name."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ask_in_other_languages()
        if self.instance.pk:
            self.fields["roles"].initial = list(self.instance.groups.values_list("name", flat=True))
        else:
            del self.fields["is_active"]

    def _ask_in_other_languages(self) -> None:
        """The role at the clinic once more for each language that readers find it in, right after its field."""
        asked = {}
        for name, field in self.fields.items():
            asked[name] = field
            if name == "job_title":
                asked |= {f"job_title_{code}": self._role_in(code) for code in OTHERS}
        self.fields = asked

    def _role_in(self, code: str) -> forms.CharField:
        return forms.CharField(
            label=_("Role at the clinic in %(language)s") % {"language": language_name(code)},
            max_length=120,
            required=False,
            widget=forms.TextInput(attrs={"lang": code}),
            initial=self.instance.translations.get(code, {}).get("job_title", ""),
        )

    def clean_email(self) -> str:
        """People sign in with it, and there `Ana@` and `ana@` are the same person."""
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Somebody else has this e-mail address. Choose another."), code="taken")
        return email

    def clean_slug(self) -> str | None:
        slug = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("full_name", ""))[:60]
        if slug and User.objects.filter(slug=slug).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Somebody else has this address. Choose another."), code="taken")
        return slug or None

    def save(self, commit: bool = True) -> User:
        """Save the person and give exactly the roles that are ticked."""
        person: User = super().save(commit=False)
        if not person.pk:
            person.set_unusable_password()
        said = {code: self.cleaned_data[f"job_title_{code}"] for code in OTHERS}
        person.translations |= {code: {"job_title": role} for code, role in said.items()}
        person.save()
        person.groups.set(Group.objects.filter(name__in=self.cleaned_data["roles"]))
        return person


class CredentialForm(forms.ModelForm):
    expires_on = forms.DateField(
        label=_("Valid until"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    class Meta:
        model = Credential
        fields = ("title", "issuer", "number", "expires_on")

"""Forms for people and their credentials."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from clinic_cms.models import Credential, User
from clinic_cms.roles import LABELS


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
            "slug": _("The last part of this person's page address. Left empty, it is made from the name."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["roles"].initial = list(self.instance.groups.values_list("name", flat=True))
        else:
            del self.fields["is_active"]

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

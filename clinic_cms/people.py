"""The administrator's screens: add people, give roles, keep credentials, close accounts."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clinic_cms.credentials import verify
from clinic_cms.invitations import invitation_address
from clinic_cms.models import Credential, User
from clinic_cms.people_forms import CredentialForm, PersonForm
from clinic_cms.roles import MANAGE_PEOPLE, labels_of
from clinic_cms.shared.http import AuthenticatedRequest, refusals_shown

manages_people = permission_required(MANAGE_PEOPLE, raise_exception=True)


@require_safe
@manages_people
def index(request: AuthenticatedRequest) -> HttpResponse:
    people = User.objects.prefetch_related("groups", "credentials").order_by("-is_active", "full_name")
    rows = [(person, labels_of(group.name for group in person.groups.all())) for person in people]
    return render(request, "desk/people/list.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@manages_people
def new(request: AuthenticatedRequest) -> HttpResponse:
    form = PersonForm(request.POST or None)
    if form.is_bound and form.is_valid():
        person = form.save()
        messages.success(request, _("%(name)s was added. Make an invitation and pass it on.") % {"name": person})
        return redirect("desk:person", person.pk)
    return render(request, "desk/people/new.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@manages_people
def show(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    person = get_object_or_404(User, pk=pk)
    form = PersonForm(request.POST or None, instance=person)
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("desk:person", pk)
    return _person_page(request, person, form=form, status=422 if form.is_bound else 200)


@require_POST
@manages_people
def add_credential(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Record a credential; it counts only once somebody else has verified it with its issuer."""
    person = get_object_or_404(User, pk=pk)
    form = CredentialForm(request.POST, instance=Credential(person=person))
    if not form.is_valid():
        return _person_page(request, person, credential_form=form, status=422)
    form.save()
    messages.success(request, _("Recorded. Check it with the issuer, then mark it as verified."))
    return redirect("desk:person", pk)


@require_POST
@manages_people
@refusals_shown
def verify_credential(request: AuthenticatedRequest, pk: int, credential_pk: int) -> HttpResponse:
    verify(get_object_or_404(Credential, pk=credential_pk, person=pk), by=request.user)
    messages.success(request, _("Verified today."))
    return redirect("desk:person", pk)


@require_POST
@manages_people
def invite(request: AuthenticatedRequest, pk: int) -> HttpResponse:
    """Show, once, the address at which this person chooses a password."""
    person = get_object_or_404(User, pk=pk, is_active=True)
    return _person_page(request, person, invitation_url=invitation_address(person))


def _person_page(request: AuthenticatedRequest, person: User, *, status: int = 200, **extra: object) -> HttpResponse:
    context = {
        "person": person,
        "form": PersonForm(instance=person),
        "credentials": person.credentials.select_related("verified_by"),
        "credential_form": CredentialForm(),
        **extra,
    }
    return render(request, "desk/people/person.html", context, status=status)

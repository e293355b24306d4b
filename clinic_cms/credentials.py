"""The verification of credentials."""

from django.utils import timezone
from django.utils.translation import gettext as _

from clinic_cms.models import Credential, User
from clinic_cms.shared.refusal import Refusal


def verify(credential: Credential, *, by: User) -> Credential:
    """Record that `by` has checked a credential with its issuer today. Nobody verifies their own."""
    if credential.person_id == by.pk:
        raise Refusal(_("Nobody can verify their own credential. Ask another administrator."))
    credential.verified_on, credential.verified_by = timezone.localdate(), by
    credential.save(update_fields=["verified_on", "verified_by"])
    return credential

from clinic_cms.models.clinic_profile import ClinicChange, ClinicLogo, ClinicProfile
from clinic_cms.models.people import Credential, CredentialQuerySet, User

__all__ = ["ClinicChange", "ClinicLogo", "ClinicProfile", "Credential", "CredentialQuerySet", "User"]

"""The accounts of the demonstration's people, and their credentials."""

from collections.abc import Mapping
from datetime import timedelta

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils import timezone
from django.utils.text import slugify

from clinic_cms.demonstration import kinds
from clinic_cms.demonstration.people import PEOPLE
from clinic_cms.models import Credential, User


def add(person: kinds.Person, password: str) -> User:
    user = User.objects.create(
        username=person.username,
        password=make_password(password),
        full_name=person.full_name,
        honorific=person.honorific,
        job_title=person.job_title,
        translations={"es": {"job_title": person.job_title_es}},
        biography=person.bio,
        email=person.email,
        slug=slugify(person.full_name),
    )
    user.groups.add(Group.objects.get(name=person.role))
    return user


def verify_credentials(people: Mapping[str, User]) -> None:
    """The administrator has checked each with its issuer."""
    today = timezone.localdate()
    for person in PEOPLE:
        for each in person.credentials:
            Credential.objects.create(
                person=people[person.username],
                title=each.title,
                issuer=each.issuer,
                number=each.number,
                expires_on=today + timedelta(days=each.valid_days),
                verified_on=today - timedelta(days=each.verified_days_ago),
                verified_by=people["admin"],
            )

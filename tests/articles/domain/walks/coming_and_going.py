"""People come and go: accounts are closed and opened, roles taken and given, credentials run out and are renewed."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone
from hypothesis.stateful import rule

from clinic_cms.models import Credential, User
from tests.articles.domain.walks.desk import CHOICES, ROLES, Desk
from tests.articles.domain.walks.looking_back import Away


class ComingAndGoing(Desk):
    @rule(who=CHOICES)
    def close_an_account_and_open_another(self, who: int) -> None:
        """At most one is closed at a time, so that there is always somebody left to do the work."""
        chosen = self.anybody(who)
        for person in User.objects.filter(is_active=False):
            self.back(person)
        if chosen.is_active:
            User.objects.filter(pk=chosen.pk).update(is_active=False)
            self.away.append(Away(chosen.pk, timezone.now()))

    @rule(who=CHOICES)
    def take_a_role_and_give_another_back(self, who: int) -> None:
        chosen = self.anybody(who)
        for number, role in enumerate(ROLES):
            self.people[number].groups.set(Group.objects.filter(name=role))
        if not chosen.is_superuser:
            chosen.groups.clear()

    @rule(who=CHOICES)
    def let_a_credential_run_out_and_renew_another(self, who: int) -> None:
        chosen, today = self.anybody(4 + who % 4), timezone.localdate()
        Credential.objects.all().update(expires_on=today + timedelta(days=90))
        chosen.credentials.update(expires_on=today - timedelta(days=1))

    def back(self, person: User) -> None:
        User.objects.filter(pk=person.pk).update(is_active=True)
        self.away = [each.until_now() if each.person == person.pk else each for each in self.away]

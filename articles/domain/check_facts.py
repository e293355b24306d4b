"""Gathers what the clinical checks are told of a revision besides its words."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.conf import settings
from django.utils import timezone

from articles import checks
from articles.checks import (
    ChangeFacts,
    ConditionFacts,
    CrisisLine,
    DrugFacts,
    Facts,
    PictureFacts,
    ServiceFacts,
    SourceFacts,
)
from articles.domain.change_facts import change_facts
from articles.domain.links import dead_links
from articles.domain.patient_stories import story_facts
from articles.domain.picture_uses import pictures_of
from articles.enums import Audience, Standing
from articles.models import ClinicPhone, ClinicService, Condition, CrisisResource, Drug, DrugUse, Reference, Revision
from clinic_cms.profile import clinic


def facts_of(
    revision: Revision,
    *,
    signed_clinically: bool | None = None,
    references: Iterable[Reference] | None = None,
    change: ChangeFacts | None = None,
) -> Facts:
    """What stands in the database around these words now. `signed_clinically` is None until a sign-off is asked for;
    `references` stand in for those that are saved, and `change` for what was submitted.
    """
    if references is None:
        references = Reference.objects.filter(revision=revision).as_listed()
    return Facts(
        language=revision.article.language,
        title=revision.title,
        summary=revision.summary,
        byline=revision.byline,
        author_role=revision.author.job_title,
        interests=revision.interests,
        disclaimer=revision.disclaimer,
        kind=revision.kind,
        is_site_page=revision.article.site_page is not None,
        audience=revision.audience,
        ai_assistance=revision.ai_assistance,
        references=tuple(source_facts(references)),
        pictures=tuple(_picture_facts(revision)),
        drugs=_drugs(),
        conditions=tuple(ConditionFacts(name=each.name, synonyms=each.names[1:]) for each in Condition.objects.all()),
        crisis_lines=_crisis_lines(),
        clinic_phones=tuple(each.digits for each in ClinicPhone.objects.filter(active=True).order_by("number")),
        services=tuple(
            ServiceFacts(name=each.name, sentence=each.sentence, synonyms=each.names[1:])
            for each in ClinicService.objects.filter(active=True)
        ),
        stories=story_facts(revision),
        signed_clinically=signed_clinically,
        review_months=revision.months_between_reviews,
        next_review_due=revision.next_review_due,
        change=change or change_facts(revision),
        dead_links=dead_links(revision.body),
        own_hosts=tuple(host.lstrip(".") for host in settings.ALLOWED_HOSTS),
        today=timezone.localdate(),
    )


def source_facts(references: Iterable[Reference]) -> Iterable[SourceFacts]:
    for each in references:
        yield SourceFacts(
            position=each.position,
            kind=each.kind,
            title=each.title,
            container=each.container,
            year=each.year,
            doi=each.doi,
            pmid=each.pmid,
            isbn=each.source.isbn if each.source else "",
            url=each.url,
            study_type=each.study_type,
            participants=each.participants,
            population=each.population,
            status=each.status,
        )


def _picture_facts(revision: Revision) -> Iterable[PictureFacts]:
    for each in pictures_of(revision):
        yield PictureFacts(
            src=each.src,
            alt=each.alt or "",
            decorative=each.decorative,
            depicts_patient=each.depicts_patient,
            consent_valid=each.consent_valid,
        )


def _drugs() -> tuple[DrugFacts, ...]:
    """Every medicine that is kept, with what it is approved for by any authority, and what it is used for besides."""
    uses: dict[int, dict[str, list[str]]] = {}
    for use in DrugUse.objects.select_related("condition").order_by("pk"):
        kind = "approved" if use.standing == Standing.APPROVED else "off_label"
        uses.setdefault(use.drug_id, {}).setdefault(kind, []).append(use.condition.name)
    return tuple(
        DrugFacts(
            name=drug.name,
            synonyms=drug.names[1:],
            schedule=drug.schedule,
            approved=tuple(uses.get(drug.pk, {}).get("approved", ())),
            off_label=tuple(uses.get(drug.pk, {}).get("off_label", ())),
        )
        for drug in Drug.objects.all()
    )


def _crisis_lines() -> tuple[CrisisLine, ...]:
    """The numbers of the clinic's country, those that were switched off too."""
    lines = CrisisResource.objects.filter(country=clinic().country)
    return tuple(each for line in lines for each in _numbers(line))


def _numbers(line: CrisisResource) -> Iterator[CrisisLine]:
    """The number that is called and the one that is texted, as far as there are."""
    to_call = CrisisLine(
        digits=line.tel.lstrip("+"),
        written=line.phone,
        then=line.then,
        active=line.active,
        language=line.language,
        for_all=line.audience == Audience.GENERAL,
    )
    if line.tel:
        yield to_call
    if line.sms:
        digits = line.sms.lstrip("+")
        yield replace(to_call, digits=digits, written=line.sms_number, then="", is_text=True, word=line.sms_keyword)


VERSIONS = {"engine_version": checks.ENGINE_VERSION, "ruleset_version": checks.RULESET_VERSION}

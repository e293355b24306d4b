"""The people of Alder Street Clinic. All of them, their licenses and their addresses are made up."""

from typing import Final

from clinic_cms.demonstration.kinds import Credential, Person

PEOPLE: Final[tuple[Person, ...]] = (
    Person(
        username="editor",
        full_name="Maya Castellanos",
        honorific="",
        job_title="Health writer and editor",
        job_title_es="Redactora y editora de salud",
        role="editor",
        bio="Maya writes most of our articles. She worked as a hospital interpreter in Spanish and English for nine "
        "years, and learned there that a clear sentence can be as kind as a warm hand.",
        email="maya.castellanos@alderstreet.example",
    ),
    Person(
        username="editor2",
        full_name="Desmond Achterberg",
        honorific="",
        job_title="Managing editor",
        job_title_es="Jefe de redacción",
        role="editor",
        bio="Desmond looks after our editorial standards and reads every article before it goes out. He trained as a "
        "librarian and still enjoys chasing a number back to the study it came from.",
        email="desmond.achterberg@alderstreet.example",
    ),
    Person(
        username="clinician",
        full_name="Priyamvada Nair",
        honorific="Dr",
        job_title="Psychiatrist",
        job_title_es="Psiquiatra",
        role="clinician",
        bio="Dr Nair cares for adults with depression, anxiety and the after-effects of trauma. She leads our "
        "psychiatry team and takes part in its infusion service.",
        email="priyamvada.nair@alderstreet.example",
        credentials=(
            Credential(
                title="MD, board-certified psychiatrist",
                issuer="State Board of Medical Examiners",
                number="DEMO-PSY-20417",
                verified_days_ago=352,
                valid_days=690,
            ),
        ),
    ),
    Person(
        username="clinician2",
        full_name="Tobias Okonjo-Reyes",
        honorific="Dr",
        job_title="Family doctor",
        job_title_es="Médico de familia",
        role="clinician",
        bio="Dr Okonjo-Reyes sees people of every age, from newborn babies to great-grandparents. He has a special "
        "interest in blood pressure, and in not treating what will get better without treatment.",
        email="tobias.okonjo-reyes@alderstreet.example",
        credentials=(
            Credential(
                title="MD, board-certified in family medicine",
                issuer="State Board of Medical Examiners",
                number="DEMO-FAM-11862",
                verified_days_ago=350,
                valid_days=545,
            ),
            Credential(
                title="Pediatric advanced life support",
                issuer="Mountain Region Resuscitation Council",
                number="DEMO-PALS-3306",
                verified_days_ago=350,
                valid_days=410,
            ),
        ),
    ),
    Person(
        username="publisher",
        full_name="Linh Hartsfield",
        honorific="",
        job_title="Head of patient information",
        job_title_es="Directora de información para pacientes",
        role="publisher",
        bio="Linh decides when an article goes live and when it must come down. She was a nurse on a stroke ward "
        "before she came to us.",
        email="linh.hartsfield@alderstreet.example",
    ),
    Person(
        username="moderator",
        full_name="Samir Quinterley",
        honorific="",
        job_title="Community moderator",
        job_title_es="Moderador de la comunidad",
        role="moderator",
        bio="Samir reads every comment before it appears. He answers the front desk phone on Tuesdays, so he knows "
        "most of the questions already.",
        email="samir.quinterley@alderstreet.example",
    ),
    Person(
        username="moderator2",
        full_name="Joanna Whitehorse-Bell",
        honorific="",
        job_title="Patient advocate and moderator",
        job_title_es="Defensora del paciente y moderadora",
        role="moderator",
        bio="Joanna helps people who have a complaint or a worry about their care. She is trained in mental health "
        "first aid and looks after the comments that need a careful reader.",
        email="joanna.whitehorse-bell@alderstreet.example",
    ),
    Person(
        username="privacy",
        full_name="Ines Aldecott",
        honorific="",
        job_title="Privacy officer",
        job_title_es="Responsable de privacidad",
        role="privacy_officer",
        bio="Ines answers for how the clinic treats what people tell it. She sees what was taken out of a comment, and "
        "nobody else does.",
        email="ines.aldecott@alderstreet.example",
    ),
    Person(
        username="admin",
        full_name="Ruben Falkenrath",
        honorific="",
        job_title="Systems administrator",
        job_title_es="Administrador de sistemas",
        role="administrator",
        bio="Ruben keeps the site running and looks after accounts. He can't publish an article, and likes it so.",
        email="ruben.falkenrath@alderstreet.example",
    ),
)

"""The shelves of the library."""

from typing import Final

from clinic_cms.demonstration.kinds import Topic

TOPICS: Final[tuple[Topic, ...]] = (
    Topic(
        slug="mental-health",
        name="Mental health",
        description="Anxiety, low mood, trauma and the treatments for them, with what is known and what is not.",
        risk="high",
        translations={
            "es": {
                "name": "Salud mental",
                "description": "Ansiedad, bajo ánimo, trauma y sus tratamientos: lo que se sabe y lo que no.",
            }
        },
    ),
    Topic(
        slug="medicines",
        name="Medicines",
        description="What a medicine can do, what it can't, its risks, and the questions to ask before you start.",
        risk="high",
        review_months=6,
        translations={
            "es": {
                "name": "Medicamentos",
                "description": "Lo que un medicamento puede hacer y lo que no, sus riesgos, y qué preguntar antes.",
            }
        },
    ),
    Topic(
        slug="childrens-health",
        name="Children's health",
        description="Common illnesses of babies and children, how to help at home, and when to call us.",
        risk="high",
        translations={
            "es": {
                "name": "Salud infantil",
                "description": "Enfermedades comunes de bebés y niños, cómo ayudar en casa y cuándo llamarnos.",
            }
        },
    ),
    Topic(
        slug="heart-and-circulation",
        name="Heart and circulation",
        description="Blood pressure, heart attack and stroke: how to lower your risk and check your own numbers.",
        risk="standard",
        translations={
            "es": {
                "name": "Corazón y circulación",
                "description": "Presión arterial, infarto y derrame cerebral: cómo bajar su riesgo y medirse usted.",
            }
        },
    ),
    Topic(
        slug="everyday-health",
        name="Everyday health",
        description="Sleep, back pain, vaccines and other everyday matters you can do a lot about yourself.",
        risk="standard",
        translations={
            "es": {
                "name": "Salud de todos los días",
                "description": "Sueño, dolor de espalda, vacunas y otros asuntos en los que usted puede hacer mucho.",
            }
        },
    ),
)

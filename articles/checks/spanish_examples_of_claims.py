"""What the rules about claims, treatments, stories and passive sentences must find in Spanish, and must let stand."""

from collections.abc import Mapping
from typing import Final

from articles.checks.facts import PictureFacts, StoryFacts
from articles.checks.rule import Example
from articles.checks.spanish_facts import in_spanish as _es

_LONG: Final = "Las infusiones de ketamina duran cuarenta minutos y las da una enfermera en una sala tranquila. " * 4
_STORY: Final = "<blockquote><p>No podía dormir. Mis noches vuelven a ser mías.</p></blockquote>"
_PICTURE: Final = "<p>Palabras.<img src='/media/a.jpg' alt='Una mujer'></p>"

MUST: Final[Mapping[str, tuple[Example, ...]]] = {
    "CLM-02": (
        _es("La infusión de ketamina es segura y eficaz."),
        _es("Está clinicamente comprobado."),
        _es("Es un tratamiento seguro, rápido y efectivo."),
        _es("Las infusiones son muy eficaces contra el TEPT."),
        _es("La ketamina es segura."),
        _es("No solo es segura y eficaz: también es rápida."),
        _es("Siga leyendo.", title="Alivio eficaz y seguro"),
        _es("Un estudio fue pequeño [1]. El tratamiento es seguro y eficaz."),
        _es("Si se usa bien, la ketamina es segura."),
        _es("<ul><li>Una terapia <em>segura</em></li></ul>"),
        _es("Un método de probada eficacia."),
        _es("Comprobado cientificamente."),
    ),
    "CLM-04": (
        _es("La ketamina está aprobada por la FDA para la depresión."),
        _es("La FDA aprobó la ketamina para tratar el TEPT."),
        _es("La Administración de Alimentos y Medicamentos (FDA) ha aprobado la ketamina para el TEPT."),
        _es("La FDA de EE. UU. autorizó la ketamina para el TEPT."),
        _es("La ketamina se usa en cirugía. También tiene la aprobacion de la FDA para la depresion."),
        _es("La ketamina es un medicamento aprobado por la FDA que se usa para la depresión."),
        _es("La ketamina no solo está aprobada para la depresión: es rápida."),
        _es("La ketamina esta aprobada para el TEPT."),
        _es("La FDA (Food and Drug Administration) aprobó la ketamina para la depresión."),
        _es("La FDA ya ha dado luz verde a la ketamina para el TEPT."),
    ),
    "CLM-05": (
        _es("Actúa más rápido que los antidepresivos."),
        _es("Las infusiones son mas seguras que las pastillas."),
        _es("La ketamina es el tratamiento más eficaz."),
        _es("Una infusión es superior a las pastillas."),
        _es("Los medicamentos convencionales suelen ser ineficaces."),
        _es("A diferencia de los antidepresivos tradicionales, actúa en horas."),
        _es("Es un tratamiento revolucionario."),
        _es("Le ofrecemos la mejor terapia."),
        _es("Es mejor que cualquier pastilla."),
        _es("Es el mayor avance en décadas."),
        _es("Es uno de los tratamientos más eficaces."),
    ),
    "DRG-01": (
        _es("<p>La ketamina es un anestésico.</p><p>En 2000 un equipo usó el medicamento para la depresión.</p>"),
        _es("<p>La ketamina es un anestésico.</p><p>Puede aliviarte la depresion.</p>"),
        _es("La ketamina alivió el TEPT."),
    ),
    "DRG-02": (
        _es("La ketamina puede ayudar a las personas. Los efectos secundarios son leves."),
        _es("La ketamina puede ayudarle."),
        _es("La ketamina sirve contra la tristeza."),
        _es("Con la ketamina, los sintomas desaparecen."),
        _es("La ketamina puede aliviarte a vos también."),
        _es("<p>La ketamina alivia los síntomas.</p><h2>Riesgos</h2><p>Las náuseas son uno.</p>"),
        _es("<p>La ketamina alivia. Vigile la presión arterial, las náuseas, la disociación y el uso indebido.</p>"),
        _es("<p>La ketamina redujo el dolor.</p><h2>Riesgos</h2><p>Pocos.</p><h2>Fin</h2><p>Mareos, fiebre.</p>"),
        _es("<p>La ketamina mejoro el animo.</p><h2>Efectos secundarios</h2><p>No se preocupe.</p>"),
    ),
    "DRG-03": (
        _es(_LONG),
        _es(f"{_LONG} Espere en la sala de espera."),
        _es(f"{_LONG} Puede esperar que haga efecto en una hora."),
        _es(f"{_LONG} Pida otra cita.", title="Infusiones de ketamina", kind="treatment"),
        _es("Estire el brazo y manténgalo así. " * 20, title="Estiramientos", kind="treatment"),
    ),
    "DRG-04": (
        _es("Un ensayo encontró que las personas se sintieron mejor [1]. Un segundo estudio encontró lo mismo [1]."),
        _es("En un estudio de 41 adultos, los síntomas mejoraron [1]."),
        _es("Segun un estudio, mejoro el sueno [1]."),
        _es("Los investigadores siguieron a 158 personas y hallaron mejoría [1]."),
        _es("El ensayo mostró alivio sin efectos secundarios [1]."),
    ),
    "GOV-07": (
        _es(_STORY),
        _es(_STORY, stories=(StoryFacts(quote="Mis noches vuelven a ser mías."),)),
        _es("<blockquote><p>Dejé de tener miedo y volví a mi trabajo.</p></blockquote>"),
        _es("<blockquote><p>Yo tenia miedo. Ahora estoy tranquila.</p></blockquote>"),
        _es("<h2>Historias de éxito</h2><p>Siga leyendo.</p>"),
        _es("<h2>Testimonios</h2><p>Siga leyendo.</p>"),
        _es("<h2>Casos reales</h2><p>Siga leyendo.</p>"),
        _es("<blockquote><p>Sentía que no podía más, y hoy estoy bien.</p></blockquote>"),
        _es("<h2>Lo que dicen nuestros pacientes</h2><p>Siga leyendo.</p>"),
        _es(_PICTURE, pictures=(PictureFacts(src="/media/a.jpg", depicts_patient=True),)),
    ),
    "RDB-04": (
        _es("Los pacientes fueron tratados con ketamina."),
        _es("El estudio fue realizado en 2019."),
        _es("La dosis sera ajustada por el médico."),
        _es("Las muestras han sido analizadas."),
        _es("El tratamiento no es cubierto por el seguro."),
        _es("La cita puede ser cambiada."),
        _es("El libro fue escrito en 1990."),
        _es("La ketamina fue descubierta en 1962."),
    ),
}
MUST_NOT: Final[Mapping[str, tuple[Example, ...]]] = {
    "CLM-02": (
        _es("La FDA no ha determinado que la ketamina sea segura y eficaz para ese uso."),
        _es("Una guía de 2023 la consideró segura y eficaz en adultos [1]."),
        _es("¿Es segura y eficaz?"),
        _es("Nadie ha demostrado que la ketamina sea segura y eficaz."),
        _es("Pregunte si la ketamina es segura. Es segura si alguien vigila."),
        _es("La ketamina es segura para usted solo si su médico lo dice."),
        _es("Guarde la ketamina en un lugar seguro. Es seguro que no la encontrarán."),
        _es("Su seguro cubre la ketamina."),
        _es("No esta clinicamente comprobado que ayude."),
    ),
    "CLM-04": (
        _es("La sertralina está aprobada por la FDA para el TEPT."),
        _es("La ketamina no está aprobada por la FDA para la depresión."),
        _es("La FDA no ha aprobado la ketamina ni para el TEPT ni para la depresión."),
        _es("La ketamina está aprobada solo para la anestesia, no para la depresión."),
        _es("La ketamina está aprobada por la FDA como anestésico y cada vez se receta más para la depresión."),
        _es("¿Está aprobada la ketamina para la depresión?"),
        _es("Aunque la FDA aprobó la ketamina para la anestesia, no la aprobó para la depresión."),
        _es("Su médico puede recetar ketamina, aprobada por la FDA, fuera de indicación para la depresión."),
        _es("La ketamina es un anestésico. La esketamina está aprobada por la FDA para la depresión."),
        _es("La ketamina carece de la aprobacion de la FDA para la depresion."),
    ),
    "CLM-05": (
        _es("En un estudio actuó más rápido que el placebo [1]."),
        _es("No fue mejor que el placebo. Ninguna terapia es mejor que otra terapia."),
        _es("¿Cuál es mejor que las pastillas?"),
        _es("El mejor tratamiento depende de usted, y lo más seguro es preguntar."),
        _es("El corazón le late más rápido que de costumbre, y tiene fiebre superior a 38,5 °C."),
        _es("Si los antidepresivos fallan, hable con su médico."),
        _es("Puede ser más seguro esperar. Hoy son más seguros que antes."),
        _es("Un dolor más fuerte que otras veces es una señal."),
        _es("No se sabe si es mejor que las pastillas. Tomá la que tu médica te recetó."),
    ),
    "DRG-01": (
        _es("La ketamina y algunas medicinas para la depresión no se toman juntas."),
        _es("La ketamina es un anestésico. El ejercicio ayuda a las personas con depresión."),
        _es("La ketamina puede aumentar el riesgo de depresión."),
    ),
    "DRG-02": (
        _es(
            "<p>La ketamina puede ayudar.</p><h2>Riesgos y efectos secundarios</h2>"
            "<p>Presión arterial alta, disociación, náuseas y uso indebido.</p>"
        ),
        _es("<p>La ketamina ayuda.</p><h2>¿Cuándo no se debe usar?</h2><p>Con presion alta, embarazo o fiebre.</p>"),
        _es("<p>La ketamina ayuda.</p><div class='risks'><p>Mareos, nauseas y somnolencia.</p></div>"),
        _es("La ketamina es un anestésico. La dosis es de 0,5 mg."),
        _es("De la ketamina se trata en otra página."),
        _es("Nadie sabe si la ketamina ayuda."),
        _es("Pregunte a su médico si la sertralina puede ayudarle.", title="Sueño"),
    ),
    "DRG-03": (
        _es(f"{_LONG} Otras opciones: la psicoterapia, o esperar."),
        _es(f"{_LONG} Tambien existe la terapia cognitivo-conductual."),
        _es(f"{_LONG} También podés hacer ejercicio."),
        _es(f"{_LONG} Una posibilidad es no hacer nada por ahora."),
        _es("La ketamina es un anestésico."),
        _es("El TEPT es frecuente y no es una debilidad. " * 20, title="Qué es el TEPT", kind="condition"),
    ),
    "DRG-04": (
        _es("Un ensayo encontró alivio [1]. Un ensayo mayor no encontró diferencias [1]."),
        _es("Un estudio pequeño encontró que ayuda [1]."),
        _es("Según un estudio, ayuda [1]. Aún no se sabe cuánto dura."),
        _es("En un estudio, 41 adultos mejoraron [1]. Hacen falta mas estudios."),
        _es("En un estudio mejoraron, pero solo 7 personas participaron [1]."),
        _es("Descanse y beba agua."),
        _es("¿Qué muestran los estudios? Pregunte a su médica."),
    ),
    "GOV-07": (
        _es(_STORY, stories=(StoryFacts(quote="Mis noches vuelven a ser mías.", authorised=True),)),
        _es("<blockquote><p>La psicoterapia va primero, dice la guía [1].</p></blockquote>"),
        _es("<blockquote><p>Pedí ayuda, escribí a la clínica y tomá agua.</p></blockquote>"),
        _es("<blockquote><p>Llame a su médico si se siente peor. Así de fácil, aquí y allí.</p></blockquote>"),
        _es("<h2>¿Estoy en riesgo?</h2><ul><li>¿Debo llamar a mi médico?</li></ul>"),
        _es("<h2>La historia clínica del paciente</h2><p>Pídala.</p>"),
        _es(_PICTURE, pictures=(PictureFacts(src="/media/a.jpg", depicts_patient=True, consent_valid=True),)),
    ),
    "RDB-04": (
        _es("Los médicos trataron a los pacientes."),
        _es("Está recomendado. La puerta está cerrada."),
        _es("Se recomienda descansar. Usted ha tomado la pastilla."),
        _es("Es rápido y válido. Es debido al frío. No es nada. Es demasiado."),
        _es("Su vida es parecida. La fiebre es elevada. El dolor es moderado."),
    ),
}

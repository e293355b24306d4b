"""What the rules about figures, studies and reading must find in Spanish, and must let stand."""

from collections.abc import Mapping
from typing import Final

from articles.checks.facts import SourceFacts
from articles.checks.rule import Example
from articles.checks.spanish_facts import in_spanish as _es


def _of(participants: int | None, study_type: str = "rct") -> dict[str, tuple[SourceFacts, ...]]:
    source = SourceFacts(
        position=1, title="Un estudio", year="2024", doi="10.1016/x", study_type=study_type, participants=participants
    )
    return {"references": (source,)}


_HARD: Final = (
    "Las investigaciones neurobiológicas emergentes demuestran una considerable heterogeneidad farmacológica, que exige"
    " deliberaciones terapéuticas individualizadas sobre la administración, las contraindicaciones y el seguimiento. "
)
_EASY: Final = "La pastilla puede ayudarle a dormir. Tómela de noche con comida. Llámenos si se siente mal. "

MUST: Final[Mapping[str, tuple[Example, ...]]] = {
    "EVD-01": (
        _es("Cerca del 6,8 % de los adultos tiene TEPT."),
        _es("Cerca del 6.8% de los adultos tiene TEPT."),
        _es("Un 30 por ciento no mejora."),
        _es("Uno de cada cinco adultos lo padece."),
        _es("Mejoran 7 de cada 10."),
        _es("Son 6,8 por cada 100 habitantes."),
        _es("Nacen así 6 de cada mil."),
        _es("La mitad de las personas con TEPT mejora."),
        _es("Dos tercios de las mujeres lo notaron."),
        _es("La tercera parte de los ninos lo tiene."),
        _es("Afecta a 8 millones de adultos."),
        _es("Se siguió a 9.282 adultos."),
        _es("Las mujeres tienen el doble de riesgo."),
        _es("Es 2 veces mas frecuente en mujeres."),
        _es("Cerca del 6,8 % tiene TEPT. Muchos mejoran [1]."),
        _es("<table><tr><th>Adultos</th><td>6,8&nbsp;%</td></tr></table>"),
    ),
    "EVD-02": (
        _es("En un estudio publicado en JAMA Psychiatry, los investigadores reclutaron a 41 pacientes."),
        _es("Los pacientes fueron asignados al azar a dos grupos."),
        _es("Los hallazgos sugieren que dura una semana."),
        _es("<p>Un ensayo [1] fue pequeño.</p><p>El estudio encontró un beneficio al cabo de un día.</p>"),
        _es("Un equipo de un gran hospital administró ketamina a veteranos."),
        _es("Los pacientes que recibieron ketamina durmieron mejor y mejoraron."),
        _es("Segun una revision de 54 estudios, ayuda."),
        _es("Un metaanálisis reciente concluyó que ayuda."),
        _es("Una revisión sistemática de la Cochrane halló que ayuda."),
        _es("De acuerdo con un estudio de Harvard, ayuda."),
        _es("En una investigación con 30 mujeres, ayudó."),
        _es("Un grupo de científicos de la UNAM descubrió que ayuda."),
        _es("Los resultados mostraron alivio."),
        _es("Se realizó un estudio en Bogotá."),
        _es("En una encuesta nacional, pocos dormían bien."),
        _es("<ul><li>El <em>ensayo</em> incluyó a 41 adultos.</li></ul>"),
    ),
    "EVD-08": (
        _es("Ayuda [1].", **_of(7)),
        _es("Puede ayudarle [1].", **_of(None)),
        _es("Alivia el dolor [1].", **_of(300, "animal")),
        _es("Mejoro el animo [1].", **_of(41)),
        _es("<h2>Uno</h2><p>Ayuda [1].</p><h2>Dos</h2><p>Un estudio pequeño.</p>", **_of(7)),
        _es("En 158 personas alivió el dolor [1].", **_of(41)),
    ),
    "RDB-05": (
        _es("La escala CAPS bajó."),
        _es("La TCC ayuda. La terapia cognitivo-conductual (TCC) es una opción."),
        _es("Los ISRS son medicamentos."),
    ),
    "RDB-01": (_es(_HARD * 2), _es(f"<ul><li>{_HARD}</li><li>{_HARD}</li></ul>"), _es(_HARD * 2 + _EASY)),
}
MUST_NOT: Final[Mapping[str, tuple[Example, ...]]] = {
    "EVD-01": (
        _es("Cerca del 6,8 % de los adultos tiene TEPT [1]."),
        _es("Tome 1,5 mg dos veces al día: como máximo 3 dosis en 24 horas. Son 500 mcg, o 500 µg."),
        _es("Su hemoglobina debe ser menor del 7 %. El oxígeno en la sangre debe estar por encima del 92 %."),
        _es("Reduzca la dosis un 10 por ciento. Baje un 5 % de peso. Usted paga el 20 %."),
        _es("Límpielo con alcohol al 70 %, o con povidona yodada al 10 %."),
        _es("Use una crema con 15 % de óxido de zinc y FPS 30."),
        _es("Su seguro cubre el 80 % del costo y el copago es del 20 por ciento."),
        _es("Mantenga la humedad por debajo del 50 %. Con menos del 92 % de oxígeno, llame al 911."),
        _es("Si su dolor pasa de 7 de 10, llámenos al 555-555-0142."),
        _es("Empezó el 3 de mayo de 2019. En 2000 abrió una segunda clínica."),
        _es("Tomá la mitad de una tableta, o una de las dos."),
        _es("Una de cada 8 horas basta para descansar. La mayoría de las personas mejora."),
        _es("Son 1,5 veces la dosis habitual."),
    ),
    "EVD-02": (
        _es("En un estudio publicado en JAMA Psychiatry, los investigadores reclutaron a 41 pacientes [1]."),
        _es("Pregunte a su médico por los ensayos clínicos. Puede participar en un ensayo clínico."),
        _es("<h2>Qué encontró el estudio</h2><p>Siga leyendo.</p>"),
        _es("El análisis de sangre mostró anemia. Los resultados de su análisis llegan mañana."),
        _es("Mi hija estudió medicina en Bogotá."),
        _es("¿Qué encontró el estudio?"),
        _es("En un estudio de 41 adultos, algunos mejoraron. Era pequeño [1]."),
        _es("Según la encuesta que llenó, duerme poco. En la encuesta, responda con sinceridad."),
        _es("Un equipo médico estudió su caso. Un grupo de amigos dio un paseo. Dos mujeres recibieron el alta."),
        _es("El equipo de la clínica lo atiende de lunes a viernes. El equipo observó la herida."),
        _es("Según un informe de su médico, usted puede volver a casa."),
        _es("Los ensayos clínicos aleatorizados son la mejor prueba. Los estudios muestran poco."),
    ),
    "EVD-08": (
        _es("En un estudio pequeño, de 7 personas, ayudó [1].", **_of(7)),
        _es("En siete personas ayudó [1].", **_of(7)),
        _es("Ayuda [1].", **_of(300)),
        _es("Ayuda [1].", **_of(None, "guideline")),
        _es("Se trata de un anestésico que dura una hora [1].", **_of(7)),
        _es("En ratones alivió el dolor [1].", **_of(300, "animal")),
    ),
    "RDB-05": (
        _es("El trastorno por estrés postraumático (TEPT) es frecuente. El TEPT se trata."),
        _es("El trastorno por estrés postraumático, o TEPT, es frecuente."),
        _es("La TCC (terapia cognitivo-conductual) ayuda."),
        _es("Envíe la palabra AYUDA. NO TOME DOS. Es común en EE. UU. y con VIH."),
        _es("Es un medicamento de la Lista III para la diabetes tipo II."),
    ),
    "RDB-01": (_es(_EASY * 3), _es("Rehabilitación multidisciplinaria."), _es(f"<h2>{_HARD}</h2><p>{_EASY * 3}</p>")),
}

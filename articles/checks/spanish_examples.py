"""What the rules must find in Spanish, and what they must let stand."""

from collections.abc import Mapping
from typing import Final

from articles.checks.rule import Example
from articles.checks.spanish_facts import in_spanish as _es

_DISCLAIMER: Final = (
    "Este artículo es información general. No es un consejo médico y no reemplaza una consulta. Hable con su médico o"
    " farmacéutico.\n\nEn una emergencia, llame al 911."
)
_HELP: Final = "<p>Llame al <a href='tel:988'>988</a> a cualquier hora.</p>"

MUST: Final[Mapping[str, tuple[Example, ...]]] = {
    "SAF-01": (
        _es("Algunas personas piensan en el suicidio."),
        _es("Puede tener ganas de morir."),
        _es("Si piensa en quitarse la vida, hable con alguien."),
        _es("Hay quien piensa en hacerse daño."),
        _es("La autolesion es frecuente."),
        _es("Si piensas en lastimarte, hablá con alguien."),
        _es("Tiene impulsos de herirse."),
        _es("Algunas personas se sienten mejor al cortarse a proposito."),
        _es("Si piensa en el suicidio, llame al 1-800-555-0199."),
    ),
    "SAF-02": (
        _es("Cometió suicidio en 2019."),
        _es("Fue un intento fallido de suicidio."),
        _es("Logró suicidarse."),
    ),
    "SAF-03": (
        _es("Intentó suicidarse con un frasco de pastillas."),
        _es("Se quitó la vida al saltar de un puente."),
        _es("En la mayoría de los suicidios hay una pistola."),
    ),
    "SAF-04": (_es("Hay una epidemia de suicidios."), _es("Fue un grito de auxilio.")),
    "SAF-05": (
        _es("Los esquizofrénicos también trabajan."),
        _es("Ayuda a los adictos."),
        _es("Es un enfermo mental."),
    ),
    "SAF-06": (
        _es("Llame a la línea de crisis: 1-800-555-0199."),
        _es("Si piensa en el suicidio, envíe un mensaje al 741741."),
    ),
    "CLM-01": (
        _es("La ketamina cura el TEPT."),
        _es("El alivio está garantizado; garantizamos resultados."),
        _es("Es un tratamiento milagroso."),
        _es("No tiene efectos secundarios."),
        _es("Es completamente segura."),
        _es("Es eficaz y no tiene riesgos."),
    ),
    "CLM-03": (
        _es("La ketamina no es adictiva."),
        _es("La ketamina actúa pronto. Este tratamiento no crea dependencia."),
        _es("Es un tratamiento rápido que no crea adiccion."),
    ),
    "CLM-06": (_es("Recupere su vida."), _es("Usted se sentirá mejor.")),
    "CLM-07": (_es("Llámenos hoy."), _es("Pida su cita ahora.")),
    "EVD-03": (
        _es("Los estudios demuestran que ayuda."),
        _es("Los estudios clínicos han demostrado que ayuda."),
        _es("Hay 80 estudios que revelan una mejora. Estudios recientes señalan otra."),
        _es("La ciencia ha comprobado que ayuda."),
        _es("Los expertos creen que ayuda."),
    ),
    "DRG-01": (_es("La ketamina es una opción para TEPT."),),
    "DRG-05": (_es("La ketamina puede aliviar la depresión.", title="Ketamina"),),
    "GOV-01": (
        _es("Texto.", byline="Redacción"),
        _es("Texto.", byline="El equipo de la clinica"),
        _es("Texto.", byline="Nuestro equipo médico, personal"),
    ),
    "GOV-04": (_es("Texto.", disclaimer="Es información general."),),
    "HTM-03": (
        _es("<p>Para pedir cita, <a href='/x/'>haga clic aquí</a>.</p>"),
        _es("<p><a href='/x/'>Más información</a></p>"),
    ),
}
MUST_NOT: Final[Mapping[str, tuple[Example, ...]]] = {
    "SAF-01": (
        _es("Algunas personas se sienten sin esperanza."),
        _es("Puede hacerse daño si se cae."),
        _es("Puede lastimarse la espalda si carga peso. Use guantes para no herirse."),
        _es(f"<p>Algunas personas piensan en el suicidio.</p>{_HELP}"),
        _es("Si piensa en el suicidio, llame al 988."),
        _es("El médico le quita el yeso."),
    ),
    "SAF-02": (
        _es("Murió por suicidio."),
        _es("No decimos «cometió suicidio»."),
        _es("Sobrevivió a un intento de suicidio."),
    ),
    "SAF-03": (
        _es("Una sobredosis es una emergencia. Llame al 911."),
        _es("Guarde las armas y las pastillas bajo llave: así baja el riesgo de suicidio."),
        _es("Tome sus pastillas con agua. Del suicidio se habla más abajo."),
    ),
    "SAF-04": (_es("Aumentaron las tasas de suicidio."),),
    "SAF-05": (
        _es("Las personas con esquizofrenia también trabajan."),
        _es("Puede ser adictivo."),
        _es("Evite las bebidas alcohólicas."),
        _es("Alcohólicos Anónimos puede ayudar."),
    ),
    "SAF-06": (
        _es("En una crisis, llame al 988 o al 911."),
        _es("Se estudió el suicidio en 158 personas durante 365 días."),
        _es("En una crisis, envíe un mensaje al 838255."),
    ),
    "CLM-01": (
        _es("No hay una cura."),
        _es("Puede ayudar a algunas personas."),
        _es("Los antibióticos curan la infección."),
        _es("Algunos pacientes lo toman sin efectos secundarios."),
        _es("¿Es completamente segura?"),
        _es("No tiene riesgo de embarazo."),
    ),
    "CLM-03": (_es("La ketamina puede ser adictiva."), _es("La sertralina no es adictiva.")),
    "CLM-06": (_es("Algunas personas se sienten mejor después del tratamiento."),),
    "CLM-07": (_es("Pida una cita si los síntomas siguen."),),
    "EVD-03": (_es("Los estudios demuestran que ayuda.[1]"), _es("Un estudio lo investigó.[1]")),
    "DRG-01": (
        _es("La ketamina es una opción para TEPT, fuera de indicación."),
        _es("La FDA no ha aprobado la ketamina para TEPT."),
        _es("La FDA no aprobó la ketamina para la depresión."),
        _es("La ketamina nunca ha sido aprobada para la depresión."),
    ),
    "DRG-05": (_es("La ketamina puede aliviar la depresión. Se puede abusar de ella.", title="Ketamina"),),
    "GOV-01": (_es("Texto.", byline="Dra. Ana Quirós, psiquiatra"), _es("Texto.", byline="Clara Clínico, redactora")),
    "GOV-04": (_es("Texto.", disclaimer=_DISCLAIMER),),
    "HTM-03": (_es("<p><a href='/x/'>Cómo escribimos y revisamos</a></p>"),),
}

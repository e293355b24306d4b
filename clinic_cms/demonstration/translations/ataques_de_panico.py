"""Panic attacks, in Spanish."""

from typing import Final

from clinic_cms.demonstration.kinds import Translation

BODY: Final = """
<div class="key-points">
<h2>Puntos clave</h2>
<ul>
<li>Un ataque de pánico es una ola repentina de miedo con señales fuertes en el cuerpo. Se siente peligroso, pero el ataque
en sí no lo es.</li>
<li>Suele llegar a su punto máximo en menos de diez minutos y después se va.</li>
<li>El dolor en el pecho también puede ser un ataque al corazón. Si no está seguro, llame al 911. A nadie le molestará.</li>
<li>La terapia y algunos medicamentos ayudan a muchas personas con trastorno de pánico.</li>
<li>Evitar lugares por el pánico suele hacer crecer el miedo. Volver con pasos pequeños lo hace menguar.</li>
</ul>
</div>

<h2>Cómo se siente un ataque de pánico</h2>
<p>El corazón le late con fuerza. Siente que le falta el aire. Suda, tiembla o tiene náuseas. Le hormiguean los dedos. La
habitación parece lejana. Puede pensar: «me muero» o «me vuelvo loco». Puede llegar de la nada, incluso mientras duerme.</p>
<p>Es la alarma del cuerpo, que suena sin que haya fuego. La adrenalina acelera el corazón y la respiración para que pueda
correr. Si no hay de qué correr, solo queda la alarma.</p>

<h2>Qué tan común es</h2>
<p>En una encuesta nacional con 9,282 adultos, más de 1 de cada 4 había tenido al menos un ataque de pánico en su vida, y
cerca de 1 de cada 20 había tenido un trastorno de pánico<sup><a href="#ref-1">1</a></sup>. Así que, si le ha pasado,
alguien en su autobús o en su trabajo sabe muy bien lo que se siente.</p>
<p>El trastorno de pánico significa que los ataques vuelven sin aviso, y que durante un mes o más usted se preocupa por el
siguiente o cambia su vida para evitarlo<sup><a href="#ref-2">2</a></sup>.</p>

<h2>Qué hacer durante un ataque</h2>
<ol>
<li><strong>Póngale nombre.</strong> «Esto es pánico. Ya ha pasado otras veces, y volverá a pasar».</li>
<li><strong>Suelte el aire despacio.</strong> Tome aire con suavidad por la nariz, y suéltelo durante más tiempo del que
tardó en tomarlo. No trague aire.</li>
<li><strong>Quédese, si es seguro.</strong> Si puede, espere donde está hasta que baje la ola. Si va manejando,
deténgase a un lado.</li>
<li><strong>Mire a su alrededor.</strong> Busque cinco cosas que pueda ver, cuatro que pueda tocar y tres que pueda
oír.</li>
<li><strong>Trátese bien después.</strong> Estará cansado. Beba un poco de agua y siga con su día.</li>
</ol>
<h3>Si está con alguien que tiene un ataque</h3>
<p>Conserve la calma y quédese cerca. Pregunte qué ayuda. Hable con frases cortas y suaves. No diga «cálmese», y no sujete a
la persona si no lo desea.</p>

<h2>¿Podría ser otra cosa?</h2>
<p>Los problemas de tiroides o del ritmo del corazón, el asma, el azúcar bajo en la sangre, demasiada cafeína, algunos
medicamentos y dejar el alcohol pueden parecer pánico. Por eso una primera visita suele incluir preguntas, un examen y,
quizá, un análisis de sangre o un trazado del corazón. No es porque no le creamos.</p>

<h2>Tratamientos que pueden ayudar</h2>
<h3>Terapia</h3>
<p>En la terapia cognitivo-conductual (TCC) usted aprende cómo funciona el ciclo del pánico y practica, paso a paso, con las
sensaciones y los lugares que teme. Una revisión de 54 estudios con 3,021 personas encontró que la TCC era la terapia más
estudiada y estaba entre las que mejor resultado daban, aunque muchos de los estudios eran
pequeños<sup><a href="#ref-3">3</a></sup>. Suele tomar de siete a catorce horas, en sesiones
semanales<sup><a href="#ref-4">4</a></sup>. Enfrentar el miedo es un trabajo duro, y puede sentirse peor antes de sentirse
mejor.</p>
<h3>Medicamentos</h3>
<p>Algunos antidepresivos, como la sertralina y la paroxetina, están aprobados para el trastorno de pánico. Tardan varias
semanas en ayudar. También pueden ponerlo más nervioso en la primera o la segunda semana, así que los médicos empiezan con
dosis bajas.</p>
<section class="risks">
<h3>Riesgos y efectos secundarios de los medicamentos</h3>
<p>Los antidepresivos pueden causar náuseas, problemas para dormir, dolor de cabeza y problemas sexuales. En personas menores
de 25 años pueden aumentar los pensamientos de suicidio en las primeras semanas, así que es importante estar en contacto
cercano. Dejarlos de golpe puede causar mareos y bajo ánimo.</p>
<p>Las benzodiacepinas, como el alprazolam, actúan en menos de una hora. Pueden causar somnolencia, caídas, dependencia y,
junto con opioides o alcohol, una respiración peligrosamente lenta. La guía del Reino Unido aconseja no usarlas para el
trastorno de pánico<sup><a href="#ref-4">4</a></sup>. Si ya toma una, no la deje por su cuenta: dejarla de repente puede
causar convulsiones.</p>
</section>
<h3>Otras opciones</h3>
<p>Los libros de autoayuda basados en la TCC, los programas en línea, el ejercicio y tomar menos cafeína ayudan a algunas
personas. Un grupo de apoyo puede hacer que se sienta menos solo. Un único ataque puede no necesitar ningún tratamiento, solo
una explicación.</p>

<h2>Lo que aún no se sabe</h2>
<p>Aún no podemos predecir a quién le irá mejor con terapia, con medicamentos o con ambos. La mayoría de los estudios duran
solo unos meses. Y como quienes participan saben si reciben terapia, los resultados pueden parecer mejores de lo que
son<sup><a href="#ref-3">3</a></sup>.</p>

<h2>Cuándo buscar ayuda</h2>
<div class="care-card care-card--non-urgent">
<h3>Pida una cita si:</h3>
<ul>
<li>ha tenido más de un ataque, o teme al siguiente</li>
<li>evita lugares, el trabajo o a otras personas</li>
<li>bebe o toma algo para mantener a raya el pánico</li>
</ul>
</div>
<div class="care-card care-card--urgent">
<h3>Llame ahora al 988 y oprima 2 si:</h3>
<ul>
<li>piensa en el suicidio, o siente que no puede más</li>
</ul>
<p>La línea 988 de prevención del suicidio y crisis es gratis y atiende de día y de noche. También puede enviar la palabra
AYUDA por mensaje de texto al <a href="sms:988">988</a>. Los veteranos pueden llamar al <a href="tel:988">988</a> y oprimir
1, o escribir al <a href="sms:838255">838255</a>.</p>
</div>
<div class="care-card care-card--emergency">
<h3>Llame al 911 si:</h3>
<ul>
<li>tiene un dolor en el pecho que es nuevo, que se extiende a un brazo o a la mandíbula, o que llegó con un esfuerzo</li>
<li>se desmaya, o no puede recobrar el aliento</li>
<li>no está seguro de si es pánico o el corazón</li>
</ul>
</div>
"""

TRANSLATION: Final = Translation(
    of="panic-attacks",
    language="es",
    translator="editor",
    title="Ataques de pánico: qué pasa y qué ayuda",
    summary="Un ataque de pánico se siente como una emergencia y pasa como una ola. Qué hacer en el momento, qué "
    "tratamientos pueden ayudar, sus riesgos, y cómo saber cuándo puede ser el corazón.",
    body=BODY,
    interests="Alder Street Clinic ofrece terapia cognitivo-conductual. La traductora y las personas que dieron el visto "
    "bueno a este artículo no tienen otros intereses que declarar.",
    change_note="Translation of the live article.",
    signed_off_by=("editor2", "clinician", "clinician2"),
)

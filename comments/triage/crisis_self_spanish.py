"""Spanish phrases of `crisis_self` that say it of now, whatever else the sentence says."""

from typing import Final

NOW: Final = (
    (
        "{quisiera|quiero|ojala|me gustaria} {dormirme|dormir|acostarme|cerrar los ojos} y no {despertar"
        "|despertarme|volver a despertar|abrirlos}"
    ),
    (
        "me {corte|queme|arane|lastime} [los|las] [brazos|piernas|munecas|venas] [otra vez|de nuevo|anoche"
        "|hoy|ayer|a proposito]"
    ),
    "{estaria|estoy|estare|estarian|seria} [mucho] mejor {muerto|muerta|si me muero|si me muriera|sin estar aqui}",
    (
        "{quiero|necesito|deseo|solo quiero} que {todo|esto|se|ya} [se|esto|ya] {termine|acabe|termine ya"
        "|acabe ya|pare para siempre}"
    ),
    (
        "{para que|de que sirve|que sentido tiene|de que me sirve} {vivir|seguir viviendo|la vida|seguir "
        "aqui|seguir asi|estar vivo|estar viva|mi vida|seguir con vida}"
    ),
    (
        "{mi vida|la vida|esta vida|vivir} [ya] no {tiene sentido|vale la pena|vale nada|merece la pena"
        "|tiene caso|me importa}"
    ),
    "no {vale|merece} la pena {vivir|seguir viviendo|seguir|esta vida}",
    "{soy|solo soy|me siento} [solo|como] una carga {para|de}",
    (
        "{ya no|no} {aguanto|soporto|puedo} [mas|con] [mas|con] {vivir|esta vida|mi vida|la vida|seguir "
        "viviendo|seguir asi|tanto dolor|este dolor}"
    ),
    "{ya no aguanto mas|ya no puedo mas|no puedo mas con todo|no aguanto mas}",
    (
        "{he|habia|sigo|vuelvo a} {pensado|pensando|pensar|planeado} [mucho|varias veces|seriamente] [en] "
        "{matarme|suicidarme|quitarme la vida|morirme|morir|el suicidio|acabar con mi vida|acabar con todo"
        "|no seguir viviendo|desaparecer para siempre}"
    ),
    (
        "me {tome|trague|he tomado} [todas|todo|un monton de|medio|muchas|demasiadas] [las|el|de|frasco de"
        "|mis] {pastillas|frasco|pastillas para morir|tabletas|somniferos}"
    ),
    (
        "{me|sigo} [hago|haciendome|he hecho|estoy haciendo|vuelto a] {cortes|cortandome|quemo a proposito"
        "|quemandome|cortar|hacerme cortes} {en|para|cuando|otra vez|de nuevo|con|los|las} -{el pelo|el "
        "cabello}"
    ),
    (
        "{tengo|ya tengo|hice} {un plan para|la soga|las pastillas listas|todo planeado|decidido como} "
        "[morir|irme|matarme|suicidarme|terminar]"
    ),
    (
        "{no tengo|perdi|he perdido|sin} [las|mas|ninguna] {ganas de vivir|ganas de seguir viviendo|razon "
        "para vivir|motivos para vivir|ganas de seguir|ganas de nada y quiero}"
    ),
    (
        "{quiero|deseo|prefiero|necesito|preferiria} {morir|morirme|estar muerto|estar muerta|desaparecer para "
        "siempre|no despertar|dormir y no despertar|matarme|suicidarme|dejar de existir|quitarme la vida|acabar "
        "con mi vida|acabar con todo|no existir}"
    ),
    (
        "{me|ya me|solo me} {quiero|voy a|quisiera|dan ganas de|quiero} {morir|matar|quitar la vida|suicidar"
        "|ahorcar|cortar las venas|tirar de un puente|tirar por la ventana|lanzar}"
    ),
    (
        "{no|ya no|tampoco} {quiero|deseo|tengo ganas de|puedo} [seguir] {vivir|seguir viviendo|viviendo|vivir "
        "mas|despertar|despertarme|estar vivo|estar viva|existir|seguir en este mundo|seguir asi|estar en este "
        "mundo} -{en|con|lejos|tarde|cerca|sola|solo|temprano|a}"
    ),
    (
        "{no|ya no} {le veo|veo|encuentro|tiene|tengo} [ningun|el|un|mas] {sentido a la vida|sentido a vivir"
        "|sentido vivir|motivo para vivir|razon para vivir|razones para vivir|motivos para vivir|sentido a "
        "seguir|nada por que vivir|por que vivir}"
    ),
    "{estarian|estaran|estarias|estaria|estara|viviran} [todos|mucho|mi familia] mejor sin mi",
    (
        "{ojala|quisiera|desearia} {no|estar|me|nunca|haber} [me] {despertar|despertara|haber nacido|muerto"
        "|muerta|muriera|despierte|muera|existir}"
    ),
    (
        "{voy|pienso|estoy pensando|estoy decidido|estoy decidida|planeo|he decidido|pensando|pienso mucho} [a"
        "|en] {matarme|suicidarme|quitarme la vida|acabar con mi vida|acabar con todo|terminar con todo|terminar "
        "con mi vida|morirme|el suicidio|suicidio|ahorcarme|tirarme de|tomarme todas las pastillas|tomarme todo "
        "el frasco|cortarme las venas}"
    ),
    (
        "{adios a todos|esta es mi despedida|mi carta de despedida|carta suicida|me despido de todos|me despido "
        "para siempre}"
    ),
    (
        "{tengo|tuve|con|estos} [muchos|constantes|estos] {pensamientos suicidas|ideas suicidas|ideas de "
        "suicidio|ideacion suicida|ganas de morir|ganas de morirme|ganas de matarme}"
    ),
    "{cansado|cansada|harto|harta} de {vivir|la vida|estar vivo|estar viva}",
    "{nadie|nadie me} {me extranaria|me echaria de menos|extranaria|echaria de menos|notaria si me muero}",
)

import { change } from "./change/es.ts";
import { how } from "./how/es.ts";
import type { Messages } from "./messages.ts";
import { report } from "./report/es.ts";
import { work } from "./work/es.ts";

/** Español. */
export const messages: Messages = {
  ...work,
  ...how,
  ...report,
  ...change,
  "app.name": "Trama",
  "app.tagline": "La protección colectiva, medida con cuidado",
  "app.skip": "Ir al contenido",
  "app.nav": "Vistas",
  "app.language": "Idioma",
  "app.theme": "Colores",
  "app.theme.system": "Como el dispositivo",
  "app.theme.light": "Claro",
  "app.theme.dark": "Oscuro",
  "app.loading": "Cargando…",
  "app.offline": "No hay conexión. Lo que está en pantalla se leyó antes de perderla.",

  "nav.overview": "Panorama",
  "nav.methods": "Métodos",
  "methods.page.title": "Cómo se hacen las cifras",
  "methods.page.lead": "Cada cifra, su fórmula, lo que supone y lo que no dice, con ejemplos. El texto está en inglés.",
  "nav.compare": "Comparar",

  "release.line": "Publicación {release, number} del {date}",
  "release.framework": "marco de medición {version}",
  "release.proposal": "una propuesta que Protection International aún no ha revisado",
  "release.text-unreviewed": "Una persona de lengua materna aún no ha revisado la redacción del marco en este idioma.",
  "release.holds":
    "{results, plural, one {# resultado} other {# resultados}} en {countries, plural, one {# país} other {# países}}, de {from, number, ::group-off} a {to, number, ::group-off}",
  "release.synthetic": "Datos de muestra sintéticos.",
  "release.synthetic-more":
    "Todos los colectivos y todas las puntuaciones de esta publicación son inventados. Sirven para conocer la herramienta, nunca para afirmar algo sobre un país.",
  "release.other":
    "Este enlace se hizo con la publicación {cited, number}. Está viendo la publicación {shown, number}; las cifras pueden haber cambiado.",

  "overview.title": "¿Qué está establecido, y dónde?",
  "overview.lead":
    "Colectivos de personas defensoras de derechos humanos y los equipos que los acompañan puntúan dieciséis resultados de la protección colectiva. Esta página muestra en qué proporción de colectivos está establecido cada resultado.",
  "overview.description":
    "Dieciséis resultados de la protección colectiva por país: proporción de colectivos acompañados en los que cada uno está establecido, con su incertidumbre.",
  "overview.chart.share": "Proporción de colectivos con cada resultado establecido, {year, number, ::group-off}",
  "overview.chart.median": "Puntuación mediana de cada resultado, {year, number, ::group-off}",
  "overview.sentence":
    "Mapa de calor de {results, plural, one {# resultado} other {# resultados}} por {countries, plural, one {# país} other {# países}}, {year, number, ::group-off}: {values, plural, one {# cifra} other {# cifras}}, {withheld, plural, =0 {ninguna reservada} one {# reservada} other {# reservadas}}. La tabla contiene las mismas cifras.",
  "overview.next": "Ver cómo cambió un resultado a lo largo de los años",

  "compare.title": "¿Quién cambió a lo largo de los años?",
  "compare.lead.country":
    "Un gráfico pequeño por país, todos en la misma escala. Compare primero los años y después los países.",
  "compare.lead.region":
    "Un gráfico pequeño por región, todos en la misma escala. Una región cuenta todos los colectivos puntuados en sus países.",
  "compare.description":
    "Resultados de la protección colectiva a lo largo de los años, por país o por región, con intervalos y vacíos.",
  "compare.chart.share":
    "{result}: proporción de colectivos que lo tienen establecido, de {from, number, ::group-off} a {to, number, ::group-off}",
  "compare.chart.median": "{result}: puntuación mediana, de {from, number, ::group-off} a {to, number, ::group-off}",
  "compare.sentence":
    "{result}. {panels, plural, one {# gráfico de líneas pequeño} other {# gráficos de líneas pequeños}}, de {from, number, ::group-off} a {to, number, ::group-off}. La línea se interrumpe donde un año no tiene cifra. La tabla contiene las mismas cifras.",
  "compare.nothing":
    "No hay ninguna cifra publicada para esta selección. Pruebe otros países, otros años o todos los tipos juntos.",

  "filter.title": "Qué mostrar",
  "filter.year": "Año",
  "filter.from": "Desde",
  "filter.to": "Hasta",
  "filter.measure": "Medida",
  "filter.measure.share": "Proporción establecida",
  "filter.measure.median": "Puntuación mediana",
  "filter.result": "Resultado",
  "filter.results-of": "Todos los resultados de una dimensión",
  "filter.by": "Comparar",
  "filter.by.country": "Países",
  "filter.by.region": "Regiones",
  "filter.countries": "Países",
  "filter.countries.all": "todos",
  "filter.countries.some": "{count, number} elegidos",
  "filter.region": "Región",
  "filter.region.all": "Todas las regiones",
  "filter.type": "Tipo de colectivo",
  "filter.type.all": "Todos los tipos juntos",
  "filter.submit": "Mostrar",
  "filter.reset": "Quitar los filtros",

  "type.ngo": "Organización no gubernamental",
  "type.community-association": "Asociación comunitaria",
  "type.trade-union": "Sindicato",
  "type.movement": "Movimiento social o popular",
  "type.womens-organisation": "Organización de mujeres",
  "type.indigenous": "Comunidad indígena",
  "type.afro-descendant": "Comunidad afrodescendiente",
  "type.rural-peasant": "Comunidad rural o campesina",
  "type.other": "Otro",
  "type.unknown": "Se desconoce",

  "tab.label": "Mostrar como",
  "tab.chart": "Gráfico",
  "tab.table": "Tabla",

  "chart.keys": "Con las flechas se leen las cifras una a una; con Intro se abre un resultado a lo largo de los años.",
  "chart.keys.plain": "Con las flechas se leen las cifras una a una.",
  "chart.failed": "No se pudo dibujar el gráfico. La tabla contiene las mismas cifras.",

  "legend.share": "Proporción de colectivos con puntuación 3 o 4",
  "legend.median": "Puntuación mediana",
  "legend.withheld": "reservado, para que nadie pueda ser señalado",
  "legend.no-data": "sin datos",
  "legend.not-applicable": "no aplica",
  "legend.small": "menos de 10 colectivos: léase con cautela",
  "legend.exact": "punto: la proporción",
  "legend.band": "barra: la banda en la que está la proporción",
  "legend.median-band": "barra: de la mediana inferior a la superior",
  "legend.interval": "intervalo del 95 %",
  "legend.gap": "línea interrumpida: ese año no hay cifra",

  "folded.countries":
    "{count, plural, one {# país no se muestra} other {# países no se muestran}} porque todas sus cifras están reservadas: {names}.",
  "folded.regions":
    "{count, plural, one {# región no se muestra} other {# regiones no se muestran}} porque todas sus cifras están reservadas: {names}.",

  "row.value":
    "{place}, {result}, {year, number, ::group-off}: {share} establecido; {k} de {n} colectivos; intervalo del 95 % {interval}; puntuación mediana {median}.",
  "row.withheld": "{place}, {result}, {year, number, ::group-off}: reservado, para que nadie pueda ser señalado.",
  "row.no-data": "{place}, {result}, {year, number, ::group-off}: sin datos.",
  "row.not-applicable": "{place}, {result}, {year, number, ::group-off}: no aplica.",
  "row.unscored": "{place}, {result}, {year, number, ::group-off}: ningún colectivo tiene puntuación.",

  "kind.withheld": "reservado",
  "kind.no-data": "sin datos",
  "kind.not-applicable": "no aplica",
  "kind.unscored": "ninguno puntuado",

  "flag.changed-set": "no son los mismos colectivos que el año anterior",
  "flag.rubric-changed": "cambió la guía de puntuación",
  "flag.overlapping-intervals": "los intervalos se solapan: no se ordenan",
  "flag.few-movers": "cambiaron menos de 6 colectivos: nunca se puede distinguir del azar",
  "flag.empty-stratum": "un tipo de colectivo no tiene cifra aquí",
  "flag.standardised": "sobre una misma composición de tipos de colectivo",
  "flag.small-n": "menos de 10 colectivos",
  "flag.unverified": "puntuaciones 3 o 4 con evidencia débil",
  "flag.other": "cautela: {flag}",

  "table.caption": "{title}. n: colectivos con puntuación; k: colectivos con el resultado establecido.",
  "table.result": "Resultado",
  "table.place.country": "País",
  "table.place.region": "Región",
  "table.year": "Año",
  "table.share": "Proporción establecida",
  "table.n": "n",
  "table.k": "k",
  "table.interval": "Intervalo del 95 %",
  "table.median": "Puntuación mediana",
  "table.flags": "Cautelas",
  "table.scroll": "Tabla, se desplaza hacia los lados",

  "bands.public": "Las cifras se muestran en bandas, para que ningún colectivo pueda ser señalado.",
  "bands.exact": "Estas cifras son exactas.",

  "methods.title": "Cómo leerlo",
  "methods.share":
    "Un resultado está establecido en un colectivo cuando obtuvo 3 o 4 en una escala de cinco pasos (0 a 4), cada uno con su descripción escrita. La proporción es k de n: colectivos con el resultado establecido entre todos los que tienen puntuación. Los colectivos sin puntuación no cuentan como cero: no se cuentan.",
  "methods.interval":
    "El intervalo del 95 % (Wilson) dice cuánto podría alejarse la proporción si se hubieran puntuado colectivos similares. Para una banda va del límite inferior con el recuento menor al límite superior con el mayor. No incluye cómo se llegó a acompañar a los colectivos, ni diferencias entre quienes puntúan, ni usos distintos de la escala.",
  "methods.median":
    "La mediana es la puntuación del colectivo que queda en el centro. Si el centro cae entre dos puntuaciones se dan ambas; nunca se promedian.",
  "methods.not":
    "Lo que no dice: los colectivos acompañados no son una muestra ni un censo de un país. Los intervalos que se solapan no ordenan a nadie. Un cambio de un año a otro puede deberse a que se puntuaron otros colectivos. Nada de esto dice qué causó un cambio.",
  "withheld.why":
    "Las cifras marcadas [c] se reservan. Se hace donde una cifra, sola o junto con otras, podría señalar a un colectivo o a unos pocos: pueden ser muy pocos los que están detrás, o podría deducirse de las vecinas. Cuál de las dos cosas ocurre no se dice nunca, porque también eso revelaría algo. Reservada no significa cero ni mala señal.",
  "withheld.instead":
    "Las cifras de toda una región descansan en más colectivos y están publicadas para estos resultados:",
  "withheld.see": "vea {region}",
  "methods.withheld":
    "Las cifras reservadas, marcadas [c], se ocultan por seguridad; de ello no se deduce nada sobre su tamaño. Sin datos se marca [x]; no aplica, [z].",

  "sources.title": "Fuente y cita",
  "sources.data":
    "Cifras: publicación {release, number}, informes de los equipos de proyecto y de los colectivos acompañados, protegidos antes de publicarse.",
  "sources.framework": "Marco: {source}",
  "sources.citation": "Trama, publicación {release, number} ({date}). {title}. Marco de medición {version}. {address}",
  "sources.cite": "Citar como",
  "sources.synthetic-citation": "[datos de muestra sintéticos]",

  "download.title": "Para llevar",
  "download.svg": "Imagen (SVG)",
  "download.png": "Imagen (PNG)",
  "download.csv": "Tabla (CSV)",
  "download.api": "Desde la API (JSON)",
  "download.link": "Copiar el enlace",
  "download.copied": "Se ha copiado el enlace.",
  "download.copy-failed": "No se pudo copiar el enlace. Está en la barra de direcciones.",
  "download.failed": "No se pudo crear el archivo en este navegador.",

  "notice.ignored":
    "La dirección nombra {count, plural, one {algo} other {# cosas}} que esta publicación no conoce: {values}. Se muestra el resto.",

  "empty.title": "Aún no hay ninguna publicación",
  "empty.text":
    "El servidor funciona, pero todavía no se ha publicado nada. En cuanto haya una publicación, sus cifras aparecerán aquí.",
  "empty.how": "Para publicar: entregue informes con «trama ingest» y después ejecute «trama publish».",
  "error.title": "No se pudo cargar",
  "error.text":
    "No se ha perdido nada. Inténtelo de nuevo; si persiste, pase los detalles a quien administra este servidor.",
  "error.unreachable": "No se puede llegar al servidor. Compruebe la conexión e inténtelo de nuevo.",
  "error.retry": "Intentar de nuevo",
  "error.details": "Detalles",
  "missing.title": "Esa página no existe",
  "missing.text": "La dirección «{path}» no lleva a ninguna parte. Estas páginas existen:",

  "footer.about":
    "Trama es software libre para el seguimiento de la protección colectiva. No pone cookies a quien lee, no rastrea a nadie y no carga nada de otros sitios.",
  "footer.api": "API y documentación",
  "footer.data": "Datos de esta publicación",

  "nav.change": "Cambios",
  "nav.progress": "Avance",
  "nav.quality": "Calidad",
  "nav.report": "Informe",
  "place.world": "Mundo",
  "points.range": "{from} a {to}",
  "tab.distribution": "Puntuaciones",
  "tab.map": "Mapa",
  "chart.keys.country": "Con las flechas se leen las cifras una a una; con Intro se abre un país.",
  "start.title": "Por dónde empezar",
  "start.change":
    "{result}: ¿dónde subió o bajó de {from, number, ::group-off} a {to, number, ::group-off}, y por qué?",
  "start.country": "Un país, sus redes internas y externas lado a lado: {place}",
  "start.regions": "Las regiones lado a lado, con sus países",
  "start.report": "Un informe para imprimir, con sus datos y cómo citarlo",
  "start.guide": "Un ejemplo guiado: cómo leer una cifra",
  "news.title": "Qué hay de nuevo",
  "news.first": "Esta es la primera publicación que se conserva aquí. Las siguientes dirán qué cambió.",
  "news.same": "Ninguna cifra publicada de un país difiere de la publicación {since, number}.",
  "news.counts":
    "Desde la publicación {since, number}: {added, plural, =0 {ninguna cifra nueva} one {# cifra nueva} other {# cifras nuevas}}, {changed, plural, =0 {ninguna cambiada} one {# cambiada} other {# cambiadas}}, {withdrawn, plural, =0 {ninguna dejó de publicarse} one {# dejó de publicarse} other {# dejaron de publicarse}}.",
  "news.where": "Dónde: {places}.",
  "guide.title": "Un ejemplo guiado",
  "guide.figure": "{result}, {place}, {year, number, ::group-off}: {share}",
  "guide.share":
    "La proporción es {share}: {k} de {n} colectivos acompañados obtuvieron 3 o 4. Donde hay dos números, el verdadero está entre ellos; nadie puede ser señalado.",
  "guide.interval":
    "Si se hubieran puntuado colectivos similares, la proporción estaría muy probablemente en {interval}.",
  "guide.not": "No habla por el país, solo por los colectivos acompañados allí; y no dice por qué.",
  "guide.flags": "Léase con cautela: {flags}.",
  "guide.years": "Ver la misma cifra a lo largo de los años",
  "guide.change": "Ver si cambiaron los mismos colectivos o se puntuaron otros",
  "guide.take": "Bajo cada gráfico: las mismas cifras como tabla, imagen, archivo, enlace, y cómo citarlas.",
  "search.heading": "Buscar algo",
  "search.label": "País, región o resultado",
  "search.placeholder": "Guatemala, IN2, jurídico",
  "search.button": "Buscar",
  "search.count": "{count, plural, =0 {Nada encontrado} one {# encontrado} other {# encontrados}}",
  "search.nothing": "Nada tiene ese nombre. Pruebe con parte de una palabra o un código como GTM o IN2.",
  "search.title": "Búsqueda",
  "search.for": "Encontrado para «{asked}»",
  "search.kind.country": "país",
  "search.kind.region": "región",
  "search.kind.result": "resultado",
  "search.all-countries": "Todos los países",
  "filter.standardised": "Con una misma composición de tipos",
  "legend.region": "borde verde azulado: la región; a su lado, sus países",
  "legend.standardised": "línea discontinua: la región con una misma composición de tipos",
  "legend.change":
    "barra: el rango en el que está el cambio de los mismos colectivos, en puntos porcentuales; más clara donde la dirección no es segura",
  "legend.classes": "Parte de los colectivos con cada puntuación",
  "legend.classes-middle": "Cada parte se dibuja en el centro de su banda; la tabla da ambos extremos.",
  "legend.land": "ningún programa informa desde allí",
  "legend.mark": "un país demasiado pequeño para verse a esta escala",
  "legend.disputed": "zona en disputa, dibujada y nombrada como en la fuente",
  "legend.completeness": "Parte de los resultados que está publicada",
  "table.twin": "Las mismas cifras en una tabla",
  "table.type": "Composición",
  "table.place.place": "Lugar",
  "table.scores": "Puntuación {scores}",
  "mix.all": "tal como se acompañan",
  "mix.standardised": "composición común",
  "mix.note":
    "Una misma composición de tipos ({year, number, ::group-off}): {weights}, como en estas regiones juntas. La forman los tipos que cada una de ellas publica, que abarcan, de todos los colectivos valorados: {covers}.",
  "mix.left-out": "De los demás tipos la comparación no dice nada: {types}.",
  "mix.none":
    "Las regiones no pueden ponerse sobre una misma composición: ningún tipo de colectivo se publica en todas ellas.",
  "mix.too-little":
    "Las regiones no se ponen sobre una misma composición: los tipos que todas publican pueden abarcar apenas {covers} de los colectivos valorados de una de ellas. Por debajo de la mitad, la cifra hablaría por la parte menor.",
  "mix.instead": "Con el filtro de arriba se puede comparar un tipo cada vez, donde se publica.",
  "compare.to-result": "Qué significa «{result}» y cómo se reparten sus puntuaciones",
  "compare.to-change": "Qué hicieron los mismos colectivos de {from, number, ::group-off} a {to, number, ::group-off}",
  "map.chart.share": "{result}: proporción de colectivos con él establecido, {year, number, ::group-off}",
  "map.chart.median": "{result}: puntuación mediana, {year, number, ::group-off}",
  "map.sentence":
    "{result}, {year, number, ::group-off}. Mapa de áreas equivalentes con {countries, plural, one {# país} other {# países}} con cifra. La tabla contiene las mismas cifras.",
  "map.borders":
    "Las fronteras, las zonas en disputa y sus nombres se dibujan como en la fuente (Natural Earth, a través de world-atlas, 1:110 millones); no expresan ninguna opinión. Proyección Equal Earth: las áreas guardan proporción. Un país acompañado se colorea entero; nunca se muestra nada más fino que un país.",
  "classes.chart": "{result}: cómo se reparten las puntuaciones, {year, number, ::group-off}",
  "classes.sentence":
    "{result}, {year, number, ::group-off}. {places, plural, one {# barra} other {# barras}}, alineadas donde un resultado se considera establecido. La tabla contiene las mismas cifras.",
  "classes.below": "no establecido (0–2)",
  "classes.above": "establecido (3–4)",
  "classes.nothing":
    "En ningún lugar hay suficientes colectivos puntuados para mostrar el reparto sin señalar a nadie. Las regiones pueden tenerlo.",
  "classes.folded.countries":
    "No se muestra para {count, plural, one {# país} other {# países}}, porque el reparto solo se publica a partir de veinte colectivos puntuados: {names}.",
  "classes.folded.regions":
    "No se muestra para {count, plural, one {# región} other {# regiones}}, porque el reparto solo se publica a partir de veinte colectivos puntuados: {names}.",
  "classes.line": "{place}, {year, number, ::group-off}: de {n} colectivos, {parts}.",
  "classes.line.none": "{place}, {year, number, ::group-off}: {why}.",
  "classes.part": "{share} con puntuación {scores}",
  "flag.direction-uncertain": "las bandas publicadas dejan abierta la dirección",
  "country.unknown": "Ningún país con el código {code} informa aquí",
  "country.description":
    "Resultados de la protección colectiva en {place}: territorio, redes internas y externas lado a lado.",
  "country.lead":
    "Tres paneles: el arraigo en el territorio, los lazos dentro del colectivo, los lazos con otros. Compare primero los paneles, después los resultados.",
  "country.chart": "{place}: proporción de colectivos con cada resultado establecido, {year, number, ::group-off}",
  "country.sentence":
    "{place}, {year, number, ::group-off}. {results, plural, one {# resultado} other {# resultados}} en paneles, cada uno una banda con su intervalo. La tabla contiene las mismas cifras.",
  "country.heatmap.share": "{place}: proporción establecida de cada resultado a lo largo de los años",
  "country.heatmap.median": "{place}: puntuación mediana de cada resultado a lo largo de los años",
  "country.heatmap.sentence":
    "{place}: mapa de calor de {results, plural, one {# resultado} other {# resultados}} por año. La tabla contiene las mismas cifras.",
  "country.region-band": "recuadro: {region}, el mismo año",
  "country.panel":
    "{shown, number} de {results, number} resultados con cifra, de {low} ({lowest}) a {high} ({highest}).",
  "country.panel.one": "{shown, number} de {results, number} resultados con cifra: {low} ({lowest}).",
  "country.panel.none": "ninguno de {results, number} resultados tiene cifra este año.",
  "country.escazu.since": "Parte del Acuerdo de Escazú desde el {date}.",
  "country.escazu.yes": "Parte del Acuerdo de Escazú.",
  "country.escazu.no": "No es parte del Acuerdo de Escazú (abierto solo a América Latina y el Caribe).",
  "country.law.yes": "Su legislación prevé medidas de protección colectiva.",
  "country.law.no": "No consta que su legislación prevea medidas de protección colectiva.",
  "country.context": "Contexto junto a las cifras, nunca su causa.",
  "country.to-change": "Qué cambió entre los mismos colectivos: {place}",
  "country.to-how": "Cómo surgen los resultados en {place}",
  "country.to-report": "Un informe para imprimir: {place}",
  "nav.outcomes": "Relatos",
  "outcomes.title": "Relatos de cambio",
  "outcomes.lead":
    "Lo que alguien hace de otro modo, para bien o para mal, en palabras que una persona autorizó para todo el mundo. No se nombra a nadie, y un lugar solo cuando hay suficientes colectivos detrás.",
  "outcomes.none": "Aquí no se ha autorizado ningún relato para todo el mundo.",
  "outcomes.somebody": "Alguien:",
  "outcomes.significance": "Por qué importa: {words}",
  "outcomes.positive": "para bien",
  "outcomes.negative": "para mal",
  "outcomes.mixed": "para bien y para mal",
  "outcomes.intended": "buscado",
  "outcomes.unintended": "no buscado",
  "outcomes.anywhere": "lugar sin nombrar",
  "outcomes.substantiated": "confirmado por alguien independiente",
  "outcomes.unsubstantiated": "sin confirmación independiente",
  "outcomes.unknown": "no se dice si se confirmó",
  "outcomes.contribution":
    "contribución según se valoró, 0-4: colectivo {collective}, Protection International {pi}, otros {others}",
  "outcomes.places":
    "El país y el año se nombran solo donde se publica el número de colectivos; si no, la región. Un relato no es una cifra: se enumera, nunca se cuenta.",
  "outcomes.every-result": "Todos los resultados",
  "outcomes.every-place": "Todos los lugares",
  "outcomes.of-result": "Relatos de cambio sobre este resultado",
  "outcomes.of-country": "Relatos de cambio: {place}",
  "country.restricted.title": "Lo que no es público sobre un país",
  "country.restricted.text":
    "Los lazos entre colectivos, la diferencia entre paneles de mujeres, jóvenes y dirección, y los recuentos exactos podrían identificar a un colectivo. Quienes gestionan, con sesión iniciada, los ven para sus países.",
  "result.unknown": "El marco no tiene ningún resultado con el código {code}",
  "result.scale": "Qué significa cada puntuación",
  "result.in-place":
    "A partir de 3 el resultado se considera establecido. 4 añade que un hecho lo puso a prueba o lo confirmó; así un año tranquilo no se lee como retroceso.",
  "result.verification": "Cómo se verifica",
  "result.actions": "Acciones que lo favorecen",
  "result.capacities": "Capacidades que lo sostienen",
  "result.others": "Todos los resultados",
  "result.to-change": "Dónde cambió entre los mismos colectivos",
  "result.to-map": "En un mapa",
  "quality.title": "¿Puedo confiar en ello?",
  "quality.lead": "Qué tan completas son las cifras publicadas, y cómo se atacó esta publicación antes de publicarla.",
  "quality.description":
    "Integridad de las cifras publicadas por país y año, e informe de protección de la publicación.",
  "quality.chart": "Resultados publicados, de {results, number}, por país y año",
  "quality.sentence":
    "Mapa de calor de {countries, plural, one {# país} other {# países}} por {years, plural, one {# año} other {# años}}. La tabla contiene las mismas cifras.",
  "quality.row":
    "{place}, {year, number, ::group-off}: {value, number} de {results, number} resultados publicados, {withheld, number} reservados.",
  "quality.table.value": "Publicados",
  "quality.table.withheld": "Reservados",
  "quality.table.no-data": "Sin datos",
  "quality.protection.title": "Puesta a prueba antes de publicarse",
  "quality.protection.text":
    "Programas propios intentan deducir grupos pequeños de lo que se va a publicar: una persona ajena, quien gestiona cada país, alguien que sabe a quién se puntúa. Un solo hallazgo y nada se publica.",
  "quality.protection.minimum": "No se publica ningún recuento de menos de {minimum, number} colectivos.",
  "quality.protection.published":
    "Se publican {published, number} de {eligible, number} recuentos suficientemente grandes; los demás permitirían deducir uno menor.",
  "quality.protection.banded":
    "{banded, plural, =0 {Ninguno} other {#}} de ellos como intervalo (por ejemplo, de 10 a 14), porque el recuento exacto delataría otro.",
  "quality.protection.attacks":
    "{attackers, plural, one {# atacante probó} other {# atacantes probaron}}; recuperado: {found, number}.",
  "quality.protection.none": "Esta publicación no lleva informe de protección.",
  "quality.release.title": "Esta publicación",
  "quality.release.made": "Hecha el {date}.",
  "quality.release.as-of": "Contiene lo que se sabía hasta el {date}.",
  "quality.release.all": "Todas las publicaciones (JSON)",
  "quality.restricted.title": "Lo que además ven quienes gestionan",
  "quality.restricted.text":
    "Los grados de evidencia, el acuerdo entre quienes puntúan, los informes tardíos o ausentes, las revisiones y las filas rechazadas podrían señalar a un colectivo o equipo. Quienes gestionan, con sesión iniciada, los ven para sus países.",
  "methods.more": "Cómo se hace cada cifra, en detalle",
  "methods.matched":
    "Solo se cuentan los colectivos puntuados en ambos años. El número publicado es «al menos» un múltiplo de cinco y ambas proporciones son bandas, así que el cambio se sabe entre dos extremos.",
  "methods.classes":
    "El reparto es público en tres clases de puntuación (0–1, 2, 3–4), en bandas, donde hay al menos veinte colectivos puntuados.",
  "methods.quality":
    "Contado sobre las propias cifras públicas: de todos los resultados, cuántos tienen una proporción publicada para todos los tipos juntos, en cada país y año.",
  "progress.title": "¿Están llegando los colectivos financiados?",
  "progress.lead": "De la línea de base a lo último y a la meta, siempre los mismos colectivos.",
  "progress.description": "Avance de los colectivos financiados hacia sus metas; para quienes gestionan y financian.",
  "progress.restricted.title": "Inicie sesión para ver el avance",
  "progress.restricted.text":
    "Las metas pertenecen a un proyecto o una subvención, y cifras tan finas podrían identificar a un colectivo. Quienes gestionan ven sus proyectos con exactitud; quienes financian, sus subvenciones en bandas. Quien administra este servidor entrega las cuentas.",
  "progress.instead.change": "Qué cambió entre los mismos colectivos, por país",
  "progress.instead.compare": "Las regiones a lo largo de los años",
  "progress.holds.title": "Qué contiene",
  "progress.holds.baseline":
    "Para cada resultado: línea de base, último dato y meta de los mismos colectivos, con su rango.",
  "progress.holds.shares": "Cuántos alcanzaron su meta, se acercaron, se quedaron o se alejaron.",
  "progress.holds.targets": "Una meta revisada conserva la anterior, cuándo se revisó y por qué.",
  "progress.holds.actions": "Las acciones están junto a los resultados como asociación, nunca como causa.",
  "forbidden.title": "Esto no es público",
  "forbidden.sign-in": "Inicie sesión para ver esto",
  "forbidden.text": "Cifras tan finas podrían identificar a un colectivo; por eso se quedan con quienes lo acompañan.",
  "forbidden.overview": "A lo que es público",
  "forbidden.instead": "Lo que sí puede ver:",
  "unknown.text": "Existen estos:",
  "style.title": "El lenguaje visual",
  "style.lead": "Tipografía, color, espacios, movimiento y signos, tal como los usa cada vista.",
  "style.type": "Tipografía",
  "style.colour": "Color",
  "style.tones":
    "Los tonos van de claro a oscuro en un solo matiz, para leerse sin color; el número siempre está al lado.",
  "style.spacing": "Espacios y movimiento",
  "style.motion": "Solo se mueven los colores de enlaces y botones, en 120 ms, y no para quien pide menos movimiento.",
  "style.signs": "Signos",
  "style.states": "Estados",
};

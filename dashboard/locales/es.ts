import type { Messages } from "./messages.ts";

/** Español. */
export const messages: Messages = {
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
  "flag.standardised": "con la composición mundial de tipos de colectivos",
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
};

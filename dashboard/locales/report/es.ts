import type { ReportMessages } from "../messages.ts";

/** Español: los informes y cómo llevárselos. */
export const report: ReportMessages = {
  "report.kicker": "Informe",
  "report.heading": "{place}, {year, number, ::group-off}",
  "report.lead": "Qué está establecido en los colectivos acompañados, qué cambió en los mismos, y qué no dice eso.",
  "report.description":
    "Un informe del conjunto, de una región o de un país para imprimir y enviar, con sus datos y su cita.",
  "report.print": "Imprimir o guardar como PDF",
  "report.summary": "En breve",
  "report.rose":
    "Subió entre los mismos colectivos de {from, number, ::group-off} a {to, number, ::group-off}: {results}.",
  "report.fell":
    "Bajó entre los mismos colectivos de {from, number, ::group-off} a {to, number, ::group-off}: {results}.",
  "report.rose.none":
    "De {from, number, ::group-off} a {to, number, ::group-off} las cifras publicadas no muestran ningún resultado que con certeza subiera entre los mismos colectivos.",
  "report.fell.none":
    "De {from, number, ::group-off} a {to, number, ::group-off} las cifras publicadas no muestran ningún resultado que con certeza bajara entre los mismos colectivos.",
  "report.take": "Los datos que la sostienen",
  "report.take.csv": "Todas las cifras publicadas de {place} (CSV)",
  "report.take.arrow": "Lo mismo en Arrow, para R y Python: {place}",
  "report.take.everything": "Todas las cifras publicadas de todos los países (CSV)",
  "report.take.codebook": "Libro de códigos: resultados, anclas, códigos de ausencia (JSON)",
  "report.take.api": "Cómo consultar la API",
  "report.whole": "Todas las regiones",
  "report.heading.span": "{place}, {from, number, ::group-off}–{to, number, ::group-off}",
  "report.filter.country": "País",
  "report.filter.country.all": "Todos los países: {place}",
  "report.level":
    "{shown, number} de {results, number} resultados con cifra. El menos establecido: {lowest}, en {low} de los colectivos ({low_interval} si se hubieran puntuado otros similares). El más: {highest}, en {high} ({high_interval}).",
  "report.level.one":
    "{shown, number} de {results, number} resultados con cifra: {lowest}, en {low} de los colectivos ({low_interval} si se hubieran puntuado otros similares).",
  "report.apart":
    "Las regiones difieren más que su incertidumbre en {count, number} de {compared, number} resultados: {results}. En los demás sus intervalos se solapan y no se puede decir ningún orden.",
  "report.apart.one": "{result} ({high} por encima de {low})",
  "report.apart.none":
    "En ninguno de {compared, number} resultados difieren las regiones más que su incertidumbre, así que no se puede decir ningún orden entre ellas.",
  "report.pair":
    "De {from, number, ::group-off} a {to, number, ::group-off}, entre los mismos colectivos: subieron: {rose}; bajaron: {fell}; dirección incierta: {open, plural, one {# resultado} other {# resultados}}.",
  "report.nothing": "ninguno",
  "report.ends":
    "Entre todos los colectivos puntuados en {from, number, ::group-off} y en {to, number, ::group-off}, que pueden ser otros: con certeza más alto: {higher}; con certeza más bajo: {lower}; incierto: {open, plural, one {# resultado} other {# resultados}}.",
  "report.regions":
    "Regiones lado a lado: proporción de colectivos con cada resultado establecido, {year, number, ::group-off}",
  "report.regions.sentence":
    "Mapa de calor de {results, plural, one {# resultado} other {# resultados}} por {regions, plural, one {# región} other {# regiones}}, {year, number, ::group-off}. La tabla tiene las mismas cifras.",
  "report.quality": "Qué tan completo y seguro es",
  "report.quality.published":
    "De {total, number} cifras que los países podrían tener, {value, number} están publicadas, {withheld, number} se reservan por seguridad y {none, number} no tienen datos.",
  "report.quality.small":
    "{small, number} de las {shown, number} cifras de {place} se apoyan en menos de diez colectivos; llevan un asterisco.",
  "report.snippets": "Las mismas cifras en R, Python, DuckDB y JavaScript",
  "report.files": "Llevarse este informe",
  "report.files.pdf": "PDF, para imprimir y leer en voz alta",
  "report.files.docx": "Documento de Word, para seguir escribiendo",
  "report.files.html": "Un solo archivo para cualquier navegador",
  "report.files.iati": "Archivo IATI: {place}",
  "report.files.wait": "{what}: esperando su turno.",
  "report.files.read": "{what}: leyendo las cifras.",
  "report.files.write": "{what}: dibujando gráficos y escribiendo.",
  "report.files.done": "{what}: hecho y entregado a su navegador ({size, number} KB).",
  "report.files.failed": "{what}: no se hizo. {why}",
  "report.files.again": "Intentar de nuevo",
};

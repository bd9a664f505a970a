import type { ChangeMessages } from "../messages.ts";

/** Español: por qué se movió una cifra. */
export const change: ChangeMessages = {
  "change.title": "¿Por qué se movió la cifra?",
  "change.lead":
    "Una cifra puede moverse porque los colectivos cambiaron, o porque se puntuaron otros colectivos. Aquí están solo los puntuados en ambos años.",
  "change.description": "El cambio entre los mismos colectivos de un año a otro, aparte de quién llegó y quién se fue.",
  "change.filter.country": "Qué comparar",
  "change.filter.country.all": "Un resultado, todos los lugares",
  "change.filter.years": "Años",
  "change.chart.result":
    "{result}: cambio entre los mismos colectivos, de {from, number, ::group-off} a {to, number, ::group-off}",
  "change.chart.country":
    "{place}: cambio entre los mismos colectivos, de {from, number, ::group-off} a {to, number, ::group-off}",
  "change.sentence":
    "{title}. {lines, plural, one {# rango} other {# rangos}} en torno a una línea sin cambio. La tabla contiene las mismas cifras.",
  "change.row.rose":
    "{place}, {result}: subió entre los mismos colectivos {change} puntos porcentuales, de {before} a {after} ({from, number, ::group-off} a {to, number, ::group-off}; {n} colectivos).",
  "change.row.fell":
    "{place}, {result}: bajó entre los mismos colectivos {change} puntos porcentuales, de {before} a {after} ({from, number, ::group-off} a {to, number, ::group-off}; {n} colectivos).",
  "change.row.open":
    "{place}, {result}: el cambio entre los mismos colectivos está entre {change} puntos porcentuales, de {before} a {after} ({from, number, ::group-off} a {to, number, ::group-off}; {n} colectivos); su dirección no es segura.",
  "change.row.none": "{place}, {result}, {from, number, ::group-off} a {to, number, ::group-off}: {why}.",
  "change.at-least": "al menos {n, number}",
  "change.table.n": "Mismos colectivos",
  "change.table.before": "Establecido {year, number, ::group-off}",
  "change.table.after": "Establecido {year, number, ::group-off} (los mismos)",
  "change.table.change": "Cambio, puntos",
  "change.table.direction": "Dirección",
  "change.table.crude": "Todos los colectivos",
  "change.direction.rose": "subió",
  "change.direction.fell": "bajó",
  "change.direction.open": "no segura",
  "change.finding.fell": "Bajó ({count, number}):",
  "change.finding.rose": "Subió ({count, number}):",
  "change.finding.open": "Dirección no segura ({count, number}):",
  "change.finding.none": "en ningún lugar que las cifras publicadas permitan saber",
  "change.why.title": "Por qué se mueve una cifra",
  "change.why.same":
    "Las barras: lo que hicieron los colectivos puntuados en ambos años. Si toda la barra está a un lado de la línea, subieron o bajaron; si la cruza, las bandas publicadas dejan abierta la dirección.",
  "change.why.others":
    "Las últimas cifras de la tabla son de todos los colectivos puntuados cada año. Lo que se movieron de más o de menos se debe a quienes llegaron, se fueron o se puntuaron solo un año; cuánto aportó cada parte no es público, porque diría quiénes son.",
  "change.why.cause": "Nada de esto dice qué causó un cambio.",
  "change.table.pressure": "Bajo presión alta o grave",
  "change.pressure.title":
    "Colectivos bajo presión alta o grave, {from, number, ::group-off} → {to, number, ::group-off}:",
  "change.pressure.fell": "Donde bajó:",
  "change.pressure.rose": "Donde subió:",
  "change.pressure.none": "no se informó",
  "change.pressure.row": "bajo presión alta o grave: {pressure} de los colectivos",
  "change.pressure.note":
    "Una bajada bajo presión no es un fracaso de quienes la sufrieron. Nada de esto dice qué causó un cambio.",
  "change.pressure.note.places":
    "Una bajada bajo presión no es un fracaso de quienes la sufrieron. La tabla da la presión en cada lugar. Nada de esto dice qué causó un cambio.",
  "change.pair.title": "Aquí solo son públicos los años consecutivos",
  "change.pair.text":
    "De {from, number, ::group-off} a {to, number, ::group-off}, las cifras de los mismos colectivos podrían revelar quién llegó y quién se fue. Quienes gestionan, con sesión iniciada, ven cualquier par de años de sus países.",
};

import type { ChangeMessages } from "../messages.ts";

/** Français : pourquoi un chiffre a bougé. */
export const change: ChangeMessages = {
  "change.title": "Pourquoi le chiffre a-t-il bougé ?",
  "change.lead":
    "Un chiffre peut bouger parce que des collectifs ont changé, ou parce que d'autres ont été évalués. Ici ne figurent que ceux évalués les deux années.",
  "change.description":
    "Le changement chez les mêmes collectifs entre deux années, sans ceux qui sont arrivés ou partis.",
  "change.filter.country": "Que comparer",
  "change.filter.country.all": "Un résultat, tous les lieux",
  "change.filter.years": "Années",
  "change.chart.result":
    "{result} : changement chez les mêmes collectifs, de {from, number, ::group-off} à {to, number, ::group-off}",
  "change.chart.country":
    "{place} : changement chez les mêmes collectifs, de {from, number, ::group-off} à {to, number, ::group-off}",
  "change.sentence":
    "{title}. {lines, plural, one {# étendue} other {# étendues}} autour d'une ligne sans changement. Le tableau contient les mêmes chiffres.",
  "change.row.rose":
    "{place}, {result} : a monté chez les mêmes collectifs de {change} points de pourcentage, de {before} à {after} ({from, number, ::group-off} à {to, number, ::group-off} ; {n} collectifs).",
  "change.row.fell":
    "{place}, {result} : a baissé chez les mêmes collectifs de {change} points de pourcentage, de {before} à {after} ({from, number, ::group-off} à {to, number, ::group-off} ; {n} collectifs).",
  "change.row.open":
    "{place}, {result} : le changement chez les mêmes collectifs se situe entre {change} points de pourcentage, de {before} à {after} ({from, number, ::group-off} à {to, number, ::group-off} ; {n} collectifs) ; son sens n'est pas certain.",
  "change.row.none": "{place}, {result}, {from, number, ::group-off} à {to, number, ::group-off} : {why}.",
  "change.at-least": "au moins {n, number}",
  "change.table.n": "Mêmes collectifs",
  "change.table.before": "En place {year, number, ::group-off}",
  "change.table.after": "En place {year, number, ::group-off} (les mêmes)",
  "change.table.change": "Changement, points",
  "change.table.direction": "Sens",
  "change.table.crude": "Tous les collectifs",
  "change.direction.rose": "a monté",
  "change.direction.fell": "a baissé",
  "change.direction.open": "incertain",
  "change.finding.fell": "A baissé ({count, number}) :",
  "change.finding.rose": "A monté ({count, number}) :",
  "change.finding.open": "Sens incertain ({count, number}) :",
  "change.finding.none": "nulle part que les chiffres publiés permettent de savoir",
  "change.why.title": "Pourquoi un chiffre bouge",
  "change.why.same":
    "Les barres : ce qu'ont fait les collectifs évalués les deux années. Si toute la barre est d'un côté de la ligne, ils ont monté ou baissé ; si elle la croise, les bandes publiées laissent le sens ouvert.",
  "change.why.others":
    "Les derniers chiffres du tableau concernent tous les collectifs évalués chaque année. Ce qu'ils ont bougé de plus ou de moins vient de ceux qui sont arrivés, partis ou évalués une seule année ; la part de chacun n'est pas publique, car elle dirait qui ils sont.",
  "change.why.cause": "Rien de cela ne dit ce qui a causé un changement.",
  "change.table.pressure": "Sous pression élevée ou très grave",
  "change.pressure.title":
    "Collectifs sous pression élevée ou très grave, {from, number, ::group-off} → {to, number, ::group-off} :",
  "change.pressure.fell": "Là où la part a baissé :",
  "change.pressure.rose": "Là où elle a monté :",
  "change.pressure.none": "non renseigné",
  "change.pressure.row": "sous pression élevée ou très grave : {pressure} des collectifs",
  "change.pressure.note":
    "Une baisse sous pression n’est pas un échec de ceux qui l’ont subie. Rien ici ne dit ce qui a causé un changement.",
  "change.pressure.note.places":
    "Une baisse sous pression n’est pas un échec de ceux qui l’ont subie. Le tableau donne la pression dans chaque lieu. Rien ici ne dit ce qui a causé un changement.",
  "change.pair.title": "Seules les années consécutives sont publiques ici",
  "change.pair.text":
    "De {from, number, ::group-off} à {to, number, ::group-off}, les chiffres des mêmes collectifs pourraient révéler qui est arrivé et qui est parti. Les responsables connectés voient toute paire d'années de leurs pays.",
};

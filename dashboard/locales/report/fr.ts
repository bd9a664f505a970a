import type { ReportMessages } from "../messages.ts";

/** Français : les rapports et comment les emporter. */
export const report: ReportMessages = {
  "report.kicker": "Rapport",
  "report.heading": "{place}, {year, number, ::group-off}",
  "report.lead":
    "Ce qui est en place chez les collectifs accompagnés, ce qui a changé chez les mêmes, et ce que cela ne dit pas.",
  "report.description":
    "Un rapport de l’ensemble, d’une région ou d’un pays à imprimer et à transmettre, avec ses données et sa citation.",
  "report.print": "Imprimer ou enregistrer en PDF",
  "report.summary": "En bref",
  "report.rose":
    "A monté chez les mêmes collectifs de {from, number, ::group-off} à {to, number, ::group-off} : {results}.",
  "report.fell":
    "A baissé chez les mêmes collectifs de {from, number, ::group-off} à {to, number, ::group-off} : {results}.",
  "report.rose.none":
    "De {from, number, ::group-off} à {to, number, ::group-off} les chiffres publiés ne montrent aucun résultat qui ait certainement monté chez les mêmes collectifs.",
  "report.fell.none":
    "De {from, number, ::group-off} à {to, number, ::group-off} les chiffres publiés ne montrent aucun résultat qui ait certainement baissé chez les mêmes collectifs.",
  "report.take": "Les données derrière",
  "report.take.csv": "Tous les chiffres publiés, {place} (CSV)",
  "report.take.arrow": "Les mêmes en Arrow, pour R et Python : {place}",
  "report.take.everything": "Tous les chiffres publiés de tous les pays (CSV)",
  "report.take.codebook": "Dictionnaire : résultats, ancres, codes manquants (JSON)",
  "report.take.api": "Comment interroger l’API",
  "report.whole": "Toutes les régions",
  "report.heading.span": "{place}, {from, number, ::group-off}–{to, number, ::group-off}",
  "report.filter.country": "Pays",
  "report.filter.country.all": "Tous les pays : {place}",
  "report.level":
    "{shown, number} résultats sur {results, number} avec un chiffre. Le moins en place : {lowest}, chez {low} des collectifs ({low_interval} si de semblables avaient été notés). Le plus : {highest}, chez {high} ({high_interval}).",
  "report.level.one":
    "{shown, number} résultat sur {results, number} avec un chiffre : {lowest}, chez {low} des collectifs ({low_interval} si de semblables avaient été notés).",
  "report.apart":
    "Les régions diffèrent de plus que leur incertitude pour {count, number} résultats sur {compared, number} : {results}. Pour les autres leurs intervalles se recouvrent et aucun ordre ne peut être dit.",
  "report.apart.one": "{result} ({high} au-dessus de {low})",
  "report.apart.none":
    "Pour aucun des {compared, number} résultats les régions ne diffèrent de plus que leur incertitude : aucun ordre ne peut être dit.",
  "report.pair":
    "De {from, number, ::group-off} à {to, number, ::group-off}, chez les mêmes collectifs : ont monté : {rose} ; ont baissé : {fell} ; direction incertaine : {open, plural, one {# résultat} other {# résultats}}.",
  "report.nothing": "aucun",
  "report.ends":
    "Chez tous les collectifs notés en {from, number, ::group-off} et en {to, number, ::group-off}, qui peuvent différer : certainement plus haut : {higher} ; certainement plus bas : {lower} ; incertain : {open, plural, one {# résultat} other {# résultats}}.",
  "report.regions":
    "Régions côte à côte : part des collectifs avec chaque résultat en place, {year, number, ::group-off}",
  "report.regions.sentence":
    "Carte de chaleur de {results, plural, one {# résultat} other {# résultats}} par {regions, plural, one {# région} other {# régions}}, {year, number, ::group-off}. Le tableau contient les mêmes chiffres.",
  "report.quality": "À quel point c’est complet et sûr",
  "report.quality.published":
    "Sur {total, number} chiffres que les pays pourraient avoir, {value, number} sont publiés, {withheld, number} sont retenus par sécurité et {none, number} sont sans données.",
  "report.quality.small":
    "{small, number} des {shown, number} chiffres de {place} reposent sur moins de dix collectifs ; ils portent une étoile.",
  "report.snippets": "Les mêmes chiffres en R, Python, DuckDB et JavaScript",
  "report.files": "Emporter ce rapport",
  "report.files.pdf": "PDF, à imprimer et à lire à voix haute",
  "report.files.docx": "Document Word, pour continuer à écrire",
  "report.files.html": "Un seul fichier pour tout navigateur",
  "report.files.iati": "Fichier IATI : {place}",
  "report.files.wait": "{what} : en attente de son tour.",
  "report.files.read": "{what} : lecture des chiffres.",
  "report.files.write": "{what} : dessin des graphiques et écriture.",
  "report.files.done": "{what} : fait et remis à votre navigateur ({size, number} Ko).",
  "report.files.failed": "{what} : non fait. {why}",
  "report.files.again": "Réessayer",
};

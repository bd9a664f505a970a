import type { Messages } from "./messages.ts";

/** Français. */
export const messages: Messages = {
  "app.name": "Trama",
  "app.tagline": "La protection collective, mesurée avec soin",
  "app.skip": "Aller au contenu",
  "app.nav": "Vues",
  "app.language": "Langue",
  "app.theme": "Couleurs",
  "app.theme.system": "Comme l’appareil",
  "app.theme.light": "Clair",
  "app.theme.dark": "Sombre",
  "app.loading": "Chargement…",
  "app.offline": "Vous êtes hors connexion. Ce qui est à l’écran a été lu avant la coupure.",

  "nav.overview": "Vue d’ensemble",
  "nav.methods": "Méthodes",
  "methods.page.title": "Comment les chiffres sont faits",
  "methods.page.lead":
    "Chaque chiffre, sa formule, ce qu’il suppose et ce qu’il ne dit pas, avec des exemples. Le texte est en anglais.",
  "nav.compare": "Comparer",

  "release.line": "Publication {release, number} du {date}",
  "release.framework": "cadre de mesure {version}",
  "release.proposal": "une proposition que Protection International n’a pas encore relue",
  "release.text-unreviewed":
    "Une personne de langue maternelle n’a pas encore relu la rédaction du cadre dans cette langue.",
  "release.holds":
    "{results, plural, one {# résultat} other {# résultats}} dans {countries, plural, one {# pays} other {# pays}}, de {from, number, ::group-off} à {to, number, ::group-off}",
  "release.synthetic": "Données d’exemple synthétiques.",
  "release.synthetic-more":
    "Tous les collectifs et tous les scores de cette publication sont inventés. Ils servent à découvrir l’outil, jamais à affirmer quoi que ce soit sur un pays.",
  "release.other":
    "Ce lien a été fait avec la publication {cited, number}. Vous voyez la publication {shown, number} ; les chiffres ont pu changer.",

  "overview.title": "Qu’est-ce qui est en place, et où ?",
  "overview.lead":
    "Des collectifs de défense des droits humains et les équipes qui les accompagnent notent seize résultats de la protection collective. Cette page montre dans quelle part des collectifs chaque résultat est en place.",
  "overview.description":
    "Seize résultats de la protection collective par pays : part des collectifs accompagnés où chacun est en place, avec son incertitude.",
  "overview.chart.share": "Part des collectifs où chaque résultat est en place, {year, number, ::group-off}",
  "overview.chart.median": "Score médian de chaque résultat, {year, number, ::group-off}",
  "overview.sentence":
    "Carte thermique de {results, plural, one {# résultat} other {# résultats}} pour {countries, plural, one {# pays} other {# pays}}, {year, number, ::group-off} : {values, plural, one {# chiffre} other {# chiffres}}, {withheld, plural, =0 {aucun masqué} one {# masqué} other {# masqués}}. Le tableau contient les mêmes chiffres.",
  "overview.next": "Voir comment un résultat a évolué au fil des ans",

  "compare.title": "Qui a changé au fil des ans ?",
  "compare.lead.country":
    "Un petit graphique par pays, tous à la même échelle. Comparez d’abord les années, ensuite les pays.",
  "compare.lead.region":
    "Un petit graphique par région, tous à la même échelle. Une région compte tous les collectifs notés dans ses pays.",
  "compare.description":
    "Résultats de la protection collective au fil des ans, par pays ou par région, avec intervalles et lacunes.",
  "compare.chart.share":
    "{result} : part des collectifs où ce résultat est en place, de {from, number, ::group-off} à {to, number, ::group-off}",
  "compare.chart.median": "{result} : score médian, de {from, number, ::group-off} à {to, number, ::group-off}",
  "compare.sentence":
    "{result}. {panels, plural, one {# petit graphique en ligne} other {# petits graphiques en ligne}}, de {from, number, ::group-off} à {to, number, ::group-off}. La ligne s’interrompt là où une année n’a pas de chiffre. Le tableau contient les mêmes chiffres.",
  "compare.nothing":
    "Aucun chiffre n’est publié pour ce choix. Essayez d’autres pays, d’autres années ou tous les types ensemble.",

  "filter.title": "Que montrer",
  "filter.year": "Année",
  "filter.from": "De",
  "filter.to": "À",
  "filter.measure": "Mesure",
  "filter.measure.share": "Part en place",
  "filter.measure.median": "Score médian",
  "filter.result": "Résultat",
  "filter.results-of": "Tous les résultats d’une dimension",
  "filter.by": "Comparer",
  "filter.by.country": "Pays",
  "filter.by.region": "Régions",
  "filter.countries": "Pays",
  "filter.countries.all": "tous",
  "filter.countries.some": "{count, plural, one {# choisi} other {# choisis}}",
  "filter.region": "Région",
  "filter.region.all": "Toutes les régions",
  "filter.type": "Type de collectif",
  "filter.type.all": "Tous les types ensemble",
  "filter.submit": "Afficher",
  "filter.reset": "Effacer les filtres",

  "type.ngo": "Organisation non gouvernementale",
  "type.community-association": "Association communautaire",
  "type.trade-union": "Syndicat",
  "type.movement": "Mouvement social ou populaire",
  "type.womens-organisation": "Organisation de femmes",
  "type.indigenous": "Communauté autochtone",
  "type.afro-descendant": "Communauté afrodescendante",
  "type.rural-peasant": "Communauté rurale ou paysanne",
  "type.other": "Autre",
  "type.unknown": "Non connu",

  "tab.label": "Afficher en",
  "tab.chart": "Graphique",
  "tab.table": "Tableau",

  "chart.keys": "Les flèches lisent les chiffres un par un ; Entrée ouvre un résultat au fil des ans.",
  "chart.keys.plain": "Les flèches lisent les chiffres un par un.",
  "chart.failed": "Le graphique n’a pas pu être tracé ici. Le tableau contient les mêmes chiffres.",

  "legend.share": "Part des collectifs avec un score de 3 ou 4",
  "legend.median": "Score médian",
  "legend.withheld": "masqué, pour que personne ne puisse être désigné",
  "legend.no-data": "pas de données",
  "legend.not-applicable": "sans objet",
  "legend.small": "moins de 10 collectifs : à lire avec prudence",
  "legend.exact": "point : la part",
  "legend.band": "barre : la fourchette où se situe la part",
  "legend.median-band": "barre : de la médiane inférieure à la supérieure",
  "legend.interval": "intervalle à 95 %",
  "legend.gap": "ligne interrompue : pas de chiffre cette année-là",

  "folded.countries":
    "{count, plural, one {# pays n’est pas montré} other {# pays ne sont pas montrés}} car tous leurs chiffres sont masqués : {names}.",
  "folded.regions":
    "{count, plural, one {# région n’est pas montrée} other {# régions ne sont pas montrées}} car tous leurs chiffres sont masqués : {names}.",

  "row.value":
    "{place}, {result}, {year, number, ::group-off} : {share} en place ; {k} collectifs sur {n} ; intervalle à 95 % {interval} ; score médian {median}.",
  "row.withheld": "{place}, {result}, {year, number, ::group-off} : masqué, pour que personne ne puisse être désigné.",
  "row.no-data": "{place}, {result}, {year, number, ::group-off} : pas de données.",
  "row.not-applicable": "{place}, {result}, {year, number, ::group-off} : sans objet.",
  "row.unscored": "{place}, {result}, {year, number, ::group-off} : aucun collectif n’a de score.",

  "kind.withheld": "masqué",
  "kind.no-data": "pas de données",
  "kind.not-applicable": "sans objet",
  "kind.unscored": "aucun noté",

  "flag.changed-set": "pas les mêmes collectifs que l’année précédente",
  "flag.rubric-changed": "le guide de notation a changé",
  "flag.overlapping-intervals": "les intervalles se chevauchent : pas de classement",
  "flag.few-movers": "moins de 6 collectifs ont changé : on ne peut jamais l’écarter du hasard",
  "flag.empty-stratum": "un type de collectif n’a pas de chiffre ici",
  "flag.standardised": "selon la répartition mondiale des types de collectifs",
  "flag.small-n": "moins de 10 collectifs",
  "flag.unverified": "scores de 3 ou 4 peu étayés",
  "flag.other": "prudence : {flag}",

  "table.caption": "{title}. n : collectifs notés ; k : collectifs où le résultat est en place.",
  "table.result": "Résultat",
  "table.place.country": "Pays",
  "table.place.region": "Région",
  "table.year": "Année",
  "table.share": "Part en place",
  "table.n": "n",
  "table.k": "k",
  "table.interval": "Intervalle à 95 %",
  "table.median": "Score médian",
  "table.flags": "Précautions",
  "table.scroll": "Tableau, défile sur le côté",

  "bands.public": "Les chiffres sont montrés par fourchettes, pour qu’aucun collectif ne puisse être désigné.",
  "bands.exact": "Ces chiffres sont exacts.",

  "methods.title": "Comment lire",
  "methods.share":
    "Un résultat est en place dans un collectif lorsqu’il a obtenu 3 ou 4 sur une échelle de cinq degrés (0 à 4), chacun décrit par écrit. La part est k sur n : les collectifs où le résultat est en place, parmi tous ceux qui ont un score. Les collectifs sans score ne comptent pas pour zéro : ils ne sont pas comptés.",
  "methods.interval":
    "L’intervalle à 95 % (Wilson) dit jusqu’où la part pourrait s’écarter si des collectifs semblables avaient été notés. Pour une fourchette, il va de la borne inférieure au plus petit compte à la borne supérieure au plus grand. Il laisse de côté la façon dont les collectifs ont été choisis, les différences entre les personnes qui notent et les usages différents de l’échelle.",
  "methods.median":
    "La médiane est le score du collectif du milieu. Si le milieu tombe entre deux scores, les deux sont donnés ; on n’en fait jamais la moyenne.",
  "methods.not":
    "Ce que cela ne dit pas : les collectifs accompagnés ne sont ni un échantillon ni un recensement d’un pays. Des intervalles qui se chevauchent ne classent personne. Un changement d’une année à l’autre peut venir de ce que d’autres collectifs ont été notés. Rien ici ne dit ce qui a causé un changement.",
  "methods.withheld":
    "Les chiffres masqués, notés [c], le sont par sécurité ; rien ne s’en déduit sur leur taille. Pas de données se note [x] ; sans objet, [z].",

  "sources.title": "Source et citation",
  "sources.data":
    "Chiffres : publication {release, number}, rapports des équipes de projet et des collectifs accompagnés, protégés avant publication.",
  "sources.framework": "Cadre : {source}",
  "sources.citation": "Trama, publication {release, number} ({date}). {title}. Cadre de mesure {version}. {address}",
  "sources.cite": "Citer ainsi",
  "sources.synthetic-citation": "[données d’exemple synthétiques]",

  "download.title": "À emporter",
  "download.svg": "Image (SVG)",
  "download.png": "Image (PNG)",
  "download.csv": "Tableau (CSV)",
  "download.api": "Depuis l’API (JSON)",
  "download.link": "Copier le lien",
  "download.copied": "Le lien est copié.",
  "download.copy-failed": "Le lien n’a pas pu être copié. Il est dans la barre d’adresse.",
  "download.failed": "Le fichier n’a pas pu être créé dans ce navigateur.",

  "notice.ignored":
    "L’adresse nomme {count, plural, one {quelque chose} other {# choses}} que cette publication ne connaît pas : {values}. Le reste est montré.",

  "empty.title": "Pas encore de publication",
  "empty.text":
    "Le serveur fonctionne, mais rien n’a encore été publié. Dès qu’une publication existera, ses chiffres apparaîtront ici.",
  "empty.how": "Pour publier : déposez des rapports avec « trama ingest », puis lancez « trama publish ».",
  "error.title": "Le chargement a échoué",
  "error.text":
    "Rien n’est perdu. Réessayez ; si cela persiste, transmettez les détails à la personne qui gère ce serveur.",
  "error.unreachable": "Le serveur est injoignable. Vérifiez la connexion et réessayez.",
  "error.retry": "Réessayer",
  "error.details": "Détails",
  "missing.title": "Cette page n’existe pas",
  "missing.text": "L’adresse « {path} » ne mène nulle part. Ces pages existent :",

  "footer.about":
    "Trama est un logiciel libre de suivi de la protection collective. Il ne dépose aucun cookie chez les lecteurs, ne piste personne et ne charge rien d’ailleurs.",
  "footer.api": "API et documentation",
  "footer.data": "Données de cette publication",
};

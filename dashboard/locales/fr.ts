import { change } from "./change/fr.ts";
import { how } from "./how/fr.ts";
import type { Messages } from "./messages.ts";
import { report } from "./report/fr.ts";
import { work } from "./work/fr.ts";

/** Français. */
export const messages: Messages = {
  ...work,
  ...how,
  ...report,
  ...change,
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

  "nav.overview": "Aperçu",
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
  "flag.standardised": "sur une même composition de types de collectifs",
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
  "withheld.why":
    "Les chiffres marqués [c] sont retenus. Cela se fait lorsqu’un chiffre, seul ou rapproché d’autres, pourrait désigner un collectif ou quelques-uns : trop peu peuvent se trouver derrière, ou il pourrait se déduire de ses voisins. Lequel des deux cas, on ne le dit jamais, car cela aussi révélerait quelque chose. Retenu ne veut dire ni zéro ni mauvais signe.",
  "withheld.instead":
    "Les chiffres d’une région entière reposent sur plus de collectifs et sont publiés pour ces résultats :",
  "withheld.see": "voir {region}",
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

  "nav.change": "Évolution",
  "nav.progress": "Progression",
  "nav.quality": "Qualité",
  "nav.report": "Rapport",
  "place.world": "Monde",
  "points.range": "{from} à {to}",
  "tab.distribution": "Scores",
  "tab.map": "Carte",
  "chart.keys.country": "Les flèches lisent les chiffres un à un ; Entrée ouvre un pays.",
  "start.title": "Par où commencer",
  "start.change":
    "{result} : où cela a-t-il monté ou baissé de {from, number, ::group-off} à {to, number, ::group-off}, et pourquoi ?",
  "start.country": "Un pays, ses réseaux internes et externes côte à côte : {place}",
  "start.regions": "Les régions côte à côte, avec leurs pays",
  "start.report": "Un rapport à imprimer, avec ses données et comment le citer",
  "start.guide": "Un exemple guidé : comment lire un chiffre",
  "news.title": "Quoi de neuf",
  "news.first": "C'est la première publication conservée ici. Les suivantes diront ce qui a changé.",
  "news.same": "Aucun chiffre publié d'un pays ne diffère de la publication {since, number}.",
  "news.counts":
    "Depuis la publication {since, number} : {added, plural, =0 {aucun nouveau chiffre} one {# nouveau chiffre} other {# nouveaux chiffres}}, {changed, plural, =0 {aucun modifié} one {# modifié} other {# modifiés}}, {withdrawn, plural, =0 {aucun retiré} one {# retiré} other {# retirés}}.",
  "news.where": "Où : {places}.",
  "guide.title": "Un exemple guidé",
  "guide.figure": "{result}, {place}, {year, number, ::group-off} : {share}",
  "guide.share":
    "La part est de {share} : {k} des {n} collectifs accompagnés ont obtenu 3 ou 4. Là où deux nombres figurent, le vrai se trouve entre eux ; personne ne peut être reconnu.",
  "guide.interval":
    "Si des collectifs semblables avaient été évalués, la part se situerait très probablement entre {interval}.",
  "guide.not":
    "Il ne parle pas pour le pays, seulement pour les collectifs qui y sont accompagnés ; et il ne dit pas pourquoi.",
  "guide.flags": "À lire avec prudence : {flags}.",
  "guide.years": "Voir le même chiffre au fil des années",
  "guide.change": "Voir si les mêmes collectifs ont changé, ou si d'autres ont été évalués",
  "guide.take": "Sous chaque graphique : les mêmes chiffres en tableau, image, fichier, lien, et comment les citer.",
  "search.heading": "Chercher",
  "search.label": "Pays, région ou résultat",
  "search.placeholder": "Guatemala, IN2, juridique",
  "search.button": "Chercher",
  "search.count": "{count, plural, =0 {Rien trouvé} one {# trouvé} other {# trouvés}}",
  "search.nothing": "Rien ne porte ce nom. Essayez une partie d'un mot ou un code comme GTM ou IN2.",
  "search.title": "Recherche",
  "search.for": "Trouvé pour « {asked} »",
  "search.kind.country": "pays",
  "search.kind.region": "région",
  "search.kind.result": "résultat",
  "search.all-countries": "Tous les pays",
  "filter.standardised": "Sur une même composition de types",
  "legend.region": "bord bleu-vert : la région ; à côté, ses pays",
  "legend.standardised": "tirets : la région sur une même composition de types",
  "legend.change":
    "barre : l'étendue où se situe le changement des mêmes collectifs, en points de pourcentage ; plus pâle là où le sens est incertain",
  "legend.classes": "Part des collectifs pour chaque score",
  "legend.classes-middle": "Chaque part est dessinée au milieu de sa bande ; le tableau donne les deux bornes.",
  "legend.land": "aucun programme n'en rend compte",
  "legend.mark": "un pays trop petit pour être vu à cette échelle",
  "legend.disputed": "zone disputée, dessinée et nommée comme dans la source",
  "legend.completeness": "Part des résultats publiée",
  "table.twin": "Les mêmes chiffres en tableau",
  "table.type": "Composition",
  "table.place.place": "Lieu",
  "table.scores": "Scores de {scores}",
  "mix.all": "telle qu'accompagnée",
  "mix.standardised": "composition commune",
  "mix.note":
    "Une même composition de types ({year, number, ::group-off}) : {weights}, comme dans ces régions ensemble. Elle est faite des types que chacune d’elles publie, qui couvrent, de tous les collectifs évalués : {covers}.",
  "mix.left-out": "Des autres types, la comparaison ne dit rien : {types}.",
  "mix.none":
    "Les régions ne peuvent pas être mises sur une même composition : aucun type de collectif n’est publié dans toutes.",
  "mix.too-little":
    "Les régions ne sont pas mises sur une même composition : les types que toutes publient peuvent ne couvrir que {covers} des collectifs évalués de l’une d’elles. En dessous de la moitié, le chiffre parlerait pour la moindre part.",
  "mix.instead": "Avec le filtre ci-dessus, on peut comparer un type à la fois, là où il est publié.",
  "compare.to-result": "Ce que signifie « {result} » et comment ses scores se répartissent",
  "compare.to-change": "Ce qu'ont fait les mêmes collectifs de {from, number, ::group-off} à {to, number, ::group-off}",
  "map.chart.share": "{result} : part des collectifs où il est en place, {year, number, ::group-off}",
  "map.chart.median": "{result} : score médian, {year, number, ::group-off}",
  "map.sentence":
    "{result}, {year, number, ::group-off}. Carte équivalente avec {countries, plural, one {# pays} other {# pays}} ayant un chiffre. Le tableau contient les mêmes chiffres.",
  "map.borders":
    "Les frontières, les zones disputées et leurs noms sont ceux de la source (Natural Earth, par world-atlas, 1:110 millions) ; ils n'expriment aucune opinion. Projection Equal Earth : les surfaces sont comparables. Un pays accompagné est coloré en entier ; rien de plus fin qu'un pays n'est montré.",
  "classes.chart": "{result} : comment les scores se répartissent, {year, number, ::group-off}",
  "classes.sentence":
    "{result}, {year, number, ::group-off}. {places, plural, one {# barre} other {# barres}}, alignées là où un résultat compte comme en place. Le tableau contient les mêmes chiffres.",
  "classes.below": "pas en place (0–2)",
  "classes.above": "en place (3–4)",
  "classes.nothing":
    "Nulle part assez de collectifs ne sont évalués pour montrer la répartition sans désigner personne. Les régions peuvent l'avoir.",
  "classes.folded.countries":
    "Non montré pour {count, plural, one {# pays} other {# pays}}, car la répartition n'est publiée qu'à partir de vingt collectifs évalués : {names}.",
  "classes.folded.regions":
    "Non montré pour {count, plural, one {# région} other {# régions}}, car la répartition n'est publiée qu'à partir de vingt collectifs évalués : {names}.",
  "classes.line": "{place}, {year, number, ::group-off} : sur {n} collectifs, {parts}.",
  "classes.line.none": "{place}, {year, number, ::group-off} : {why}.",
  "classes.part": "{share} avec un score de {scores}",
  "flag.direction-uncertain": "les bandes publiées laissent le sens ouvert",
  "country.unknown": "Aucun pays de code {code} ne rend compte ici",
  "country.description":
    "Résultats de la protection collective, {place} : territoire, réseaux internes et externes côte à côte.",
  "country.lead":
    "Trois panneaux : l'emprise sur le territoire, les liens dans le collectif, les liens avec les autres. Comparez d'abord les panneaux, puis les résultats.",
  "country.chart": "{place} : part des collectifs avec chaque résultat en place, {year, number, ::group-off}",
  "country.sentence":
    "{place}, {year, number, ::group-off}. {results, plural, one {# résultat} other {# résultats}} en panneaux, chacun une bande avec son intervalle. Le tableau contient les mêmes chiffres.",
  "country.heatmap.share": "{place} : part en place de chaque résultat au fil des années",
  "country.heatmap.median": "{place} : score médian de chaque résultat au fil des années",
  "country.heatmap.sentence":
    "{place} : carte de chaleur de {results, plural, one {# résultat} other {# résultats}} par année. Le tableau contient les mêmes chiffres.",
  "country.region-band": "cadre : {region}, la même année",
  "country.panel":
    "{shown, number} des {results, number} résultats avec un chiffre, de {low} ({lowest}) à {high} ({highest}).",
  "country.panel.one": "{shown, number} des {results, number} résultats avec un chiffre : {low} ({lowest}).",
  "country.panel.none": "aucun des {results, number} résultats n'a de chiffre cette année.",
  "country.escazu.since": "Partie à l'accord d'Escazú depuis le {date}.",
  "country.escazu.yes": "Partie à l'accord d'Escazú.",
  "country.escazu.no": "N'est pas partie à l'accord d'Escazú (ouvert à l'Amérique latine et aux Caraïbes seulement).",
  "country.law.yes": "Sa loi connaît des mesures de protection collective.",
  "country.law.no": "Sa loi n'est pas connue pour prévoir des mesures de protection collective.",
  "country.context": "Contexte à côté des chiffres, jamais leur cause.",
  "country.to-change": "Ce qui a changé chez les mêmes collectifs : {place}",
  "country.to-how": "Comment naissent les résultats : {place}",
  "country.to-report": "Un rapport à imprimer : {place}",
  "nav.outcomes": "Récits",
  "outcomes.title": "Récits de changement",
  "outcomes.lead":
    "Ce que quelqu’un fait autrement, en bien ou en mal, dans des mots qu’une personne a autorisés pour tout le monde. Personne n’est nommé, et un lieu seulement si assez de collectifs s’y trouvent.",
  "outcomes.none": "Aucun récit n’a été autorisé ici pour tout le monde.",
  "outcomes.somebody": "Quelqu’un :",
  "outcomes.significance": "Pourquoi c’est important : {words}",
  "outcomes.positive": "en bien",
  "outcomes.negative": "en mal",
  "outcomes.mixed": "en bien et en mal",
  "outcomes.intended": "voulu",
  "outcomes.unintended": "non voulu",
  "outcomes.anywhere": "lieu non nommé",
  "outcomes.substantiated": "confirmé par quelqu’un d’indépendant",
  "outcomes.unsubstantiated": "sans confirmation indépendante",
  "outcomes.unknown": "confirmation non précisée",
  "outcomes.contribution":
    "contribution telle qu’évaluée, 0-4 : collectif {collective}, Protection International {pi}, autres {others}",
  "outcomes.places":
    "Un pays et une année ne sont nommés que là où le nombre de collectifs est publié, sinon la région. Un récit n’est pas un chiffre : il est listé, jamais compté.",
  "outcomes.every-result": "Tous les résultats",
  "outcomes.every-place": "Tous les lieux",
  "outcomes.of-result": "Récits de changement sur ce résultat",
  "outcomes.of-country": "Récits de changement : {place}",
  "country.restricted.title": "Ce qui n'est pas public sur un pays",
  "country.restricted.text":
    "Les liens entre collectifs, l'écart entre panels de femmes, de jeunes et de direction, et les comptes exacts pourraient identifier un collectif. Les responsables connectés les voient pour leurs pays.",
  "result.unknown": "Le cadre n'a aucun résultat de code {code}",
  "result.scale": "Ce que signifie chaque score",
  "result.in-place":
    "À partir de 3 le résultat compte comme en place. 4 ajoute qu'un événement l'a éprouvé ou confirmé ; une année calme n'est donc pas lue comme une baisse.",
  "result.verification": "Comment cela se vérifie",
  "result.actions": "Actions qui le servent",
  "result.capacities": "Capacités qui le soutiennent",
  "result.others": "Tous les résultats",
  "result.to-change": "Où cela a changé chez les mêmes collectifs",
  "result.to-map": "Sur une carte",
  "quality.title": "Puis-je m'y fier ?",
  "quality.lead":
    "À quel point les chiffres publiés sont complets, et comment cette publication a été attaquée avant de paraître.",
  "quality.description":
    "Complétude des chiffres publiés par pays et par année, et rapport de protection de la publication.",
  "quality.chart": "Résultats publiés, sur {results, number}, par pays et par année",
  "quality.sentence":
    "Carte de chaleur de {countries, plural, one {# pays} other {# pays}} par {years, plural, one {# année} other {# années}}. Le tableau contient les mêmes chiffres.",
  "quality.row":
    "{place}, {year, number, ::group-off} : {value, number} des {results, number} résultats publiés, {withheld, number} non divulgués.",
  "quality.table.value": "Publiés",
  "quality.table.withheld": "Non divulgués",
  "quality.table.no-data": "Sans données",
  "quality.protection.title": "Éprouvée avant de paraître",
  "quality.protection.text":
    "Nos propres programmes tentent de déduire de petits groupes de ce qui va paraître : une personne extérieure, la responsable de chaque pays, quelqu'un qui sait qui est évalué. Une seule trouvaille et rien ne paraît.",
  "quality.protection.minimum": "Aucun compte de moins de {minimum, number} collectifs n'est publié.",
  "quality.protection.published":
    "{published, number} des {eligible, number} comptes assez grands sont publiés ; les autres permettraient d'en déduire un plus petit.",
  "quality.protection.banded":
    "{banded, plural, =0 {Aucun} other {#}} d’entre eux par tranche (par exemple de 10 à 14), car le compte exact en trahirait un autre.",
  "quality.protection.attacks":
    "{attackers, plural, one {# attaquant a essayé} other {# attaquants ont essayé}} ; retrouvé : {found, number}.",
  "quality.protection.none": "Cette publication ne porte pas de rapport de protection.",
  "quality.release.title": "Cette publication",
  "quality.release.made": "Faite le {date}.",
  "quality.release.as-of": "Elle contient ce qui était connu jusqu'au {date}.",
  "quality.release.all": "Toutes les publications (JSON)",
  "quality.restricted.title": "Ce que les responsables voient en plus",
  "quality.restricted.text":
    "Les degrés de preuve, l'accord entre évaluateurs, les rapports tardifs ou manquants, les révisions et les lignes rejetées pourraient désigner un collectif ou une équipe. Les responsables connectés les voient pour leurs pays.",
  "methods.more": "Comment chaque chiffre est fait, en détail",
  "methods.matched":
    "Seuls les collectifs évalués les deux années sont comptés. Le nombre publié est « au moins » un multiple de cinq et les deux parts sont des bandes : le changement est donc connu entre deux bornes.",
  "methods.classes":
    "La répartition est publique en trois classes de scores (0–1, 2, 3–4), en bandes, là où au moins vingt collectifs sont évalués.",
  "methods.quality":
    "Compté sur les chiffres publics eux-mêmes : de tous les résultats, combien ont une part publiée pour tous les types ensemble, par pays et par année.",
  "progress.title": "Les collectifs financés y arrivent-ils ?",
  "progress.lead": "De la base au plus récent et à la cible, toujours les mêmes collectifs.",
  "progress.description":
    "Progression des collectifs financés vers leurs cibles ; pour les responsables et les bailleurs.",
  "progress.restricted.title": "Connectez-vous pour voir la progression",
  "progress.restricted.text":
    "Les cibles appartiennent à un projet ou à une subvention, et des chiffres aussi fins pourraient identifier un collectif. Les responsables voient leurs projets exactement, les bailleurs leurs subventions en bandes. Qui administre ce serveur donne les comptes.",
  "progress.instead.change": "Ce qui a changé chez les mêmes collectifs, par pays",
  "progress.instead.compare": "Les régions au fil des années",
  "progress.holds.title": "Ce qu'elle contient",
  "progress.holds.baseline":
    "Pour chaque résultat : base, dernier point et cible des mêmes collectifs, avec leur étendue.",
  "progress.holds.shares": "Combien ont atteint leur cible, s'en sont approchés, sont restés ou s'en sont éloignés.",
  "progress.holds.targets": "Une cible révisée garde l'ancienne, quand elle a été révisée et pourquoi.",
  "progress.holds.actions": "Les actions figurent à côté des résultats comme association, jamais comme cause.",
  "forbidden.title": "Ceci n'est pas public",
  "forbidden.sign-in": "Connectez-vous pour voir ceci",
  "forbidden.text":
    "Des chiffres aussi fins pourraient identifier un collectif ; ils restent donc chez ceux qui l'accompagnent.",
  "forbidden.overview": "Vers ce qui est public",
  "forbidden.instead": "Ce que vous pouvez voir :",
  "unknown.text": "Ceux-ci existent :",
  "style.title": "Le langage visuel",
  "style.lead": "Typographie, couleur, espaces, mouvement et signes, tels que chaque vue les emploie.",
  "style.type": "Typographie",
  "style.colour": "Couleur",
  "style.tones":
    "Les tons vont du clair au foncé dans une seule teinte, pour se lire sans couleur ; le nombre est toujours à côté.",
  "style.spacing": "Espaces et mouvement",
  "style.motion":
    "Seules les couleurs des liens et boutons bougent, en 120 ms, et pas pour qui demande moins de mouvement.",
  "style.signs": "Signes",
  "style.states": "États",
};

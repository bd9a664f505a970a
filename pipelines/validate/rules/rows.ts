import type { Scored } from "../../map/parse-field.ts";
import type { RowRule } from "../rule.ts";

/** Records that carry a score on anchors. */
const scored = ["observation", "framework-score"] as const;
const inPeriod = ["observation", "framework-score", "local-indicator", "action", "tie", "pressure", "outcome"] as const;

/** Rules of whole rows. */
export const rowRules: readonly RowRule[] = [
  {
    id: "context.missing",
    on: "row",
    severity: "error",
    records: ["project", "collective", "target", "funding", ...inPeriod],
    field: "project",
    reads: [],
    message: {
      en: "Nothing says which project, country or period this row belongs to.",
      es: "Nada indica a qué proyecto, país o período pertenece esta fila.",
      fr: "Rien n'indique à quel projet, pays ou période cette ligne appartient.",
    },
    remedy: {
      en: "Fill in the first line of the Report sheet, or add the columns project, country and period here.",
      es: "Complete la primera línea de la hoja Informe, o añada aquí las columnas proyecto, país y período.",
      fr: "Remplissez la première ligne de la feuille Rapport, ou ajoutez ici les colonnes projet, pays et période.",
    },
    holds: (values) => values["context.missing"] !== true,
  },
  {
    id: "evidence.unverified",
    on: "row",
    severity: "warning",
    records: scored,
    field: "evidence",
    reads: ["score", "evidence"],
    message: {
      en: "A score of 3 or 4 stands on evidence below grade 2: it is shown as unverified.",
      es: "Una puntuación de 3 o 4 se apoya en evidencia inferior al grado 2: se muestra como no verificada.",
      fr: "Une note de 3 ou 4 repose sur une preuve inférieure au niveau 2 : elle est affichée comme non vérifiée.",
    },
    remedy: {
      en: "Add a second source or a document, and file the report again as the next version.",
      es: "Añada una segunda fuente o un documento, y presente el informe de nuevo como versión siguiente.",
      fr: "Ajoutez une deuxième source ou un document, et déposez à nouveau le rapport comme version suivante.",
    },
    holds: ({ score, evidence }) => ((score as Scored).score ?? 0) < 3 || Number(evidence ?? 0) >= 2,
  },
  {
    id: "target.k-within-n",
    on: "row",
    severity: "error",
    records: ["target"],
    field: "k",
    reads: ["k", "n"],
    message: {
      en: "More collectives are meant to be in place than the target speaks of.",
      es: "La meta prevé más colectivos con el resultado que los que abarca.",
      fr: "La cible prévoit plus de collectifs atteints qu'elle n'en compte.",
    },
    remedy: {
      en: "The first number must be at most the second.",
      es: "El primer número debe ser como máximo el segundo.",
      fr: "Le premier nombre doit être au plus égal au second.",
    },
    holds: ({ k, n }) => Number(k) <= Number(n),
  },
  {
    id: "target.below-baseline",
    on: "row",
    severity: "warning",
    records: ["target"],
    field: "k",
    reads: ["k", "baseline"],
    message: {
      en: "The target is lower than what was in place when it was set.",
      es: "La meta es inferior a lo que ya estaba establecido al fijarla.",
      fr: "La cible est inférieure à ce qui était déjà en place lorsqu'elle a été fixée.",
    },
    remedy: {
      en: "Check both numbers; where a loss is expected, give the reason.",
      es: "Revise ambos números; si se espera una pérdida, indique el motivo.",
      fr: "Vérifiez les deux nombres ; si une perte est attendue, donnez le motif.",
    },
    holds: ({ k, baseline }) => baseline === null || baseline === undefined || Number(k) >= Number(baseline),
  },
  {
    id: "period.future",
    on: "row",
    severity: "error",
    records: ["project", ...inPeriod],
    field: "period",
    reads: [],
    message: {
      en: "This period has not begun yet.",
      es: "Este período aún no ha comenzado.",
      fr: "Cette période n'a pas encore commencé.",
    },
    remedy: {
      en: "Check the year.",
      es: "Revise el año.",
      fr: "Vérifiez l'année.",
    },
    holds: (_values, { period }, learnedAt) => period === null || period.start <= learnedAt.toISOString().slice(0, 10),
  },
  {
    id: "contribution.rival",
    on: "row",
    severity: "warning",
    records: ["action", "outcome"],
    field: "rival",
    reads: ["contribution_collective", "contribution_pi", "contribution_others", "rival"],
    message: {
      en: "A contribution above 2 is claimed and no rival explanation is stated.",
      es: "Se atribuye una contribución superior a 2 y no se indica ninguna explicación rival.",
      fr: "Une contribution supérieure à 2 est avancée sans explication rivale.",
    },
    remedy: {
      en: "Say what else may explain the change.",
      es: "Diga qué más puede explicar el cambio.",
      fr: "Dites ce qui peut expliquer le changement autrement.",
    },
    holds: ({ contribution_collective, contribution_pi, contribution_others, rival }) =>
      (rival ?? null) !== null ||
      [contribution_collective, contribution_pi, contribution_others].every((rated) => Number(rated ?? 0) <= 2),
  },
  {
    id: "outcome.substantiator",
    on: "row",
    severity: "warning",
    records: ["outcome"],
    field: "substantiator",
    reads: ["substantiated", "substantiator"],
    message: {
      en: "It is not said what kind of independent actor confirmed this, or somebody is named who did not.",
      es: "No se dice qué tipo de actor independiente lo corroboró, o se indica uno que no lo hizo.",
      fr: "Il n'est pas dit quel type d'acteur indépendant l'a corroboré, ou il en est nommé un qui ne l'a pas fait.",
    },
    remedy: {
      en: "Fill in both columns alike: yes and a kind of actor, or no and none.",
      es: "Complete ambas columnas de acuerdo: sí y un tipo de actor, o no y ninguno.",
      fr: "Remplissez les deux colonnes en accord : oui et un type d'acteur, ou non et aucun.",
    },
    holds: ({ substantiated, substantiator }) => (substantiated === true) === ((substantiator ?? null) !== null),
  },
  {
    id: "pressure.none",
    on: "row",
    severity: "error",
    records: ["pressure"],
    field: "kind",
    reads: ["level", "kind"],
    message: {
      en: "A kind of pressure is named beside a level of none.",
      es: "Se nombra un tipo de presión junto a un nivel de ninguna.",
      fr: "Un type de pression est nommé à côté d'un niveau aucune.",
    },
    remedy: {
      en: "Give the level that there was, or leave the kind empty.",
      es: "Indique el nivel que hubo, o deje vacío el tipo.",
      fr: "Donnez le niveau qu'il y a eu, ou laissez le type vide.",
    },
    holds: ({ level, kind }) => level !== "none" || (kind ?? null) === null,
  },
  {
    id: "score.untested",
    on: "row",
    severity: "warning",
    records: ["observation"],
    field: "tested",
    reads: ["score", "tested"],
    message: {
      en: "A score of 4 says that the result was tested or confirmed, and the same line says that nothing tested it.",
      es: "Una puntuación de 4 dice que el resultado se probó o confirmó, y la misma línea dice que nada lo puso a prueba.",
      fr: "Une note de 4 dit que le résultat a été éprouvé ou confirmé, et la même ligne dit que rien ne l'a éprouvé.",
    },
    remedy: {
      en: "Score 3 where nothing tested it, or say yes where something did.",
      es: "Puntúe 3 si nada lo puso a prueba, o diga sí si algo lo hizo.",
      fr: "Notez 3 si rien ne l'a éprouvé, ou dites oui si quelque chose l'a fait.",
    },
    holds: ({ score, tested }) => (score as Scored).score !== 4 || tested !== false,
  },
  {
    id: "percentage.range",
    on: "row",
    severity: "error",
    records: ["local-indicator"],
    field: "value",
    reads: ["measure", "value", "denominator"],
    message: {
      en: "A percentage lies between 0 and 100, and its denominator is above 0.",
      es: "Un porcentaje está entre 0 y 100, y su denominador es mayor que 0.",
      fr: "Un pourcentage se situe entre 0 et 100, et son dénominateur est supérieur à 0.",
    },
    remedy: {
      en: "Check the value, the numerator and the denominator.",
      es: "Revise el valor, el numerador y el denominador.",
      fr: "Vérifiez la valeur, le numérateur et le dénominateur.",
    },
    holds: ({ measure, value, denominator }) =>
      measure !== "percentage" ||
      (((value ?? null) === null || (Number(value) >= 0 && Number(value) <= 100)) &&
        ((denominator ?? null) === null || Number(denominator) > 0)),
  },
  {
    id: "years.order",
    on: "row",
    severity: "error",
    records: ["funding"],
    field: "year_to",
    reads: ["year_from", "year_to"],
    message: {
      en: "The funding ends before it starts.",
      es: "La financiación termina antes de empezar.",
      fr: "Le financement se termine avant de commencer.",
    },
    remedy: {
      en: "Check the first and the last year.",
      es: "Revise el primer y el último año.",
      fr: "Vérifiez la première et la dernière année.",
    },
    holds: ({ year_from, year_to }) => Number(year_from) <= Number(year_to),
  },
  {
    id: "period.order",
    on: "row",
    severity: "error",
    records: ["published-result"],
    field: "period_end",
    reads: ["period_start", "period_end"],
    message: {
      en: "The period ends before it starts.",
      es: "El período termina antes de empezar.",
      fr: "La période se termine avant de commencer.",
    },
    remedy: {
      en: "Check the start and the end of the period.",
      es: "Revise el inicio y el fin del período.",
      fr: "Vérifiez le début et la fin de la période.",
    },
    holds: ({ period_start, period_end }) => !period_start || !period_end || String(period_start) <= String(period_end),
  },
];

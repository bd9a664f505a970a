import { capacities } from "@trama/data/framework";
import { literal } from "@trama/data/schema";
import type { StoreRule } from "../rule.ts";

/** The accepted rows of the report at hand, and what stood before under the same name, by other reports. */
const beside = `
  WITH incoming AS (SELECT * FROM observation WHERE report = $report),
  prior AS (
    SELECT o.*, r.sequence FROM observation o JOIN report r USING (report)
    SEMI JOIN incoming i ON i.collective = o.collective AND i.indicator = o.indicator
    WHERE o.report <> $report
  ),
  standing AS (
    SELECT * FROM prior
    QUALIFY row_number() OVER (PARTITION BY collective, indicator, period, panel, rater ORDER BY version DESC, sequence DESC, "row" DESC) = 1
  )`;

const same = `s.collective = i.collective AND s.indicator = i.indicator AND s.period = i.period AND s.panel = i.panel AND s.rater IS NOT DISTINCT FROM i.rater`;
const differs = `(i.score, i.missing, i.value) IS DISTINCT FROM (s.score, s.missing, s.value)`;

/** What a later report changes in an earlier one: shown to the sender before anything else is asked. */
export const changesQuery = `${beside}
  SELECT i.sheet, i."row", i.collective, i.indicator, i.period, i.panel,
         coalesce(s.missing, s.score::VARCHAR, s.value::VARCHAR) AS "from", coalesce(i.missing, i.score::VARCHAR, i.value::VARCHAR) AS "to",
         s.sequence < $published AS closed
  FROM incoming i JOIN standing s ON ${same}
  WHERE ${differs} AND i.version >= s.version
  ORDER BY i.sheet, i."row"`;

const capacityCodes = capacities.map(({ code }) => literal(code)).join(", ");
const linkedResults = capacities
  .flatMap(({ code, links: { results } }) => results.map((result) => `(${literal(code)}, ${literal(result.code)})`))
  .join(", ");

/** Rules that compare a report with what was loaded before. */
export const storeRules: readonly StoreRule[] = [
  {
    id: "revision.closed",
    on: "store",
    severity: "quarantine",
    field: "score",
    message: {
      en: "This changes a published score from {from} to {to}.",
      es: "Esto cambia una puntuación publicada de {from} a {to}.",
      fr: "Ceci change une note publiée de {from} à {to}.",
    },
    remedy: {
      en: "If the change is meant, file the report again with --accept-revision, or release the row (trama review).",
      es: "Si el cambio es intencional, presente el informe de nuevo con --accept-revision, o libere la fila (trama review).",
      fr: "Si le changement est voulu, déposez à nouveau le rapport avec --accept-revision, ou libérez la ligne (trama review).",
    },
    breaks: `SELECT sheet, "row", "from", "to" FROM (${changesQuery}) WHERE closed`,
  },
  {
    id: "score.jump",
    on: "store",
    severity: "warning",
    field: "score",
    message: {
      en: "The score went from {from} in {before} to {to}, three levels or more, and no note says why.",
      es: "La puntuación pasó de {from} en {before} a {to}, tres niveles o más, y ninguna nota dice por qué.",
      fr: "La note est passée de {from} en {before} à {to}, trois niveaux ou plus, et aucune remarque ne dit pourquoi.",
    },
    remedy: {
      en: "Check the score, and say in the note what happened.",
      es: "Revise la puntuación y explique en la nota lo que ocurrió.",
      fr: "Vérifiez la note et dites dans la remarque ce qui s'est passé.",
    },
    breaks: `${beside}
      SELECT i.sheet, i."row", s.score AS "from", i.score AS "to", s.period AS before
      FROM incoming i JOIN standing s ON s.collective = i.collective AND s.indicator = i.indicator AND s.panel = 'accepted'
      WHERE i.panel = 'accepted' AND s.year < i.year AND s.score IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY i.collective, i.indicator, i.period ORDER BY s.year DESC, s.period DESC) = 1
        AND abs(i.score - s.score) >= 3 AND NOT i.noted`,
  },
  {
    id: "score.other-project",
    on: "store",
    severity: "warning",
    field: "collective",
    message: {
      en: "Project {project} already reported this score of the same collective; the later report counts.",
      es: "El proyecto {project} ya informó esta puntuación del mismo colectivo; cuenta el informe posterior.",
      fr: "Le projet {project} a déjà rapporté cette note du même collectif ; le rapport le plus récent compte.",
    },
    remedy: {
      en: "Agree which project reports the collective, and leave it out of the other.",
      es: "Acuerden qué proyecto informa del colectivo y quítenlo del otro.",
      fr: "Convenez du projet qui rapporte le collectif, et retirez-le de l'autre.",
    },
    breaks: `${beside}
      SELECT i.sheet, i."row", s.project FROM incoming i JOIN standing s ON ${same} WHERE s.project <> i.project`,
  },
  {
    id: "panel.missing",
    on: "store",
    severity: "warning",
    field: "panel",
    message: {
      en: "The panel {panel} scored in this project before and is missing here.",
      es: "El panel {panel} puntuó antes en este proyecto y aquí falta.",
      fr: "Le panel {panel} a noté auparavant dans ce projet et manque ici.",
    },
    remedy: {
      en: "Add its scores, or the missing code that says why there are none.",
      es: "Añada sus puntuaciones, o el código que diga por qué no las hay.",
      fr: "Ajoutez ses notes, ou le code d'absence qui dit pourquoi il n'y en a pas.",
    },
    breaks: `
      WITH mine AS (SELECT DISTINCT project, panel FROM observation WHERE report = $report),
      first AS (SELECT project, any_value(sheet) AS sheet, min("row") AS "row" FROM observation WHERE report = $report GROUP BY project)
      SELECT f.sheet, f."row", string_agg(o.panel, ', ' ORDER BY o.panel) AS panel FROM first f
      JOIN (SELECT DISTINCT project, panel FROM observation WHERE report <> $report AND panel <> 'accepted') o USING (project)
      ANTI JOIN mine m ON m.project = f.project AND m.panel = o.panel
      WHERE EXISTS (SELECT 1 FROM mine WHERE panel <> 'accepted')
      GROUP BY f.sheet, f."row"`,
  },
  {
    id: "capacity.gap",
    on: "store",
    within: `SELECT 1 FROM observation_about WHERE report = $report AND indicator IN (${capacityCodes}) LIMIT 1`,
    severity: "warning",
    field: "note",
    message: {
      en: "The capacity is scored {score}, two levels or more from the middle of its linked results ({middle}), and no note says why.",
      es: "La capacidad se puntúa {score}, a dos niveles o más de la mitad de sus resultados vinculados ({middle}), y ninguna nota dice por qué.",
      fr: "La capacité est notée {score}, à deux niveaux ou plus du milieu de ses résultats liés ({middle}), et aucune remarque ne dit pourquoi.",
    },
    remedy: {
      en: "Check the score, and say in the note why the collective sees it so.",
      es: "Revise la puntuación y explique en la nota por qué el colectivo lo ve así.",
      fr: "Vérifiez la note et dites dans la remarque pourquoi le collectif le voit ainsi.",
    },
    breaks: `
      WITH scored AS (
        SELECT collective, indicator, period, score, sheet, "row" FROM observation
        WHERE report = $report AND panel = 'accepted' AND score IS NOT NULL AND NOT noted
          AND indicator IN (${capacityCodes})
      ),
      beside AS (
        SELECT s.*, o.score AS linked
        FROM scored s JOIN (VALUES ${linkedResults}) AS l(capacity, result) ON l.capacity = s.indicator
        JOIN observation o ON o.collective = s.collective AND o.period = s.period AND o.indicator = l.result
        LEFT JOIN report r USING (report)
        WHERE o.panel = 'accepted' AND o.score IS NOT NULL
        QUALIFY row_number() OVER (
          PARTITION BY s.collective, s.indicator, s.period, o.indicator
          ORDER BY o.version DESC, r.sequence DESC NULLS FIRST, o."row" DESC) = 1
      ),
      middled AS (
        SELECT sheet, "row", score, list_sort(list(linked)) AS linked FROM beside GROUP BY sheet, "row", score
      ),
      told AS (
        SELECT sheet, "row", score, linked[(len(linked) + 1) // 2] AS lower, linked[len(linked) // 2 + 1] AS upper FROM middled
      )
      SELECT sheet, "row", score, CASE WHEN lower = upper THEN lower::VARCHAR ELSE lower || '-' || upper END AS middle
      FROM told WHERE greatest(lower - score, score - upper) >= 2`,
  },
];

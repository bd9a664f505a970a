import { parseField } from "../../map/parse-field.ts";
import type { CellRule } from "../rule.ts";

/** Rules of single cells. What breaks one is decided where the cell is read, in map/parse-field. */
export const cellRules: readonly CellRule[] = [
  {
    ...said(
      "cell.required",
      ["This cell must not be empty.", "Esta celda no puede estar vacía.", "Cette cellule ne peut pas être vide."],
      ["Fill it in.", "Complétela.", "Remplissez-la."],
    ),
    holds: (text, { required }) => !required || (text !== null && text.trim() !== ""),
  },
  readable(
    "cell.sheet-error",
    [
      "This cell holds an error of the spreadsheet, or a formula that was never calculated.",
      "Esta celda contiene un error de la hoja de cálculo o una fórmula que nunca se calculó.",
      "Cette cellule contient une erreur du tableur ou une formule jamais calculée.",
    ],
    [
      "Open the workbook, mend or recalculate the formula, save it and file it again.",
      "Abra el libro, corrija o recalcule la fórmula, guárdelo y preséntelo de nuevo.",
      "Ouvrez le classeur, corrigez ou recalculez la formule, enregistrez-le et déposez-le à nouveau.",
    ],
  ),
  readable(
    "score.readable",
    [
      "This is neither a score from 0 to 4 nor one of the five missing codes.",
      "Esto no es ni una puntuación de 0 a 4 ni uno de los cinco códigos de falta de dato.",
      "Ceci n'est ni une note de 0 à 4 ni l'un des cinq codes d'absence.",
    ],
    [
      "Write 0, 1, 2, 3 or 4, or why there is no score: NA not applicable, NK not known, NR not reported, WH withheld, NS not scored.",
      "Escriba 0, 1, 2, 3 o 4, o por qué no hay puntuación: NA no aplica, NK no se sabe, NR no informado, WH reservado, NS no puntuado.",
      "Écrivez 0, 1, 2, 3 ou 4, ou pourquoi il n'y a pas de note : NA sans objet, NK inconnu, NR non rapporté, WH retenu, NS non noté.",
    ],
  ),
  readable(
    "score.range",
    [
      "A score is a whole number from 0 to 4.",
      "Una puntuación es un número entero de 0 a 4.",
      "Une note est un nombre entier de 0 à 4.",
    ],
    [
      "Choose the level whose anchor holds in full; the anchors stand on the reference sheet.",
      "Elija el nivel cuyo descriptor se cumple por completo; los descriptores están en la hoja de referencia.",
      "Choisissez le niveau dont le descripteur est entièrement rempli ; les descripteurs figurent sur la feuille de référence.",
    ],
  ),
  readable(
    "country.known",
    ["This country is not known.", "Este país no se reconoce.", "Ce pays n'est pas reconnu."],
    [
      "Write its ISO 3166 alpha-3 code, such as GTM, or its usual name.",
      "Escriba su código ISO 3166 alfa-3, como GTM, o su nombre habitual.",
      "Écrivez son code ISO 3166 alpha-3, comme GTM, ou son nom usuel.",
    ],
  ),
  readable(
    "code.known",
    [
      "This code is not in the list of this column.",
      "Este código no está en la lista de esta columna.",
      "Ce code n'est pas dans la liste de cette colonne.",
    ],
    [
      "Choose one from the drop-down list.",
      "Elija uno de la lista desplegable.",
      "Choisissez-en un dans la liste déroulante.",
    ],
  ),
  readable(
    "whole.readable",
    ["This must be a whole number.", "Esto debe ser un número entero.", "Ceci doit être un nombre entier."],
    ["Write digits only.", "Escriba solo cifras.", "N'écrivez que des chiffres."],
  ),
  readable(
    "whole.range",
    [
      "This number is outside the range of its column.",
      "Este número está fuera del rango de su columna.",
      "Ce nombre est hors de l'intervalle de sa colonne.",
    ],
    [
      "See the note on the column's header for the range.",
      "Consulte el rango en la nota del encabezado.",
      "Voyez l'intervalle dans la note de l'en-tête.",
    ],
  ),
  readable(
    "number.readable",
    [
      "This cannot be read as a number.",
      "Esto no se puede leer como número.",
      "Ceci ne peut pas être lu comme un nombre.",
    ],
    [
      "Write digits and a decimal point.",
      "Escriba cifras y un punto decimal.",
      "Écrivez des chiffres et un point décimal.",
    ],
  ),
  readable(
    "yes-no.readable",
    ["This must be yes or no.", "Esto debe ser sí o no.", "Ceci doit être oui ou non."],
    ["Write yes or no, or leave it empty.", "Escriba sí o no, o déjelo vacío.", "Écrivez oui ou non, ou laissez vide."],
  ),
  readable(
    "period.readable",
    ["This is no reporting period.", "Esto no es un período de informe.", "Ceci n'est pas une période de rapport."],
    [
      "Write a year, half-year or quarter: 2025, 2025-H1, 2025-Q3.",
      "Escriba un año, semestre o trimestre: 2025, 2025-H1, 2025-Q3.",
      "Écrivez une année, un semestre ou un trimestre : 2025, 2025-H1, 2025-Q3.",
    ],
  ),
  readable(
    "year.readable",
    ["This is no year.", "Esto no es un año.", "Ceci n'est pas une année."],
    ["Write four digits, such as 2025.", "Escriba cuatro cifras, como 2025.", "Écrivez quatre chiffres, comme 2025."],
  ),
  readable(
    "date.readable",
    ["This is no date.", "Esto no es una fecha.", "Ceci n'est pas une date."],
    [
      "Write it as year-month-day, such as 2025-03-31.",
      "Escríbala como año-mes-día, como 2025-03-31.",
      "Écrivez-la en année-mois-jour, comme 2025-03-31.",
    ],
  ),
  readable(
    "key.length",
    [
      "This is too long for a code or a title.",
      "Esto es demasiado largo para un código o un título.",
      "Ceci est trop long pour un code ou un titre.",
    ],
    ["Use at most 120 characters.", "Use como máximo 120 caracteres.", "Utilisez au plus 120 caractères."],
  ),
];

type Three = readonly [en: string, es: string, fr: string];

function readable(id: string, message: Three, remedy: Three): CellRule {
  return {
    ...said(id, message, remedy),
    holds: (text, { holds }) => {
      const parsed = parseField(text, holds);
      return !("broken" in parsed && parsed.broken === id);
    },
  };
}

function said(id: string, [en, es, fr]: Three, remedy: Three) {
  return {
    id,
    on: "cell" as const,
    severity: "error" as const,
    message: { en, es, fr },
    remedy: { en: remedy[0], es: remedy[1], fr: remedy[2] },
  };
}

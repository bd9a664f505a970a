import type { FileRule } from "../rule.ts";

/** Rules of the formats themselves, looked at element by element while a file is read. */
export const formatRules: readonly FileRule[] = [
  rule(
    "iati.element-missing",
    [
      "Line {line}, {path}: the element {element} lacks its {child}, which the IATI standard asks for.",
      "Línea {line}, {path}: al elemento {element} le falta {child}, que el estándar IATI exige.",
      "Ligne {line}, {path} : il manque à l'élément {element} son {child}, exigé par la norme IITA.",
    ],
    [
      "Add it in the publishing tool.",
      "Añádalo en la herramienta de publicación.",
      "Ajoutez-le dans l'outil de publication.",
    ],
  ),
  rule(
    "iati.element-repeated",
    [
      "Line {line}, {path}: the element {element} may hold {child} once only.",
      "Línea {line}, {path}: el elemento {element} solo puede contener {child} una vez.",
      "Ligne {line}, {path} : l'élément {element} ne peut contenir {child} qu'une fois.",
    ],
    [
      "Keep one; texts in several languages are narratives of one element.",
      "Deje uno; los textos en varios idiomas son narrativas de un mismo elemento.",
      "N'en gardez qu'un ; les textes en plusieurs langues sont des narratifs d'un même élément.",
    ],
  ),
  rule(
    "iati.element-repeated-early",
    [
      "Line {line}, {path}: before version 2.03 the element {element} may hold {child} once only.",
      "Línea {line}, {path}: antes de la versión 2.03 el elemento {element} solo puede contener {child} una vez.",
      "Ligne {line}, {path} : avant la version 2.03, l'élément {element} ne peut contenir {child} qu'une fois.",
    ],
    [
      "Publish as version 2.03, or keep one.",
      "Publique en la versión 2.03 o deje uno.",
      "Publiez en version 2.03, ou n'en gardez qu'un.",
    ],
  ),
  rule(
    "iati.attribute-missing",
    [
      "Line {line}, {path}: the element {element} lacks its attribute {attribute}.",
      "Línea {line}, {path}: al elemento {element} le falta el atributo {attribute}.",
      "Ligne {line}, {path} : il manque à l'élément {element} l'attribut {attribute}.",
    ],
    [
      "Add it in the publishing tool.",
      "Añádalo en la herramienta de publicación.",
      "Ajoutez-le dans l'outil de publication.",
    ],
  ),
  rule(
    "iati.value-missing",
    [
      "Line {line}, {path}: the {element} has no value, so no figure was read from it.",
      "Línea {line}, {path}: {element} no tiene valor, así que no se leyó ninguna cifra.",
      "Ligne {line}, {path} : {element} n'a pas de valeur, aucun chiffre n'en a été lu.",
    ],
    [
      "Give the value; qualitative indicators (measure 5) may leave it out from version 2.03 on.",
      "Indique el valor; los indicadores cualitativos (medida 5) pueden omitirlo desde la versión 2.03.",
      "Donnez la valeur ; les indicateurs qualitatifs (mesure 5) peuvent s'en passer depuis la version 2.03.",
    ],
  ),
  rule(
    "iati.attribute-form",
    [
      "Line {line}, {path}: the attribute {attribute} of {element} is not written as the IATI standard asks.",
      "Línea {line}, {path}: el atributo {attribute} de {element} no está escrito como exige el estándar IATI.",
      "Ligne {line}, {path} : l'attribut {attribute} de {element} n'est pas écrit comme le demande la norme IITA.",
    ],
    [
      "Dates are year-month-day, years four digits, yes and no are 1 and 0.",
      "Las fechas son año-mes-día, los años cuatro cifras, sí y no son 1 y 0.",
      "Les dates sont année-mois-jour, les années quatre chiffres, oui et non sont 1 et 0.",
    ],
  ),
];

const byId = new Map(formatRules.map((each) => [each.id, each]));

/** The rule that a reader of a format names. */
export function formatRule(id: string): FileRule {
  const found = byId.get(id);
  if (!found) throw new Error(`There is no rule ${id}.`);
  return found;
}

type Three = readonly [en: string, es: string, fr: string];

function rule(id: string, [en, es, fr]: Three, remedy: Three): FileRule {
  return {
    id,
    on: "file",
    severity: "warning",
    message: { en, es, fr },
    remedy: { en: remedy[0], es: remedy[1], fr: remedy[2] },
  };
}

import type { Lang } from "../../codelists/index.ts";

interface Texts {
  readonly title: string;
  readonly guidance: readonly string[];
  readonly colours: string;
  readonly pickFromList: string;
  readonly scoreError: string;
  readonly whole: (from: number, to: number) => string;
  readonly numberError: string;
  readonly dateError: string;
  readonly tooLong: (length: number) => string;
  readonly errorTitle: string;
  readonly anchorsPurpose: string;
  readonly anchorsHeader: readonly [code: string, label: string, definition: string, verification: string];
  readonly listsPurpose: string;
  readonly required: string;
}

/** Every sentence of the entry workbook that the sheets' declarations do not hold. */
export const texts: Readonly<Record<Lang, Texts>> = {
  en: {
    title: "Report on collective protection: entry workbook",
    guidance: [
      "Fill in the sheets from left to right, from row 4 down. Keep the headers: they tell the platform what each column holds.",
      "Score each collective on each result from 0 to 4 as the anchors say. Score the period, not the trend. A level needs every clause of its anchor; otherwise take the level below.",
      "A score of 0 is a score. Where there is none, write why: NA not applicable, NK asked but not known, NR not reported, WH withheld for safety, NS not scored this period by plan. Never leave 0 for missing.",
      "Leave the panel empty for the one accepted score of a collective and result. Scores of panels (assembly, leadership, women, youth, discriminated subgroup) and of a second rater go on lines of their own.",
      "Give the evidence grade: 0 assertion only, 1 one internal source, 2 two sources or one document, 3 two independent sources, 4 independent and substantiated. A 3 or 4 with a grade below 2 is shown as unverified.",
      "Never write names, places, telephone numbers or anything that identifies a person. Notes are held until somebody has read and released them.",
    ],
    colours: "Columns with a dark header must be filled in; those with a light header may stay empty.",
    pickFromList: "Choose a value from the list.",
    scoreError: "A score is 0, 1, 2, 3 or 4, or one of NA, NK, NR, WH, NS.",
    whole: (from, to) => `Write a whole number from ${from} to ${to}.`,
    numberError: "Write a number of 0 or more.",
    dateError: "Write a date such as 2025-12-31.",
    tooLong: (length) => `Write at most ${length} characters.`,
    errorTitle: "Not accepted here",
    anchorsPurpose: "What each score means, result by result. For reading only.",
    anchorsHeader: ["Code", "Result", "Definition", "How to verify"],
    listsPurpose: "Values behind the drop-downs. For reading only.",
    required: "Required.",
  },
  es: {
    title: "Informe sobre protección colectiva: libro de registro",
    guidance: [
      "Complete las hojas de izquierda a derecha, desde la fila 4 hacia abajo. Conserve los encabezados: dicen a la plataforma qué contiene cada columna.",
      "Puntúe a cada colectivo en cada resultado de 0 a 4 según los descriptores. Puntúe el período, no la tendencia. Un nivel exige todas las condiciones de su descriptor; si no, tome el nivel inferior.",
      "Una puntuación de 0 es una puntuación. Si no hay puntuación, escriba por qué: NA no aplica, NK se preguntó y no se sabe, NR no informado, WH reservado por seguridad, NS sin puntuar este período según lo planeado. Nunca ponga 0 por falta de dato.",
      "Deje el panel vacío para la única puntuación aceptada de un colectivo y resultado. Las puntuaciones de paneles (asamblea, liderazgo, mujeres, juventud, subgrupo discriminado) y de una segunda persona evaluadora van en líneas aparte.",
      "Indique el grado de evidencia: 0 solo afirmación, 1 una fuente interna, 2 dos fuentes o un documento, 3 dos fuentes independientes, 4 independiente y corroborada. Un 3 o 4 con grado menor que 2 se muestra como no verificado.",
      "Nunca escriba nombres, lugares, teléfonos ni nada que identifique a una persona. Las notas se retienen hasta que alguien las haya leído y liberado.",
    ],
    colours: "Las columnas con encabezado oscuro son obligatorias; las de encabezado claro pueden quedar vacías.",
    pickFromList: "Elija un valor de la lista.",
    scoreError: "Una puntuación es 0, 1, 2, 3 o 4, o bien NA, NK, NR, WH o NS.",
    whole: (from, to) => `Escriba un número entero de ${from} a ${to}.`,
    numberError: "Escriba un número igual o mayor que 0.",
    dateError: "Escriba una fecha como 2025-12-31.",
    tooLong: (length) => `Escriba como máximo ${length} caracteres.`,
    errorTitle: "No se acepta aquí",
    anchorsPurpose: "Qué significa cada puntuación, resultado por resultado. Solo para leer.",
    anchorsHeader: ["Código", "Resultado", "Definición", "Cómo verificarlo"],
    listsPurpose: "Valores de las listas desplegables. Solo para leer.",
    required: "Obligatorio.",
  },
  fr: {
    title: "Rapport sur la protection collective : classeur de saisie",
    guidance: [
      "Remplissez les feuilles de gauche à droite, à partir de la ligne 4. Gardez les en-têtes : ils disent à la plateforme ce que contient chaque colonne.",
      "Notez chaque collectif sur chaque résultat de 0 à 4 selon les descripteurs. Notez la période, pas la tendance. Un niveau exige toutes les conditions de son descripteur ; sinon, prenez le niveau inférieur.",
      "Un score de 0 est un score. S'il n'y en a pas, écrivez pourquoi : NA sans objet, NK demandé mais inconnu, NR non rapporté, WH retenu pour sécurité, NS non noté cette période comme prévu. Ne mettez jamais 0 pour une donnée manquante.",
      "Laissez le panel vide pour le seul score retenu d'un collectif et d'un résultat. Les scores des panels (assemblée, direction, femmes, jeunes, sous-groupe discriminé) et d'une seconde personne vont sur des lignes à part.",
      "Indiquez le niveau de preuve : 0 simple affirmation, 1 une source interne, 2 deux sources ou un document, 3 deux sources indépendantes, 4 indépendante et corroborée. Un 3 ou 4 de niveau inférieur à 2 est présenté comme non vérifié.",
      "N'écrivez jamais de noms, de lieux, de téléphones ni rien qui identifie une personne. Les remarques sont retenues jusqu'à ce que quelqu'un les ait lues et libérées.",
    ],
    colours: "Les colonnes à en-tête foncé sont obligatoires ; celles à en-tête clair peuvent rester vides.",
    pickFromList: "Choisissez une valeur de la liste.",
    scoreError: "Un score est 0, 1, 2, 3 ou 4, ou bien NA, NK, NR, WH ou NS.",
    whole: (from, to) => `Écrivez un nombre entier de ${from} à ${to}.`,
    numberError: "Écrivez un nombre supérieur ou égal à 0.",
    dateError: "Écrivez une date comme 2025-12-31.",
    tooLong: (length) => `Écrivez au plus ${length} caractères.`,
    errorTitle: "Non accepté ici",
    anchorsPurpose: "Ce que signifie chaque score, résultat par résultat. Pour lecture seulement.",
    anchorsHeader: ["Code", "Résultat", "Définition", "Comment vérifier"],
    listsPurpose: "Valeurs des listes déroulantes. Pour lecture seulement.",
    required: "Obligatoire.",
  },
};

import type { FileRule } from "../rule.ts";

/** Rules that are looked at over a sheet or a file. */
export const fileRules = {
  "row.duplicate": {
    id: "row.duplicate",
    on: "file",
    severity: "error",
    message: {
      en: "Row {row} already says this of the same collective, indicator, period and panel.",
      es: "La fila {row} ya dice esto del mismo colectivo, indicador, período y panel.",
      fr: "La ligne {row} dit déjà cela du même collectif, indicateur, période et panel.",
    },
    remedy: {
      en: "Keep the one that holds and delete the other. The first was kept for now.",
      es: "Conserve la que vale y borre la otra. Por ahora se conservó la primera.",
      fr: "Gardez celle qui vaut et supprimez l'autre. La première a été gardée pour l'instant.",
    },
  },
  "number.text": {
    id: "number.text",
    on: "file",
    severity: "warning",
    message: {
      en: "This cannot be read as a number: the text is kept and the figure is empty.",
      es: "Esto no se puede leer como número: se conserva el texto y la cifra queda vacía.",
      fr: "Ceci ne peut pas être lu comme un nombre : le texte est gardé et le chiffre reste vide.",
    },
    remedy: {
      en: "Where a number was meant, write digits and a decimal point.",
      es: "Si se trataba de un número, escriba cifras y un punto decimal.",
      fr: "S'il s'agissait d'un nombre, écrivez des chiffres et un point décimal.",
    },
  },
  "code.unlisted": {
    id: "code.unlisted",
    on: "file",
    severity: "warning",
    message: {
      en: "This is no code of the standard's list: the row is kept with the code unknown.",
      es: "Esto no es un código de la lista del estándar: la fila se conserva con el código desconocido.",
      fr: "Ceci n'est pas un code de la liste de la norme : la ligne est gardée avec le code inconnu.",
    },
    remedy: {
      en: "Use the code that the standard lists.",
      es: "Use el código que figura en el estándar.",
      fr: "Utilisez le code qui figure dans la norme.",
    },
  },
  "text.held": {
    id: "text.held",
    on: "file",
    severity: "warning",
    message: {
      en: "Free text is held until a person releases it; the rest of the row is loaded.",
      es: "El texto libre se retiene hasta que una persona lo libere; el resto de la fila se carga.",
      fr: "Le texte libre est retenu jusqu'à ce qu'une personne le libère ; le reste de la ligne est chargé.",
    },
    remedy: {
      en: "Nothing to do, unless the text names a person, a place or a contact: then take that out.",
      es: "Nada que hacer, salvo que el texto nombre a una persona, un lugar o un contacto: entonces quítelo.",
      fr: "Rien à faire, sauf si le texte nomme une personne, un lieu ou un contact : dans ce cas, retirez-le.",
    },
  },
  "text.identifies": {
    id: "text.identifies",
    on: "file",
    severity: "quarantine",
    message: {
      en: "This text may identify or locate somebody ({findings}); it is held, the rest of the row is loaded.",
      es: "Este texto puede identificar o ubicar a alguien ({findings}); se retiene, el resto de la fila se carga.",
      fr: "Ce texte peut identifier ou localiser quelqu'un ({findings}) ; il est retenu, le reste de la ligne est chargé.",
    },
    remedy: {
      en: "Take names, contacts, numbers and places out, or let a person review it (trama review).",
      es: "Quite nombres, contactos, números y lugares, o deje que una persona lo revise (trama review).",
      fr: "Retirez noms, contacts, numéros et lieux, ou laissez une personne l'examiner (trama review).",
    },
  },
  "cell.locates": {
    id: "cell.locates",
    on: "file",
    severity: "error",
    message: {
      en: "A code or title must not hold a contact or a location ({findings}).",
      es: "Un código o título no puede contener un contacto ni una ubicación ({findings}).",
      fr: "Un code ou un titre ne peut contenir ni contact ni localisation ({findings}).",
    },
    remedy: {
      en: "Use a code that tells nothing about who or where.",
      es: "Use un código que no diga nada de quién ni dónde.",
      fr: "Utilisez un code qui ne dit rien de qui ni d'où.",
    },
  },
  "row.excluded": {
    id: "row.excluded",
    on: "file",
    severity: "error",
    message: {
      en: "The decision {decision} keeps this row out.",
      es: "La decisión {decision} deja fuera esta fila.",
      fr: "La décision {decision} écarte cette ligne.",
    },
    remedy: {
      en: "Retire the decision if the row is right after all.",
      es: "Retire la decisión si la fila es correcta después de todo.",
      fr: "Retirez la décision si la ligne est juste finalement.",
    },
  },
  "column.unknown": {
    id: "column.unknown",
    on: "file",
    severity: "warning",
    message: {
      en: "This column is not known and was left out.",
      es: "Esta columna no se reconoce y se dejó fuera.",
      fr: "Cette colonne n'est pas reconnue et a été laissée de côté.",
    },
    remedy: {
      en: "Use the column names of the template (trama template).",
      es: "Use los nombres de columna de la plantilla (trama template).",
      fr: "Utilisez les noms de colonnes du modèle (trama template).",
    },
  },
  "sheet.not-read": {
    id: "sheet.not-read",
    on: "file",
    severity: "skip",
    message: {
      en: "This sheet holds no table that Trama reads; its {rows} rows were left out.",
      es: "Esta hoja no contiene ninguna tabla que Trama lea; sus {rows} filas se dejaron fuera.",
      fr: "Cette feuille ne contient aucune table que Trama lit ; ses {rows} lignes ont été laissées de côté.",
    },
    remedy: {
      en: "Nothing to do for instructions and reference sheets.",
      es: "Nada que hacer si son instrucciones u hojas de referencia.",
      fr: "Rien à faire pour les instructions et les feuilles de référence.",
    },
  },
  "sheet.empty": {
    id: "sheet.empty",
    on: "file",
    severity: "skip",
    message: {
      en: "This sheet has a header and no rows.",
      es: "Esta hoja tiene encabezado y ninguna fila.",
      fr: "Cette feuille a un en-tête et aucune ligne.",
    },
    remedy: {
      en: "Fill it in where there is something to report.",
      es: "Complétela si hay algo que informar.",
      fr: "Remplissez-la s'il y a quelque chose à rapporter.",
    },
  },
} as const satisfies Record<string, FileRule>;

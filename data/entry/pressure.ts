import { collective } from "./common.ts";
import { field, required, type Sheet, words } from "./field.ts";

export const pressure: Sheet = {
  key: "pressure",
  name: words(["Pressure", "Presión", "Pression"]),
  purpose: words([
    "One line for each collective and kind of pressure in the period, or one with none. No detail of what happened, no date, no place.",
    "Una línea por cada colectivo y tipo de presión en el período, o una con ninguna. Sin detalle de lo ocurrido, ni fecha, ni lugar.",
    "Une ligne par collectif et type de pression pendant la période, ou une avec aucune. Aucun détail des faits, ni date, ni lieu.",
  ]),
  fields: [
    collective,
    required(
      field(
        "level",
        { kind: "code", list: "pressure-level" },
        ["Level of pressure", "Nivel de presión", "Niveau de pression"],
        [
          "None, low, high or severe: how much the collective was under.",
          "Ninguna, baja, alta o grave: cuánta soportó el colectivo.",
          "Aucune, faible, élevée ou très grave : ce que le collectif a subi.",
        ],
      ),
    ),
    field(
      "kind",
      { kind: "code", list: "pressure-kind" },
      ["Kind of pressure", "Tipo de presión", "Type de pression"],
      [
        "From the list; leave empty with none, or where saying it would not be safe.",
        "De la lista; déjelo vacío si no hubo, o si decirlo no sería seguro.",
        "Dans la liste ; laissez vide s'il n'y en a pas eu, ou si le dire n'est pas sûr.",
      ],
    ),
  ],
};

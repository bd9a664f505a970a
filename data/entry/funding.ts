import { field, required, type Sheet, words } from "./field.ts";

export const funding: Sheet = {
  key: "funding",
  name: words(["Funding", "Financiación", "Financement"]),
  purpose: words([
    "One line for each grant that funds the project.",
    "Una línea por cada subvención que financia el proyecto.",
    "Une ligne par subvention qui finance le projet.",
  ]),
  fields: [
    required(
      field(
        "grant_code",
        { kind: "key" },
        ["Grant", "Subvención", "Subvention"],
        [
          "Grant code, as in the agreement.",
          "Código de la subvención, como en el convenio.",
          "Code de la subvention, comme dans la convention.",
        ],
      ),
    ),
    required(
      field(
        "funder",
        { kind: "key" },
        ["Donor", "Donante", "Bailleur"],
        ["Donor code.", "Código del donante.", "Code du bailleur."],
      ),
    ),
    required(
      field(
        "year_from",
        { kind: "year" },
        ["From", "Desde", "De"],
        ["First year funded.", "Primer año financiado.", "Première année financée."],
      ),
    ),
    required(
      field(
        "year_to",
        { kind: "year" },
        ["To", "Hasta", "À"],
        ["Last year funded.", "Último año financiado.", "Dernière année financée."],
      ),
    ),
    field(
      "amount",
      { kind: "number" },
      ["Amount", "Importe", "Montant"],
      ["Amount over the whole time.", "Importe por todo el tiempo.", "Montant sur toute la durée."],
    ),
    field(
      "currency",
      { kind: "key" },
      ["Currency", "Moneda", "Devise"],
      ["ISO 4217 code, such as EUR.", "Código ISO 4217, como EUR.", "Code ISO 4217, comme EUR."],
    ),
    field(
      "term",
      { kind: "code", list: "funding-term" },
      ["Term", "Plazo", "Durée"],
      [
        "Long-term or short-term, as the donor agreed.",
        "A largo o corto plazo, según lo acordado con el donante.",
        "À long ou à court terme, selon l'accord avec le bailleur.",
      ],
    ),
  ],
};

/** Everyday names of countries beyond the official ones, by alpha-3 code. */
export const countryAliases: Readonly<Record<string, readonly string[]>> = {
  BIH: ["Bosnia", "Bosnie"],
  BOL: ["Plurinational State of Bolivia", "Estado Plurinacional de Bolivia", "État plurinational de Bolivie"],
  CAF: ["CAR", "RCA", "Centrafrique"],
  COD: ["DRC", "DR Congo", "D.R. Congo", "RDC", "RD Congo", "R.D. Congo", "Congo-Kinshasa", "Congo (Kinshasa)"],
  COG: ["Congo-Brazzaville", "Congo (Brazzaville)"],
  DOM: ["Rep. Dominicana", "Dominican Rep."],
  GBR: ["Britain"],
  LAO: ["Lao PDR", "Lao", "RDP Lao"],
  MMR: ["Burma", "Birmania", "Birmanie"],
  MKD: ["Macedonia", "FYROM", "Macédoine"],
  PHL: ["The Philippines", "Las Filipinas", "Les Philippines"],
  PNG: ["PNG"],
  PRK: ["DPRK"],
  PSE: ["Occupied Palestinian Territory", "Territorio Palestino Ocupado", "Territoire palestinien occupé", "OPT"],
  SLV: ["Salvador", "Le Salvador"],
  SWZ: ["Swaziland", "Suazilandia"],
  TLS: ["East Timor", "Timor"],
  TUR: ["Turkiye"],
  TZA: ["Tanzania, United Republic of"],
  USA: ["US", "EE. UU.", "EEUU", "EUA", "The United States"],
  VEN: ["Bolivarian Republic of Venezuela", "República Bolivariana de Venezuela"],
  VNM: ["Vietnam", "Viet-Nam"],
};

/**
 * Spellings that fit two countries, or a country and a missing code: `NA` and `NR` are Namibia and Nauru, but in our
 * files far more often "not applicable" and "not reported". They resolve to nothing, so the row is put to a person.
 */
export const ambiguousCountryNames: readonly string[] = [
  "NA",
  "NR",
  "Congo",
  "Korea",
  "Corea",
  "Corée",
  "Virgin Islands",
  "Islas Vírgenes",
  "Îles Vierges",
  "Saint Martin",
  "San Martín",
];

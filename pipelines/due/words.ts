import type { Lang } from "@trama/data/codelists";
import type { ReportDue } from "./reports-due.ts";

interface DueWords {
  readonly calendar: string;
  readonly title: (report: ReportDue) => string;
  readonly subject: (project: string) => string;
  readonly greeting: string;
  readonly line: (report: ReportDue) => string;
  readonly how: string;
  readonly nothing: string;
}

/** How reports that are due are spoken of. */
export const dueWords: Readonly<Record<Lang, DueWords>> = {
  en: {
    calendar: "Reports due",
    title: ({ project, year }) => `Report of ${year} due: ${project}`,
    subject: (project) => `Reports due: ${project}`,
    greeting: "Good day,",
    line: ({ year, due, state }) =>
      state === "overdue" ? `The report of ${year} was due on ${due}.` : `The report of ${year} is due on ${due}.`,
    how: "A workbook to fill in is made with: trama template --lang en --project",
    nothing: "No report is due.",
  },
  es: {
    calendar: "Informes pendientes",
    title: ({ project, year }) => `Informe de ${year} pendiente: ${project}`,
    subject: (project) => `Informes pendientes: ${project}`,
    greeting: "Buenos días:",
    line: ({ year, due, state }) =>
      state === "overdue"
        ? `El informe de ${year} debía entregarse el ${due}.`
        : `El informe de ${year} debe entregarse el ${due}.`,
    how: "El libro para rellenar se crea con: trama template --lang es --project",
    nothing: "No hay ningún informe pendiente.",
  },
  fr: {
    calendar: "Rapports attendus",
    title: ({ project, year }) => `Rapport ${year} attendu : ${project}`,
    subject: (project) => `Rapports attendus : ${project}`,
    greeting: "Bonjour,",
    line: ({ year, due, state }) =>
      state === "overdue" ? `Le rapport ${year} était attendu le ${due}.` : `Le rapport ${year} est attendu le ${due}.`,
    how: "Le classeur à remplir se crée avec : trama template --lang fr --project",
    nothing: "Aucun rapport n’est attendu.",
  },
};

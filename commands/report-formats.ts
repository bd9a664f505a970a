/** The forms of a report. */
export const reportFormats = ["html", "pdf", "docx"] as const;
export type ReportFormat = (typeof reportFormats)[number];

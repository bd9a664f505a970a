import type { Format, RawSheet, Refusal } from "../step.ts";
import { csvSheets } from "./csv.ts";
import type { Scan } from "./csv-input.ts";
import type { Input } from "./input.ts";
import { jsonSheets } from "./json.ts";
import { recognise } from "./recognise.ts";
import { Refused, refusalOf } from "./refused.ts";
import { surveySheets } from "./survey.ts";
import type { Archive } from "./zip/archive.ts";

/** The sheets of a file, to be closed when they have been read. */
export interface Extracted {
  readonly format: Format;
  readonly sheets: readonly RawSheet[];
  close(): void | Promise<void>;
}

/** The sheets of a file by its content, whatever its name ends with; or why it cannot be read and what to do. */
export async function extract(input: Input, scan?: Scan): Promise<Extracted | { readonly refusal: Refusal }> {
  try {
    return await read(input, scan);
  } catch (error) {
    if (error instanceof Refused) return { refusal: refusalOf(error, input.name) };
    throw error;
  }
}

/** The same; throws a Refused where the file cannot be read. Readers of XML and archives are loaded where they are needed. */
export async function read(input: Input, scan?: Scan): Promise<Extracted> {
  const what = await recognise(input);
  switch (what) {
    case "empty":
      throw new Refused("file.empty", "is empty. Save the report again and file that copy.");
    case "old-office":
      throw await oldOffice(input);
    case "zip":
      return readArchive(input);
    case "iati": {
      const { iatiSheets } = await import("./iati/index.ts");
      return { format: "iati", ...iatiSheets(input) };
    }
    case "iati-organisations":
      throw new Refused(
        "iati.organisations",
        "is an IATI organisation file, which holds budgets and no results. File the publisher's activity file.",
      );
    case "survey-form":
      throw new Refused(
        "survey.form",
        "is a survey form (XForm), not answers to it. Export the submissions from KoboToolbox or ODK as XLSX or CSV, and file that.",
      );
    case "submission": {
      const { submissionSheets } = await import("./odk/submission.ts");
      return survey(await submissionSheets(input.chunks()));
    }
    case "html":
      throw new Refused(
        "format.html",
        "is a web page, not a report; a download that asked to sign in often ends like this. Download the report itself and file that.",
      );
    case "xml":
      throw new Refused(
        "format.xml",
        "is XML of a kind that Trama does not know. IATI activity files and ODK submissions are read; trama sources lists all.",
      );
    case "json":
      return tabular("json", await jsonSheets(input));
    case "text": {
      const sheets = await csvSheets(input, scan);
      if (sheets) return tabular("text", sheets);
      throw unknown();
    }
    case "unknown":
      throw unknown();
  }
}

async function readArchive(input: Input): Promise<Extracted> {
  const { openArchive } = await import("./zip/archive.ts");
  const { guardArchive } = await import("./zip/guard.ts");
  const archive = await openArchive(input);
  try {
    const kind = kindOf(archive);
    await guardArchive(archive);
    const extracted =
      kind === "xlsx"
        ? await tabular("xlsx", await (await import("./xlsx/index.ts")).xlsxSheets(archive))
        : { format: kind, sheets: await (await import("./docx.ts")).docxSheets(archive) };
    return { ...extracted, close: archive.close };
  } catch (error) {
    archive.close();
    throw error;
  }
}

function kindOf({ parts }: Archive): "xlsx" | "docx" {
  const names = [...parts.keys()];
  if (names.some((name) => /(^|\/)workbook\.xml$|^xl\/worksheets\//i.test(name))) return "xlsx";
  if (names.some((name) => /(^|\/)document\.xml$/i.test(name))) return "docx";
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name)))
    throw new Refused("format.xlsb", "is a binary workbook (.xlsb). Save it as .xlsx and file that.");
  if (parts.has("content.xml"))
    throw new Refused("format.ods", "is an OpenDocument file. Save it as .xlsx or .docx and file that.");
  throw new Refused("format.zip", "is an archive. Unpack it and file what is inside; a folder can be filed whole.");
}

/** Old Office files and files under a password share one container; the names of its streams tell them apart. */
async function oldOffice(input: Input): Promise<Refused> {
  const head = await input.head(4 << 20);
  const holds = (name: string) => head.includes(Buffer.from(name, "utf16le"));
  if (holds("EncryptedPackage"))
    return new Refused("zip.encrypted", "is protected by a password. Save it without one.");
  if (holds("WordDocument"))
    return new Refused(
      "format.old-doc",
      "is an old .doc document. Open it in a word processor, save it as .docx, and file that.",
    );
  return new Refused(
    "format.old-xls",
    "is an old .xls workbook. Open it in a spreadsheet program, save it as .xlsx, and file that.",
  );
}

async function tabular(format: Format, sheets: readonly RawSheet[]): Promise<Extracted> {
  const answers = await surveySheets(sheets);
  return answers ? { format: "survey", sheets: answers, close } : { format, sheets, close };
}

async function survey(sheets: readonly RawSheet[]): Promise<Extracted> {
  return { format: "survey", sheets: (await surveySheets(sheets)) ?? sheets, close };
}

function unknown(): Refused {
  return new Refused(
    "format.unknown",
    "is no format that Trama reads. File the entry workbook (trama template), or one of the formats that trama sources lists.",
  );
}

function close(): void {}

import { categoriesOf, emptyMeans, licence, type Manifest, packageTitle, type Table } from "@trama/data/schema";
import { type Element, element, written } from "../iati/element.ts";
import { packaged } from "./contents.ts";
import type { PackagedFile } from "./descriptor.ts";

/** What of the rows themselves the codebook tells. */
export interface Extent {
  /** Rows of each table. */
  readonly rows: Readonly<Record<string, number>>;
  /** First and last year of the cells. */
  readonly years: readonly [from: number, to: number];
}

/**
 * The codebook for programs: DDI Codebook 2.5, from the declarations that make the tables. It says what the study is and
 * that nothing was sampled, which files there are, and of each variable its label, categories and what an empty value means.
 */
export function ddiCodebook(manifest: Manifest, files: readonly PackagedFile[], extent: Extent): string {
  const tables = packaged.map(({ table }) => table);
  const codebook = element(
    "codeBook",
    {
      version: "2.5",
      "xml:lang": "en",
      xmlns: "ddi:codebook:2_5",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      "xsi:schemaLocation":
        "ddi:codebook:2_5 https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd",
    },
    element(
      "docDscr",
      {},
      citation(manifest, `Codebook: ${packageTitle(manifest)}`, `trama-codebook-${manifest.release}`),
    ),
    study(manifest, extent),
    ...tables.map((table) => file(table, files, extent)),
    element("dataDscr", {}, ...tables.map(group), ...tables.flatMap((table) => variables(table))),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(codebook)}\n`;
}

const text = (name: string, words: string, attributes: Element["attributes"] = {}) => element(name, attributes, words);

function citation(manifest: Manifest, name: string, number: string): Element {
  const made = manifest.made_at.slice(0, 10);
  return element(
    "citation",
    {},
    element("titlStmt", {}, text("titl", name), text("IDNo", number)),
    element("rspStmt", {}, text("AuthEnty", "Trama")),
    element("prodStmt", {}, text("producer", "Trama"), text("prodDate", made, { date: made })),
    element("verStmt", {}, text("version", `${manifest.release}`, { date: made })),
  );
}

function study(manifest: Manifest, { years: [from, to] }: Extent): Element {
  const synthetic = manifest.synthetic ? "SYNTHETIC SAMPLE DATA: no figure, collective or project in it is real. " : "";
  return element(
    "stdyDscr",
    {},
    citation(manifest, packageTitle(manifest), `trama-release-${manifest.release}`),
    element(
      "stdyInfo",
      {},
      element("subject", {}, text("keyword", "collective protection"), text("keyword", "human rights defenders")),
      text(
        "abstract",
        `${synthetic}Published figures of collective protection: in how many accompanied collectives each of 16 results is in place, by place and year. Figures that could identify a collective are withheld; a withheld cell tells nothing.`,
      ),
      element(
        "sumDscr",
        {},
        text("timePrd", `${from}`, { event: "start", date: `${from}` }),
        text("timePrd", `${to}`, { event: "end", date: `${to}` }),
        text("geogUnit", "Country, region, world"),
        text("anlyUnit", "Collective, counted in a cell; no row speaks of one"),
        text(
          "universe",
          "Collectives that the reporting projects accompany: neither a sample nor a census of any country.",
        ),
        text("dataKind", "Aggregate data"),
      ),
    ),
    element(
      "method",
      {},
      element(
        "dataColl",
        {},
        text("timeMeth", "Repeated each year, the same collectives as far as they go on being accompanied"),
        text("dataCollector", "Teams of the reporting projects, with the collectives"),
        text("sampProc", "None: every accompanied collective that was scored is counted."),
        text("collMode", "Scores from 0 to 4 by anchored rubrics"),
        text("weight", "None"),
        text(
          "cleanOps",
          "Counts and shares are published as bands, and cells withheld, so that no collective can be singled out.",
        ),
      ),
      element(
        "anlyInfo",
        {},
        text(
          "EstSmpErr",
          "interval_lo and interval_hi: 95% Wilson intervals, how far a share could lie from this one if similar collectives had been scored.",
        ),
      ),
    ),
    element(
      "dataAccs",
      {},
      element(
        "useStmt",
        {},
        text("citReq", "Cite the release that you used, by its number: CITATION.cff."),
        text("conditions", `${licence.title} (${licence.path})`),
        text(
          "disclaimer",
          `${synthetic}Nothing here says what caused a change, and no order of places follows from intervals that overlap.`,
        ),
      ),
    ),
  );
}

function file(table: Table, files: readonly PackagedFile[], { rows }: Extent): Element {
  const own = files.filter((one) => one.table === table.name && one.format === "csv");
  const [only] = own;
  return element(
    "fileDscr",
    { ID: fileId(table) },
    element(
      "fileTxt",
      {},
      text("fileName", own.length === 1 && only ? only.path : `data/${table.name}/country=*/year=*/${table.name}.csv`),
      text("fileCont", `${table.meaning} One row per ${table.grain}.`),
      element(
        "dimensns",
        {},
        text("caseQnty", `${rows[table.name] ?? 0}`),
        text("varQnty", `${Object.keys(table.columns).length}`),
      ),
      text("fileType", "CSV, UTF-8, with a header; Parquet and Arrow hold the same rows", { charset: "UTF-8" }),
    ),
  );
}

function group(table: Table): Element {
  const own = Object.keys(table.columns).map((column) => variableId(table, column));
  return element(
    "varGrp",
    { ID: `G.${table.name}`, type: "file", name: table.name, var: own.join(" ") },
    text("labl", table.meaning),
  );
}

const numeric: Readonly<Record<string, "discrete" | "contin">> = {
  SMALLINT: "discrete",
  INTEGER: "discrete",
  DOUBLE: "contin",
};

function variables(table: Table): Element[] {
  return Object.entries(table.columns).map(([column, { sql, meaning }]) => {
    const { categories = [], categoriesOrdered = false } = categoriesOf(table.name, column) as {
      categories?: readonly { readonly value: string | number; readonly label: string }[];
      categoriesOrdered?: boolean;
    };
    const empty = emptyMeans(table, column);
    const nature = categories.length === 0 ? undefined : categoriesOrdered ? "ordinal" : "nominal";
    return element(
      "var",
      {
        ID: variableId(table, column),
        name: column,
        files: fileId(table),
        intrvl: numeric[sql] ?? "discrete",
        nature,
        temporal: /^year/.test(column) ? "Y" : undefined,
        geog: /^(country|region)$/.test(column) ? "Y" : undefined,
      },
      text("labl", meaning),
      ...categories.map(({ value, label }) =>
        element("catgry", {}, text("catValu", String(value)), text("labl", label)),
      ),
      empty === null ? null : element("catgry", { missing: "Y" }, element("catValu"), text("labl", empty)),
      element("varFormat", {
        type: numeric[sql] ? "numeric" : "character",
        schema: "other",
        otherSchema: "SQL",
        formatname: sql,
      }),
    );
  });
}

const fileId = ({ name }: Table) => `F.${name}`;
const variableId = ({ name }: Table, column: string) => `V.${name}.${column}`;

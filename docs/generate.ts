import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Table, tables } from "@trama/data/schema";
import { worldFile } from "../dashboard/world/make.ts";
import { threadFile } from "../pipelines/extract/aside/make.ts";
import { rules } from "../pipelines/validate/index.ts";

/** docs/tables.md, made from the declared tables. */
export function tablesPage(): string {
  return page("Tables", "data/schema", Object.values(tables as Record<string, Table>).map(tableSection));
}

/** docs/rules.md, made from the validation rules. */
export function rulesPage(): string {
  const rows = rules.map(
    ({ id, severity, on, message, remedy }) => `| \`${id}\` | ${severity} | ${on} | ${message.en} | ${remedy.en} |`,
  );
  const severities =
    "*error* rejects the row; *quarantine* holds it for a person; *warning* loads it and flags it; *skip* means that no data stood there.";
  return page("Validation rules", "pipelines/validate", [
    severities,
    ["| rule | severity | looks at | what it says | what to do |", "|---|---|---|---|---|", ...rows].join("\n"),
  ]);
}

function tableSection({ name, meaning, grain, key, homes, columns }: Table): string {
  const rows = Object.entries(columns).map(
    ([column, { sql, nullable, meaning: words }]) =>
      `| \`${column}\` | ${sql}${nullable ? ", may be null" : ""} | ${words} |`,
  );
  return [
    `## ${name}`,
    `${meaning} One row per ${grain}. Key: ${key.map((column) => `\`${column}\``).join(", ")}. Stands in: ${homes.join(", ")}.`,
    ["| column | type | meaning |", "|---|---|---|", ...rows].join("\n"),
  ].join("\n\n");
}

function page(title: string, source: string, sections: readonly string[]): string {
  return `# ${title}\n\nGenerated from \`${source}\` by \`npm run generate\`; do not edit by hand.\n\n${sections.join("\n\n")}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(fileURLToPath(new URL("./tables.md", import.meta.url)), tablesPage());
  writeFileSync(fileURLToPath(new URL("./rules.md", import.meta.url)), rulesPage());
  writeFileSync(fileURLToPath(new URL("../dashboard/world/shapes.json", import.meta.url)), worldFile());
  writeFileSync(fileURLToPath(new URL("../pipelines/extract/aside/thread.js", import.meta.url)), threadFile());
}

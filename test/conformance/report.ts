import type { FileOutcome } from "../../pipelines/graph.ts";

/** What became of one file, in a word: loaded and as what, or refused and why. */
export function verdictOf({ status, source, error, rows }: FileOutcome): string {
  if (error) return `refused ${error.code}`;
  if (status === "duplicate") return "duplicate";
  return `loaded ${source}${rows.rejected > 0 ? ", rows rejected" : ""}`;
}

/** The conformance report: each folder with its verdicts counted, then each file with its rows or its reason. */
export function conformanceReport(root: string, files: readonly FileOutcome[]): string[] {
  const folders = new Map<string, Map<string, number>>();
  for (const file of files) {
    const folder = folderOf(root, file.path);
    const verdicts = folders.get(folder) ?? new Map<string, number>();
    verdicts.set(verdictOf(file), (verdicts.get(verdictOf(file)) ?? 0) + 1);
    folders.set(folder, verdicts);
  }
  return [
    `Conformance: ${files.length} files, ${files.filter(({ status }) => status === "loaded").length} loaded, ${files.filter(({ error }) => error).length} refused.`,
    ...[...folders].map(
      ([folder, verdicts]) =>
        `  ${folder}: ${[...verdicts].map(([verdict, count]) => `${count} ${verdict}`).join("; ")}`,
    ),
    ...files.map(lineOf(root)),
  ];
}

/** Folders of the first two levels; of the IATI suite, also its version and verdict. */
function folderOf(root: string, path: string): string {
  const parts = path.slice(root.length + 1).split("/");
  return parts.slice(0, Math.min(parts.length - 1, parts[1] === "suite" ? 4 : 2)).join("/");
}

function lineOf(root: string) {
  return (file: FileOutcome): string => {
    const { read, accepted, rejected, skipped } = file.rows;
    const found = new Set(file.issues.filter(({ severity }) => severity !== "skip").map(({ rule }) => rule));
    const rows = file.error
      ? file.error.message
      : `${read} rows: ${accepted} accepted, ${rejected} rejected, ${skipped} skipped`;
    const flagged = found.size === 0 ? "" : ` [${[...found].join(", ")}]`;
    return `    ${file.path.slice(root.length + 1)}: ${verdictOf(file)}. ${rows.replaceAll("\n", " ")}${flagged}`;
  };
}

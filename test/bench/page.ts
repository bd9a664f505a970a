import { cpus, totalmem } from "node:os";
import * as Plot from "@observablehq/plot";
import { createSvgDocument } from "../../dashboard/server/svg-document.ts";
import { type Figure, isMet } from "./figure.ts";
import type { Spread } from "./measure.ts";

/** What the figures were taken with. */
export interface Machine {
  readonly cores: number;
  readonly memory: string;
  readonly node: string;
  readonly duckdb: string;
  readonly day: string;
}

export function thisMachine(duckdb: string, now: Date): Machine {
  return {
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    node: process.versions.node,
    duckdb,
    day: now.toISOString().slice(0, 10),
  };
}

/** The figures as Markdown: a table for each part, medians with the least and most beside them. */
export function pageOf(figures: readonly Figure[], { cores, memory, node, duckdb, day }: Machine): string {
  const parts = [...new Set(figures.map(({ part }) => part))];
  const judged = figures.filter((figure) => isMet(figure) !== undefined);
  const met = judged.filter(isMet).length;
  return [
    `Taken on ${cores} cores with ${memory} of memory, Node ${node}, DuckDB ${duckdb}, last on ${day}. Medians; in brackets the least and most`,
    "of the runs. Where there is another, the two ran in turn and the ratio is the median of the pairs' ratios. *Load* says how many",
    "processes wanted a core meanwhile: beyond the number of cores, milliseconds tell of the neighbours, and ratios less so.",
    `Of ${judged.length} aims ${met} are met.`,
    "",
    "![Ratios against what each figure is held to](benchmarks.svg)",
    ...parts.flatMap((part) => [
      "",
      `### ${part}`,
      "",
      "| what | ours | against | ratio | aim | runs | load |",
      "|---|--:|--:|--:|---|--:|--:|",
      ...figures.filter((figure) => figure.part === part).map(line),
    ]),
    "",
  ].join("\n");
}

function line(figure: Figure): string {
  const { what, unit, ours, against, ratio, note, load } = figure;
  const cells = [
    note ? `${what} (${note})` : what,
    spreadOf(ours, unit),
    against ? `${against.name}: ${spreadOf(against.value, unit)}` : "",
    ratio ? spreadOf(ratio) : "",
    aimOf(figure),
    String(ours.runs),
    String(load),
  ];
  return `| ${cells.join(" | ")} |`;
}

function aimOf(figure: Figure): string {
  const { aim, unit } = figure;
  if (!aim) return "";
  const said = isMet(figure) ? "met" : "**not met**";
  switch (aim.kind) {
    case "ratio-at-most":
      return `≤ ${aim.bound} ×: ${said}`;
    case "ratio-at-least":
      return `≥ ${aim.bound} ×: ${said}`;
    case "at-most":
      return `≤ ${aim.bound} ${unit}: ${said}`;
    case "at-least":
      return `≥ ${aim.bound} ${unit}: ${said}`;
    case "ratio-or-more":
      return `≤ ${aim.bound} × or + ${aim.more} ${unit}: ${said}`;
  }
}

function spreadOf({ median, least, most, runs }: Spread, unit?: string): string {
  const middle = `${rounded(median)}${unit ? ` ${unit}` : ""}`;
  return runs === 1 || rounded(least) === rounded(most) ? middle : `${middle} (${rounded(least)}–${rounded(most)})`;
}

function rounded(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(3)));
}

/** A dot for each ratio with an aim, the aim as a tick, on one scale of how many times. */
export function pictureOf(figures: readonly Figure[]): string {
  const shown = figures.flatMap((figure) => {
    const { what, ratio, aim, against } = figure;
    if (!ratio || !aim || !("bound" in aim)) return [];
    const name = `${what}, against ${against?.name ?? "another"}`;
    return [
      {
        name: name.length > 108 ? `${name.slice(0, 107)}…` : name,
        ...ratio,
        bound: aim.bound,
        met: isMet(figure) === true,
      },
    ];
  });
  const common = { y: "name" } as const;
  const svg = Plot.plot({
    document: createSvgDocument(),
    width: 1080,
    height: 60 + shown.length * 19,
    marginLeft: 640,
    style: { fontFamily: "sans-serif", fontSize: "11px" },
    x: {
      type: "log",
      label: "times, logarithmic: the dot is measured, the line its spread, the tick the aim",
      tickFormat: "~g",
      grid: true,
    },
    y: { domain: shown.map(({ name }) => name), label: null },
    marks: [
      Plot.ruleY(shown, { ...common, x1: "least", x2: "most", stroke: "#666" }),
      Plot.tickX(shown, { ...common, x: "bound", stroke: "#222", strokeWidth: 2 }),
      Plot.dot(shown, {
        ...common,
        x: "median",
        r: 4,
        fill: ({ met }: { met: boolean }) => (met ? "#1b7f79" : "#c2410c"),
      }),
    ],
  } as never) as unknown as { readonly outerHTML: string };
  const text = svg.outerHTML.replace(/^<svg(?![^>]*xmlns=)/, '<svg xmlns="http://www.w3.org/2000/svg"');
  const title = "<title>Ratios of the benches, each with what it is held to</title>";
  return `${text.replace(/<style>[^<]*<\/style>/, "").replace(/(<svg[^>]*>)/, `$1${title}<rect width="100%" height="100%" fill="white"/>`)}\n`;
}

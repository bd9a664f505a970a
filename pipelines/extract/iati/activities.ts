import { parseXml, type XmlHandlers } from "../xml/parse.ts";
import { type TreeGrower, treeGrower, type XmlNode } from "../xml/tree.ts";
import { type Activity, narrativeOf } from "./results.ts";
import type { Version } from "./shape.ts";

/** Parts of an activity that are read; the others stream by. */
const parts = new Set(["iati-identifier", "reporting-org", "title", "recipient-country", "activity-status", "result"]);

export interface VersionedActivity {
  readonly activity: Activity;
  readonly version: Version | undefined;
}

/** The activities of an IATI file, one after the other as they stream by. Elements of other vocabularies are left out. */
export async function* readActivities(chunks: AsyncIterable<Buffer>): AsyncGenerator<VersionedActivity[]> {
  const grower: TreeGrower = treeGrower();
  const names: string[] = [];
  let ready: VersionedActivity[] = [];
  let nodes: XmlNode[] = [];
  let version: Version | undefined;
  let activities = 0;
  let foreign = 0;
  const seen = new Map<string, number>();

  const handlers: XmlHandlers = {
    idle: {
      depth: 2,
      idle: (name) => !parts.has(name) && !name.includes(":"),
      here: () => names[1] === "iati-activity",
    },
    open(name, attributes, line) {
      if (foreign > 0 || name.includes(":") || (names.length > 0 && (attributes.xmlns ?? "") !== "")) {
        foreign += 1;
        return;
      }
      names.push(name);
      if (names.length === 1) version = versionOf(attributes.version);
      if (names.length === 2 && name === "iati-activity") {
        activities += 1;
        nodes = [];
        seen.clear();
      }
      const activity = `/iati-activities/iati-activity[${activities}]`;
      if (grower.growing) grower.open(name, attributes, line, "");
      else if (names.length === 3 && names[1] === "iati-activity" && parts.has(name)) {
        const count = (seen.get(name) ?? 0) + 1;
        seen.set(name, count);
        grower.open(name, attributes, line, `${activity}/${name}[${count}]`);
      }
    },
    text(text) {
      if (foreign === 0) grower.text(text);
    },
    close() {
      if (foreign > 0) {
        foreign -= 1;
        return;
      }
      names.pop();
      if (grower.growing) {
        const grown = grower.close();
        if (grown) nodes.push(grown);
      } else if (names.length === 1) ready.push({ activity: activityOf(nodes, activities), version });
    },
  };
  for await (const _ of parseXml(chunks, handlers)) {
    if (ready.length === 0) continue;
    yield ready;
    ready = [];
  }
}

function activityOf(nodes: readonly XmlNode[], number: number): Activity {
  const find = (name: string) => nodes.find((node) => node.name === name);
  const publisher = find("reporting-org");
  const countries = nodes.filter(({ name }) => name === "recipient-country");
  return {
    identifier: find("iati-identifier")?.text.trim() || null,
    publisher: publisher?.attributes.ref?.trim() || narrativeOf(publisher),
    title: narrativeOf(find("title")),
    country: countries.length === 1 ? (countries[0]?.attributes.code ?? null) : null,
    status: find("activity-status")?.attributes.code ?? null,
    results: nodes.filter(({ name }) => name === "result"),
    path: `/iati-activities/iati-activity[${number}]`,
  };
}

function versionOf(text: string | undefined): Version | undefined {
  const found = /^([12])\.0[1-9]$/.exec(text?.trim() ?? "");
  if (!found) return undefined;
  if (found[1] === "1") return 1;
  const number = Number(text);
  return number === 2.01 || number === 2.02 || number === 2.03 ? number : undefined;
}

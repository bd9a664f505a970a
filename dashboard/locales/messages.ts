import type { change } from "./change/en.ts";
import type { messages } from "./en.ts";
import type { how } from "./how/en.ts";
import type { report } from "./report/en.ts";
import type { work } from "./work/en.ts";

/** A message the dashboard can say. */
export type MessageId = keyof typeof messages;

/** Every message in one language. */
export type Messages = Readonly<Record<MessageId, string>>;

/** The messages that a page was sent: all of them, or those that readers who are not signed in may meet. */
export type SentMessages = Partial<Messages>;

const forWork =
  /^(accounts|donor|file|funded(?!\.(title|years))|how|outcomes\.own|progress|provenance(?!\.link)|review|style|tokens|traits)\./;
/** Messages that only some views say. */
const saidBy: readonly { readonly ids: RegExp; readonly views: readonly string[] }[] = [
  { ids: /^(guide|news|overview|start)\./, views: ["overview"] },
  { ids: /^(classes|map)\./, views: ["compare", "result"] },
  { ids: /^quality\.(?!protection)/, views: ["quality"] },
];

/** What tells which messages a view says. */
type Speaker = { readonly name: string; readonly work?: true } | undefined;

/** The messages that a view says: all where it is for work, otherwise without what only others say. */
export function messagesOf(view: Speaker, messages: Messages): SentMessages {
  if (view?.work) return messages;
  const others = [forWork, ...saidBy.flatMap(({ ids, views }) => (views.includes(view?.name ?? "") ? [] : [ids]))];
  return Object.fromEntries(Object.entries(messages).filter(([id]) => !others.some((ids) => ids.test(id))));
}

/** Whether what was sent for one view is enough for another. */
export function suffice(messages: SentMessages, view: Speaker): boolean {
  const sent = Object.keys(messages);
  const has = (ids: RegExp) => sent.some((id) => ids.test(id));
  if (view?.work) return has(forWork);
  return saidBy.every(({ ids, views }) => !views.includes(view?.name ?? "") || has(ids));
}

/** The part of them for those who sign in, which stands in a file of its own. */
export type WorkMessages = Readonly<Record<keyof typeof work, string>>;

/** The part of them for how results come about, likewise. */
export type HowMessages = Readonly<Record<keyof typeof how, string>>;

/** The part of them for changes, likewise. */
export type ChangeMessages = Readonly<Record<keyof typeof change, string>>;

/** The part of them for reports, likewise. */
export type ReportMessages = Readonly<Record<keyof typeof report, string>>;

/** The languages there are, by their ISO 639-1 code: one per file of this folder whose name is such a code. */
export type Catalogue = Readonly<Record<string, Messages>>;

/** The language to answer in: the address decides, then the reader's browser, then English. */
export function chooseLanguage(asked: string | null, acceptLanguage: string, known: readonly string[]): string {
  if (asked && known.includes(asked)) return asked;
  const wanted = acceptLanguage
    .split(",")
    .map((part) => {
      const [tag = "", ...options] = part.trim().toLowerCase().split(";");
      const quality = options.map((option) => /^\s*q=([\d.]+)/.exec(option)?.[1]).find(Boolean);
      return { code: tag.split("-")[0]!, quality: Number(quality ?? 1) };
    })
    .filter(({ code, quality }) => known.includes(code) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.code ?? "en";
}

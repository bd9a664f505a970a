import type { Band } from "@trama/api/contract";
import { IntlMessageFormat } from "intl-messageformat";
import type { MessageId, SentMessages } from "./messages.ts";

/** Says things in one language: messages, numbers, dates, lists. */
export interface Translator {
  readonly lang: string;
  readonly t: (id: MessageId, values?: Record<string, string | number>) => string;
  /** A share or its band, as whole percentages: `60%`, `50–67%`. */
  readonly percent: (band: Band) => string;
  /** A share as digits only, for a square of a chart. */
  readonly digits: (band: Band, measure: "share" | "median") => string;
  /** A count or score or its band: `12`, `10–14`. */
  readonly number: (band: Band) => string;
  /** A difference of shares in percentage points, signed: `−12 to +5`. */
  readonly points: (ends: readonly [number, number]) => string;
  readonly date: (iso: string) => string;
  readonly list: (names: readonly string[]) => string;
  /** The language's own name for a language. */
  readonly language: (code: string) => string;
}

const translators = new WeakMap<SentMessages, Translator>();

/** The translator for a language; made once per language. */
export function translatorFor(lang: string, messages: SentMessages): Translator {
  const known = translators.get(messages);
  if (known) return known;
  const made = makeTranslator(lang, messages);
  translators.set(messages, made);
  return made;
}

function makeTranslator(lang: string, messages: SentMessages): Translator {
  const parsed = new Map<MessageId, IntlMessageFormat>();
  const message = (id: MessageId) => {
    const format = parsed.get(id) ?? new IntlMessageFormat(messages[id] ?? id, lang, undefined, { ignoreTag: true });
    parsed.set(id, format);
    return format;
  };
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 0 });
  // English is read around the world here: day before month cannot be mistaken when the month is written out.
  const date = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" });
  const list = new Intl.ListFormat(lang, { type: "conjunction" });
  const band = (format: (value: number) => string, [lo, hi]: Band, join: (lo: string, hi: string) => string) => {
    if (lo === null || hi === null) return "–";
    const [from, to] = [format(lo), format(hi)];
    return from === to ? from : join(from, to);
  };
  const signed = new Intl.NumberFormat(lang, { maximumFractionDigits: 0, signDisplay: "exceptZero" });
  const whole = (value: number) => number.format(value);
  const digits = (value: number) => number.format(Math.round(value * 100));
  return {
    lang,
    t: (id, values) => String(message(id).format(values)),
    percent: (value) =>
      band(
        (share) => percent.format(share),
        value,
        (from, to) => `${from.replace(/\s?%/, "")}–${to}`,
      ),
    digits: (value, measure) => band(measure === "share" ? digits : whole, value, (from, to) => `${from}–${to}`),
    number: (value) => band(whole, value, (from, to) => `${from}–${to}`),
    points: ([lo, hi]) => {
      const [from, to] = [lo, hi].map((value) => signed.format(Math.round(value * 100)).replace("-", "−")) as [
        string,
        string,
      ];
      return from === to ? from : String(message("points.range").format({ from, to }));
    },
    date: (iso) => date.format(new Date(iso)),
    list: (names) => list.format(names),
    language: ownName,
  };
}

const ownNames = new Map<string, string>();

function ownName(code: string): string {
  const name = ownNames.get(code) ?? new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  ownNames.set(code, name);
  return name;
}

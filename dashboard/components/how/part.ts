import type { ComponentChildren } from "preact";
import type { Draw } from "../../charts/drawing.ts";
import type { MessageId } from "../../locales/messages.ts";
import type { HowWords } from "../../state/how/words.ts";
import type { Sheet } from "../../state/sheet.ts";

/** A chart of how results come about, with what its marks mean. */
export interface HowPicture {
  readonly draw: Draw;
  readonly legend: ComponentChildren;
  /** What takes its place on a narrow screen, where it would not fit. */
  readonly narrow?: () => ComponentChildren;
}

/** One part of an answer: its title, what must be said with it, its rows, and its picture where it has one. */
export interface HowPart {
  readonly title: MessageId;
  readonly note: MessageId;
  readonly sheet: Sheet;
  /** Null where the rows are too many for one picture: then the reader is asked to choose a country. */
  readonly picture?: HowPicture | null;
}

/** The parts of an answer. */
export type HowParts<Answer> = (answer: Answer, words: HowWords) => readonly HowPart[];

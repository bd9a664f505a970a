import { beginsName, endOfName, endOfPlainElement, endOfPlainText, notPlain, unfinished } from "./plain-element.ts";

/** Elements that a parser need not see: a reader has no use for them, or reads their bytes itself. */
export interface PassedOver {
  /** How many elements are open around them. */
  readonly depth: number;
  /** Whether elements of this name are of no use there. */
  idle(name: string): boolean;
  /** Asked when all before such elements has been parsed: whether they are of no use here. */
  here(): boolean;
  /** What reads such elements from their bytes; without it they are of no use. */
  readonly reads?: ElementReader;
}

/** Reads elements from their bytes. What it reads may still have to be forgotten: it is `taken`, or another one begun. */
export interface ElementReader {
  /** The most bytes of an element that it waits for. */
  readonly mostHeld: number;
  /** What was read and not taken is to be forgotten. */
  begin(): void;
  /** Where the element ends that begins with the `<` at a place, if it is well-formed without a doubt and could be read. */
  endOf(bytes: Buffer, from: number): number;
  /** What was read since the beginning counts: all before it has been parsed. */
  taken(): void;
}

/** Where the bytes go. */
export interface Passage {
  parse(bytes: Buffer): void;
  /** Elements that stand side by side, and the text between them, were passed over; the first of them bears the name. */
  passed(name: string, bytes: Buffer): void;
}

/** Bytes of one tag, comment or element that are held until its end is there. */
const mostHeld = 1 << 20;
const [less, greater, bang, question, slash, quote, apostrophe] = [0x3c, 0x3e, 0x21, 0x3f, 0x2f, 0x22, 0x27];

/**
 * Hands the bytes of a UTF-8 document on to a parser, but for elements of no use that are well-formed without a doubt: those
 * are told of as a whole, and cost a look at each byte. It follows the document from tag to tag and knows how deep it stands,
 * which is right for as long as the parser finds no fault; where it meets anything it does not know, such as a document type,
 * it hands on all the rest.
 */
export function passingOver(rule: PassedOver, { parse, passed }: Passage) {
  let depth = 0;
  /** What is held lies at its beginning. It is used again for every piece: new ones would wait long for the collector. */
  let room = Buffer.alloc(1 << 19);
  let held = 0;
  let lost = false;
  const mostOfElement = rule.reads?.mostHeld ?? mostHeld;
  /** Last byte that was handed on: an element is passed over only where it can be no part of a character. */
  let before = 0;

  const handOn = (bytes: Buffer) => {
    if (bytes.length === 0) return;
    before = bytes[bytes.length - 1] as number;
    parse(bytes);
  };

  const withHeld = (chunk: Buffer): Buffer => {
    if (held === 0) return chunk;
    const length = held + chunk.length;
    if (length > room.length) room = Buffer.concat([room.subarray(0, held)], length * 2);
    chunk.copy(room, held);
    return room.subarray(0, length);
  };

  return {
    write(chunk: Buffer): void {
      const bytes = withHeld(chunk);
      held = 0;
      let from = 0;
      let at = 0;
      let barred = 0;
      while (!lost) {
        const tag = bytes.indexOf(less, at);
        if (tag < 0) break;
        if (depth === rule.depth && tag >= barred && beginsName(bytes[tag + 1])) {
          const run = endOfRun(bytes, tag, rule);
          if (run > tag) {
            handOn(bytes.subarray(from, tag));
            from = tag;
            if (before < 0x80 && rule.here()) {
              passed(nameAt(bytes, tag + 1), bytes.subarray(tag, run));
              from = at = run;
              continue;
            }
            barred = run;
          } else if (run === unfinished && bytes.length - tag <= mostOfElement) {
            held = bytes.length - tag;
            break;
          }
        }
        const end = endOfMarkup(bytes, tag);
        if (end === unfinished && bytes.length - tag <= mostHeld) {
          held = bytes.length - tag;
          break;
        }
        if (end < 0) {
          lost = true;
          break;
        }
        if (bytes[tag + 1] === slash) depth -= 1;
        else if (bytes[tag + 1] !== bang && bytes[tag + 1] !== question && bytes[end - 2] !== slash) depth += 1;
        at = end;
      }
      handOn(bytes.subarray(from, bytes.length - held));
      room = bytes.buffer === room.buffer || held <= room.length ? room : Buffer.alloc(held * 2);
      bytes.copy(room, 0, bytes.length - held);
    },
    end: () => handOn(room.subarray(0, held)),
  };
}

/**
 * Where elements of no use end that stand side by side from a place on: at the place itself where there is none, unfinished
 * where the first has not come to its end.
 */
function endOfRun(bytes: Buffer, from: number, { idle, reads }: PassedOver): number {
  let end = from;
  let at = from;
  reads?.begin();
  while (beginsName(bytes[at + 1]) && idle(nameAt(bytes, at + 1))) {
    const next = reads ? reads.endOf(bytes, at) : endOfPlainElement(bytes, at);
    if (next < 0) return next === unfinished && end === from ? unfinished : end;
    end = next;
    at = endOfPlainText(bytes, end);
    if (at < 0) break;
  }
  return end;
}

function nameAt(bytes: Buffer, from: number): string {
  return bytes.toString("latin1", from, endOfName(bytes, from));
}

/** Where a tag, comment, instruction or marked text ends that begins at a place. */
function endOfMarkup(bytes: Buffer, from: number): number {
  switch (bytes[from + 1]) {
    case undefined:
      return unfinished;
    case question:
      return after(bytes, "?>", from + 2);
    case bang: {
      const marks = bytes.toString("latin1", from + 2, from + 9);
      if (marks.startsWith("--")) return after(bytes, "-->", from + 4);
      if (marks === "[CDATA[") return after(bytes, "]]>", from + 9);
      return "[CDATA[".startsWith(marks) || marks === "-" ? unfinished : notPlain;
    }
    default:
      return endOfTag(bytes, from + 1);
  }
}

function after(bytes: Buffer, mark: string, from: number): number {
  const at = bytes.indexOf(mark, from, "latin1");
  return at < 0 ? unfinished : at + mark.length;
}

function endOfTag(bytes: Buffer, from: number): number {
  let quoted = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (quoted !== 0) {
      if (byte === quoted) quoted = 0;
    } else if (byte === greater) return at + 1;
    else if (byte === quote || byte === apostrophe) quoted = byte;
  }
  return unfinished;
}

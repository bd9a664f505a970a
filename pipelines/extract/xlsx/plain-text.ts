import { endOfEntity, notPlain, unfinished } from "../xml/plain-element.ts";

/** The byte of a character of ASCII. */
export function byteOf(character: string): number {
  return character.charCodeAt(0);
}

/** Whether a word stands at a place. */
export function standsAt(bytes: Buffer, at: number, word: Uint8Array): boolean {
  for (let letter = 0; letter < word.length; letter += 1) if (bytes[at + letter] !== word[letter]) return false;
  return true;
}

const [zero, nine] = [byteOf("0"), byteOf("9")];

/** Where the digits end that begin at a place. */
export function endOfDigits(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] as number) >= zero && (bytes[at] as number) <= nine) at += 1;
  return at;
}

/** The number that digits write. */
export function numberAt(bytes: Buffer, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + (bytes[at] as number) - zero;
  return number;
}

const [less, ampersand, bracket] = [byteOf("<"), byteOf("&"), byteOf("]")];
/** Bytes that need no second look: not those of line ends that a parser changes, nor of characters XML might forbid. */
const ordinary = new Uint8Array(256).map((_, byte) =>
  (byte >= 0x20 && ![less, ampersand, bracket, 0xef].includes(byte)) || byte === 0x09 || byte === 0x0a ? 1 : 0,
);
/** Of the text that was passed last: the bits of all its bytes, and whether it has entities. */
let bits = 0;
let escaped = false;

/** Where the text ends that begins at a place: at the next `<`. */
export function endOfText(bytes: Buffer, from: number): number {
  let at = from;
  bits = 0;
  escaped = false;
  for (;;) {
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (ordinary[byte] === 0) break;
      bits |= byte;
    }
    if (at + 1 >= bytes.length) return unfinished;
    if (bytes[at] === less) return at;
    if (bytes[at] === ampersand) {
      escaped = true;
      at = endOfEntity(bytes, at + 1);
      if (at < 0) return at;
    } else if (bytes[at] === bracket && bytes[at + 1] !== bracket) at += 1;
    else return notPlain;
  }
}

const meant: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text from a place on; its end was just found. */
export function textAt(bytes: Buffer, from: number, to: number): string {
  const text = bytes.toString(bits < 0x80 ? "latin1" : "utf8", from, to);
  return escaped ? text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => meant[name] as string) : text;
}

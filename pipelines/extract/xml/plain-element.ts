/** Nothing more can be said before more bytes are there. */
export const unfinished = -1;
/** Not plain: left to the parser, whether well-formed or not. */
export const notPlain = -2;

const mostAttributes = 16;
const mostDepth = 32;

const [tab, newline, carriageReturn, space, quote, ampersand, apostrophe, slash, less, equals, greater] = [
  0x09, 0x0a, 0x0d, 0x20, 0x22, 0x26, 0x27, 0x2f, 0x3c, 0x3d, 0x3e,
];
const closingBracket = 0x5d;
/** First byte of the characters U+F000 to U+FFFF in UTF-8, of which XML allows not all. */
const last3 = 0xef;

/** What a byte may do. */
const [nameStart, nameRest, plainText, blank] = [1, 2, 4, 8];
const may = new Uint8Array(256).map((_, byte) => {
  const letter = /[A-Za-z_:]/.test(String.fromCharCode(byte));
  const white = byte === tab || byte === newline || byte === carriageReturn || byte === space;
  const special = [less, ampersand, closingBracket, last3].includes(byte);
  return (
    (byte < 0x80 && letter ? nameStart | nameRest : 0) |
    (/[0-9.-]/.test(String.fromCharCode(byte)) ? nameRest : 0) |
    ((byte >= space || white) && !special ? plainText : 0) |
    (white ? blank : 0)
  );
});

const entities = ["amp;", "lt;", "gt;", "quot;", "apos;"].map((entity) => Buffer.from(entity));

/** Whether a byte begins a name that is looked at here. */
export function beginsName(byte: number | undefined): boolean {
  return byte !== undefined && ((may[byte] as number) & nameStart) !== 0;
}

/** Where the name ends that begins at a place. */
export function endOfName(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && ((may[bytes[at] as number] as number) & nameRest) !== 0) at += 1;
  return at;
}

/**
 * Where the text ends that begins at a place: at the next `<`, or where the bytes end. Not plain where it holds what XML does
 * not allow, or might not.
 */
export function endOfPlainText(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    while (at < bytes.length && ((may[bytes[at] as number] as number) & plainText) !== 0) at += 1;
    if (at === bytes.length || bytes[at] === less) return at;
    if (bytes[at] !== ampersand) return notPlain;
    at = endOfEntity(bytes, at + 1);
    if (at < 0) return at;
  }
}

/**
 * Where the element ends that begins with the `<` at a place, if it is well-formed without a doubt: names of ASCII letters,
 * few attributes and none of them twice, the five entities that every document has, no more than text and elements inside.
 * What is allowed is a part of XML 1.0, so that a parser would find no fault with it either.
 */
export function endOfPlainElement(bytes: Uint8Array, from: number): number {
  let depth = 0;
  let at = from;
  for (;;) {
    if (at + 1 >= bytes.length) return unfinished;
    if (bytes[at + 1] === slash) {
      depth -= 1;
      const name = opened[depth] as number;
      const length = lengths[depth] as number;
      const end = at + 2 + length;
      if (end >= bytes.length) return unfinished;
      for (let letter = 0; letter < length; letter += 1)
        if (bytes[at + 2 + letter] !== bytes[name + letter]) return notPlain;
      at = afterBlanks(bytes, end);
      if (at === bytes.length) return unfinished;
      if (bytes[at] !== greater) return notPlain;
      at += 1;
    } else {
      const name = at + 1;
      if (!beginsName(bytes[name])) return notPlain;
      const end = endOfName(bytes, name);
      at = endOfAttributes(bytes, end);
      if (at < 0) return at;
      if (bytes[at - 2] !== slash) {
        if (depth === mostDepth) return notPlain;
        opened[depth] = name;
        lengths[depth] = end - name;
        depth += 1;
      }
    }
    if (depth === 0) return at;
    at = endOfPlainText(bytes, at);
    if (at < 0) return at;
    if (at === bytes.length) return unfinished;
  }
}

/** Names of the elements that are open: where they stand and how long they are. */
const opened = new Int32Array(mostDepth);
const lengths = new Int32Array(mostDepth);
const attributeAt = new Int32Array(mostAttributes);
const attributeLength = new Int32Array(mostAttributes);

/** Where a start tag ends, from the end of its name on: after its `>`. */
export function endOfAttributes(bytes: Uint8Array, from: number): number {
  let found = 0;
  let at = from;
  for (;;) {
    const name = afterBlanks(bytes, at);
    if (name + 1 >= bytes.length) return unfinished;
    if (bytes[name] === greater) return name + 1;
    if (bytes[name] === slash) return bytes[name + 1] === greater ? name + 2 : notPlain;
    if (name === at || !beginsName(bytes[name]) || found === mostAttributes) return notPlain;
    const end = endOfName(bytes, name);
    for (let other = 0; other < found; other += 1)
      if (attributeLength[other] === end - name && sameBytes(bytes, attributeAt[other] as number, name, end - name))
        return notPlain;
    attributeAt[found] = name;
    attributeLength[found] = end - name;
    found += 1;
    at = afterBlanks(bytes, end);
    if (at === bytes.length) return unfinished;
    if (bytes[at] !== equals) return notPlain;
    at = endOfValue(bytes, afterBlanks(bytes, at + 1));
    if (at < 0) return at;
  }
}

/** Where a quoted value ends. */
function endOfValue(bytes: Uint8Array, from: number): number {
  const mark = bytes[from];
  if (mark === undefined) return unfinished;
  if (mark !== quote && mark !== apostrophe) return notPlain;
  let at = from + 1;
  for (;;) {
    while (at < bytes.length && bytes[at] !== mark && ((may[bytes[at] as number] as number) & plainText) !== 0) at += 1;
    if (at === bytes.length) return unfinished;
    if (bytes[at] === mark) return at + 1;
    if (bytes[at] !== ampersand) return notPlain;
    at = endOfEntity(bytes, at + 1);
    if (at < 0) return at;
  }
}

/** Where an entity ends that every document has, from the byte after its `&` on. */
export function endOfEntity(bytes: Uint8Array, from: number): number {
  for (const entity of entities)
    if (bytes[from] === entity[0]) {
      let same = 0;
      while (same < entity.length && bytes[from + same] === entity[same]) same += 1;
      if (same === entity.length) return from + same;
      if (from + same === bytes.length) return unfinished;
    }
  return from === bytes.length ? unfinished : notPlain;
}

/** The first place from the given one on where no white space stands. */
export function afterBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && ((may[bytes[at] as number] as number) & blank) !== 0) at += 1;
  return at;
}

function sameBytes(bytes: Uint8Array, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (bytes[one + at] !== bytes[other + at]) return false;
  return true;
}

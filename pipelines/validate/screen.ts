const findings = ["email", "address", "phone", "identifier", "coordinates", "person"] as const;

/** What in a text may identify or locate somebody. */
export type Finding = (typeof findings)[number];

interface Pattern {
  readonly finding: Finding;
  readonly pattern: RegExp;
  /** What stands in every text that the pattern finds, where to look for that costs far less. */
  readonly has?: RegExp;
}

const patterns: readonly Pattern[] = [
  {
    finding: "email",
    has: /[@([]/,
    pattern:
      /[\p{L}\p{N}._%+-]{1,64}(?:@|\s?[([]\s?(?:at|arroba)\s?[)\]]\s?)[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}.-]{2,63}/iu,
  },
  { finding: "address", has: /@|\/\/|www/i, pattern: /\bhttps?:\/\/\S{3}|\bwww\.\S{3}|(?:^|\s)@[\p{L}\p{N}_]{3}/iu },
  { finding: "phone", pattern: /(?:\+|\b00)\d[\d\s().-]{6,18}\d/ },
  {
    finding: "phone",
    pattern:
      /(?:\b(?:tel|t[eé]l[eé]fono|t[eé]l[eé]phone|phone|mobile|m[oó]vil|cel(?:ular)?|whats\s?app|signal|hp|โทร)\b|โทร)[^\d\n]{0,12}\d[\d\s().-]{5,18}\d/iu,
  },
  { finding: "phone", pattern: /(?<![\d.,-])\d{2,4}[ .-]\d{3,4}[ .-]\d{3,4}(?![\d.,-])/ },
  {
    finding: "identifier",
    pattern:
      /\b\d{3}\.\d{3}\.\d{3}-\d{2}\b|\b[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d\b|(?<![\d.,])\d{13,16}(?![\d.,])|\b\d-\d{4}-\d{5}-\d{2}-\d\b|\b\d{4}-\d{4}-\d{5}\b/,
  },
  {
    finding: "identifier",
    pattern:
      /\b(?:ID|DPI|DUI|CUI|CURP|CPF|NIK|DNI|C\.?C\.?|passport|pasaporte|passeport|passaporte|c[eé]dula|carte d[’'](?:identit[eé]|[eé]lecteur))\b[^\d\n]{0,12}[A-Z]{0,3}\d{5}/iu,
  },
  { finding: "coordinates", pattern: /-?\d{1,3}[.,]\d{3,8}\s{0,3}[,;/\s]\s{0,3}-?\d{1,3}[.,]\d{3,8}/ },
  {
    finding: "coordinates",
    pattern:
      /\d{1,3}\s?°\s?\d{1,2}\s?['′’]|\b(?:lat|lon|latitud|longitud|latitude|longitude)\w{0,3}\s?[:=]?\s?-?\d{1,3}[.,]\d{2}/i,
  },
  {
    finding: "coordinates",
    pattern:
      /\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b|\b\d{1,2}[C-HJ-NP-X][A-HJ-NP-Z]{2}\s?\d{4,10}\b|\bUTM\b.{0,8}\d{5}/,
  },
  {
    finding: "person",
    pattern:
      /(?<![\p{L}])(?:Sra?|Srta|Don|Doña|Dra?|Lic(?:da)?|Ing|Padre|Pastor|Mrs?|Ms|Chief|Mme|Mlle|Maître|Dona|Seu|Bapak|Bpk|Ibu|Pak|Kak)\.?\s+\p{Lu}\p{L}+/u,
  },
  { finding: "person", pattern: /(?:นาย|นางสาว|นาง|ด\.ช\.|ด\.ญ\.|คุณ|กำนัน|ผู้ใหญ่)\s?[\u0E00-\u0E7F]{2,}/ },
  {
    finding: "person",
    pattern:
      /(?<=[\p{Ll},;:)]\s)\p{Lu}[\p{Ll}’'-]+(?:\s+(?:de|del|la|da|dos|van|bin|binti|e|y)){0,2}\s+\p{Lu}[\p{Ll}’'-]+/u,
  },
];

/**
 * What a text holds that may identify or locate somebody, in English, Spanish, French, Portuguese, Thai and Indonesian.
 * A help and no guarantee: names without a title at the head of a sentence, and most Thai names, pass unseen. That is why
 * all free text is held, whatever this says. Only what is wanted is looked for.
 */
export function screen(text: string, wanted: readonly Finding[] = findings): Finding[] {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, "")
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
  const found = patterns.filter(
    ({ finding, has, pattern }) => wanted.includes(finding) && (!has || has.test(plain)) && pattern.test(plain),
  );
  return [...new Set(found.map(({ finding }) => finding))];
}

/** Bit of a status that has been found out. */
const known = 1 << 7;

/**
 * What has been found out of those whom rows are about, by their numbers: there are many of them, so each takes a few bytes
 * and no object.
 */
export class WhoTable {
  /** Columns of which the codes are kept. */
  readonly width: number;
  /** The codes of each, one after the other. */
  codes = new Int32Array(0);
  private statuses = new Uint8Array(0);
  /** One more than the number under which it is remembered. */
  private numbers = new Int32Array(0);

  constructor(width: number) {
    this.width = width;
  }

  /** Its status; below zero where it has not been looked at. */
  statusOf(code: number): number {
    const status = this.statuses[code] ?? 0;
    return status === 0 ? -1 : status - known;
  }

  /** Keeps a status below 128. */
  keep(code: number, status: number): number {
    if (code >= this.statuses.length) this.makeRoom(Math.max(1 << 10, code * 2));
    this.statuses[code] = status + known;
    return status;
  }

  /** The number under which it is remembered; below zero where it has none yet. */
  numberOf(code: number): number {
    return (this.numbers[code] as number) - 1;
  }

  /** Keeps the number and the codes of one whose status is kept. */
  name(code: number, number: number, codes: readonly number[]): number {
    this.numbers[code] = number + 1;
    this.codes.set(codes, code * this.width);
    return number;
  }

  private makeRoom(room: number): void {
    const { statuses, numbers, codes, width } = this;
    this.statuses = new Uint8Array(room);
    this.statuses.set(statuses);
    this.numbers = new Int32Array(room);
    this.numbers.set(numbers);
    this.codes = new Int32Array(room * width);
    this.codes.set(codes);
  }
}

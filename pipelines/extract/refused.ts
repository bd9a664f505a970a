import type { Refusal } from "../step.ts";

/**
 * Thrown by a reader in the middle of a file that it will not read; the door of the stage makes a refusal of it. The
 * message completes the sentence "<file name>: …" and ends with what to do.
 */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A refusal as the sender reads it. */
export function refusalOf({ code, message }: Refused, name: string): Refusal {
  return { code, message: `${name} ${message}` };
}

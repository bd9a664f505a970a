import { stderr } from "node:process";

/** Progress on standard error: one line redrawn on a terminal, plain lines elsewhere. */
export interface ProgressBar {
  /** One more file done, with its rows. */
  step(rows: number): void;
  /** A stage begins. */
  note(stage: string): void;
  /** A line that stays. */
  say(line: string): void;
  end(): void;
}

const redrawEvery = 100;
/** A stage that counts its steps, such as "protect 3/119": redrawn on a terminal, left out of plain lines. */
const counted = /\d+\/\d+$/;

export function progressBar(quiet: boolean, clock: () => number = Date.now): ProgressBar {
  const started = clock();
  let files = 0;
  let rows = 0;
  let drawn = 0;
  const draw = (text: string) => {
    if (!stderr.isTTY || clock() - drawn < redrawEvery) return;
    drawn = clock();
    stderr.write(`\r\u001b[2K${text}`);
  };
  const clear = () => {
    if (stderr.isTTY) stderr.write("\r\u001b[2K");
  };
  return {
    step(more) {
      files += 1;
      rows += more;
      const seconds = Math.max(0.001, (clock() - started) / 1000);
      draw(`${files} files, ${rows} rows, ${Math.round(rows / seconds)} rows/s`);
    },
    note(stage) {
      if (stderr.isTTY) draw(`${stage} …`);
      else if (!quiet && !counted.test(stage)) stderr.write(`${stage} …\n`);
    },
    say(line) {
      clear();
      console.log(line);
    },
    end: clear,
  };
}

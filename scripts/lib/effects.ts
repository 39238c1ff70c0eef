import type { Environment } from '../../src/config.ts';

/** What a verb does to the world outside files. Tests pass their own. */
export interface Effects {
  readonly env: Environment;
  /** Prints a line of the result to standard output. */
  out(line: string): void;
  /** Prints a line about the work to standard error. */
  log(line: string): void;
  /** Says what is going on: a line that is overwritten on a terminal, a plain line in a log. */
  progress(line: string): void;
}

/** A verb: its arguments in, its exit code out. */
export type Verb = (args: readonly string[], effects: Effects) => Promise<number>;

/** Effects on the real process. */
export function processEffects(): Effects {
  const terminal = process.stderr.isTTY;
  let passing = false;
  const clear = () => {
    if (passing) process.stderr.write('\r\x1b[K');
    passing = false;
  };
  return {
    env: process.env,
    out: (line) => {
      clear();
      process.stdout.write(`${line}\n`);
    },
    log: (line) => {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress: (line) => {
      clear();
      if (!terminal) {
        process.stderr.write(`${line}\n`);
        return;
      }
      process.stderr.write(line.slice(0, Math.max(0, process.stderr.columns - 1)));
      passing = true;
    },
  };
}

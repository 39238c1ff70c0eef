/** A block of a `_headers` file: a path, perhaps with `*`, and the headers for it. */
export interface HeaderRule {
  readonly pattern: RegExp;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads a `_headers` file as static hosts do: a path on a line of its own, then indented
 * `Name: value` lines. Lines that start with `#` are comments.
 */
export function parseHeaderRules(text: string): readonly HeaderRule[] {
  const rules: { pattern: RegExp; headers: [string, string][] }[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const header = /^\s+([\w-]+):\s*(.*)$/.exec(line);
    if (header?.[1] !== undefined && header[2] !== undefined) {
      rules.at(-1)?.headers.push([header[1], header[2].trim()]);
    } else rules.push({ pattern: toPattern(line.trim()), headers: [] });
  }
  return rules;
}

/** The headers for a path. Where two rules set the same one, the later rule has it. */
export function headersFor(
  rules: readonly HeaderRule[],
  path: string,
): ReadonlyMap<string, string> {
  const matching = rules.filter(({ pattern }) => pattern.test(path));
  return new Map(matching.flatMap(({ headers }) => headers));
}

function toPattern(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

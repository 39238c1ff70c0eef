/** What a reader chose in a list, as its address keeps it. */

/** Values by the name of their choice; what is not chosen is not there. */
export type View = Readonly<Record<string, string>>;

export interface Choice {
  readonly name: string;
  /** Values there are, given those read before it; `null` where any text will do. */
  readonly values: ((view: View) => readonly string[]) | null;
  /** Whether several can be chosen, with commas between them. None is a choice too. */
  readonly many?: boolean;
}

/** The longest part of a value that is told back to the reader. */
const TOLD = 40;

/** Reads an address's query. Values that are not known are left out, and told as they stand. */
export function readView(
  query: string,
  choices: readonly Choice[],
): { readonly view: View; readonly ignored: readonly string[] } {
  const given = new URLSearchParams(query);
  const view: Record<string, string> = {};
  const ignored: string[] = [];
  for (const { name, values, many } of choices) {
    const text = given.get(name);
    if (text === null || (text === '' && !many)) continue;
    const known = values?.(view);
    const parts = many ? text.split(',') : [text];
    const kept = parts.filter((part) => !known || known.includes(part));
    for (const part of parts) {
      if (part !== '' && !kept.includes(part)) {
        const told = [...part];
        ignored.push(`${name}=“${told.slice(0, TOLD).join('')}${told.length > TOLD ? '…' : ''}”`);
      }
    }
    // A list of nothing but unknowns is no choice.
    if (kept.length > 0 || text === '') view[name] = kept.join();
  }
  return { view, ignored };
}

/** The address with what was chosen, and with all else it held. */
export function writeView(address: string, choices: readonly Choice[], view: View): string {
  const url = new URL(address);
  for (const { name } of choices) {
    const value = view[name];
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  url.search = url.searchParams.toString().replaceAll('%2C', ',');
  return url.href;
}

/** How values are quoted in messages: on one line, short, with invisible characters shown. */

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u2000-\u200a\u202f\u205f\u3000\ufffd]/gu;

const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * A value as messages quote it.
 *
 * @example quoted('Kota\nBlitar') // '`Kota\\nBlitar`'
 */
export function quoted(value: string, limit = 80): string {
  const characters = [...value];
  const short = characters.length > limit ? `${characters.slice(0, limit - 1).join('')}…` : value;
  const visible = short
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(INVISIBLE, (character) => `<${codePoint(character)}>`);
  return `\`${visible}\``;
}

/** `a, b or c`, each quoted. */
export function alternatives(values: readonly string[]): string {
  const all = values.map((value) => quoted(value));
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

/** `1 row`, `2 rows`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

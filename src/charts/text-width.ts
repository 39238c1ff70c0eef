/**
 * Widths of characters in units of the font size, for a system sans such as Roboto or Noto Sans.
 * A chart that is drawn without a DOM cannot measure; these err on the wide side, so that what
 * fits by them fits on screen.
 */
const NARROW = /[ijlI.,:;'|!()[\]]/;
const WIDE = /[mwMW%@–—]/;
const CAPITAL = /[A-Z0-9≥≤<>&]/;

/** An upper estimate of a text's width in the units of `fontSize`. */
export function textWidth(value: string, fontSize: number): number {
  let units = 0;
  for (const character of value) {
    units += NARROW.test(character)
      ? 0.34
      : WIDE.test(character)
        ? 0.92
        : CAPITAL.test(character)
          ? 0.68
          : character === ' '
            ? 0.3
            : 0.58;
  }
  return units * fontSize;
}

/** Cuts a text to a width, with an ellipsis; whole where it fits. */
export function fitText(value: string, fontSize: number, width: number): string {
  if (textWidth(value, fontSize) <= width) return value;
  const characters = [...value];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, fontSize) > width) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}…`;
}

/** Labels along one axis, moved apart just enough not to overlap, within bounds where they fit. */
export function spread(
  wanted: readonly { readonly at: number; readonly size: number }[],
  gap: number,
  [from, to]: readonly [number, number],
): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a]?.at ?? 0) - (wanted[b]?.at ?? 0));
  const placed = new Array<number>(wanted.length).fill(0);
  let edge = from;
  for (const i of order) {
    const { at = 0, size = 0 } = wanted[i] ?? {};
    const centre = Math.max(at, edge + size / 2);
    placed[i] = centre;
    edge = centre + size / 2 + gap;
  }
  let limit = to;
  for (const i of order.toReversed()) {
    const size = wanted[i]?.size ?? 0;
    placed[i] = Math.min(placed[i] ?? 0, limit - size / 2);
    limit = (placed[i] ?? 0) - size / 2 - gap;
  }
  return placed;
}

/**
 * A text broken into lines of at most `width`: between words; within one that is wider still after
 * a slash or a number sign, as addresses have them, else anywhere.
 */
export function wrapText(value: string, fontSize: number, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of value.split(/[ \n]+/).filter(Boolean)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (textWidth(longer, fontSize) <= width) {
      current = longer;
      continue;
    }
    if (current !== '') lines.push(current);
    current = '';
    for (const piece of word.split(/(?<=\/)(?!\/)|(?=#)/)) {
      if (textWidth(current + piece, fontSize) <= width) {
        current += piece;
        continue;
      }
      if (current !== '') lines.push(current);
      current = '';
      for (const character of piece) {
        if (current !== '' && textWidth(current + character, fontSize) > width) {
          lines.push(current);
          current = '';
        }
        current += character;
      }
    }
  }
  return current === '' ? lines : [...lines, current];
}

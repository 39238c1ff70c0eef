/** A part of a text, and whether it is what was typed. */
export interface Part {
  readonly text: string;
  readonly isTyped: boolean;
}

/** A letter as it is compared: the text keeps its length, so that positions stay the same. */
const plainLetter = (letter: string) => letter.normalize('NFKD').charAt(0).toLowerCase() || letter;

/** Splits a name at the beginnings of words that were typed: "Kota **Bli**tar" for "bli". */
export function marksIn(text: string, words: readonly string[]): readonly Part[] {
  const plain = [...text].map(plainLetter).join('');
  const typed = new Array<boolean>(text.length).fill(false);
  for (const { 0: word, index } of plain.matchAll(/[\p{L}\p{N}]+/gu)) {
    const longest = words
      .filter((each) => word.startsWith(each))
      .reduce((length, each) => Math.max(length, each.length), 0);
    typed.fill(true, index, index + longest);
  }
  const parts: Part[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && typed[end] === typed[at]) end += 1;
    parts.push({ text: text.slice(at, end), isTyped: typed[at] === true });
    at = end;
  }
  return parts;
}

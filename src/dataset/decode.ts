/** Turns the bytes of a table into text, or says why they are not UTF-8 and how to save them so. */
import type { CsvFinding } from './csv-reader.ts';

export type Decoded = { readonly text: string } | { readonly finding: CsvFinding };

const SAVE_AS_UTF8 = 'save the file as UTF-8 (in Excel: "CSV UTF-8")';

/** Null bytes on every other place: text in UTF-16, whether or not it says so. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const sample = bytes.subarray(0, 200);
  return sample.length > 3 && sample.filter((byte) => byte === 0).length > sample.length / 3;
}

/** The place of the first byte that is not UTF-8, and how Windows-1252 would read it. */
function firstInvalid(bytes: Uint8Array): CsvFinding {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const lenient = new TextDecoder('utf-8');
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const next = bytes.indexOf(0x0a, start);
    const end = next === -1 ? bytes.length : next;
    const slice = bytes.subarray(start, end);
    try {
      strict.decode(slice);
    } catch {
      const readable = [...lenient.decode(slice)];
      const index = readable.indexOf('\ufffd');
      const before = new TextEncoder().encode(readable.slice(0, index).join('')).length;
      const byteOrderMark = line === 1 && slice[0] === 0xef && slice[1] === 0xbb ? 3 : 0;
      const byte = slice[before + byteOrderMark] ?? 0;
      const letter = new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
      const shown = /\p{L}|\p{P}|\p{S}/u.test(letter)
        ? `a Windows-1252 \`${letter}\``
        : `byte 0x${byte.toString(16)}`;
      return {
        line,
        column: index + 1,
        message: `the file is not UTF-8 (${shown} stands here): ${SAVE_AS_UTF8}; the table was not checked further`,
      };
    }
    start = end + 1;
  }
  throw new Error('every line is valid UTF-8 although the whole is not');
}

/** Decodes UTF-8, with or without a byte order mark. A string is taken as it is. */
export function decodeText(content: Uint8Array | string): Decoded {
  if (typeof content === 'string') return { text: content };
  if (isUtf16(content)) {
    return {
      finding: {
        line: 1,
        column: 1,
        message: `the file is UTF-16, not UTF-8: ${SAVE_AS_UTF8}; the table was not checked further`,
      },
    };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
  } catch {
    return { finding: firstInvalid(content) };
  }
}

import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const bytes = (...parts: (string | number)[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)],
    ),
  );

describe('decodeText', () => {
  it('decodes UTF-8 with and without a byte order mark', () => {
    expect(decodeText(bytes('a,é\n'))).toEqual({ text: 'a,é\n' });
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 'a,🦚\n'))).toEqual({ text: 'a,🦚\n' });
  });

  it('places the first byte of Windows-1252', () => {
    expect(decodeText(bytes('a,b\n', '🦚x,', 0xe9, '\n'))).toMatchObject({
      finding: { line: 2, column: 4, message: expect.stringContaining('Windows-1252 `é`') },
    });
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 'ab', 0x96))).toMatchObject({
      finding: { line: 1, column: 3, message: expect.stringContaining('`–`') },
    });
  });

  it('knows UTF-16, with its mark and without', () => {
    const utf16 = Uint8Array.from([...'a,b\n'].flatMap((letter) => [letter.charCodeAt(0), 0]));
    for (const content of [utf16, Uint8Array.from([0xff, 0xfe, ...utf16])]) {
      expect(decodeText(content)).toMatchObject({
        finding: { line: 1, column: 1, message: expect.stringContaining('UTF-16') },
      });
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexedPng } from './indexed-png.ts';
import { readTypefaces, unwrapWoff } from './outlines.ts';
import { type ShareData, shareWords } from './share-data.ts';
import { renderPng } from './share-png.ts';
import { balance, fitLines, SHARE_HEIGHT, SHARE_WIDTH, shareSvg } from './share-svg.ts';

const faces = readTypefaces();

const data: ShareData = {
  kind: 'Kota di Contoh Utara',
  name: 'Kota Contoh',
  standing: { text: 'Percontohan antikorupsi, ditetapkan 9 Desember 2025', isPilot: true },
  figures: [
    {
      label: 'MCP 2024',
      value: '97,98',
      words: 'Terjaga',
      scale: {
        segments: [
          { from: 0, to: 0.73, ramp: 0, here: false },
          { from: 0.73, to: 0.78, ramp: 2, here: false },
          { from: 0.78, to: 1, ramp: 4, here: true },
        ],
        at: 0.9798,
        threshold: { at: 0.75, label: '75' },
        isShare: false,
      },
    },
    { label: 'SPI', value: null, words: 'belum ditemukan', scale: null },
  ],
  instead: null,
  coverage: '1 dari 7 ukuran ditemukan',
};

/** Elements that are open when the markup ends, or that close what was not open. */
function unbalanced(svg: string): string[] {
  const open: string[] = [];
  for (const [, close, name = '', , single] of svg.matchAll(/<(\/?)(\w+)((?:\s[^<>]*?)?)(\/?)>/g)) {
    if (close) {
      if (open.pop() !== name) return [name];
    } else if (!single) open.push(name);
  }
  return open;
}

/** Where the drawn text reaches to, from the outlines themselves. */
function bounds(svg: string) {
  const points: number[] = [];
  for (const [, x = '', scale = '', inner = ''] of svg.matchAll(
    /<g[^>]* transform="translate\(([\d.-]+) [\d.-]+\) scale\(([\d.]+) -[\d.]+\)">(.*?)<\/g>/g,
  )) {
    for (const [, dx = '', d = ''] of inner.matchAll(/translate\(([\d.-]+)\)" d="([^"]*)"/g)) {
      // Every second number of a path is an x, as HarfBuzz writes them.
      const numbers = [...d.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);
      const xs = numbers.filter((_, i) => i % 2 === 0);
      points.push(...xs.map((each) => Number(x) + (Number(dx) + each) * Number(scale)));
    }
  }
  if (points.length < 1000) throw new Error(`found only ${points.length} points`);
  return { left: Math.min(...points), right: Math.max(...points) };
}

describe('a share image', () => {
  it('is 1200 by 630, and holds paths and no text', () => {
    const svg = shareSvg(data, faces);
    expect(svg).toContain('width="1200" height="630" viewBox="0 0 1200 630"');
    expect(svg).not.toMatch(/<text|font|undefined|NaN|null|style=|class=/);
    expect(unbalanced(svg)).toEqual([]);
  });

  it('is the same every time, also for a second reading of the fonts', () => {
    expect(shareSvg(data, readTypefaces())).toBe(shareSvg(data, faces));
  });

  it.each([
    'Kabupaten Kepulauan Siau Tagulandang Biaro',
    'Kabupaten Administrasi Kepulauan Seribu',
    'Kabupaten Mamberamo Tengah',
    'Kabupaten Dengan Nama Yang Jauh Lebih Panjang Daripada Nama Daerah Mana Pun Di Indonesia',
    'Kabupatentanpaspasidengannamayangtidakdapatdipenggaldimanapunjuga',
  ])('keeps a long name inside its margins: %s', (name) => {
    const { left, right } = bounds(shareSvg({ ...data, name }, faces));
    expect(left).toBeGreaterThanOrEqual(60);
    expect(right).toBeLessThanOrEqual(SHARE_WIDTH - 62);
  });

  it('keeps any texts inside, and stays well-formed', () => {
    const words = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, words, words, words, fc.boolean(), (name, kind, value, label, isPilot) => {
        const figure = { label, value, words: kind, scale: data.figures[0]?.scale ?? null };
        const svg = shareSvg(
          {
            ...data,
            name,
            kind,
            standing: { text: label, isPilot },
            figures: [figure, figure, figure],
            coverage: label,
          },
          faces,
        );
        expect(svg).not.toMatch(/undefined|NaN|Infinity/);
        expect(unbalanced(svg)).toEqual([]);
        const { left, right } = bounds(svg);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(SHARE_WIDTH);
      }),
      { numRuns: 60 },
    );
  });

  it('draws hostile text as letters, never as markup', async () => {
    const name = '"><script>alert(1)</script><image href="x"/>&';
    const svg = shareSvg({ ...data, name }, faces);
    expect(svg).not.toMatch(/script|<image|href|&/);
    const png = await renderPng(svg);
    expect(png.readUInt32BE(16)).toBe(SHARE_WIDTH);
  });

  it('marks nothing on the scale of a figure that is unknown', () => {
    const unknown = {
      label: 'SPI',
      value: null,
      words: 'belum ditemukan',
      scale: { segments: [], at: null, threshold: null, isShare: false },
    };
    const svg = shareSvg({ ...data, figures: [unknown] }, faces);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
    expect(svg).not.toContain('rx="4"');
  });

  it('says in words what it shows', () => {
    expect(shareWords(data)).toBe(
      'Kota Contoh · Kota di Contoh Utara. Percontohan antikorupsi, ditetapkan 9 Desember 2025. MCP 2024: 97,98, Terjaga. SPI: belum ditemukan.',
    );
  });
});

describe('lines', () => {
  it('are broken where the widest of them is narrowest', () => {
    expect(balance(faces.serif, 'Kabupaten Kepulauan Siau Tagulandang Biaro', 60, 2)).toEqual([
      'Kabupaten Kepulauan',
      'Siau Tagulandang Biaro',
    ]);
  });

  it('are as few as a readable size allows', () => {
    const sizes = [
      { lines: 1, largest: 90, smallest: 60 },
      { lines: 2, largest: 60, smallest: 1 },
    ];
    expect(fitLines(faces.serif, 'Kota Contoh', 1000, sizes).lines).toHaveLength(1);
    const two = fitLines(faces.serif, 'Kabupaten Kepulauan Siau Tagulandang Biaro', 1000, sizes);
    expect(two.lines).toHaveLength(2);
    for (const each of two.lines) {
      expect(faces.serif.width(each, two.size)).toBeLessThanOrEqual(1000);
    }
  });
});

describe('the file', () => {
  it('is the same every time', async () => {
    const svg = shareSvg(data, faces);
    const [a, b] = await Promise.all([renderPng(svg), renderPng(svg)]);
    expect(a.equals(b)).toBe(true);
    expect([a.readUInt32BE(16), a.readUInt32BE(20)]).toEqual([SHARE_WIDTH, SHARE_HEIGHT]);
    expect(a.length).toBeLessThan(40 * 1024);
  });

  it('does not depend on what was drawn before', () => {
    const at = (colour: readonly number[]) =>
      indexedPng(Buffer.from([...colour, 251, 250, 246]), 2, 1).toString('hex');
    const first = at([13, 90, 97]);
    at([12, 88, 96]);
    expect(at([13, 90, 97])).toBe(first);
  });
});

describe('a font', () => {
  it('has to be WOFF', () => {
    expect(() => unwrapWoff(Buffer.from('OTTO0000'))).toThrow('not a WOFF file');
  });

  it('kerns', () => {
    const { serif } = faces;
    expect(serif.width('To', 100)).toBeLessThan(serif.width('T', 100) + serif.width('o', 100));
  });
});

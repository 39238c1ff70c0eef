import { describe, expect, it } from 'vitest';
import type { Decimal } from '../dataset/table-schema.ts';
import { liftedPicture } from './lifted.ts';
import { sizeOf } from './picture.ts';
import { readTags } from './svg-checks.ts';
import { type TrendData, trend, trendSmall } from './trend.ts';

const both = (text: string) => ({ id: text, en: text });
const data: TrendData = {
  area: 'Kota Contoh',
  indicator: both('MCP'),
  parts: [
    {
      series: 'mcp',
      name: both('MCP'),
      scale: { min: 0, max: 100 },
      steps: [],
      bands: [{ from: 2019, to: null, min: 0, max: 50, label: both('Merah'), ink: 'band-0' }],
      threshold: { at: 75, label: both('75') },
      points: [2019, 2020, 2021].map((year) => ({
        year,
        value: `${year - 1950}.5` as Decimal,
        at: year - 1949.5,
        category: null,
        told: year === 2021 ? both('sementara') : null,
      })),
    },
  ],
};
const notes = ['Angka 2019–2021.', 'Sumber: https://cermin.example/daerah/kota-contoh/#grafik'];
const words = { title: 'MCP Kota Contoh', notes };
const lift = (svg: string) => liftedPicture(svg, words, { lang: 'id', id: 'grafik' });
/** What is drawn, with its colours. */
const painted = (svg: string) =>
  readTags(svg)
    .filter(({ attributes }) => attributes.fill ?? attributes.stroke)
    .map(({ name, text, attributes: { fill, stroke } }) => [name, text, fill, stroke]);

describe('liftedPicture', () => {
  it('has the colours that the chart has where it is drawn as a file', () => {
    const lifted = painted(lift(trend(data, { lang: 'id', id: 'a' })));
    const drawn = painted(trend(data, { lang: 'id', id: 'a', theme: 'light' }));
    // The first of both is the paper; the notes come last.
    expect(lifted.slice(1, drawn.length)).toEqual(drawn.slice(1));
    expect(lift(trend(data, { lang: 'id', id: 'a' }))).not.toMatch(/class=|var\(/);
  });

  it('says below the drawing where it comes from, and breaks addresses after a slash', () => {
    const svg = lift(trend(data, { lang: 'id', id: 'a', width: 280 }));
    const texts = readTags(svg).flatMap(({ name, text }) => (name === 'text' ? [text] : []));
    const at = texts.indexOf('Angka 2019–2021.');
    const source = texts.slice(at + 1);
    expect(source.length).toBeGreaterThan(1);
    expect(source.join('').replace('Sumber:', 'Sumber: ')).toBe(notes[1]);
    for (const line of source.slice(0, -1)) expect(line).toMatch(/[/:]$/);
    expect(sizeOf(svg)[0]).toBe(280 + 32);
  });

  it('says what it is of, once', () => {
    const written = (svg: string) =>
      readTags(lift(svg)).flatMap(({ name, text }) => (name === 'text' ? [text] : []));
    expect(written(trend(data, { lang: 'id', id: 'a' })).join(' ')).not.toContain(words.title);
    expect(written(trendSmall(data, { lang: 'id', id: 'a' })).join(' ')).toContain(words.title);
  });
});

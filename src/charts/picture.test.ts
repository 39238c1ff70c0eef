import { describe, expect, it } from 'vitest';
import { picture, sizeOf } from './picture.ts';
import { readTags } from './svg-checks.ts';
import { trend } from './trend.ts';

const words = {
  heading: 'Kota <Contoh>',
  title: 'Kota <Contoh> & lainnya',
  notes: ['Angka akhir 2024.', 'Sumber tiap angka: https://cermin.example/daerah/kota-contoh/'],
};
const data = { area: 'Kota Contoh', indicator: { id: 'SPI', en: 'SPI' }, parts: [] };
const draw = (heading: string | null) =>
  picture(
    { draw: (options) => trend(data, options), words: { ...words, heading } },
    { lang: 'id', id: 'grafik', width: 640 },
  );

describe('picture', () => {
  it('holds the drawing whole, on paper, with margins, and escapes every word', () => {
    const tags = readTags(draw(words.heading));
    const [root, inner] = tags.filter(({ name }) => name === 'svg');
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) =>
      Number(inner?.attributes[name]),
    ) as [number, number, number, number];
    expect(x).toBeGreaterThan(0);
    expect(x + width).toBeLessThan(640);
    expect(y + height).toBeLessThan(Number(root?.attributes.height));
    expect(root?.attributes.role).toBe('img');
    expect(tags.find(({ name }) => name === 'title')?.text).toBe(words.title);
    const heading = tags.find(({ name, text }) => name === 'text' && text === words.heading);
    expect(Number(heading?.attributes.y)).toBeLessThan(y);
    const texts = tags.filter(({ name }) => name === 'text').map(({ text }) => text);
    expect(texts.join(' ')).toContain(words.notes.join(' '));
  });

  it('takes no room for a heading that the drawing has itself', () => {
    expect(sizeOf(draw(null))[1]).toBeLessThan(sizeOf(draw(words.heading))[1]);
    expect(draw(null)).not.toContain('>Kota &lt;Contoh&gt;</text>');
  });
});

describe('sizeOf', () => {
  it('reads the size of a drawing, and of nothing else', () => {
    expect(sizeOf(draw(null))[0]).toBe(640);
    expect(() => sizeOf('<p>640</p>')).toThrow('not the drawing');
  });
});

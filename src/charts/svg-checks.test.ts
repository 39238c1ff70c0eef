import { expect, it } from 'vitest';
import { frame, settings } from './chart.ts';
import { write } from './lines.ts';
import { el } from './svg.ts';
import { chartFaults, readTags } from './svg-checks.ts';

const chart = (...children: Parameters<typeof frame>[2]) =>
  frame(
    settings({ lang: 'id', id: 'c', width: 280 }),
    { kind: 'x', height: 40, title: 'Judul', description: 'Uraian' },
    children,
  );

it('finds nothing wrong where nothing is', () => {
  expect(chartFaults(chart(write('page', 0, 12, 'A & B')), 'c')).toEqual([]);
});

it('finds what cannot be read', () => {
  const faults = (...children: Parameters<typeof frame>[2]) => chartFaults(chart(...children), 'c');
  expect(faults(write('page', 260, 12, 'terlalu panjang'))).toEqual([
    'text outside: terlalu panjang',
  ]);
  expect(faults(write('page', 0, 12, 'satu'), write('page', 10, 14, 'dua'))).toEqual([
    'texts overlap: satu | dua',
  ]);
  const line = el('path', { d: 'M5 0V30' });
  expect(faults(line, write('page', 0, 12, 'satu'))).toEqual(['a line through: satu']);
  expect(faults(el('rect', { x: 270, y: 0, width: 20, height: 5 }))).toHaveLength(1);
  expect(faults(el('circle', { cx: 2, cy: 20, r: 4 }))).toHaveLength(1);
  expect(faults(el('line', { x1: Number.NaN }))).toHaveLength(1);
  expect(faults(el('g', { id: 'x', style: 'fill:red' }))).toHaveLength(2);
});

it('refuses what is no XML', () => {
  for (const svg of ['<svg><g></svg>', '<svg>', '<svg>a & b</svg>', '<svg a=b/>', 'x<svg/>']) {
    expect(() => readTags(svg), svg).toThrow();
  }
});

import { describe, expect, it } from 'vitest';
import { cell, drawMarks, type MapData, type MapState, type MarkForm, markLook } from './map.ts';
import { FIGURES, RUNGS } from './map-samples.ts';
import { PALETTE } from './palette.ts';
import { readTags } from './svg-checks.ts';

const STATES: readonly MapState[] = [
  ...new Set([...RUNGS, ...FIGURES].map(({ state }) => state)),
  'band7-6',
];

/** What is drawn of a form: its elements, those that are paths with their commands. */
const DOTS: Readonly<Record<MarkForm, string>> = {
  full: 'circle',
  hollow: 'circle',
  slashed: 'circle path:Ml',
  half: 'circle path:Maz',
  point: 'circle',
};
const SQUARES: Readonly<Record<MarkForm, string>> = {
  full: 'rect',
  hollow: 'rect',
  slashed: 'rect path:Ml',
  half: 'rect path:Mvhz',
  point: 'circle',
};

/** A region of a state on a map of dots, in the colours of the page. */
function dotOf(state: MapState, level: 'regency' | 'city') {
  const data: MapData = {
    subject: { id: 'Contoh', en: 'Example' },
    kind: 'rungs',
    years: null,
    level: 'all',
    groups: [{ state, label: { id: state, en: state } }],
    places: [
      {
        code: '98.71',
        name: 'Contoh',
        level,
        province: '98',
        at: [0, 0],
        group: 0,
        isPilot: false,
      },
    ],
  };
  return readTags(drawMarks('page', data, [[10, 10]], 4).join(''));
}

/** What is drawn and in which order, without places and colours. */
const outline = (tags: ReturnType<typeof readTags>) =>
  tags
    .filter(({ name }) => name !== 'g')
    .map(({ name, attributes: { d } }) => (d ? `${name}:${d.replace(/[^a-z]/gi, '')}` : name))
    .join(' ');
const classes = (tags: ReturnType<typeof readTags>) =>
  tags.flatMap(({ attributes }) => attributes.class ?? []);

describe('the marks of a map', () => {
  it.each(STATES)('have the form they are said to have: %s', (state) => {
    const { form, fill, stroke } = markLook(state, 'dots');
    const drawn = dotOf(state, 'regency');
    expect(outline(drawn)).toBe(DOTS[form]);
    expect(classes(drawn)[0]).toContain(`f-${fill}`);
    if (form === 'half') expect(classes(drawn)).toContain(`f-${stroke}`);
    expect(outline(readTags(cell('page', state, 0, 0, 5)))).toBe(SQUARES[form]);
  });

  it.each(STATES)('tell a city from a regency, and keep within the mark: %s', (state) => {
    const city = dotOf(state, 'city');
    const [square] = city.filter(({ name }) => name === 'rect');
    expect(outline(city).startsWith('rect')).toBe(true);
    const [from, to] = ['x', 'width'].map((key) => Number(square?.attributes[key]));
    const path = city.find(({ name }) => name === 'path')?.attributes.d;
    if (path) expect(path.startsWith(`M${from} `)).toBe(true);
    expect((from ?? 0) + (to ?? 0) / 2).toBeCloseTo(10, 5);
  });

  it('leave hollow what is not in a band, on paper and by night', () => {
    for (const state of ['unknown', 'other-years', 'no-band', 'not_selected'] as const) {
      for (const as of ['dots', 'cells'] as const) {
        const { form, fill } = markLook(state, as);
        expect(['hollow', 'slashed']).toContain(form);
        expect([PALETTE.surface, PALETTE.line]).toContain(PALETTE[fill as 'surface']);
      }
    }
  });
});

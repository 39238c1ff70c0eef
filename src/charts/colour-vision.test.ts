import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, distance, VISIONS } from './colour-vision.ts';
import { type Ink, PALETTE, TRACES } from './palette.ts';

const SCHEMES = ['light', 'dark'] as const;
const SETS: readonly (readonly Ink[])[] = [
  TRACES,
  ['band-0', 'band-1', 'band-2', 'band-3', 'band-4'],
  ['band7-0', 'band7-1', 'band7-2', 'band7-3', 'band7-4', 'band7-5', 'band7-6'],
];
/** Five times what is just noticeable: still told apart on a dot of a few pixels. */
const APART = 0.1;

/** Every colour of the pages, links and focus too, which charts have no use for. */
const tokens = Object.fromEntries(
  [
    ...readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8').matchAll(
      /--([\w-]+): light-dark\((#\w+), (#\w+)\);/g,
    ),
  ].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);
const token = (name: string, scheme: (typeof SCHEMES)[number]) => {
  const colours = tokens[name];
  if (!colours) throw new Error(`tokens.css has no --${name}`);
  return colours[scheme];
};

describe('the simulation', () => {
  it('leaves grey alone and takes red and green from those who cannot tell them apart', () => {
    for (const vision of VISIONS) {
      expect(distance('#777777', '#777777', vision)).toBe(0);
      expect(distance('#000000', '#ffffff', vision)).toBeCloseTo(1, 2);
    }
    const [red, green] = ['#a05a3c', '#5c7a3a'];
    expect(distance(red, green, 'deuteranopia')).toBeLessThan(distance(red, green, 'normal') / 2);
  });

  it('measures contrast as WCAG does', () => {
    expect(contrast('#ffffff', '#000000')).toBe(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});

describe.each(SCHEMES)('in the %s scheme', (scheme) => {
  it.each(VISIONS)('no two bands look alike, and no two lines: %s', (vision) => {
    const pairs = SETS.flatMap((ramp) =>
      ramp.flatMap((one, i) => ramp.slice(i + 1).map((other) => [one, other] as const)),
    );
    const close = pairs.flatMap(([one, other]) => {
      const apart = distance(PALETTE[one][scheme], PALETTE[other][scheme], vision);
      return apart < APART ? [`${one} ${other}: ${apart.toFixed(3)}`] : [];
    });
    expect(close).toEqual([]);
  });

  it.each(['paper', 'surface', 'tint'] as const)('marks stand out from %s', (ground) => {
    for (const ink of [...SETS.flat(), 'region', 'pilot', 'threshold', 'line-strong'] as const) {
      const ratio = contrast(PALETTE[ink][scheme], PALETTE[ground][scheme]);
      expect(ratio, ink).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(token('focus', scheme), PALETTE[ground][scheme])).toBeGreaterThanOrEqual(3);
  });

  it.each(['paper', 'surface', 'tint', 'region-soft', 'pilot-soft'])(
    'text is read on %s',
    (ground) => {
      for (const ink of [
        'ink',
        'ink-soft',
        'link',
        'link-visited',
        'region',
        'pilot',
        'threshold',
      ]) {
        const ratio = contrast(token(ink, scheme), token(ground, scheme));
        expect(ratio, ink).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('buttons are read: paper on the ink of the region', () => {
    expect(contrast(PALETTE.paper[scheme], PALETTE.region[scheme])).toBeGreaterThanOrEqual(4.5);
  });
});

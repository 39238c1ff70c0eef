import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PALETTE } from './palette.ts';

it('holds the very colours that pages have as custom properties', () => {
  const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');
  const tokens = Object.fromEntries(
    [...css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\);/g)].map(([, name, light, dark]) => [
      name,
      { light, dark },
    ]),
  );
  for (const [ink, colours] of Object.entries(PALETTE)) expect(tokens[ink]).toEqual(colours);
});

/**
 * The inks of the site in both schemes. `src/styles/tokens.css` gives the same colours to pages as
 * custom properties (a test holds the two together); charts that leave the page carry them as
 * literals, because files and share images know no custom properties.
 */
export const PALETTE = {
  paper: { light: '#fbfaf6', dark: '#14191c' },
  surface: { light: '#ffffff', dark: '#1b2226' },
  tint: { light: '#f2efe6', dark: '#222a2f' },
  ink: { light: '#17212b', dark: '#ece9e1' },
  'ink-soft': { light: '#4c5863', dark: '#b4bcc0' },
  line: { light: '#dcd7ca', dark: '#374147' },
  'line-strong': { light: '#8c8a80', dark: '#7d888d' },
  region: { light: '#0d5a61', dark: '#6cc4c6' },
  'region-soft': { light: '#e0eeed', dark: '#1d3739' },
  pilot: { light: '#93500b', dark: '#f0b264' },
  'pilot-soft': { light: '#fbeeda', dark: '#3b2c17' },
  threshold: { light: '#8b2252', dark: '#f093bb' },
  'band-0': { light: '#8c3b0a', dark: '#e18645' },
  'band-1': { light: '#ba7912', dark: '#ebb840' },
  'band-2': { light: '#79705e', dark: '#acc09d' },
  'band-3': { light: '#1c84a3', dark: '#5cafcb' },
  'band-4': { light: '#0b4a59', dark: '#9bdeeb' },
} as const;

export type Ink = keyof typeof PALETTE;

/** `page`: classes alone, coloured by the page's stylesheet. `light`, `dark`: literal colours. */
export type Theme = 'page' | 'light' | 'dark';

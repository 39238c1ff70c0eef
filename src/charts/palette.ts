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
  'band7-0': { light: '#5b2a10', dark: '#c8592c' },
  'band7-1': { light: '#8d420b', dark: '#ef862c' },
  'band7-2': { light: '#b37f15', dark: '#e9c85f' },
  'band7-3': { light: '#687568', dark: '#a7af93' },
  'band7-4': { light: '#2393b8', dark: '#579dbc' },
  'band7-5': { light: '#095d7a', dark: '#73c3e5' },
  'band7-6': { light: '#043755', dark: '#b9f3fe' },
  'trace-1': { light: '#587ced', dark: '#be7cf8' },
  'trace-2': { light: '#a51307', dark: '#e26635' },
  'trace-3': { light: '#500168', dark: '#f1be56' },
  'trace-4': { light: '#99837d', dark: '#756e92' },
  'trace-5': { light: '#08210e', dark: '#daf0ec' },
} as const;

export type Ink = keyof typeof PALETTE;

/** Inks of bands, from the worst to the best: a ramp for up to five of them, one for up to seven. */
export type BandInk = Extract<Ink, `band${string}`>;

/** Inks of lines that are told apart in one chart, in the order in which they are taken. */
export const TRACES = [
  'region',
  'trace-1',
  'trace-2',
  'trace-3',
  'trace-4',
  'trace-5',
] as const satisfies readonly Ink[];

/** `page`: classes alone, coloured by the page's stylesheet. `light`, `dark`: literal colours. */
export type Theme = 'page' | 'light' | 'dark';

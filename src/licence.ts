/** The licence of the data, by its SPDX identifier, names and addresses; the code's is in LICENSE. */
export const LICENCE = {
  spdx: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  short: 'CC BY 4.0',
  /** Its address, which files name. */
  url: 'https://creativecommons.org/licenses/by/4.0/',
  /** What people read of it, in their language. */
  deed: {
    id: 'https://creativecommons.org/licenses/by/4.0/deed.id',
    en: 'https://creativecommons.org/licenses/by/4.0/',
  },
} as const;

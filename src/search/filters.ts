/** How the search can be narrowed and sorted. Names and values stand in addresses: keep them. */
import { INDICATORS } from '../dataset/tables/common.ts';
import { TABLES } from '../dataset/tables/index.ts';
import type { Text } from '../i18n/lang.ts';

interface Kind {
  /** Name of the group. */
  readonly label: Text;
  /** Name of one page of it. */
  readonly one: Text;
}

/** Kinds of pages, in the order in which they are offered. */
export const KINDS = {
  daerah: { label: { id: 'Daerah', en: 'Regions' }, one: { id: 'Daerah', en: 'Region' } },
  provinsi: { label: { id: 'Provinsi', en: 'Provinces' }, one: { id: 'Provinsi', en: 'Province' } },
  indikator: { label: { id: 'Ukuran', en: 'Measures' }, one: { id: 'Ukuran', en: 'Measure' } },
  program: { label: { id: 'Program', en: 'Programme' }, one: { id: 'Program', en: 'Programme' } },
  sumber: { label: { id: 'Sumber', en: 'Sources' }, one: { id: 'Sumber', en: 'Source' } },
  lain: { label: { id: 'Halaman lain', en: 'Other pages' }, one: { id: 'Halaman', en: 'Page' } },
} as const satisfies Readonly<Record<string, Kind>>;

export type PageKind = keyof typeof KINDS;

/** The kind of the page at a path without language and base. */
export function kindOfPath(path: string): PageKind {
  const [, top = ''] = path.split('/');
  return Object.hasOwn(KINDS, top) && top !== 'lain' ? (top as PageKind) : 'lain';
}

interface FilterOption {
  readonly value: string;
  readonly label: Text;
  /** Name of one of them, where it is not that of the group. */
  readonly one?: Text;
}

export interface Filter {
  readonly name: string;
  readonly title: Text;
  /** Whether a page must have every value chosen; else one of them is enough. */
  readonly needsAll: boolean;
  readonly options: readonly FilterOption[];
}

const categoriesOf = (table: (typeof TABLES)['areas' | 'designations'], name: string) =>
  (table.fields.find((field) => field.name === name) as { categories?: readonly FilterOption[] })
    ?.categories ?? [];

/** Groups of choices; the province, of which there are many, is chosen from a list. */
export const FILTERS: readonly Filter[] = [
  {
    name: 'jenis',
    title: { id: 'Jenis halaman', en: 'Kind of page' },
    needsAll: false,
    options: Object.entries(KINDS).map(([value, kind]) => ({ value, ...kind })),
  },
  {
    name: 'tingkat',
    title: { id: 'Tingkat wilayah', en: 'Level of area' },
    needsAll: false,
    options: categoriesOf(TABLES.areas, 'level'),
  },
  {
    name: 'tangga',
    title: { id: 'Kedudukan dalam program', en: 'Standing in the programme' },
    needsAll: false,
    options: categoriesOf(TABLES.designations, 'rung'),
  },
  {
    name: 'ukuran',
    title: { id: 'Angkanya ada', en: 'Figures known' },
    needsAll: true,
    options: INDICATORS,
  },
];

/** Orders other than by relevance, with the direction that Pagefind is asked for. */
export const SORTS = {
  nama: { id: 'Nama, A–Z', en: 'Name, A–Z' },
  terbaru: { id: 'Tanggal terbaru', en: 'Newest date' },
} as const satisfies Readonly<Record<string, Text>>;

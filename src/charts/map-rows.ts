/** What a map shows as rows: for the list beside it, and for its file of data. */
import type { Decimal } from '../dataset/table-schema.ts';
import type { Lang, Text } from '../i18n/lang.ts';
import type { MapLevel, MapState } from './map.ts';
import type { MapBook, MapSources, MapTopic } from './map-book.ts';

export interface MapRow {
  readonly code: string;
  readonly name: string;
  readonly slug: string;
  readonly province: string;
  /** Year of the figure, or of the cohort. */
  readonly year: number | null;
  /** The figure's digits or word, or the rung; `null` where there is none. */
  readonly value: Decimal | Text | null;
  readonly band: Text | null;
  readonly state: MapState;
  /** The words of the key for it. */
  readonly shown: Text;
  readonly source: { readonly id: string; readonly anchor: string } | null;
}

/** The regions shown, in the order of their codes. */
export function mapRows(
  book: MapBook,
  topic: MapTopic,
  sources: MapSources,
  level: MapLevel,
): readonly MapRow[] {
  const names = new Map(book.provinces.map(({ code, name }) => [code, name]));
  const rows = book.regions.flatMap((region, i): readonly MapRow[] => {
    const entry = topic.entries[i];
    const group = topic.groups[entry?.group ?? -1];
    if (!entry || !group || (level !== 'all' && region.level !== level)) return [];
    const source = sources.entries[i] ?? null;
    const { code, name, slug } = region;
    return [
      {
        code,
        name,
        slug,
        province: names.get(region.province) ?? '',
        year: entry.year,
        value: topic.kind === 'rungs' && entry.year !== null ? group.label : entry.value,
        band: source?.band ?? null,
        state: group.state,
        shown: group.label,
        source: source && { id: source.source, anchor: source.anchor },
      },
    ];
  });
  return rows.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** A row's figure for readers of a language; the words for what is not known. */
export function valueText({ value, shown }: MapRow, lang: Lang): string {
  if (value === null) return shown[lang];
  return typeof value === 'string' ? value : value[lang];
}

/**
 * The rows as CSV: numbers with a decimal point, what is unknown in words.
 * @param addressOf - the full address of a fact on its source's page
 */
export function mapCsv(
  rows: readonly MapRow[],
  kind: MapTopic['kind'],
  lang: Lang,
  addressOf: (source: NonNullable<MapRow['source']>) => string,
): string {
  const heads: readonly Text[] = [
    { id: 'Kode', en: 'Code' },
    { id: 'Nama', en: 'Name' },
    { id: 'Provinsi', en: 'Province' },
    ...(kind === 'rungs'
      ? [
          { id: 'Angkatan', en: 'Cohort' },
          { id: 'Kedudukan', en: 'Standing' },
        ]
      : [
          { id: 'Tahun', en: 'Year' },
          { id: 'Nilai', en: 'Value' },
          { id: 'Kategori', en: 'Category' },
          { id: 'Pada peta', en: 'On the map' },
        ]),
    { id: 'Alamat sumber', en: 'Source address' },
  ];
  const lines = rows.map((row) => [
    row.code,
    row.name,
    row.province,
    row.year === null ? '' : String(row.year),
    valueText(row, lang),
    ...(kind === 'rungs' ? [] : [row.band?.[lang] ?? '', row.shown[lang]]),
    row.source ? addressOf(row.source) : '',
  ]);
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return [heads.map((head) => head[lang]), ...lines]
    .map((cells) => `${cells.map(quoted).join()}\r\n`)
    .join('');
}

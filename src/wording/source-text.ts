/** What is said of a source itself: its date, what was taken from it, and how machines read it. */
import type { Source } from '../dataset/tables/index.ts';
import type { Citation } from '../derive/citations.ts';
import type { Model } from '../derive/site-model.ts';
import { formatDate, formatInteger, formatList } from '../i18n/format.ts';
import { inLang, type Lang, translator } from '../i18n/lang.ts';

/** Search engines cut descriptions at about this length. */
const DESCRIPTION_LENGTH = 160;

/** Date of publication in words, or that none is known. */
export function publishedText(source: Source, lang: Lang): string {
  return source.published === null
    ? translator(lang)({
        id: 'tanggal terbit tidak tercatat',
        en: 'date of publication not recorded',
      })
    : formatDate(source.published, lang);
}

/** Why a source leads nowhere: a document that is not on the web, or a page nobody noted. */
export function noAddressText({ kind }: Pick<Source, 'kind'>, lang: Lang): string {
  return kind === 'document'
    ? translator(lang)({ id: 'Dokumen tanpa alamat web', en: 'Document without a web address' })
    : translator(lang)({
        id: 'Alamat halaman aslinya tidak diketahui',
        en: 'The address of the original is not known',
      });
}

/** "12 fakta", "1 fact". */
export function factCount(count: number, lang: Lang): string {
  const number = formatInteger(count, lang);
  return lang === 'id' ? `${number} fakta` : `${number} ${count === 1 ? 'fact' : 'facts'}`;
}

/** The names of the areas that facts are about, each once, in the order of the facts. */
function areaNames(facts: readonly Citation[], model: Model): readonly string[] {
  const names = facts.flatMap(({ table, row }) => {
    if (table === 'areas') return [row.name];
    return 'area_code' in row && row.area_code !== null ? [model.area(row.area_code).name] : [];
  });
  return [...new Set(names)];
}

/** The measures and years that a source prints figures of: "SPI 2024". */
function measureNames(facts: readonly Citation[], model: Model, lang: Lang): readonly string[] {
  const names = facts.flatMap(({ table, row }) => {
    if (table !== 'scores') return [];
    const series = model.figures.bands.series(row.indicator, row.series);
    return [`${inLang(series, 'short', lang)} ${row.year}`];
  });
  return [...new Set(names)];
}

/** As many names as fit into a length, and how many more there are. */
function someNames(names: readonly string[], room: number, lang: Lang): string {
  for (let shown = names.length; shown > 0; shown--) {
    const rest = names.length - shown;
    const more = lang === 'id' ? `${rest} wilayah lain` : `${rest} more areas`;
    const text = formatList([...names.slice(0, shown), ...(rest > 0 ? [more] : [])], lang);
    if (text.length <= room) return text;
  }
  return lang === 'id' ? `${names.length} wilayah` : `${names.length} areas`;
}

/** The description of a source's page: what was taken from it, and about which areas. */
export function sourceDescription(
  source: Source,
  facts: readonly Citation[],
  model: Model,
  lang: Lang,
): string {
  const t = translator(lang);
  const date = source.published === null ? '' : `, ${formatDate(source.published, lang)}`;
  const from = `${source.publisher}${date}`;
  if (facts.length === 0) {
    return t({
      id: `Sumber yang sudah dibaca, tetapi tidak dikutip oleh satu fakta pun di Cermin Daerah: ${from}.`,
      en: `A source that was read but that no fact on Cermin Daerah cites: ${from}.`,
    });
  }
  const count = factCount(facts.length, lang);
  const lead = t({
    id: `${count} di Cermin Daerah yang diambil dari ${from}`,
    en: `${count} on Cermin Daerah, taken from ${from}`,
  });
  const names = areaNames(facts, model);
  if (names.length === 0) {
    return (
      lead +
      t({ id: ', tentang program dan ukurannya.', en: ', on the programme and its measures.' })
    );
  }
  const about = t({ id: ', tentang ', en: ', about ' });
  const room = DESCRIPTION_LENGTH - lead.length - about.length - 1;
  const text = `${lead}${about}${someNames(names, room, lang)}`;
  const measures = measureNames(facts, model, lang);
  const closing = measures.length > 0 ? ` (${measures.join(', ')}).` : '.';
  return text.length + closing.length <= DESCRIPTION_LENGTH ? text + closing : `${text}.`;
}

const SCHEMA_TYPE: Readonly<Record<Source['kind'], string>> = {
  news: 'NewsArticle',
  'national-government': 'CreativeWork',
  'regional-government': 'CreativeWork',
  commission: 'CreativeWork',
  document: 'DigitalDocument',
};

/** The source in the words of schema.org: only what is known of it. */
export function sourceJsonLd(source: Source): object {
  return {
    '@type': SCHEMA_TYPE[source.kind],
    ...(source.title_printed
      ? source.kind === 'news'
        ? { headline: source.title }
        : { name: source.title }
      : { description: source.title }),
    publisher: { '@type': 'Organization', name: source.publisher },
    ...(source.published === null ? {} : { datePublished: source.published }),
    ...(source.url === null ? {} : { url: source.url }),
  };
}

/** The letter under which a publisher is listed; digits and signs share one. */
export function initialOf(publisher: string): string {
  const [first = ''] = publisher.normalize('NFKD').toUpperCase();
  return /[A-Z]/.test(first) ? first : '#';
}

export interface PublisherGroup {
  readonly publisher: string;
  /** Newest first; those without a date last. */
  readonly sources: readonly Source[];
}

/** Sources by initial and publisher, both in alphabetical order; `#` stands first. */
export function groupByInitial(
  sources: readonly Source[],
): ReadonlyMap<string, readonly PublisherGroup[]> {
  const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true });
  const groups = [...Map.groupBy(sources, (source) => source.publisher)]
    .map(([publisher, own]) => ({
      publisher,
      sources: own.toSorted((a, b) => {
        const [x, y] = [a.published ?? '', b.published ?? ''];
        return x < y ? 1 : x > y ? -1 : a.id < b.id ? -1 : 1;
      }),
    }))
    .toSorted(
      (a, b) => collator.compare(a.publisher, b.publisher) || (a.publisher < b.publisher ? -1 : 1),
    );
  const byInitial = Map.groupBy(groups, (group) => initialOf(group.publisher));
  return new Map([...byInitial].sort(([a], [b]) => (a < b ? -1 : 1)));
}

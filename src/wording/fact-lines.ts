/** The facts of a source in words: one readable line each. Scores have a table of their own. */
import { categoryLabel } from '../dataset/table-schema.ts';
import { type Row, type Score, TABLES, type TableName } from '../dataset/tables/index.ts';
import type { AreaFact, Citation } from '../derive/citations.ts';
import type { Model } from '../derive/site-model.ts';
import { formatDate, formatDecimal, formatInteger } from '../i18n/format.ts';
import { inLang, type Lang, translator } from '../i18n/lang.ts';
import { rungLabel } from '../i18n/terms.ts';
import { areaPath, cohortPath, indicatorPath } from '../site/page-paths.ts';
import { channelLink } from './channel-link.ts';
import { figureText } from './figure-text.ts';
import { thresholdText } from './threshold-text.ts';

/** A piece of a line. */
export type Part =
  | string
  /** A printed figure: its text for readers, its value for machines. */
  | { readonly text: string; readonly value: string }
  /** Words exactly as the source prints them, in Indonesian. */
  | { readonly printed: string }
  /** An Indonesian name or term that has no translation. */
  | { readonly name: string }
  /** An address outside the site. */
  | { readonly url: string; readonly label: string };

export interface FactLine {
  readonly anchor: string;
  /** The page on which the site shows the fact; `null` for what stands on every region's page. */
  readonly path: string | null;
  /** What the line is about, and the text of the link. */
  readonly about: string;
  /** Date of the fact where it stands beside what it is about. */
  readonly when?: string;
  readonly parts: readonly Part[];
}

type Told = Omit<FactLine, 'anchor'>;

interface Context {
  readonly model: Model;
  readonly lang: Lang;
}

/** Joins what there is of a line with a separator. */
function join(separator: string, parts: readonly (Part | null)[]): readonly Part[] {
  return parts
    .filter((part) => part !== null)
    .flatMap((part, i): readonly Part[] => (i > 0 ? [separator, part] : [part]));
}

function ofArea(code: string, { model }: Context, parts: readonly Part[]): Told {
  const area = model.area(code);
  return { path: areaPath(area), about: area.name, parts };
}

/** The years in which a band applies. */
function bandYears(row: Row<'bands'>, lang: Lang): string {
  if (row.year_to === row.year_from) return String(row.year_from);
  if (row.year_to !== null) return `${row.year_from}–${row.year_to}`;
  return lang === 'id' ? `sejak ${row.year_from}` : `since ${row.year_from}`;
}

type Tellers = {
  readonly [N in Exclude<TableName, 'areas'>]?: (row: Row<N>, context: Context) => Told;
};

/** What an area's facts say. */
const AREA_TELLERS: {
  readonly [F in AreaFact]: (row: Row<'areas'>, lang: Lang) => readonly Part[];
} = {
  name: ({ code }, lang) => [lang === 'id' ? `kode ${code}` : `code ${code}`],
  area_km2: ({ area_km2: value }, lang) => [{ text: formatDecimal(value, lang), value }, ' km²'],
  population: ({ population }, lang) => [
    { text: formatInteger(population, lang), value: String(population) },
    lang === 'id' ? ' jiwa' : ' residents',
  ],
  formed: ({ formed }, lang) => {
    const date = formatDate(formed ?? '', lang);
    return [lang === 'id' ? `dibentuk ${date}` : `formed ${date}`];
  },
};

/** A fact of an area in words. */
export function areaFactParts(row: Row<'areas'>, fact: AreaFact, lang: Lang): readonly Part[] {
  return AREA_TELLERS[fact](row, lang);
}

/** How a fact of each table is told. */
const TELLERS: Tellers = {
  indicators: (row, { lang }) => ({
    path: indicatorPath(row.indicator),
    about: inLang(row, 'name', lang),
    parts: [inLang(row, 'what_it_measures', lang)],
  }),

  bands: (row, { model, lang }) => {
    const series = model.figures.bands.series(row.indicator, row.series);
    return {
      path: indicatorPath(row.indicator),
      about: inLang(series, 'short', lang),
      parts: join(', ', [
        `${categoryLabel(TABLES.bands, 'scheme', row.scheme, lang)} ${inLang(row, 'label', lang)}`,
        bandYears(row, lang),
        row.printed_range === null ? null : { printed: row.printed_range },
      ]),
    };
  },

  components: (row, { lang }) => ({
    path: `/program/#komponen-${row.code}`,
    about: lang === 'id' ? `Komponen ${row.code}` : `Component ${row.code}`,
    parts: [inLang(row, 'name', lang)],
  }),

  programme_indicators: (row, { lang }) => ({
    path: `/program/#indikator-${row.number}`,
    about: lang === 'id' ? `Indikator program ${row.number}` : `Programme indicator ${row.number}`,
    parts: [inLang(row, 'name', lang)],
  }),

  criteria: (row, { lang }) => ({
    path: `/program/#kriteria-${row.code}`,
    about: inLang(row, 'name', lang),
    parts: join('; ', [
      row.threshold === null
        ? categoryLabel(TABLES.criteria, 'rule', row.rule, lang)
        : thresholdText(row, lang),
      inLang(row, 'explanation', lang),
    ]),
  }),

  stages: (row, { lang }) => ({
    // Rows without an order are no stage of their own and have no place in the list.
    path: row.order === null ? '/program/' : `/program/#tahap-${row.code}`,
    about: inLang(row, 'name', lang),
    parts: [inLang(row, 'what', lang)],
  }),

  cohort_figures: (row, { lang }) => {
    const t = translator(lang);
    const step = categoryLabel(TABLES.cohort_figures, 'figure', row.figure, lang);
    const scope = inLang(row, 'scope', lang);
    return {
      path: cohortPath(row.cohort),
      about: t({ id: `Angkatan ${row.cohort}`, en: `Cohort ${row.cohort}` }),
      parts: [
        { text: formatInteger(row.value, lang), value: String(row.value) },
        t({ id: ` daerah ${step}`, en: ` regions ${step}` }),
        ...(scope === null ? [] : [`; ${scope}`]),
      ],
    };
  },

  designations: (row, context) => {
    const { model, lang } = context;
    const t = translator(lang);
    const stage = model.dataset.tables.stages.find((each) => each.code === row.stage);
    const basis =
      row.date_basis === 'report'
        ? ` (${categoryLabel(TABLES.designations, 'date_basis', 'report', lang)})`
        : '';
    const score: readonly Part[] =
      row.score === null
        ? []
        : [
            t({ id: '; nilai penilaian ', en: '; assessment score ' }),
            { text: formatDecimal(row.score, lang), value: row.score },
          ];
    const category =
      row.category === null
        ? ''
        : t({ id: '; kategori ', en: '; category ' }) +
          categoryLabel(TABLES.designations, 'category', row.category, lang);
    const detail = inLang(row, 'detail', lang);
    return ofArea(row.area_code, context, [
      [
        t({ id: `angkatan ${row.cohort}`, en: `cohort ${row.cohort}` }),
        stage ? inLang(stage, 'name', lang) : row.stage,
        // The first two rungs are named like their stages.
        ...(row.rung === 'proposed' || row.rung === 'observed' ? [] : [rungLabel(row.rung, lang)]),
        `${formatDate(row.date, lang)}${basis}`,
      ].join(', '),
      ...score,
      `${category}${detail === null ? '' : `; ${detail}`}`,
    ]);
  },

  disputes: (row, { lang }) => {
    const t = translator(lang);
    return {
      path: `/perbedaan/#${row.id}`,
      about: inLang(row, 'subject', lang),
      parts: [
        `${inLang(row, 'claim', lang)} (${
          row.used
            ? t({ id: 'versi yang dipakai situs ini', en: 'the version this site uses' })
            : t({ id: 'versi lain', en: 'another version' })
        })`,
      ],
    };
  },

  profile_facts: (row, context) => {
    const { lang } = context;
    const when = formatDate(row.date, lang);
    const parts = [inLang(row, 'text', lang)];
    return row.area_code === null
      ? { path: '/program/', about: lang === 'id' ? 'Program' : 'Programme', when, parts }
      : { ...ofArea(row.area_code, context, parts), when };
  },

  complaint_ratings: (row, context) => {
    const t = translator(context.lang);
    return ofArea(
      row.area_code,
      context,
      join('; ', [
        String(row.year),
        row.rating === null
          ? t({ id: 'predikat tidak tercetak', en: 'no rating word printed' })
          : { printed: row.rating },
        inLang(row, 'detail', context.lang),
      ]),
    );
  },

  satisfaction: (row, context) => {
    const { lang } = context;
    return ofArea(row.area_code, context, [
      `${row.year}: `,
      { text: formatDecimal(row.value, lang), value: row.value },
      ...join('; ', [
        lang === 'id' ? ` dari ${row.scale_max}` : ` out of ${row.scale_max}`,
        row.category === null ? null : { printed: row.category },
        inLang(row, 'scope', lang),
      ]),
    ]);
  },

  integrity_units: (row, context) => {
    const { lang } = context;
    const outcome = categoryLabel(TABLES.integrity_units, 'outcome', row.outcome, lang);
    return ofArea(row.area_code, context, [
      { name: row.unit },
      ...join('; ', [`, ${row.predicate} ${row.year}, ${outcome}`, inLang(row, 'detail', lang)]),
    ]);
  },

  service_malls: (row, context) => {
    const { lang } = context;
    const t = translator(lang);
    return ofArea(
      row.area_code,
      context,
      join('; ', [
        row.opened === null
          ? t({ id: 'tanggal peresmian belum ditemukan', en: 'date of inauguration not found yet' })
          : t({ id: 'diresmikan ', en: 'inaugurated ' }) + formatDate(row.opened, lang),
        inLang(row, 'detail', lang),
      ]),
    );
  },

  channels: (row, context) => {
    const { lang } = context;
    const t = translator(lang);
    const kind = categoryLabel(TABLES.channels, 'kind', row.kind, lang);
    const since =
      row.launched === null
        ? ''
        : `, ${t({ id: 'sejak', en: 'since' })} ${formatDate(row.launched, lang)}`;
    return ofArea(row.area_code, context, [
      row.url === null ? { name: row.channel } : { url: row.url, label: row.channel },
      ...join('; ', [
        `${kind === row.channel ? '' : `, ${kind}`}${since}`,
        inLang(row, 'detail', lang),
      ]),
    ]);
  },

  national_channels: (row, { lang }) => ({
    path: null,
    about: row.name,
    parts: [
      { url: channelLink(row.kind, row.address), label: row.address },
      `; ${inLang(row, 'what_for', lang)}`,
    ],
  }),

  national_figures: (row, { model, lang }) => {
    const indicator = model.indicators.find((each) => each.indicator === row.figure);
    const scope = inLang(row, 'scope', lang);
    const printed =
      row.value_printed !== null && addsTo(row.value_printed, row.value, lang)
        ? row.value_printed
        : null;
    return {
      path: indicator ? indicatorPath(indicator.indicator) : '/program/',
      about: categoryLabel(TABLES.national_figures, 'figure', row.figure, lang),
      parts: [
        `${row.year}: `,
        { text: formatDecimal(row.value, lang), value: row.value },
        ...(printed === null ? [] : [lang === 'id' ? '; tercetak ' : '; printed as ', { printed }]),
        ...(scope === null ? [] : [`; ${scope}`]),
      ],
    };
  },
};

/** A fact in words, with its place on the source's page and the page that shows it. */
export function factLine(citation: Citation, model: Model, lang: Lang): FactLine {
  const { table, row, anchor } = citation;
  if (table === 'areas') {
    return {
      anchor,
      ...ofArea(row.code, { model, lang }, areaFactParts(row, citation.fact, lang)),
    };
  }
  const tell = TELLERS[table] as ((row: unknown, context: Context) => Told) | undefined;
  if (!tell) throw new Error(`a fact of ${table} is not told in a line`);
  return { anchor, ...tell(row, { model, lang }) };
}

/** The parts of a line as plain text, without what the line is about. */
export function partsText(parts: readonly Part[]): string {
  const words = parts.map((part) => {
    if (typeof part === 'string') return part;
    if ('text' in part) return part.text;
    if ('printed' in part) return `“${part.printed}”`;
    return 'name' in part ? part.name : part.label;
  });
  return words.join('');
}

/** A line as plain text. */
export function lineText(line: FactLine): string {
  const when = line.when === undefined ? '' : ` (${line.when})`;
  return `${line.about}${when}: ${partsText(line.parts)}`;
}

/** Whether a number was printed in other signs than it is shown in: "92,15" where 92.15 stands. */
function addsTo(printed: string, value: string, lang: Lang): boolean {
  return printed !== formatDecimal(value, lang);
}

/** A label and its parts: "Zona hijau (kepatuhan tinggi)" also says "zona hijau". */
function labelParts(label: string): readonly string[] {
  return [label, ...label.split(/[:()]/)].map((part) => part.trim().toLowerCase());
}

/** What a source prints for a score: a number in the reader's notation, else its very words. */
export function sourceFigure(score: Score, model: Model, lang: Lang) {
  const figure = figureText(score, model.figures.bands, lang);
  const isNumber = score.value !== null;
  return {
    text: isNumber ? figure.text : (score.category_printed ?? figure.text),
    value: figure.value,
    isNumber,
  };
}

/** The words as printed that tell more than the figure and the bands shown beside them. */
export function printedWords(score: Score, model: Model, lang: Lang): readonly string[] {
  const shown = [
    sourceFigure(score, model, lang).text,
    ...model.figures.bandsOf(score).map((band) => band.label_id),
  ].flatMap(labelParts);
  const { value, value_printed, category_printed } = score;
  const words = [
    value_printed !== null && (value === null || addsTo(value_printed, value, lang))
      ? value_printed
      : null,
    category_printed,
  ].filter((text) => text !== null);
  return [...new Set(words)].filter((text) => !shown.includes(text.toLowerCase()));
}

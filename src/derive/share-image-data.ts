import type { BandInk } from '../charts/palette.ts';
import type { TrendPart } from '../charts/trend.ts';
import { categoryLabel } from '../dataset/table-schema.ts';
import { type Area, type IndicatorId, type Level, TABLES } from '../dataset/tables/index.ts';
import { capitalised, formatDate, formatInteger } from '../i18n/format.ts';
import { inLang, type Lang, translator } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import type { ShareData, ShareFigure } from '../share-image/share-data.ts';
import { figureText, rampStep } from '../wording/figure-text.ts';
import { levelCounts, levelWord } from '../wording/level-word.ts';
import { indicatorTitle } from '../wording/series-text.ts';
import { standingSentence } from '../wording/standing-sentence.ts';
import { coverageOf, isAutonomous, share } from './coverage.ts';
import { bandText } from './mirror-data.ts';
import type { IndicatorSeries } from './series.ts';
import type { Model } from './site-model.ts';
import { trendData } from './trend-data.ts';

/** The figures a share image has room for, and which of them are shown first. */
const FIGURES = 3;
const FIRST: readonly IndicatorId[] = ['mcp', 'spi', 'ombudsman'];

/** An image colours one band, and its file has five inks for them: the step nearest to a band's. */
function fiveSteps(ink: BandInk): number {
  const step = Number(ink.at(-1));
  return ink.startsWith('band7') ? Math.round((step * 4) / 6) : step;
}

/**
 * The scale of a year's figure, cut into its bands.
 * @param band - the figure's own band, and its step of the colour ramp
 */
function scaleOf(
  part: TrendPart,
  year: number,
  band: { readonly label: string; readonly ramp: number } | null,
  lang: Lang,
): NonNullable<ShareFigure['scale']> {
  const { scale, steps, threshold } = part;
  const at = part.points.find((point) => point.year === year)?.at ?? null;
  if (!scale) {
    return {
      segments: steps.map((_, i) => ({
        from: i / steps.length,
        to: (i + 1) / steps.length,
        ramp: rampStep(i + 1, steps.length),
        here: i === at,
      })),
      at: null,
      threshold: null,
      isShare: false,
    };
  }
  const place = (value: number) => (value - scale.min) / (scale.max - scale.min);
  const bands = part.bands.filter(({ from, to }) => from <= year && (to === null || year <= to));
  // A figure that is a range may belong to another set of bands than those of the scale.
  const isRange = typeof at === 'object' && at !== null;
  const own = isRange
    ? [{ from: place(at[0]), to: place(at[1]), ramp: band?.ramp ?? 0, here: true }]
    : [];
  return {
    segments: [
      ...bands.map(({ min, max, ink, label }) => ({
        from: place(min),
        to: place(max),
        ramp: fiveSteps(ink),
        here: !isRange && label[lang] === band?.label,
      })),
      ...own,
    ],
    at: typeof at === 'number' ? place(at) : null,
    threshold: threshold && { at: place(threshold.at), label: threshold.label[lang] },
    isShare: false,
  };
}

/** The newest figure of an area, with its band and its place on the scale; `null`: none is known. */
function latestFigure(
  model: Model,
  area: Area,
  indicator: IndicatorId,
  lang: Lang,
): ShareFigure | null {
  const figure = model.figures.latest(area.code, indicator);
  if (!figure?.speaking) return null;
  const { series, year, speaking } = figure;
  const { text } = figureText(speaking, model.figures.bands, lang);
  const [band] = figure.bands;
  const words = band ? (inLang(band, 'label', lang).split(' (')[0] ?? '') : '';
  const part = trendData(model, area, indicator).parts.find((each) => each.series === series);
  const scheme = model.figures.bands
    .schemes(indicator, series, year)
    .find((each) => each.scheme === band?.scheme);
  const own = band && {
    label: bandText(band)[lang],
    ramp: rampStep(band.rank, scheme?.bands.length ?? 1),
  };
  const scale = part ? scaleOf(part, year, own ?? null, lang) : null;
  // Only regencies and cities with a government of their own enter the programme.
  const canEnter = area.level !== 'province' && isAutonomous(area);
  return {
    label: `${inLang(model.figures.bands.series(indicator, series), 'short', lang)} ${year}`,
    value: text,
    words: words === text ? '' : words,
    scale: scale && { ...scale, threshold: canEnter ? scale.threshold : null },
  };
}

function standingOf(model: Model, area: Area, lang: Lang): ShareData['standing'] {
  const t = translator(lang);
  if (area.level === 'province') {
    const regions = model.regionsOf(area.code);
    const pilots = model.pilots.filter((pilot) => pilot.area.parent_code === area.code).length;
    const counts = levelCounts(regions, lang);
    const n = formatInteger(pilots, lang);
    return {
      text:
        pilots === 0
          ? counts
          : t({
              id: `${counts}; ${n} di antaranya percontohan antikorupsi`,
              en: `${counts}; ${n} of them anti-corruption pilots`,
            }),
      isPilot: false,
    };
  }
  if (!isAutonomous(area)) {
    return {
      text: t({
        id: 'Wilayah administratif tanpa pemerintah daerah sendiri',
        en: 'An administrative area without a government of its own',
      }),
      isPilot: false,
    };
  }
  const standing = model.headline(area.code);
  if (!standing) {
    return {
      text: t({
        id: 'Belum ditemukan dalam program percontohan antikorupsi KPK',
        en: "Not found in KPK's anti-corruption pilot programme",
      }),
      isPilot: false,
    };
  }
  const told =
    standing.event.date_basis === 'report'
      ? t({ id: ' (tanggal berita)', en: ' (date of the report)' })
      : '';
  return {
    text: `${standingSentence(standing, lang)} ${formatDate(standing.since, lang)}${told}`,
    isPilot: standing.rung === 'designated',
  };
}

/** What the share image of a province, regency or city says. */
export function areaShareData(model: Model, area: Area, lang: Lang): ShareData {
  const t = translator(lang);
  const all = model.indicators.map(({ indicator }) => indicator);
  const order = [
    ...FIRST.filter((id) => all.includes(id)),
    ...all.filter((id) => !FIRST.includes(id)),
  ];
  const found = order.flatMap((id) => latestFigure(model, area, id, lang) ?? []);
  const total = formatInteger(all.length, lang);
  const unknown = order
    .filter((id) => !model.figures.latest(area.code, id))
    .map(
      (id): ShareFigure => ({
        label: categoryLabel(TABLES.indicators, 'indicator', id, lang),
        value: null,
        words: MISSING.not_found[lang],
        scale: { segments: [], at: null, threshold: null, isShare: false },
      }),
    );
  const province = model.provinceOf(area);
  const figures = [...found, ...(isAutonomous(area) ? unknown : [])].slice(0, FIGURES);
  const level = capitalised(levelWord(area.level, lang));
  return {
    kind:
      area.level === 'province'
        ? level
        : t({ id: `${level} di ${province.name}`, en: `${level} in ${province.name}` }),
    name: area.name,
    standing: standingOf(model, area, lang),
    figures: found.length === 0 ? [] : figures,
    instead:
      found.length > 0
        ? null
        : isAutonomous(area)
          ? [
              t({
                id: `Angka untuk ${total} ukuran belum ditemukan.`,
                en: `No figures have been found for the ${total} measures yet.`,
              }),
              t({
                id: 'Belum ditemukan bukan berarti buruk: media memilih daerah yang diberitakannya.',
                en: 'Not found does not mean poor: the press picks whom it reports.',
              }),
            ]
          : [
              t({
                id: 'Semua ukuran dinilai pada pemerintah provinsi.',
                en: 'All measures are taken of the provincial government.',
              }),
              t({ id: `Lihat ${province.name}.`, en: `See ${province.name}.` }),
            ],
    coverage:
      isAutonomous(area) && found.length > 0
        ? t({
            id: `${formatInteger(found.length, lang)} dari ${total} ukuran ditemukan`,
            en: `${formatInteger(found.length, lang)} of ${total} measures found`,
          })
        : null,
  };
}

const LEVELS: readonly Level[] = ['province', 'regency', 'city'];

/** What the share image of an indicator says: what it measures, and for how many it was found. */
export function indicatorShareData(model: Model, of: IndicatorSeries, lang: Lang): ShareData {
  const t = translator(lang);
  const figures = LEVELS.map((level): ShareFigure => {
    const areas = model.dataset.tables.areas.filter((area) => area.level === level);
    const coverage = coverageOf(
      areas,
      (area) => model.figures.latest(area.code, of.indicator) !== null,
    );
    const total = formatInteger(coverage.total, lang);
    return {
      label: capitalised(levelWord(level, lang, 2)),
      value: formatInteger(coverage.known, lang),
      words: t({ id: `dari ${total} ditemukan`, en: `of ${total} found` }),
      scale: { segments: [], at: share(coverage), threshold: null, isShare: true },
    };
  });
  const years = model.figures.all.flatMap((figure) =>
    figure.indicator === of.indicator && figure.speaking ? [figure.year] : [],
  );
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const span = from === to ? `${from}` : `${from}–${to}`;
  return {
    kind: of.current.publisher_name,
    name: indicatorTitle(of, lang),
    standing: { text: inLang(of.current, 'what_it_measures', lang), isPilot: false },
    figures: years.length > 0 ? figures : [],
    instead:
      years.length > 0
        ? null
        : [
            t({ id: 'Angka belum ditemukan.', en: 'No figures have been found yet.' }),
            t({
              id: 'Belum ditemukan bukan berarti buruk.',
              en: 'Not found does not mean poor.',
            }),
          ],
    coverage: years.length > 0 ? t({ id: `angka tahun ${span}`, en: `figures of ${span}` }) : null,
  };
}

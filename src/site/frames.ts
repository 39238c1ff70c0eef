/** The charts that other sites may show: as frames, as pictures, and by oEmbed. */

import { cartogram } from '../charts/cartogram.ts';
import type { ChartOptions } from '../charts/chart.ts';
import { distribution } from '../charts/distribution.ts';
import { distributionBinned } from '../charts/distribution-binned.ts';
import { grades } from '../charts/grades.ts';
import { breakLines } from '../charts/lines.ts';
import { type MirrorData, mirror } from '../charts/mirror.ts';
import { nation } from '../charts/nation.ts';
import { picture, sizeOf } from '../charts/picture.ts';
import { trend } from '../charts/trend.ts';
import type { Area, IndicatorId, Score } from '../dataset/tables/index.ts';
import { profileDistributions, profileMirror, profileTrends } from '../derive/chart-choice.ts';
import { scoreAnchor } from '../derive/citations.ts';
import {
  binnedData,
  distributionData,
  distributionScores,
  namedScores,
} from '../derive/distribution-data.ts';
import { gradeScores, gradesData } from '../derive/grades-data.ts';
import { indicatorDistributions, type LevelYear } from '../derive/indicator-charts.ts';
import { mapSources } from '../derive/map-data.ts';
import { mirrorScores } from '../derive/mirror-data.ts';
import { trendData, trendScores } from '../derive/trend-data.ts';
import { FRAME_NARROWEST, FRAME_WIDTH, PICTURE_WIDTH, type Snippet } from '../embed/snippet.ts';
import { formatDate } from '../i18n/format.ts';
import { LANGS, type Lang, type Text, translator } from '../i18n/lang.ts';
import { SITE_NAME } from '../i18n/terms.ts';
import { LICENCE } from '../licence.ts';
import { type FactAddress, writeAddresses } from '../releases/figure-list.ts';
import { type FrameNotice, frameNotice } from '../wording/change-text.ts';
import { levelWord } from '../wording/level-word.ts';
import { correctionsOn } from './changes.ts';
import { edition, model } from './data.ts';
import { cartogramMap, nationMap, topicOf } from './maps.ts';
import { absolute, areaPath, framePath, href, indicatorPath } from './paths.ts';

/** A chart of a page, made to stand in the pages of others. */
export interface Frame {
  /** Path of the page it belongs to, without language and base. */
  readonly page: string;
  /** The last part of its path: `cermin`. */
  readonly chart: string;
  /** Id of the chart on its page. */
  readonly anchor: string;
  readonly title: Text;
  /** Whether the drawing says the title itself. */
  readonly isTitled: boolean;
  /** What is told beside the sources. */
  readonly remark: Text | null;
  /** Drawn 304 wide, for phones. */
  readonly narrow: (options: ChartOptions) => string;
  /** What the narrow drawing leaves out, in words. */
  readonly omission: Text | null;
  readonly wide: (options: ChartOptions) => string;
  /** How wide the wide drawing is drawn: it then grows with its place. */
  readonly wideWidth: number;
  /** Languages in which it is a file too. */
  readonly pictures: readonly Lang[];
  /** The figures that it draws one by one; those that it only counts are not among them. */
  readonly figures: () => readonly FactAddress[];
}

const addressesOf = (rows: readonly Score[]): readonly FactAddress[] =>
  rows.map((row) => ({ source: row.source_id, anchor: scoreAnchor(row) }));

/** The mirror of a phone has room for so many measures. */
const MIRROR_ROWS = 3;
const MIRROR_WIDTH = 464;
const WIDE_WIDTH = 400;

/** Hosts of static sites allow few files: in English, pictures are those of the main charts. */
const INDONESIAN: readonly Lang[] = ['id'];

/** The measures with a figure of the region, in their order; then others, as far as there is room. */
function firstRows(data: MirrorData): MirrorData {
  const known = data.rows.filter(({ figure }) => figure);
  const chosen = [...known, ...data.rows.filter(({ figure }) => !figure)].slice(0, MIRROR_ROWS);
  return { ...data, rows: data.rows.filter((row) => chosen.includes(row)) };
}

function mirrorFrame(area: Area, data: MirrorData): Frame {
  const isPilot = model.headline(area.code)?.rung === 'designated';
  const few = firstRows(data);
  return {
    page: areaPath(area),
    chart: 'cermin',
    anchor: 'grafik-cermin',
    title: isPilot
      ? {
          id: `${area.name} bercermin pada percontohan lain`,
          en: `${area.name} mirrored in the other pilots`,
        }
      : {
          id: `${area.name} bercermin pada percontohan`,
          en: `${area.name} mirrored in the pilots`,
        },
    isTitled: false,
    remark: null,
    narrow: (options) => mirror(few, options),
    omission:
      few.rows.length < data.rows.length
        ? {
            id: `${few.rows.length} dari ${data.rows.length} ukuran; semuanya di halaman daerah ini.`,
            en: `${few.rows.length} of ${data.rows.length} measures; all are on the region's page.`,
          }
        : null,
    wide: (options) => mirror(data, options),
    wideWidth: MIRROR_WIDTH,
    pictures: LANGS,
    figures: () => addressesOf(mirrorScores(model, area, data)),
  };
}

/** The frame of a chart that is drawn the same way at every width. */
function plainFrame(
  of: Pick<Frame, 'page' | 'chart' | 'anchor' | 'title' | 'isTitled' | 'pictures' | 'figures'>,
  draw: Frame['wide'],
): Frame {
  return {
    ...of,
    remark: null,
    narrow: draw,
    omission: null,
    wide: draw,
    wideWidth: WIDE_WIDTH,
  };
}

/** Frames of a region: of each kind of chart the first that its profile shows. */
function readArea(area: Area): readonly Frame[] {
  const page = areaPath(area);
  const mirrored = profileMirror(model, area);
  const [trended] = profileTrends(model, area);
  const [distributed] = profileDistributions(model, area);
  const frames: Frame[] = mirrored ? [mirrorFrame(area, mirrored)] : [];
  if (trended) {
    const data = trendData(model, area, trended);
    const of = {
      page,
      chart: 'tren',
      anchor: `grafik-tren-${trended}`,
      title: {
        id: `${data.indicator.id} ${area.name} dari tahun ke tahun`,
        en: `${data.indicator.en} of ${area.name} over the years`,
      },
      isTitled: true,
      pictures: INDONESIAN,
      figures: () => addressesOf(trendScores(model, area, trended)),
    };
    frames.push(plainFrame(of, (options) => trend(data, options)));
  }
  if (distributed) {
    const { indicator, series, year } = distributed;
    const query = { indicator, series, year, area, levels: [area.level] };
    const data = binnedData(model, query);
    const of = {
      page,
      chart: 'sebaran',
      anchor: `grafik-sebaran-${indicator}`,
      title: {
        id: `${area.name} di antara ${levelWord(area.level, 'id')} lain: ${data.indicator.id} ${year}`,
        en: `${area.name} among other ${levelWord(area.level, 'en', 2)}: ${data.indicator.en} ${year}`,
      },
      isTitled: false,
      pictures: INDONESIAN,
      figures: () => addressesOf(namedScores(model, query)),
    };
    frames.push(plainFrame(of, (options) => distributionBinned(data, options)));
  }
  return frames;
}

/** Frames of an indicator: regencies and cities each among themselves, and the map. */
function readIndicator(indicator: IndicatorId): readonly Frame[] {
  const page = indicatorPath(indicator);
  const { numbers, grades: graded } = indicatorDistributions(model, indicator);
  const queryOf = ({ level, series, year }: LevelYear) => ({
    ...{ indicator, series, year },
    levels: [level],
  });
  const drawings = [
    ...numbers.map((each) => {
      const data = distributionData(model, queryOf(each), numbers.map(queryOf));
      const draw: Frame['wide'] = (options) => distribution(data, options);
      const rows = () => distributionScores(model, queryOf(each));
      return { ...each, name: data.indicator, draw, rows };
    }),
    ...graded.map((each) => {
      const data = gradesData(model, each);
      const draw: Frame['wide'] = (options) => grades(data, options);
      return { ...each, name: data.indicator, draw, rows: () => gradeScores(model, each) };
    }),
  ];
  const frames = drawings.map(({ level, year, name, draw, rows }, i) =>
    plainFrame(
      {
        page,
        // The first has the plain name; the other one that of its level.
        chart: i === 0 ? 'sebaran' : `sebaran-${levelWord(level, 'id')}`,
        anchor: `grafik-sebaran-${level}`,
        title: {
          id: `Sebaran ${name.id} ${year}: ${levelWord(level, 'id')}`,
          en: `Distribution of ${name.en} ${year}: ${levelWord(level, 'en', 2)}`,
        },
        isTitled: true,
        pictures: LANGS,
        figures: () => addressesOf(rows()),
      },
      draw,
    ),
  );
  const { subject, years } = topicOf(indicator);
  const span = years ? ` ${[...new Set(years)].join('–')}` : '';
  const map: Frame = {
    page,
    chart: 'peta',
    anchor: 'grafik-peta',
    title: {
      id: `Peta ${subject.id}${span}: kabupaten dan kota`,
      en: `Map of ${subject.en}${span}: regencies and cities`,
    },
    isTitled: true,
    remark: { id: 'Garis pantai: Natural Earth.', en: 'Coastline: Natural Earth.' },
    // Where dots would hide one another, squares of one size stand for the regions.
    narrow: (options) => cartogram(cartogramMap(indicator), options),
    omission: null,
    wide: (options) => nation(nationMap(indicator), options),
    wideWidth: WIDE_WIDTH,
    pictures: LANGS,
    figures: () => mapSources(model, indicator).entries.flatMap((entry) => entry ?? []),
  };
  return [...frames, map];
}

const known = new Map<string, readonly Frame[]>();
function once(page: string, read: () => readonly Frame[]): readonly Frame[] {
  const frames = known.get(page) ?? read();
  known.set(page, frames);
  return frames;
}

/** The frames of a region; none of a region of which nothing is known. */
export function areaFrames(area: Area): readonly Frame[] {
  return once(areaPath(area), () => readArea(area));
}

/** The frames of an indicator. */
export function indicatorFrames(indicator: IndicatorId): readonly Frame[] {
  return once(indicatorPath(indicator), () => readIndicator(indicator));
}

/** Every page that has frames, with them. */
export function framedPages(): readonly (readonly [page: string, frames: readonly Frame[]])[] {
  return [
    ...model.regions.map((area) => [areaPath(area), areaFrames(area)] as const),
    ...model.indicators.map(
      ({ indicator }) => [indicatorPath(indicator), indicatorFrames(indicator)] as const,
    ),
  ].filter(([, frames]) => frames.length > 0);
}

/** The parts of a page's path, which are also those of its frames. */
export function pathParts(page: string): { readonly kind: string; readonly slug: string } {
  const [, kind = '', slug = ''] = page.split('/');
  return { kind, slug };
}

/** What stands under a chart in a frame; the first part leads to its page. */
export function frameWords(frame: Frame, lang: Lang) {
  const t = translator(lang);
  return {
    link: t({ id: 'Sumber tiap angka', en: 'The source of every figure' }),
    source: t({
      id: `${SITE_NAME}, data edisi ${edition.version}, ${formatDate(edition.date, 'id')}`,
      en: `${SITE_NAME}, data edition ${edition.version}, ${formatDate(edition.date, 'en')}`,
    }),
    disclaimer: [
      frame.remark?.[lang],
      t({
        id: 'Bukan situs KPK, bukan situs pemerintah.',
        en: 'Not run by KPK, nor by any government.',
      }),
      '',
    ]
      .filter((part) => part !== undefined)
      .join(' '),
    licence: LICENCE.short,
  };
}

/** The figures of a frame as its page gives them to machines: permanent addresses. */
export function frameFigures(frame: Frame): string {
  return writeAddresses(frame.figures());
}

/** What is told in a frame of what it showed before it was corrected; `null` of most. */
export function noticeIn(frame: Frame, lang: Lang): FrameNotice | null {
  return frameNotice(correctionsOn(framePath(frame.page, frame.chart)), model, lang);
}

/** What `frame.css` sets, in CSS pixels. */
const LAYOUT = {
  narrow: { inner: FRAME_NARROWEST - 16, padding: 16 },
  wide: { inner: FRAME_WIDTH - 24, padding: 24 },
  title: { size: 15, bold: true, leading: 20 },
  text: { size: 12, leading: 18 },
  gap: 6,
} as const;
/** How much a wide drawing may shrink to fit. */
const SMALLEST = 0.92;
/** Frames have heights of this grid at the narrowest, so that few differ. */
const STEP = 10;

/** Everything in a frame but the drawing, in CSS pixels. */
function surroundings(frame: Frame, lang: Lang, form: 'narrow' | 'wide'): number {
  const { inner, padding } = LAYOUT[form];
  const height = (words: string, { leading, ...type }: { leading: number; size: number }) =>
    breakLines(words, inner, type).length * leading;
  const { link, source, disclaimer, licence } = frameWords(frame, lang);
  const notice = noticeIn(frame, lang);
  const blocks = [
    frame.isTitled ? 0 : height(frame.title[lang], LAYOUT.title),
    form === 'narrow' && frame.omission ? height(frame.omission[lang], LAYOUT.text) : 0,
    notice ? height(notice.text, LAYOUT.text) : 0,
    height(`${link}: ${source}.`, LAYOUT.text) + height(`${disclaimer}${licence}`, LAYOUT.text),
  ].filter((block) => block > 0);
  return padding + blocks.reduce((sum, block) => sum + block + LAYOUT.gap, 0);
}

interface Drawings {
  readonly narrow: string;
  readonly wide: string;
}

/** Drawings that were measured for a snippet and wait for their frame's own page. */
const drawn = new Map<string, Drawings>();

function keyOf(frame: Frame, lang: Lang): string {
  return `${lang}${frame.page}${frame.chart}`;
}

function draw(frame: Frame, lang: Lang): Drawings {
  return {
    narrow: frame.narrow({ lang, id: 'sempit', width: LAYOUT.narrow.inner }),
    wide: frame.wide({ lang, id: 'lebar', width: frame.wideWidth }),
  };
}

const heights = new Map<string, number>();

/**
 * The height of a frame where it is as wide as its snippet asks for, in CSS pixels. Its ratio is
 * that of the narrowest place, in which nothing need shrink.
 */
export function frameHeight(frame: Frame, lang: Lang): number {
  const key = keyOf(frame, lang);
  const known = heights.get(key);
  if (known !== undefined) return known;
  const { wide } = LAYOUT;
  const drawings = draw(frame, lang);
  drawn.set(key, drawings);
  const [, short] = sizeOf(drawings.narrow);
  const [width, tall] = sizeOf(drawings.wide);
  const ratio = Math.max(
    (short + surroundings(frame, lang, 'narrow')) / FRAME_NARROWEST,
    ((tall * wide.inner * SMALLEST) / width + surroundings(frame, lang, 'wide')) / FRAME_WIDTH,
  );
  const height =
    (Math.ceil((ratio * FRAME_NARROWEST) / STEP) * STEP * FRAME_WIDTH) / FRAME_NARROWEST;
  heights.set(key, height);
  return height;
}

/** The drawings of a frame's page. They stand at the top where there is more room than they need. */
export function frameDrawings(frame: Frame, lang: Lang): Drawings {
  const key = keyOf(frame, lang);
  const { narrow, wide } = drawn.get(key) ?? draw(frame, lang);
  // The page is written once; what it took need not be kept.
  drawn.delete(key);
  const atTop = (svg: string) => svg.replace('<svg ', '<svg preserveAspectRatio="xMinYMin" ');
  return { narrow: atTop(narrow), wide: atTop(wide) };
}

/** The chart as a file of its own, in literal colours on light paper. */
export function framePicture(frame: Frame, lang: Lang): string {
  const { source, disclaimer, licence, link } = frameWords(frame, lang);
  const address = absolute(href(lang, frame.page));
  const notice = noticeIn(frame, lang);
  return picture(
    {
      draw: frame.wide,
      words: {
        heading: frame.isTitled ? null : frame.title[lang],
        title: frame.title[lang],
        notes: [
          ...(notice ? [notice.text] : []),
          `${link}: ${address} (${source}). ${disclaimer}${licence}`,
        ],
      },
    },
    { lang, id: 'grafik', width: PICTURE_WIDTH, theme: 'light' },
  );
}

/** Address of a frame, with language and base. */
export function frameHref(frame: Frame, lang: Lang): string {
  return href(lang, framePath(frame.page, frame.chart));
}

/** The frame as others put it into their pages. */
export function snippetOf(frame: Frame, lang: Lang): Snippet {
  return {
    src: absolute(frameHref(frame, lang)),
    title: `${frame.title[lang]} (${SITE_NAME})`,
    width: FRAME_WIDTH,
    height: frameHeight(frame, lang),
  };
}

/** What a chart's menu has to know of its frame, as attributes of the chart. */
export function frameAttributes(frame: Frame | undefined, lang: Lang) {
  if (!frame) return {};
  const { title, height } = snippetOf(frame, lang);
  return {
    'data-frame': frameHref(frame, lang),
    'data-frame-height': height,
    'data-frame-title': title,
    'data-picture': frame.pictures.includes(lang) ? '' : undefined,
  };
}

/** The frame of a chart, if it has one. */
export function frameAt(frames: readonly Frame[], anchor: string): Frame | undefined {
  return frames.find((frame) => frame.anchor === anchor);
}

/**
 * Path of the oEmbed document of a page, without language and base: it is that of the page's
 * first frame. `undefined` where the page has none.
 */
export function oEmbedPath(frames: readonly Frame[]): string | undefined {
  const [first] = frames;
  return first && `/embed${first.page}oembed.json`;
}

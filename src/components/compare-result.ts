/** What a comparison shows, as elements of the page. Texts of the data are text, never markup. */

import type { ChartOptions } from '../charts/chart.ts';
import { mirror } from '../charts/mirror.ts';
import { type TrendsData, trends } from '../charts/trends.ts';
import type {
  Comparison,
  Entrant,
  IndicatorTable,
  NoMirror,
  PairDifferences,
} from '../compare/comparison.ts';
import {
  bandLabels,
  comparisonCsv,
  entrantName,
  type PrintedRow,
  printedPart,
} from '../compare/printed-rows.ts';
import { type Question, questionQuery } from '../compare/question.ts';
import { categoryLabel } from '../dataset/table-schema.ts';
import type { Area, IndicatorId, Score } from '../dataset/tables/index.ts';
import { indicators as indicatorsTable } from '../dataset/tables/measures.ts';
import { scoreAnchor } from '../derive/citations.ts';
import type { Model } from '../derive/site-model.ts';
import { entriesOf } from '../derive/trend-data.ts';
import { formatDecimal, formatList } from '../i18n/format.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { MISSING, statusLabel } from '../i18n/terms.ts';
import { areaPath, indicatorPath, sourcePath } from '../site/page-paths.ts';
import { differenceSegments } from '../wording/difference-text.ts';
import { bandInk, compactLabel, figureText } from '../wording/figure-text.ts';
import { seriesWord } from '../wording/series-text.ts';
import { save } from './chart-menu.ts';
import { type Child, element } from './dom.ts';

/** What the drawing needs to know of the page. */
export interface Frame {
  readonly lang: Lang;
  /** Address of the home page in the reader's language. */
  readonly root: string;
  /** All measures, in their order. */
  readonly indicators: readonly IndicatorId[];
  /** Full address of what is asked, without a fragment. */
  readonly address: string;
}

/** A comparison on the page. */
export interface Shown {
  readonly node: HTMLElement;
  /** Draws the charts anew for the room there is. */
  redraw(): void;
}

/** Letters, digits and hyphens for the name of a file. */
function fileName(names: readonly string[]): string {
  const text = names
    .join(' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return text.replace(/^-|-$/g, '').slice(0, 80).replace(/-$/, '');
}

export function resultOf(
  model: Model,
  comparison: Comparison,
  question: Question,
  { lang, root, indicators, address }: Frame,
): Shown {
  const t = translator(lang);
  const { lineup, tables } = comparison;
  const names = lineup.entrants.map((entrant) => entrantName(entrant, lang));
  const base = fileName(names);
  const drawn: (() => void)[] = [];

  const hrefOf = (path: string) => root + path.replace(/^\//, '');
  const sourceHref = (score: Score) => hrefOf(sourcePath(score.source_id, scoreAnchor(score)));
  const areaLink = (area: Area) => element('a', { href: hrefOf(areaPath(area)) }, area.name);

  /** A printed figure that leads to its source. */
  function figureLink(score: Score, compact = false): HTMLElement {
    const { text, value, isPrinted } = figureText(score, model.figures.bands, lang);
    const data = element('data', { value }, compact ? compactLabel(text) : text);
    if (isPrinted && lang !== 'id') data.lang = 'id';
    return element('a', { class: 'figure', href: sourceHref(score) }, data);
  }

  const ownNumber = (value: string) =>
    element('span', { class: 'num', 'data-value': value }, formatDecimal(value, lang));

  function section(id: string, title: string, ...children: readonly Child[]): HTMLElement {
    return element(
      'section',
      { class: 'stack', 'aria-labelledby': id },
      element('h2', { id }, title),
      ...children,
    );
  }

  /** A chart with its caption, the table behind it and its menu. */
  function chartFigure(
    id: string,
    file: string,
    draw: (options: ChartOptions) => string,
    caption: string,
    table: HTMLElement,
  ): HTMLElement {
    const place = element('div', { class: 'chart-place' });
    let width = 0;
    drawn.push(() => {
      const room = Math.round(place.clientWidth);
      if (room === 0 || room === width) return;
      width = room;
      const template = document.createElement('template');
      template.innerHTML = draw({ lang, id: `${id}-g`, width: room });
      place.replaceChildren(template.content);
    });
    return element(
      'div',
      { class: 'chart-figure', id, 'data-file': file, 'data-page': address },
      element('figure', {}, place, element('figcaption', { class: 'cite' }, caption)),
      element(
        'div',
        { class: 'chart-tools' },
        element(
          'details',
          { class: 'chart-table' },
          element(
            'summary',
            {},
            t({
              id: 'Tabel di balik grafik, dengan sumbernya',
              en: 'The table behind the chart, with sources',
            }),
          ),
          element('div', { class: 'chart-scroll' }, table),
        ),
        document.createElement('chart-menu'),
      ),
    );
  }

  function tableFrame(
    caption: string,
    heads: readonly string[],
    bodies: readonly HTMLElement[],
  ): HTMLTableElement {
    return element(
      'table',
      { class: 'cards' },
      element('caption', {}, caption),
      element(
        'thead',
        {},
        element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head))),
      ),
      ...bodies,
    );
  }

  const cell = (label: string, ...children: readonly Child[]) =>
    element('td', { 'data-label': label }, ...children);
  const words = {
    measure: t({ id: 'Ukuran', en: 'Measure' }),
    area: t({ id: 'Daerah', en: 'Area' }),
    year: t({ id: 'Tahun', en: 'Year' }),
    figure: t({ id: 'Angka', en: 'Figure' }),
    category: t({ id: 'Kategori', en: 'Category' }),
    source: t({ id: 'Sumber dan keterangan', en: 'Source and remarks' }),
    series: t({ id: 'Deret', en: 'Series' }),
  };
  const seriesName = (indicator: IndicatorId, series: string) =>
    seriesWord(
      model.figures.bands.series(indicator, series),
      model.indicator(indicator).series,
      lang,
    );
  const missing = (text: string) => element('span', { class: 'missing' }, text);

  function mirrorSection(): HTMLElement {
    const title = t({ id: 'Cermin', en: 'Mirror' });
    const { subject } = lineup;
    const data = comparison.mirror;
    if (typeof data === 'string' || !subject) {
      const why = typeof data === 'string' ? data : 'no_subject';
      return section('cermin', title, element('p', { class: 'note' }, noMirror(why, subject)));
    }
    const opposite = new Map(lineup.areas.map((area) => [area.name, area]));
    const bodies = data.rows.map((row) => {
      const indicator = row.indicator as IndicatorId;
      const line = (area: Area, year: number | undefined) => {
        const figure = year === undefined ? null : model.figures.at(area.code, indicator, year);
        const measure = figure ? seriesName(indicator, figure.series) : row.name[lang];
        return element(
          'tr',
          {},
          element('th', { scope: 'row' }, measure),
          cell(words.area, area === subject ? element('strong', {}, area.name) : areaLink(area)),
          cell(words.year, year === undefined ? '' : String(year)),
          cell(
            words.figure,
            figure?.speaking
              ? figureLink(figure.speaking, true)
              : missing(MISSING[row.missing][lang]),
          ),
        );
      };
      const shown = [...row.pilots, ...row.asides].flatMap(({ name, year }) => {
        const area = opposite.get(name);
        return area ? [line(area, year)] : [];
      });
      const absent = row.without.flatMap((name) => {
        const area = opposite.get(name);
        return area
          ? [
              element(
                'tr',
                {},
                element('th', { scope: 'row' }, row.name[lang]),
                cell(words.area, areaLink(area)),
                cell(words.year),
                cell(words.figure, missing(MISSING.not_found[lang])),
              ),
            ]
          : [];
      });
      return element(
        'tbody',
        {},
        line(subject, row.figure?.year),
        ...shown,
        ...absent,
        row.median && row.pilots.length > 0
          ? element(
              'tr',
              {},
              element('th', { scope: 'row' }, row.name[lang]),
              cell(
                words.area,
                t({
                  id: `median ${row.median.count} daerah`,
                  en: `median of ${row.median.count} areas`,
                }),
              ),
              cell(words.year, String(row.median.year)),
              cell(words.figure, ownNumber(row.median.value)),
            )
          : null,
        row.threshold
          ? element(
              'tr',
              {},
              element('th', { scope: 'row' }, row.name[lang]),
              cell(words.area, t({ id: 'ambang masuk program', en: 'entry threshold' })),
              cell(words.year),
              cell(
                words.figure,
                element('a', { href: hrefOf('/program/') }, row.threshold.label[lang]),
              ),
            )
          : null,
      );
    });
    const years = data.rows.flatMap(({ figure, pilots }) => [
      ...(figure ? [figure.year] : []),
      ...pilots.map(({ year }) => year),
    ]);
    const span = [...new Set([Math.min(...years), Math.max(...years)])].join('–');
    const of =
      years.length === 0
        ? ''
        : question.year === null
          ? t({ id: `Angka akhir terbaru, ${span}. `, en: `Latest final figures, ${span}. ` })
          : t({ id: `Angka akhir ${span}. `, en: `Final figures of ${span}. ` });
    return section(
      'cermin',
      title,
      element(
        'p',
        { class: 'note' },
        t({
          id: `Batang: ${subject.name}. Titik: pembandingnya. Makin jauh dari garis tengah, makin tinggi; garis merah tipis: ambang masuk program percontohan.`,
          en: `Bar: ${subject.name}. Dots: those it is compared with. The farther from the middle line, the higher; the thin red line: the entry threshold of the pilot programme.`,
        }),
      ),
      chartFigure(
        'grafik-cermin',
        `cermin-${base}`,
        (options) => mirror(data, options),
        of +
          t({
            id: 'Sumber: tiap angka dalam tabel.',
            en: 'Source: behind each figure in the table.',
          }),
        tableFrame(
          t({
            id: `${subject.name} dan pembandingnya. Angka membuka sumbernya.`,
            en: `${subject.name} and those it is compared with. Figures open their sources.`,
          }),
          [words.measure, words.area, words.year, words.figure],
          bodies,
        ),
      ),
    );
  }

  function noMirror(why: NoMirror, subject: Area | null): string {
    const name = subject?.name ?? '';
    switch (why) {
      case 'no_subject':
        return t({
          id: 'Cermin memerlukan satu daerah di sebelah kiri: tambahkan kabupaten, kota, atau provinsi.',
          en: 'A mirror needs one area on its left: add a regency, a city or a province.',
        });
      case 'alone':
        return t({
          id: `Tambahkan paling sedikit satu pembanding untuk ${name}.`,
          en: `Add at least one area to compare ${name} with.`,
        });
      case 'not_applicable':
        return t({
          id: `${name} adalah wilayah administratif tanpa pemerintah daerah sendiri, jadi tidak dibandingkan.`,
          en: `${name} has no government of its own, so it is not compared.`,
        });
      case 'other_level':
        return subject?.level === 'province'
          ? t({
              id: `Tidak ada yang dapat dibandingkan dengan ${name}: provinsi hanya bercermin pada provinsi.`,
              en: `Nothing can be compared with ${name}: provinces are mirrored only in provinces.`,
            })
          : t({
              id: `Tidak ada yang dapat dibandingkan dengan ${name}: kabupaten dan kota tidak bercermin pada provinsi.`,
              en: `Nothing can be compared with ${name}: regencies and cities are not mirrored in provinces.`,
            });
    }
  }

  function pairList({ differences }: PairDifferences): HTMLElement {
    const [first] = differences;
    // A level does not change from measure to measure.
    const isForAll =
      first?.kind === 'none' && ['other_level', 'not_applicable'].includes(first.why);
    const told = isForAll ? [first] : differences;
    return element(
      'ul',
      { class: 'compare-differences' },
      ...told.map((difference) => {
        const { commonYear } = difference;
        return element(
          'li',
          difference.kind === 'none' ? { class: 'soft' } : {},
          ...differenceSegments(model, difference, question.year, lang).map((segment) =>
            typeof segment === 'string' ? segment : figureLink(segment),
          ),
          ...(commonYear === null
            ? []
            : [
                ' ',
                element(
                  'a',
                  {
                    href: questionQuery({ ...question, year: commonYear }, indicators),
                    'data-compare': '',
                  },
                  t({
                    id: `Bandingkan angka ${commonYear}`,
                    en: `Compare the figures of ${commonYear}`,
                  }),
                ),
              ]),
        );
      }),
    );
  }

  function differenceSection(): HTMLElement | null {
    if (comparison.differences.length === 0) return null;
    const heading = ({ a, b }: PairDifferences) =>
      t({ id: `${a.name} dan ${b.name}`, en: `${a.name} and ${b.name}` });
    return section(
      'selisih',
      t({ id: 'Selisih, dengan kata-kata', en: 'Differences, in words' }),
      element(
        'p',
        { class: 'note' },
        t({
          id: 'Hanya antara daerah setingkat, dalam satu deret dan satu tahun. Selisih dihitung dari angka yang tercetak, tanpa pembulatan. Bila yang satu bisa jadi pembulatan dari yang lain, tidak disebut mana yang lebih tinggi.',
          en: 'Only between areas of one level, within one series and one year. Differences are those of the printed figures, not rounded. Where one could be the other rounded, neither is called higher.',
        }),
      ),
      ...comparison.differences.map(({ entrant, pairs }) => {
        if (entrant.kind === 'area') {
          return element(
            'div',
            { class: 'stack-tight' },
            ...pairs.flatMap((pair) => [element('h3', {}, heading(pair)), pairList(pair)]),
          );
        }
        const comparable = pairs.filter(({ differences }) =>
          differences.some(({ kind }) => kind !== 'none'),
        ).length;
        return element(
          'details',
          { class: 'compare-group' },
          element(
            'summary',
            {},
            t({
              id: `${entrantName(entrant, 'id')}: ${comparable} dari ${pairs.length} daerah punya angka yang dapat dibandingkan`,
              en: `${entrantName(entrant, 'en')}: ${comparable} of ${pairs.length} areas have figures that can be compared`,
            }),
          ),
          ...pairs.map((pair) =>
            element(
              'div',
              { class: 'stack-tight' },
              element('h3', {}, heading(pair)),
              pairList(pair),
            ),
          ),
        );
      }),
    );
  }

  function bandMarks({ bands, year }: PrintedRow): readonly Child[] {
    return bands.map((band) => {
      const scheme =
        year === null
          ? undefined
          : model.figures.bands
              .schemes(band.indicator, band.series, year)
              .find((each) => each.scheme === band.scheme);
      const ink = bandInk(band.rank, scheme?.bands.length ?? 1);
      return element(
        'span',
        { class: `band ${ink}` },
        element('span', {}, bandLabels([band], lang)),
      );
    });
  }

  function remarkNodes(row: PrintedRow): readonly Child[] {
    const differs = t({ id: 'sumber berbeda angka', en: 'sources differ' });
    const parts: Child[][] = [];
    if (row.source !== '') parts.push([row.source]);
    if (row.told.length > 0) {
      for (const score of row.told) {
        parts.push([
          t({ id: 'tidak dihitung: ', en: 'told, not counted: ' }),
          figureLink(score),
          ` (${score.year}, ${statusLabel(score.status, lang)})`,
        ]);
      }
    } else {
      for (const remark of row.remarks) {
        const isDifferent = remark === differs && row.score;
        parts.push([
          isDifferent
            ? element('a', { href: hrefOf(`/perbedaan/#${scoreAnchor(row.score)}`) }, remark)
            : remark,
        ]);
      }
    }
    return parts.flatMap((part, i) => (i === 0 ? part : ['; ', ...part]));
  }

  function tableRow(row: PrintedRow, ...extra: readonly Child[]): HTMLTableRowElement {
    const figure = row.score
      ? figureLink(row.score)
      : row.value === ''
        ? missing(row.text)
        : ownNumber(row.value);
    return element(
      'tr',
      row.area ? {} : { class: 'compare-median' },
      element('th', { scope: 'row' }, row.area ? areaLink(row.area) : row.name, ...extra),
      cell(words.measure, row.measure),
      cell(words.year, row.year === null ? '' : String(row.year)),
      cell(words.figure, figure),
      cell(words.category, ...bandMarks(row)),
      element('td', { class: 'small', 'data-label': words.source }, ...remarkNodes(row)),
    );
  }

  /** The lines of one member; those of a group fold away behind a button at its median. */
  function tableBody(table: IndicatorTable, index: number): HTMLElement {
    const body = element('tbody');
    body.append(
      element(
        'tr',
        { class: 'compare-measure' },
        element(
          'th',
          { scope: 'rowgroup', colspan: '6' },
          element(
            'a',
            { href: hrefOf(indicatorPath(table.indicator)) },
            categoryLabel(indicatorsTable, 'indicator', table.indicator, lang),
          ),
        ),
      ),
    );
    table.parts.forEach((part, partIndex) => {
      const rows = printedPart(model, table, part, lang);
      if (part.entrant.kind === 'area') {
        body.append(...rows.map((row) => tableRow(row)));
        return;
      }
      const [median, ...areas] = rows;
      if (!median) return;
      const lines = areas.map((row, i) => {
        const line = tableRow(row);
        line.id = `baris-${index}-${partIndex}-${i}`;
        line.hidden = true;
        line.classList.add('compare-of-group');
        return line;
      });
      const show = t({
        id: `Tampilkan ${areas.length} daerah`,
        en: `Show the ${areas.length} areas`,
      });
      const hide = t({ id: 'Sembunyikan', en: 'Hide them' });
      const button = element(
        'button',
        {
          type: 'button',
          class: 'compare-unfold',
          'aria-expanded': 'false',
          'aria-controls': lines.map(({ id }) => id).join(' '),
        },
        show,
      );
      button.addEventListener('click', () => {
        const open = button.getAttribute('aria-expanded') !== 'true';
        button.setAttribute('aria-expanded', String(open));
        button.textContent = open ? hide : show;
        for (const line of lines) line.hidden = !open;
      });
      body.append(tableRow(median, ...(lines.length > 0 ? [' ', button] : [])), ...lines);
    });
    return body;
  }

  function tableSection(): HTMLElement {
    const button = element(
      'button',
      { type: 'button', class: 'button no-print' },
      t({ id: 'Unduh tabel (CSV)', en: 'Download the table (CSV)' }),
    );
    button.addEventListener('click', () => {
      const text = comparisonCsv(
        model,
        comparison,
        lang,
        (score) => new URL(sourceHref(score), location.href).href,
      );
      // The mark at the beginning tells spreadsheets that it is UTF-8.
      const year = question.year === null ? '' : `-${question.year}`;
      save(new Blob(['\uFEFF', text], { type: 'text/csv' }), `banding-${base}${year}.csv`);
    });
    const table = tableFrame(
      question.year === null
        ? t({
            id: 'Angka akhir terbaru tiap daerah, dengan tahunnya. Angka membuka sumbernya.',
            en: 'The latest final figure of each area, with its year. Figures open their sources.',
          })
        : t({
            id: `Angka akhir tahun ${question.year}. Angka membuka sumbernya.`,
            en: `Final figures of ${question.year}. Figures open their sources.`,
          }),
      [words.area, words.measure, words.year, words.figure, words.category, words.source],
      tables.map(tableBody),
    );
    table.classList.add('compare-table');
    return section('tabel', t({ id: 'Tabel', en: 'Table' }), table, element('p', {}, button));
  }

  function trendTable(indicator: IndicatorId, data: TrendsData): HTMLElement {
    const bodies = lineup.entrants.map((entrant, line) => {
      const rows =
        entrant.kind === 'area'
          ? areaYears(entrant.area, indicator)
          : medianYears(entrant, data, line);
      const none = element(
        'tr',
        {},
        element('th', { scope: 'row' }, entrantName(entrant, lang)),
        cell(words.series),
        cell(words.year),
        cell(
          words.figure,
          missing(
            entrant.kind === 'area'
              ? MISSING.not_found[lang]
              : t({ id: 'tanpa median', en: 'no median' }),
          ),
        ),
      );
      return element('tbody', {}, ...(rows.length > 0 ? rows : [none]));
    });
    return tableFrame(
      t({
        id: `${data.indicator.id} menurut tahun. Angka membuka sumbernya.`,
        en: `${data.indicator.en} year by year. Figures open their sources.`,
      }),
      [words.area, words.series, words.year, words.figure],
      bodies,
    );
  }

  function areaYears(area: Area, indicator: IndicatorId): readonly HTMLElement[] {
    return model.figures
      .of(area.code, indicator)
      .flatMap((figure) =>
        entriesOf(model, figure).map(({ row }) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, area.name),
            cell(words.series, seriesName(indicator, row.series)),
            cell(words.year, String(row.year)),
            cell(
              words.figure,
              figureLink(row, true),
              row.status === 'final' ? null : ` ${statusLabel(row.status, lang)}`,
            ),
          ),
        ),
      );
  }

  function medianYears(entrant: Entrant, data: TrendsData, line: number): readonly HTMLElement[] {
    return data.parts.flatMap((part) =>
      (part.lines.find((own) => own.line === line)?.points ?? []).map((point) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, `${entrantName(entrant, lang)}, median`),
          cell(words.series, part.name[lang]),
          cell(words.year, String(point.year)),
          cell(
            words.figure,
            point.value === null ? null : ownNumber(point.value),
            t({ id: ` (${point.count} daerah)`, en: ` (${point.count} areas)` }),
          ),
        ),
      ),
    );
  }

  function trendSection(): HTMLElement {
    const yearsOf = ({ parts }: TrendsData) =>
      new Set(
        parts.flatMap(({ lines }) => lines.flatMap(({ points }) => points.map((p) => p.year))),
      );
    const long = comparison.trends.filter(({ data }) => yearsOf(data).size > 1);
    const short = comparison.trends.filter((each) => !long.includes(each));
    return section(
      'tahun',
      t({ id: 'Dari tahun ke tahun', en: 'Over the years' }),
      ...long.map(({ indicator, data }) => {
        const years = [...yearsOf(data)];
        return chartFigure(
          `grafik-tren-${indicator}`,
          `tren-${indicator}-${base}`,
          (options) => trends(data, options),
          t({
            id: `Angka ${Math.min(...years)}–${Math.max(...years)}. Tahun tanpa angka tetap kosong; deret yang berbeda tidak disambung. Sumber: tiap angka dalam tabel.`,
            en: `Figures of ${Math.min(...years)}–${Math.max(...years)}. Years without a figure stay empty; different series are not joined. Source: behind each figure in the table.`,
          }),
          trendTable(indicator, data),
        );
      }),
      short.length > 0
        ? element(
            'p',
            { class: 'note' },
            t({
              id: `Belum ada angka dari dua tahun untuk ${formatList(
                short.map(({ data }) => data.indicator.id),
                'id',
              )}, jadi tidak digambar.`,
              en: `No figures of two years have been found for ${formatList(
                short.map(({ data }) => data.indicator.en),
                'en',
              )}, so nothing is drawn.`,
            }),
          )
        : null,
    );
  }

  function tools(): HTMLElement {
    const status = element('span', { role: 'status' });
    const copy = element('button', { type: 'button' }, t({ id: 'Salin tautan', en: 'Copy link' }));
    copy.addEventListener('click', () =>
      navigator.clipboard.writeText(address).then(
        () => {
          status.textContent = t({ id: 'Tautan sudah disalin.', en: 'The link has been copied.' });
        },
        () => {
          status.textContent = t({
            id: 'Tautan tidak dapat disalin di sini. Salinlah dari bilah alamat.',
            en: 'The link could not be copied here. Please copy it from the address bar.',
          });
        },
      ),
    );
    const print = element('button', { type: 'button' }, t({ id: 'Cetak', en: 'Print' }));
    print.addEventListener('click', () => window.print());
    return element('p', { class: 'compare-tools no-print' }, copy, print, status);
  }

  const sections = [mirrorSection(), differenceSection(), tableSection(), trendSection()].filter(
    (each) => each !== null,
  );
  const node = element(
    'div',
    { class: 'compare-shown' },
    element(
      'div',
      { class: 'stack-tight' },
      element('h2', { id: 'hasil', tabindex: '-1' }, formatList(names, lang)),
      element(
        'p',
        { class: 'note' },
        question.year === null
          ? t({
              id: 'Angka akhir terbaru tiap daerah. Tahunnya bisa berbeda: lihat tahun di samping tiap angka. Yang belum ditemukan bukan berarti rendah.',
              en: 'The latest final figure of each area. Years may differ: see the year beside each figure. Not found does not mean low.',
            })
          : t({
              id: `Angka akhir tahun ${question.year}. Yang belum ditemukan bukan berarti rendah.`,
              en: `Final figures of ${question.year}. Not found does not mean low.`,
            }),
      ),
      element(
        'ul',
        { class: 'jumps no-print' },
        ...sections.map((each) => {
          const heading = each.querySelector('h2');
          return element(
            'li',
            {},
            element('a', { href: `#${heading?.id ?? ''}` }, heading?.textContent ?? ''),
          );
        }),
      ),
      tools(),
    ),
    ...sections,
    element(
      'p',
      { class: 'on-paper' },
      t({ id: 'Alamat perbandingan ini: ', en: 'Address of this comparison: ' }),
      address,
    ),
  );
  return {
    node,
    redraw: () => {
      for (const draw of drawn) draw();
    },
  };
}

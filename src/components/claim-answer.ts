/**
 * What the page that checks claims answers, made of the files of the API by the functions the
 * build uses. What people wrote and what the data hold only ever become text, never markup.
 */

import { datasetOf } from '../api/dataset.ts';
import { type ApiClient, apiClient } from '../api/load.ts';
import type { Area, Band, IndicatorId, Score } from '../dataset/tables/index.ts';
import { meantByCode } from '../derive/area-code.ts';
import { scoreAnchor } from '../derive/citations.ts';
import { type ClaimCheck, checkClaim, easilyMistaken } from '../derive/claim.ts';
import type { Figure } from '../derive/figures.ts';
import { missingReason } from '../derive/missing.ts';
import { deriveModel, type Model } from '../derive/site-model.ts';
import { loadFinder } from '../finder/load.ts';
import { clearAnswer } from '../finder/search.ts';
import { inLang, type Lang, langOf, translator } from '../i18n/lang.ts';
import { flagLabels, MISSING, statusLabel } from '../i18n/terms.ts';
import { type AskedClaim, claimQuery } from '../site/claim-address.ts';
import { areaPath, indicatorPath, sourcePath } from '../site/page-paths.ts';
import { citedSource, today } from '../wording/citation.ts';
import {
  type ClaimPart,
  citationText,
  claimSubject,
  claimText,
  incompleteText,
} from '../wording/claim-text.ts';
import { bandInk, figureText } from '../wording/figure-text.ts';
import { breakSentence } from '../wording/series-text.ts';
import { element } from './dom.ts';

/** Of what people wrote, as much is shown again. */
const SHOWN = 80;
/** Places offered where a name means several. */
const CHOICES = 6;

export interface Answer {
  readonly heading: HTMLElement;
  readonly parts: readonly Node[];
  /** The area that was understood. */
  readonly place: { readonly code: string; readonly name: string } | null;
  /** Title of the document that shows the answer. */
  readonly title: string;
}

let client: ApiClient | undefined;

/** Text of others, cut where it is too long to be a value. */
function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** Everything that makes nodes in one language for one page. */
class Pages {
  readonly lang: Lang;
  readonly t: ReturnType<typeof translator>;
  readonly #root: string;

  constructor(host: HTMLElement) {
    this.lang = langOf(document.documentElement.lang);
    this.t = translator(this.lang);
    this.#root = host.dataset.root ?? '/';
  }

  href(path: string): string {
    return this.#root + path.replace(/^\//, '');
  }

  link(path: string, text: string): HTMLAnchorElement {
    return element('a', { href: this.href(path) }, text);
  }

  figure(score: Score, model: Model): HTMLAnchorElement {
    const { text, value, isPrinted } = figureText(score, model.figures.bands, this.lang);
    const data = element('data', { value }, text);
    if (isPrinted && this.lang !== 'id') data.lang = 'id';
    const href = this.href(sourcePath(score.source_id, scoreAnchor(score)));
    return element('a', { class: 'figure', href }, data);
  }

  source(score: Score, model: Model): HTMLAnchorElement {
    const { publisher, published } = model.source(score.source_id);
    const text = citedSource({ publisher, published }, this.lang);
    return this.link(sourcePath(score.source_id, scoreAnchor(score)), text);
  }

  band(band: Band, figure: Figure, model: Model): HTMLElement {
    const scheme = model.figures.bands
      .schemes(band.indicator, band.series, figure.year)
      .find((each) => each.scheme === band.scheme);
    const ink = bandInk(band.rank, scheme?.bands.length ?? 1);
    return element(
      'span',
      { class: `band ${ink}` },
      element('span', {}, inLang(band, 'label', this.lang)),
    );
  }

  paragraph(parts: readonly ClaimPart[], model: Model): HTMLElement {
    return element(
      'p',
      {},
      ...parts.map((part) =>
        typeof part === 'string'
          ? part
          : 'score' in part
            ? this.figure(part.score, model)
            : 'source' in part
              ? this.source(part.source, model)
              : this.link(part.path, part.text),
      ),
    );
  }

  section(heading: string, ...children: readonly (Node | string)[]): HTMLElement {
    return element('section', { class: 'stack-tight' }, element('h3', {}, heading), ...children);
  }
}

/** Loads the facts of an area, and of those it is easily mistaken for. */
async function modelOf(api: ApiClient, area: Area): Promise<Model> {
  const [definitions, regions] = await Promise.all([api.definitions(), api.regions()]);
  const codes = [area, ...easilyMistaken(regions.areas, area)].map(({ code }) => code);
  const members = await Promise.all(codes.map((code) => api.region(code)));
  return deriveModel(datasetOf({ definitions, regions, members }));
}

interface Understood {
  readonly area: Area | null;
  readonly problem: Node | null;
}

/** The area of a code or a name, or what to say where it is none, or one of several. */
async function areaOf(
  asked: AskedClaim,
  api: ApiClient,
  pages: Pages,
  index: string,
): Promise<Understood> {
  const { t } = pages;
  const { areas } = await api.regions();
  const byCode = areas.find(({ code }) => code === asked.region);
  if (byCode) return { area: byCode, problem: null };
  if (asked.region === '') {
    return {
      area: null,
      problem: element('p', {}, t({ id: 'Pilih daerahnya dahulu.', en: 'Choose a region first.' })),
    };
  }
  // A code is no name: digits that are no area's mean none.
  const isCode = /^[\d.,\s]+$/.test(asked.region);
  const hits = isCode ? [] : (await loadFinder(index))(asked.region, CHOICES);
  const clear = clearAnswer(hits);
  const area = clear && areas.find(({ code }) => code === clear.code);
  if (area) return { area, problem: null };
  const name = shown(asked.region);
  if (hits.length === 0) {
    const meant = meantByCode(areas, asked.region);
    if (meant) {
      const text = t({
        id: `Tidak ada kode wilayah “${name}”. Mungkin maksudnya `,
        en: `There is no area code “${name}”. Perhaps this is meant: `,
      });
      const link = element(
        'a',
        { href: claimQuery({ ...asked, region: meant.code }) },
        `${meant.code}, ${meant.name}`,
      );
      return { area: null, problem: element('p', {}, text, link, '.') };
    }
    const text = t({
      id: `Tidak ada provinsi, kabupaten, atau kota dengan kode atau nama “${name}”. Carilah di `,
      en: `There is no province, regency or city with the code or name “${name}”. Look for it in the `,
    });
    const list = pages.link(
      '/daerah/',
      t({ id: 'daftar semua daerah', en: 'list of all regions' }),
    );
    return { area: null, problem: element('p', {}, text, list, '.') };
  }
  const choices = hits.map((hit) =>
    element(
      'li',
      {},
      element('a', { href: claimQuery({ ...asked, region: hit.code }) }, hit.name),
      hit.province ? `, ${hit.province}` : '',
    ),
  );
  return {
    area: null,
    problem: element(
      'div',
      { class: 'stack-tight' },
      element(
        'p',
        {},
        t({
          id: `“${name}” bisa berarti beberapa daerah. Pilih salah satu:`,
          en: `“${name}” may mean several regions. Choose one:`,
        }),
      ),
      element('ul', { class: 'claim-choices' }, ...choices),
    ),
  };
}

/**
 * Answers a question out of an address.
 *
 * @param host the page's element: where the API, the finder's index and the pages are
 * @throws when the data cannot be loaded
 */
export async function answerTo(asked: AskedClaim, host: HTMLElement): Promise<Answer> {
  const pages = new Pages(host);
  const { t, lang } = pages;
  const { api = '', index = '', pageTitle = '' } = host.dataset;
  client ??= apiClient(api);
  const { area, problem } = await areaOf(asked, client, pages, index);
  const problems = problem ? [problem] : [];
  const { indicators } = await client.definitions();
  const indicator = indicators.find((row) => row.indicator === asked.indicator)?.indicator ?? null;
  if (!indicator) problems.push(indicatorProblem(asked, pages, host));
  const year = /^\d{4}$/.test(asked.year) ? Number(asked.year) : null;
  const isYear = year !== null && 1945 <= year && year <= 2100;
  if (!isYear) {
    const text = asked.year
      ? t({
          id: `“${shown(asked.year)}” tidak kami kenali sebagai tahun. Tulis empat angka, misalnya 2024.`,
          en: `We do not recognise “${shown(asked.year)}” as a year. Write four digits, such as 2024.`,
        })
      : t({ id: 'Tulis tahun yang diukur.', en: 'Write the year measured.' });
    problems.push(element('p', {}, text));
  }
  const place = area && { code: area.code, name: area.name };
  if (!area || !indicator || !isYear) {
    const heading = t({
      id: 'Ada isian yang belum kami kenali',
      en: 'Something entered is not known to us',
    });
    return {
      heading: headingOf('?', heading, ''),
      parts: [...problems, ...(await whatWorks(area, indicator, pages, client))],
      place,
      title: `${heading} · ${pageTitle}`,
    };
  }
  const model = await modelOf(client, area);
  const check = checkClaim(model, {
    area,
    indicator,
    year,
    claim: asked.claim,
    since: sinceOf(host, indicator),
  });
  const { edition } = await client.regions();
  const subject = claimSubject(check, lang);
  const { sign, heading, paragraphs } = claimText(
    { ...check, claim: shown(check.claim) },
    model,
    lang,
  );
  const question = check.claim === '' ? subject : `${subject}: “${shown(check.claim)}”`;
  const address = `${host.dataset.url ?? ''}${claimQuery({ ...asked, region: area.code })}`;
  return {
    heading: headingOf(sign, heading, question),
    parts: [
      element(
        'div',
        { class: 'stack-tight prose-lines' },
        ...paragraphs.map((parts) => pages.paragraph(parts, model)),
        element('p', { class: 'note small' }, incompleteText(lang)),
      ),
      ...printedTable(check, model, pages),
      timeline(area, indicator, check.notBefore === null ? year : null, model, pages),
      citing(check, model, pages, { edition, address, host }),
      furtherLinks(check, pages, address, host),
    ],
    place,
    title: `${question} · ${pageTitle}`,
  };
}

/** The first year of which any source speaks of a measure: the page knows it of all areas. */
function sinceOf(host: HTMLElement, indicator: IndicatorId): number | null {
  const options = [...host.querySelectorAll<HTMLOptionElement>('select option')];
  const since = options.find(({ value }) => value === indicator)?.dataset.since;
  return since ? Number(since) : null;
}

function headingOf(sign: string, heading: string, question: string): HTMLElement {
  return element(
    'div',
    { class: 'claim-verdict' },
    element('span', { class: 'claim-sign', 'aria-hidden': 'true' }, sign),
    element(
      'div',
      {},
      ...(question ? [element('p', { class: 'note' }, question)] : []),
      element('h2', {}, heading),
    ),
  );
}

function indicatorProblem(asked: AskedClaim, pages: Pages, host: HTMLElement): HTMLElement {
  const { t } = pages;
  const options = [...host.querySelectorAll<HTMLOptionElement>('select option[value]')].filter(
    ({ value }) => value !== '',
  );
  const links = options.map(({ value, textContent }) =>
    element(
      'li',
      {},
      element('a', { href: claimQuery({ ...asked, indicator: value }) }, textContent ?? value),
    ),
  );
  const text = asked.indicator
    ? t({
        id: `Tidak ada ukuran bernama “${shown(asked.indicator)}”. Yang ada:`,
        en: `There is no measure called “${shown(asked.indicator)}”. There are:`,
      })
    : t({ id: 'Pilih ukurannya:', en: 'Choose a measure:' });
  return element(
    'div',
    { class: 'stack-tight' },
    element('p', {}, text),
    element('ul', { class: 'claim-choices' }, ...links),
  );
}

/** What can be shown although a part of the question was not understood. */
async function whatWorks(
  area: Area | null,
  indicator: IndicatorId | null,
  pages: Pages,
  api: ApiClient,
): Promise<readonly Node[]> {
  const { t } = pages;
  const links = [
    ...(area
      ? [
          pages.link(
            areaPath(area),
            t({ id: `Profil ${area.name}`, en: `Profile of ${area.name}` }),
          ),
        ]
      : []),
    ...(indicator
      ? [
          pages.link(
            indicatorPath(indicator),
            t({ id: 'Halaman ukuran ini', en: 'The page of this measure' }),
          ),
        ]
      : []),
  ];
  const list =
    links.length > 0 ? [element('ul', {}, ...links.map((link) => element('li', {}, link)))] : [];
  if (!area || !indicator) return list;
  const model = await modelOf(api, area);
  return [timeline(area, indicator, null, model, pages), ...list];
}

/** Every printed version of the year that was asked about, with its source. */
function printedTable(check: ClaimCheck, model: Model, pages: Pages): readonly Node[] {
  const { t, lang } = pages;
  const { figure, same, reading } = check;
  if (!figure) return [];
  const [value, source, remarks] = [
    t({ id: 'Angka', en: 'Figure' }),
    t({ id: 'Sumber', en: 'Source' }),
    t({ id: 'Keterangan', en: 'Remarks' }),
  ];
  const rows = figure.rows.map((row) => {
    const isUsed = row === figure.speaking;
    const printed = pages.figure(row, model);
    const notes = [
      ...(isUsed ? [t({ id: 'dipakai situs ini', en: 'used by this site' })] : []),
      statusLabel(row.status, lang),
      ...flagLabels(row, lang).filter((_, i) => row.flags[i] !== row.status),
      ...(reading.kind !== 'none' && same.includes(row)
        ? [t({ id: 'cocok dengan isian Anda', en: 'matches what you entered' })]
        : []),
    ];
    const category =
      row.value !== null && row.category_printed !== null
        ? [
            ' ',
            element(
              'span',
              { class: 'small', ...(lang === 'id' ? {} : { lang: 'id' }) },
              `(${row.category_printed})`,
            ),
          ]
        : [];
    return element(
      'tr',
      {},
      element(
        'th',
        { scope: 'row' },
        isUsed ? element('strong', {}, printed) : printed,
        ...category,
      ),
      element('td', { 'data-label': source }, pages.source(row, model)),
      element(
        'td',
        { 'data-label': remarks },
        element('span', { class: 'small' }, notes.join('; ')),
      ),
    );
  });
  const heads = [value, source, remarks].map((text) => element('th', { scope: 'col' }, text));
  const subject = claimSubject(check, lang);
  const table = element(
    'table',
    { class: 'cards' },
    element(
      'caption',
      {},
      t({
        id: `Semua yang tercetak tentang ${subject} di sumber kami.`,
        en: `Everything our sources print on ${subject}.`,
      }),
    ),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  );
  const isToldAbove = check.verdict === 'agrees_other_source';
  const reason =
    figure.decision && !isToldAbove
      ? [element('p', { class: 'small' }, inLang(figure.decision, 'reason', lang))]
      : [];
  return [pages.section(t({ id: 'Yang tercetak', en: 'What is in print' }), table, ...reason)];
}

/**
 * The indicator of the area, year by year, newest first; breaks between series are rows.
 *
 * @param asked the year that was asked about, if any
 */
function timeline(
  area: Area,
  indicator: IndicatorId,
  asked: number | null,
  model: Model,
  pages: Pages,
): HTMLElement {
  const { t, lang } = pages;
  const history = model.figures.of(area.code, indicator);
  const { series, breaks } = model.indicator(indicator);
  const names = [...new Set(series.map((row) => inLang(row, 'short', lang)))];
  const source = t({ id: 'Sumber', en: 'Source' });
  const figureLabel = t({ id: 'Angka dan kategori', en: 'Figure and category' });
  const years = [...new Set([...history.map(({ year }) => year), ...(asked ? [asked] : [])])];
  years.sort((a, b) => b - a);

  const cellsOf = (year: number): readonly HTMLElement[] => {
    const figure = history.find((each) => each.year === year);
    if (figure?.speaking) {
      const bands = figure.value === null ? [] : figure.bands;
      const differing = element('a', { href: pages.href(`/perbedaan/#${scoreAnchor(figure)}`) });
      differing.textContent = t({ id: 'sumber berbeda', en: 'sources differ' });
      return [
        element(
          'td',
          {},
          pages.figure(figure.speaking, model),
          ...bands.flatMap((band) => [' ', pages.band(band, figure, model)]),
          ...(figure.differs ? [' ', element('small', {}, '(', differing, ')')] : []),
        ),
        element('td', { 'data-label': source }, pages.source(figure.speaking, model)),
      ];
    }
    const [told] = figure?.notes ?? [];
    if (told) {
      return [
        element('td', {}, pages.figure(told, model), ` (${statusLabel(told.status, lang)})`),
        element('td', { 'data-label': source }, pages.source(told, model)),
      ];
    }
    const missing = t(MISSING[missingReason(area, year)]);
    return [element('td', { colspan: '2' }, element('span', { class: 'missing' }, missing))];
  };
  const rowOf = (year: number): HTMLElement => {
    const name = history.find((each) => each.year === year)?.series;
    const row = series.find((each) => each.series === name);
    const label = row && names.length > 1 ? ` ${inLang(row, 'short', lang)}` : '';
    const head = element('th', { scope: 'row' }, `${year}${label}`);
    if (year === asked) {
      head.append(' ', element('small', {}, t({ id: '(yang ditanyakan)', en: '(as asked)' })));
    }
    return element('tr', year === asked ? { class: 'claim-asked' } : {}, head, ...cellsOf(year));
  };
  const rows = years.flatMap((year, i) => {
    const newer = years[i - 1] ?? year;
    const passed = breaks.filter((each) => year < each.year && each.year <= newer);
    const apart = t({
      id: 'Angka di kedua sisinya tidak dapat dibandingkan.',
      en: 'Figures on either side cannot be compared.',
    });
    return [
      ...passed.map((each) =>
        element(
          'tr',
          { class: 'break' },
          element('td', { colspan: '3', class: 'small' }, `${breakSentence(each, lang)} ${apart}`),
        ),
      ),
      rowOf(year),
    ];
  });
  const heads = [t({ id: 'Tahun', en: 'Year' }), figureLabel, source];
  const caption = t({
    id: `${names.join(', ')} ${area.name}: angka yang dipakai situs ini. Tahun lain belum ditemukan, atau tidak dinilai.`,
    en: `${names.join(', ')} of ${area.name}: the figures this site uses. Other years have not been found yet, or were not assessed.`,
  });
  return pages.section(
    t({ id: 'Tahun demi tahun', en: 'Year by year' }),
    years.length > 0
      ? element(
          'table',
          { class: 'cards' },
          element('caption', {}, caption),
          element(
            'thead',
            {},
            element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text))),
          ),
          element('tbody', {}, ...rows),
        )
      : element('p', { class: 'missing' }, t(MISSING[missingReason(area)])),
  );
}

interface Citing {
  readonly edition: string;
  readonly address: string;
  readonly host: HTMLElement;
}

/** A sentence for citing, and the ways to pass the answer on. */
function citing(
  check: ClaimCheck,
  model: Model,
  pages: Pages,
  { edition, address, host }: Citing,
): HTMLElement {
  const { t, lang } = pages;
  const { copied = '', uncopied = '' } = host.dataset;
  const text = citationText(check, model, { edition, accessed: today(), address }, lang);
  const status = element('p', { role: 'status', class: 'small' });
  const copy = (label: string, content: string) => {
    const button = element('button', { type: 'button' }, label);
    button.addEventListener('click', () =>
      navigator.clipboard.writeText(content).then(
        () => {
          status.textContent = copied;
        },
        () => {
          status.textContent = uncopied;
        },
      ),
    );
    return element('li', {}, button);
  };
  const whatsapp = `https://wa.me/?text=${encodeURIComponent(text.toWellFormed())}`;
  const ways = element(
    'ul',
    { class: 'claim-ways' },
    ...(navigator.clipboard
      ? [
          copy(t({ id: 'Salin kutipan', en: 'Copy the citation' }), text),
          copy(t({ id: 'Salin tautan jawaban ini', en: 'Copy the link to this answer' }), address),
        ]
      : []),
    element(
      'li',
      {},
      element(
        'a',
        { href: whatsapp, rel: 'external nofollow' },
        t({ id: 'Kirim lewat WhatsApp', en: 'Send by WhatsApp' }),
      ),
    ),
  );
  return pages.section(
    t({ id: 'Kutip dan bagikan', en: 'Cite and share' }),
    element('blockquote', { class: 'card' }, text),
    ways,
    status,
  );
}

function furtherLinks(
  check: ClaimCheck,
  pages: Pages,
  address: string,
  host: HTMLElement,
): HTMLElement {
  const { t, lang } = pages;
  const { area, indicator, year, figure } = check;
  const hasPeers = area.level !== 'province' && area.autonomy === 'autonomous';
  const members = hasPeers ? `${area.code},peers:${area.code}` : area.code;
  const comparison = `/banding/?d=${members}&i=${indicator}&y=${year}`;
  const links = [
    pages.link(areaPath(area), t({ id: `Profil ${area.name}`, en: `Profile of ${area.name}` })),
    pages.link(
      indicatorPath(indicator),
      t({
        id: `${inLang(check.series, 'short', lang)}: cara menilai dan angka daerah lain`,
        en: `${inLang(check.series, 'short', lang)}: method, and the figures of other regions`,
      }),
    ),
    pages.link(
      comparison,
      hasPeers
        ? t({ id: 'Bandingkan dengan daerah yang serupa', en: 'Compare with regions like it' })
        : t({ id: 'Bandingkan dengan wilayah lain', en: 'Compare with other areas' }),
    ),
    ...(figure?.differs
      ? [
          pages.link(
            `/perbedaan/#${scoreAnchor(figure)}`,
            t({
              id: 'Sumber berbeda: semua versi dan alasannya',
              en: 'Sources differ: all versions and the reason',
            }),
          ),
        ]
      : []),
    element(
      'a',
      { href: reportAddress(check, address, host, lang), rel: 'nofollow' },
      t({
        id: 'Laporkan kekeliruan atau kirim sumber lain',
        en: 'Report an error or send another source',
      }),
    ),
  ];
  return pages.section(
    t({ id: 'Selanjutnya', en: 'What next' }),
    element('ul', {}, ...links.map((link) => element('li', {}, link))),
  );
}

/** The link for reports, written at build for this page, about this answer. */
function reportAddress(check: ClaimCheck, address: string, host: HTMLElement, lang: Lang): string {
  const { report = '', reportAbout = '', reportAddress: ownAddress = '' } = host.dataset;
  const fill = (text: string, mark: string, content: string) =>
    mark === '' ? text : text.replaceAll(mark, () => encodeURIComponent(content.toWellFormed()));
  return fill(fill(report, reportAbout, claimSubject(check, lang)), ownAddress, address);
}

/** The table behind a map, following what the reader chose to see. */

import type { MapTopic } from '../charts/map-book.ts';
import { type MapRow, valueText } from '../charts/map-rows.ts';
import { formatDecimal, formatInteger } from '../i18n/format.ts';
import type { Lang } from '../i18n/lang.ts';
import { element } from './dom.ts';
import { chosenOn, rowsOf, sourceAddress } from './map-files.ts';

/** Keeps the table behind a map with its choices; built only where it is open. */
export function followWithList(root: HTMLElement): void {
  const details = root
    .closest('.chart-figure')
    ?.querySelector<HTMLDetailsElement>('details.chart-table');
  const summary = details?.querySelector('summary');
  if (!details || !summary) return;
  const ownTitle = summary.textContent ?? '';
  const own = [...details.childNodes].filter((node) => node !== summary);
  /** The line to open it stays the same element: it may have the focus. */
  const show = (title: string, content: readonly Node[]) => {
    summary.textContent = title;
    details.replaceChildren(summary, ...content);
  };
  const first = `${root.dataset.by}/${root.dataset.level}`;
  let shown = first;
  const update = async () => {
    const { by, level } = chosenOn(root);
    const choice = `${by}/${level}`;
    const wanted = choice === first ? first : `${choice}/${details.open}`;
    if (wanted === shown) return;
    shown = wanted;
    if (wanted === first) {
      show(ownTitle, own);
      return;
    }
    try {
      const { topic, rows } = await rowsOf(root);
      // Another choice may have been made meanwhile.
      if (shown !== wanted) return;
      const lang = (root.dataset.lang ?? 'id') as Lang;
      show(titleOf(topic, rows, lang), details.open ? [tableOf(root, topic, rows, lang)] : []);
    } catch {
      shown = '';
    }
  };
  details.addEventListener('toggle', update);
  root.addEventListener('change', update);
  update();
}

function titleOf(topic: MapTopic, rows: readonly MapRow[], lang: Lang): string {
  const known = formatInteger(rows.filter(({ source }) => source).length, lang);
  const all = formatInteger(rows.length, lang);
  const subject = topic.subject[lang];
  return lang === 'id'
    ? `Tabel: ${subject}, ditemukan untuk ${known} dari ${all} daerah, dengan sumbernya`
    : `Table: ${subject}, found for ${known} of ${all} regions, with sources`;
}

function tableOf(
  root: HTMLElement,
  topic: MapTopic,
  rows: readonly MapRow[],
  lang: Lang,
): HTMLElement {
  const subject = topic.subject[lang];
  const isRungs = topic.kind === 'rungs';
  const words =
    lang === 'id'
      ? ['Daerah', 'Provinsi', isRungs ? 'Angkatan' : 'Tahun', isRungs ? 'Kedudukan' : 'Nilai']
      : ['Region', 'Province', isRungs ? 'Cohort' : 'Year', isRungs ? 'Standing' : 'Value'];
  if (!isRungs) words.push(lang === 'id' ? 'Kategori' : 'Category');
  const table = element('table', {}, element('caption', {}, subject));
  table.className = 'cards';
  const head = table.createTHead().insertRow();
  for (const word of words) {
    const cell = element('th', {}, word);
    cell.scope = 'col';
    head.append(cell);
  }
  const body = table.createTBody();
  // What is known first: it would be lost among hundreds of rows without a figure.
  const known = rows.filter(({ source }) => source);
  for (const row of [...known, ...rows.filter(({ source }) => !source)]) {
    body.append(rowOf(root, row, words, isRungs, lang));
  }
  const scroll = element('div', {}, table);
  scroll.className = 'chart-scroll map-list';
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-label', subject);
  return scroll;
}

function rowOf(
  root: HTMLElement,
  row: MapRow,
  words: readonly string[],
  isRungs: boolean,
  lang: Lang,
): HTMLTableRowElement {
  const name = element('a', {}, row.name);
  name.href = (root.dataset.region ?? '').replace('{slug}', row.slug);
  const head = element('th', {}, name);
  head.scope = 'row';
  const category = row.band?.[lang] ?? (row.source ? row.shown[lang] : '');
  const cells = [
    row.province,
    row.year === null ? '' : String(row.year),
    figureOf(root, row, lang),
    ...(isRungs ? [] : [category]),
  ].map((content, i) => {
    const cell = element('td', {}, content);
    cell.dataset.label = words[i + 1] ?? '';
    return cell;
  });
  return element('tr', {}, head, ...cells);
}

/** The figure with the way to its source; the words for what is not known. */
function figureOf(root: HTMLElement, row: MapRow, lang: Lang): HTMLElement {
  const { value, source } = row;
  if (value === null || !source) {
    const missing = element('span', {}, valueText(row, lang));
    missing.className = 'missing';
    return missing;
  }
  const link = element('a');
  link.className = 'figure';
  link.href = sourceAddress(root, source);
  if (typeof value === 'string') {
    const data = element('data', {}, formatDecimal(value, lang));
    data.value = value;
    link.append(data);
  } else link.append(value[lang]);
  return link;
}

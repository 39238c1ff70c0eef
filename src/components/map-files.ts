/** The files behind a map on a page, fetched once each, when somebody comes to use them. */
import type { MapLevel } from '../charts/map.ts';
import {
  decodeBook,
  decodeSources,
  decodeTopic,
  type MapBook,
  type MapSources,
  type MapTopic,
} from '../charts/map-book.ts';
import { type MapRow, mapCsv, mapRows } from '../charts/map-rows.ts';
import type { Lang } from '../i18n/lang.ts';

export interface MapFiles {
  book(): Promise<MapBook>;
  topic(by: string): Promise<MapTopic>;
  sources(by: string): Promise<MapSources>;
}

const known = new WeakMap<Element, MapFiles>();

/** The files of a map. */
export function filesOf(root: HTMLElement): MapFiles {
  const files = known.get(root) ?? newFiles(root);
  known.set(root, files);
  return files;
}

function newFiles(root: HTMLElement): MapFiles {
  const land = root.querySelector('.chart-nation > path')?.getAttribute('d') ?? '';
  const parts = new Map<string, Promise<unknown>>();
  const once = <T>(part: string, read: (text: string) => T | Promise<T>): Promise<T> => {
    const fetched =
      parts.get(part) ??
      fetch((root.dataset.files ?? '').replace('{part}', part)).then(async (response) => {
        if (!response.ok) throw new Error(`${part}: ${response.status}`);
        return read(await response.text());
      });
    parts.set(part, fetched);
    fetched.catch(() => parts.delete(part));
    return fetched as Promise<T>;
  };
  const files: MapFiles = {
    book: () => once('tempat', (text) => decodeBook(text, land)),
    topic: (by) => once(by, decodeTopic),
    sources: (by) =>
      once(`sumber-${by}`, async (text) =>
        decodeSources(text, ...(await Promise.all([files.book(), files.topic(by)]))),
      ),
  };
  return files;
}

/** What the reader has chosen on a map. */
export function chosenOn(root: HTMLElement): { readonly by: string; readonly level: MapLevel } {
  const value = (name: string) =>
    root.querySelector<HTMLSelectElement>(`select[name=${name}]`)?.value ?? root.dataset[name];
  return { by: value('by') ?? 'rung', level: (value('level') ?? 'all') as MapLevel };
}

/** Whether the reader has chosen another map than the page came with. */
export function hasChosen(root: HTMLElement): boolean {
  const { by, level } = chosenOn(root);
  const view = root.querySelector<HTMLSelectElement>('select[name=view]')?.value;
  return by !== root.dataset.by || level !== root.dataset.level || Boolean(view);
}

/** Where a fact stands on its source's page. */
export function sourceAddress(
  root: HTMLElement,
  { id, anchor }: NonNullable<MapRow['source']>,
): string {
  return `${(root.dataset.source ?? '').replace('{id}', id)}#${anchor}`;
}

/** The rows of what a map shows now. */
export async function rowsOf(root: HTMLElement) {
  const { by, level } = chosenOn(root);
  const files = filesOf(root);
  const [book, topic, sources] = await Promise.all([
    files.book(),
    files.topic(by),
    files.sources(by),
  ]);
  return { topic, level, rows: mapRows(book, topic, sources, level) };
}

const LEVEL_NAMES = { all: '', regency: '-kabupaten', city: '-kota' } as const;

/** What a map shows now as a file of data, and the end of its name. */
export async function mapFile(root: HTMLElement): Promise<{ text: string; suffix: string }> {
  const { topic, level, rows } = await rowsOf(root);
  const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const address = (source: NonNullable<MapRow['source']>) =>
    new URL(sourceAddress(root, source), page ?? location.href).href;
  return {
    text: mapCsv(rows, topic.kind, root.dataset.lang as Lang, address),
    suffix: `${topic.by === 'rung' ? '-program' : `-${topic.by}`}${LEVEL_NAMES[level]}`,
  };
}

/**
 * The map in use: loaded at the first touch, key or choice. It draws with the very functions that
 * drew the page, so what it shows is where those functions say it is.
 */

import { cartogram, cartogramSpots } from '../charts/cartogram.ts';
import type { MapData, MapLevel, Point } from '../charts/map.ts';
import {
  cartogramData,
  type MapBook,
  type MapSources,
  type MapTopic,
  nationData,
} from '../charts/map-book.ts';
import { type Direction, endOf, pickNearest, stepFrom } from '../charts/map-pick.ts';
import { nation, nationSpots } from '../charts/nation.ts';
import { formatDecimal } from '../i18n/format.ts';
import type { Lang } from '../i18n/lang.ts';
import { element } from './dom.ts';
import { filesOf, hasChosen, sourceAddress } from './map-files.ts';

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** How far from a place a finger or a pointer still means it, in CSS pixels. */
const REACH = 32;
/** Narrower than this, the cartogram fits the screen better: as in the styles of the page. */
const DOTS_FROM = 700;

const SVG = 'http://www.w3.org/2000/svg';

interface Drawn {
  readonly svg: SVGSVGElement;
  readonly data: MapData;
  readonly spots: readonly Point[];
}

/**
 * Takes over a map.
 *
 * @param missed what was done on the stage while all this was loading, in its order; it grows
 *   until the map is ready
 * @param prompt what the readout says while no region is chosen
 */
export async function explore(
  root: HTMLElement,
  missed: readonly Event[],
  prompt: readonly Node[],
): Promise<void> {
  const { lang = 'id', region = '', by = 'rung' } = root.dataset;
  const stage = find<HTMLElement>(root, '.map-stage');
  const readout = find<HTMLElement>(root, '.map-readout');

  const files = filesOf(root);
  const choice = (name: string) => root.querySelector<HTMLSelectElement>(`select[name=${name}]`);

  const [book, rungs, firstTopic] = await Promise.all([
    files.book(),
    files.topic('rung'),
    files.topic(by),
  ]);
  let topic = firstTopic;
  // Whoever is on a slow line may have chosen before all this was here to hear of it.
  const chosen = hasChosen(root);
  /** Where the figures were printed; fetched with the first region that is chosen. */
  let sources: MapSources | null = null;
  let drawn = adopt();
  let current = -1;
  /** What was chosen by a tap or a key stays when the pointer leaves. */
  let kept = '';
  /** Whether the readout says that something could not be loaded. */
  let failed = !prompt.some(({ isConnected }) => isConnected);
  show(-1);

  /** What the data and the places are for a map of one form and width. */
  function mapOf(view: string, width: number) {
    const level = (choice('level')?.value ?? root.dataset.level ?? 'all') as MapLevel;
    const options = { lang: lang as Lang, id: `${root.id}-peta`, width };
    if (view === 'nation') {
      const data = nationData(book, topic, level);
      return { data, spots: nationSpots(data, options), markup: () => nation(data, options) };
    }
    const data = cartogramData(book, topic, level);
    return { data, spots: cartogramSpots(data, options), markup: () => cartogram(data, options) };
  }

  /** Takes over the map that is already there: nothing moves under the pointer. */
  function adopt(): Drawn {
    const svgs = [...stage.querySelectorAll<SVGSVGElement>('svg.chart')];
    const svg = svgs.find((each) => each.getBoundingClientRect().width > 0);
    if (!svg || chosen) return draw();
    const view = svg.classList.contains('chart-nation') ? 'nation' : 'cartogram';
    return { svg, ...mapOf(view, svg.viewBox.baseVal.width) };
  }

  /** Draws the chosen map at the width there is, in place of what stood there. */
  function draw(): Drawn {
    const width = Math.round(stage.clientWidth) || 360;
    const fitting = width < DOTS_FROM ? 'cartogram' : 'nation';
    const { data, spots, markup } = mapOf(choice('view')?.value || fitting, width);
    const template = document.createElement('template');
    template.innerHTML = markup();
    const svg = find<SVGSVGElement>(template.content, 'svg');
    stage.replaceChildren(svg);
    return { svg, data, spots };
  }

  function redraw() {
    const code = drawn.data.places[current]?.code ?? kept;
    drawn = draw();
    show(drawn.data.places.findIndex((place) => place.code === code));
  }

  /** Marks a place and says what is known of it. */
  function show(index: number) {
    current = index;
    drawn.svg.querySelector('.map-ring')?.remove();
    const place = drawn.data.places[index];
    const spot = drawn.spots[index];
    if (!place || !spot) {
      if (failed) readout.replaceChildren(...prompt);
      failed = false;
      return;
    }
    failed = false;
    drawn.svg.append(ring(spot));
    const printed = sources?.by === topic.by ? sources : null;
    readout.replaceChildren(
      ...answer(root, { book, topic, rungs, sources: printed }, place.code, lang as Lang, region),
    );
  }

  function choose(index: number) {
    if (index < 0) return;
    kept = drawn.data.places[index]?.code ?? '';
    show(index);
    withSources();
  }

  /** Says of the region chosen where its figure was printed, once that is known. */
  async function withSources() {
    const wanted = topic.by;
    if (sources?.by === wanted) return;
    try {
      const found = await files.sources(wanted);
      if (topic.by !== wanted) return;
      sources = found;
      show(current);
    } catch {
      // The page of the region has the source too.
    }
  }

  function at(event: MouseEvent): number {
    const box = drawn.svg.getBoundingClientRect();
    const scale = drawn.svg.viewBox.baseVal.width / box.width;
    // From the corner of the page: it may have been scrolled since.
    const [x, y] = [event.pageX - scrollX - box.left, event.pageY - scrollY - box.top];
    const point: Point = [x * scale, y * scale];
    return pickNearest(drawn.spots, point, REACH * scale);
  }

  stage.addEventListener('pointermove', (event) => {
    const index = at(event);
    if (index >= 0 && index !== current) show(index);
  });
  stage.addEventListener('pointerleave', () => {
    const index = drawn.data.places.findIndex(({ code }) => code === kept);
    if (index >= 0 && index !== current) show(index);
  });
  stage.addEventListener('click', (event) => choose(at(event)));
  stage.addEventListener('focus', () => {
    // A press of the pointer chooses for itself.
    if (current < 0 && stage.matches(':focus-visible')) choose(endOf(drawn.spots, 'first'));
  });
  function press(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const direction = KEYS[event.key];
    if (direction) {
      choose(current < 0 ? endOf(drawn.spots, 'first') : stepFrom(drawn.spots, current, direction));
    } else if (event.key === 'Home') choose(endOf(drawn.spots, 'first'));
    else if (event.key === 'End') choose(endOf(drawn.spots, 'last'));
    else if (event.key === 'Enter') readout.querySelector('a')?.click();
    else return;
    event.preventDefault();
  }
  stage.addEventListener('keydown', press);
  root.addEventListener('change', async () => {
    const name = choice('by')?.value ?? by;
    try {
      const chosen = await files.topic(name);
      // Another choice may have been made while this one was on its way.
      if ((choice('by')?.value ?? by) !== name) return;
      topic = chosen;
      redraw();
      if (kept) withSources();
    } catch {
      if ((choice('by')?.value ?? by) !== name) return;
      readout.textContent = readout.dataset.failed ?? '';
      failed = true;
    }
  });
  let width = stage.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(stage.clientWidth - width) < 2) return;
    width = stage.clientWidth;
    redraw();
  }).observe(stage);

  import('./map-list.ts').then(({ followWithList }) => followWithList(root)).catch(() => {});

  // What was done meanwhile is answered now.
  if (chosen) root.dispatchEvent(new Event('change'));
  if (stage.matches(':focus-visible')) choose(endOf(drawn.spots, 'first'));
  for (const event of missed) {
    // Nobody has seen yet where Enter would lead.
    if (event instanceof KeyboardEvent && event.key !== 'Enter') press(event);
    // Another map than the one that was pointed at has come.
    if (chosen || !(event instanceof MouseEvent)) continue;
    const index = at(event);
    if (event.type === 'click') choose(index);
    else if (index >= 0) show(index);
  }
}

/** A ring around a place: two lines, so that it is seen on any colour. */
function ring([x, y]: Point): SVGGElement {
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('class', 'map-ring f-none');
  for (const [ink, width] of [
    ['surface', 5],
    ['ink', 2.2],
  ] as const) {
    const circle = document.createElementNS(SVG, 'circle');
    const attributes = { class: `s-${ink}`, cx: x, cy: y, r: 9, 'stroke-width': width };
    for (const [name, value] of Object.entries(attributes)) circle.setAttribute(name, `${value}`);
    group.append(circle);
  }
  return group;
}

interface Known {
  readonly book: MapBook;
  readonly topic: MapTopic;
  readonly rungs: MapTopic;
  readonly sources: MapSources | null;
}

/** What is said of a region: its name with the way to its page, its figure, its standing. */
function answer(
  root: HTMLElement,
  { book, topic, rungs, sources }: Known,
  code: string,
  lang: Lang,
  address: string,
): readonly Node[] {
  const index = book.regions.findIndex((region) => region.code === code);
  const region = book.regions[index];
  const entry = topic.entries[index];
  if (!region || !entry) return [];
  const province = book.provinces.find((each) => each.code === region.province)?.name ?? '';
  const link = element('a', {}, region.name);
  link.href = address.replace('{slug}', region.slug);
  const parts: Node[] = [element('p', {}, link, `, ${province}`)];
  const source = sources?.entries[index];
  /** A figure leads to where it was printed. */
  const cited = (figure: Node | string): Node | string => {
    if (!source) return figure;
    const way = element('a', {}, figure);
    way.href = sourceAddress(root, { id: source.source, anchor: source.anchor });
    way.className = 'figure';
    return way;
  };
  if (topic.by !== 'rung') {
    const { value, year } = entry;
    const label = topic.groups[entry.group]?.label[lang] ?? '';
    const state = topic.groups[entry.group]?.state;
    const line = element('p', {}, `${topic.subject[lang]}: `);
    if (value === null) line.append(label);
    else if (typeof value === 'string') {
      const data = element('data', {}, formatDecimal(value, lang));
      data.value = value;
      const isBand = state?.startsWith('band');
      line.append(cited(data), ` (${year})`, isBand ? `, ${label}` : `; ${label}`);
    } else {
      line.append(cited(value[lang]), ` (${year})`);
      if (state === 'other-years') line.append(`; ${label}`);
    }
    parts.push(line);
  }
  const standing = rungs.entries[index];
  const rung = rungs.groups[standing?.group ?? -1]?.label[lang] ?? '';
  const programme = lang === 'id' ? 'Program percontohan' : 'Pilot programme';
  const cohort = standing?.year ? ` (${standing.year})` : '';
  parts.push(element('p', {}, `${programme}: ${rung}${cohort}`));
  return parts;
}

function find<E extends Element>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`the map has no ${selector}`);
  return found;
}

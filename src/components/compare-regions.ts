/**
 * The comparison in use. The address is all the state there is: every choice writes it, and what
 * is shown is read out of it, so that links, back and forward work by themselves.
 */
import { datasetOf } from '../api/dataset.ts';
import type { RegionFile, RegionsFile } from '../api/files.ts';
import { apiClient } from '../api/load.ts';
import { comparisonOf, type Entrant, groupName, lineupOf } from '../compare/comparison.ts';
import { entrantName } from '../compare/printed-rows.ts';
import {
  MAX_MEMBERS,
  type Member,
  memberText,
  type Question,
  questionQuery,
  readQuestion,
  sameMember,
} from '../compare/question.ts';
import type { IndicatorId } from '../dataset/tables/index.ts';
import { peersOf } from '../derive/peers.ts';
import { deriveModel } from '../derive/site-model.ts';
import { combobox } from '../finder/combobox.ts';
import { loadFinder } from '../finder/load.ts';
import { clearAnswer } from '../finder/search.ts';
import { formatList } from '../i18n/format.ts';
import { type Lang, translator } from '../i18n/lang.ts';
import { problemText } from '../wording/address-problem.ts';
import { resultOf, type Shown } from './compare-result.ts';
import { element } from './dom.ts';
import { isUsed } from './early-use.ts';

/** How long a file may take, in milliseconds: slow networks are not broken ones. */
const PATIENCE = 30_000;
/** Problems told one by one; of more than these only the number. */
const PROBLEMS_TOLD = 5;

function part<T extends Element>(host: ParentNode, selector: string): T {
  const found = host.querySelector<T>(selector);
  if (!found) throw new Error(`the comparison has no ${selector}`);
  return found;
}

/** The part of the page that an address names; nothing for a mangled one. */
function targetOf(hash: string): Element | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

/** What a choice makes of the question as it is. */
type Change = (now: Question) => Question;

/** Takes over a `<compare-regions>` element and answers what its address asks. */
export function compareRegions(host: HTMLElement): void {
  const { api = '', index = '', root = '/', first = '0', last = '0' } = host.dataset;
  const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'id';
  const t = translator(lang);
  const form = part<HTMLFormElement>(host, 'form');
  const chips = part<HTMLElement>(form, '.chips');
  const picker = part<HTMLElement>(form, '.finder');
  const input = part<HTMLInputElement>(picker, 'input');
  const choices = part<HTMLDetailsElement>(form, '.compare-choices');
  const pilotsButton = part<HTMLButtonElement>(form, 'button[data-add=pilots]');
  const peersButton = part<HTMLButtonElement>(form, 'button[data-add=peers]');
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name=i]')];
  const yearSelect = part<HTMLSelectElement>(form, 'select[name=y]');
  const status = part<HTMLElement>(host, '.compare-status');
  const problemsPlace = part<HTMLElement>(host, '.compare-problems');
  const failurePlace = part<HTMLElement>(host, '.compare-failure');
  const resultPlace = part<HTMLElement>(host, '.compare-result');
  const start = document.getElementById('awal');

  const indicators = boxes.map(({ value }) => value as IndicatorId);
  const plainTitle = document.title;
  const client = apiClient(api, (input_, options) =>
    fetch(input_, { ...options, signal: AbortSignal.timeout(PATIENCE) }),
  );

  let regions: RegionsFile | null = null;
  /** What was chosen before the address could be read. */
  const waiting: Change[] = [];
  let question: Question = { members: [], indicators, year: null };
  let shown: Shown | null = null;
  /** The query that is shown, or is on its way. */
  let asked: string | null = null;
  /** The place of a member that has just been removed by its button. */
  let removed: number | null = null;
  /** Counts what was asked: an answer that comes late is not shown. */
  let turn = 0;

  /** `isOnlyHeard`: what the page shows by itself anyway. */
  const say = (text: string, isOnlyHeard = false) => {
    status.textContent = text;
    status.classList.toggle('visually-hidden', isOnlyHeard);
  };

  function termsOf({ areas }: RegionsFile) {
    return { areas, indicators, years: [Number(first), Number(last)] as const };
  }

  /** Shows what went wrong, with a way to try again. */
  function fail(text: string, again: () => void): void {
    const button = element('button', { type: 'button' }, t({ id: 'Coba lagi', en: 'Try again' }));
    button.addEventListener('click', () => {
      failurePlace.replaceChildren();
      again();
    });
    const offline = navigator.onLine
      ? ''
      : t({
          id: 'Perangkat ini sedang tidak tersambung ke internet. ',
          en: 'This device is not connected to the internet. ',
        });
    failurePlace.replaceChildren(element('p', {}, offline + text), button);
  }

  /** What the address says, in the form: chips, measures, year. */
  function showQuestion(entrants: readonly Entrant[]): void {
    const { members, indicators: chosen, year } = question;
    chips.replaceChildren(
      ...members.map((member, i) => {
        const entrant = entrants[i];
        const name = entrant ? entrantName(entrant, lang) : memberText(member);
        const remove = element(
          'button',
          {
            type: 'button',
            'aria-label': t({ id: `Hapus ${name}`, en: `Remove ${name}` }),
          },
          '×',
        );
        remove.addEventListener('click', () => {
          removed = i;
          ask((now) => ({
            ...now,
            members: now.members.filter((other) => !sameMember(other, member)),
          }));
        });
        return element(
          'li',
          {},
          element('span', {}, name),
          element('input', { type: 'hidden', name: 'd', value: memberText(member) }),
          remove,
        );
      }),
    );
    chips.hidden = members.length === 0;
    if (removed !== null) {
      // The button pressed is gone: the focus goes to the next one, or to where one adds.
      const buttons = chips.querySelectorAll('button');
      (buttons[Math.min(removed, buttons.length - 1)] ?? input).focus();
      removed = null;
    }
    for (const box of boxes) box.checked = chosen.includes(box.value as IndicatorId);
    yearSelect.value = year === null ? '' : String(year);
    const measures =
      chosen.length === indicators.length
        ? t({ id: 'semua ukuran', en: 'all measures' })
        : t({
            id: `${chosen.length} dari ${indicators.length} ukuran`,
            en: `${chosen.length} of ${indicators.length} measures`,
          });
    const time = year === null ? t({ id: 'angka terbaru', en: 'latest figures' }) : String(year);
    part<HTMLElement>(choices, 'summary span').textContent = `: ${measures}, ${time}`;
    const has = (member: Member) => members.some((other) => sameMember(other, member));
    pilotsButton.disabled = has({ kind: 'pilots' });
    const of = peersSubject(entrants);
    peersButton.disabled = !of || has({ kind: 'peers', code: of.code });
    peersButton.textContent = of
      ? `+ ${groupName(of)[lang]}`
      : t({ id: '+ Daerah sebanding', en: '+ Regions like it' });
  }

  /** Whose peers can be added: those of the first area that has any. */
  function peersSubject(entrants: readonly Entrant[]) {
    const areas = regions?.areas ?? [];
    for (const entrant of entrants) {
      if (entrant.kind === 'area' && peersOf(entrant.area, areas, 1).length > 0) {
        return entrant.area;
      }
    }
    return null;
  }

  function showProblems(problems: ReturnType<typeof readQuestion>['problems']): void {
    const told = problems.slice(0, PROBLEMS_TOLD).map((problem) => problemText(problem, lang));
    const rest = problems.length - told.length;
    if (rest > 0) {
      told.push(
        t({
          id: `${rest} bagian lain dari alamat ini juga tidak dapat dibaca.`,
          en: `${rest} more parts of this address could not be read.`,
        }),
      );
    }
    problemsPlace.replaceChildren(...told.map((text) => element('p', {}, text)));
  }

  /** Changes what is asked; as soon as it is known what that is. */
  function ask(change: Change): void {
    waiting.push(change);
    if (regions) askWaiting(readQuestion(location.search, termsOf(regions)).question);
  }

  /** Asks for what was chosen: the address says it, and so it can be gone back from. */
  function askWaiting(now: Question): boolean {
    const next = waiting.splice(0).reduce((before, change) => change(before), now);
    const query = questionQuery(next, indicators);
    if (query === questionQuery(now, indicators)) return false;
    history.pushState(null, '', location.pathname + query);
    answer();
    return true;
  }

  function add(member: Member): void {
    ask((now) => {
      if (now.members.some((other) => sameMember(other, member))) {
        say(t({ id: 'Sudah ada dalam daftar.', en: 'It is in the list already.' }));
        return now;
      }
      if (now.members.length >= MAX_MEMBERS) {
        say(
          t({
            id: `Sudah ${MAX_MEMBERS}, yang terbanyak yang dapat dibandingkan. Hapus satu dulu.`,
            en: `There are ${MAX_MEMBERS}, the most that can be compared. Remove one first.`,
          }),
        );
        return now;
      }
      return { ...now, members: [...now.members, member] };
    });
  }

  function chooseIndicator(box: HTMLInputElement): void {
    const { checked } = box;
    ask((now) => {
      const chosen = indicators.filter((id) =>
        id === box.value ? checked : now.indicators.includes(id),
      );
      if (chosen.length > 0) return { ...now, indicators: chosen };
      box.checked = true;
      say(t({ id: 'Pilih paling sedikit satu ukuran.', en: 'Choose at least one measure.' }));
      return now;
    });
  }

  function chooseYear(): void {
    const year = yearSelect.value === '' ? null : Number(yearSelect.value);
    ask((now) => ({ ...now, year }));
  }

  /** Answers what the address asks now. */
  async function answer(): Promise<void> {
    const query = location.search;
    asked = query;
    turn += 1;
    const own = turn;
    const isLate = () => own !== turn;
    failurePlace.replaceChildren();
    say(t({ id: 'Memuat…', en: 'Loading…' }));
    try {
      const [regionsFile, pilotsFile] = await Promise.all([
        client.regions(),
        /pilots/i.test(query) ? client.pilots() : null,
      ]);
      if (isLate()) return;
      regions = regionsFile;
      const reading = readQuestion(query, termsOf(regionsFile));
      if (askWaiting(reading.question)) return;
      question = reading.question;
      showProblems(reading.problems);
      const normal = questionQuery(question, indicators);
      if (reading.problems.length === 0 && normal !== query) {
        // Another way to write the same: slugs become codes.
        history.replaceState(null, '', location.pathname + normal + location.hash);
        asked = normal;
      }
      const codes = pilotsFile?.pilots.map(({ code }) => code) ?? [];
      const whole = lineupOf(question.members, regionsFile.areas, codes);
      showQuestion(whole.entrants);
      followLanguage(normal);
      const names = whole.entrants.map((entrant) => entrantName(entrant, lang));
      document.title = names.length > 0 ? `${formatList(names, lang)} · ${plainTitle}` : plainTitle;
      if (start) start.hidden = names.length > 0;
      if (names.length === 0) {
        shown = null;
        resultPlace.replaceChildren();
        return say('');
      }

      let loaded = 0;
      const progress = () =>
        say(
          t({
            id: `Memuat angka ${loaded} dari ${whole.areas.length} daerah…`,
            en: `Loading the figures of ${loaded} of ${whole.areas.length} areas…`,
          }),
        );
      progress();
      const [definitions, ...settled] = await Promise.all([
        client.definitions(),
        ...whole.areas.map(({ code }) =>
          client.region(code).then(
            (file) => {
              loaded += 1;
              if (!isLate()) progress();
              return file;
            },
            () => null,
          ),
        ),
      ]);
      if (isLate()) return;
      const members = settled.filter((file): file is RegionFile => file !== null);
      const known = new Set(members.map(({ area }) => area.code));
      // Who could not be loaded is left out: it must not look as if nothing were known of it.
      const isWhole = (entrant: Entrant) =>
        (entrant.kind === 'area' ? [entrant.area] : entrant.areas).every(({ code }) =>
          known.has(code),
        );
      const absent = whole.entrants.filter((entrant) => !isWhole(entrant));
      const present = whole.entrants.filter(isWhole).map(({ member }) => member);
      if (absent.length > 0) {
        const left = formatList(
          absent.map((entrant) => entrantName(entrant, lang)),
          lang,
        );
        fail(
          t({
            id: `Angka ini tidak dapat dimuat, jadi belum dibandingkan: ${left}.`,
            en: `These figures could not be loaded, so they are not compared yet: ${left}.`,
          }),
          answer,
        );
      }
      const lineup = lineupOf(present, regionsFile.areas, codes);
      if (lineup.entrants.length === 0) {
        shown = null;
        resultPlace.replaceChildren();
        return say('');
      }
      const model = deriveModel(datasetOf({ definitions, regions: regionsFile, members }));
      const address = location.href.replace(/#.*/, '');
      shown = resultOf(model, comparisonOf(model, lineup, question), question, {
        lang,
        root,
        indicators,
        address,
      });
      resultPlace.replaceChildren(shown.node);
      shown.redraw();
      say(
        t({
          id: `Ditampilkan: ${formatList(names, 'id')}.`,
          en: `Shown: ${formatList(names, 'en')}.`,
        }),
        true,
      );
      targetOf(location.hash)?.scrollIntoView();
    } catch {
      if (isLate()) return;
      say('');
      fail(
        t({
          id: 'Angka untuk perbandingan ini tidak dapat dimuat.',
          en: 'The figures for this comparison could not be loaded.',
        }),
        answer,
      );
    }
  }

  /** The same comparison in the other language. */
  function followLanguage(query: string): void {
    const link = document.querySelector<HTMLAnchorElement>('.site-head a.lang');
    if (link) link.search = query;
  }

  combobox(picker, (place) => {
    input.value = '';
    add({ kind: 'area', code: place.code });
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === '') return;
    try {
      const hits = (await loadFinder(index))(text);
      const found = clearAnswer(hits);
      if (found) {
        // What was typed meanwhile stays.
        if (input.value.trim() === text) input.value = '';
        add({ kind: 'area', code: found.code });
      } else {
        say(
          hits.length > 0
            ? t({
                id: `“${text}” bisa berarti beberapa daerah: pilih satu dari daftar.`,
                en: `“${text}” may mean several places: choose one from the list.`,
              })
            : t({
                id: `Tidak ada daerah bernama “${text}”.`,
                en: `There is no place called “${text}”.`,
              }),
        );
        // Opens the list again.
        input.dispatchEvent(new Event('input'));
      }
    } catch {
      say(
        t({
          id: 'Daftar nama tidak dapat dimuat. Coba lagi.',
          en: 'The list of names could not be loaded. Try again.',
        }),
      );
    }
  });
  pilotsButton.addEventListener('click', () => add({ kind: 'pilots' }));
  peersButton.addEventListener('click', () => {
    const lineup =
      regions &&
      lineupOf(
        question.members.filter(({ kind }) => kind === 'area'),
        regions.areas,
        [],
      );
    const of = lineup && peersSubject(lineup.entrants);
    if (of) add({ kind: 'peers', code: of.code });
  });
  for (const box of boxes) box.addEventListener('change', () => chooseIndicator(box));
  yearSelect.addEventListener('change', chooseYear);
  host.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-compare]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.search === '' ? location.pathname : link.search);
    answer().then(() => document.getElementById('hasil')?.focus());
  });
  // A jump within the page is no new question.
  window.addEventListener('popstate', () => {
    if (location.search !== asked) answer();
  });
  window.addEventListener('online', () => {
    if (failurePlace.hasChildNodes()) answer();
  });
  new ResizeObserver(() => shown?.redraw()).observe(resultPlace);

  // On a phone the answer comes first; what it says of itself stands in the summary.
  const isNarrow = matchMedia('(max-width: 40rem)').matches;
  const isUsing = choices.contains(document.activeElement);
  if (location.search.length > 1 && isNarrow && !isUsing) choices.open = false;
  // Somebody may have chosen while this was loading.
  for (const box of boxes.filter(isUsed)) chooseIndicator(box);
  if (isUsed(yearSelect)) chooseYear();
  answer();
}

import type { Lang, Text } from '../dataset/table-schema.ts';
import { capitalised, formatInteger, formatList } from '../i18n/format.ts';
import { translator } from '../i18n/lang.ts';
import { MISSING } from '../i18n/terms.ts';
import { type Chart, frame, settings } from './chart.ts';
import { leading, lineWidth, type Type, write, writeBlock } from './lines.ts';
import type { Ink, Theme } from './palette.ts';
import { el, type Markup, paint } from './svg.ts';

/** A number that sources print for a step. */
export interface FunnelVersion {
  readonly value: number;
  /** How many sources print it. */
  readonly sources: number;
  /** The sources' own words on what was counted; may be empty. */
  readonly scopes: readonly Text[];
}

/** One step of a cohort. */
export interface FunnelStep {
  readonly label: Text;
  /** Every number in print; none where no source prints one. */
  readonly versions: readonly FunnelVersion[];
  /** How many regions our sources name at the step. */
  readonly named: number;
}

export interface FunnelData {
  readonly cohort: number;
  readonly steps: readonly FunnelStep[];
}

const STEP: Type = { size: 13, bold: true };
const NUMBER: Type = { size: 15, bold: true };
const SOFT: Type = { ink: 'ink-soft', size: 12 };
const BAR = 13;
const NAMED_BAR = 7;
/** The length of the empty place of a number that was not found. */
const HOLLOW = 64;
/** Between a bar and its words. */
const GAP = 8;
/** From this width on longer words have room to the right of the bars. */
const WIDE = 600;

function sourcesText(sources: number, lang: Lang): string {
  const n = formatInteger(sources, lang);
  return lang === 'id' ? `${n} sumber` : `${n} source${sources === 1 ? '' : 's'}`;
}

function versionText({ sources, scopes }: FunnelVersion, lang: Lang): string {
  return [sourcesText(sources, lang), ...scopes.map((scope) => scope[lang])].join('; ');
}

/** A bar, its number before it and its words beside or under it. */
interface Line {
  readonly number: string | null;
  readonly value: number;
  readonly words: string;
  readonly ink: Ink;
  readonly thickness: number;
}

function linesOf({ versions, named }: FunnelStep, lang: Lang): readonly Line[] {
  const t = translator(lang);
  const missing = MISSING.not_found[lang];
  const printed = versions.map(
    (version): Line => ({
      number: formatInteger(version.value, lang),
      value: version.value,
      words: versionText(version, lang),
      ink: 'line-strong',
      thickness: BAR,
    }),
  );
  const none: Line = {
    number: null,
    value: 0,
    words: t({ id: `jumlahnya ${missing}`, en: `number ${missing}` }),
    ink: 'line-strong',
    thickness: BAR,
  };
  const byName: Line = {
    number: named > 0 ? formatInteger(named, lang) : null,
    value: named,
    words:
      named > 0
        ? t({ id: 'namanya kami temukan', en: 'found by name' })
        : t({ id: `namanya ${missing}`, en: `names ${missing}` }),
    ink: 'region',
    thickness: NAMED_BAR,
  };
  if (printed.length > 0) return [...printed, byName];
  return named > 0 ? [none, byName] : [{ ...none, words: missing }];
}

/**
 * How many regions a cohort had at each step: every number in print as a bar of its own where
 * sources differ, and under them how many regions we know by name.
 */
export const funnel: Chart<FunnelData> = (data, options) => {
  const set = settings(options);
  const { lang, width, theme } = set;
  const t = translator(lang);
  const steps = data.steps.map((step) => ({ step, lines: linesOf(step, lang) }));
  const all = steps.flatMap(({ lines }) => lines);
  const most = Math.max(1, ...all.map(({ value }) => value));
  const numbers = Math.max(...all.map(({ number }) => lineWidth(number ?? '', NUMBER)), 20);
  const left = Math.ceil(numbers) + 8;
  // Beside the longest bar there is room for the shortest words, and on a wide chart for more.
  const beside = width >= WIDE ? width * 0.4 : lineWidth(sourcesText(99, lang), SOFT) + GAP;
  const length = width - left - beside;

  const head = writeBlock(
    theme,
    0,
    0,
    width,
    t({
      id: `Angkatan ${data.cohort}: jumlah daerah tiap tahap`,
      en: `Cohort of ${data.cohort}: regions at each step`,
    }),
    STEP,
  );
  const parts: Markup[] = [...head.markup];
  let y = head.height + 6;
  steps.forEach(({ step, lines }, i) => {
    if (i > 0) {
      parts.push(
        el('line', { ...paint(theme, { stroke: 'line' }), x1: 0, y1: y, x2: width, y2: y }),
      );
      y += 8;
    }
    const name = writeBlock(theme, 0, y, width, capitalised(step.label[lang]), STEP);
    parts.push(...name.markup);
    y += name.height + 3;
    for (const line of lines) {
      const middle = y + 9;
      if (line.number) {
        const type = line.ink === 'region' ? { ...NUMBER, ink: line.ink } : NUMBER;
        parts.push(write(theme, left - 8, middle + 5, line.number, { ...type, anchor: 'end' }));
      }
      parts.push(bar(theme, left, middle, (line.value / most) * length, line));
      const type: Type = line.ink === 'region' ? { ...SOFT, ink: 'region' } : SOFT;
      // The words stand beside their bar where they fit there, or at least most of them do.
      const end = left + (line.number === null ? HOLLOW : (line.value / most) * length) + GAP;
      const fits =
        lineWidth(line.words, type) <= width - end ||
        (width >= WIDE && width - end >= beside - GAP);
      const [x, top] = fits ? [end, y + 1] : [left, y + 17];
      const block = writeBlock(theme, x, top, width - x, line.words, type);
      parts.push(...block.markup);
      y = Math.max(y + 20, top + block.height + 4);
    }
    y += 6;
  });
  if (steps.length === 0) {
    parts.push(write(theme, 0, y + 12, MISSING.not_found[lang], { ink: 'ink-soft' }));
    y += leading();
  }

  const description =
    steps.map(({ step }) => describeStep(step, lang)).join(' ') ||
    `${capitalised(MISSING.not_found[lang])}.`;
  return frame(
    set,
    {
      kind: 'funnel',
      height: y,
      title: t({
        id: `Angkatan ${data.cohort} percontohan antikorupsi: jumlah daerah tiap tahap`,
        en: `Anti-corruption pilots, cohort of ${data.cohort}: regions at each step`,
      }),
      description,
    },
    parts,
  );
};

/** A bar from the common zero; a number that was not found is a dashed empty place. */
function bar(
  theme: Theme,
  x: number,
  middle: number,
  size: number,
  { number, ink, thickness }: Line,
): Markup {
  const y = middle - thickness / 2;
  return number === null
    ? el('rect', {
        ...paint(theme, { fill: 'none', stroke: 'line-strong', dash: '3 3' }),
        x: x + 0.5,
        y: y + 0.5,
        width: HOLLOW - 1,
        height: thickness - 1,
      })
    : el('rect', { ...paint(theme, { fill: ink }), x, y, width: size, height: thickness });
}

function describeStep({ label, versions, named }: FunnelStep, lang: Lang): string {
  const t = translator(lang);
  const told = versions.map(
    (version) => `${formatInteger(version.value, lang)} (${versionText(version, lang)})`,
  );
  const numbers =
    told.length === 0
      ? MISSING.not_found[lang]
      : told.length === 1
        ? told.join('')
        : t({
            id: `sumber berbeda, ${formatList(told, 'id')}`,
            en: `sources differ, ${formatList(told, 'en')}`,
          });
  const n = formatInteger(named, lang);
  if (versions.length + named === 0) return `${capitalised(label[lang])}: ${numbers}.`;
  const found =
    named > 0
      ? t({ id: `${n} namanya kami temukan`, en: `${n} found by name` })
      : t({ id: `namanya ${MISSING.not_found.id}`, en: `names ${MISSING.not_found.en}` });
  return `${capitalised(label[lang])}: ${numbers}; ${found}.`;
}

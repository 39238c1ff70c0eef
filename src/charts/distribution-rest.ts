import type { Settings } from './chart.ts';
import type { DistributionBase } from './distribution-base.ts';
import { categoriesText, restText, withoutNumber } from './distribution-words.ts';
import { SOFT, writeBlock } from './lines.ts';
import { el, type Markup, paint } from './svg.ts';

/** What the marks cannot show: categories without a number, the named without one, the rest. */
export function tellRest(
  { lang, width, theme }: Settings,
  data: DistributionBase,
  known: number,
  top: number,
) {
  const markup: Markup[] = [];
  let y = top;
  const named = data.region ? [data.region, ...data.pilots] : data.pilots;
  const labelled = withoutNumber(
    named.filter(({ category }) => category !== null),
    lang,
  );
  const solid = [categoriesText(data, lang), labelled.join('; ')].filter(Boolean) as string[];
  const hollow = [
    ...withoutNumber(
      named.filter(({ category }) => category === null),
      lang,
    ),
    restText(known, data, lang),
  ].filter((text) => text !== null);
  for (const text of solid) {
    const block = writeBlock(theme, 0, y, width, text, SOFT);
    markup.push(...block.markup);
    y += block.height + 3;
  }
  for (const text of hollow) {
    const block = writeBlock(theme, 16, y, width - 16, text, SOFT);
    markup.push(
      el('circle', {
        ...paint(theme, { fill: 'none', stroke: 'line-strong', strokeWidth: 1.2, dash: '2 2' }),
        cx: 6,
        cy: y + 7,
        r: 4.5,
      }),
      ...block.markup,
    );
    y += block.height + 3;
  }
  return { markup, height: y - top };
}

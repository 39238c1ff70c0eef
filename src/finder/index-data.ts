/** The finder's index: every area and its other names, as small as it can be sent. */
import type { Area, Row } from '../dataset/tables/index.ts';
import { wordsOf } from './text.ts';

/**
 * An area: code, name, residents in thousands, and its other names by how likely they are meant,
 * each kind in one text (`Tangsel|South Tangerang`); then the slug where it is not its name's.
 * Empty ends are left out.
 */
export type IndexRow = readonly [
  code: string,
  name: string,
  residents: number,
  names?: string,
  nicknames?: string,
  seats?: string,
  slug?: string,
];

/** Other names in the order of {@link IndexRow}: equal ones, nicknames, seats of government. */
function kindOf({ kind }: Row<'aliases'>): number {
  return kind === 'capital' ? 2 : kind === 'nickname' ? 1 : 0;
}

/** The address of an area by its name. */
export function slugOf(name: string): string {
  return wordsOf(name).join('-');
}

export function indexRows(
  areas: readonly Area[],
  aliases: readonly Row<'aliases'>[],
): readonly IndexRow[] {
  const byCode = Map.groupBy(aliases, (row) => row.code);
  return areas.map((area) => {
    const others: string[][] = [[], [], []];
    for (const row of byCode.get(area.code) ?? []) others[kindOf(row)]?.push(row.alias);
    const slug = slugOf(area.name) === area.slug ? '' : area.slug;
    const tail = [...others.map((names) => names.join('|')), slug];
    while (tail.at(-1) === '') tail.pop();
    const row = [area.code, area.name, Math.round(Number(area.population) / 1000), ...tail];
    return row as unknown as IndexRow;
  });
}

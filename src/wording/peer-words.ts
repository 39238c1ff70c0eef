/** How a region differs from another in each dimension of `src/derive/peers.ts`, in words. */
import { categoryLabel } from '../dataset/table-schema.ts';
import { areas } from '../dataset/tables/areas.ts';
import type { Peer } from '../derive/peers.ts';
import { formatDecimal, formatInteger } from '../i18n/format.ts';
import { type Lang, translator } from '../i18n/lang.ts';

/** Amounts at most this many times each other are called similar. */
export const SIMILAR_RATIO = 1.1;

/** Smaller shares than this are only told to be smaller. */
const LEAST_RATIO = 0.001;

/** A ratio of our own, to the digits that tell something: "12", "1,3", "0,08". */
export function ratioText(ratio: number, lang: Lang): string {
  if (ratio < LEAST_RATIO) return `<${formatDecimal(String(LEAST_RATIO), lang)}`;
  if (ratio >= 9.95) return formatInteger(Math.round(ratio), lang);
  return formatDecimal(ratio >= 0.95 ? ratio.toFixed(1) : ratio.toPrecision(1), lang);
}

function isSimilar(ratio: number): boolean {
  return ratio <= SIMILAR_RATIO && ratio >= 1 / SIMILAR_RATIO;
}

/** Population, density and place of a peer against the region's: one phrase each, in this order. */
export function peerWords(peer: Peer, lang: Lang): readonly [string, string, string] {
  const t = translator(lang);
  const amount = (ratio: number, name: { id: string; en: string }) => {
    if (isSimilar(ratio)) return t({ id: `${name.id} mirip`, en: `similar ${name.en}` });
    const times = ratioText(ratio, lang);
    return t({ id: `${name.id} ${times} kali`, en: `${times} times the ${name.en}` });
  };
  const island = categoryLabel(areas, 'island_group', peer.area.island_group, lang);
  return [
    amount(peer.population.ratio, { id: 'penduduk', en: 'population' }),
    amount(peer.density.ratio, { id: 'kepadatan', en: 'density' }),
    peer.island.same
      ? t({ id: 'gugus pulau sama', en: 'same island group' })
      : t({ id: `gugus pulau lain (${island})`, en: `another island group (${island})` }),
  ];
}

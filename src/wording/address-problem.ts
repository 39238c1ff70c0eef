/** What is said of a part of a comparison's address that could not be followed. */
import { type AddressProblem, MAX_MEMBERS } from '../compare/question.ts';
import { type Lang, translator } from '../i18n/lang.ts';

/** Longer pieces of an address are cut: they help nobody. */
const LONGEST = 40;

function quoted(text: string): string {
  const characters = [...text];
  return `“${characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text}”`;
}

/** The problem in a plain sentence. What stood in the address is quoted as it is: show it as text. */
export function problemText(problem: AddressProblem, lang: Lang): string {
  const t = translator(lang);
  if (problem.kind === 'too_many') {
    const { texts } = problem;
    const left = texts.slice(0, 4).map(quoted).join(', ');
    const more = texts.length > 4 ? ', …' : '';
    return t({
      id: `Paling banyak ${MAX_MEMBERS} yang dapat dibandingkan. Tidak dipakai: ${left}${more}.`,
      en: `At most ${MAX_MEMBERS} can be compared. Left out: ${left}${more}.`,
    });
  }
  const text = quoted(problem.text);
  switch (problem.kind) {
    case 'unknown_member':
      if (problem.meant) {
        const { code, name } = problem.meant;
        return t({
          id: `${text} bukan kode wilayah, jadi dilewati. Mungkin maksudnya ${code} (${name}).`,
          en: `${text} is no area code, so it was passed over. Perhaps ${code} (${name}) is meant.`,
        });
      }
      return t({
        id: `${text} bukan kode atau nama daerah yang dikenal, jadi dilewati.`,
        en: `${text} is no known code or name of an area, so it was passed over.`,
      });
    case 'no_peers':
      return t({
        id: `${text}: wilayah administratif tidak punya daerah sebanding, jadi dilewati.`,
        en: `${text}: an area without a government of its own has no regions like it, so it was passed over.`,
      });
    case 'twice':
      return t({
        id: `${text} sudah ada dalam perbandingan ini; dipakai sekali saja.`,
        en: `${text} is in this comparison already; it is used once.`,
      });
    case 'unknown_indicator':
      return t({
        id: `${text} bukan ukuran yang dikenal, jadi dilewati.`,
        en: `${text} is no known measure, so it was passed over.`,
      });
    case 'impossible_year':
      return t({
        id: `${text} bukan tahun yang ada angkanya; yang ditampilkan angka terbaru.`,
        en: `${text} is no year with figures; the latest ones are shown.`,
      });
  }
}

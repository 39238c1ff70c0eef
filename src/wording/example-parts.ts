/** What a region does, in a sentence: the words of a fact, or one made of a row. */
import { categoryLabel } from '../dataset/table-schema.ts';
import { TABLES } from '../dataset/tables/index.ts';
import type { Example } from '../derive/readiness-examples.ts';
import { formatDate } from '../i18n/format.ts';
import { inLang, type Lang, translator } from '../i18n/lang.ts';
import type { Part } from './fact-lines.ts';

/** "on 28 August 2020", "in August 2020": English dates need their preposition. */
function onDate(date: string, lang: Lang): string {
  const text = formatDate(date, lang);
  if (lang === 'id') return text;
  return `${date.length === 'YYYY-MM-DD'.length ? 'on' : 'in'} ${text}`;
}

/** The sentence in pieces: printed words and names stay Indonesian in every language. */
export function exampleParts(example: Example, lang: Lang): readonly Part[] {
  if (example.table === 'profile_facts') return [inLang(example.row, 'text', lang)];
  const detail = inLang(example.row, 'detail', lang);
  return [...told(example, lang), detail === null ? '.' : `; ${detail}.`];
}

function told(example: Exclude<Example, { table: 'profile_facts' }>, lang: Lang): readonly Part[] {
  const t = translator(lang);
  switch (example.table) {
    case 'integrity_units': {
      const { unit, predicate, year } = example.row;
      return [
        { name: unit },
        t({
          id: ` meraih predikat ${predicate} ${year}`,
          en: ` got the ${predicate} predicate of ${year}`,
        }),
      ];
    }
    case 'service_malls': {
      const when = onDate(example.row.opened ?? '', lang);
      return [
        t({
          id: `mal pelayanan publik diresmikan ${when}`,
          en: `a public service mall was opened ${when}`,
        }),
      ];
    }
    case 'channels': {
      const { channel, kind, launched } = example.row;
      const label = categoryLabel(TABLES.channels, 'kind', kind, lang);
      // Some details say it themselves.
      const isTold = launched !== null && inLang(example.row, 'detail', lang)?.includes(launched);
      const since =
        launched === null || isTold
          ? ''
          : t({ id: ', sejak ', en: ', since ' }) + formatDate(launched, lang);
      return [
        t({ id: 'ada kanal aduan ', en: 'there is a complaint channel, ' }),
        { name: channel },
        `${kind === 'other' || channel.includes(label) ? '' : `, ${label}`}${since}`,
      ];
    }
    case 'complaint_ratings': {
      const { year, rating } = example.row;
      return [
        t({
          id: `penanganan aduan ${year} berpredikat `,
          en: `its handling of complaints in ${year} was rated `,
        }),
        { printed: rating ?? '' },
      ];
    }
  }
}

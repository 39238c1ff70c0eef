import type { Lang } from '../dataset/table-schema.ts';
import type { Term } from '../dataset/tables/index.ts';
import { FORM_SEPARATOR } from '../dataset/tables/terms.ts';

/** A way in which a page writes a term. */
export interface TermForm {
  readonly slug: string;
  readonly text: string;
  /** Whether the form itself is the short one ("WTP"), rather than the words it stands for. */
  readonly isShort: boolean;
  /** What the term stands for. */
  readonly expansion: string | null;
}

/** Two capitals, or the very abbreviation of the row: "WTP", "Korsupgah", not "Ombudsman". */
function isShortForm(term: Term, form: string): boolean {
  if (term.kind !== 'abbreviation' || form.includes(' ')) return false;
  return form === term.term_id || (form.match(/\p{Lu}/gu) ?? []).length > 1;
}

/** Every form in which pages of a language write the terms. The first term to claim a form has it. */
export function termForms(terms: readonly Term[], lang: Lang): readonly TermForm[] {
  const forms = new Map<string, TermForm>();
  for (const term of terms) {
    const written = lang === 'id' ? term.term_id : term.term_en;
    const also = lang === 'id' ? term.also : term.also_english;
    for (const text of [written, ...(also?.split(FORM_SEPARATOR) ?? [])]) {
      if (forms.has(text)) continue;
      const expansion = lang === 'id' ? term.expansion_id : term.expansion_en;
      forms.set(text, { slug: term.slug, text, isShort: isShortForm(term, text), expansion });
    }
  }
  return [...forms.values()];
}

/** Other short forms of an abbreviation, for readers who met one of those. */
export function otherNames(term: Term, lang: Lang): readonly string[] {
  if (term.kind !== 'abbreviation') return [];
  return termForms([term], lang).flatMap(({ text, isShort }) =>
    text !== term.term_id && (isShort || /^\p{Lu}[\p{Lu} ]+$/u.test(text)) ? [text] : [],
  );
}

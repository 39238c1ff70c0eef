/** What changed in the data: `/feed.xml`, `/en/feed.xml`. */
import { LANGS, type Lang, langParam } from '../../i18n/lang.ts';
import { ATOM_TYPE, atomFeed, editionEntries } from '../../publish/atom.ts';
import { model } from '../../site/data.ts';
import { dataSite } from '../../site/described.ts';

export function getStaticPaths() {
  return LANGS.map((lang) => ({ params: { lang: langParam(lang) }, props: { lang } }));
}

export function GET({ props: { lang } }: { props: { lang: Lang } }): Response {
  const entries = editionEntries(model.dataset.tables.editions, dataSite, lang);
  return new Response(atomFeed(entries, dataSite, lang), {
    headers: { 'Content-Type': `${ATOM_TYPE}; charset=utf-8` },
  });
}

/** Corrections: `/koreksi/feed.xml`, `/en/koreksi/feed.xml`. */
import { LANGS, type Lang, langParam } from '../../../i18n/lang.ts';
import { ATOM_TYPE, atomFeed, CORRECTIONS_TITLE } from '../../../publish/atom.ts';
import { firstMoment } from '../../../publish/data-words.ts';
import { corrections } from '../../../site/changes.ts';
import { CORRECTIONS_FEED } from '../../../site/correction-files.ts';
import { model } from '../../../site/data.ts';
import { dataSite } from '../../../site/described.ts';
import { changeAbout, correctionSentence } from '../../../wording/change-text.ts';

export function getStaticPaths() {
  return LANGS.map((lang) => ({ params: { lang: langParam(lang) }, props: { lang } }));
}

export function GET({ props: { lang } }: { props: { lang: Lang } }): Response {
  const entries = corrections.map((correction) => {
    const url = `${dataSite.page('/koreksi/', lang)}#${correction.id}`;
    return {
      id: url,
      title: changeAbout(correction.change, model, lang),
      summary: correctionSentence(correction, model, lang),
      url,
      updated: firstMoment(correction.edition.date),
    };
  });
  const feed = atomFeed(entries, dataSite, lang, {
    path: CORRECTIONS_FEED,
    page: '/koreksi/',
    title: CORRECTIONS_TITLE,
  });
  return new Response(feed, { headers: { 'Content-Type': `${ATOM_TYPE}; charset=utf-8` } });
}

/** Writes the feed of changes to the data: Atom (RFC 4287). */

import type { Row } from '../dataset/tables/index.ts';
import { formatDate } from '../i18n/format.ts';
import { inLang, type Lang, type Text, translator } from '../i18n/lang.ts';
import { SITE_NAME } from '../i18n/terms.ts';
import { LICENCE } from '../licence.ts';
import { editionAnchor, HISTORY_PATH } from '../site/page-paths.ts';
import { type DataSite, firstMoment, publisherOf } from './data-words.ts';

/** Media type of the feed. */
export const ATOM_TYPE = 'application/atom+xml';

/** Path of the feed, without language and base. */
export const FEED_PATH = '/feed.xml';

/** What the feed is called. */
export const FEED_TITLE: Text = {
  id: `${SITE_NAME}: perubahan data`,
  en: `${SITE_NAME}: changes to the data`,
};

/** What the feed of corrections is called. */
export const CORRECTIONS_TITLE: Text = {
  id: `${SITE_NAME}: koreksi`,
  en: `${SITE_NAME}: corrections`,
};

/** A feed: where it is, the page that tells the same, and its name. */
export interface FeedOf {
  /** Without language and base, like `page`. */
  readonly path: string;
  readonly page: string;
  readonly title: Text;
}

const CHANGES: FeedOf = { path: FEED_PATH, page: '/data/', title: FEED_TITLE };

/** Something that changed. */
export interface FeedEntry {
  /** Address that stays the same for good and belongs to this entry alone. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The page that tells more. */
  readonly url: string;
  /** `YYYY-MM-DDThh:mm:ssZ`. */
  readonly updated: string;
}

function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

function element(name: string, text: string, attributes = ''): string {
  return `<${name}${attributes}>${escapeXml(text)}</${name}>`;
}

function linkTo(rel: string, url: string, more: Readonly<Record<string, string>>): string {
  const attributes = { rel, href: url, ...more };
  return `<link ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${escapeXml(value)}"`)
    .join(' ')}/>`;
}

/** The entries that tell of editions, newest first. */
export function editionEntries(
  editions: readonly Row<'editions'>[],
  site: DataSite,
  lang: Lang,
): readonly FeedEntry[] {
  const t = translator(lang);
  return editions.toReversed().map((edition) => {
    const date = formatDate(edition.date, lang);
    const url = `${site.page(HISTORY_PATH, lang)}#${editionAnchor(edition.version)}`;
    return {
      id: url,
      title: t({
        id: `Data edisi ${edition.version}, ${date}`,
        en: `Data edition ${edition.version}, ${date}`,
      }),
      summary: inLang(edition, 'summary', lang),
      url,
      updated: firstMoment(edition.date),
    };
  });
}

/** A feed of entries, newest first. It is as new as its newest entry. */
export function atomFeed(
  entries: readonly FeedEntry[],
  site: DataSite,
  lang: Lang,
  { path, page, title }: FeedOf = CHANGES,
): string {
  const self = site.page(path, lang);
  const updated = [firstMoment(site.edition.date), ...entries.map((entry) => entry.updated)]
    .toSorted()
    .at(-1);
  const { contact } = site;
  const author = [
    element('name', publisherOf(site)),
    contact?.startsWith('mailto:')
      ? element('email', contact.slice('mailto:'.length))
      : element('uri', contact ?? site.page('/', lang)),
  ];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    element('id', self),
    element('title', title[lang]),
    element('updated', updated ?? ''),
    linkTo('self', self, { type: ATOM_TYPE }),
    linkTo('alternate', site.page(page, lang), { type: 'text/html', hreflang: lang }),
    linkTo('license', LICENCE.url, {}),
    `<author>${author.join('')}</author>`,
    ...entries.map((entry) =>
      [
        '<entry>',
        element('id', entry.id),
        element('title', entry.title),
        element('updated', entry.updated),
        linkTo('alternate', entry.url, { type: 'text/html', hreflang: lang }),
        element('summary', entry.summary, ' type="text"'),
        '</entry>',
      ].join(''),
    ),
    '</feed>',
    '',
  ].join('\n');
}

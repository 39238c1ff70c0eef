/** What other sites make of a pasted address of a page: its first chart, by oEmbed. */
import { oEmbed } from '../../../../../embed/oembed.ts';
import { LANGS, type Lang, langParam } from '../../../../../i18n/lang.ts';
import { SITE_NAME } from '../../../../../i18n/terms.ts';
import { type Frame, framedPages, pathParts, snippetOf } from '../../../../../site/frames.ts';
import { absolute, fileHref, href } from '../../../../../site/paths.ts';

export function getStaticPaths() {
  return framedPages().flatMap(([page, [frame]]) =>
    LANGS.map((lang) => ({
      params: { lang: langParam(lang), ...pathParts(page) },
      props: { lang, frame },
    })),
  );
}

export function GET({ props: { lang, frame } }: { props: { lang: Lang; frame: Frame } }): Response {
  const provider = { name: SITE_NAME, url: absolute(href(lang, '/')) };
  const image = absolute(fileHref(`/bagikan${frame.page.slice(0, -1)}.png`));
  const answer = oEmbed(snippetOf(frame, lang), provider, image);
  return new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json' } });
}

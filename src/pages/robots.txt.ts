/** Everything may be crawled; the sitemap says what there is. */
import { absolute, fileHref } from '../site/paths.ts';

export function GET(): Response {
  const sitemap = absolute(fileHref('/sitemap-index.xml'));
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
}

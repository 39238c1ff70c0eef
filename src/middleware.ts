import { defineMiddleware } from 'astro:middleware';
import { termLinker } from './glossary/link-terms.ts';
import { model } from './site/data.ts';
import { href } from './site/paths.ts';

const GLOSSARY = '/istilah/';
const linkTerms = termLinker(model.dataset.tables.terms, (lang) => href(lang, GLOSSARY));

/**
 * Every page, built or previewed, goes through here once: the first use of each term of the
 * glossary becomes a link to it. Files for machines, frames, and the glossary itself stay as they are.
 */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!isPage) return response;
  const lang = url.pathname.startsWith(href('en', '/')) ? 'en' : 'id';
  if (url.pathname === href(lang, GLOSSARY)) return response;
  // A link in a frame would open a page where no page may stand.
  if (url.pathname.startsWith(href(lang, '/embed/'))) return response;
  return new Response(linkTerms(await response.text(), lang), response);
});

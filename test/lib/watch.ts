import type { BrowserContext, Page } from 'playwright-core';

/** What went wrong while pages of a context were open. */
export interface Watch {
  readonly context: BrowserContext;
  /** The problems since the last call, in words. */
  take(): string[];
}

/**
 * Listens to everything a context's pages say and fetch: errors and warnings of the console,
 * uncaught exceptions, requests that fail or go to another origin than the one named.
 */
export function watch(context: BrowserContext, origin: string | null): Watch {
  let problems: string[] = [];
  const report = (page: Page | undefined, what: string) =>
    problems.push(`${page?.url() ?? '?'}: ${what}`);
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      report(message.page() ?? undefined, `${message.type()}: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => report(error.page() ?? undefined, String(error.error())));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (origin !== null && url.protocol.startsWith('http') && url.origin !== origin) {
      report(undefined, `request to ${url.href}`);
    }
  });
  context.on('requestfailed', (request) => {
    report(undefined, `${request.url()} failed: ${request.failure()?.errorText ?? ''}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) report(undefined, `${response.url()}: ${response.status()}`);
  });
  return {
    context,
    take() {
      const taken = problems;
      problems = [];
      return taken;
    },
  };
}

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger, AstroPrerenderer } from 'astro';
import type { Plugin } from 'vite';
import { PageShares } from './page-shares.ts';
import { SecondThread } from './second-thread.ts';

/** Pages under way at a time: enough that neither thread waits for the other. */
const UNDER_WAY = 24;

/** Astro's name for the bundle that draws pages, and for the part of the build that makes it. */
const PRERENDER = 'prerender';

/**
 * Draws pages in two threads where the machine has the cores: a build takes two thirds of the time,
 * and its files are the same to the byte. More threads would need more memory than a build may take.
 */
export function parallelPages(): AstroIntegration {
  let entry: URL | undefined;
  const bundle: Plugin = {
    name: 'cermin-prerender-entry',
    writeBundle({ dir = '' }, files) {
      if (this.environment.name !== PRERENDER) return;
      const chunk = Object.values(files).find(
        (file) => file.type === 'chunk' && file.isEntry && file.name === PRERENDER,
      );
      if (chunk) entry = pathToFileURL(join(dir, chunk.fileName));
    },
  };
  let pages: ReadonlyMap<string, { readonly styles: readonly unknown[] }>;
  return {
    name: 'cermin-parallel-pages',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build' || availableParallelism() < 2) return;
        updateConfig({ build: { concurrency: UNDER_WAY }, vite: { plugins: [bundle] } });
      },
      'astro:build:setup': (options) => {
        pages = options.pages;
      },
      'astro:build:start': ({ setPrerenderer, logger }) => {
        if (availableParallelism() < 2) return;
        setPrerenderer((own) =>
          inTwoThreads(own, () => {
            if (!entry) throw new Error('the bundle that draws pages was not found');
            const styles = new Map([...pages].map(([key, { styles }]) => [key, { styles }]));
            return openSecond(entry.href, styles, logger);
          }),
        );
      },
    },
  };
}

const openSecond = (
  entry: string,
  pages: ReadonlyMap<string, { readonly styles: readonly unknown[] }>,
  logger: AstroIntegrationLogger,
) => new SecondThread({ entry, pages }, (message) => logger.warn(message));

/** Astro's own way to draw pages, sharing them with a second thread. */
function inTwoThreads(own: AstroPrerenderer, open: () => SecondThread): AstroPrerenderer {
  const shares = new PageShares();
  let second: SecondThread | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  /** Draws on this thread, page after page; between two, word from the other thread comes in. */
  const drawHere: AstroPrerenderer['render'] = (request, options) => {
    const drawn = turn.then(breath).then(() => own.render(request, options));
    turn = drawn.catch(() => {});
    return drawn;
  };
  return {
    ...own,
    name: 'cermin-parallel-pages',
    async setup() {
      second = open();
      await own.setup?.();
    },
    async render(request, options) {
      const thread = second ? shares.take(new URL(request.url).pathname) : 'first';
      try {
        return second && thread === 'second'
          ? await second.render(request.url, options.routeData)
          : await drawHere(request, options);
      } finally {
        shares.done(thread);
      }
    },
    async teardown() {
      await second?.close();
      await own.teardown?.();
    },
  };
}

const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

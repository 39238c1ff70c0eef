/** The threads that draw pages: the first is the build's own. */
export type ThreadName = 'first' | 'second';

/**
 * Shares pages out between two threads: whichever has less to do gets the next, but what belongs
 * together stays together, so that what is kept between its pages is made once.
 */
export class PageShares {
  readonly #homes = new Map<string, ThreadName>();
  readonly #open: Record<ThreadName, number> = { first: 0, second: 0 };

  /** The thread for the page at `path`, which has then one page more to draw. */
  take(path: string): ThreadName {
    const kin = kinOf(path);
    const { first, second } = this.#open;
    const home = this.#homes.get(kin) ?? (second <= first ? 'second' : 'first');
    this.#homes.set(kin, home);
    this.#open[home] += 1;
    return home;
  }

  /** Says that a thread has drawn one of its pages. */
  done(thread: ThreadName): void {
    this.#open[thread] -= 1;
  }
}

/**
 * What a page belongs with: the pages and frames of one region, source and so on in all languages;
 * and all files of data, which are made of the same tables.
 */
function kinOf(path: string): string {
  const parts = path.split('/').filter((part) => !['', 'en', 'embed'].includes(part));
  const [kind = '', of = ''] = parts;
  return kind === 'data' || kind === 'api' ? 'data' : `${kind}/${of}`;
}

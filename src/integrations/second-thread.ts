import { Worker } from 'node:worker_threads';
import type { Answer, Order, Setting } from './render-thread.ts';

/**
 * What the thread's heap may hold, in MiB: some four times what it needs. Without a bound it would
 * keep what it no longer needs until the whole build is too large.
 */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 96 };

interface Waiting {
  readonly resolve: (response: Response) => void;
  readonly reject: (reason: unknown) => void;
}

/** A thread that draws pages with the bundle that this one draws with. */
export class SecondThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  /** Why it draws no more. */
  #end: unknown;

  /** @param warn takes what Astro logs there */
  constructor(setting: Setting, warn: (message: string) => void) {
    this.#worker = new Worker(new URL('./render-thread.ts', import.meta.url), {
      workerData: setting,
      resourceLimits: LIMITS,
    });
    this.#worker.on('message', (answer: Answer) => {
      if ('log' in answer) warn(answer.log);
      else this.#take(answer);
    });
    this.#worker.on('error', (error) => this.#stop(error));
    this.#worker.on('exit', () => this.#stop(new Error('the thread that draws pages has ended')));
  }

  /**
   * Draws the page at `url`.
   * @throws what drawing it threw, or what ended the thread
   */
  render(url: string, route: { route: string; component: string }): Promise<Response> {
    if (this.#end) return Promise.reject(this.#end);
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      const order: Order = { id, url, route: route.route, component: route.component };
      this.#worker.postMessage(order);
    });
  }

  /** Ends the thread; a page it still draws is given up. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(answer: Exclude<Answer, { log: string }>): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(answer.error);
    else waiting?.resolve(new Response(answer.body, answer));
  }

  #stop(reason: unknown): void {
    this.#end ??= reason;
    for (const { reject } of this.#waiting.values()) reject(this.#end);
    this.#waiting.clear();
  }
}

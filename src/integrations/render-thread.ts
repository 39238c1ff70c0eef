/** The second thread of a build: draws the pages it is told to with Astro's own bundle. */
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread starts from. */
export interface Setting {
  /** The address of the bundle that draws pages. */
  readonly entry: string;
  /** The stylesheets of each template, by Astro's key of it. */
  readonly pages: ReadonlyMap<string, { readonly styles: readonly unknown[] }>;
}

/** A page to draw. */
export interface Order {
  readonly id: number;
  readonly url: string;
  /** The pattern and the file of its template. */
  readonly route: string;
  readonly component: string;
}

/** What the thread sends back. */
export type Answer =
  | {
      readonly id: number;
      readonly status: number;
      readonly headers: [string, string][];
      readonly body: ArrayBuffer | null;
    }
  | { readonly id: number; readonly error: unknown }
  | { readonly log: string };

interface RouteData {
  readonly route: string;
  readonly component: string;
}

/** What of Astro's app for builds is used here. */
interface BuildApp {
  readonly manifest: { readonly routes: readonly { readonly routeData: RouteData }[] };
  setInternals(internals: object): void;
  setOptions(options: object): void;
  render(request: Request, options: { routeData: RouteData }): Promise<Response>;
}

const port = parentPort;
if (!port) throw new Error('draws pages for another thread, not by itself');
const send = (answer: Answer, ...given: ArrayBuffer[]) => port.postMessage(answer, given);

const opened = open(workerData as Setting);
// An order waits for it and tells what went wrong.
opened.catch(() => {});

let turn: Promise<unknown> = Promise.resolve();
port.on('message', (order: Order) => {
  turn = turn.then(() => draw(order));
});

async function open({ entry, pages }: Setting): Promise<BuildApp> {
  const { app }: { app: BuildApp } = await import(entry);
  // Of the build's state, drawing a page asks for its stylesheets alone: this site adds no scripts
  // by configuration.
  app.setInternals({ pagesByKeys: pages, entrySpecifierToBundleMap: new Map() });
  const destination = { write: ({ message }: { message: string }) => send({ log: message }) };
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination } } });
  return app;
}

async function draw({ id, url, route, component }: Order): Promise<void> {
  try {
    const app = await opened;
    const found = app.manifest.routes.find(
      ({ routeData }) => routeData.route === route && routeData.component === component,
    );
    if (!found) throw new Error(`no template ${component} draws ${url}`);
    const response = await app.render(new Request(url), found);
    const body = response.body && (await response.arrayBuffer());
    send(
      { id, status: response.status, headers: [...response.headers], body },
      ...(body ? [body] : []),
    );
  } catch (error) {
    send({ id, error });
  }
}

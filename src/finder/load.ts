import type { IndexRow } from './index-data.ts';
import { createFinder, type Finder } from './search.ts';

const finders = new Map<string, Promise<Finder>>();

async function fetchFinder(address: string): Promise<Finder> {
  const response = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return createFinder((await response.json()) as readonly IndexRow[]);
}

/** The search over the index at an address: fetched once, then without the network. */
export function loadFinder(address: string): Promise<Finder> {
  const finder = finders.get(address) ?? fetchFinder(address);
  finders.set(address, finder);
  finder.catch(() => finders.delete(address));
  return finder;
}

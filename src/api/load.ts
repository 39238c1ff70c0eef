import {
  API,
  type DefinitionsFile,
  type PilotsFile,
  type RegionFile,
  type RegionsFile,
} from './files.ts';

/** Reads files of the API, each once. */
export interface ApiClient {
  definitions(): Promise<DefinitionsFile>;
  regions(): Promise<RegionsFile>;
  pilots(): Promise<PilotsFile>;
  /** Throws if the file is not there: look the code up among the regions first. */
  region(code: string): Promise<RegionFile>;
}

/**
 * A reader of the API.
 *
 * @param root full or absolute address of the API, with a slash at the end
 * @param get how to fetch; the browser's own unless told
 * @throws (from each method) when a file cannot be had; the next call tries again
 */
export function apiClient(
  root: string,
  get: typeof fetch = (...args) => fetch(...args),
): ApiClient {
  const known = new Map<string, Promise<unknown>>();
  const read = <T>(path: string): Promise<T> => {
    const before = known.get(path);
    if (before) return before as Promise<T>;
    const file = get(root + path).then((response) => {
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.json();
    });
    known.set(path, file);
    file.catch(() => known.delete(path));
    return file as Promise<T>;
  };
  return {
    definitions: () => read(API.definitions),
    regions: () => read(API.regions),
    pilots: () => read(API.pilots),
    region: (code) => read(API.region(code)),
  };
}

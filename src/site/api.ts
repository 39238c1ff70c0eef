import { apiFiles } from '../publish/api.ts';
import { citations, edition, model } from './data.ts';
import { absolute, fileHref } from './paths.ts';

/** The files of the API by their paths below its root. */
export const api: ReadonlyMap<string, object> = apiFiles(model, citations, {
  edition,
  address: (path) => absolute(fileHref(path)),
});

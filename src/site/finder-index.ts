import { createHash } from 'node:crypto';
import { indexRows } from '../finder/index-data.ts';
import { model } from './data.ts';

const { areas, aliases } = model.dataset.tables;
const text = JSON.stringify(indexRows(areas, aliases));
const version = createHash('sha256').update(text).digest('hex').slice(0, 10);

/** The finder's index. Its name changes with its content, so it may be kept for good. */
export const finderIndex = { text, version, path: `/finder/${version}.json` };

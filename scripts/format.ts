import { runTool } from './lib/child.ts';
import type { Verb } from './lib/effects.ts';

/** `npm run format`: formats and sorts imports, and says what a person must put right. */
const format: Verb = async (args, effects) =>
  runTool('biome', ['check', '--write', ...(args.length > 0 ? args : ['.'])], effects.env);

export default format;

import { readConfig } from '../src/config.ts';
import { buildOrStop } from './build.ts';
import { refuseArguments } from './lib/arguments.ts';
import type { Verb } from './lib/effects.ts';
import { serve } from './lib/serve.ts';
import { untilStopped } from './lib/until-stopped.ts';

/** `npm start`: builds the site and serves it on this machine until stopped. */
const start: Verb = async (args, effects) => {
  refuseArguments('start', args);
  const config = readConfig(effects.env);
  await buildOrStop(config, effects);
  const { outDir: dir, base, port } = config;
  const server = await serve({ dir, base, port });
  effects.out(`Cermin Daerah is at ${server.url} (Ctrl-C stops it)`);
  await untilStopped();
  await server.close();
  return 0;
};

export default start;

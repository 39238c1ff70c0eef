import { readConfig } from '../src/config.ts';
import { refuseArguments } from './lib/arguments.ts';
import type { Verb } from './lib/effects.ts';
import { untilStopped } from './lib/until-stopped.ts';

/** `npm run dev`: live preview on this machine while writing. */
const dev: Verb = async (args, effects) => {
  refuseArguments('dev', args);
  const { port, base } = readConfig(effects.env);
  const astro = await import('astro');
  const server = await astro.dev({
    root: process.cwd(),
    server: { host: '127.0.0.1', port },
    logLevel: 'warn',
  });
  effects.out(`preview at http://127.0.0.1:${server.address.port}${base} (Ctrl-C stops it)`);
  await untilStopped();
  await server.stop();
  return 0;
};

export default dev;

// `node scripts/run.ts VERB ARGS…`: runs a verb and turns its outcome into an exit code.
// `cermin.mjs` calls it on the pinned Node once everything is set up.
import { UserError } from '../src/user-error.ts';
import { processEffects } from './lib/effects.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
// Astro and Vite read the build's environment from here; nothing that runs later sets it.
process.env.NO_UPDATE_NOTIFIER = '1';

// The launcher is gone: nobody is left to stop a server or to want a build.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The channel must not keep a finished verb alive.
process.channel?.unref();

const [verb = '', ...args] = process.argv.slice(2);
try {
  const { default: main } = await import(`./${verb}.ts`);
  process.exitCode = await main(args, processEffects());
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`cermin ${verb}: ${error.message}\n`);
  process.exitCode = error.exitCode;
}

import { UserError } from '../../src/user-error.ts';

/** Refuses arguments: for verbs that are told everything by the environment. */
export function refuseArguments(verb: string, args: readonly string[]): void {
  if (args.length === 0) return;
  throw new UserError(
    `"npm run ${verb}" takes no arguments, but was given "${args.join(' ')}"; set the environment variables that README.md lists`,
  );
}

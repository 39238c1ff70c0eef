/**
 * Something the person at the keyboard can put right: printed as a sentence, without a stack.
 * Every other error is a mistake in the code and keeps its stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** 2 when the command was used wrongly, 1 when it could not do its work. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

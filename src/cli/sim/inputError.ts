/** Something that the caller can mend: said in one line on standard error, exit code 2. */
export class InputError extends Error {}

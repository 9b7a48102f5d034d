/** Lets other work of the process through. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

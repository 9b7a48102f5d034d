import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Throws where the packages of a folder are not there. */
export function assertInstalled(folder: string): void {
  if (!existsSync(join(folder, 'node_modules')))
    throw new Error(`it is not installed: \`npm ci\` or \`npm install\` in ${relative(process.cwd(), folder)}`);
}

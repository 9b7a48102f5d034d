import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { built } from '../../bin/built.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDER = 'dist/web';
/** Folder of the built GraphiQL. */
export const WEB_ROOT = join(ROOT, FOLDER);

/** Builds GraphiQL into `dist/web` unless it was built from these very sources. Returns whether it had to. */
export const buildWeb = (): Promise<boolean> =>
  built({
    root: ROOT,
    folder: FOLDER,
    sources: ['src/web', 'vite.config.ts', 'package-lock.json'],
    build: async (outDir) => {
      const { build } = await import('vite');
      await build({ configFile: join(ROOT, 'vite.config.ts'), root: join(ROOT, 'src/web'), build: { outDir } });
    },
  });

// @ts-check
import { join, resolve } from 'node:path';
import { built } from './built.js';

const HOME = resolve(import.meta.dirname, '..');

/**
 * Compiles the program and its packages into one file, `dist/program/main.js`, unless it is up to date: loading hundreds of
 * modules takes longer than what they do at start. Types are not checked. Throws where the source cannot be compiled, with
 * file, line and mistake.
 *
 * @param {string} home the repository
 * @returns {Promise<boolean>} whether it had to
 */
export const compile = (home = HOME) =>
  built({
    root: home,
    folder: 'dist/program',
    sources: ['src', 'bin', 'package-lock.json'],
    build: async (fresh) => {
      const { build, stop } = await import('esbuild');
      await build({
        // Two folders deep, as the files of src that look for others by where they are.
        entryPoints: { main: join(home, 'src/main.ts'), web: join(home, 'src/web/build.ts') },
        outdir: fresh,
        bundle: true,
        format: 'esm',
        platform: 'node',
        target: 'node20.19',
        // What is native, and what is only there to develop with.
        external: ['@duckdb/node-bindings', 'libsql', 'vite'],
        // Packages check less of what only developers get wrong: graphql-js every type that it looks at.
        define: { 'process.env.NODE_ENV': '"production"' },
        sourcemap: 'linked',
        sourcesContent: false,
        legalComments: 'none',
        banner: {
          js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
        },
        logLevel: 'silent',
      }).finally(stop);
    },
  });

/** The same for a command: without a program it ends. */
export async function compileOrExit() {
  try {
    return await compile();
  } catch (error) {
    console.error(`The program could not be compiled: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}

// @ts-check
import { compileOrExit } from './compile.js';

/** What a server needs beside its source: the program compiled, and GraphiQL built. */
const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1);

if (await compileOrExit()) console.log(`Compiled in ${seconds()} s`);
/** @type {unknown} */
const web = await import(String(new URL('../dist/program/web.js', import.meta.url)));
if (await /** @type {typeof import('../src/web/build.js')} */ (web).buildWeb())
  console.log(`GraphiQL built; ready after ${seconds()} s`);

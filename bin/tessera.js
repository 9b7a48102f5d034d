#!/usr/bin/env node
// @ts-check
import { compileOrExit } from './compile.js';

await compileOrExit();
process.setSourceMapsEnabled(true);
await import(String(new URL('../dist/program/main.js', import.meta.url)));

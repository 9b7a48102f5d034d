import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Stands in for Cube's Rust addon where that is missing: it does not come from the npm registry. Cube then plans in its own JavaScript, and what is
 * here gives a result its form, as the addon does. Neither Cube Store nor the SQL API is to be had.
 */
const folder = dirname(createRequire(import.meta.url).resolve('@cubejs-backend/native/package.json'));
const places = ['index.node', 'native/index.node'].map((name) => join(folder, name));

/** Cube looks for the file before it loads it, so an empty one marks the stand-in; one of an earlier start is no addon. */
for (const file of places) if (existsSync(file) && statSync(file).size === 0) rmSync(file);
export const hasAddon = places.some((file) => existsSync(file));

if (!hasAddon) {
  writeFileSync(places[0], '');
  const load = Module._extensions['.node'];
  Module._extensions['.node'] = (module, file) => {
    if (file === places[0]) module.exports = standIn;
    else load(module, file);
  };
  process.env.CUBEJS_TESSERACT_SQL_PLANNER = 'false';
  process.env.CUBEJS_TRANSPILATION_NATIVE = 'false';
}

const bytes = (value) => new TextEncoder().encode(JSON.stringify(value)).buffer;

const standIn = {
  setupLogger() {},
  resetLogger() {},
  isFallbackBuild: () => true,
  redactSqlLiterals: (sql) => sql,
  newJinjaEngine: () => ({}),
  getFinalQueryResult: async (asked, raw, rest) => bytes({ ...rest, data: shaped(asked, raw) }),
  getFinalQueryResultMulti: async (asked, raws, rest) =>
    bytes({ ...rest, results: rest.results.map((result, i) => ({ ...result, data: shaped(asked[i], raws[i]) })) }),
};

/** The columns of a result under the names of their members, in the form that was asked for. */
function shaped({ aliasToMemberNameMap, annotation, query, resType }, raw) {
  const { members: aliases, columns } = JSON.parse(raw.toString());
  const named = aliases.map((alias, i) => {
    const member = aliasToMemberNameMap[alias];
    return [member, annotation[member]?.type === 'time' ? columns[i].map(time) : columns[i]];
  });
  const all = [...named, ...withoutGrain(named, query.dimensions ?? [])];
  return FORMS[resType ?? 'default'](
    all.map(([member]) => member),
    all.map(([, values]) => values),
  );
}

const rowsOf = (columns, row) => Array.from({ length: columns[0]?.length ?? 0 }, (_, i) => row(i));

const FORMS = {
  default: (members, columns) =>
    rowsOf(columns, (i) => Object.fromEntries(members.map((member, c) => [member, columns[c][i]]))),
  compact: (members, columns) => ({ members, dataset: rowsOf(columns, (i) => columns.map((values) => values[i])) }),
  columnar: (members, columns) => ({ members, columns }),
};

/** A time asked by a grain is given under its own name, too. */
const withoutGrain = (named, dimensions) =>
  named
    .map(([member, values]) => [member.split('.'), values])
    .filter(([[cube, name, grain]]) => grain !== undefined && !dimensions.includes(`${cube}.${name}`))
    .map(([[cube, name], values]) => [`${cube}.${name}`, values]);

const time = (value) => (value === null ? null : String(value).replace('Z', '').slice(0, 23));

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { graphql, type GraphQLSchema } from 'graphql';
import { loadModel, type LoadedModel, withSegments } from '../../src/answers/workspace.js';
import type { Ran } from '../../src/answers/run.js';
import type { Catalog } from '../../src/catalog/model.js';
import { contextFactory } from '../../src/graphql/request.js';
import { schemaOf } from '../../src/graphql/schema.js';
import { ProblemError } from '../../src/query/problem.js';
import { openStore } from '../../src/store/store.js';
import { openDuckDb } from '../../src/warehouse/duckdb/duckdb.js';

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
    readonly originalError?: unknown;
  }[];
  /** Statements that ran for it. */
  readonly ran: readonly Ran[];
}

/** A workspace that answers GraphQL as the server would. */
export interface OpenWorkspace {
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  close(): Promise<void>;
}

/** The repository's own workspaces do not change while tests run: each is loaded once per process. */
const unchanging = ['.', 'samples/bistro'].map((dir) => resolve(dir));
const loaded = new Map<string, Promise<LoadedModel>>();

async function load(dir: string): Promise<LoadedModel> {
  const warehouse = await openDuckDb({ dir });
  const { model, problems } = await loadModel(dir, warehouse, 1_000_000);
  if (model) return model;
  await warehouse.close();
  throw new ProblemError(problems);
}

function loadOnce(dir: string): Promise<LoadedModel> {
  const found = loaded.get(dir) ?? load(dir);
  loaded.set(dir, found);
  return found;
}

const schemas = new WeakMap<Catalog, GraphQLSchema>();

/** Made, and checked at its first question, once per model. */
function schemaOnce(catalog: Catalog): GraphQLSchema {
  const schema = schemas.get(catalog) ?? schemaOf(catalog);
  schemas.set(catalog, schema);
  return schema;
}

/** Opens a workspace with a store of its own, gone when it is closed. Throws ProblemError where the model is wrong. */
export async function openWorkspace(dir: string): Promise<OpenWorkspace> {
  const shared = unchanging.includes(resolve(dir));
  const model = await (shared ? loadOnce(resolve(dir)) : load(dir));
  const home = await mkdtemp(join(tmpdir(), 'tessera-'));
  const store = await openStore(join(home, 'store.db'));
  const workspace = await withSegments(model, store);
  const schema = schemaOnce(workspace.catalog);
  const makeContext = contextFactory(workspace);
  return {
    ask: async (source, variableValues = {}) => {
      const contextValue = makeContext();
      const answer = await graphql({ schema, source, variableValues, contextValue });
      return { ...answer, ran: contextValue.session.ran };
    },
    close: async () => {
      await store.close();
      if (!shared) await model.warehouse.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

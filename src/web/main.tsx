import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './theme.css';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { abortableFetcher } from './fetcher.js';
import { starterTabs } from './starter-tabs.js';

const fetcher = abortableFetcher(window.location.pathname);
const plugins = [explorerPlugin({ showAttribution: false }), HISTORY_PLUGIN];
const tabs = starterTabs.map(({ title, query, variables }) => ({
  query: `${title.replace(/^/gm, '# ')}\n${query.trim()}\n`,
  variables: variables ? JSON.stringify(variables, null, 2) : null,
}));

createRoot(document.getElementById('graphiql') ?? document.body).render(
  <GraphiQL fetcher={fetcher} plugins={plugins} defaultTabs={tabs} schemaDescription inputValueDeprecation>
    <GraphiQL.Logo>
      <img className="logo" src="./favicon.svg" alt="" />
      Tessera
    </GraphiQL.Logo>
  </GraphiQL>,
);

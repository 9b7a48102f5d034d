import { join } from 'node:path';
import express, { Router } from 'express';

const NOT_BUILT = 'GraphiQL is not built yet: `npm start` builds it.';

/** GraphiQL for browsers at `/graphql`, and the files it needs; every other request passes. */
export function graphiqlRoutes(webRoot: string): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.redirect('graphql');
  });
  router.get('/graphql', (request, response, next) => {
    response.vary('Accept');
    if (request.accepts(['json', 'application/graphql-response+json', 'html']) !== 'html') {
      next();
      return;
    }
    response.set('Cache-Control', 'no-cache').sendFile(join(webRoot, 'index.html'), (error) => {
      if (error && !response.headersSent) response.status(503).type('text').send(NOT_BUILT);
    });
  });
  // The names of these files hold a hash of their content.
  router.use('/assets', express.static(join(webRoot, 'assets'), { index: false, immutable: true, maxAge: '1y' }));
  router.use(express.static(webRoot, { index: false, redirect: false }));
  return router;
}

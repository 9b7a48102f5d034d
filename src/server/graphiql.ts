import { join } from 'node:path';
import express, { Router } from 'express';

/** GraphiQL for browsers at `/graphql`, and the files it needs; every other request passes. */
export function graphiqlRoutes(webRoot: string): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.redirect('graphql');
  });
  router.get('/graphql', (request, response, next) => {
    response.vary('Accept');
    if (request.accepts(['json', 'application/graphql-response+json', 'html']) !== 'html') return next();
    response.set('Cache-Control', 'no-cache').sendFile(join(webRoot, 'index.html'));
  });
  // The names of these files hold a hash of their content.
  router.use('/assets', express.static(join(webRoot, 'assets'), { index: false, immutable: true, maxAge: '1y' }));
  router.use(express.static(webRoot, { index: false, redirect: false }));
  return router;
}

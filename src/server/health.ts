import { Router } from 'express';

/** `/health`: the process is up. `/ready`: it can answer questions (200) or not yet (503). */
export function healthRoutes(ready: () => boolean): Router {
  const router = Router();
  router.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/ready', (_request, response) => {
    const isReady = ready();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'loading' });
  });
  return router;
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWeb, WEB_ROOT } from '../../src/web/build.js';
import { starterTabs } from '../../src/web/starter-tabs.js';
import { chromiumPath, openBrowser, type Browser } from './chromium.js';
import { serveSampleCompany } from './sample-company.js';

const serve = serveSampleCompany;
const ATTRIBUTES = ['isPaying', 'renewsOn'];

describe.skipIf(chromiumPath === undefined)('GraphiQL in Chromium (needs /usr/bin/chromium or CHROMIUM_PATH)', () => {
  let server: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;

  beforeAll(async () => {
    await buildWeb();
    server = await serve(WEB_ROOT);
    browser = await openBrowser(chromiumPath ?? '');
    await browser.page.goto(`${server.url}/graphql`);
    await browser.page.locator('.graphiql-query-editor .view-line').first().waitFor();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const answer = () => browser.page.locator('.graphiql-response .view-lines').innerText();

  test('opens on the starter tabs', async () => {
    const labels = await browser.page.locator('.graphiql-tab').allInnerTexts();
    expect(labels).toHaveLength(starterTabs.length);
    expect(await browser.page.title()).toBe('Tessera');
    expect(await browser.page.locator('.graphiql-query-editor .view-lines').innerText()).toContain('query');
  });

  test('runs the first starter tab and shows its data', async () => {
    await browser.page.getByRole('button', { name: /^Execute query/ }).click();
    await expect.poll(answer).toMatch(/"size":\s*[1-9]\d*/);
    expect(await answer()).not.toContain('errors');
  });

  test.each(ATTRIBUTES)('completes the attribute %s inside a where', async (attribute) => {
    const { page } = browser;
    await page.getByRole('button', { name: 'New tab' }).click();
    await page.locator('.graphiql-query-editor .monaco-editor').click();
    await page.keyboard.type(`{ preview(where: { ${attribute.slice(0, 2)}`);
    await page.keyboard.press('Control+Space');
    const rows = page.locator('.suggest-widget.visible .monaco-list-row');
    await expect.poll(async () => (await rows.allInnerTexts()).map((row) => row.split('\n')[0])).toContain(attribute);
    await page.keyboard.press('Escape');
  });

  test('opens the documentation, the explorer and the history', async () => {
    const { page } = browser;
    for (const plugin of ['Documentation Explorer', 'GraphiQL Explorer', 'History']) {
      await page.getByRole('button', { name: `Show ${plugin}` }).click();
      await page.getByRole('button', { name: `Hide ${plugin}` }).waitFor();
      expect(await page.locator('.graphiql-plugin').innerText()).not.toBe('');
    }
  });

  test('links to no other site, not even from its dialogs', async () => {
    const { page } = browser;
    for (const dialog of ['short keys', 'settings']) {
      await page.getByRole('button', { name: `Open ${dialog} dialog` }).click();
      await page.getByRole('dialog').waitFor();
      expect(await page.locator('a[href^="http"]:visible').count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  test('asked nothing of another host, and nothing went wrong on the page', () => {
    const { origin } = new URL(server.url);
    expect(browser.requests.length).toBeGreaterThan(5);
    expect(browser.requests.filter((url) => new URL(url).origin !== origin && !url.startsWith('data:'))).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});

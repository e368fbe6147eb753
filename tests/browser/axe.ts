import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// A popover lies outside the landmarks by design; the rule is advice, not part of WCAG.
const beyond = ['region'];

/** What axe finds on the page as it stands, one line each. */
export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).disableRules(beyond).analyze();
  return violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`));
}

/** How each page is looked at. */
export const looks = [
  { name: 'light at 1440', scheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark at 1440', scheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'light at 390', scheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'dark at 390', scheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

import { expect, type Page } from '@playwright/test';
import { test } from './openPage.ts';
import { choosePersona } from './page.ts';

const guarantees = (page: Page) => page.getByRole('region', { name: 'Guarantees', exact: true });
const open = (page: Page) => page.getByRole('tab', { name: /^Tests/ }).click();

test('what holds for every request is proven, waits for a value that it names, or is violated by a request that opens', async ({
  page,
}) => {
  await page.goto('#new');
  await choosePersona(page, 'Training and processing execution role');
  await open(page);
  await test.step('undecided until the value is there', async () => {
    await expect(guarantees(page)).toContainText('! 32 proven, 1 undecided');
    await expect(guarantees(page).getByRole('listitem').filter({ hasText: 'Undecided: ' })).toContainText(
      'It depends on missing values: Region, Account ID',
    );
    await guarantees(page).getByRole('button', { name: 'Enter Account ID' }).click();
    await expect(page.getByRole('textbox', { name: 'Account ID' })).toBeFocused();
    await guarantees(page).getByText('32 proven: Training').click();
    await expect(guarantees(page)).toContainText('Proven: Passes no role to any service.');
  });
  await test.step('a set that the guide makes violates some', async () => {
    await page.keyboard.press('Control+Alt+k');
    await page.getByRole('combobox', { name: 'Find a command' }).fill('Open an example');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Open example: The ten policies of the AWS guide' }).click();
    const violated = guarantees(page)
      .getByRole('listitem')
      .filter({ hasText: 'Violated: Publishes metrics only in SageMaker namespaces.' })
      .first();
    await violated.locator('summary').first().click();
    await expect(violated).toContainText('This request is allowed, for example:');
    await expect(violated).toContainText('Allowed');
    await violated.getByText('Request', { exact: true }).click();
    await expect(violated.getByRole('table')).toContainText('cloudwatch:PutMetricData');
  });
  await test.step('and the review lists them', async () => {
    await page
      .getByRole('tab', { name: 'Review' })
      .or(page.getByRole('button', { name: 'Review', exact: true }))
      .first()
      .click();
    await expect(page.getByRole('region', { name: 'Guarantees of all policies' })).toContainText(
      'Violated: ',
    );
  });
});

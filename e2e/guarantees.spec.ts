import { expect, type Page } from '@playwright/test';
import { phone, violationsIn } from './axe.ts';
import { test } from './openPage.ts';
import { builtIn } from '../src/policies/library/builtIn.ts';
import { decodeShared, encodeShared } from '../src/policies/share/share.ts';
import { choosePersona, fillExamples, onPhone, showPart } from './page.ts';

const guarantees = (page: Page) => page.getByRole('region', { name: 'Guarantees', exact: true });
const open = (page: Page) => page.getByRole('tab', { name: /^Tests/ }).click();

test('what holds for every request is proven, waits for a value that it names, or is violated by a request that opens', async ({
  page,
}) => {
  await page.goto('#new');
  await choosePersona(page, 'Training and processing execution role');
  await open(page);
  await test.step('undecided until the value is there', async () => {
    await expect(guarantees(page)).toContainText(/! \d\d proven, 1 undecided/);
    await expect(guarantees(page).getByRole('listitem').filter({ hasText: 'Undecided: ' })).toContainText(
      'It depends on missing values: Region, Account ID',
    );
    await guarantees(page).getByRole('button', { name: 'Enter Account ID' }).click();
    await expect(page.getByRole('textbox', { name: 'Account ID' })).toBeFocused();
    await guarantees(page)
      .getByText(/\d\d proven: Training/)
      .click();
    await expect(guarantees(page)).toContainText('Proven: Can’t pass a role to any service.');
  });
  await test.step('a set that the guide makes violates some', async () => {
    await page.keyboard.press('Control+Alt+k');
    await page.getByRole('combobox', { name: 'Find a command' }).fill('Open an example');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Open example: The ten policies of the AWS guide' }).click();
    const violated = guarantees(page)
      .getByRole('listitem')
      .filter({ hasText: 'Violated: Can publish metrics only in SageMaker namespaces.' })
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
  await test.step('a link has the answers, and says whether they are the same where it is opened', async () => {
    await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('dialog', { name: 'Share' })).toContainText('guarantees with their answers');
    await expect(page).toHaveURL(/#s1\./);
    const link = page.url();
    await page.keyboard.press('Escape');
    // Where the draft is here already, nothing is opened.
    await page.goto('#new');
    await expect(page.getByRole('tab', { name: /^Tests/ })).toBeHidden();
    await page.goto(link);
    await expect(page.getByRole('region', { name: 'Since the link was created' })).toContainText(
      'The guarantees have the same answers as when the link was created.',
    );
  });
  await test.step('an older link says what is different now, and what it doesn’t contain', async () => {
    const [origin = '', fragment = ''] = page.url().split('#');
    const shared = decodeShared(fragment, builtIn);
    if (!shared.ok) throw new Error(shared.detail);
    const { draft, dataDate, pageVersion, answers } = shared;
    const names = Object.keys(answers?.open ?? {});
    const open = Object.fromEntries(names.map((name) => [name, 'noPolicy' as const]));
    const since = page.getByRole('region', { name: 'Since the link was created' });
    const openLink = async (more: Pick<typeof shared, 'answers'>) => {
      const link = encodeShared({ draft, dataDate, pageVersion, ...more }, builtIn);
      if (!link.ok) throw new Error(link.detail);
      await page.goto(`${origin}#${link.fragment}`);
      await expect(since).toContainText('The link doesn’t say which policies it was created with');
    };
    expect(names.length).toBeGreaterThan(0);
    await openLink({ answers: { proven: 0, open } });
    await expect(since.getByRole('listitem').first()).toContainText('not computed then, violated now');
    await expect(since.getByRole('listitem')).toHaveCount(names.length);
    await expect(since).toContainText('Some guarantees are new, or no longer part of the set.');
    await openLink({});
    await expect(since).toContainText('The link has no answers of guarantees, so they can’t be compared.');
  });
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('a guarantee of your own is added from a reference policy, violated, changed, kept over a reload, and deleted', async ({
    page,
  }) => {
    await page.goto('#new');
    await choosePersona(page, 'Training and processing execution role');
    await fillExamples(page);
    await showPart(page, 'Policy');
    await open(page);
    const form = page.getByRole('form', { name: 'Add guarantee' });
    await test.step('from a reference policy, with what is wrong in it', async () => {
      await page.getByRole('button', { name: 'Add guarantee…' }).click();
      expect(await violationsIn(page, phone)).toEqual([]);
      await form.getByRole('button', { name: 'Add guarantee' }).click();
      await expect(form.getByRole('alert')).toHaveText('Enter a name.');
      await form.getByLabel('Start from').selectOption({ label: 'S3 objects of a bucket' });
      await expect(form.getByLabel('Resources')).toHaveValue('arn:aws:s3:::my-sensitive-resource/*');
      await form.getByLabel('Name').fill('No role touches ml-output.');
      await form.getByLabel('Resources').fill('arn:aws:s3:::<OUTPUT_BUCKET_NAME>/*');
      await form.getByLabel('Condition').fill('{');
      await form.getByRole('button', { name: 'Add guarantee' }).click();
      await expect(form.getByRole('alert')).toContainText('Enter the condition as in a policy');
      await form.getByLabel('Condition').fill('');
      await form.getByRole('button', { name: 'Add guarantee' }).click();
      await expect(form).toBeHidden();
    });
    const own = guarantees(page).getByRole('listitem').filter({ hasText: 'No role touches ml-output.' });
    await expect(own).toContainText('Violated: ');
    await expect(own).toContainText('Never possible: s3:AbortMultipartUpload, ');
    expect(await violationsIn(page, phone)).toEqual([]);
    await test.step('changed to what is so', async () => {
      await own.getByRole('button', { name: 'Edit No role touches ml-output.' }).click();
      const change = page.getByRole('form', { name: 'Edit guarantee' });
      await change.getByLabel('Actions').fill('s3:DeleteObject*');
      await change.getByRole('button', { name: 'Save guarantee' }).click();
      await expect(change).toBeHidden();
      await guarantees(page).getByText('1 proven: Your guarantees').click();
      await expect(own).toContainText('Proven: ');
    });
    await test.step('kept, and undone after it was deleted', async () => {
      await page.reload();
      await showPart(page, 'Policy');
      await open(page);
      await guarantees(page).getByText('1 proven: Your guarantees').click();
      await own.getByRole('button', { name: 'Delete No role touches ml-output.' }).click();
      await expect(guarantees(page)).not.toContainText('Your guarantees');
      // What is announced says so as well, a second later.
      const lastChange = page.getByRole('group', { name: 'Last change' });
      await expect(lastChange).toContainText('Guarantee deleted');
      await lastChange.getByRole('button', { name: 'Undo' }).click();
      await expect(guarantees(page)).toContainText('1 proven: Your guarantees');
    });
  });
});

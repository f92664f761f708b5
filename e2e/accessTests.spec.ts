import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './openPage.ts';
import {
  choosePersona,
  enterText,
  fillExamples,
  onPhone,
  openMatrix,
  persona,
  saveSnapshot,
  showPart,
  stepHead,
  useUp,
} from './page.ts';

const panel = (page: Page) => page.getByRole('region', { name: 'Tests', exact: true });
const tab = (page: Page) => page.getByRole('tab', { name: /^Tests/ });
const open = async (page: Page) => {
  await showPart(page, 'Policy');
  await tab(page).click();
};
/** Opens a step of the wizard where a phone shows the policy. */
const goToStep = async (page: Page, title: string) => {
  await showPart(page, 'Build');
  await stepHead(page, title).click();
};

/** The tests of the notebook role, with example values. */
async function openNotebookTests(page: Page): Promise<void> {
  await page.goto('');
  await choosePersona(page, 'Notebook and Studio execution role');
  await fillExamples(page);
  await open(page);
}

async function addTest(page: Page): Promise<Locator> {
  await openNotebookTests(page);
  await page.getByRole('button', { name: 'Add test…' }).click();
  return page.getByRole('form', { name: 'Add test' });
}

/** In the menu of the rarer tools, on a phone. */
async function openTroubleshooting(page: Page): Promise<void> {
  await panel(page).getByRole('button', { name: 'More test tools' }).click();
  await page.getByRole('button', { name: /Access denied/ }).click();
}

test('a pattern that AWS may read in two ways makes results unknown, and leads to its finding and the fix', async ({
  page,
}) => {
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' },
      {
        Sid: 'NoTraining',
        Effect: 'Deny',
        Action: 'sagemaker:CreateTrainingJob',
        Resource: 'arn:aws:sagemaker:*:training-job/*',
      },
    ],
  });
  await page.goto('');
  await choosePersona(page, 'Notebook and Studio execution role');
  await fillExamples(page);
  await tab(page).click();
  await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import or validate policies' });
  await enterText(page, text);
  await dialog.getByLabel(/^Policy type/).selectOption({ label: 'Service control policy' });
  await dialog.getByRole('button', { name: 'Add 1 policy to this set' }).click();
  await expect(tab(page)).toContainText(/[!✗] .*\d+ unknown/);
  await expect(page.getByRole('contentinfo')).toContainText(/Tests: [!✗] .*\d+ unknown/);
  await expect(panel(page)).toContainText(/\d+ unknown/);
  const unknown = panel(page).getByRole('listitem').filter({ hasText: 'Unknown: ' }).first();
  await expect(unknown).toContainText(
    'Expected allow: unknown (depends on how AWS reads arn:aws:sagemaker:*:training-job/*)',
  );
  await expect(unknown).toContainText('If each * matches within one field: allowed');
  await expect(unknown).toContainText('If a * also matches colons: explicit deny');
  await unknown.getByRole('button', { name: 'Show finding' }).first().click();
  const findings = page.getByRole('region', { name: 'Findings', exact: true });
  await expect(findings).toContainText('AWS documents two interpretations');
  await expect(page.locator('.policy-editor')).toContainText('NoTraining');
  await page.keyboard.press('Control+Alt+4');
  await openMatrix(page);
  await page.getByLabel('Request context').selectOption({ label: 'Compliant request, own resource' });
  await page
    .getByRole('button', { name: 'Notebook and Studio execution role, sagemaker:CreateTrainingJob: Unknown' })
    .click();
  await expect(page.getByRole('region', { name: 'Access by action and role' })).toContainText(
    'Unknown: depends on how AWS reads arn:aws:sagemaker:*:training-job/*.',
  );
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('tests come with a persona, run after every change, and name the choice that breaks one', async ({
    page,
  }) => {
    await page.goto('');
    await choosePersona(page, 'Data scientist');
    await fillExamples(page);
    await open(page);
    await expect(panel(page)).toContainText(/\d+ passed/);
    await expect(tab(page)).toContainText('✓');
    await goToStep(page, 'Permissions');
    await page.getByText('Details').nth(1).click();
    await page
      .getByRole('radio', { name: /AWS guide/ })
      .first()
      .check();
    await showPart(page, 'Policy');
    await expect(tab(page)).toContainText('✗');
    const failing = panel(page).getByRole('listitem').filter({ hasText: 'Failed:' }).first();
    await expect(failing).toContainText(
      'passes the notebook and Studio execution role to SageMaker. Expected allow: failed (implicit deny)',
    );
    await expect(failing).toContainText('No statement names this action.');
    await failing.getByRole('button', { name: 'Start, stop, and open your own notebook instances' }).click();
    await expect(
      page.getByRole('checkbox', { name: /Start, stop, and open your own notebook instances/ }),
    ).toBeVisible();
    await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
    await showPart(page, 'Policy');
    await expect(tab(page)).toContainText('✓');
  });

  test('a test of your own is added, fails with its reason, is changed, kept over a reload, copied and deleted', async ({
    page,
  }) => {
    const form = await addTest(page);
    await form.getByRole('button', { name: 'Add test' }).click();
    await expect(form.getByRole('alert')).toContainText('Enter a short title');
    await form.getByLabel('Name').fill('deletes a model of the team');
    await form.getByLabel('Action').fill('sagemaker:DeleteModel');
    await form.getByLabel('Resource').fill('arn:aws:sagemaker:<REGION>:<ACCOUNT_ID>:model/<NAME_PREFIX>1');
    await form.getByLabel('Context').fill('no sign');
    await form.getByRole('button', { name: 'Add test' }).click();
    await expect(form.getByRole('alert')).toContainText('Line 1 of the context');
    await form.getByLabel('Context').fill(`k = ${'x'.repeat(2001)}`);
    await form.getByRole('button', { name: 'Add test' }).click();
    await expect(form.getByRole('alert')).toContainText('more than 2000 characters');
    await form.getByLabel('Context').fill('aws:ResourceTag/owner = ana');
    await form.getByRole('button', { name: 'Add test' }).click();
    const own = panel(page).getByRole('region', { name: 'Added for Notebook and Studio execution role' });
    await expect(own).toContainText(
      'Failed: deletes a model of the team. Expected allow: failed (implicit deny)',
    );
    await own.getByText('What would change this result').click();
    await expect(own).toContainText('a statement allows sagemaker:DeleteModel');
    const change = own.getByRole('button', { name: 'Edit…' });
    await change.click();
    await own.getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect(change).toBeFocused();
    await change.click();
    await own.getByLabel('Expected').selectOption('denied');
    await own.getByRole('button', { name: 'Save test' }).click();
    await expect(own).toContainText('✓ 1 passed');
    await page.reload();
    await open(page);
    await expect(own).toContainText('deletes a model of the team. Expected deny: passed (implicit deny)');
    await own.getByText('deletes a model of the team').click();
    await own.getByRole('button', { name: 'Copy to your tests' }).click();
    await expect(own).toContainText('✓ 2 passed');
    const unopened = own.getByRole('listitem').nth(1);
    await unopened.getByText('deletes a model of the team').click();
    await useUp(unopened.getByRole('button', { name: 'Delete' }));
    await expect(own).toContainText('✓ 1 passed');
    await test.step('one that something is denied names the statement and the choice that allow it', async () => {
      await page.getByRole('button', { name: 'Add test…' }).click();
      await form.getByLabel('Name').fill('reads the data');
      await form.getByLabel('Action').fill('s3:GetObject');
      await form.getByLabel('Resource').fill('arn:aws:s3:::ml-input/team-a/x');
      await form.getByLabel('Expected').selectOption('denied');
      await form.getByRole('button', { name: 'Add test' }).click();
      const failing = own.getByRole('listitem').filter({ hasText: 'Failed:' });
      await expect(failing).toContainText('reads the data. Expected deny: failed (allowed)');
      await expect(
        failing.getByRole('button', { name: /Notebook and Studio execution role > .*data/i }),
      ).toBeVisible();
      await failing.getByRole('button', { name: 'NotebookReadWriteData' }).click();
      const text = page.getByRole('region', { name: 'Notebook and Studio execution role, as text' });
      await expect(text.locator('[data-traced="true"]').first()).toBeVisible();
      await expect(text).toContainText('NotebookReadWriteData');
    });
  });

  test('a scenario is shown call by call, with the call that fails', { tag: '@all' }, async ({ page }) => {
    await page.goto('');
    await choosePersona(page, 'Notebook and Studio execution role');
    await choosePersona(page, 'Training');
    await fillExamples(page);
    await open(page);
    const tasks = page.getByRole('region', { name: 'End-to-end scenarios' });
    await expect(tasks).toContainText('Train in a VPC with a KMS key: 31 of 32 calls allowed, 1 skipped');
    await goToStep(page, 'Permissions');
    await page
      .getByRole('checkbox', { name: /Use keys|KMS|[Ee]ncrypt/ })
      .first()
      .uncheck();
    await showPart(page, 'Policy');
    await expect(tasks).toContainText(
      'Train in a VPC with a KMS key: fails at call 22 of 32, “decrypts its input”',
    );
    // What fails comes before what passes.
    const groups = panel(page).getByRole('region', { name: /^(?:End-to-end scenarios|.* execution role)$/ });
    await expect(groups.first()).toHaveAccessibleName('End-to-end scenarios');
  });

  test('skipped tests are in every count, with the reason and where to go', async ({ page }) => {
    await page.goto('');
    await choosePersona(page, 'Training');
    await fillExamples(page);
    await open(page);
    await expect(tab(page)).toContainText(/✓ \d+ passed$/);
    await goToStep(page, 'Resources');
    await page.getByRole('textbox', { name: 'Input data' }).fill('ml-input');
    await showPart(page, 'Policy');
    await expect(tab(page)).toContainText(/! \d+ passed, 1 skipped$/);
    const skipped = panel(page).getByRole('listitem').filter({ hasText: 'reads outside the input prefix' });
    await expect(skipped).toContainText(
      'no prefix is entered in “Input data”, so the policy covers the whole bucket',
    );
    // Each is in the list of its own state, under the same word.
    await panel(page)
      .getByText(/^– \d+ not applicable$/)
      .first()
      .click();
    const others = panel(page)
      .getByRole('group')
      .filter({ hasText: /^– \d+ not applicable/ })
      .first();
    await expect(others.getByRole('listitem').first()).toContainText(': not applicable, because');
    await expect(others).not.toContainText('skipped');
    await goToStep(page, 'Personas');
    await showPart(page, 'Policy');
    await skipped.getByRole('button', { name: 'Open step' }).click();
    await expect(page.getByRole('textbox', { name: 'Input data' })).toBeVisible();
    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await expect(dialog).toContainText(/Tests: ! \d+ passed, 1 skipped/);
  });

  test('one role for everything fails the tests of its roles, and the choice is named', {
    tag: '@all',
  }, async ({ page }) => {
    await page.goto('');
    await choosePersona(page, 'Training');
    await choosePersona(page, 'Inference execution role');
    await fillExamples(page);
    await stepHead(page, 'Review').click();
    await page.getByRole('radio', { name: /One merged policy|One role/ }).check();
    await open(page);
    await expect(tab(page)).toContainText(/✗ \d+ passed, 4 failed/);
    const failing = panel(page).getByRole('listitem').filter({ hasText: 'overwrites the model' });
    await expect(failing).toContainText('You selected one role for everything');
    await failing.getByRole('button', { name: 'Use one policy per role' }).click();
    await expect(tab(page)).toContainText(/✓ \d+ passed$/);
  });

  test('where no activity of the role allows a call, a role is added beside it, and both resources of a call are asked for', async ({
    page,
  }) => {
    await page.goto('#new');
    await choosePersona(page, 'Training and processing');
    await page.getByRole('button', { name: 'Commands' }).click();
    await page.getByRole('combobox', { name: 'Find a command' }).fill('Access denied');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Troubleshoot “Access denied”' });
    await dialog
      .getByLabel('Paste the error message')
      .fill(
        'User: arn:aws:sts::111122223333:assumed-role/acme-ci/me is not authorized to perform: sagemaker:CreateEndpoint on resource: arn:aws:sagemaker:eu-west-1:111122223333:endpoint/churn-1 because no identity-based policy allows the sagemaker:CreateEndpoint action',
      );
    const role = dialog.getByRole('combobox', { name: 'Role', exact: true });
    await test.step('the statement for both resources, once the second is named', async () => {
      await dialog.getByLabel('ARN or name of the endpoint-config').fill('churn-config');
      await expect(dialog).toContainText('endpoint-config/churn-config"');
      await expect(dialog.getByRole('button', { name: /^Add statement to Training/ })).toBeVisible();
      await dialog.getByLabel('ARN or name of the endpoint-config').fill('');
    });
    await dialog
      .getByRole('button', { name: /^Add a role with “/ })
      .first()
      .click();
    await expect(dialog).toContainText('Your change allows this call');
    await expect(role).not.toHaveValue('trainingRole');
    await expect(role.getByRole('option')).toHaveCount(2);
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(persona(page, 'Training and processing')).toBeChecked();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByRole('checkbox', { name: /^[A-Z]{2,3} /, checked: true })).toHaveCount(1);
  });

  test('an access denied message leads to the choice that allows the call', async ({ page }) => {
    await openNotebookTests(page);
    await openTroubleshooting(page);
    const message = page.getByLabel('Paste the error message');
    await message.fill('Access Denied');
    await expect(panel(page)).toContainText('not to which action');
    await test.step('the action and the resource that a message leaves out are asked for', async () => {
      await panel(page).getByLabel('Action', { exact: true }).fill('s3:DeleteObject');
      await panel(page).getByLabel('Resource', { exact: true }).fill('s3://ml-input/team-a/x');
      await expect(panel(page)).toContainText('"Resource": "arn:aws:s3:::ml-input/team-a/x"');
    });
    await message.fill(
      'User: arn:aws:sts::111122223333:assumed-role/SageMakerNotebookExecution/me is not authorized to perform: s3:ListBucket on resource: arn:aws:s3:::ml-input because no identity-based policy allows the s3:ListBucket action',
    );
    await test.step('a value that is typed for a condition key is still there after another panel', async () => {
      const value = panel(page).getByLabel('s3:prefix');
      await value.fill('team-a');
      await page.getByRole('tab', { name: /^Size/ }).click();
      await expect(value).toHaveCount(0);
      await page.getByRole('tab', { name: /^Tests/ }).click();
      await expect(value).toHaveValue('team-a');
      await panel(page).getByRole('button', { name: 'Use this value' }).click();
      await expect(value).toHaveCount(0);
    });
    await message.fill(
      'User: arn:aws:sts::111122223333:assumed-role/SageMakerNotebookExecution/me is not authorized to perform: sagemaker:DeleteModel on resource: arn:aws:sagemaker:eu-west-1:111122223333:model/team-a-1 because no identity-based policy allows the sagemaker:DeleteModel action',
    );
    await expect(page.getByRole('combobox', { name: 'Role', exact: true })).toHaveValue('notebookRole');
    await expect(panel(page)).toContainText('AWS denied sagemaker:DeleteModel');
    const offers = panel(page).getByRole('list', { name: 'What allows this call, smallest change first' });
    await test.step('the smallest change is first, is one button, and is undone', async () => {
      await expect(offers.getByRole('listitem').first()).toContainText(
        'Allowed with “After deployment” set to “Update, delete, and invoke”',
      );
      await offers.getByRole('button', { name: 'Set to “Update, delete, and invoke”' }).press('Enter');
      await expect(panel(page)).toContainText('Your change allows this call. Deploy');
      await expect(offers).toHaveCount(0);
      await page.keyboard.press('Control+Z');
      await expect(offers).toBeVisible();
    });
    await test.step('a statement is added to the policy', async () => {
      await panel(page).getByText('Add a statement instead').click();
      await panel(page)
        .getByRole('button', { name: /^Add statement to/ })
        .click();
      await expect(panel(page)).toContainText('Your change allows this call. Deploy');
    });
    await page.getByRole('button', { name: 'Add test (expected: Allow)' }).click();
    await expect(
      panel(page).getByRole('region', { name: 'Added for Notebook and Studio execution role' }),
    ).toContainText('✓ 1 passed');

    await test.step('a log is answered call by call, and a name that does not match is said', async () => {
      await openTroubleshooting(page);
      const denied = (action: string, name: string) =>
        `ERROR User: arn:aws:sts::111122223333:assumed-role/SageMakerNotebookExecution/me is not authorized to perform: ${action} on resource: arn:aws:sagemaker:eu-west-1:111122223333:training-job/${name} because no identity-based policy allows the ${action} action`;
      await page
        .getByLabel('Paste the error message')
        .fill(
          [
            denied('sagemaker:StopTrainingJob', 'x-1'),
            denied('sagemaker:AddTags', 'x-1'),
            denied('sagemaker:AddTags', 'x-1'),
          ].join('\n'),
        );
      await expect(panel(page)).toContainText('3 messages, 2 different denied calls');
      await panel(page)
        .getByText('sagemaker:StopTrainingJob, SageMakerNotebookExecution (1 message)')
        .click();
      await expect(panel(page)).toContainText(
        'The training job is named x-1. This role can call sagemaker:StopTrainingJob only for names that start with team-a-.',
      );
      await panel(page).getByRole('button', { name: 'Add “x-1” to Name prefix' }).first().click();
      await expect(panel(page)).not.toContainText('The training job is named x-1');
    });
  });

  test('the access matrix has every action, filters, and explains a cell', async ({ page }) => {
    await page.goto('');
    await choosePersona(page, 'Data scientist');
    await choosePersona(page, 'Notebook and Studio execution role');
    await stepHead(page, 'Permissions').click();
    await page.keyboard.press('Control+Alt+4');
    await openMatrix(page);
    await expect(page.getByText(/^(\d+) of \1 actions$/)).toBeVisible();
    await page.getByRole('searchbox', { name: 'Find an action' }).last().fill('createtrainingjob');
    await expect(page.getByText(/^1 of \d+ actions$/)).toBeVisible();
    await page
      .getByRole('button', {
        name: 'Notebook and Studio execution role, sagemaker:CreateTrainingJob: Unknown',
      })
      .click();
    const view = page.getByRole('region', { name: 'Access by action and role' });
    await expect(view).toContainText(
      'Unknown: depends on sagemaker:VpcSecurityGroupIds, sagemaker:VpcSubnets',
    );
    await view.getByLabel('sagemaker:VpcSecurityGroupIds').fill('sg-0fff');
    await view.getByRole('button', { name: 'Use this value' }).first().click();
    await expect(view).toContainText(/Implicit deny: no statement in the identity policies.* allows it\./);
    await expect(view).toContainText('the request has sg-0fff');
    await expect(view).toContainText('Only if sagemaker:VpcSecurityGroupIds = sg-0fff');
    await view.getByRole('button', { name: 'Clear values' }).click();
    await expect(view).toContainText('Unknown: depends on sagemaker:VpcSecurityGroupIds');
    await expect(view).not.toContainText('Only if');
    await page.getByLabel('Request context').selectOption({ label: 'Compliant request, own resource' });
    await expect(
      page.getByRole('button', {
        name: 'Notebook and Studio execution role, sagemaker:CreateTrainingJob: Allowed',
      }),
    ).toBeVisible();
  });

  test('a document in sentences, from the sentence to the choice and back', { tag: '@all' }, async ({
    page,
  }) => {
    await page.goto('');
    await choosePersona(page, 'Notebook and Studio execution role');
    await fillExamples(page);
    await showPart(page, 'Explain');
    const view = page.getByRole('region', { name: /in words$/ });
    const sentence = view.getByRole('listitem').filter({ hasText: 'JobsCreate' });
    await expect(sentence).toContainText(
      'every value of sagemaker:VpcSubnets is subnet-0aaa1111bbb2222cc or subnet-0ddd3333eee4444ff, or there are none',
    );
    await expect(sentence).toContainText('sagemaker:VpcSubnets is present');
    await expect(view.getByRole('table')).toContainText('Limited: Write, Tagging, Read');
    await sentence.getByText('Show descriptions of 3 actions').click();
    await expect(sentence).toContainText('Grants permission to start a model training job');
    await sentence
      .getByRole('button', {
        name: 'Notebook and Studio execution role > Run training, tuning, and processing jobs',
      })
      .click();
    await expect(
      page.getByRole('checkbox', { name: /Run training, tuning, and processing jobs/ }),
    ).toBeVisible();
    await showPart(page, 'Explain');
    await expect(sentence).toHaveAttribute('data-lit', 'true');
    await sentence.getByRole('button', { name: 'JobsCreate' }).click();
    await expect(page.getByRole('button', { name: 'Policy', exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
    const text = page.getByRole('region', { name: 'Notebook and Studio execution role, as text' });
    await expect(text.locator('[data-traced="true"]').first()).toBeVisible();
  });

  test('changes are shown as access: what is gained, what is lost, and a limit that moves to another document', async ({
    page,
  }) => {
    await page.goto('');
    await choosePersona(page, 'Notebook and Studio execution role');
    await fillExamples(page);
    await showPart(page, 'Compare');
    await saveSnapshot(page, 'Snapshot 1');
    const changes = page.getByRole('region', { name: 'Access changes', exact: true });
    await expect(changes).toContainText('No differences.');
    await goToStep(page, 'Permissions');
    await page.getByRole('checkbox', { name: /Create models and deploy endpoints/ }).uncheck();
    await showPart(page, 'Compare');
    await expect(changes).toContainText(/loses? access/);
    await expect(changes).not.toContainText(/gains? access/);
    await expect(changes).toContainText('sagemaker:CreateModel');
    await goToStep(page, 'Guardrails');
    await page.getByRole('checkbox', { name: /Require a VPC/ }).check();
    await showPart(page, 'Compare');
    await expect(changes).toContainText('Now denied: all resources, only if sagemaker:VpcSubnets is missing');
    await test.step('a limit that moves is announced in both documents', async () => {
      // Once there is one, the list saves the others: a phone has no room for two buttons.
      await page.getByRole('button', { name: 'Snapshots…' }).click();
      const snapshots = page.getByRole('dialog', { name: 'Snapshots' });
      await snapshots.getByLabel('Name', { exact: true }).fill('Snapshot 2');
      await snapshots.getByRole('button', { name: 'Save snapshot' }).click();
      await expect(snapshots).toContainText('Snapshot 2');
      await snapshots.getByRole('button', { name: 'Close' }).click();
      await showPart(page, 'Build');
      await page.getByRole('radio', { name: /service control policy/i }).check();
      await showPart(page, 'Compare');
      await expect(changes).toContainText('No longer denied');
      await page.getByText('New: Service control policy').click();
      const other = page.getByRole('region', { name: /^Access changes in Service control/ });
      await expect(other).toContainText(/loses? access/);
      await expect(other).not.toContainText(/gains? access/);
    });
  });

  test('what could not be loaded is never shown as compared or tested', async ({ page }) => {
    await page.route('**/catalog/**', (route) => route.abort());
    await page.goto('');
    await choosePersona(page, 'Notebook and Studio execution role');
    await showPart(page, 'Compare');
    await expect(page.getByRole('region', { name: 'Access changes' })).toContainText(
      'Couldn’t compare access',
    );
    await showPart(page, 'Access');
    await expect(page.getByText('Couldn’t load the actions of AWS services.')).toBeVisible();
    await openMatrix(page);
    await expect(page.getByText('Couldn’t load the actions.')).toBeVisible();
    await showPart(page, 'Explain');
    await expect(page.getByText('Couldn’t load access levels and descriptions.')).toBeVisible();
    await page.unroute('**/catalog/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('Couldn’t load access levels and descriptions.')).toHaveCount(0);
  });
});

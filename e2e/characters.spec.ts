import { expect, type Page } from '@playwright/test';
import { test } from './openPage.ts';
import { onPhone, policies } from './page.ts';

/** What an attacker put into a Deny: one that is hidden, one that is Cyrillic, one that is written backwards. */
const TROJAN = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "s3:*",
      "Resource": [
        "arn:aws:s3:::pay\u200broll/*",
        "arn:aws:s3:::p\u0430yroll/*",
        "arn:aws:s3:::\u202elloryap\u202c/*"
      ]
    }
  ]
}`;

/** A link to a draft with such characters in its names, as it was found: every form of a link opens for ever. */
const LINK =
  's1.gb.90d75f026ed09f1b.lVPRatswFP2VcB-H09kubKC3jI49trQwGHYeVOuWqHGkIKnJTDDkfb8yxj5l35Av2ZGVbElLAw0BJ_ece-65R3JFZV5-GOcFvpRRflFc5JRtaMXOa2tIXGZk5IJJUHD2URqQlsCskZ5ERUoGeddoNkH7QNOMZBP0SgfNgDfPYFFtDngHwcYab1u-ZakmTcPeQ9sHaZo4bSadYsMKNbsMsBL1-h7WjhSMDXxv7Ty1f-qu14bdm1V8eFLavlVj2mfESodhT7s242L_Iz6CDm3svXFw2ITRUnbOti0k5tooABqSIHUElRkCQGlTm9Gopq8p-ZoE_pR5UY6LfFx8rClL-F2QgRfojowKikHqFu0RndamRwWgGw4Aec85rjiTRsEgyPwd55BmxQ_0tEqzrth0N8nnflgifH54wAr_OSfgBDEezPpL8e4EvGVvn1zDg9NDOQLSGSHXXqBDCGSz2_6IY98ft7_k_fk9mDvP2m1_ta113-Ryt_0ZqQcmsomPmE-bAk8FnMBJSuX5lCZQX1_hWr-a0cA4F9IXDtf3jwP_lbCe7fRviyPz-07q8c45XtgVLqiopj0u5l8';

const labels = (page: Page) => page.locator('.policy-character-label');
const chips = (page: Page) => page.locator('[data-character]');

test('characters that deceive have a finding and a mark, in a pasted policy and in a draft of a link', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('button', { name: 'Validate policy' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import or validate policies' });
  await expect(dialog.locator('.policy-editor .view-line').first()).toBeVisible();
  await page.evaluate((value) => navigator.clipboard.writeText(value), TROJAN);
  await dialog.locator('.policy-editor .view-lines').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
  const side = dialog.getByRole('region', { name: 'Findings of this policy' });
  for (const code of [
    'U+200B ZERO WIDTH SPACE',
    'U+0430 (Cyrillic, looks like a)',
    'U+202E RIGHT-TO-LEFT OVERRIDE',
  ])
    await expect(side).toContainText(code);
  await expect(labels(page)).toHaveText(['⟨U+200B⟩', '⟨U+0430⟩']);
  // The editor writes marks that turn the line itself.
  await expect(dialog.locator('.policy-editor .view-lines')).toContainText('[U+202E]');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.goto(`./#${LINK}`);
  await page.getByRole('tab', { name: 'Policy', exact: true }).click();
  await (await policies(page)).getByRole('option').nth(2).click();
  await expect(labels(page).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Findings', exact: true })).toContainText('security warning');
  for (const view of ['Explain', 'Compare']) {
    await page.getByRole('tab', { name: view }).click();
    await expect(chips(page).first()).toBeVisible();
  }
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('what is in a name that looks like another is shown', async ({ page }) => {
    await page.goto('#new');
    await page.getByRole('textbox', { name: /^Policy set name/ }).fill('pr\u043ed\u202e');
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('pr⟨U+043E⟩d⟨U+202E⟩');
  });
});

import { expect } from 'vitest';
import { type Driver, type Role, until } from './driver.ts';

/** A task from the first click to its result, in any engine. */
export interface Task {
  readonly title: string;
  /** Where the host serves the service worker, too. */
  readonly worker?: true;
  run(driver: Driver, url: string, another: () => Promise<Driver>): Promise<void>;
}

const click = async (driver: Driver, role: Role, name: string | RegExp) =>
  (await driver.find(role, name)).click();

/** Lines of an editor break anywhere, so that spaces do not count. */
const squeezed = (text: string): string => text.replaceAll(/\s/g, '');

const reads = (driver: Driver, text: string) =>
  until(`text “${text}”`, async () =>
    squeezed(await driver.text()).includes(squeezed(text)) ? true : undefined,
  );

const persona = (title: string) => new RegExp(`^\\w{2,3} ${title}`);

/** A button that changes places with its neighbor for a while, as parts of the page move while it loads. */
const restless = `data:text/html,${encodeURIComponent(`<style>button { position: fixed; top: 0; width: 9em }</style>
<button id="aim" onclick="document.body.append('hit')">Aim</button>
<button id="beside" onclick="document.body.append('missed')">Beside</button>
<script>
  let moves = 0;
  move();
  function move() {
    const isOver = performance.now() > 4000;
    const isFirst = isOver || moves % 2 === 1;
    aim.style.left = isFirst ? 0 : '20em';
    beside.style.left = isFirst ? '20em' : 0;
    moves += 1;
    if (!isOver) setTimeout(move, 5 + ((moves * 7) % 30));
  }
</script>`)}`;

const policy =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::ml-input/*"}]}';

export const tasks: readonly Task[] = [
  {
    title: 'from personas to policies that are complete, compared and exported',
    worker: true,
    run: async (driver, url) => {
      await driver.open(url);
      await click(driver, 'checkbox', persona('Data scientist'));
      await click(driver, 'checkbox', persona('Notebook and Studio execution role'));
      await click(driver, 'button', 'Continue');
      await reads(driver, 'Step 2 of 6');
      await click(driver, 'button', 'Continue');
      await click(driver, 'button', 'Load example');
      await click(driver, 'button', /^6 ?Review/i);
      await reads(driver, 'All values are valid.');
      await reads(driver, '"Version": "2012-10-17"');
      await click(driver, 'tab', 'Compare');
      await driver.find('region', 'Access changes');
      await click(driver, 'button', 'Export');
      await driver.find('dialog', 'Export');
      await driver.find('button', /^Copy .*Data scientist/);
    },
  },
  {
    title: 'a policy that is typed into the start is there, word for word',
    run: async (driver, url) => {
      await driver.open(url);
      await (await driver.find('textbox', 'Paste anything')).click();
      await driver.type(policy);
      await click(driver, 'button', 'Open');
      await driver.find('dialog', 'Import or validate policies');
      await click(driver, 'button', /^Add 1 policy/);
      await driver.find('option', /^Policy 1|imported/i);
      await reads(driver, policy);
    },
  },
  {
    title: 'a shared link opens as the same draft',
    run: async (driver, url, another) => {
      await driver.open(url);
      await click(driver, 'checkbox', persona('Inference execution role'));
      await click(driver, 'button', 'Share');
      const link = await (await driver.find('textbox', 'Link')).value();
      const other = await another();
      await other.open(link);
      const chosen = await other.find('checkbox', persona('Inference execution role'));
      await until('chosen persona', async () => (await chosen.isChecked()) || undefined);
      await click(other, 'tab', 'Policy');
      await reads(other, '"Version": "2012-10-17"');
    },
  },
  {
    title: 'a click waits until what it is for lies still, and reaches nothing else',
    run: async (driver) => {
      await driver.open(restless);
      await click(driver, 'button', 'Aim');
      await reads(driver, 'hit');
      expect(await driver.text()).not.toContain('missed');
    },
  },
  {
    title: 'choosing, moving on and the list of commands by keyboard alone',
    run: async (driver, url) => {
      await driver.open(url);
      const first = await driver.find('checkbox', persona('Data scientist'));
      await until('focus on the first persona', async () => {
        if (await first.isFocused()) return true;
        await driver.press('Tab');
        return undefined;
      });
      await driver.press(' ');
      expect(await first.isChecked()).toBe(true);
      await driver.press('Control', 'Alt', 'k');
      await driver.find('combobox', /^Find a command/);
      await driver.type('trust');
      await driver.press('Enter');
      await reads(driver, 'Step 5 of 6');
    },
  },
];

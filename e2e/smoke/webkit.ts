import { type ChildProcess, spawn } from 'node:child_process';
import { findWebKit } from '../../scripts/engines.mjs';
import { freePort } from '../../scripts/freePort.mjs';
import { guardClick, middle, wasClicked } from './aim.ts';
import {
  type Driver,
  type Engine,
  type EngineOffer,
  type Name,
  type Part,
  patternOf,
  plainText,
  type Role,
  until,
} from './driver.ts';
import { openSession, type Session, type Stroke } from './webDriver.ts';

/** WebKitGTK's small browser over WebDriver, on a screen of its own. */
export const webKitEngine: EngineOffer = {
  name: 'WebKit',
  async find() {
    const programs = findWebKit();
    return programs && { launch: () => launch(programs) };
  },
};

type Programs = NonNullable<ReturnType<typeof findWebKit>>;

async function launch({ screen, ...programs }: Programs): Promise<Engine> {
  const x = spawn(screen, ['-displayfd', '1', '-screen', '0', '1440x960x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const environment = { ...process.env, DISPLAY: `:${await firstLine(x)}` };
  return { start: () => start(programs, environment), close: async () => void x.kill() };
}

const firstLine = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('Xvfb did not start.')));
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });

/** A driver of WebKit has one session, so that each start is a driver of its own. */
async function start(
  { driver: program, browser }: Omit<Programs, 'screen'>,
  env: NodeJS.ProcessEnv,
): Promise<Driver> {
  const port = await freePort();
  const driver = spawn(program, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env });
  const session = await openSession(`http://127.0.0.1:${port}`, {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
  });
  await session.call('POST', '/window/rect', { width: 1440, height: 900 });
  const close = async () => {
    await session.close();
    driver.kill();
  };
  return {
    open: async (url) => void (await session.call('POST', '/url', { url })),
    find: (role, name) => find(session, role, name),
    press: (...keys) => session.keys(chord(keys)),
    type: (text) => session.keys(text.split('').flatMap((key) => chord([key]))),
    text: async () => plainText(String(await session.run('return document.body.innerText'))),
    fragment: async () => String(await session.run('return location.hash.slice(1)')),
    close,
  };
}

/** Elements that may have a role; the browser itself says which one they have, and their name. */
const candidates: Readonly<Record<Role, string>> = {
  button: 'button, [role=button]',
  checkbox: 'input[type=checkbox], [role=checkbox]',
  combobox: 'select, [role=combobox]',
  dialog: '[role=dialog]',
  option: '[role=option]',
  region: 'section, [role=region]',
  tab: '[role=tab]',
  textbox: 'input, textarea',
};

function find(session: Session, role: Role, name: Name): Promise<Part> {
  const pattern = patternOf(name);
  return until(`${role} ${name}`, async () => {
    const elements = await session.candidates(candidates[role], pattern);
    for (const element of elements) {
      // One that React has replaced meanwhile is no candidate any more.
      const isIt = await session.isAccessibleAs(element, role, (label) => pattern.test(plainText(label)));
      if (isIt) return partOf(session, element);
    }
    return undefined;
  });
}

function partOf(session: Session, element: string): Part {
  const read = (script: string) => session.run(`const [part] = arguments; ${script}`, element);
  return {
    click: async () => {
      await until('part to click that lies still', async () => {
        if ((await session.wait(middle, element)) === null) return undefined;
        await session.wait(guardClick, element);
        // Refused where something else lies over it by now.
        await session.click(element).catch(() => undefined);
        return (await session.wait(wasClicked)) === true || undefined;
      });
    },
    type: (text) => session.typeInto(element, text),
    value: async () => String(await read('return part.value ?? ""')),
    text: async () => plainText(String(await read('return part.innerText'))),
    isChecked: async () => (await read('return part.checked')) === true,
    isFocused: async () => (await read('return part === document.activeElement')) === true,
  };
}

/** Source: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const codes: Readonly<Record<string, string>> = {
  Control: '\uE009',
  Shift: '\uE008',
  Alt: '\uE00A',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
};

function chord(keys: readonly string[]): readonly Stroke[] {
  const values = keys.map((key) => codes[key] ?? key);
  return [
    ...values.map((value): Stroke => ({ type: 'keyDown', value })),
    ...values.toReversed().map((value): Stroke => ({ type: 'keyUp', value })),
  ];
}

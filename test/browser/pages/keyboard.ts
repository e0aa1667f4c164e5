import type { Page } from 'playwright-core';
import * as z from 'zod';

const tabbedSchema = z.object({
  /** Where the first press leads. */
  first: z.string(),
  /** Controls in sight that no press reaches. */
  missed: z.array(z.string()),
  /** Controls that look the same with and without the keyboard on them. */
  unseen: z.array(z.string()),
  /** Whether the keyboard comes out again after the last control. */
  leaves: z.boolean(),
});
/** What going through a page by the Tab key alone found. */
export type Tabbed = z.output<typeof tabbedSchema>;

/** Notes every stop with how it looks, and begins at the top of the page. */
const BEGIN = `(() => {
  const CONTROLS =
    'a[href], button:enabled, input:enabled:not([type=hidden]), select:enabled, textarea:enabled, summary, [tabindex="0"]';
  const look = (element) => {
    const { outlineStyle, outlineColor, outlineWidth, boxShadow, backgroundColor, color, borderColor } = getComputedStyle(element);
    return [outlineStyle, outlineColor, outlineWidth, boxShadow, backgroundColor, color, borderColor].join();
  };
  const name = (element) => element.tagName + ' ' + (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60);
  const stops = new Map();
  let cameRound = false;
  document.addEventListener('focusin', ({ target }) => {
    if (stops.has(target)) cameRound = true;
    else stops.set(target, look(target));
  });
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  stops.clear();
  cameRound = false;
  const controls = [...document.querySelectorAll(CONTROLS)].filter(
    (each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0,
  );
  const isOut = () => cameRound || document.activeElement === document.body;
  let batches = 0;
  window.tabbed = {
    more: () => {
      batches += 1;
      return batches > 20 || isOut() ? 0 : 5;
    },
    found: () => {
      const leaves = isOut();
      document.activeElement.blur();
      return {
        first: name([...stops.keys()][0]),
        missed: controls.filter((each) => !stops.has(each)).map(name),
        unseen: [...stops].filter(([each, looked]) => look(each) === looked).map(([each]) => name(each)),
        leaves,
      };
    },
  };
  return controls.length;
})()`;

/**
 * Presses Tab from the top of a page until every control in sight has had its turn and the keyboard comes out again.
 * A field of a date has several stops, so more presses than controls are allowed, but not many more.
 */
export async function tabThrough(page: Page): Promise<Tabbed> {
  const count = z.number().parse(await page.evaluate(BEGIN));
  for (let presses = count + 1; presses > 0; ) {
    for (; presses > 0; presses -= 1) await page.keyboard.press('Tab');
    presses = z.number().parse(await page.evaluate('window.tabbed.more()'));
  }
  return tabbedSchema.parse(await page.evaluate('window.tabbed.found()'));
}

/** Kinds of controls: how the state of one is read, and the key that must change it. */
const KINDS = [
  { control: 'main summary', state: 'of.parentElement.open', key: "'Enter'" },
  { control: 'main input[type=checkbox]:enabled', state: 'of.checked', key: "'Space'" },
  {
    control: 'main input[type=range]:enabled',
    state: 'of.value',
    key: "of.value === of.min ? 'ArrowRight' : 'ArrowLeft'",
  },
  {
    control: 'main select:enabled:has(option + option)',
    state: 'of.value',
    key: "of.selectedIndex === 0 ? 'ArrowDown' : 'ArrowUp'",
  },
] as const;

/** Works the first control of each kind in the page's content by its key; gives those on which nothing happened. */
export async function deadControls(page: Page): Promise<readonly string[]> {
  const dead: string[] = [];
  for (const { control, key, state } of KINDS) {
    const begun = workedSchema.parse(
      await page.evaluate(`(() => {
        const of = [...document.querySelectorAll('${control}')].find((each) => each.checkVisibility());
        window.worked = of;
        of?.focus();
        return of ? { state: String(${state}), key: ${key} } : null;
      })()`),
    );
    if (begun === null) continue;
    await page.keyboard.press(begun.key);
    const after = await page.evaluate(`((of) => String(${state}))(window.worked)`);
    if (after === begun.state) dead.push(control);
  }
  return dead;
}

const workedSchema = z.object({ state: z.string(), key: z.string() }).nullable();

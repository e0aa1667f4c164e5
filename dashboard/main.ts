import { parseAddress } from './address.ts';
import { showPage } from './page.ts';
import { signInSettings } from './sign-in/settings.ts';

const settings = signInSettings();
if (settings === undefined || (await isSignedIn(settings))) {
  await showPage(parseAddress(location.search));
  addEventListener('popstate', () => void showPage(parseAddress(location.search)));
}

/** False where the reader is on the way to the sign-in, or is told why there is none. */
async function isSignedIn(of: NonNullable<typeof settings>): Promise<boolean> {
  const { enter } = await import('./sign-in/enter.ts');
  return await enter(of);
}

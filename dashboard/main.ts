import { parseAddress } from './address.ts';
import { showPage } from './page.ts';

await showPage(parseAddress(location.search));
addEventListener('popstate', () => void showPage(parseAddress(location.search)));

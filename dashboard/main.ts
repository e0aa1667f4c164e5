import { areaInAddress } from './address.ts';
import { showPage } from './page.ts';

await showPage(areaInAddress());
addEventListener('popstate', () => void showPage(areaInAddress()));

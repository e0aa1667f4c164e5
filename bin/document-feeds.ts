import { writeFileSync } from 'node:fs';
import { feeds } from '../shared/catalogue/feeds/feeds.ts';
import { feedsPage } from './command/feeds-page.ts';

writeFileSync(new URL('../docs/feeds.md', import.meta.url), feedsPage(feeds));

// The search client as the site publishes it: without comments, and with the names shortened that nobody else knows.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { siteFolder } from './site.mjs';

const assets = path.join(siteFolder(), 'assets');

/** Where the published module lies. */
export const file = path.join(assets, fs.readdirSync(assets).find((name) => /^search\.\w+\.js$/.test(name)));

export const { open, SearchError } = await import(pathToFileURL(file).href);

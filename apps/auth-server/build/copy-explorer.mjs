/** Copies what the API explorer is made of next to the server, so that the published package depends on no viewer. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const from = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const to = join(dirname(fileURLToPath(import.meta.url)), '../assets/explorer');

mkdirSync(to, { recursive: true });
for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'LICENSE', 'NOTICE'])
  copyFileSync(join(from, file), join(to, file));
writeFileSync(
  join(to, 'start.js'),
  `window.ui = SwaggerUIBundle({
  url: '../api/openapi.json',
  dom_id: '#explorer',
  deepLinking: true,
  validatorUrl: null,
  withCredentials: true,
  presets: [SwaggerUIBundle.presets.apis],
});
`,
);

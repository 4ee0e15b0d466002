/** The configurations that the repository offers. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../src/config/parse-config.js';
import { readConfig } from '../src/config/read-config.js';
import { modesSetup } from '../src/config/room-settings.js';
import { loginModes } from '../src/login-modes/index.js';

const folder = join(__dirname, '../../../config');
/** Its keys are files of the reader: saml-metadata.spec.ts tries it with keys in their place. */
const isWhole = (name: string) => name !== 'saml.yaml';

describe('the configuration', () => {
  it.each(readdirSync(folder).filter(isWhole))(
    '%s is one that the server takes, with the settings of its login modes',
    (name) => {
      const { available, settings } = modesSetup(parseConfig(readConfig({ config: join(folder, name) })));
      for (const id of available) {
        const mode = loginModes.find((one) => one.id === id);
        expect(mode?.configure(settings[mode.name])).toBeInstanceOf(Function);
      }
      expect.hasAssertions();
    },
  );
});

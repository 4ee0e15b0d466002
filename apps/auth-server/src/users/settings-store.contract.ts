import type { Directory } from './directory.js';

/** What every store of settings does. `open` gives an empty directory; the suite closes it. */
export function describeSettingsStore(name: string, open: () => Promise<Directory>): void {
  describe(`a store of settings (${name})`, () => {
    let directory: Directory;

    beforeEach(async () => {
      directory = await open();
    });

    afterEach(() => directory.users.close());

    it('has nothing that was never put', async () => {
      expect(await directory.settings.find('colour')).toBeUndefined();
    });

    it('gives back what was put last, letter by letter, with its version', async () => {
      const value = '{"colour":"grün","text":"it\'s; -- \\u0000"}';
      await directory.settings.put('colour', 'red');
      expect(await directory.settings.find('colour')).toEqual({ value: 'red', version: 1 });
      await directory.settings.put('colour', value);
      expect(await directory.settings.find('colour')).toEqual({ value, version: 2 });
    });

    it('says what a value takes the place of', async () => {
      expect(await directory.settings.put('colour', 'red')).toBeUndefined();
      expect(await directory.settings.put('colour', 'blue')).toEqual({ value: 'red', version: 1 });
    });

    it('keeps settings apart by their exact names', async () => {
      await directory.settings.put('colour', 'red');
      await directory.settings.put('Colour', 'blue');
      expect(await directory.settings.find('colour')).toEqual({ value: 'red', version: 1 });
      expect(await directory.settings.find('Colour')).toEqual({ value: 'blue', version: 1 });
    });

    it('counts every change of many at once', async () => {
      const values = Array.from({ length: 20 }, (_, n) => `value ${n}`);
      const replaced = await Promise.all(values.map((value) => directory.settings.put('colour', value)));
      const last = await directory.settings.find('colour');
      expect(last?.version).toBe(20);
      const seen = [...replaced.map((setting) => setting?.value), last?.value];
      expect(new Set(seen)).toEqual(new Set([undefined, ...values]));
    });
  });
}

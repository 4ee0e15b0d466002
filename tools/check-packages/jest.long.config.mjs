import preset from '../../jest.preset.mjs';

/** Packages in every runtime that the README names. `install-runtimes.ts` brings these. */
export default { ...preset, testMatch: ['<rootDir>/test-long/**/*.spec.ts'], testTimeout: 120_000 };

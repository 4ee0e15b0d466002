import preset from '../../jest.preset.mjs';

export default { ...preset, testMatch: ['<rootDir>/test-long/**/*.spec.ts'], testTimeout: 45 * 60_000 };

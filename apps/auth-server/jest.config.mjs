import preset from '../../jest.preset.mjs';

/** Two at a time: they wait for directories, identity providers and browsers more than they compute. */
export default { ...preset, maxWorkers: 2 };

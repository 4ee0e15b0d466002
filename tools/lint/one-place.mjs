/** Things that only one place may touch, so that a test can stand in its way: time, environment, default exports. */

const time = [
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', call: 'Date.now()' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', call: 'new Date()' },
  { selector: 'CallExpression[callee.name="Date"]', call: 'Date()' },
  { selector: 'MemberExpression[object.name="performance"]', call: 'performance' },
  { selector: 'MemberExpression[object.name="process"][property.name="hrtime"]', call: 'process.hrtime' },
].map(({ selector, call }) => ({ selector, message: `${call}: time comes from the clock that is passed in.` }));

const environment = [
  {
    selector: 'MemberExpression[object.name="process"][property.name="env"]',
    message: 'process.env is read in main.ts and config only; settings are passed in.',
  },
];

const defaultExport = [
  { selector: 'ExportDefaultDeclaration', message: 'Exports have names, so that one thing has one name everywhere.' },
];

/**
 * @param {{ time?: boolean; environment?: boolean }} allowed
 * @returns the rule's setting; in flat configuration the last block that matches a file replaces the earlier ones
 */
export function onePlace(allowed = {}) {
  const forbidden = [
    ...defaultExport,
    ...(allowed.time === true ? [] : time),
    ...(allowed.environment === true ? [] : environment),
  ];
  return { 'no-restricted-syntax': ['error', ...forbidden] };
}

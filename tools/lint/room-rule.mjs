/** The lint rule `rooms/one-direction`: a file of the server imports only what the tables in `rooms.mjs` allow. */
import { posix, relative, resolve, sep } from 'node:path';
import { keptPackages, mayImport, serverSource } from './rooms.mjs';

const source = resolve(import.meta.dirname, '../..', serverSource);

/** @type {import('eslint').Rule.RuleModule} */
const oneDirection = {
  meta: {
    type: 'problem',
    docs: { description: 'Keep imports between the rooms of the server to the table in tools/lint/rooms.mjs' },
    schema: [],
    messages: {
      room: 'The room "{{room}}" may not import "{{target}}": see the table in tools/lint/rooms.mjs.',
      typeOnly: 'The room "{{room}}" may import "{{target}}" with `import type` only: see tools/lint/rooms.mjs.',
      package: '"{{name}}" may be imported in {{places}} only: see tools/lint/rooms.mjs.',
    },
  },
  create(context) {
    const file = relative(source, context.filename).split(sep).join('/');
    const room = file.includes('/') ? file.slice(0, file.indexOf('/')) : undefined;

    const checkPackage = (node, name) => {
      const kept = keptPackages.find((one) => one.name.test(name));
      if (kept === undefined || kept.places.some((place) => file.startsWith(place))) return;
      context.report({ node, messageId: 'package', data: { name, places: kept.places.join(', ') } });
    };
    const checkRoom = (node, specifier, typeOnly) => {
      const target = posix.join(posix.dirname(file), specifier);
      if (room === undefined || mayImport(room, target, typeOnly)) return;
      const messageId = mayImport(room, target, true) ? 'typeOnly' : 'room';
      context.report({ node, messageId, data: { room, target } });
    };
    const check = (node, specifier, typeOnly) => {
      if (typeof specifier !== 'string') return;
      if (specifier.startsWith('.')) checkRoom(node, specifier, typeOnly);
      else checkPackage(node, specifier);
    };

    return {
      ImportDeclaration: (node) => check(node, node.source.value, node.importKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.source.value, node.exportKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.source?.value, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source.value, false),
      TSImportType: (node) => check(node, node.source.value, true),
    };
  },
};

export const roomsPlugin = { meta: { name: 'rooms' }, rules: { 'one-direction': oneDirection } };

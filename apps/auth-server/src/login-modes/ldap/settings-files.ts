import { readFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import type { LdapSettings } from './settings.js';

/** What the settings name files for. */
export interface FileContents {
  readonly authorities: readonly string[] | undefined;
  readonly bindPassword: string | undefined;
}

/** @throws Error that names the setting and what was expected of the file */
export function readSettingsFiles({ tls, search }: Pick<LdapSettings, 'tls' | 'search'>): FileContents {
  const authorities = tls.caFiles?.map((file, at) => authorityIn(`auth.ldap.tls.caFiles.${at}`, file));
  const { bindPassword, bindPasswordFile } = search ?? {};
  if (bindPasswordFile === undefined) return { authorities, bindPassword };
  const key = 'auth.ldap.search.bindPasswordFile';
  const password = textOf(key, bindPasswordFile).replace(/\r?\n$/, '');
  if (password === '') throw new Error(`${key}: the file is empty`);
  return { authorities, bindPassword: password };
}

function authorityIn(key: string, file: string): string {
  const text = textOf(key, file);
  try {
    new X509Certificate(text);
    return text;
  } catch {
    throw new Error(`${key}: expected a file with certificates in PEM`);
  }
}

function textOf(key: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unreadable';
    throw new Error(`${key}: the file cannot be read (${reason})`, { cause: error });
  }
}

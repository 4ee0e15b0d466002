import type { Clock } from '../../clock/clock.js';
import type { LdapEngine } from './engine.js';
import { openLdaptsEngine } from './ldapts/ldapts-engine.js';
import { passportLdapauthEngine } from './passport-ldapauth/passport-ldapauth-engine.js';
import { readSettingsFiles } from './settings-files.js';
import type { LdapSettings } from './settings.js';

/** @throws Error where a file or a package that the settings name is missing */
export function openEngine(settings: LdapSettings): (clock: Clock) => LdapEngine {
  const files = readSettingsFiles(settings);
  if (settings.engine === 'passport-ldapauth') return passportLdapauthEngine(settings, files);
  return (clock) => openLdaptsEngine(settings, files, clock);
}

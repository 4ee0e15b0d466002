import { z } from 'zod';

/** The settings of a mode of another source that say who gets in, as `Admission` has them. */
export function admissionSettings(linkByLoginName: boolean) {
  return {
    linkByLoginName: z
      .boolean()
      .default(linkByLoginName)
      .describe('Links somebody new to the account with the same login name; never to the administrator or the guest.'),
    importUsers: z.boolean().default(false).describe('Makes an account for somebody who has none.'),
    groups: z
      .enum(['none', 'existing', 'import'])
      .default('none')
      .describe('Which groups of the source count: none, those that exist here by name, or all, made as needed.'),
  };
}

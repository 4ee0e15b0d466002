import { createClient, hasCode } from '@mstr-rest/client';

export async function listProjects(baseUrl: string, username: string, password: string) {
  await using client = createClient({ baseUrl }); // logs out at the end of the block
  try {
    await client.login.standard({ username, password });
  } catch (error) {
    if (hasCode(error, 'ERR003')) throw new Error(error.advice, { cause: error });
    throw error;
  }
  const { items, totalCount } = await client.projects.list({ fields: ['id', 'name'] });
  return { names: items.map(({ name }) => name), totalCount };
}

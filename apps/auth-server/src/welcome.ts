import type { Config } from './config/config.js';
import type { AuthServer } from './index.js';

/** What a person reads after a start: where it is, who can log in, and lines that work when pasted into a shell. */
export function welcome(server: AuthServer, config: Config): string {
  const { randomAdministratorPassword: random } = server.accounts;
  const parts = [`\nListening at ${server.url}\nAPI explorer  ${server.url}/api-docs/\n`];
  if (server.metricsUrl !== undefined) parts.push(`Metrics       ${server.metricsUrl}\n`);
  if (random !== undefined) {
    parts.push(
      `\nAccount administrator, password ${random}\nThis is shown once: keep it, or change it at the first login.\n`,
    );
  }
  if (config.demo) parts.push(accountsOf(config), curlLines(server.url, config));
  return `${parts.join('')}\nCtrl-C stops the server.\n`;
}

/** Passwords are printed here because a demo keeps them in plain text in its file, and listens on loopback only. */
function accountsOf({ users }: Config): string {
  const lines = users.map(({ loginName, password = '', fullName = '', description }) => {
    const secret = password === '' ? '(empty)' : password;
    return `  ${loginName.padEnd(16)}${secret.padEnd(26)}${description || fullName}\n`;
  });
  return `\nDemo accounts (login name, password as first set):\n${lines.join('')}`;
}

function curlLines(url: string, { users, projects }: Config): string {
  const user = users.find(({ requireNewPassword, enabled, password }) => enabled && !requireNewPassword && password);
  if (user === undefined) return '';
  const body = JSON.stringify({ username: user.loginName, password: user.password, loginMode: 1 });
  const project = projects[0];
  const lines = [
    `curl -si -c jar -H 'Content-Type: application/json' -d '${body}' ${url}/api/auth/login | tee login.txt`,
    `TOKEN=$(grep -i '^x-mstr-authtoken:' login.txt | tr -d '\\r' | cut -d' ' -f2)`,
    `curl -s -b jar -H "X-MSTR-AuthToken: $TOKEN" ${url}/api/sessions`,
    `curl -s -b jar -H "X-MSTR-AuthToken: $TOKEN" ${url}/api/projects`,
    ...(project === undefined
      ? []
      : [
          `curl -s -b jar -H "X-MSTR-AuthToken: $TOKEN" -H 'X-MSTR-ProjectID: ${project.id}' ${url}/api/sessions/projectId`,
        ]),
    `curl -si -b jar -H "X-MSTR-AuthToken: $TOKEN" -X POST ${url}/api/auth/logout`,
  ];
  return `\nTo try it:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

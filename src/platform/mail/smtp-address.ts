/** Where mail is handed over, read from SMTP_URL. */
export interface SmtpAddress {
  host: string;
  port: number;
  /** TLS from the first byte (smtps); otherwise STARTTLS where the server offers it. */
  secure: boolean;
  credentials: { user: string; pass: string } | null;
  /** The address that mail comes from, when it was given. */
  from: string | null;
}

const ADDRESS = /^[^\s@<>,;:"()\\]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/;

/** Reads `smtp://user:password@mail.example.org:587?from=learn@example.org`; null for anything else. */
export function readSmtpAddress(text: string): SmtpAddress | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^smtps?:$/.test(url.protocol) || !url.hostname || !/^\/?$/.test(url.pathname)) return null;
  const from = url.searchParams.get('from');
  const credentials = readCredentials(url);
  if ((from !== null && !ADDRESS.test(from)) || credentials === 'unreadable') return null;
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { host, port: Number(url.port) || (secure ? 465 : 587), secure, credentials, from };
}

function readCredentials({ username, password }: URL): SmtpAddress['credentials'] | 'unreadable' {
  const user = decoded(username);
  const pass = decoded(password);
  if (user === null || pass === null) return 'unreadable';
  return user === '' ? null : { user, pass };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

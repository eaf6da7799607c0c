import { msg, t } from '../../platform/language/t.js';
import { sayMoment } from '../../platform/say.js';
import { personPath } from '../../network/paths.js';
import {
  accountPath,
  personSignOutPath,
  sessionEndPath,
  sessionsPath,
  signOutElsewherePath,
  signOutEverywherePath,
} from '../paths.js';
import type { SessionRow } from './sessions.queries.js';
import type { WayIn } from './signed-in.js';

export function presentSessions(sessions: readonly SessionRow[]) {
  const others = sessions.filter((session) => !session.current).length;
  return {
    title: t('Where you’re signed in'),
    accountPath,
    sessions: sessions.map(presentSession),
    elsewhereAction: others > 0 ? signOutElsewherePath : null,
    everywhereAction: signOutEverywherePath,
    sub: t(
      '{n, plural, =0 {Only here. Nobody else is signed in with your account.} one {Here and in # other place.} other {Here and in # other places.}}',
      { n: others },
    ),
  };
}

/** Before an administrator signs somebody out: where they are signed in, without their network addresses. */
export function presentPersonSignOut({ name, reference }: PersonNamed, sessions: readonly SessionRow[]) {
  return {
    title: t('Sign {name} out everywhere', { name }),
    backPath: personPath(reference),
    name,
    action: personSignOutPath(reference),
    sessions: sessions.map((session) => ({ ...presentSession(session), used: sayMoment(session.usedAt) })),
  };
}

interface PersonNamed {
  name: string;
  reference: string;
}

function presentSession({ id, signedInAt, usedAt, how, device, place, current }: SessionRow) {
  const name = sayDevice(device);
  return {
    device: name,
    // Heard after "Sign out" only.
    hidden: ` ${name}`,
    current,
    how: how === null ? null : t(HOW[how]),
    signedIn: sayMoment(signedInAt),
    used: current ? t('now') : sayMoment(usedAt),
    place: place ? t('begins with {digits}', { digits: place }) : null,
    endAction: sessionEndPath(id),
  };
}

const HOW: Record<WayIn, string> = {
  password: msg('With your password'),
  company: msg('With your company account'),
  firstCode: msg('With a first code'),
  sharedDevice: msg('On a shared counter PC'),
};

/** 'Chrome on Windows', and as much of it as is known. */
function sayDevice(label: string | null): string {
  const [browser = '', system = ''] = (label ?? '').split('/');
  if (browser && system) return t('{browser} on {system}', { browser, system });
  return browser || system || t('A browser');
}

/** For the page that has no list yet. */
export const sessionsLink = {
  label: msg('Where you’re signed in'),
  about: msg('Each browser in which you’re signed in. Sign out of one, or of all of them.'),
  path: sessionsPath,
  order: 20,
};

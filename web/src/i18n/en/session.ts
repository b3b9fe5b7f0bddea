import type { Translation } from '../translation.ts'
import type { session as zh } from '../zh/session.ts'

export const session: Translation<typeof zh> = {
  signIn: {
    title: 'Sign in',
    username: 'User name',
    password: 'Password',
    code: 'Code',
    codeHelp: 'The six digits your authenticator shows now; without your phone, one of the backup codes.',
    stay: 'I alone use this device',
    stayHelp: 'City leaders stay signed in here for 30 days; for other roles it changes nothing.',
    submit: 'Sign in',
    help: 'No account, or the password is forgotten: ask the system administrator for a set-up link.',
    failed: 'User name or password is wrong. Check them and try again.',
    codeMissing: 'This account has a second factor. Enter its code, too.',
    network: 'The server cannot be reached. Check the network and try again.',
  },
  roles: {
    title: 'Enter the demonstration',
    intro: 'Choose a role; no password is needed. All data is invented.',
    county: '{{role}}: county',
    does: {
      leader: 'Sees progress, what is late and why, and the money',
      cityOffice: 'Sees all with telephone numbers; may look as any county',
      county: 'Sees all; telephone numbers of its own county only',
      inspector: 'Sees all with telephone numbers; has a home county',
      systemAdmin: 'Keeps accounts and wall links; no programme data',
      auditor: 'Sees the audit alone; verifies and exports it',
    },
  },
  ended: {
    title: 'Your session has ended',
    intro: 'This page is still here, and so is what you typed. Sign in with the same account to go on.',
    asBefore: 'Go on as {{role}}',
    later: 'Not now',
    other: 'Another account is signed in now: {{name}}',
    otherIntro: 'This page belongs to the account before and has to be loaded anew. What was not saved will be lost.',
    reload: 'Load anew',
  },
  setUp: {
    title: 'Set up your account',
    reading: 'Checking the link',
    missing: 'Open the set-up link you were sent once more.',
    missingHelp:
      'The link is read when it is opened and is not kept in the address; after a reload it must be opened again.',
    invalid: 'This link is used, expired or incomplete.',
    invalidHelp: 'Ask the system administrator for a new one.',
    for: 'Account',
    role: 'Role',
    expires: 'The link is valid until {{time}}',
    username: 'User name',
    usernameHelp: '3–30 letters, digits, dots, hyphens or underscores, beginning with a letter or digit.',
    submit: 'Set up and sign in',
    toSignIn: 'Go to sign-in',
  },
  account: {
    own: 'My account',
    viewAs: 'View as a county',
    viewAsGo: 'View',
    signOut: 'Sign out',
    signingOut: 'Signing out',
  },
  wall: {
    ended: 'The link of this screen has been revoked',
    endedHelp: 'Ask the system administrator for a new wall link and open it on this device.',
    signIn: 'Sign in with an account',
  },
  forbidden: {
    title: 'Your role does not see this page',
    help: 'Signed in: {{who}}. If you need it, ask the system administrator.',
    home: 'Go home',
  },
}

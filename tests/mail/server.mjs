// A real mail server for the tests. Arguments: the file that gets each mail it took as a line of JSON, and how it behaves:
//   plain      takes everything
//   login      asks for the user "entente" with the password "correct horse", after STARTTLS
//   tls        speaks TLS from the first byte, no login
//   refuse     says 550 to every recipient
//   busy       says 451 to the first two mails, then takes them
//   forgetful  takes each mail and closes the connection without an answer, the first time
// Writes its port to standard output.
import { appendFileSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

const [file, manner] = process.argv.slice(2);
let seen = 0;
const error = (code, text) => Object.assign(new Error(text), { responseCode: code });

const server = new SMTPServer({
  secure: manner === 'tls',
  authOptional: manner !== 'login',
  disabledCommands: manner === 'login' || manner === 'tls' ? [] : ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  onAuth: ({ username, password }, session, done) =>
    username === 'entente' && password === 'correct horse' && session.secure
      ? done(null, { user: username })
      : done(error(535, 'wrong user or password')),
  onRcptTo: (_address, _session, done) => done(manner === 'refuse' ? error(550, 'no such user') : null),
  onData(stream, session, done) {
    const pieces = [];
    stream.on('data', (piece) => pieces.push(piece));
    stream.on('end', () => {
      seen += 1;
      if (manner === 'busy' && seen <= 2) return done(error(451, 'come back later'));
      const { mailFrom, rcptTo } = session.envelope;
      const text = Buffer.concat(pieces).toString('latin1');
      appendFileSync(file, `${JSON.stringify({ from: mailFrom.address, to: rcptTo.map((to) => to.address), secure: session.secure, user: session.user ?? '', text })}\n`);
      if (manner === 'forgetful' && seen === 1) return [...server.connections].forEach((connection) => connection._socket.destroy());
      done();
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.server.address().port}\n`));
process.stdin.on('end', () => process.exit(0)).resume(); // ends with whoever started it
